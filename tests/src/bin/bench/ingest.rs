//! Changes a second through the whole gate into the encrypted file, each answer after its fsync.

use jangkau_domain::role::Roles;
use jangkau_domain::{ScopeId, Value};
use jangkau_server::ingest::Sender;
use jangkau_sync::frame::{Frame, FrameKind};
use jangkau_sync::message::Outcome;
use jangkau_sync::sample::{Batch, Recorded, Sampler};
use jangkau_sync::{Change, Edit, Register};
use jangkau_tests::Site;
use jangkau_tests::site::{DESA, runtime};

use crate::stopwatch::{cpu_seconds, seconds};
use crate::table::{Budget, Figure};

/// Changes of a frame.
const FRAME: usize = 100;

/// Frames that wait at once: as many tablets sync.
const TABLETS: usize = 16;

/// Villages that the documents come from.
const VILLAGES: u64 = 20;

/// One tablet's frames, ready to be sent.
struct Tablet {
    sampler: Sampler,
    batch: Batch,
}

/// Fills a server and measures it; returns it for what comes next.
pub fn figures(documents: usize, figures: &mut Vec<Figure>) -> Site {
    let site = Site::new();
    let scope = site.scope(DESA);
    let each = documents / VILLAGES as usize;
    let mut tablets: Vec<Tablet> = (0..VILLAGES)
        .map(|seed| {
            let mut sampler = Sampler::new(seed);
            let batch = placed(sampler.new_records(each, false), scope);
            Tablet { sampler, batch }
        })
        .collect();
    let records: Vec<_> = tablets.iter().flat_map(|one| frames(&one.batch)).collect();
    let pushed = push(&site, records);
    let count = pushed.count;
    figures.push(pushed.rate(format!("ingest: new records, {count} of them"), 8_000.0));
    eprintln!("{count} documents stored");

    let edited: Vec<_> = tablets.iter_mut().flat_map(|one| edits(one, each / 4)).collect();
    let pushed = push(&site, interleaved(edited));
    figures.push(pushed.rate(format!("ingest: edits on {documents} documents"), 4_500.0));

    let mix: Vec<_> = tablets
        .iter_mut()
        .flat_map(|one| {
            let mut mix = edits(one, each / 8);
            let fresh = placed(one.sampler.new_records(each / 8, true), scope);
            mix.extend(frames(&fresh));
            mix
        })
        .collect();
    let pushed = push(&site, interleaved(mix));
    figures.push(pushed.rate("ingest: half edits, half new with events".to_owned(), 3_500.0));
    let nation = 25_700.0 * 40.0 * pushed.seconds / pushed.count as f64 / 60.0;
    let what = "25,700 tablets of 40 entries at that rate";
    figures.push(Figure::new(what, nation, "min", Budget::Most(10.0)));
    site
}

/// What a push gave.
struct Pushed {
    /// Changes stored.
    count: usize,
    /// Seconds by the clock.
    seconds: f64,
    /// Seconds that this process had a core, those who send included.
    cpu: f64,
}

impl Pushed {
    /// Names the rate; the time on a core tells how much of it the machine's other work took.
    fn rate(&self, what: String, least: f64) -> Figure {
        let each = self.cpu / self.count as f64 * 1e6;
        let what = format!("{what} ({each:.0} µs of a core each)");
        Figure::new(what, self.count as f64 / self.seconds, "/s", Budget::Least(least))
    }
}

fn placed(mut batch: Batch, scope: ScopeId) -> Batch {
    batch.iter_mut().for_each(|one| one.heading.scope = scope);
    batch
}

fn frames(batch: &Batch) -> Vec<(Sender, Vec<u8>)> {
    let one =
        |part: &[Recorded]| (sender(&part[0]), Recorded::frame(part, FrameKind::Push).finish(3));
    batch.chunks(FRAME).map(one).collect()
}

/// Changes one field of every so-manieth document, as a later visit does.
fn edits(tablet: &mut Tablet, count: usize) -> Vec<(Sender, Vec<u8>)> {
    let all = tablet.batch.len();
    let mut chosen = Batch::new();
    for number in 0..count.min(all) {
        // A step that has no factor in common with the count visits all in a scattered order.
        let place = (number * 7_919) % all;
        let recorded = &mut tablet.batch[place];
        follow(&mut recorded.before, &recorded.changes[0]);
        let change = Change::parse(&recorded.changes[0]).expect("an honest change is read");
        let author = change.message.as_deref().and_then(|text| text.parse().ok());
        let author = author.expect("the sampler names its author");
        let text = format!("catatan {}", recorded.before.changes());
        let edit = Edit::put("f/note", Value::from(text.as_str()));
        let written = recorded.before.propose(change.actor, &author, change.time + 60, &[edit]);
        recorded.changes = vec![written.expect("the note is new").encode()];
        recorded.heading.known = true;
        chosen.push(recorded.clone());
    }
    frames(&chosen)
}

fn follow(register: &mut Register, bytes: &[u8]) {
    let change = Change::parse(bytes).expect("an honest change is read");
    if let Ok(fit) = register.check(&change, || Err(())) {
        register.apply(&change, fit);
    }
}

fn sender(recorded: &Recorded) -> Sender {
    let change = Change::parse(&recorded.changes[0]).expect("an honest change is read");
    let author: jangkau_sync::Author =
        change.message.and_then(|text| text.parse().ok()).expect("the sampler names its author");
    Sender {
        user: author.user.expect("a worker writes"),
        device: author.device,
        roles: Roles::of("fs"),
        scopes: vec![recorded.heading.scope],
    }
}

/// Puts the frames of all tablets in turn, as they arrive on a Monday.
fn interleaved(frames: Vec<(Sender, Vec<u8>)>) -> Vec<(Sender, Vec<u8>)> {
    let mut frames: Vec<_> = frames.into_iter().enumerate().collect();
    frames.sort_by_key(|(place, _)| place % TABLETS);
    frames.into_iter().map(|(_, frame)| frame).collect()
}

/// Pushes frames, several at once.
fn push(site: &Site, frames: Vec<(Sender, Vec<u8>)>) -> Pushed {
    let queue = std::sync::Arc::new(std::sync::Mutex::new(frames.into_iter()));
    let work = || {
        runtime().block_on(async {
            let mut tablets = tokio::task::JoinSet::new();
            for _ in 0..TABLETS {
                let (queue, ingest) = (queue.clone(), site.app().ingest.clone());
                tablets.spawn(async move {
                    let mut stored = 0;
                    loop {
                        let next = queue.lock().expect("no one panicked").next();
                        let Some((sender, bytes)) = next else { return stored };
                        let frame = Frame::decode(&bytes).expect("an honest frame is read");
                        let answer = ingest.push(sender, frame).await.expect("a frame is stored");
                        let is_stored = |one: &&Outcome| **one == Outcome::Stored;
                        stored += answer.outcomes.iter().filter(is_stored).count();
                    }
                });
            }
            tablets.join_all().await.into_iter().sum::<usize>()
        })
    };
    let before = cpu_seconds();
    let (count, seconds) = seconds(work);
    Pushed { count, seconds, cpu: cpu_seconds() - before }
}
