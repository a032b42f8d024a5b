//! A facilitator of another desa looks at a household: the supervisor gives the task, the answer is
//! an event and nothing else (X1, X2; Guideline VI, figure 6).

use jangkau_domain::clock::Clock;
use jangkau_domain::event::CrossCheck;
use jangkau_domain::queue::Cause;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode, Refused, StepId};
use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId};
use jangkau_sync::row::{self as wire, RowId, RowKind};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::feed::{self, Met};
use super::matter::Matter;
use super::work::{To, Work, row_named};
use super::{Subject, things, waiting};
use crate::ingest::IngestError;
use crate::store::cross_checks::{self, Check};
use crate::store::queue::{Waiting, Which};
use crate::store::rows::row_id;
use crate::store::users::{self, User};
use crate::store::{documents, households, persons, scopes};

/// What there is to do where the supervisor adds nothing.
const TASK: &str = "Kunjungi keluarga ini dan jawab enam pertanyaan cek silang.";

/// Gives a cross-check (X1).
pub(super) fn give(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let (Some(doc), Some(Matter::CrossCheck(new))) = (decision.doc, &decision.matter) else {
        return Err(IngestError::Damaged);
    };
    let stored = documents::find(work.conn(), work.kab(), &doc)?;
    let stored = stored.filter(|one| one.register.kind() == DocKind::Household);
    let Some(stored) = stored else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::Kind);
    };
    let desa = work.desa(stored.scope)?;
    if !things::may(work, &wish, desa.as_deref(), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let to = users::find_at(work.conn(), work.kab(), UserId(new.to), work.cause.pos)?;
    let to = to.filter(|user| !user.ended && new.about != Some(user.id.0));
    let scope = match &to {
        Some(user) => scope_of(work, user, desa.as_deref())?,
        None => None,
    };
    let (Some(to), Some(scope), Some(by)) = (to, scope, wish.by) else {
        return refuse(wish.id, RefusalCode::Missing, Guard::UnitReady);
    };
    let (name, address) = card(work, &doc)?;
    let check = Check {
        id: row_id(RowKind::Task, &format!("cross:{by}")).0,
        doc,
        scope,
        to: to.id,
        about: new.about.map(UserId),
        by: wish.hand.user,
        name,
        address,
        text: wish.input.text.clone().unwrap_or_else(|| TASK.to_owned()),
        due: work.due(Clock::CrossCheck),
        state: "given".to_owned(),
        answer: None,
    };
    put(work, &check)?;
    let cause = Cause::cross(Ulid(check.id));
    work.open(&waiting::of_scope(work, cause, stored.scope, Some(doc), Some(to.id))?)?;
    hand_out(work, &check, None)?;
    Ok(Ok(()))
}

/// Gives it on to another facilitator (A2); false for one of the same desa.
pub(super) fn give_on(work: &Work<'_>, row: &Waiting, user: &User) -> Result<bool, IngestError> {
    let id = row.cause.strip_prefix("cross:").and_then(|id| id.parse::<Ulid>().ok());
    let check = match id {
        Some(id) => cross_checks::find(work.conn(), work.kab(), &id.0)?,
        None => None,
    };
    let scope = scope_of(work, user, row.desa.as_deref())?;
    let (Some(check), Some(scope)) = (check, scope) else { return Ok(false) };
    let check = Check { to: user.id, scope, ..check };
    put(work, &check)?;
    hand_out(work, &check, None)?;
    Ok(true)
}

/// Keeps what was found (X2): only by whom it was given to, while it waits.
pub(super) fn done(
    work: &Work<'_>,
    subject: &Subject,
    event: Ulid,
    found: &CrossCheck,
    body: &[u8],
) -> Result<(), IngestError> {
    let refused = |code, guard| {
        let met = Met { event, seen: None, present: None };
        feed::refusal(work, subject, &met, &Refused::new(StepId::X2, code, guard))
    };
    let check = match row_named(&found.task) {
        Some(id) => cross_checks::find(work.conn(), work.kab(), &id.0)?,
        None => None,
    };
    let Some(mut check) = check.filter(|check| check.doc == subject.doc) else {
        return refused(RefusalCode::Illegal, Guard::State);
    };
    if Some(check.to) != work.cause.author.user {
        return refused(RefusalCode::NotAllowed, Guard::Role);
    }
    if check.state != "given" {
        return refused(RefusalCode::Repeated, Guard::State);
    }
    check.state = "done".to_owned();
    check.answer = Some(body.to_vec());
    put(work, &check)?;
    let cause = Cause::cross(Ulid(check.id)).key;
    work.close(Which::Cause(&cause), Some(check.to), StepId::X2.key())?;
    hand_out(work, &check, Some(work.at()))
}

fn put(work: &Work<'_>, check: &Check) -> Result<(), IngestError> {
    Ok(cross_checks::put(work.conn(), work.kab(), check, (work.cause.pos, work.at()))?)
}

/// Returns the scope of another desa that somebody is a facilitator of.
fn scope_of(
    work: &Work<'_>,
    user: &User,
    desa: Option<&str>,
) -> Result<Option<ScopeId>, IngestError> {
    for grant in user.grants.iter().filter(|grant| grant.role == Role::Fs) {
        if desa.is_some_and(|desa| desa.starts_with(&grant.wilayah)) {
            return Ok(None);
        }
        let area = scopes::of_area(work.conn(), work.kab(), &grant.wilayah)?;
        if let Some(scope) = area.first() {
            return Ok(Some(scope.id));
        }
    }
    Ok(None)
}

/// Returns whom to ask for and where: no number, no need, nothing of what was recorded.
fn card(work: &Work<'_>, doc: &DocId) -> Result<(String, String), IngestError> {
    let members = persons::of_household(work.conn(), work.kab(), doc)?;
    let name = members.into_iter().find_map(|one| one.name).unwrap_or_default();
    let Some(home) = households::find(work.conn(), work.kab(), doc)? else {
        return Ok((name, String::new()));
    };
    let part = |label: &str, text: Option<String>| text.map(|text| format!("{label}{text}"));
    let parts =
        [part("", home.address), part("", home.hamlet), part("RT ", home.rt), part("RW ", home.rw)];
    Ok((name, parts.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

fn hand_out(work: &Work<'_>, check: &Check, closed: Option<i64>) -> Result<(), IngestError> {
    let body = wire::Task {
        kind: "cross_check".to_owned(),
        card: wire::TaskCard {
            doc: Some(check.doc),
            name: check.name.clone(),
            address: check.address.clone(),
            text: check.text.clone(),
        },
        due: Some(check.due),
        closed,
    };
    let to =
        To { id: RowId(check.id), scope: check.scope, user: Some(check.to), doc: Some(check.doc) };
    work.hand_out(&to, &body)
}
