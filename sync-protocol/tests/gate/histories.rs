//! Honest histories: the register says what automerge says, and refuses nothing.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use jangkau_domain::{DocId, DocKind, Value};
use jangkau_sync::register::Misfit;
use jangkau_sync::{Change, Document, Edit};
use rand::{Rng, RngExt};

use super::seed::each_seed;
use super::world::{Replica, actor, edits};

/// What a run went through; printed with `--nocapture`.
#[derive(Default)]
struct Tally {
    steps: AtomicU64,
    in_conflict: AtomicU64,
    old_heads: AtomicU64,
    early: AtomicU64,
    again: AtomicU64,
}

impl Tally {
    fn step(&self, replica: &Replica, stepped: bool) {
        self.steps.fetch_add(stepped.into(), Relaxed);
        self.in_conflict.fetch_add((stepped && replica.in_conflict()).into(), Relaxed);
    }
}

const HISTORIES: u64 = 5_000;

#[test]
fn the_register_agrees_with_automerge_after_every_step() {
    let tally = Tally::default();
    each_seed(HISTORIES, |_, random| history(random, &tally));
    let number = |count: &AtomicU64| count.load(Relaxed);
    eprintln!(
        "steps {}, in conflict {}, upon old heads {}, too early {}, again {}",
        number(&tally.steps),
        number(&tally.in_conflict),
        number(&tally.old_heads),
        number(&tally.early),
        number(&tally.again)
    );
}

fn history(random: &mut impl Rng, tally: &Tally) {
    let kind = DocKind::ALL[random.random_range(0..3)];
    let id = DocId(random.random());
    let people = random.random_range(2..6);
    let mut replicas: Vec<_> =
        (0..people).map(|user| Replica::new(kind, id, user, random)).collect();
    let mut written: Vec<Vec<u8>> = Vec::new();
    for _ in 0..random.random_range(8..28) {
        let who = random.random_range(0..replicas.len());
        step(&mut replicas[who], &mut written, random, tally);
    }
    let versions: Vec<_> = replicas
        .iter_mut()
        .map(|replica| {
            deliver_all(replica, &written, random, tally);
            (replica.register.encode(), replica.document.heads())
        })
        .collect();
    assert!(versions.iter().all(|version| *version == versions[0]), "all hold the same");
}

fn step(replica: &mut Replica, written: &mut Vec<Vec<u8>>, random: &mut impl Rng, tally: &Tally) {
    let time = random.random_range(1_700_000_000..1_800_000_000);
    match random.random_range(0..10) {
        // The process starts again.
        0 => replica.actor = actor(random),
        1 => {
            let version = &replica.versions[random.random_range(0..replica.versions.len())];
            let version = version.clone();
            // A page takes a fresh actor, unless its own has written nothing newer.
            if random.random_ratio(3, 4) || taken(replica, &version) {
                replica.actor = actor(random);
            }
            let edits = edits(&replica.register, random);
            let bytes = replica.edit_at(&version, time, &edits);
            tally.old_heads.fetch_add(u64::from(bytes.is_some()), Relaxed);
            tally.step(replica, bytes.is_some());
            written.extend(bytes);
        }
        2..=5 => {
            let edits = edits(&replica.register, random);
            let bytes = replica.edit(time, &edits);
            tally.step(replica, bytes.is_some());
            written.extend(bytes);
        }
        _ if written.is_empty() => {}
        _ => {
            let bytes = &written[random.random_range(0..written.len())];
            deliver(replica, bytes, tally);
        }
    }
}

fn taken(replica: &mut Replica, version: &[jangkau_sync::Hash]) -> bool {
    let newer = replica.document.changes_since(version);
    newer.iter().any(|bytes| Change::parse(bytes).unwrap().actor == replica.actor)
}

/// Delivers a change in whatever order it comes; returns whether it is here now.
fn deliver(replica: &mut Replica, bytes: &[u8], tally: &Tally) -> bool {
    match replica.receive(bytes) {
        Ok(()) => {
            tally.step(replica, true);
            true
        }
        Err(Misfit::Duplicate) => {
            tally.again.fetch_add(1, Relaxed);
            true
        }
        Err(Misfit::UnknownDep(dep)) => {
            tally.early.fetch_add(1, Relaxed);
            let here = replica.history.iter().any(|change| change.hash == dep);
            assert!(!here, "what is asked for is not here");
            false
        }
        Err(misfit) => panic!("an honest change was refused: {misfit:?}"),
    }
}

fn deliver_all(replica: &mut Replica, written: &[Vec<u8>], random: &mut impl Rng, tally: &Tally) {
    let mut waiting: Vec<&Vec<u8>> = written.iter().collect();
    while !waiting.is_empty() {
        let place = random.random_range(0..waiting.len());
        if deliver(replica, waiting[place], tally) {
            waiting.swap_remove(place);
        }
    }
}

/// Changes of hundreds of operations: automerge cuts its columns into pieces there.
#[test]
fn large_changes_agree_too() {
    each_seed(24, |_, random| {
        let (kind, id) = (DocKind::Household, DocId(random.random()));
        let mut one = Replica::new(kind, id, 1, random);
        let mut two = Replica::new(kind, id, 2, random);
        for _ in 0..4 {
            let written: Vec<_> = [&mut one, &mut two]
                .into_iter()
                .filter_map(|replica| replica.edit(1_750_000_000, &many_edits(random)))
                .collect();
            for bytes in &written {
                deliver(&mut one, bytes, &Tally::default());
                deliver(&mut two, bytes, &Tally::default());
            }
        }
        let again = Document::load(&one.document.save()).unwrap();
        assert!(again.changes() == one.document.changes(), "the same bytes come back");
        assert!(again.agrees_with(&two.register));
        assert!(again.register().unwrap() == two.register, "replayed in another order");
    });
}

fn many_edits(random: &mut impl Rng) -> Vec<Edit> {
    let count = random.random_range(100..1_200);
    let pool = random.random_range(200..1_500);
    let edit = |_| {
        let key = format!("f/new_{}", random.random_range(0..pool));
        if random.random_ratio(1, 5) {
            Edit::delete(key)
        } else {
            Edit::put(key, short_value(random))
        }
    };
    (0..count).map(edit).collect()
}

fn short_value(random: &mut impl Rng) -> Value {
    match random.random_range(0..4) {
        0 => Value::Bool(random.random()),
        1 => Value::Int(random.random_range(-99..99)),
        _ => Value::from(["", "ya", "tidak tahu"][random.random_range(0..3)]),
    }
}

/// Sixty people on one field: their values and the next one that names them all.
#[test]
fn a_crowd_on_one_field_agrees() {
    each_seed(8, |_, random| {
        let (kind, id) = (DocKind::Person, DocId(random.random()));
        let mut people: Vec<_> = (0..60).map(|user| Replica::new(kind, id, user, random)).collect();
        let edit = |number: usize| [Edit::put("f/name", Value::Int(number as i64))];
        let written: Vec<_> = people
            .iter_mut()
            .enumerate()
            .filter_map(|(number, replica)| replica.edit(1_750_000_000, &edit(number)))
            .collect();
        let desk = &mut people[0];
        deliver_all(desk, &written, random, &Tally::default());
        assert_eq!(desk.register.candidates("f/name").len(), 60);
        let shown = desk.register.winner("f/name").unwrap().clone();
        let choice = if random.random() { shown } else { Value::from("Siti") };
        let settled = desk.edit(1_760_000_000, &[Edit::put("f/name", choice)]).unwrap();
        assert_eq!(desk.register.candidates("f/name").len(), 1);
        deliver_all(&mut people[1], &written, random, &Tally::default());
        assert!(deliver(&mut people[1], &settled, &Tally::default()));
    });
}
