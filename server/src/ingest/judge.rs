//! The gate's verdict, and what only the server can add to it: what a scope may hold.

use jangkau_domain::field::{self, Sens};
use jangkau_domain::{DocKind, Value, list};
use jangkau_sync::HeldCode;
use jangkau_sync::change::{Action, Op};
use jangkau_sync::gate::{self, Verdict};
use jangkau_sync::message::ScopeKind;

use super::open::Open;
use super::{IngestError, Writer};
use crate::store::scopes;

/// Judges a change of a document for its scope.
pub(super) fn judge(
    writer: &Writer<'_>,
    who: &gate::Writer,
    open: &Open,
    body: &[u8],
) -> Result<Verdict, IngestError> {
    let register = &open.stored.register;
    let verdict = gate::judge(who, register, body, || open.history(writer))?;
    let Verdict::Store(change, fit) = verdict else { return Ok(verdict) };
    // Only a case asks: of persons and families the gate knows all.
    let why = match register.kind() {
        DocKind::Case => {
            let sensitive = change.ops.iter().any(is_sensitive);
            let allowed = !sensitive || scope_kind(writer, open)? == Some(ScopeKind::Private);
            (!allowed).then_some("a sensitive case stands in a private scope")
        }
        DocKind::Person | DocKind::Household => {
            let outside = open.fresh && scope_kind(writer, open)? == Some(ScopeKind::Private);
            outside.then_some("a private scope holds cases only")
        }
    };
    Ok(match why {
        Some(why) => Verdict::Held { code: HeldCode::NotAllowed, why: why.to_owned() },
        None => Verdict::Store(change, fit),
    })
}

fn scope_kind(writer: &Writer<'_>, open: &Open) -> Result<Option<ScopeKind>, IngestError> {
    let scope = scopes::find(writer.conn(), writer.kab(), open.stored.scope)?;
    Ok(scope.map(|scope| scope.kind))
}

/// Tells whether an operation makes a case one that only its author and its handlers may see:
/// complaints about officers or money taken, sensitive kinds of PPKS, a hidden reporter.
fn is_sensitive(op: &Op) -> bool {
    let Action::Put(value) = &op.action else { return false };
    if op.key == "f/hide_reporter" {
        return *value == Value::Bool(true);
    }
    let Some(field) = field::find(DocKind::Case, &op.key) else { return false };
    let item = match value {
        Value::Str(code) => Some(code.as_str()),
        Value::Bool(_) => op.key.rsplit('/').next(),
        Value::Int(_) | Value::Bytes(_) => None,
    };
    let listed = field.ty.list().and_then(list::find);
    let code = listed.zip(item).and_then(|(list, item)| list.code(item));
    field.sens == Sens::Priv || code.is_some_and(|code| code.private)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn put(key: &str, value: Value) -> Op {
        Op { key: key.to_owned(), action: Action::Put(value), preds: Vec::new() }
    }

    #[rstest]
    #[case::money_taken(put("f/subcat", "k08".into()), true)]
    #[case::officer(put("f/subcat", "k11".into()), true)]
    #[case::late(put("f/subcat", "k09".into()), false)]
    #[case::violence(put("set/ppks/violence", Value::Bool(true)), true)]
    #[case::poor(put("set/ppks/poor", Value::Bool(true)), false)]
    #[case::hidden(put("f/hide_reporter", Value::Bool(true)), true)]
    #[case::not_hidden(put("f/hide_reporter", Value::Bool(false)), false)]
    #[case::against(put("f/against", "fs".into()), true)]
    #[case::story(put("f/story", "k08".into()), false)]
    fn knows_what_makes_a_case_private(#[case] op: Op, #[case] expected: bool) {
        assert_eq!(is_sensitive(&op), expected);
    }
}
