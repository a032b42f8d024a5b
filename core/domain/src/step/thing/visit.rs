//! A visit is reviewed as one thing, with or without a case in it (Guideline III.D.2.b).

use super::{Move, Thing};
use crate::queue::Queue::{Correction, Review};
use crate::step::StepId as S;

const COUNTED: &str = "counted";
const WAITING: &str = "waiting";
const ACCEPTED: &str = "accepted";
const RETURNED: &str = "returned";
const FIELD: &str = "fs fop fo bo bop";

pub(super) const MOVES: [Move; 5] = [
    Move::new(
        S::V1,
        Thing::Visit,
        &[],
        &[WAITING, COUNTED],
        "system",
        "visit event, or 24 h after the last change naming it; nobody met and nothing changed, \
         or office contact: counted, no row",
    )
    .opens(&[Review]),
    Move::new(
        S::V2,
        Thing::Visit,
        &[WAITING],
        &[ACCEPTED],
        "spv mj",
        "every part decided, also with no case in it; in bulk where no warning is open",
    )
    .closes(&[Review]),
    Move::new(
        S::V3,
        Thing::Visit,
        &[WAITING],
        &[RETURNED],
        "spv mj",
        "note per field of any document of the visit; the rest counts as accepted",
    )
    .closes(&[Review])
    .opens(&[Correction]),
    Move::new(
        S::V4,
        Thing::Visit,
        &[RETURNED],
        &[WAITING],
        FIELD,
        "correct event of the author or replacement for every returned document; next round",
    )
    .closes(&[Correction])
    .opens(&[Review]),
    Move::new(
        S::V5,
        Thing::Visit,
        &[ACCEPTED],
        &[WAITING],
        "system",
        "changes naming it came later; the next round shows only these",
    )
    .opens(&[Review]),
];
