//! Accounts: proposed, made, given other roles, ended; the work of a leaver is handed over (A1).
//!
//! Accounts are no function of the log, so a replay leaves them as they are; it asks for each entry
//! who had which role then.

use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, RefusalCode};
use jangkau_domain::{UserId, role};
use jangkau_sync::row::{self as wire, RowKind};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::matter::{EndAccount, Matter, NewAccount};
use super::work::{To, Work};
use super::{handover, things};
use crate::ingest::IngestError;
use crate::store::rows::row_id;
use crate::store::users::{self, Grant, User};
use crate::store::{devices, scopes};

/// Makes or ends an account (A1).
pub(super) fn decide(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    match &decision.matter {
        Some(Matter::Account(new)) => make(work, new, wish),
        Some(Matter::EndAccount(end)) => end_one(work, end, wish),
        _ => Err(IngestError::Damaged),
    }
}

fn make(work: &Work<'_>, new: &NewAccount, wish: Wish<'_>) -> Answer {
    let (conn, kab) = (work.conn(), work.kab());
    let proposes = wish.hand.role == Some(Role::Kp);
    let Some(grants) = grants_of(work, new, proposes) else {
        return refuse(wish.id, RefusalCode::Missing, Guard::Role);
    };
    if !things::may(work, &wish, place(&grants), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let blank = |text: &str| text.trim().is_empty();
    let decreed = new.decree.as_deref().is_some_and(|decree| !blank(decree));
    if blank(&new.login) || blank(&new.name) || !(proposes || decreed) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Note);
    }
    if !work.writer.is_replaying() {
        let known = users::find_by_login(conn, kab, &new.login)?;
        let state = match &known {
            Some(user) => users::state(conn, kab, user.id)?,
            None => "proposed".to_owned(),
        };
        let again = proposes && known.is_some();
        if again || state == "ended" {
            return refuse(wish.id, RefusalCode::Illegal, Guard::State);
        }
        write(work, new, &grants, known, proposes)?;
    }
    if proposes {
        return Ok(Ok(()));
    }
    let found = users::find_by_login(conn, kab, &new.login)?;
    let user = found.ok_or(IngestError::Damaged)?;
    tell(work, user.id, &new.name, &grants, None)?;
    Ok(Ok(()))
}

/// Writes what the account is from this entry on.
fn write(
    work: &Work<'_>,
    new: &NewAccount,
    grants: &[Grant],
    known: Option<User>,
    proposes: bool,
) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let id = match known {
        Some(user) => user.id,
        None => {
            let user = User {
                id: UserId(0),
                login: new.login.clone(),
                name: new.name.clone(),
                password: None,
                ended: false,
                grants: grants.to_vec(),
            };
            users::insert(conn, kab, work.at(), &user)?
        }
    };
    let state = if proposes { "proposed" } else { "active" };
    Ok(users::set_at(conn, kab, id, state, grants, work.cause.pos)?)
}

/// Reads the roles; none where one is unknown, lies elsewhere, or is not a village's to propose.
fn grants_of(work: &Work<'_>, new: &NewAccount, proposes: bool) -> Option<Vec<Grant>> {
    let kab = format!("{:04}", work.kab().0);
    let village = role::Roles::of("fs fop bop pj");
    let read = |(role, wilayah): &(String, String)| {
        let role = Role::from_key(role)?;
        let digits = wilayah.bytes().all(|byte| byte.is_ascii_digit());
        let above = matches!(role, Role::Kprov | Role::Seknas) && kab.starts_with(wilayah);
        let inside = matches!(wilayah.len(), 4 | 6 | 10) && wilayah.starts_with(&kab);
        let fits = digits && (inside || above) && (!proposes || village.has(role));
        fits.then(|| Grant { role, wilayah: wilayah.clone() })
    };
    let grants: Vec<Grant> = new.grants.iter().map(read).collect::<Option<_>>()?;
    (!grants.is_empty()).then_some(grants)
}

/// Returns the desa that all roles are given for; none where they reach further.
fn place(grants: &[Grant]) -> Option<&str> {
    let first = grants.first()?.wilayah.as_str();
    let one = first.len() == 10 && grants.iter().all(|grant| grant.wilayah == first);
    one.then_some(first)
}

fn end_one(work: &Work<'_>, end: &EndAccount, wish: Wish<'_>) -> Answer {
    let (conn, kab, pos) = (work.conn(), work.kab(), work.cause.pos);
    let id = UserId(end.user);
    let Some(user) = users::find_at(conn, kab, id, pos)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    if !things::may(work, &wish, place(&user.grants), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if user.ended {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    let told = matches!(end.unsent.as_deref(), Some("came" | "given_up"));
    let why = wish.input.why.as_ref().is_some_and(|why| !why.trim().is_empty());
    let given_up = end.unsent.as_deref() == Some("given_up");
    // Its tablets are revoked with it, so what they had not sent must have come, or be given up.
    if (has_tablet(work, id)? && !told) || (given_up && !why) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Why);
    }
    handover::leave(work, &user)?;
    tell(work, id, &user.name, &user.grants, Some(work.at()))?;
    if !work.writer.is_replaying() {
        users::end_at(conn, kab, id, work.at(), pos)?;
    }
    Ok(Ok(()))
}

fn has_tablet(work: &Work<'_>, user: UserId) -> Result<bool, IngestError> {
    let all = devices::list(work.conn(), work.kab())?;
    let in_use = |one: &devices::Device| one.joined_at.is_some() && one.revoked_at.is_none();
    Ok(all.iter().any(|one| one.user == user && in_use(one)))
}

/// Tells the worker's tablets what the account is, in the feed of the desa that it serves.
fn tell(
    work: &Work<'_>,
    user: UserId,
    name: &str,
    grants: &[Grant],
    closed: Option<i64>,
) -> Result<(), IngestError> {
    let desa: Vec<String> = grants
        .iter()
        .filter(|grant| grant.wilayah.len() == 10)
        .map(|grant| grant.wilayah.clone())
        .collect();
    let Some(first) = desa.first() else { return Ok(()) };
    let Some(scope) = scopes::of_desa(work.conn(), work.kab(), first)? else { return Ok(()) };
    let mut roles: Vec<String> = grants.iter().map(|one| one.role.key().to_owned()).collect();
    roles.dedup();
    let body =
        wire::Account { user, roles, desa, replacement: None, name: Some(name.to_owned()), closed };
    let id = row_id(RowKind::Account, &user.to_string());
    work.hand_out(&To { id, scope: scope.id, user: Some(user), doc: None }, &body)
}
