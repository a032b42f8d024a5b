//! Two documents that may be one person: equal NIK links at once where nothing speaks against it,
//! else the duplicate desk decides (D1 to D6).

use jangkau_domain::matching::{self, Verdict};
use jangkau_domain::queue::Cause;
use jangkau_domain::step::{Guard, RefusalCode, Refused, StepId};
use jangkau_domain::{DocId, DocKind, UserId};

use super::apply::Wish;
use super::work::Work;
use super::{Subject, compared, link, split, waiting};
use crate::ingest::IngestError;
use crate::store::links::{self, Pair};
use crate::store::queue::Which;

/// Looks for other documents with the NIK of a person (D1).
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    if subject.kind != DocKind::Person {
        return Ok(());
    }
    for other in links::same_nik(work.conn(), work.kab(), &subject.doc)? {
        if asks_anew(work, subject.doc, other)? {
            found(work, subject, other)?;
        }
    }
    Ok(())
}

/// Tells whether a pair was never looked at, or has changed since it was told apart.
pub(super) fn asks_anew(work: &Work<'_>, a: DocId, b: DocId) -> Result<bool, IngestError> {
    let Some(known) = links::pair(work.conn(), work.kab(), a, b)? else { return Ok(true) };
    if !matches!(known.state.as_str(), "different" | "undone") {
        return Ok(false);
    }
    Ok(known.compared != Some(compared::of_pair(work, a, b)?))
}

fn found(work: &Work<'_>, subject: &Subject, other: DocId) -> Result<(), IngestError> {
    let a = compared::person(work, &subject.doc)?;
    let b = compared::person(work, &other)?;
    let (Some(a), Some(b)) = (a, b) else { return Ok(()) };
    let judged = matching::judge(&a, &b, &compared::scope(work)?);
    let known = links::pair(work.conn(), work.kab(), subject.doc, other)?;
    // What a person has parted is not linked again without one.
    let certain = judged.verdict == Verdict::Same && known.is_none();
    let mut pair = begin(work, subject.doc, other, &compared::words(&judged))?;
    pair.score = Some((judged.bits * 10.0) as i64);
    if !certain {
        return open(work, subject, &pair);
    }
    pair.state = "linked".to_owned();
    pair.verdict = Some("same".to_owned());
    pair.survivor = Some(other);
    put(work, &pair)?;
    // The one that was there first stands for both.
    let winner = links::canonical(work.conn(), work.kab(), other)?;
    if winner != subject.doc {
        link::open(work, DocKind::Person, subject.doc, winner)?;
    }
    Ok(())
}

/// Begins an open pair.
pub(super) fn begin(
    work: &Work<'_>,
    a: DocId,
    b: DocId,
    reasons: &str,
) -> Result<Pair, IngestError> {
    let (one, other) = if a <= b { (a, b) } else { (b, a) };
    Ok(Pair {
        one,
        other,
        state: "open".to_owned(),
        score: None,
        reasons: reasons.to_owned(),
        verdict: None,
        survivor: None,
        proposed_by: None,
        decided_by: None,
        why: None,
        compared: Some(compared::of_pair(work, one, other)?),
        taken: None,
    })
}

/// Puts a pair on the duplicate desk.
pub(super) fn open(work: &Work<'_>, subject: &Subject, pair: &Pair) -> Result<(), IngestError> {
    put(work, pair)?;
    let cause = Cause::pair(pair.one, pair.other);
    work.open(&waiting::of_scope(work, cause, subject.scope, Some(subject.doc), None)?)
}

/// Decides on a pair: different, proposed, linked, declined, undone.
pub(super) fn decide(
    work: &Work<'_>,
    (a, b): (DocId, DocId),
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    let refuse = |code, guard| Ok(Err(Refused::new(wish.id, code, guard)));
    let Some(mut pair) = links::pair(work.conn(), work.kab(), a, b)? else {
        return refuse(RefusalCode::Illegal, Guard::State);
    };
    let input = wish.input;
    let (from, to) = match wish.id {
        StepId::D2 => ("open", "different"),
        StepId::D3 => ("open", "proposed"),
        StepId::D4 if input.result.as_deref() == Some("declined") => ("proposed", "open"),
        StepId::D4 if pair.verdict.as_deref() == Some("two_in_one") => ("proposed", "split"),
        StepId::D4 => ("proposed", "linked"),
        StepId::D6 => ("linked", "undone"),
        _ => return refuse(RefusalCode::Illegal, Guard::State),
    };
    if pair.state != from {
        let code = if pair.state == to { RefusalCode::Repeated } else { RefusalCode::Late };
        return refuse(code, Guard::State);
    }
    // Whoever proposed cannot decide, whoever decided cannot undo: eyes compares persons.
    let before = if wish.id == StepId::D6 { pair.decided_by } else { pair.proposed_by };
    if matches!(wish.id, StepId::D4 | StepId::D6) && before == wish.hand.user && before.is_some() {
        return refuse(RefusalCode::NotAllowed, Guard::Eyes);
    }
    let declined = wish.id == StepId::D4 && to == "open";
    if (wish.id == StepId::D3 || declined) && input.why.is_none() {
        return refuse(RefusalCode::Missing, Guard::Why);
    }
    if wish.id == StepId::D3
        && let Some(guard) = split::unfit(work, &pair, input)?
    {
        return refuse(RefusalCode::Missing, guard);
    }
    pair.state = to.to_owned();
    carry_out(work, &mut pair, wish)?;
    put(work, &pair)?;
    Ok(Ok(()))
}

fn carry_out(work: &Work<'_>, pair: &mut Pair, wish: Wish<'_>) -> Result<(), IngestError> {
    let input = wish.input;
    let cause = Cause::pair(pair.one, pair.other).key;
    match (wish.id, pair.state.as_str()) {
        (StepId::D3, _) => {
            pair.verdict = input.result.clone().or_else(|| Some("same".to_owned()));
            let named = input.survivor.as_deref().and_then(DocId::from_hex);
            pair.survivor = named.or(Some(pair.one));
            pair.proposed_by = wish.hand.user;
            pair.taken = input.handler.map(UserId);
            pair.why.clone_from(&input.why);
            return Ok(());
        }
        (StepId::D4, "open") => {
            pair.verdict = None;
            pair.proposed_by = None;
            pair.taken = None;
            pair.why.clone_from(&input.why);
            return Ok(());
        }
        // The new document and the cleared values come as changes of their own.
        (StepId::D4, "split") => pair.decided_by = wish.hand.user,
        (StepId::D4, _) => {
            pair.decided_by = wish.hand.user;
            let winner = pair.survivor.unwrap_or(pair.one);
            let loser = if winner == pair.one { pair.other } else { pair.one };
            link::open(work, DocKind::Person, loser, winner)?;
        }
        (StepId::D6, _) => {
            pair.decided_by = wish.hand.user;
            let winner = pair.survivor.unwrap_or(pair.one);
            let loser = if winner == pair.one { pair.other } else { pair.one };
            pair.compared = Some(compared::of_pair(work, pair.one, pair.other)?);
            return link::close(work, loser);
        }
        _ => {
            pair.compared = Some(compared::of_pair(work, pair.one, pair.other)?);
            pair.decided_by = wish.hand.user;
        }
    }
    work.close(Which::Cause(&cause), wish.hand.user, wish.id.key())?;
    Ok(())
}

fn put(work: &Work<'_>, pair: &Pair) -> Result<(), IngestError> {
    Ok(links::put_pair(work.conn(), work.kab(), pair, (work.cause.pos, work.at()))?)
}
