//! How fast a tablet reads a desa from the beginning, over HTTP.

use jangkau_sync::message::{PullAnswer, PullRequest, pull};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Site};

use crate::stopwatch::seconds;
use crate::table::{Budget, Figure};

/// Measures two tablets that read the same desa at once.
pub fn figure(site: &Site) -> Figure {
    let callers = [Caller::enrolled(site, "fs1"), Caller::enrolled(site, "fs2")];
    let (counts, time) = seconds(|| {
        std::thread::scope(|scope| {
            let each = callers.iter().map(|caller| scope.spawn(|| read_all(site, caller)));
            let each: Vec<_> = each.collect();
            each.into_iter().map(|one| one.join().expect("a reader ends well")).sum::<usize>()
        })
    });
    let what = format!("pull: changes over HTTP, {counts} of them, two tablets");
    Figure::new(what, counts as f64 / time, "/s", Budget::Least(100_000.0))
}

fn read_all(site: &Site, caller: &Caller) -> usize {
    let scope = site.scope(DESA);
    let mut cursor = 0;
    let mut count = 0;
    loop {
        let epoch = caller.epoch;
        let ask = PullRequest { scope, epoch, cursor, max_bytes: 64 * 1024, full: false };
        let reply = caller.post(pull::PATH, jangkau_sync::message::encode(&ask));
        let page: PullAnswer = reply.message();
        let frame = page.documents().expect("the frame is read");
        count += frame.map_or(0, |frame| frame.records().count());
        cursor = page.next;
        if !page.more {
            return count;
        }
    }
}
