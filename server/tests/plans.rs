//! No statement walks through a whole kabupaten: what one push, page or save costs must not grow
//! with the number of records.
//!
//! The planner knows no figures, so it takes an index that serves the order, even one that leads
//! with `kab` alone. Such a plan says `(kab=?)` and nothing more.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::Connection;

const MIGRATIONS: [&str; 4] = [
    include_str!("../migrations/0001_init.sql"),
    include_str!("../migrations/0002_work.sql"),
    include_str!("../migrations/0003_ends.sql"),
    include_str!("../migrations/0004_beside_cases.sql"),
];

/// Plans that may do so: tables of a few hundred rows, the newest number, and lists of all that
/// waits, each by an index that holds nothing else.
const ALLOWED: [&str; 12] = [
    "SEARCH device ",
    "SEARCH renumbered ",
    "SEARCH emergency ",
    "SEARCH match_cursor ",
    "SEARCH scope ",
    "SEARCH user_account ",
    "SEARCH r USING COVERING INDEX sqlite_autoindex_user_role",
    "SEARCH held USING INDEX held_open",
    "SEARCH v USING INDEX visit_silent",
    "SEARCH queue USING COVERING INDEX sqlite_autoindex_queue_2",
    "SCAN CONSTANT ROW",
    "SCAN sqlite_schema",
];

/// Files whose statements are for other databases, or for all rows by purpose.
const OTHER: [&str; 6] =
    ["audit.rs", "sessions.rs", "wilayah.rs", "migrate.rs", "dump.rs", "open.rs"];

#[test]
fn no_statement_walks_through_a_kabupaten() {
    let conn = Connection::open_in_memory().unwrap();
    MIGRATIONS.iter().for_each(|sql| conn.execute_batch(sql).unwrap());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let (mut seen, mut walks) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if OTHER.contains(&file.as_str()) {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let (source, _) = source.split_once("\n#[cfg(test)]\nmod ").unwrap_or((&source, ""));
        for sql in statements(source) {
            seen += 1;
            let steps = plan(&conn, &sql).into_iter().filter(|step| walks_through(step));
            walks.extend(steps.map(|step| format!("{file}: {step} for {sql}")));
        }
    }
    assert!(seen > 100, "only {seen} statements were found");
    assert_eq!(walks, Vec::<String>::new());
}

fn walks_through(step: &str) -> bool {
    let whole = step.starts_with("SCAN") || step.ends_with("(kab=?)");
    whole && !ALLOWED.iter().any(|allowed| step.starts_with(allowed))
}

fn plan(conn: &Connection, sql: &str) -> Vec<String> {
    let mut query = conn
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .unwrap_or_else(|error| panic!("{error}: {sql}"));
    // The plan does not look at the values.
    let values = vec![rusqlite::types::Null; query.parameter_count()];
    let steps = query.query_map(rusqlite::params_from_iter(values), |row| row.get(3)).unwrap();
    steps.collect::<Result<_, _>>().unwrap()
}

/// Returns the statements of a source file, with its constants put in; what is put together from
/// other parts is left out.
fn statements(source: &str) -> Vec<String> {
    let literals = literals(source);
    let constants: HashMap<&str, &str> = literals
        .iter()
        .filter_map(|(before, text)| Some((constant(before)?, text.as_str())))
        .collect();
    let verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "];
    let mut found = Vec::new();
    for (_, text) in &literals {
        let mut sql = text.clone();
        for (name, value) in &constants {
            sql = sql.replace(&format!("{{{name}}}"), value);
        }
        if verbs.iter().any(|verb| sql.starts_with(verb)) && !sql.contains('{') {
            found.push(sql);
        }
    }
    found
}

/// Returns the name that a literal is given by `const NAME: &str =`.
fn constant(before: &str) -> Option<&str> {
    let line = before.rsplit("const ").next()?;
    let (name, rest) = line.split_once(':')?;
    (rest.split_whitespace().collect::<String>() == "&str=").then_some(name)
}

/// Returns each string literal with what stands before it since the one before.
fn literals(source: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(begin) = rest.find('"') {
        let (before, text) = (&rest[..begin], &rest[begin + 1..]);
        let mut value = String::new();
        let mut signs = text.char_indices();
        let mut end = text.len();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '"' => {
                    end = at + 1;
                    break;
                }
                // Only the line's end is ever escaped in a statement.
                '\\' => drop(signs.next()),
                other => value.push(other),
            }
        }
        found.push((before, value.split_whitespace().collect::<Vec<_>>().join(" ")));
        rest = &text[end..];
    }
    found
}
