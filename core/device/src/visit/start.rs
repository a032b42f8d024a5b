//! Beginning a visit: at a family that nobody knows, one with a document, one of the register.

use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind};
use rusqlite::{Connection, Transaction};

use super::answers;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::VisitTarget;
use crate::random;
use crate::store::scopes::{self, Scope};
use crate::store::visits::{self, Part, Visit};
use crate::store::{drafts, households, persons, register};
use crate::words::visit as words;

/// Begins a visit and returns its id; the draft is on disk when this returns. An open visit at the
/// same family goes on.
pub fn start(device: &mut Device, target: &VisitTarget) -> Result<String, DeviceError> {
    let roles = device.enrolled()?.roles;
    let plan = plan(&device.db, target)?;
    if let Some(open) = open_at(&device.db, &plan)? {
        return Ok(open);
    }
    let now = device.clock.now();
    let visit = Visit {
        id: device.ulid()?.to_string(),
        returned: None,
        scope: plan.scope.id,
        household: plan.household,
        row: plan.row.clone(),
        started_s: now,
        saved_s: now,
        finished_s: None,
        sent_s: None,
    };
    let at_office = roles.has(Role::Fop) && !roles.has(Role::Fs);
    let answers = if at_office { answers::AT_THE_OFFICE } else { answers::AT_THE_DOOR };
    device.write(|tx| {
        visits::add(tx, &visit)?;
        add_parts(tx, &visit, &plan)?;
        for (key, value) in answers {
            drafts::put(tx, &visit.id, &visit.id, key, value, now)?;
        }
        Ok(())
    })?;
    Ok(visit.id)
}

/// Whom the visit goes to.
struct Plan {
    scope: Scope,
    household: DocId,
    new: bool,
    row: Option<(String, String)>,
}

fn plan(db: &Connection, target: &VisitTarget) -> Result<Plan, DeviceError> {
    match target {
        VisitTarget::NewHousehold { desa } => {
            let household = DocId(random::bytes()?);
            Ok(Plan { scope: desa_of(db, desa)?, household, new: true, row: None })
        }
        VisitTarget::Household { id } => {
            let id = DocId::from_hex(id).ok_or(DeviceError::NotFound)?;
            known_family(db, id)
        }
        VisitTarget::RegisterRow { desa, row } => {
            let found = match desa.as_str() {
                "" => register::by_row(db, None, row)?,
                code => register::by_row(db, Some(desa_of(db, code)?.id), row)?,
            };
            let household = found.and_then(|row| row.household);
            known_family(db, household.ok_or(DeviceError::NotFound)?)
        }
    }
}

/// Finds a family by its own document or a member's, recorded or only registered.
fn known_family(db: &Connection, id: DocId) -> Result<Plan, DeviceError> {
    let recorded = persons::get(db, id)?.and_then(|person| person.household);
    let registered = register::of_person(db, id)?.and_then(|row| row.household);
    let household = recorded.or(registered).unwrap_or(id);
    let known = households::get(db, household)?.and_then(|known| known.scope);
    let scope = known.map_or_else(|| register::scope(db, household), |scope| Ok(Some(scope)))?;
    let scope = match scope {
        Some(scope) => scopes::find(db, scope)?,
        None => None,
    };
    let row = register::family(db, household)?.into_iter().next();
    Ok(Plan {
        scope: scope.ok_or(DeviceError::NotFound)?,
        household,
        new: known.is_none(),
        row: row.map(|row| (row.source, row.row_id)),
    })
}

/// Returns the desa of a code or name; the only one where neither is given.
fn desa_of(db: &Connection, named: &str) -> Result<Scope, DeviceError> {
    let mut all = scopes::desa(db)?;
    if named.is_empty() && all.len() == 1 {
        return Ok(all.remove(0));
    }
    let found = all.into_iter().find(|scope| scope.code == named || scope.name == named);
    found.ok_or(DeviceError::refused("f/desa", words::CHOOSE_DESA))
}

fn open_at(db: &Connection, plan: &Plan) -> Result<Option<String>, DeviceError> {
    let open = visits::open(db)?;
    Ok(open.into_iter().find(|visit| visit.household == plan.household).map(|visit| visit.id))
}

fn add_parts(tx: &Transaction<'_>, visit: &Visit, plan: &Plan) -> Result<(), DeviceError> {
    let part = |kind, doc, fresh, row| Part { n: 0, kind, doc, fresh, row };
    let family = part(DocKind::Household, plan.household, false, plan.row.clone());
    visits::add_part(tx, &visit.id, &family)?;
    if plan.new {
        let doc = plan.household.to_string();
        drafts::put(tx, &visit.id, &doc, "f/desa", &plan.scope.code, visit.started_s)?;
        drafts::put(tx, &visit.id, &doc, "f/state", "active", visit.started_s)?;
    }
    let mut members = persons::of_household(tx, plan.household)?;
    members.sort_by_key(|member| member.relation != "head");
    for id in members.iter().filter_map(|member| member.doc) {
        visits::add_part(tx, &visit.id, &part(DocKind::Person, id, false, None))?;
    }
    let listed = register::family(tx, plan.household)?;
    for row in &listed {
        if let Some(id) = row.person.filter(|id| persons_elsewhere(tx, *id).is_none()) {
            let over = Some((row.source.clone(), row.row_id.clone()));
            visits::add_part(tx, &visit.id, &part(DocKind::Person, id, false, over))?;
        }
    }
    if members.is_empty() && listed.is_empty() {
        add_head(tx, visit)?;
    }
    Ok(())
}

/// Somebody of the register family who is recorded in another family by now stays there.
fn persons_elsewhere(tx: &Transaction<'_>, id: DocId) -> Option<DocId> {
    persons::get(tx, id).ok().flatten().and_then(|person| person.household)
}

/// A family nobody knows begins with its head.
fn add_head(tx: &Transaction<'_>, visit: &Visit) -> Result<(), DeviceError> {
    let id = DocId(random::bytes()?);
    let head = Part { n: 0, kind: DocKind::Person, doc: id, fresh: true, row: None };
    visits::add_part(tx, &visit.id, &head)?;
    let doc = id.to_string();
    drafts::put(tx, &visit.id, &doc, "f/relation", "head", visit.started_s)?;
    drafts::put(tx, &visit.id, &doc, "f/presence", "present", visit.started_s)
}
