//! How fast pages answer on a filled server: several people at once, each with a login of their
//! own, nine pages read for one verdict given.

use std::sync::Mutex;

use jangkau_domain::queue::Queue;
use jangkau_tests::{Browser, Site};

use crate::stopwatch::{p95_ms, seconds};
use crate::table::{Budget, Figure};

/// People at once; each asks again as soon as a page is there, without reading it, so that one of
/// them stands for some twenty who read.
const PEOPLE: usize = 10;

/// Pages that each of them reads.
const READS: usize = 60;

/// Reads for one write.
const READS_A_WRITE: usize = 9;

/// Names that are searched.
const NAMES: [&str; 4] = ["sulastri", "slamet", "wahyu", "siti romlah"];

/// Returns the 95th of a hundred reads and of a hundred verdicts.
pub fn figures(site: &Site) -> Vec<Figure> {
    let visits: Vec<String> = site
        .waiting(Queue::Review)
        .iter()
        .filter_map(|row| row.visit.map(|visit| format!("/kunjungan/{visit}")))
        .collect();
    let waiting = visits.len();
    let left = Mutex::new(visits.into_iter());
    let people: Vec<_> = std::thread::scope(|scope| {
        let one = |_| scope.spawn(|| person(site, &left));
        let all: Vec<_> = (0..PEOPLE).map(one).collect();
        all.into_iter().map(|one| one.join().expect("a reader ends well")).collect()
    });
    let (reads, writes): (Vec<_>, Vec<_>) = people.into_iter().unzip();
    let (reads, writes) = (reads.concat(), writes.concat());
    let of = |what: &str, count: usize| {
        format!("pages: {what}, {count} of them, {PEOPLE} at once, {waiting} visits waiting, p95")
    };
    vec![
        Figure::new(of("read", reads.len()), p95_ms(reads), "ms", Budget::Most(200.0)),
        Figure::new(of("verdict", writes.len()), p95_ms(writes), "ms", Budget::Most(300.0)),
    ]
}

/// Reads and decides; returns the times of reads and of verdicts.
fn person(site: &Site, visits: &Mutex<impl Iterator<Item = String>>) -> (Vec<f64>, Vec<f64>) {
    let mut browser = Browser::logged_in(site, "spv");
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    for number in 0..READS {
        let own = visits.lock().expect("no one panicked").next();
        let address = match (number % 4, &own) {
            (0, _) => "/antrean/review",
            (1, _) => "/keluarga",
            (2, Some(visit)) => visit,
            _ => "/antrean/review?p=2",
        };
        let (page, time) = seconds(|| browser.get(address));
        assert_eq!(page.status, 200, "{address}");
        reads.push(time);
        if number % 4 == 3 {
            let fields = [("q", NAMES[number / 4 % NAMES.len()])];
            let (found, time) = seconds(|| browser.post("/cari", &page, &fields));
            assert_eq!(found.status, 200, "a search is answered");
            reads.push(time);
        }
        if let (0, Some(visit)) = (number % READS_A_WRITE, own) {
            let page = browser.get(&visit);
            let seen = page.hidden("seen").unwrap_or_default();
            let fields =
                [("seen", seen.as_str()), ("verdict", "accept"), ("review_note", "Sesuai")];
            let (done, time) = seconds(|| browser.post(&visit, &page, &fields));
            assert_eq!(done.status, 200, "a verdict is taken");
            writes.push(time);
        }
    }
    (reads, writes)
}
