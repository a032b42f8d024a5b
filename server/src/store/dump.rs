//! Every table that follows from the log, written out: two dumps are equal if the tables are.

use jangkau_domain::Kab;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::StoreError;

/// Tables that do not follow from the log: it itself, accounts, devices, scopes, who holds what, the
/// index by which likeness is looked for.
const BASE: &[&str] = &[
    "device",
    "kab",
    "log",
    "match_cursor",
    "match_key",
    "migration",
    "queue_hold",
    "scope",
    "user_account",
    "user_program",
    "user_role",
    "user_role_past",
];

/// What a dump leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: a rebuild must give the same.
    All,
    /// Positions and receive times, which differ with the order of arrival.
    WithoutArrival,
}

/// One table of a dump. It has no `Debug`: it holds citizens' data.
#[derive(Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its rows, each as text, sorted.
    pub rows: Vec<String>,
}

/// Writes out every table that follows from the log, and the sums of the scopes.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn dump(conn: &Connection, kab: Kab, detail: Detail) -> Result<Vec<Table>, StoreError> {
    let mut tables = Vec::new();
    for name in derived(conn)? {
        let columns = columns(conn, &name, detail)?;
        tables.push(Table { rows: rows(conn, kab, &name, &columns)?, name });
    }
    let sums = ["scope", "digest", "docs"].map(str::to_owned);
    tables.push(Table { rows: rows(conn, kab, "scope", &sums)?, name: "scope".to_owned() });
    Ok(tables)
}

/// Empties every table that follows from the log.
pub(crate) fn clear(conn: &Connection, kab: Kab) -> Result<(), StoreError> {
    for name in derived(conn)? {
        conn.execute(&format!("DELETE FROM {name} WHERE kab = ?1"), [kab.0])?;
    }
    let sql = "UPDATE scope SET digest = zeroblob(32), docs = 0 WHERE kab = ?1";
    conn.execute(sql, [kab.0])?;
    Ok(())
}

// The names come from the schema, never from a caller.
fn derived(conn: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name FROM sqlite_schema
               WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut query = conn.prepare(sql)?;
    let names = query.query_map([], |row| row.get(0))?;
    let names: Vec<String> = names.collect::<Result<_, _>>()?;
    Ok(names.into_iter().filter(|name| !BASE.contains(&name.as_str())).collect())
}

fn columns(conn: &Connection, table: &str, detail: Detail) -> Result<Vec<String>, StoreError> {
    let mut query = conn.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = query.query_map([table], |row| row.get(0))?;
    let names: Vec<String> = names.collect::<Result<_, _>>()?;
    let wanted = |name: &String| detail == Detail::All || !is_arrival(name);
    Ok(names.into_iter().filter(wanted).collect())
}

fn is_arrival(column: &str) -> bool {
    let ends = ["_pos", "_at"].iter().any(|end| column.ends_with(end));
    ends || column == "pos" || column == "at"
}

fn rows(
    conn: &Connection,
    kab: Kab,
    table: &str,
    columns: &[String],
) -> Result<Vec<String>, StoreError> {
    let list = columns.join(", ");
    let mut query = conn.prepare(&format!("SELECT {list} FROM {table} WHERE kab = ?1"))?;
    let lines = query.query_map([kab.0], |row| {
        let cells = columns
            .iter()
            .enumerate()
            .map(|(at, name)| row.get_ref(at).map(|value| format!("{name}={}", cell(value))));
        Ok(cells.collect::<Result<Vec<_>, _>>()?.join(" "))
    })?;
    let mut lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    lines.sort_unstable();
    Ok(lines)
}

fn cell(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "-".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
        ValueRef::Blob(bytes) => hex::encode(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("pos", true)]
    #[case("last_pos", true)]
    #[case("recv_at", true)]
    #[case("at", true)]
    #[case("state", false)]
    #[case("doc", false)]
    fn leaves_out_what_differs_with_the_order(#[case] column: &str, #[case] expected: bool) {
        assert_eq!(is_arrival(column), expected);
    }
}
