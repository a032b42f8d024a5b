//! Numbered migrations with checksums: never edited once merged, run in one transaction each.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::StoreError;

/// One step of a file's schema.
pub(crate) struct Migration {
    /// Counts from 1.
    pub number: u32,
    /// What it changes.
    pub sql: &'static str,
}

/// Migrations of the main file.
pub(crate) const MAIN: &[Migration] = &[
    Migration { number: 1, sql: include_str!("../../migrations/0001_init.sql") },
    Migration { number: 2, sql: include_str!("../../migrations/0002_work.sql") },
    Migration { number: 3, sql: include_str!("../../migrations/0003_ends.sql") },
    Migration { number: 4, sql: include_str!("../../migrations/0004_beside_cases.sql") },
];

/// Migrations of the file of login and device sessions.
pub(crate) const SESSIONS: &[Migration] =
    &[Migration { number: 1, sql: include_str!("../../migrations/sessions/0001_init.sql") }];

/// Migrations of the audit record.
pub(crate) const AUDIT: &[Migration] =
    &[Migration { number: 1, sql: include_str!("../../migrations/audit/0001_init.sql") }];

const TABLE: &str = "CREATE TABLE IF NOT EXISTS migration (
    number INTEGER NOT NULL PRIMARY KEY,
    sha256 BLOB    NOT NULL,
    at     INTEGER NOT NULL
) STRICT";

/// Brings a file to the newest schema; returns how many steps that took.
pub(crate) fn run(
    conn: &mut Connection,
    file: &'static str,
    steps: &[Migration],
    now_s: i64,
) -> Result<usize, StoreError> {
    conn.execute_batch(TABLE)?;
    let done = check(conn, file, steps)?;
    for step in &steps[done..] {
        let tx = conn.transaction()?;
        tx.execute_batch(step.sql)?;
        tx.execute(
            "INSERT INTO migration (number, sha256, at) VALUES (?1, ?2, ?3)",
            (step.number, sum(step), now_s),
        )?;
        tx.commit()?;
    }
    Ok(steps.len() - done)
}

/// Refuses a file that is older, newer or of another making.
pub(crate) fn expect_newest(
    conn: &Connection,
    file: &'static str,
    steps: &[Migration],
) -> Result<(), StoreError> {
    let known = "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'";
    let made: u32 = conn.query_row(known, [], |row| row.get(0))?;
    if made == 0 || check(conn, file, steps)? < steps.len() {
        return Err(StoreError::Older { file });
    }
    Ok(())
}

/// Returns how many of the steps the file has already taken.
fn check(conn: &Connection, file: &'static str, steps: &[Migration]) -> Result<usize, StoreError> {
    let mut rows = conn.prepare("SELECT number, sha256 FROM migration ORDER BY number")?;
    let taken = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut done = 0;
    for row in taken {
        let (number, sha256): (u32, [u8; 32]) = row?;
        let Some(step) = steps.get(done) else {
            let known = steps.last().map_or(0, |step| step.number);
            return Err(StoreError::Newer { file, found: number, known });
        };
        if step.number != number || sum(step) != sha256 {
            return Err(StoreError::Edited { file, number });
        }
        done += 1;
    }
    Ok(done)
}

fn sum(step: &Migration) -> [u8; 32] {
    Sha256::digest(step.sql.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Migration = Migration { number: 1, sql: "CREATE TABLE a (x INTEGER) STRICT" };
    const EDITED: Migration = Migration { number: 1, sql: "CREATE TABLE a (y INTEGER) STRICT" };
    const TWO: Migration = Migration { number: 2, sql: "CREATE TABLE b (x INTEGER) STRICT" };
    const BROKEN: Migration = Migration { number: 2, sql: "CREATE TABLE c (x); NOT SQL" };

    #[test]
    fn takes_only_the_new_steps() -> Result<(), StoreError> {
        let mut conn = Connection::open_in_memory()?;
        assert!(matches!(expect_newest(&conn, "a", &[ONE]), Err(StoreError::Older { .. })));
        assert_eq!(run(&mut conn, "a", &[ONE], 0)?, 1);
        assert!(matches!(expect_newest(&conn, "a", &[ONE, TWO]), Err(StoreError::Older { .. })));
        assert_eq!(run(&mut conn, "a", &[ONE, TWO], 0)?, 1);
        assert_eq!(run(&mut conn, "a", &[ONE, TWO], 0)?, 0);
        expect_newest(&conn, "a", &[ONE, TWO])
    }

    #[test]
    fn refuses_edited_newer_and_broken_steps() -> Result<(), StoreError> {
        let mut conn = Connection::open_in_memory()?;
        run(&mut conn, "a", &[ONE], 0)?;
        let edited = run(&mut conn, "a", &[EDITED], 0);
        assert!(matches!(edited, Err(StoreError::Edited { number: 1, .. })));
        assert!(matches!(run(&mut conn, "a", &[ONE, BROKEN], 0), Err(StoreError::Sql(_))));
        assert_eq!(run(&mut conn, "a", &[ONE, TWO], 0)?, 1, "the broken step left nothing behind");
        let newer = run(&mut conn, "a", &[ONE], 0);
        assert!(matches!(newer, Err(StoreError::Newer { found: 2, known: 1, .. })));
        Ok(())
    }

    #[test]
    fn every_file_builds_from_nothing() -> Result<(), StoreError> {
        for steps in [MAIN, SESSIONS, AUDIT] {
            run(&mut Connection::open_in_memory()?, "a", steps, 0)?;
        }
        Ok(())
    }

    /// Every table of the main file leads with the kabupaten, so that it can be sharded by it.
    #[test]
    fn every_table_leads_with_kab() -> Result<(), StoreError> {
        let mut conn = Connection::open_in_memory()?;
        run(&mut conn, "a", MAIN, 0)?;
        let sql = "SELECT s.name, t.name FROM sqlite_schema s, pragma_table_info(s.name) t
                   WHERE s.type = 'table' AND t.cid = 0 AND s.name <> 'migration'";
        let mut first = conn.prepare(sql)?;
        let columns = first.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for column in columns {
            let (table, name): (String, String) = column?;
            assert_eq!(name, "kab", "first column of {table}");
        }
        Ok(())
    }
}
