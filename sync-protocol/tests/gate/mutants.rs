//! Dishonest changes: nothing is let in that automerge would refuse, read differently, fail to
//! load again or give back with other bytes.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use automerge::Automerge;
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::register::Misfit;
use jangkau_sync::{Change, Document, Register, limit};
use rand::{Rng, RngExt};

use super::forge::{self, Loot};
use super::oracle;
use super::seed::each_seed;
use super::world::{Replica, actor, author, edits};

const DOCUMENTS: u64 = 1_500;
const MUTANTS_EACH: usize = 55;

#[derive(Default)]
struct Tally {
    tried: AtomicU64,
    unread: AtomicU64,
    misfits: AtomicU64,
    accepted: AtomicU64,
    pairs: AtomicU64,
    edited: AtomicU64,
}

#[test]
fn nothing_is_accepted_that_automerge_would_not_live_with() {
    let tally = Tally::default();
    each_seed(DOCUMENTS, |_, random| attack(random, &tally));
    let number = |count: &AtomicU64| count.load(Relaxed);
    assert!(number(&tally.accepted) > 0 && number(&tally.pairs) > 0, "the test tests something");
    eprintln!(
        "mutants {}: not read {}, misfits {}, accepted {}; pairs {}, edited after {}",
        number(&tally.tried),
        number(&tally.unread),
        number(&tally.misfits),
        number(&tally.accepted),
        number(&tally.pairs),
        number(&tally.edited)
    );
}

/// Sends mutants of honest changes to one document.
fn attack(random: &mut impl Rng, tally: &Tally) {
    let home = document(random);
    let base = Automerge::load(&home.document.save()).unwrap();
    let loot = Loot { history: &home.history, max_op: home.register.max_op() };
    let mut accepted: Vec<(Vec<u8>, Change)> = Vec::new();
    let mut victims = Vec::new();
    while victims.is_empty() {
        victims = (0..4).filter_map(|_| victim(&home, random)).collect();
    }
    for _ in 0..MUTANTS_EACH {
        let victim = &victims[random.random_range(0..victims.len())];
        let bytes = forge::mutant(victim, &loot, random);
        tally.tried.fetch_add(1, Relaxed);
        let Some(change) = read(&bytes, tally) else {
            continue;
        };
        let mut register = home.register.clone();
        if !take(&mut register, &home.history, &change, tally) {
            continue;
        }
        tally.accepted.fetch_add(1, Relaxed);
        let one = [(bytes, change)];
        oracle::survives(&base, &one, &register).unwrap_or_else(|why| panic!("{why}"));
        let [one] = one;
        edit_after(&base, &one, &register, random, tally);
        accepted.push(one);
    }
    pairs(&home, &base, &accepted, random, tally);
}

/// A document with a history of two or three people and, often, open conflicts.
fn document(random: &mut impl Rng) -> Replica {
    let kind = DocKind::ALL[random.random_range(0..3)];
    let id = DocId(random.random());
    let mut people: Vec<_> = (0..3).map(|user| Replica::new(kind, id, user, random)).collect();
    for _ in 0..random.random_range(0..9) {
        let who = random.random_range(0..people.len());
        let edits = edits(&people[who].register, random);
        let Some(bytes) = people[who].edit(1_750_000_000, &edits) else {
            continue;
        };
        for other in people.iter_mut().filter(|_| random.random_ratio(2, 3)) {
            // Who lacks what it follows does without; its own writer has it already.
            let _ = other.receive(&bytes);
        }
    }
    people.swap_remove(0)
}

/// An honest change that the document does not hold yet: at its heads, or upon an old version.
fn victim(home: &Replica, random: &mut impl Rng) -> Option<Vec<u8>> {
    let edits = edits(&home.register, random);
    let known = home.history.get(random.random_range(0..9)).map(|change| change.actor);
    let actor = known.unwrap_or_else(|| actor(random));
    let time = 1_760_000_000;
    if random.random_ratio(2, 3) {
        return Some(home.register.propose(actor, &author(7), time, &edits)?.encode());
    }
    let mut page = Document::load(&home.document.save()).unwrap();
    let version = &home.versions[random.random_range(0..home.versions.len())];
    page.edit_at(version, actor, &author(7), time, &edits).ok()?
}

fn read(bytes: &[u8], tally: &Tally) -> Option<Change> {
    let (change, cost) = Change::parse_counted(bytes);
    // Also what is refused has cost little.
    let bound = 8 * (bytes.len() + limit::CHANGE_OPS) as u64;
    assert!(cost.steps <= bound, "{} steps for {} bytes", cost.steps, bytes.len());
    match change {
        Ok(change) => {
            assert!(change.encode() == bytes, "what is read is written alike");
            Some(change)
        }
        Err(_) => {
            tally.unread.fetch_add(1, Relaxed);
            None
        }
    }
}

fn take(register: &mut Register, history: &[Change], change: &Change, tally: &Tally) -> bool {
    let fit = register.check(change, || Ok::<_, std::convert::Infallible>(history.to_vec()));
    match fit {
        Ok(fit) => {
            register.apply(change, fit);
            true
        }
        Err(Misfit::Hostile(_) | Misfit::UnknownDep(_) | Misfit::Duplicate) => {
            tally.misfits.fetch_add(1, Relaxed);
            false
        }
    }
}

/// An honest writer goes on from there, with the forged change in the document.
fn edit_after(
    base: &Automerge,
    forged: &(Vec<u8>, Change),
    register: &Register,
    random: &mut impl Rng,
    tally: &Tally,
) {
    let mut document = Document::load(&base.save_nocompress()).unwrap();
    document.apply(std::slice::from_ref(&forged.0)).unwrap();
    let edits = edits(register, random);
    let time = 1_770_000_000;
    // The same actor as the forged change: its own next change must still be possible.
    let actor = if random.random() { forged.1.actor } else { actor(random) };
    let proposed = register.propose(actor, &author(8), time, &edits);
    let written = document.edit(actor, &author(8), time, &edits).unwrap();
    assert!(written == proposed.as_ref().map(Change::encode), "the next edit is as proposed");
    let Some(change) = proposed else { return };
    let mut after = register.clone();
    let fit = after.check(&change, || Err::<Vec<Change>, _>("linear")).unwrap();
    after.apply(&change, fit);
    assert!(document.agrees_with(&after));
    assert!(Document::load(&document.save()).unwrap().agrees_with(&after));
    tally.edited.fetch_add(1, Relaxed);
}

/// Two accepted mutants in one document, the second judged with the first in place.
fn pairs(
    home: &Replica,
    base: &Automerge,
    accepted: &[(Vec<u8>, Change)],
    random: &mut impl Rng,
    tally: &Tally,
) {
    for _ in 0..accepted.len().min(4) {
        let mut register = home.register.clone();
        let mut history = home.history.clone();
        let mut taken = Vec::new();
        for _ in 0..2 {
            let forged = &accepted[random.random_range(0..accepted.len())];
            if take(&mut register, &history, &forged.1, tally) {
                history.push(forged.1.clone());
                taken.push(forged.clone());
            }
        }
        if taken.len() == 2 {
            oracle::survives(base, &taken, &register).unwrap_or_else(|why| panic!("{why}"));
            tally.pairs.fetch_add(1, Relaxed);
        }
    }
}
