//! The areas of Kemendagri, in a file of their own: public data under its own licence, so it is
//! neither encrypted nor mixed with ours. No table of it leads with kab: it is the nation's.

use jangkau_domain::wilayah::{Area, Code, Table};
use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags, Row};

use super::{Files, StoreError};

const SCHEMA: &str = "
    -- As the source has it: Kemendagri's codes and names, from idn-area-data (ODbL 1.0).
    CREATE TABLE IF NOT EXISTS area (
        code TEXT NOT NULL PRIMARY KEY, -- digits without dots
        name TEXT NOT NULL
    ) STRICT;
    -- What this system knows besides: a code is never used again, it ends and is followed.
    CREATE TABLE IF NOT EXISTS span (
        code        TEXT NOT NULL PRIMARY KEY,
        valid_from  TEXT,
        valid_until TEXT,
        successor   TEXT
    ) STRICT;";

/// Returns every known area; none if nothing was imported yet.
///
/// # Errors
///
/// [`StoreError`] if the file cannot be read.
pub fn load(files: &Files) -> Result<Table, StoreError> {
    if !files.wilayah().exists() {
        return Ok(Table::default());
    }
    let conn = Connection::open_with_flags(files.wilayah(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let sql = "SELECT a.code, a.name, s.valid_from, s.valid_until, s.successor
               FROM area a LEFT JOIN span s ON s.code = a.code";
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], read)?;
    let areas: Vec<Option<Area>> = rows.collect::<Result<_, _>>()?;
    let areas: Option<Vec<Area>> = areas.into_iter().collect();
    Ok(Table::new(areas.ok_or(StoreError::Damaged { what: "area" })?))
}

/// Writes areas, all or none.
pub(crate) fn save(files: &Files, areas: &[Area]) -> Result<(), StoreError> {
    let mut conn = Connection::open(files.wilayah())?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.execute_batch(SCHEMA)?;
    let tx = conn.transaction()?;
    let area = "INSERT INTO area (code, name) VALUES (?1, ?2)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name";
    let span = "INSERT INTO span (code, valid_from, valid_until, successor)
        VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (code) DO UPDATE SET valid_from = excluded.valid_from,
            valid_until = excluded.valid_until, successor = excluded.successor";
    {
        let (mut area, mut span) = (tx.prepare(area)?, tx.prepare(span)?);
        for one in areas {
            area.execute((one.code.digits(), &one.name))?;
            let [from, until] =
                [one.valid_from, one.valid_until].map(|day| day.map(|day| day.to_string()));
            // The national files say nothing of days: what was known before stays.
            if from.is_some() || until.is_some() {
                let next = one.successor.map(|code| code.digits().to_owned());
                span.execute((one.code.digits(), from, until, next))?;
            }
        }
    }
    tx.commit()?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Area>> {
    let code = row.get_ref(0)?.as_str()?.parse::<Code>().ok();
    let [from, until, next] = [row.get(2)?, row.get(3)?, row.get::<_, Option<String>>(4)?];
    let name: String = row.get(1)?;
    let day = |text: Option<String>| text.and_then(|text| text.parse::<Date>().ok());
    Ok(code.map(|code| Area {
        code,
        name,
        valid_from: day(from),
        valid_until: day(until),
        successor: next.and_then(|text| text.parse().ok()),
    }))
}
