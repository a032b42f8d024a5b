//! Telling, printing, meeting, reporting, handing over: duties around the cases.

use super::{Move, Thing};
use crate::queue::Queue::{
    Agenda, Completion, CrossCheck, Handover, Held, Inform, Overdue, Print, Report,
};
use crate::step::StepId as S;

const OPEN: &str = "open";
const REC: &str = "fs fo bo fop bop";

#[rustfmt::skip]
pub(super) const MOVES: [Move; 18] = [
    Move::new(S::H3, Thing::Change, &["held"], &["re_entered"], REC,
        "the author's values put again as a new change").closes(&[Held]),
    Move::new(S::I1, Thing::Task, &[OPEN], &["done", "not_reached"], REC,
        "date, channel, reached; not reached after the third try").closes(&[Inform]),
    Move::new(S::I2, Thing::Task, &[OPEN], &["superseded"], "system",
        "newer word for the case, or the SMS arrived while under way").closes(&[Inform]),
    Move::new(S::P1, Thing::Letter, &["waiting"], &["handed_over"], "mj fo bo fop bop kp pj",
        "initials and signature by settings, the office's own number series").closes(&[Print]),
    Move::new(S::M1, Thing::Agenda, &[OPEN], &["discussed"], "mj",
        "meeting, date, minutes, result").closes(&[Agenda]),
    Move::new(S::E1, Thing::Mode, &[], &["on"], "mj adm_kab",
        "wilayah, kind, from, until: quick form, no papers guard, first in queues, own counts"),
    Move::new(S::E2, Thing::Mode, &["on"], &["off"], "mj adm_kab system",
        "one row for each quick case below the minimum").opens(&[Completion]),
    Move::new(S::E3, Thing::QuickCase, &[OPEN], &["complete"], "fs mj fo bo fop bop system",
        "minimum reached, or waived by the manager, why").closes(&[Completion]),
    Move::new(S::R1, Thing::Report, &[], &["drafted"], "system",
        "end of quarter, each puskesos, kabupaten, province").opens(&[Report]),
    Move::new(S::R2, Thing::Report, &["drafted", "returned"], &["submitted"], "mj kp kprov",
        "puskesos: its head signs first").closes(&[Report]).opens(&[Report]),
    Move::new(S::R3, Thing::Report, &["submitted"], &["accepted", "returned"], "mj kprov seknas",
        "one level up; accepted: figures frozen with a hash").closes(&[Report]).opens(&[Report]),
    Move::new(S::A1, Thing::Account, &[], &["active", "ended"], "mj kp adm_kab",
        "decree and dates; ended: device revoked after its unsent data came or was given up")
        .opens(&[Handover]),
    Move::new(S::A2, Thing::Row, &["old_owner"], &["new_owner"], "spv mj",
        "a facilitator's work within the kecamatan; a puskesos without back officer: to slrt")
        .closes(&[Handover]),
    Move::new(S::X1, Thing::CrossCheck, &[], &["given"], "spv",
        "a facilitator of another desa, one household, a minimal card").opens(&[CrossCheck]),
    Move::new(S::X2, Thing::CrossCheck, &["given"], &["done"], "fs",
        "its event alone, pushed by document id while the task is open").closes(&[CrossCheck]),
    Move::new(S::O1, Thing::Row, &["in_time"], &["overdue"], "system",
        "due passed").opens(&[Overdue]),
    Move::new(S::O2, Thing::Row, &["overdue"], &["settled"], "mj system",
        "the row closed, or its date moved, once, why").closes(&[Overdue]),
    Move::new(S::N1, Thing::Number, &["repeated"], &["renumbered"], "system",
        "the case received later gets a new number and a new receipt").opens(&[Inform]),
];
