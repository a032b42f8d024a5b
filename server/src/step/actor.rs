//! Who acts: the role that a person has for a place, and how they stand to a case.

use jangkau_domain::case::Unit;
use jangkau_domain::policy::{self, Capability, Relation};
use jangkau_domain::role::Role;
use jangkau_domain::step::{Hand, StepId};
use jangkau_domain::{UserId, role};

use super::office;
use super::work::Work;
use crate::access;
use crate::ingest::IngestError;
use crate::store::case_state::CaseRow;
use crate::store::referrals::Referral;
use crate::store::users;

/// Returns the role in which a person records in a desa; the field's before an office's.
pub(super) fn recorder(
    work: &Work<'_>,
    user: Option<UserId>,
    desa: Option<&str>,
) -> Result<Option<Role>, IngestError> {
    let Some(user) = user else { return Ok(None) };
    let Some(account) = users::find_at(work.conn(), work.kab(), user, work.cause.pos)? else {
        return Ok(None);
    };
    let here = account.grants.iter().filter(|grant| covers(&grant.wilayah, desa));
    let mut roles: Vec<Role> = here.map(|grant| grant.role).filter(|role| role.records()).collect();
    roles.sort_by_key(|role| (rank(*role, work.cause.author.device.is_some()), *role));
    Ok(roles.first().copied())
}

/// On a tablet the field's role counts first, on a page an office's.
const fn rank(role: Role, tablet: bool) -> u8 {
    match (role, tablet) {
        (Role::Fs, true) => 0,
        (Role::Fs, false) => 2,
        _ => 1,
    }
}

/// Tells whether somebody active has a role for a desa.
pub(super) fn exists(work: &Work<'_>, role: Role, desa: Option<&str>) -> Result<bool, IngestError> {
    Ok(users::somebody_is(work.conn(), work.kab(), role, desa, work.cause.pos)?)
}

/// What a person acts upon.
#[derive(Default)]
pub(super) struct Thing<'a> {
    pub(super) desa: Option<&'a str>,
    pub(super) case: Option<&'a CaseRow>,
    pub(super) against: Option<&'a str>,
    pub(super) in_question: bool,
    /// The newest referral of the case.
    pub(super) referral: Option<&'a Referral>,
}

/// Decides whether a person may take a step in a role.
///
/// # Errors
///
/// [`IngestError`] if the database fails.
pub(super) fn may(
    work: &Work<'_>,
    hand: Hand,
    step: StepId,
    thing: &Thing<'_>,
) -> Result<bool, IngestError> {
    let (Some(user), Some(role)) = (hand.user, hand.role) else { return Ok(true) };
    let found = users::find_at(work.conn(), work.kab(), user, work.cause.pos)?;
    let Some(account) = found.filter(|account| !account.ended) else { return Ok(false) };
    let held_by_province =
        thing.case.is_some_and(|case| matches!(case.unit, Some(Unit::Province(_))));
    let routed = match thing.referral {
        Some(referral) => access::is_routed(work.conn(), work.kab(), (user, role), referral)?,
        None => false,
    };
    if !office::may(work, role, step, thing)? {
        return Ok(false);
    }
    let grants = account.grants.iter().filter(|grant| grant.role == role);
    let mut relations = grants
        .map(|grant| relation(user, role, (covers(&grant.wilayah, thing.desa), routed), thing));
    let private = thing.case.is_some_and(|case| case.private) && !held_by_province;
    Ok(relations.any(|relation| {
        let opens = policy::may(role, Capability::PrivateCases, &relation, None).is_ok();
        let may = policy::may_step(role, step, &relation, held_by_province).is_ok();
        may && (opens || !private)
    }))
}

fn relation(user: UserId, role: Role, (here, routed): (bool, bool), thing: &Thing<'_>) -> Relation {
    let province = thing.case.is_some_and(|case| matches!(case.unit, Some(Unit::Province(_))));
    Relation {
        own: thing.case.is_some_and(|case| case.author == Some(user)),
        desa: here,
        kecamatan: here,
        kabupaten: here,
        province: here,
        area: here,
        routed: here && routed,
        handler: thing.case.is_some_and(|case| case.handler == Some(user))
            || (province && here && role == Role::Kprov),
        in_question: thing.in_question && here,
        barred: thing.against.is_some_and(|against| concerns(against, role)),
    }
}

/// Tells whether a complaint against a party concerns the unit of a role.
fn concerns(against: &str, role: Role) -> bool {
    match against {
        "fs" => role == Role::Fs,
        "supervisor" => role == Role::Spv,
        "puskesos" => role::Roles::of("fop bop kp pj").has(role),
        "slrt" => role::Roles::of("mj fo bo").has(role),
        _ => false,
    }
}

/// Tells whether an area holds a desa; what has no desa belongs to the kabupaten.
pub(super) fn covers(area: &str, desa: Option<&str>) -> bool {
    match desa {
        Some(desa) => desa.starts_with(area),
        None => area.len() <= 4,
    }
}
