//! Whether the writer may write what the change holds.

use jangkau_domain::event::{self, Event, EventError};
use jangkau_domain::field::{self, Field, Write};
use jangkau_domain::role::Role;
use jangkau_domain::{DocKind, Value};

use super::Writer;
use crate::author::Author;
use crate::change::{Action, Change, Op};
use crate::key;
use crate::register::Register;

/// Says why a well-formed change is kept aside all the same; no variant carries content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// The message names another user or tablet than the session.
    #[error("the change names another author than the session")]
    Author,
    /// No role of the writer records anything.
    #[error("no role of the writer writes documents")]
    Role,
    /// The field is another role's to put.
    #[error("a field of the change is not the writer's to put")]
    Field,
    /// A sensitive kind that may stand in a private case only (Law 27/2022).
    #[error("a sensitive item may stand in a private case only")]
    Sensitive,
    /// The event is another role's to write, or belongs into another kind of document.
    #[error("the event is not the writer's, or not for this kind of document")]
    Event,
    /// Events are written once: neither put again nor deleted.
    #[error("an event is already written and stays as it is")]
    EventTwice,
    /// The document has reached a limit.
    #[error("the document is full: {0}")]
    Full(&'static str),
}

/// Says that a value is not of the type that its key has in every version of this system.
pub(super) struct WrongType;

/// Checks author and rights.
pub(super) fn check(
    writer: &Writer,
    author: &Author,
    register: &Register,
    change: &Change,
) -> Result<(), NotAllowed> {
    // An event stays as it was written even where a receipt lets everything else in.
    change.ops.iter().try_for_each(|op| once(register, op))?;
    if writer.may_offer_others {
        return Ok(());
    }
    if (author.user, author.device) != (writer.user, writer.device) {
        return Err(NotAllowed::Author);
    }
    if !writer.decides && !writer.any_role(writes) {
        return Err(NotAllowed::Role);
    }
    change.ops.iter().try_for_each(|op| may(writer, register, op))
}

/// Checks that known keys hold the scalars that they hold in every version.
pub(super) fn check_types(kind: DocKind, change: &Change) -> Result<(), WrongType> {
    let fits = |op: &Op| match &op.action {
        Action::Delete => true,
        Action::Put(value) if key::is_event(&op.key) => event_ok(&op.key, value),
        Action::Put(value) => {
            field::find(kind, &op.key).is_none_or(|field| field.ty.accepts(value))
        }
    };
    if change.ops.iter().all(fits) { Ok(()) } else { Err(WrongType) }
}

// A kind that a newer program knows is stored and does nothing here.
fn event_ok(key: &str, value: &Value) -> bool {
    let Some(bytes) = value.as_bytes().filter(|_| event::id_of(key).is_some()) else {
        return false;
    };
    matches!(Event::decode(bytes), Ok(_) | Err(EventError::Kind))
}

fn once(register: &Register, op: &Op) -> Result<(), NotAllowed> {
    let rewrites = op.action == Action::Delete || !register.candidates(&op.key).is_empty();
    if key::is_event(&op.key) && rewrites { Err(NotAllowed::EventTwice) } else { Ok(()) }
}

/// Whether a role writes documents at all: who records, who classifies, who settles conflicts.
fn writes(role: Role) -> bool {
    Write::Cls.may(role) || role == Role::AdmKab
}

fn may(writer: &Writer, register: &Register, op: &Op) -> Result<(), NotAllowed> {
    if key::is_event(&op.key) {
        return event(writer, register.kind(), op);
    }
    if field::forbidden(register.kind(), &op.key) && op.action != Action::Delete {
        return Err(NotAllowed::Sensitive);
    }
    match field::find(register.kind(), &op.key) {
        Some(field) if !may_put(writer, register, field, &op.key) => Err(NotAllowed::Field),
        // What this version does not know is stored and synced, not judged.
        _ => Ok(()),
    }
}

fn may_put(writer: &Writer, register: &Register, field: &Field, key: &str) -> bool {
    let in_conflict = register.candidates(key).len() > 1;
    // The server composes the changes of its decisions itself: a split, for one, copies fields of
    // every class.
    writer.decides || writer.any_role(|role| field.may_put(role, in_conflict))
}

fn event(writer: &Writer, kind: DocKind, op: &Op) -> Result<(), NotAllowed> {
    let Action::Put(Value::Bytes(bytes)) = &op.action else {
        return Err(NotAllowed::Event);
    };
    let allowed = match Event::decode(bytes) {
        Ok(event) => {
            let event = event.kind();
            event.fits(kind) && writer.any_role(|role| event.may(role))
        }
        Err(_) => writer.any_role(|role| Write::Rec.may(role)),
    };
    if allowed { Ok(()) } else { Err(NotAllowed::Event) }
}
