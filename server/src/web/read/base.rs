//! What a field held before people wrote it apart: the third value of a three-way comparison.

use jangkau_domain::Value;
use jangkau_sync::change::{Action, Change};
use jangkau_sync::{Author, Hash, OpId};

/// The value that every side had seen, and who wrote it.
pub struct Base {
    /// The value; none where it was deleted.
    pub value: Option<Value>,
    /// Who wrote it.
    pub author: Option<Author>,
    /// When, by the writer's clock.
    pub claimed: i64,
}

/// Finds what all of the named changes had overwritten at a key; none if the key was new.
pub fn find(changes: &[Change], key: &str, sides: &[Hash]) -> Option<Base> {
    let mut common: Option<Vec<&OpId>> = None;
    for side in sides {
        let change = changes.iter().find(|change| change.hash == *side)?;
        let preds: Vec<&OpId> =
            change.ops.iter().filter(|op| op.key == key).flat_map(|op| &op.preds).collect();
        common = Some(match common {
            None => preds,
            Some(known) => known.into_iter().filter(|id| preds.contains(id)).collect(),
        });
    }
    let overwritten = common?.into_iter().max()?;
    changes.iter().find_map(|change| written(change, key, overwritten))
}

fn written(change: &Change, key: &str, id: &OpId) -> Option<Base> {
    let at = id.counter.checked_sub(change.start_op).filter(|_| change.actor == id.actor)?;
    let op = change.ops.get(usize::try_from(at).ok()?).filter(|op| op.key == key)?;
    Some(Base {
        value: match &op.action {
            Action::Put(value) => Some(value.clone()),
            Action::Delete => None,
        },
        author: change.message.as_ref().and_then(|text| text.parse().ok()),
        claimed: change.time,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau_domain::{DocId, DocKind};
    use jangkau_sync::{Actor, Document, Edit};

    fn write(document: &mut Document, actor: u8, value: &str) -> Change {
        let edit = Edit::put("f/birth_date", Value::from(value));
        let author = Author { user: None, device: None, visit: None };
        let bytes = document.edit(Actor::new([actor; 8]), &author, 7, &[edit]);
        Change::parse(&bytes.expect("written").expect("changed")).expect("our own change")
    }

    #[test]
    fn the_value_before_the_fork_is_the_base() {
        let (kind, doc) = (DocKind::Person, DocId([3; 16]));
        let mut one = Document::new(kind, &doc);
        let first = write(&mut one, 1, "1958");
        let mut other = Document::load(&one.save()).expect("its own bytes");
        let a = write(&mut one, 2, "1958-12-31");
        let b = write(&mut other, 3, "1959-12-31");
        let sides = [a.hash, b.hash];
        let base = find(&[first.clone(), a.clone(), b.clone()], "f/birth_date", &sides);
        assert!(base.and_then(|base| base.value) == Some(Value::from("1958")));
        assert!(find(&[first.clone(), a, b], "f/name", &sides).is_none());
        assert!(find(std::slice::from_ref(&first), "f/birth_date", &[first.hash]).is_none());
    }
}
