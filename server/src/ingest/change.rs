//! A change that the gate let in: log, document, sum of its scope, read tables, steps.

use jangkau_domain::event;
use jangkau_sync::change::Action;
use jangkau_sync::register::Fit;
use jangkau_sync::{Author, Change};

use super::open::Open;
use super::{Cause, Entry, IngestError, What, Writer, hold};
use crate::projection;
use crate::step;
use crate::store::documents;

/// Stores a change and everything that follows from it, held changes that waited for it included.
pub(crate) fn store(
    writer: &Writer<'_>,
    open: &mut Open,
    change: &Change,
    fit: Fit,
    body: &[u8],
) -> Result<(), IngestError> {
    let cause = writer.append(&Entry {
        what: What::Change,
        doc: Some((open.stored.register.kind(), open.stored.register.id())),
        hash: Some(change.hash),
        scope: Some(open.stored.scope),
        author: author_of(change),
        body,
    })?;
    follow(writer, &cause, open, change, fit)?;
    hold::retry(writer, open, &change.hash)
}

/// Does what follows from a change that stands in the log, live and in a replay alike.
pub(crate) fn follow(
    writer: &Writer<'_>,
    cause: &Cause,
    open: &mut Open,
    change: &Change,
    fit: Fit,
) -> Result<(), IngestError> {
    let before = (!open.fresh).then(|| open.stored.register.heads().to_vec());
    open.stored.register.apply(change, fit);
    save(writer, cause, open)?;
    let stored = &open.stored;
    let doc = stored.register.id();
    writer.shift(stored.scope, &doc, before.as_deref(), stored.register.heads());
    projection::fold(writer, cause, stored, change)?;
    let subject = open.subject();
    for op in &change.ops {
        let Some(id) = event::id_of(&op.key) else { continue };
        if let Action::Put(value) = &op.action
            && let Some(body) = value.as_bytes()
        {
            step::on_event(writer, cause, &subject, id, body)?;
        }
    }
    step::on_change(writer, cause, &subject)
}

/// Returns who answers for a change; the gate has read the message before.
pub(crate) fn author_of(change: &Change) -> Author {
    change.message.as_deref().and_then(|message| message.parse().ok()).unwrap_or(Author {
        user: None,
        device: None,
        visit: None,
    })
}

fn save(writer: &Writer<'_>, cause: &Cause, open: &mut Open) -> Result<(), IngestError> {
    let stored = &mut open.stored;
    stored.last_pos = cause.pos;
    if open.fresh {
        stored.first_pos = cause.pos;
        stored.scope_pos = cause.pos;
        documents::insert(writer.conn(), writer.kab(), stored)?;
        open.fresh = false;
    } else {
        documents::update(writer.conn(), writer.kab(), stored)?;
    }
    Ok(())
}
