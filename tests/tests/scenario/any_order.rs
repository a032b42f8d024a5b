//! Check 2: whatever the order in which frames arrive, and however often, all is the same.

use jangkau_domain::queue::Queue;
use jangkau_domain::synthetic::Draw;
use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId, Ulid, Value};
use jangkau_sync::Edit;
use jangkau_sync::message::Outcome;
use jangkau_tests::people::{Family, need};
use jangkau_tests::scribe::{Written, raw_frame};
use jangkau_tests::site::copy_files;
use jangkau_tests::{Caller, Dump, Scribe, Site, Tablet, seed};

/// Frames of a tablet.
const FRAMES: usize = 3;

/// How often each order is played, with other doublings.
const DOUBLINGS: u64 = 6;

/// What two tablets made while apart, and the server as both last saw it.
struct Apart {
    server: tempfile::TempDir,
    /// The three frames of each tablet.
    frames: [[Vec<Written>; FRAMES]; 2],
    devices: [DeviceId; 2],
    /// Registered by both.
    person: DocId,
    /// Known to both before, and edited by both.
    household: DocId,
    case: DocId,
}

/// Lets two tablets work apart: each registers the same NIK, edits the same household with a
/// program, and the same case.
fn apart() -> Apart {
    let mut site = Site::new();
    let [one, two] = ["fs1", "fs2"].map(|login| Tablet::enrolled(&site, login));
    let typed = one.start_new();
    Family::numbered(1).fill(&typed);
    need(&typed, "Belum pernah menerima sembako");
    typed.finish();
    one.sync();
    two.sync();
    let (household, case) =
        (site.documents(DocKind::Household)[0], site.documents(DocKind::Case)[0]);
    let known = site.documents(DocKind::Person);
    let server = tempfile::tempdir().unwrap();
    let devices = [DeviceId(1), DeviceId(2)];
    let scribes = [0, 1].map(|n: usize| {
        let caller = Caller::of_device(&site, devices[n], site.user(["fs1", "fs2"][n]));
        let mut scribe = Scribe::of(&caller, 0xa1 + n as u64);
        site.changes(case).iter().for_each(|change| scribe.learn(change));
        scribe
    });
    let case_scope = site.changes(case)[0].scope;
    copy_files(&site.quiet(), server.path());
    let [mut first, mut second] = scribes;
    let frames = [
        [
            register(&one, "SITI ROMLAH"),
            edit_household(&one, household, "2", "receiving"),
            vec![edit_case(&mut first, case, case_scope, "Sejak 1980", b'a')],
        ],
        [
            register(&two, "SITTI ROMLAH"),
            edit_household(&two, household, "3", "stopped"),
            vec![edit_case(&mut second, case, case_scope, "Sejak 1990", b'b')],
        ],
    ];
    let is_new = |one: &&Written| one.kind == DocKind::Person && !known.contains(&one.doc);
    let person = frames[0][0].iter().find(is_new).expect("a person was registered").doc;
    Apart { server, frames, devices, person, household, case }
}

/// Registers the same NIK under the same KK, the name as this worker heard it.
fn register(tablet: &Tablet, name: &str) -> Vec<Written> {
    let typed = tablet.start_new();
    let mut family = Family::numbered(2);
    name.clone_into(&mut family.name);
    family.fill(&typed);
    typed.finish();
    tablet.take_waiting()
}

fn edit_household(tablet: &Tablet, household: DocId, size: &str, status: &str) -> Vec<Written> {
    let typed = tablet.start_at(&household.to_string());
    let doc = household.to_string();
    typed.fill(
        &doc,
        &[
            ("f/size", size),
            ("f/address", "Dusun Wetan"),
            ("prog/sembako/status", status),
            ("prog/sembako/last", "2025-06"),
        ],
    );
    typed.set(typed.visit(), "consent", "spoken");
    typed.finish();
    tablet.take_waiting()
}

/// Writes on the case during a visit, as a correction does.
fn edit_case(scribe: &mut Scribe, case: DocId, scope: ScopeId, story: &str, visit: u8) -> Written {
    let puts =
        [Edit::put("f/story", Value::from(story)), Edit::put("f/note", Value::from("Diantar RT"))];
    scribe.during(Some(Ulid::new(1_752_454_800_000, [visit; 10])));
    scribe.edit(DocKind::Case, case, scope, &puts)
}

/// Plays frames in an order; afterwards each tablet sends again what was not confirmed.
fn play(apart: &Apart, order: &[(usize, usize)]) -> Site {
    let site = Site::copy_of(apart.server.path());
    let callers = [0, 1]
        .map(|n: usize| Caller::of_device(&site, apart.devices[n], site.user(["fs1", "fs2"][n])));
    let mut confirmed = [[false; FRAMES]; 2];
    let mut send = |tablet: usize, frame: usize| {
        let answer = callers[tablet].push(&raw_frame(&apart.frames[tablet][frame]));
        let arrived = |one: &Outcome| matches!(one, Outcome::Stored | Outcome::Duplicate);
        confirmed[tablet][frame] = answer.outcomes.iter().all(arrived);
        confirmed[tablet][frame]
    };
    for &(tablet, frame) in order {
        send(tablet, frame);
        site.advance(7);
    }
    for tablet in 0..2 {
        for frame in 0..FRAMES {
            assert!(send(tablet, frame), "everything arrives in the end");
        }
    }
    site
}

/// Returns every order of so many things.
fn orders<T: Copy>(things: &[T]) -> Vec<Vec<T>> {
    if things.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for first in 0..things.len() {
        let mut rest = things.to_vec();
        let thing = rest.remove(first);
        for mut order in orders(&rest) {
            order.insert(0, thing);
            all.push(order);
        }
    }
    all
}

/// Returns whether each tablet's frames stand in their own order: one is in flight at a time.
fn keeps_each_tablets_order(order: &[(usize, usize)]) -> bool {
    let of = |tablet: usize| order.iter().filter(move |one| one.0 == tablet).map(|one| one.1);
    of(0).is_sorted() && of(1).is_sorted()
}

/// Sends every frame one to three times, at once or later.
fn doubled(order: &[(usize, usize)], draw: &mut Draw) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    for one in order {
        all.push(*one);
        for _ in 0..draw.below(3) {
            // Anything that was sent before may come once more.
            all.push(all[draw.below(all.len() as u32) as usize]);
        }
    }
    all
}

/// Checks what every order must give.
fn check(apart: &Apart, site: &Site) {
    assert_eq!(site.documents(DocKind::Person).len(), 2, "one NIK is one person");
    assert_eq!(site.documents(DocKind::Household).len(), 2);
    assert_eq!(site.documents(DocKind::Case).len(), 1);
    for (doc, key, kept) in [
        (apart.person, "f/name", 2),
        (apart.household, "f/size", 2),
        (apart.household, "prog/sembako/status", 2),
        (apart.case, "f/story", 2),
    ] {
        assert_eq!(site.values(doc, key).len(), kept, "{key} keeps both values");
    }
    let open = site.waiting(Queue::Conflict);
    let name: Vec<_> = open.iter().filter(|row| row.doc == Some(apart.person)).collect();
    assert_eq!(name.len(), 1, "one row a cause");
    assert_eq!(name[0].key.as_deref(), Some("f/name"));
    assert!(site.waiting(Queue::Held).is_empty());
    // The first visit, and of each tablet one new family and one known.
    assert_eq!(site.waiting(Queue::Review).len(), 5, "each visit is reviewed once");
}

fn all_frames() -> Vec<(usize, usize)> {
    (0..2).flat_map(|tablet| (0..FRAMES).map(move |frame| (tablet, frame))).collect()
}

#[test]
fn every_order_and_every_doubling_gives_the_same() {
    let apart = apart();
    let first = play(&apart, &all_frames());
    check(&apart, &first);
    let expected = Dump::of(&first);
    assert!(first.app().ingest.rebuild_now().unwrap().differing.is_empty());
    let orders: Vec<_> =
        orders(&all_frames()).into_iter().filter(|order| keeps_each_tablets_order(order)).collect();
    assert_eq!(orders.len(), 20);
    seed::each("any_order", orders.len() as u64 * DOUBLINGS, |seed, draw| {
        let order = &orders[(seed % orders.len() as u64) as usize];
        let sent = doubled(order, draw);
        let site = play(&apart, &sent);
        same(&expected, &Dump::of(&site), &sent);
        check(&apart, &site);
    });
}

#[test]
fn even_frames_that_overtake_each_other_end_alike() {
    let apart = apart();
    let expected = Dump::of(&play(&apart, &all_frames())).without_held();
    let orders = orders(&all_frames());
    assert_eq!(orders.len(), 720);
    seed::each_once("overtaking", orders.len() as u64, |seed, draw| {
        let sent = doubled(&orders[seed as usize], draw);
        let site = play(&apart, &sent);
        same(&expected, &Dump::of(&site).without_held(), &sent);
        check(&apart, &site);
    });
}

fn same(expected: &Dump, found: &Dump, order: &[(usize, usize)]) {
    let differences = expected.differences(found);
    assert!(differences.is_empty(), "{order:?} differs in\n{}", differences.join("\n"));
}

#[test]
fn the_orders_are_all_there() {
    let all = orders(&[1, 2, 3]);
    assert_eq!(all.len(), 6);
    assert!(all.contains(&vec![3, 1, 2]));
    assert!(keeps_each_tablets_order(&[(0, 0), (1, 0), (0, 1)]));
    assert!(!keeps_each_tablets_order(&[(0, 1), (1, 0), (0, 0)]));
}
