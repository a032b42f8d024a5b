//! The file's form: an empty one brought to the newest is what the dump says.

use jangkau_device::store::open;
use tempfile::TempDir;

use crate::fixture::{KEY, NOW};

/// Written again by deleting `tests/schema.sql` and running this test twice.
#[test]
fn empty_to_newest_is_the_dump() {
    let dir = TempDir::new().unwrap();
    let db = open::open(dir.path(), &KEY, NOW).unwrap();
    let mut statement = db
        .prepare(
            "SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL
             AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_name_%' ORDER BY type, name",
        )
        .unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let dump = rows.map(Result::unwrap).collect::<Vec<_>>().join("\n") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schema.sql");
    match std::fs::read_to_string(path) {
        Ok(known) => assert_eq!(dump, known, "a migration was changed, or one is missing"),
        Err(_) => {
            std::fs::write(path, dump).unwrap();
            panic!("the dump was written anew: look at it");
        }
    }
}
