//! A private case outside its scope: in no list, no count, no search, no total of its desa.

use jangkau_domain::event::{EventBody, Submit};
use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use jangkau_sync::message::ScopeKind;

use super::beside::{DAY, ulid};
use super::reports;
use super::world::{DESA, KAB, World};
use crate::access;
use crate::queue;
use crate::step::Figures;
use crate::store::{reports as store, scopes};

/// The author records a complaint about an officer in a scope of its own.
fn complain(world: &World, scope: ScopeId, n: u8, person: DocId) -> DocId {
    let case = DocId([0xd1, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    let mut tablet = world.tablet_of("fs", 40, scope);
    tablet.edit(
        DocKind::Case,
        case,
        None,
        &[
            ("f/kind", "grievance".into()),
            ("f/subcat", "k11".into()),
            ("f/person", Value::Bytes(person.0.to_vec())),
            ("f/channel", "fs".into()),
            ("f/program", "sembako".into()),
            ("f/sector", "food".into()),
            ("f/against", "puskesos".into()),
            ("f/story", "Petugas meminta uang".into()),
            ("f/number", "9901-2507-0K7-0012-G".into()),
            ("set/ppks/poor", Value::Bool(true)),
            ("f/reg_status", "listed".into()),
            ("f/reg_release", "dtsen-2025-2".into()),
            ("f/consent_refer", "signed".into()),
        ],
    );
    let submit =
        Submit { route: "review".into(), similar: Vec::new(), still_new: None, kept: Vec::new() };
    tablet.tell(DocKind::Case, case, None, ulid(4, n), EventBody::Submit(submit));
    world.sync(&mut tablet);
    case
}

#[test]
fn rule_11_a_private_case_is_in_no_list_count_or_total_outside_its_scope() {
    let mut world = World::new();
    let visited = world.accepted(3, "need", "k01");
    let author = world.user("fs");
    let scope = world.ingest.run_now(move |writer| {
        let (conn, kind) = (writer.conn(), ScopeKind::Private);
        Ok(scopes::insert(conn, KAB, kind, Some(DESA), Some(author), "")?)
    });
    let scope = scope.unwrap();
    let outside = ["spv", "fs2", "fop", "bop", "kp", "fo", "bo"];
    let now_s = world.clock.now_s();
    let count = |world: &World, login: &str| {
        let viewer = world.viewer(login);
        world.read(move |conn| queue::count(conn, KAB, &viewer, now_s).unwrap())
    };
    let before: Vec<_> = outside.iter().map(|login| count(&world, login)).collect();
    let case = complain(&world, scope, 1, visited.person);
    assert!(world.case(case).private);
    assert_eq!(world.waits("mj", Queue::Manager).len(), 2, "the manager has it beside the need");
    for (login, before) in outside.iter().zip(before) {
        assert_eq!(count(&world, login), before, "{login} counts as before");
        for queue in Queue::ALL {
            let seen = world.waits(login, queue);
            assert!(seen.iter().all(|row| row.case_doc != Some(case)), "{login}: {}", queue.key());
        }
        let user = world.user(login);
        let reach = world.read(move |conn| access::sender(conn, KAB, user, None).unwrap().scopes);
        assert!(!reach.contains(&scope), "{login} neither pulls nor searches it");
    }
    assert!(world.waits("mj", Queue::Manager).iter().any(|row| row.case_doc == Some(case)));
    // The desa's figures do not know it, the kabupaten's do.
    world.clock.advance(80 * DAY);
    while world.ingest.tick_now().unwrap() > 0 {}
    let total = |unit: String| {
        let report = world.read(move |conn| store::find(conn, KAB, &unit, "2025-3").unwrap());
        Figures::from_bytes(&report.unwrap().figures).unwrap().total()
    };
    assert_eq!((total(reports::unit()), total("slrt".to_owned())), (1, 2));
    world.follows_from_the_log();
}
