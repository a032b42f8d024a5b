//! The files of a server as every scenario finds them, made once a process.

use std::path::Path;
use std::sync::OnceLock;

use jangkau_domain::{Kab, synthetic};
use jangkau_server::access::password;
use jangkau_server::store::StoreError;
use jangkau_server::{Clock, Config, setup, wilayah};
use rusqlite::Connection;
use tempfile::TempDir;

use super::staff::{PASSWORD, STAFF, Staff};

/// The kabupaten of every scenario.
pub const KAB: Kab = Kab(9901);

/// Monday 14 July 2025, 08.00 in Jakarta: the hour at which every scenario begins.
pub const NOW: i64 = 1_752_454_800;

/// Returns the folder to copy from: migrated, with desa, accounts and no tablet.
///
/// # Panics
///
/// Where it cannot be made.
pub fn blueprint() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder for the blueprint");
            make(folder.path());
            folder
        })
        .path()
}

fn make(folder: &Path) {
    let config = Config::in_folder(folder.to_owned(), KAB);
    let prepared = setup::prepare(config, Clock::held_at(NOW));
    let (app, _) = prepared.expect("the server is set up");
    wilayah::import(&app, synthetic::wilayah()).expect("the areas are imported");
    let hash = password::hash(PASSWORD).expect("a password is hashed");
    let done = app.ingest.run_now(move |writer| {
        for (number, one) in (1..).zip(&STAFF) {
            hire(writer.conn(), number, one, &hash).map_err(StoreError::from)?;
        }
        Ok(())
    });
    done.expect("accounts are made");
    app.ingest.stop();
}

/// Makes an account. All have the same password: hashing one takes as long as all the rest.
fn hire(conn: &Connection, number: u32, one: &Staff, hash: &str) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO user_account (kab, user_id, login, name, password, state, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 'active', ?6)",
        (KAB.0, number, one.login, one.name, hash, NOW),
    )?;
    conn.execute(
        "INSERT INTO user_role (kab, user_id, role, wilayah) VALUES (?1, ?2, ?3, ?4)",
        (KAB.0, number, one.role.key(), one.area),
    )?;
    Ok(())
}
