//! What a session costs in which nothing is new.

use jangkau_tests::{Site, Tablet};

use crate::table::{Budget, Figure};

/// Returns the bytes of both directions a scope, bodies and lines of HTTP.
pub fn figure() -> Figure {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    tablet.sync();
    site.tap().clear();
    tablet.sync();
    let heard = site.tap().heard();
    // Request line and headers of reqwest and axum, as counted on the wire.
    const LINES: usize = 350;
    let bytes: usize = heard.iter().map(|one| LINES + one.sent.len() + one.answer.len()).sum();
    let scopes = tablet.number("SELECT count(*) FROM scope");
    let what = format!("wire: idle session, {} requests, a scope of {scopes}", heard.len());
    Figure::new(what, bytes as f64 / scopes as f64, "B", Budget::Most(1024.0))
}
