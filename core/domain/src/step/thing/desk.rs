//! Clashes, pairs and held changes: what an admin settles.

use super::{Move, Thing};
use crate::queue::Queue::{Conflict, DataRequest, Duplicate, Held};
use crate::step::StepId as S;

const OPEN: &str = "open";
const ASKED: &str = "asked";
const SETTLED: &str = "settled";
const PROPOSED: &str = "proposed";
const LINKED: &str = "linked";
const HELD: &str = "held";

pub(super) const MOVES: [Move; 10] = [
    Move::new(
        S::C1,
        Thing::Conflict,
        &[],
        &[OPEN],
        "system",
        "concurrent unequal values of a must-review key",
    )
    .opens(&[Conflict]),
    Move::new(
        S::C2,
        Thing::Conflict,
        &[OPEN, ASKED],
        &[SETTLED],
        "adm_kab system",
        "picks, or types the value from the paper, on the shown heads; system: a later edit saw all",
    )
    .closes(&[Conflict]),
    Move::new(
        S::C4,
        Thing::Conflict,
        &[OPEN],
        &[ASKED],
        "adm_kab",
        "authors or front office look at KTP and KK again; their reply closes it",
    )
    .opens(&[DataRequest]),
    Move::new(
        S::D1,
        Thing::Pair,
        &[],
        &[OPEN],
        "fs spv fo bo fop bop system",
        "score between the lines, equal NIK with doubt, or marked by hand",
    )
    .opens(&[Duplicate]),
    Move::new(
        S::D2,
        Thing::Pair,
        &[OPEN],
        &["different"],
        "adm_kab",
        "not the same; asked again only when a compared field changes",
    )
    .closes(&[Duplicate]),
    Move::new(
        S::D3,
        Thing::Pair,
        &[OPEN],
        &[PROPOSED],
        "adm_kab",
        "same (survivor, field choices) or two in one (whose values the new document takes); why",
    ),
    Move::new(
        S::D4,
        Thing::Pair,
        &[PROPOSED],
        &[LINKED, "split", OPEN],
        "mj adm_kab",
        "not the person who proposed; alias row, or new document; or declined, why",
    )
    .closes(&[Duplicate]),
    Move::new(
        S::D6,
        Thing::Pair,
        &[LINKED],
        &["undone"],
        "mj adm_kab",
        "not the person who decided; alias closed, later edits stay where they were made",
    ),
    Move::new(
        S::H1,
        Thing::Change,
        &[],
        &[HELD],
        "system",
        "hostile, not_allowed, unknown_dep, purged; bytes kept",
    )
    .opens(&[Held]),
    Move::new(
        S::H2,
        Thing::Change,
        &[HELD],
        &["applied", "set_aside"],
        "adm_kab system",
        "dependency came or right restored: gate again; set aside: why, bytes stay exportable",
    )
    .closes(&[Held]),
];
