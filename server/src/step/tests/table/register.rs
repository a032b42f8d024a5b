//! A release of the register: proposals come through, held back cases go on (L8, rule 19).

use jangkau_domain::case::CaseState;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, StepId};
use jangkau_domain::{DocKind, Value};
use jangkau_sync::row::{Row, RowKind};

use super::input;
use super::stage::{Stage, Subject};
use crate::ingest::NewPack;
use crate::step::tests::world::{KAB, refused};
use crate::store::packs::PackRow;
use crate::store::rows;

fn release(stage: &Stage, release: &str, niks: &[&str]) {
    let row = |(n, nik): (usize, &&str)| PackRow {
        row_id: format!("r{n}"),
        nik: Some((*nik).to_owned()),
        name: "SUMIATI".into(),
        ..PackRow::default()
    };
    let pack = NewPack {
        scope: stage.world.desa,
        source: "dtsen".into(),
        release: release.into(),
        released_on: "2025-07-14".into(),
        rows: niks.iter().enumerate().map(row).collect(),
    };
    stage.world.ingest.import_now(None, vec![pack]).unwrap();
}

const NIK: &str = "9901017112580003";

fn notices(stage: &Stage) -> usize {
    let case = stage.case;
    let all = stage.world.read(move |conn| rows::of_doc(conn, KAB, &case).unwrap());
    let notice = |row: &&jangkau_sync::row::FeedRow| {
        row.kind == RowKind::Notice as u8 && matches!(Row::read(row).unwrap(), Row::Notice(_))
    };
    all.iter().filter(notice).count()
}

#[test]
fn rule_19_an_import_alone_takes_a_listing_to_registered() {
    for path in ["L1", "L1 L3", "L1 L2", "L1 L2 L5", "L1 L2 L5 L6", "L1 L2 L5 L6 L7"] {
        let mut stage = Stage::draft(Subject::read("listing"));
        stage.walk(path);
        release(&stage, "dtsen-2025-2", &["9901017112580099"]);
        assert_ne!(stage.state(), CaseState::Registered, "somebody else was listed");
        release(&stage, "dtsen-2025-3", &[NIK]);
        assert_eq!(stage.state(), CaseState::Registered, "{path}");
        let taken = stage.history().pop().unwrap();
        assert_eq!((taken.step.as_str(), taken.user), ("L8", None));
        let waiting: Vec<_> =
            stage.rows().into_iter().filter(|row| row.done_at.is_none()).collect();
        assert_eq!(waiting.len(), 1, "{path}: the citizen is told, nothing else waits");
        assert_eq!(waiting[0].queue.key(), "inform");
        release(&stage, "dtsen-2025-4", &[NIK]);
        assert_eq!(stage.history().pop().unwrap().n, taken.n, "once");
        stage.world.follows_from_the_log();
    }
}

#[test]
fn rule_19_what_the_register_held_back_can_be_referred_and_its_holder_is_told() {
    let mut stage = Stage::draft(Subject::read("need"));
    let lines: &[(&str, Value)] = &[
        ("f/reg_status", "not_listed".into()),
        ("f/no_listing_why", "Sudah diusulkan".into()),
        ("f/program", "pkh".into()),
    ];
    stage.tablet.edit(DocKind::Case, stage.case, None, lines);
    stage.world.sync(&mut stage.tablet);
    stage.walk("T1 T8");
    let refer = input::full(&stage);
    let no = refused(stage.by(("mj", Role::Mj), StepId::T15, refer.clone()));
    assert_eq!(no.guard, Guard::Register);
    release(&stage, "dtsen-2025-2", &["9901017112580099"]);
    assert_eq!(notices(&stage), 0);
    release(&stage, "dtsen-2025-3", &[NIK]);
    assert_eq!(notices(&stage), 4, "its author, and the three managers with whom it stands");
    release(&stage, "dtsen-2025-4", &[NIK]);
    stage.by(("mj", Role::Mj), StepId::T15, refer).unwrap();
    stage.world.follows_from_the_log();
}
