//! Who sees which rows: the owners of the queue table, narrowed to a person's areas.

use jangkau_domain::case::Unit;
use jangkau_domain::policy::Scope;
use jangkau_domain::queue::{Queue, order, table};
use jangkau_domain::role::Role;
use jangkau_domain::{Kab, UserId};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::store::StoreError;
use crate::store::queue::Waiting;
use crate::store::queue_view::{self, Sight};
use crate::store::users::{self, Grant};

/// A person who looks at queues.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// The account.
    pub user: UserId,
    /// What it may do, and where.
    pub grants: Vec<Grant>,
}

/// What is asked for in an address; all of it by default.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only this desa.
    pub desa: Option<String>,
    /// Only urgent ones.
    pub urgent: bool,
    /// Only those past this moment's date.
    pub due_before: Option<i64>,
    /// Only this unit.
    pub unit: Option<String>,
    /// How many rows to leave out.
    pub skip: u32,
    /// How many rows to return; 0 means a page of fifty.
    pub limit: u32,
}

/// How many rows of a queue wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The queue.
    pub queue: Queue,
    /// All rows that the person sees.
    pub all: u64,
    /// Those past their date.
    pub late: u64,
}

/// Returns what waits in a queue for a person: mode, urgent, due, oldest receipt.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(
    conn: &Connection,
    kab: Kab,
    viewer: &Viewer,
    queue: Queue,
    filter: &Filter,
) -> Result<Vec<Waiting>, StoreError> {
    let mut sight = Sight::nothing();
    let programs = programs(conn, kab, viewer)?;
    look(&mut sight, viewer, (kab, &programs), queue);
    if let Some(desa) = &filter.desa {
        sight.want("desa", Value::Text(desa.clone()));
    }
    if let Some(unit) = &filter.unit {
        sight.want("unit", Value::Text(unit.clone()));
    }
    if filter.urgent {
        sight.want("urgent", Value::Integer(1));
    }
    if let Some(moment) = filter.due_before {
        sight.want_before(moment);
    }
    let limit = if filter.limit == 0 { 50 } else { filter.limit };
    queue_view::list(conn, kab, &sight, filter.skip, limit)
}

/// Returns the rail of a person: its queues in the order of the day, each with its counts.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn count(
    conn: &Connection,
    kab: Kab,
    viewer: &Viewer,
    now_s: i64,
) -> Result<Vec<Count>, StoreError> {
    let mut rail: Vec<Queue> = Vec::new();
    for grant in &viewer.grants {
        for queue in order::rail(grant.role) {
            if !rail.contains(&queue) {
                rail.push(queue);
            }
        }
    }
    let mut sight = Sight::nothing();
    let programs = programs(conn, kab, viewer)?;
    for queue in &rail {
        look(&mut sight, viewer, (kab, &programs), *queue);
    }
    let counted = queue_view::count(conn, kab, &sight, now_s)?;
    let of = |queue| counted.iter().find(|(one, _, _)| *one == queue);
    let rows = rail.into_iter().map(|queue| {
        let (all, late) = of(queue).map_or((0, 0), |(_, all, late)| (*all, *late));
        Count { queue, all, late }
    });
    Ok(rows.collect())
}

/// Returns the programs that a program owner answers for.
fn programs(conn: &Connection, kab: Kab, viewer: &Viewer) -> Result<Vec<String>, StoreError> {
    if viewer.grants.iter().any(|grant| grant.role == Role::Pp) {
        users::programs(conn, kab, viewer.user)
    } else {
        Ok(Vec::new())
    }
}

fn look(sight: &mut Sight, viewer: &Viewer, (kab, programs): (Kab, &[String]), queue: Queue) {
    for grant in &viewer.grants {
        let Some(owner) = table::of(queue).owner(grant.role) else { continue };
        match owner.scope {
            Scope::Own | Scope::Handler => {}
            Scope::Routed => {
                for key in routed(grant.role, programs) {
                    sight.keyed(queue, &grant.wilayah, &key);
                }
            }
            Scope::Desa if queue == Queue::ProgramAnswer => {
                sight.keyed(queue, &grant.wilayah, "village:%");
            }
            Scope::Desa
            | Scope::Kecamatan
            | Scope::Kabupaten
            | Scope::Province
            | Scope::Nation
            | Scope::Area
            | Scope::Question => {
                let unit = office(queue, grant.role);
                sight.area(queue, &grant.wilayah, unit, sees_private(grant.role));
            }
        }
        if grant.role == Role::Kprov {
            let province = format!("{:02}", kab.0 / 100);
            sight.unit(queue, &Unit::Province(province).to_string());
        }
        sight.own(queue, viewer.user);
    }
}

/// Returns which referrals are routed to a role, by the beginning or end of their rows' keys.
fn routed(role: Role, programs: &[String]) -> Vec<String> {
    match role {
        Role::Pp => programs.iter().map(|program| format!("%:login:{program}")).collect(),
        Role::Kprov => vec!["prov:%".to_owned()],
        Role::Seknas => vec!["national:%".to_owned()],
        _ => Vec::new(),
    }
}

/// Handling and approving wait for one office: a Puskesos for its own, the secretariat for its.
const fn office(queue: Queue, role: Role) -> Option<&'static str> {
    match (queue, role) {
        (Queue::BackOffice, Role::Bop | Role::Kp) | (Queue::Approval, Role::Kp) => {
            Some("puskesos:%")
        }
        (Queue::BackOffice, Role::Bo) | (Queue::Approval | Queue::Report, Role::Mj) => Some("slrt"),
        // A report waits for its own unit, once submitted for the one above.
        (Queue::Report, Role::Kp) => Some("puskesos:%"),
        (Queue::Report, Role::Kprov) => Some("prov:%"),
        (Queue::Report, Role::Seknas) => Some("national"),
        _ => None,
    }
}

/// Private cases stand in no list outside their scope; the manager's is the whole kabupaten.
const fn sees_private(role: Role) -> bool {
    matches!(role, Role::Mj)
}
