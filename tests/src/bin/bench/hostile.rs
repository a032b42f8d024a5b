//! What a hostile frame costs before it is refused.

use jangkau_tests::hostile::{FRAMES, frames};
use jangkau_tests::{Caller, Site};

use crate::stopwatch::{p95_ms, seconds};
use crate::table::{Budget, Figure};

/// Returns the time of a refusal over HTTP, at the 95th of a hundred.
pub fn figure() -> Figure {
    let site = Site::new();
    let caller = Caller::enrolled(&site, "fs1");
    let times = frames(&caller, 1, FRAMES)
        .into_iter()
        .map(|one| seconds(|| caller.post(jangkau_sync::message::push::PATH, one.bytes)).1)
        .collect();
    Figure::new("a hostile frame, refused over HTTP, p95", p95_ms(times), "ms", Budget::Most(5.0))
}
