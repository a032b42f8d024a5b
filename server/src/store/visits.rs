//! The read tables of visits and of the documents that each touched.

use jangkau_domain::{DeviceId, DocId, DocKind, Kab, ScopeId, Ulid, UserId};
use jangkau_sync::Register;
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;
use super::documents::Stored;

/// A visit as lists show one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The ULID of its event.
    pub id: Ulid,
    /// Who made it.
    pub user: UserId,
    /// On which tablet; none for an office.
    pub device: Option<DeviceId>,
    /// The scope of the document that holds its event, else of the first one that it touched.
    pub scope: ScopeId,
    /// The document that holds its event; none until that came.
    pub doc: Option<DocId>,
    /// What its event tells.
    pub told: Option<Told>,
    /// Position of the first change that names it.
    pub first_pos: i64,
    /// Position of the last one.
    pub last_pos: i64,
    /// When the server received the first one.
    pub first_at: i64,
    /// When the server received the last one.
    pub last_at: i64,
}

/// What a visit's event tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When it was, by the tablet's clock.
    pub claimed: i64,
    /// `list:place`.
    pub place: String,
    /// `list:visit_purpose`.
    pub purpose: String,
    /// `list:visit_outcome`.
    pub outcome: String,
    /// `list:channel`.
    pub channel: String,
}

/// A document that a visit touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Document.
    pub doc: DocId,
    /// Its kind.
    pub kind: DocKind,
    /// How many changes name the visit.
    pub changes: i64,
    /// Position of the first one.
    pub first_pos: i64,
    /// Position of the last one.
    pub last_pos: i64,
}

/// A change that names a visit.
pub(crate) struct Arrival {
    pub(crate) visit: Ulid,
    pub(crate) user: UserId,
    pub(crate) device: Option<DeviceId>,
    pub(crate) scope: ScopeId,
    pub(crate) pos: i64,
    pub(crate) at: i64,
}

const COLUMNS: &str = "visit, user_id, device_id, scope, doc, claimed, place, purpose, outcome, \
                       channel, first_pos, last_pos, first_at, last_at";

/// Finds a visit.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<Option<Visit>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM visit WHERE kab = ?1 AND visit = ?2");
    Ok(conn.prepare_cached(&sql)?.query_row((kab.0, visit.0), read).optional()?)
}

/// Returns the visits that touched a document, newest first.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn of_doc(conn: &Connection, kab: Kab, doc: &DocId) -> Result<Vec<Visit>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM visit WHERE kab = ?1 AND visit IN
            (SELECT visit FROM visit_part WHERE kab = ?1 AND doc = ?2)
         ORDER BY last_pos DESC"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let rows = query.query_map((kab.0, doc.0), read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns the documents that a visit touched: families, persons, cases, each in order of arrival.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn parts(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<Vec<Part>, StoreError> {
    let sql = "SELECT doc, kind, changes, first_pos, last_pos FROM visit_part
               WHERE kab = ?1 AND visit = ?2
               ORDER BY CASE kind WHEN 2 THEN 0 ELSE kind END, first_pos";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, visit.0), |row| {
        Ok(Part {
            doc: DocId(row.get(0)?),
            kind: DocKind::from_number(row.get(1)?).unwrap_or(DocKind::Person),
            changes: row.get(2)?,
            first_pos: row.get(3)?,
            last_pos: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Returns whether a change ever named a visit.
pub(crate) fn is_known(conn: &Connection, kab: Kab, visit: &Ulid) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM visit WHERE kab = ?1 AND visit = ?2)";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, visit.0), |row| row.get(0))?)
}

/// Notes that a change named a visit.
pub(crate) fn arrive(conn: &Connection, kab: Kab, one: &Arrival) -> Result<(), StoreError> {
    let sql = "INSERT INTO visit
            (kab, visit, user_id, device_id, scope, first_pos, last_pos, first_at, last_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?7)
        ON CONFLICT (kab, visit) DO UPDATE SET
            last_pos = excluded.last_pos, last_at = excluded.last_at";
    let device = one.device.map(|device| device.0);
    let row = (kab.0, one.visit.0, one.user.0, device, one.scope.0, one.pos, one.at);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Counts a change of a document that names a visit.
pub(crate) fn count_part(
    conn: &Connection,
    kab: Kab,
    visit: &Ulid,
    register: &Register,
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO visit_part (kab, visit, doc, kind, changes, first_pos, last_pos)
        VALUES (?1, ?2, ?3, ?4, 1, ?5, ?5)
        ON CONFLICT (kab, visit, doc) DO UPDATE SET
            changes = visit_part.changes + 1, last_pos = excluded.last_pos";
    let row = (kab.0, visit.0, register.id().0, register.kind() as u8, pos);
    conn.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// Notes what a visit's event tells, and where it stands.
pub(crate) fn tell(
    conn: &Connection,
    kab: Kab,
    visit: &Ulid,
    stored: &Stored,
    told: &Told,
) -> Result<(), StoreError> {
    let sql = "UPDATE visit SET doc = ?3, scope = ?4, claimed = ?5, place = ?6, purpose = ?7,
            outcome = ?8, channel = ?9
        WHERE kab = ?1 AND visit = ?2";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        visit.0,
        stored.register.id().0,
        stored.scope.0,
        told.claimed,
        &told.place,
        &told.purpose,
        &told.outcome,
        &told.channel,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Visit> {
    let told = match row.get(5)? {
        None => None,
        Some(claimed) => Some(Told {
            claimed,
            place: row.get(6)?,
            purpose: row.get(7)?,
            outcome: row.get(8)?,
            channel: row.get(9)?,
        }),
    };
    Ok(Visit {
        id: Ulid(row.get(0)?),
        user: UserId(row.get(1)?),
        device: row.get::<_, Option<u32>>(2)?.map(DeviceId),
        scope: ScopeId(row.get(3)?),
        doc: row.get::<_, Option<[u8; 16]>>(4)?.map(DocId),
        told,
        first_pos: row.get(10)?,
        last_pos: row.get(11)?,
        first_at: row.get(12)?,
        last_at: row.get(13)?,
    })
}
