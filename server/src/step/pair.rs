//! Two documents that may be one person: equal NIK links at once where nothing speaks against it,
//! else the duplicate desk decides (D1 to D6).

use jangkau_domain::matching::{self, Record, Verdict};
use jangkau_domain::name::NameKey;
use jangkau_domain::nik::{Nik, Provinces, Sex};
use jangkau_domain::queue::{self, Cause, Queue};
use jangkau_domain::step::{Guard, RefusalCode, Refused, StepId};
use jangkau_domain::{DocId, DocKind};

use super::Subject;
use super::apply::Wish;
use super::facts;
use super::link;
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::links::{self, Pair};
use crate::store::queue::{Waiting, Which};

/// Looks for other documents with the NIK of a person (D1).
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    if subject.kind != DocKind::Person {
        return Ok(());
    }
    for other in links::same_nik(work.conn(), work.kab(), &subject.doc)? {
        let known = links::pair(work.conn(), work.kab(), subject.doc, other)?;
        if known.is_none() {
            found(work, subject, other)?;
        }
    }
    Ok(())
}

fn found(work: &Work<'_>, subject: &Subject, other: DocId) -> Result<(), IngestError> {
    let (Some(a), Some(b)) = (person(work, &subject.doc)?, person(work, &other)?) else {
        return Ok(());
    };
    let judged = matching::judge(&a, &b, &matching::Scope::default());
    let (one, two) = if subject.doc <= other { (subject.doc, other) } else { (other, subject.doc) };
    let certain = judged.verdict == Verdict::Same;
    let pair = Pair {
        one,
        other: two,
        state: if certain { "linked" } else { "open" }.to_owned(),
        score: Some((judged.bits * 10.0) as i64),
        reasons: "nik".to_owned(),
        verdict: certain.then(|| "same".to_owned()),
        survivor: certain.then_some(other),
        proposed_by: None,
        decided_by: None,
        why: None,
    };
    put(work, &pair)?;
    if certain {
        // The one that was there first stands for both.
        let winner = links::canonical(work.conn(), work.kab(), other)?;
        if winner != subject.doc {
            link::open(work, DocKind::Person, subject.doc, winner)?;
        }
        return Ok(());
    }
    work.open(&desk_row(work, subject, Cause::pair(one, two))?)
}

fn person(work: &Work<'_>, doc: &DocId) -> Result<Option<Record>, IngestError> {
    let Some(record) = facts::record(work, doc)? else { return Ok(None) };
    let text = |key| facts::text(&record, key);
    Ok(Some(Record {
        nik: text("f/nik").and_then(|nik| Nik::parse(nik, Provinces::WithFictitious).ok()),
        name: text("f/name").map(NameKey::read).unwrap_or_default(),
        sex: text("f/sex").and_then(Sex::from_key),
        birth: text("f/birth_date").and_then(|date| date.parse().ok()),
        mother: text("f/mother").map(NameKey::read),
        ..Record::default()
    }))
}

fn desk_row(work: &Work<'_>, subject: &Subject, cause: Cause) -> Result<Waiting, IngestError> {
    Ok(Waiting {
        cause: cause.key,
        queue: Queue::Duplicate,
        no: 0,
        doc: Some(subject.doc),
        case_doc: None,
        visit: None,
        key: None,
        scope: subject.scope,
        desa: work.desa(subject.scope)?,
        unit: None,
        private: false,
        owner: None,
        handler: None,
        mode: false,
        urgent: false,
        received_at: work.at(),
        opened_pos: work.cause.pos,
        opened_at: work.at(),
        due: work.due(queue::of(Queue::Duplicate).clock),
        done_at: None,
        done_by: None,
        done_step: None,
    })
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
    if wish.id == StepId::D3 && input.why.is_none() {
        return refuse(RefusalCode::Missing, Guard::Why);
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
            pair.why.clone_from(&input.why);
            return Ok(());
        }
        (StepId::D4, "open") => {
            pair.verdict = None;
            pair.proposed_by = None;
            return Ok(());
        }
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
            return link::close(work, loser);
        }
        _ => pair.decided_by = wish.hand.user,
    }
    work.close(Which::Cause(&cause), wish.hand.user, wish.id.key())?;
    Ok(())
}

fn put(work: &Work<'_>, pair: &Pair) -> Result<(), IngestError> {
    Ok(links::put_pair(work.conn(), work.kab(), pair, (work.cause.pos, work.at()))?)
}
