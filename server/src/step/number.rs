//! A registration number that two cases have: a copied tablet gave it twice. The case received
//! later gets a new one from the server's own block, and the citizen is told (N1).

use jangkau_domain::DocId;
use jangkau_domain::DocKind;
use jangkau_domain::case::CaseState;
use jangkau_domain::case_number::{Block, CaseNumber, Serial};
use jangkau_domain::clock::Clock;
use jangkau_domain::queue::Cause;
use jangkau_domain::step::{Guard, RefusalCode};
use jangkau_sync::row::{self as wire, RowId, RowKind};
use jiff::Timestamp;

use super::Subject;
use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::facts::{self, Record};
use super::queues;
use super::work::{To, Work, calendar};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::inform::{self, Task};
use crate::store::numbers::{self, Renumbered};
use crate::store::queue::Waiting;
use crate::store::rows::row_id;
use crate::store::{case_files, case_step, purges};

/// Numbers of state rows end below; a telling about a number stands above.
const ABOVE_ROWS: u64 = 1 << 32;
/// Serials of one block.
const SERIALS: u32 = 9_999;

/// Returns the number of a case that counts.
pub(super) fn of(
    work: &Work<'_>,
    case: &DocId,
    record: &Record,
) -> Result<Option<String>, IngestError> {
    let given = numbers::find(work.conn(), work.kab(), case)?;
    Ok(given.or_else(|| facts::text(record, "f/number").map(str::to_owned)))
}

/// Nobody gives a new number by hand.
pub(super) fn by_hand(wish: Wish<'_>) -> Answer {
    refuse(wish.id, RefusalCode::NotAllowed, Guard::Role)
}

/// Looks whether a case that was sent has a number that another one had before.
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    if subject.kind != DocKind::Case {
        return Ok(());
    }
    let (conn, kab) = (work.conn(), work.kab());
    let record = facts::some(work, &subject.doc, &["f/number"])?;
    let Some(old) = facts::text(&record, "f/number") else { return Ok(()) };
    let others = case_files::with_number(conn, kab, old)?;
    if others.len() < 2 || numbers::find(conn, kab, &subject.doc)?.is_some() {
        return Ok(());
    }
    let Some(case) = sent(work, &subject.doc)? else { return Ok(()) };
    for other in others.iter().filter(|other| other.doc != subject.doc) {
        if repeats(work, &case, &other.doc)? {
            return renumber(work, &case.0, old);
        }
    }
    Ok(())
}

/// Returns a case that was sent, with the log entry that brought it.
fn sent(work: &Work<'_>, doc: &DocId) -> Result<Option<(CaseRow, i64)>, IngestError> {
    let case = case_state::find(work.conn(), work.kab(), doc)?;
    let Some(case) = case.filter(|case| case.state != CaseState::Draft) else { return Ok(None) };
    let steps = case_step::list(work.conn(), work.kab(), doc)?;
    Ok(steps.first().map(|first| (case, first.pos)))
}

/// A private copy keeps the number of the case that it was made from (T25).
fn repeats(
    work: &Work<'_>,
    (case, since): &(CaseRow, i64),
    other: &DocId,
) -> Result<bool, IngestError> {
    if purges::is_purged(work.conn(), work.kab(), other)? {
        return Ok(false);
    }
    let Some((earlier, before)) = sent(work, other)? else { return Ok(false) };
    let copy = case.private != earlier.private && case.person == earlier.person;
    Ok(before < *since && !copy)
}

fn renumber(work: &Work<'_>, case: &CaseRow, old: &str) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let n = numbers::given(conn, kab)? + 1;
    let Some(number) = issue(work, n) else { return Ok(()) };
    let one = Renumbered { doc: case.doc, old: old.to_owned(), number: number.to_string(), n };
    numbers::insert(conn, kab, &one, (work.cause.pos, work.at()))?;
    let body = wire::Number { case: case.doc, old: one.old.clone(), new: one.number.clone() };
    let id = row_id(RowKind::Number, &case.doc.to_string());
    let private = case.author.filter(|_| case.private);
    let to = To { id, scope: case.scope, user: private, doc: Some(case.doc) };
    work.hand_out(&to, &body)?;
    tell(work, case, &one)
}

/// Takes the next number of the server's own blocks: tablets are given theirs from the other end.
fn issue(work: &Work<'_>, n: u32) -> Option<CaseNumber> {
    let zone = calendar(work.kab()).zone();
    let day = zone.day(Timestamp::from_second(work.at()).ok()?);
    let block = Block::COUNT - 1 - u16::try_from((n - 1) / SERIALS).ok()?;
    let serial = Serial::new(u16::try_from((n - 1) % SERIALS).ok()? + 1)?;
    CaseNumber::issue(work.kab(), day, None, Block::new(block)?, serial)
}

/// Opens the task to tell the citizen, beside any other.
fn tell(work: &Work<'_>, case: &CaseRow, one: &Renumbered) -> Result<(), IngestError> {
    let n = ABOVE_ROWS + u64::from(one.n);
    let cause = Cause::inform(case.doc, n);
    let word = case.word.map_or("received", |word| word.key());
    let task = Task {
        id: row_id(RowKind::InformTask, &cause.key).0,
        doc: case.doc,
        n,
        word: word.to_owned(),
        due: work.due(Clock::Inform),
        state: "open".to_owned(),
        tries: 0,
        done_at: None,
        pos: work.cause.pos,
    };
    inform::insert(work.conn(), work.kab(), &task, work.at())?;
    let row = queues::waiting(work, case, cause, Some(Clock::Inform));
    work.open(&Waiting { unit: None, ..row })?;
    let around = facts::around(work, &case.doc)?;
    let phone = around.person.as_ref().and_then(|(_, one)| facts::text(one, "f/phone"));
    let body = wire::InformTask {
        case: case.doc,
        number: one.number.clone(),
        word: task.word.clone(),
        text: format!(
            "Nomor {} diganti menjadi {}. Simpan nomor yang baru; nomor lama tetap dikenali.",
            one.old, one.number
        ),
        phone: phone.map(str::to_owned),
        due: Some(task.due),
        closed: None,
        person: case.person,
    };
    let private = case.author.filter(|_| case.private);
    let to = To { id: RowId(task.id), scope: case.scope, user: private, doc: Some(case.doc) };
    work.hand_out(&to, &body)
}
