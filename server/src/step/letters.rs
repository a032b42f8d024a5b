//! Letters: a receipt goes out at once, the others wait in *print* until an office hands them over
//! (T2, T2s, P1).

use jangkau_domain::case::Unit;
use jangkau_domain::queue::Cause;
use jangkau_domain::role::Role;
use jangkau_domain::step::{self, Input};
use jiff::Timestamp;

use super::apply::{Grant, Wish};
use super::work::{Work, calendar};
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::letters::{self, Letter};
use crate::store::queue::{Waiting, Which};

/// Notes the receipt that is printed with the step.
pub(super) fn receipt(
    work: &Work<'_>,
    case: &CaseRow,
    grant: &Grant<'_>,
) -> Result<(), IngestError> {
    let hand = grant.wish.hand;
    let letter = step::Letter::Receipt.key();
    let one = Letter {
        cause: Cause::print(case.doc, letter, 1).key,
        doc: case.doc,
        letter: letter.to_owned(),
        office: office(hand.role, case.desa.as_deref()).to_string(),
        year: year(work),
        no: None,
        signer: None,
        by: hand.user,
        pos: work.cause.pos,
        at: work.at(),
    };
    Ok(letters::insert(work.conn(), work.kab(), &one)?)
}

/// Hands a letter over (P1): it takes the next number of the office's own series.
pub(super) fn hand_over(
    work: &Work<'_>,
    row: &Waiting,
    wish: &Wish<'_>,
) -> Result<(), IngestError> {
    let Some(doc) = row.doc else { return Ok(()) };
    let office = office(wish.hand.role, row.desa.as_deref()).to_string();
    let year = year(work);
    let no = letters::next_no(work.conn(), work.kab(), &office, year)?;
    let one = Letter {
        cause: row.cause.clone(),
        doc,
        letter: row.key.clone().unwrap_or_default(),
        office,
        year,
        no: Some(no),
        signer: signer(wish.input),
        by: wish.hand.user,
        pos: work.cause.pos,
        at: work.at(),
    };
    letters::insert(work.conn(), work.kab(), &one)?;
    work.close(Which::Cause(&row.cause), wish.hand.user, wish.id.key())?;
    Ok(())
}

/// The official who signed, where the office's head did not.
fn signer(input: &Input) -> Option<String> {
    input.text.clone().filter(|name| !name.trim().is_empty())
}

/// Returns the office in whose series a letter of this role counts.
fn office(role: Option<Role>, desa: Option<&str>) -> Unit {
    match (role, desa) {
        (Some(Role::Fop | Role::Bop | Role::Kp | Role::Pj), Some(desa)) => {
            Unit::Puskesos(desa.to_owned())
        }
        _ => Unit::Slrt,
    }
}

fn year(work: &Work<'_>) -> i16 {
    let now = Timestamp::from_second(work.at()).unwrap_or(Timestamp::MAX);
    calendar(work.kab()).zone().day(now).year()
}
