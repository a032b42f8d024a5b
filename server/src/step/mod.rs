//! The step engine: what an event, a change or a decision does to cases, visits, queues and rows.
//!
//! Every function here is called by ingest inside its savepoint, live and in a replay alike, so it
//! may use only what is stored and [`Cause::recv_at`], and never adds to the log.

mod account;
mod actor;
mod agenda;
mod apply;
mod case;
mod compared;
mod completion;
mod conflict;
mod correct;
mod cross;
mod decide;
mod decision;
mod due;
mod effects;
mod emergency;
mod enrol;
mod event;
mod facts;
mod feed;
mod figures;
mod follow;
mod handover;
mod held;
mod inform;
mod letters;
mod likeness;
mod link;
mod look_again;
mod matter;
mod number;
mod office;
mod pair;
mod papers;
mod private;
mod quarter;
mod queues;
mod referral;
mod register;
mod report;
mod requests;
mod returns;
mod review;
mod split;
mod things;
mod visit;
mod waiting;
mod work;

#[cfg(test)]
mod tests;

use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId};

pub use decision::Decision;
pub use figures::Figures;
pub use follow::FollowUp;
pub use matter::{EndAccount, Matter, NewAccount, NewCheck, NewMode};

use crate::ingest::{Cause, IngestError, Writer};
use crate::store::cross_checks;
use crate::store::held::Held;
use work::Work;

/// The document that a change or an event belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Its id.
    pub doc: DocId,
    /// Its kind.
    pub kind: DocKind,
    /// Its scope.
    pub scope: ScopeId,
}

/// Answers an event that a change brought (`ev/<ulid>`).
///
/// # Errors
///
/// [`IngestError`] if the database fails; what the table forbids is answered by a refusal row.
pub fn on_event(
    writer: &Writer<'_>,
    cause: &Cause,
    subject: &Subject,
    event: Ulid,
    body: &[u8],
) -> Result<(), IngestError> {
    event::answer(&Work { writer, cause }, subject, event, body)
}

/// Looks at a document after a change was stored, its read tables folded and its events answered.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn on_change(writer: &Writer<'_>, cause: &Cause, subject: &Subject) -> Result<(), IngestError> {
    let work = Work { writer, cause };
    case::ensure(&work, subject)?;
    conflict::look(&work, subject)?;
    papers::look(&work, subject)?;
    pair::look(&work, subject)?;
    number::look(&work, subject)?;
    completion::look(&work, subject)?;
    visit::touched(&work)
}

/// Opens what waits because a change is held (H1).
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn on_held(
    writer: &Writer<'_>,
    cause: &Cause,
    subject: &Subject,
    held: &Held,
) -> Result<(), IngestError> {
    held::opened(&Work { writer, cause }, subject, held)
}

/// Closes what waited because a change was held (H2).
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn on_held_end(
    writer: &Writer<'_>,
    cause: &Cause,
    subject: &Subject,
    held: &Held,
) -> Result<(), IngestError> {
    held::ended(&Work { writer, cause }, subject, held)
}

/// Looks at the citizens whom a new release of the register lists, by the keyed hashes of their
/// NIK.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn on_register(
    writer: &Writer<'_>,
    cause: &Cause,
    niks: &[[u8; 32]],
) -> Result<(), IngestError> {
    register::came(&Work { writer, cause }, niks)
}

/// Lets the state of a case follow its private copy; returns its author.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn went_private(
    writer: &Writer<'_>,
    cause: &Cause,
    docs: (DocId, DocId),
    scope: ScopeId,
) -> Result<Option<UserId>, IngestError> {
    Ok(private::went(&Work { writer, cause }, docs, scope)?.and_then(|row| row.author))
}

/// Carries out a [`Decision`] that stands in the log.
///
/// # Errors
///
/// [`IngestError::Step`] if no step allows it; ingest then stores nothing.
pub fn decide(writer: &Writer<'_>, cause: &Cause, body: &[u8]) -> Result<(), IngestError> {
    decide::run(&Work { writer, cause }, body)?.map_err(IngestError::Step)
}

/// Returns what a decision that was just carried out leaves to ingest: changes of documents and ends
/// of held changes, which stand in the log as entries of their own.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn follow_ups(
    writer: &Writer<'_>,
    cause: &Cause,
    body: &[u8],
) -> Result<Vec<FollowUp>, IngestError> {
    follow::ups(&Work { writer, cause }, body)
}

/// Tells whether a person has a cross-check of a household to send, though it is not theirs to see.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn cross_check_waits(
    writer: &Writer<'_>,
    household: &DocId,
    user: UserId,
) -> Result<bool, IngestError> {
    Ok(cross_checks::waits(writer.conn(), writer.kab(), household, user)?)
}

/// Returns the bodies of the decisions that are due by the clock (V1 after 24 h, O1, D1, E2, R1).
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub fn due(writer: &Writer<'_>) -> Result<Vec<Vec<u8>>, IngestError> {
    due::all(writer)
}
