//! The order of the questions: form, place in the history, rights, room.

use super::rights::{self, NotAllowed};
use super::{Writer, room};
use crate::author::Author;
use crate::change::{Change, Hostile};
use crate::hash::Hash;
use crate::held::HeldCode;
use crate::register::{Fit, Misfit, Register};

/// What becomes of a change that arrived.
pub enum Verdict {
    /// It fits: store it and apply it to the register.
    Store(Change, Fit),
    /// It is here already.
    Duplicate,
    /// It is kept aside.
    Held {
        /// Why, as a word of the protocol.
        code: HeldCode,
        /// Why, in a sentence without personal data.
        why: String,
    },
    /// It follows a change that is not here: ask the sender for that one.
    Needs(Hash),
}

impl Verdict {
    fn hostile(why: Hostile) -> Self {
        Self::Held { code: HeldCode::Hostile, why: why.to_string() }
    }

    fn not_allowed(why: NotAllowed) -> Self {
        Self::Held { code: HeldCode::NotAllowed, why: why.to_string() }
    }
}

/// Judges a change that a tablet pushes or a page writes.
///
/// A request that the case's state forbids is no matter of the gate: it is stored, and answered
/// by a refusal that its author sees.
///
/// `history` gives every change of the document but the genesis; it is asked only where the
/// change had not seen all that the register holds. Whether the document was purged is the
/// store's to know.
///
/// # Errors
/// Only what `history` fails with.
pub fn judge<E>(
    writer: &Writer,
    register: &Register,
    bytes: &[u8],
    history: impl FnOnce() -> Result<Vec<Change>, E>,
) -> Result<Verdict, E> {
    let (change, author) = match read(register, bytes) {
        Ok(read) => read,
        Err(why) => return Ok(Verdict::hostile(why)),
    };
    let place = register.check(&change, history);
    let allowed = || rights::check(writer, &author, register, &change);
    Ok(match place {
        Ok(fit) => match allowed().and_then(|()| room::check(register, &change)) {
            Ok(()) => Verdict::Store(change, fit),
            Err(why) => Verdict::not_allowed(why),
        },
        // Who may not write it is not asked for what it follows.
        Err(Misfit::UnknownDep(dep)) => {
            allowed().map_or_else(Verdict::not_allowed, |()| Verdict::Needs(dep))
        }
        Err(Misfit::Duplicate) => Verdict::Duplicate,
        Err(Misfit::Hostile(why)) => Verdict::hostile(why),
        Err(Misfit::History(error)) => return Err(error),
    })
}

/// Judges a change that a tablet pulled: rights and room were the server's to judge, but nothing
/// that automerge would not have written comes in from there either.
///
/// # Errors
/// Only what `history` fails with.
pub fn judge_pulled<E>(
    register: &Register,
    bytes: &[u8],
    history: impl FnOnce() -> Result<Vec<Change>, E>,
) -> Result<Verdict, E> {
    let change = match read(register, bytes) {
        Ok((change, _)) => change,
        Err(why) => return Ok(Verdict::hostile(why)),
    };
    Ok(match register.check_known(&change, history) {
        Ok(fit) => Verdict::Store(change, fit),
        Err(Misfit::UnknownDep(dep)) => Verdict::Needs(dep),
        Err(Misfit::Duplicate) => Verdict::Duplicate,
        Err(Misfit::Hostile(why)) => Verdict::hostile(why),
        Err(Misfit::History(error)) => return Err(error),
    })
}

fn read(register: &Register, bytes: &[u8]) -> Result<(Change, Author), Hostile> {
    let change = Change::parse(bytes)?;
    let author = change.message.as_deref().and_then(|message| message.parse().ok());
    let author = author.ok_or(Hostile::Author)?;
    rights::check_types(register.kind(), &change).map_err(|_| Hostile::Type)?;
    Ok((change, author))
}
