//! Persons that may be one without an equal NIK: found by the clock among those that share a key,
//! or marked by hand (D1).

use std::collections::BTreeSet;

use jangkau_domain::matching::{self, BlockKey, Record, Scope, Verdict};
use jangkau_domain::step::{Guard, RefusalCode, StepId};
use jangkau_domain::{DocId, DocKind};
use sha2::{Digest, Sha256};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::work::Work;
use super::{Subject, compared, facts, pair, things};
use crate::ingest::IngestError;
use crate::store::likeness::{self, Key};
use crate::store::{documents, links, persons};

/// Entries of the log that one tick looks at.
const ENTRIES: u32 = 500;
/// A key that so many share tells nothing.
const COMMON: usize = 100;

/// Opens a pair (D1): of the system what the score says, of a person what they mark.
pub(super) fn mark(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(one), Some(other)) = (decision.doc, decision.other) else {
        return Err(IngestError::Damaged);
    };
    let (conn, kab) = (work.conn(), work.kab());
    let stored = documents::find(conn, kab, &one)?;
    let other_kind = documents::find(conn, kab, &other)?.map(|other| other.register.kind());
    let Some(stored) = stored.filter(|one| Some(one.register.kind()) == other_kind) else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::Kind);
    };
    if stored.register.kind() != DocKind::Person {
        return refuse(wish.id, RefusalCode::Illegal, Guard::Kind);
    }
    let desa = work.desa(stored.scope)?;
    if !things::may(work, &wish, desa.as_deref(), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let by_hand = wish.hand.user.is_some();
    if by_hand && wish.input.why.as_ref().is_none_or(|why| why.trim().is_empty()) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    }
    let known = links::pair(conn, kab, one, other)?;
    if known.is_some_and(|known| matches!(known.state.as_str(), "open" | "proposed" | "linked")) {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    let mut pair = pair::begin(work, one, other, "by_hand")?;
    if by_hand {
        pair.why.clone_from(&wish.input.why);
    }
    let (a, b) = (compared::person(work, &one)?, compared::person(work, &other)?);
    if let (Some(a), Some(b)) = (a, b)
        && one != other
    {
        let judged = matching::judge(&a, &b, &compared::scope(work)?);
        pair.score = Some((judged.bits * 10.0) as i64);
        if !by_hand {
            pair.reasons = compared::words(&judged);
        }
    }
    let subject = Subject { doc: one, kind: DocKind::Person, scope: stored.scope };
    pair::open(work, &subject, &pair)?;
    Ok(Ok(()))
}

/// Looks at who was changed since the last time; returns the pairs to open.
pub(super) fn scan(work: &Work<'_>) -> Result<Vec<Vec<u8>>, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let changed = likeness::changed(conn, kab, likeness::cursor(conn, kab)?, ENTRIES)?;
    let Some((last, _)) = changed.last() else { return Ok(Vec::new()) };
    likeness::set_cursor(conn, kab, *last)?;
    let mut people = BTreeSet::new();
    for (kind, doc) in changed.iter().filter_map(|(_, doc)| *doc) {
        match kind {
            DocKind::Person => drop(people.insert(doc)),
            DocKind::Household => {
                people.extend(persons::of_household(conn, kab, &doc)?.iter().map(|one| one.doc));
            }
            DocKind::Case => {}
        }
    }
    let scope = if people.is_empty() { Scope::default() } else { compared::scope(work)? };
    let mut found = BTreeSet::new();
    for doc in people {
        let Some(record) = compared::person(work, &doc)? else { continue };
        let keys = matching::stored_keys(&record, &scope.names);
        likeness::replace(conn, kab, &doc, &keys.iter().map(hashed).collect::<Vec<_>>())?;
        for other in alike(work, doc, &record, &scope)? {
            found.insert(if doc <= other { (doc, other) } else { (other, doc) });
        }
    }
    Ok(found.into_iter().map(|(one, other)| pair_of(one, other)).collect())
}

fn pair_of(one: DocId, other: DocId) -> Vec<u8> {
    let mut open = Decision::by_system(StepId::D1);
    open.doc = Some(one);
    open.other = Some(other);
    open.to_bytes()
}

fn hashed(key: &BlockKey) -> Key {
    let sum = Sha256::digest(key.as_str());
    let mut short = [0; 16];
    short.copy_from_slice(&sum[..16]);
    short
}

/// Returns who may be the same person and was not looked at yet.
fn alike(
    work: &Work<'_>,
    doc: DocId,
    record: &Record,
    scope: &Scope,
) -> Result<Vec<DocId>, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let mut near = BTreeSet::new();
    for key in matching::query_keys(record, &scope.names) {
        near.extend(likeness::with_key(conn, kab, &hashed(&key), COMMON)?);
    }
    near.remove(&doc);
    let home = facts::some(work, &doc, &["f/household"])?;
    let canonical = links::canonical(conn, kab, doc)?;
    let mut found = Vec::new();
    for other in near {
        let Some(theirs) = compared::person(work, &other)? else { continue };
        let judged = matching::judge(record, &theirs, scope);
        let between = matches!(judged.verdict, Verdict::Likely | Verdict::Desk);
        // Members of one family were written side by side: two names are two people.
        let family = !home.is_empty() && facts::some(work, &other, &["f/household"])? == home;
        let siblings = family && !compared::words(&judged).split(' ').any(|word| word == "name");
        if !between || siblings || links::canonical(conn, kab, other)? == canonical {
            continue;
        }
        if pair::asks_anew(work, doc, other)? {
            found.push(other);
        }
    }
    Ok(found)
}
