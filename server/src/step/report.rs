//! Quarterly reports: drafted by the clock, submitted by the unit, accepted one level up with
//! figures that never change again (R1 to R3; Guideline VI).

use jangkau_domain::case::Unit;
use jangkau_domain::queue::Cause;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Guard, Hand, RefusalCode, StepId};
use jangkau_sync::message::ScopeKind;

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::decision::Decision;
use super::figures::{self, DEFINITIONS, Figures};
use super::quarter::Quarter;
use super::work::{Work, calendar};
use super::{actor, things, waiting};
use crate::ingest::IngestError;
use crate::store::figures::Span;
use crate::store::queue::{self, Waiting, Which};
use crate::store::reports::{self, Report};
use crate::store::scopes;

/// Drafts that one tick makes: each counts the cases of its unit.
const AT_ONCE: usize = 20;
/// The level above the provinces.
const NATIONAL: &str = "national";

/// Returns the reports that the last quarter still lacks (R1), as names of their first rows.
pub(super) fn lacking(work: &Work<'_>) -> Result<Vec<String>, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let zone = calendar(kab).zone();
    let quarter = Quarter::at(work.at(), zone).before();
    let (_, until) = quarter.bounds(zone);
    if reports::began(conn, kab)?.is_none_or(|began| began >= until) {
        return Ok(Vec::new());
    }
    let mut units = vec![Unit::Slrt];
    if actor::exists(work, Role::Kprov, None)? {
        units.push(Unit::Province(format!("{:02}", kab.0 / 100)));
    }
    let all = scopes::list(conn, kab)?;
    let desa = all.into_iter().filter(|scope| scope.kind == ScopeKind::Desa);
    units.extend(desa.filter_map(|scope| scope.wilayah).map(Unit::Puskesos));
    let mut lacking = Vec::new();
    for unit in units.iter().map(ToString::to_string) {
        if lacking.len() == AT_ONCE {
            break;
        }
        if reports::find(conn, kab, &unit, &quarter.to_string())?.is_none() {
            lacking.push(Cause::report(&unit, &quarter.to_string(), 1).key);
        }
    }
    Ok(lacking)
}

/// Drafts a report (R1).
pub(super) fn draft(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    if wish.hand != Hand::SYSTEM {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let named = decision.cause.as_deref().and_then(Name::read).ok_or(IngestError::Damaged)?;
    let known = reports::find(work.conn(), work.kab(), &named.unit.to_string(), &named.quarter)?;
    let Ok(quarter) = named.quarter.parse::<Quarter>() else { return Err(IngestError::Damaged) };
    if known.is_some() {
        return refuse(wish.id, RefusalCode::Repeated, Guard::State);
    }
    let (from_at, until_at) = quarter.bounds(calendar(work.kab()).zone());
    if until_at > work.at() {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    }
    let mut report = Report {
        unit: named.unit.to_string(),
        quarter: named.quarter,
        n: 0,
        state: "drafted".to_owned(),
        definitions: DEFINITIONS,
        from_at,
        until_at,
        figures: Vec::new(),
        figures_at: work.at(),
        hash: None,
        submitted_by: None,
        decided_by: None,
        proof: None,
        note: None,
    };
    count(work, &named.unit, &mut report)?;
    let waits_for = named.unit.to_string();
    wait(work, &named.unit, &mut report, &waits_for)?;
    Ok(Ok(()))
}

/// Submits a report (R2), accepts or returns it (R3).
pub(super) fn decide(work: &Work<'_>, decision: &Decision, wish: Wish<'_>) -> Answer {
    let cause = decision.cause.as_deref().ok_or(IngestError::Damaged)?;
    let named = Name::read(cause).ok_or(IngestError::Damaged)?;
    let unit = named.unit.to_string();
    let Some(mut report) = reports::find(work.conn(), work.kab(), &unit, &named.quarter)? else {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    };
    let submits = wish.id == StepId::R2;
    let level = if submits { writer_of(&named.unit) } else { reader_of(&named.unit) };
    if wish.hand.role != Some(level) || !things::may(work, &wish, named.unit.desa(), false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    let ready = if submits {
        matches!(report.state.as_str(), "drafted" | "returned")
    } else {
        report.state == "submitted"
    };
    let open = queue::list_open(work.conn(), work.kab(), Which::Cause(cause))?;
    if !ready || open.is_empty() {
        return refuse(wish.id, RefusalCode::Late, Guard::State);
    }
    if let Some((code, guard)) = hindrance(&named.unit, &report, &wish) {
        return refuse(wish.id, code, guard);
    }
    work.close(Which::Cause(cause), wish.hand.user, wish.id.key())?;
    if submits {
        submit(work, &named.unit, &mut report, wish)?;
    } else {
        judge(work, &named.unit, &mut report, wish)?;
    }
    Ok(Ok(()))
}

/// A Puskesos submits what its head has signed; who submitted does not accept; who returns says why.
fn hindrance(unit: &Unit, report: &Report, wish: &Wish<'_>) -> Option<(RefusalCode, Guard)> {
    let given = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let signed = given(&wish.input.proof) || !matches!(unit, Unit::Puskesos(_));
    let returns = wish.input.result.as_deref() == Some("returned");
    match wish.id {
        StepId::R2 if !signed => Some((RefusalCode::Missing, Guard::Enrolment)),
        StepId::R3 if report.submitted_by == wish.hand.user => {
            Some((RefusalCode::NotAllowed, Guard::Eyes))
        }
        StepId::R3 if returns && !given(&wish.input.note) => {
            Some((RefusalCode::Missing, Guard::Note))
        }
        _ => None,
    }
}

fn submit(
    work: &Work<'_>,
    unit: &Unit,
    report: &mut Report,
    wish: Wish<'_>,
) -> Result<(), IngestError> {
    report.state = "submitted".to_owned();
    report.submitted_by = wish.hand.user;
    report.decided_by = None;
    report.proof.clone_from(&wish.input.proof);
    // What is accepted is what the level above has seen: counted now, not again.
    count(work, unit, report)?;
    wait(work, unit, report, &above(work, unit))
}

fn judge(
    work: &Work<'_>,
    unit: &Unit,
    report: &mut Report,
    wish: Wish<'_>,
) -> Result<(), IngestError> {
    report.decided_by = wish.hand.user;
    report.note.clone_from(&wish.input.note);
    if wish.input.result.as_deref() == Some("returned") {
        report.state = "returned".to_owned();
        return wait(work, unit, report, &unit.to_string());
    }
    report.state = "accepted".to_owned();
    report.hash = Some(figures::hash(&report.figures));
    put(work, report)
}

fn count(work: &Work<'_>, unit: &Unit, report: &mut Report) -> Result<(), IngestError> {
    let name = unit.to_string();
    let span =
        Span { unit: &name, desa: unit.desa(), from_at: report.from_at, until_at: report.until_at };
    report.figures = Figures::count(work, &report.quarter, &span)?.to_bytes();
    report.figures_at = work.at();
    report.definitions = DEFINITIONS;
    Ok(())
}

/// Opens the row of whoever has it now.
fn wait(
    work: &Work<'_>,
    unit: &Unit,
    report: &mut Report,
    waits_for: &str,
) -> Result<(), IngestError> {
    report.n += 1;
    put(work, report)?;
    let cause = Cause::report(&report.unit, &report.quarter, report.n);
    let row = waiting::of_place(work, cause, unit.desa().map(str::to_owned))?;
    let key = Some(report.state.clone());
    work.open(&Waiting { unit: Some(waits_for.to_owned()), key, ..row })
}

fn put(work: &Work<'_>, report: &Report) -> Result<(), IngestError> {
    Ok(reports::put(work.conn(), work.kab(), report, (work.cause.pos, work.at()))?)
}

const fn writer_of(unit: &Unit) -> Role {
    match unit {
        Unit::Puskesos(_) => Role::Kp,
        Unit::Slrt => Role::Mj,
        Unit::Province(_) => Role::Kprov,
    }
}

const fn reader_of(unit: &Unit) -> Role {
    match unit {
        Unit::Puskesos(_) => Role::Mj,
        Unit::Slrt => Role::Kprov,
        Unit::Province(_) => Role::Seknas,
    }
}

/// Returns the unit one level up.
fn above(work: &Work<'_>, unit: &Unit) -> String {
    match unit {
        Unit::Puskesos(_) => Unit::Slrt.to_string(),
        Unit::Slrt => Unit::Province(format!("{:02}", work.kab().0 / 100)).to_string(),
        Unit::Province(_) => NATIONAL.to_owned(),
    }
}

/// A report as the name of its queue row tells it.
struct Name {
    unit: Unit,
    quarter: String,
}

impl Name {
    fn read(cause: &str) -> Option<Self> {
        let rest = cause.strip_prefix("report:")?;
        let (rest, _) = rest.rsplit_once(':')?;
        let (unit, quarter) = rest.rsplit_once(':')?;
        Some(Self { unit: unit.parse().ok()?, quarter: quarter.to_owned() })
    }
}
