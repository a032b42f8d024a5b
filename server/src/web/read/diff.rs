//! What a visit did to a document: each field before and now.

use std::collections::BTreeMap;

use jangkau_domain::{DocId, DocKind, Ulid, Value};
use jangkau_sync::change::{Action, Change};
use jangkau_sync::{Author, Register};

/// One field that a visit put or deleted.
pub struct FieldDiff {
    /// Wire key.
    pub key: String,
    /// What it held before the visit's first change.
    pub before: Option<Value>,
    /// What the visit left in it.
    pub now: Option<Value>,
}

/// Says that the stored history does not replay.
#[derive(Debug, thiserror::Error)]
#[error("the history of a document does not replay")]
pub struct BrokenHistory;

/// Returns the fields that a visit changed from round `from` on, by key; events are left out.
///
/// `changes` are all of the document, in the order of the log. `fresh` says which of the visit's
/// changes belong to the round under review.
///
/// # Errors
///
/// [`BrokenHistory`] if the changes before the visit do not fit each other.
pub fn of_visit(
    kind: DocKind,
    doc: DocId,
    changes: &[(i64, Change)],
    visit: &Ulid,
    from_pos: i64,
) -> Result<Vec<FieldDiff>, BrokenHistory> {
    let belongs =
        |(pos, change): &(i64, Change)| *pos > from_pos && visit_of(change).as_ref() == Some(visit);
    let Some(first) = changes.iter().position(belongs) else {
        return Ok(Vec::new());
    };
    let before = changes[..first].iter().map(|(_, change)| change.clone());
    let before = Register::replay(kind, doc, before).map_err(|_| BrokenHistory)?;
    let mut left: BTreeMap<&str, Option<&Value>> = BTreeMap::new();
    for (_, change) in changes[first..].iter().filter(|one| belongs(one)) {
        for op in change.ops.iter().filter(|op| !op.key.starts_with("ev/")) {
            let value = match &op.action {
                Action::Put(value) => Some(value),
                Action::Delete => None,
            };
            left.insert(&op.key, value);
        }
    }
    let diff = |(key, now): (&str, Option<&Value>)| {
        let before = before.winner(key).cloned();
        (before.as_ref() != now).then(|| FieldDiff {
            key: key.to_owned(),
            before,
            now: now.cloned(),
        })
    };
    Ok(left.into_iter().filter_map(diff).collect())
}

fn visit_of(change: &Change) -> Option<Ulid> {
    change.message.as_ref()?.parse::<Author>().ok()?.visit
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau_domain::{DeviceId, UserId};
    use jangkau_sync::{Actor, Document, Edit};

    fn write(document: &mut Document, visit: Ulid, key: &str, value: &str) -> Change {
        let author =
            Author { user: Some(UserId(1)), device: Some(DeviceId(1)), visit: Some(visit) };
        let edit = Edit::Put { key: key.to_owned(), value: Value::from(value) };
        let actor = Actor::from_slice(&[7; 8]).expect("eight bytes");
        let bytes = document.edit(actor, &author, 1, &[edit]).expect("written").expect("changed");
        Change::parse(&bytes).expect("our own change")
    }

    #[test]
    fn shows_what_stood_before_the_round_and_what_it_left() {
        let (kind, doc) = (DocKind::Household, DocId([3; 16]));
        let (first, second) = (Ulid::new(1, [1; 10]), Ulid::new(2, [2; 10]));
        let mut document = Document::new(kind, &doc);
        let changes = vec![
            (1, write(&mut document, first, "f/rt", "001")),
            (2, write(&mut document, second, "f/rt", "002")),
            (3, write(&mut document, second, "f/rt", "003")),
        ];
        let round_one = of_visit(kind, doc, &changes, &second, 0).expect("replays");
        assert_eq!(round_one.len(), 1);
        assert_eq!(round_one[0].before.as_ref().and_then(Value::as_str), Some("001"));
        assert_eq!(round_one[0].now.as_ref().and_then(Value::as_str), Some("003"));
        let round_two = of_visit(kind, doc, &changes, &second, 2).expect("replays");
        assert_eq!(round_two[0].before.as_ref().and_then(Value::as_str), Some("002"));
        assert!(of_visit(kind, doc, &changes, &second, 3).expect("replays").is_empty());
    }
}
