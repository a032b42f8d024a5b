//! What the author of a change had seen: the document as of the change's dependencies.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::values::Candidate;
use crate::actor::OpId;
use crate::change::{Action, Change, Op};
use crate::genesis;
use crate::hash::Hash;

/// The part of an older version that a check needs: the keys that the change touches.
pub(super) struct Seen<'a> {
    /// How many changes of the same actor had been seen.
    pub(super) seq: u64,
    /// The highest operation seen.
    pub(super) max_op: u64,
    puts: BTreeMap<&'a str, Vec<(OpId, &'a Op)>>,
    replaced: HashSet<OpId>,
}

impl<'a> Seen<'a> {
    /// Collects what stands in the dependencies and in all that they follow.
    ///
    /// # Errors
    /// The first dependency that neither the genesis nor the history holds.
    pub(super) fn new(
        genesis: Hash,
        history: &'a [Change],
        change: &'a Change,
    ) -> Result<Self, Hash> {
        let mut seen = Self {
            seq: 0,
            max_op: genesis::MAX_OP,
            puts: change.ops.iter().map(|op| (op.key.as_str(), Vec::new())).collect(),
            replaced: HashSet::new(),
        };
        for known in ancestors(genesis, history, &change.deps)? {
            if known.actor == change.actor {
                seen.seq = seen.seq.max(known.seq);
            }
            seen.max_op = seen.max_op.max(known.max_op());
            seen.collect(known);
        }
        Ok(seen)
    }

    // What was put and never named as a predecessor still stands, whatever the order: so the
    // history need not be sorted.
    fn collect(&mut self, known: &'a Change) {
        for (index, op) in known.ops.iter().enumerate() {
            if let Some(puts) = self.puts.get_mut(op.key.as_str()) {
                self.replaced.extend(&op.preds);
                if matches!(op.action, Action::Put(_)) {
                    puts.push((known.op_id(index), op));
                }
            }
        }
    }

    /// Returns the values of a key, ascending.
    pub(super) fn candidates(&self, key: &str) -> Vec<Candidate> {
        let puts = self.puts.get(key).map_or(&[][..], Vec::as_slice);
        let mut candidates: Vec<Candidate> = puts
            .iter()
            .filter(|(id, _)| !self.replaced.contains(id))
            .filter_map(|(id, op)| match &op.action {
                Action::Put(value) => Some(Candidate { id: *id, value: value.clone() }),
                Action::Delete => None,
            })
            .collect();
        candidates.sort_unstable_by_key(|candidate| candidate.id);
        candidates
    }
}

/// Returns the dependencies and all that they follow, each once.
fn ancestors<'a>(
    genesis: Hash,
    history: &'a [Change],
    deps: &[Hash],
) -> Result<Vec<&'a Change>, Hash> {
    let mut unseen: HashMap<Hash, &Change> =
        history.iter().map(|known| (known.hash, known)).collect();
    if let Some(missing) = deps.iter().find(|dep| **dep != genesis && !unseen.contains_key(dep)) {
        return Err(*missing);
    }
    let mut found = Vec::new();
    let mut waiting = deps.to_vec();
    while let Some(hash) = waiting.pop() {
        if let Some(known) = unseen.remove(&hash) {
            waiting.extend(&known.deps);
            found.push(known);
        }
    }
    Ok(found)
}
