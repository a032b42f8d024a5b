//! What a person decided on a page, or what the clock made due: an entry of the log that the step
//! engine carries out.

use jangkau_domain::Ulid;
use jangkau_sync::Author;

use super::edit::{self, PageEdit};
use super::sender::Sender;
use super::{Cause, Entry, Ingest, IngestError, What, Writer, hold};
use crate::step::{self, FollowUp};

/// A decision, before it is in the log.
#[derive(Clone)]
pub struct Decision {
    /// Its name; changes that carry it out name it as their visit.
    pub id: Ulid,
    /// What the step engine reads.
    pub body: Vec<u8>,
    /// Fields that it puts, each on the version that the page showed.
    pub edits: Vec<PageEdit>,
}

impl Ingest {
    /// Carries out a decision: all of it, or nothing.
    ///
    /// # Errors
    ///
    /// [`IngestError::Refused`] if no step allows it now, or a field is not this person's to write.
    pub async fn decide(&self, sender: Sender, decision: Decision) -> Result<(), IngestError> {
        self.run(move |writer| decide(writer, &sender, &decision)).await
    }

    /// Carries out what the clock made due; returns how much that was.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails; nothing was carried out then.
    pub async fn tick(&self) -> Result<usize, IngestError> {
        self.run(tick).await
    }

    /// Does as [`Ingest::tick`], on a thread that may wait.
    ///
    /// # Errors
    ///
    /// As [`Ingest::tick`].
    pub fn tick_now(&self) -> Result<usize, IngestError> {
        self.run_now(tick)
    }
}

/// Carries out a decision inside a piece of work.
pub fn decide(
    writer: &Writer<'_>,
    sender: &Sender,
    decision: &Decision,
) -> Result<(), IngestError> {
    let author = Author { user: Some(sender.user), device: None, visit: Some(decision.id) };
    let cause = enter(writer, author, &decision.body)?;
    // The steps stand before the edits, so a step sees what the person saw.
    for edit in &decision.edits {
        edit::carry_out(writer, sender, edit)?;
    }
    for follow_up in step::follow_ups(writer, &cause, &decision.body)? {
        match follow_up {
            FollowUp::Composed(edit) => {
                edit::carry_out(writer, sender, &edit)?;
            }
            FollowUp::Own(edit) => {
                edit::apply(writer, sender, &edit)?;
            }
            FollowUp::TryAgain(doc, hash) => hold::try_named(writer, &doc, &hash)?,
            FollowUp::SetAside(doc, hash) => hold::set_aside(writer, &doc, &hash)?,
        }
    }
    Ok(())
}

fn tick(writer: &Writer<'_>) -> Result<usize, IngestError> {
    let due = step::due(writer)?;
    for body in &due {
        enter(writer, Author { user: None, device: None, visit: None }, body)?;
    }
    Ok(due.len())
}

fn enter(writer: &Writer<'_>, author: Author, body: &[u8]) -> Result<Cause, IngestError> {
    let entry = Entry { what: What::Decision, doc: None, hash: None, scope: None, author, body };
    let cause = writer.append(&entry)?;
    step::decide(writer, &cause, body)?;
    Ok(cause)
}
