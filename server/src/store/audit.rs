//! The audit record's table.

use jangkau_domain::{DocId, Kab};
use rusqlite::{OptionalExtension, Row};

use super::StoreError;
use super::open::{AUDIT_FILE, Files, open_file};
use super::side::Side;
use crate::audit::{Kept, KeptLine, Line, seal};
use crate::config::StoreKey;

const COLUMNS: &str = "n, at, user_id, device_id, what, doc, detail, hash";

/// The file of the audit record.
#[derive(Clone)]
pub(crate) struct AuditFile {
    side: Side,
    kab: Kab,
}

impl AuditFile {
    pub(crate) fn open(files: &Files, key: &StoreKey, kab: Kab) -> Result<Self, StoreError> {
        Ok(Self { side: Side::new(open_file(&files.audit(), key, AUDIT_FILE)?), kab })
    }

    pub(crate) fn append(&self, line: &Line) -> Result<(), StoreError> {
        let kept = KeptLine::from(line);
        self.side.write(|conn| {
            let last = "SELECT n, hash FROM audit WHERE kab = ?1 ORDER BY n DESC LIMIT 1";
            let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
            let last: Option<(i64, [u8; 32])> =
                conn.prepare_cached(last)?.query_row([self.kab.0], read).optional()?;
            let (n, before) = last.unwrap_or_default();
            let sql = "INSERT INTO audit
                (kab, n, at, user_id, device_id, what, doc, detail, hash)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            conn.prepare_cached(sql)?.execute((
                self.kab.0,
                n + 1,
                kept.at,
                kept.user,
                kept.device,
                &kept.what,
                &kept.doc,
                &kept.detail,
                seal(&before, n + 1, &kept),
            ))?;
            Ok(())
        })
    }

    pub(crate) fn of_doc(&self, doc: DocId, limit: u32) -> Result<Vec<Kept>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM audit WHERE kab = ?1 AND doc = ?2 ORDER BY n DESC LIMIT ?3"
        );
        self.side.read(|conn| {
            let mut query = conn.prepare_cached(&sql)?;
            let lines = query.query_map((self.kab.0, doc.0, limit), read)?;
            Ok(lines.collect::<Result<_, _>>()?)
        })
    }

    /// Alters the file behind the record's back.
    #[cfg(test)]
    pub(crate) fn bend(&self, sql: &str) {
        let done = self.side.write(|conn| Ok(conn.execute(sql, [])?));
        assert!(done.is_ok_and(|rows| rows > 0), "nothing was altered");
    }

    /// Shows every line, in order, one at a time.
    pub(crate) fn walk(&self, mut see: impl FnMut(&Kept)) -> Result<(), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit WHERE kab = ?1 ORDER BY n");
        self.side.read(|conn| {
            let mut query = conn.prepare_cached(&sql)?;
            for kept in query.query_map([self.kab.0], read)? {
                see(&kept?);
            }
            Ok(())
        })
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        n: row.get(0)?,
        line: KeptLine {
            at: row.get(1)?,
            user: row.get(2)?,
            device: row.get(3)?,
            what: row.get(4)?,
            doc: row.get(5)?,
            detail: row.get(6)?,
        },
        hash: row.get(7)?,
    })
}
