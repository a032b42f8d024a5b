//! The files of a server as every scenario finds them, made once a process.

use std::path::Path;
use std::sync::OnceLock;

use clap::Parser;
use jangkau_domain::{Kab, synthetic};
use jangkau_server::access::password;
use jangkau_server::cli::{self, Cli};
use jangkau_server::store::StoreError;
use jangkau_server::{App, Clock, Config, setup, wilayah};
use tempfile::TempDir;

use super::staff::{PASSWORD, STAFF};

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
    app.ingest.stop();
    drop(app);
    for one in &STAFF {
        let role = format!("{}@{}", one.role.key(), one.area);
        let words =
            ["user", "add", one.login, "--name", one.name, "--role", &role, "--no-password"];
        command(folder, &words);
    }
    set_passwords(folder);
}

/// Runs a command of the server's program on the files in a folder.
fn command(folder: &Path, words: &[&str]) {
    let data = folder.to_string_lossy().into_owned();
    let line = ["jangkau", "--data", &data].into_iter().chain(words.iter().copied());
    cli::run(Cli::parse_from(line)).expect("the command is carried out");
}

/// Gives every account the same password: hashing one takes as long as all the rest.
fn set_passwords(folder: &Path) {
    let config = Config::in_folder(folder.to_owned(), KAB);
    let app = App::start(config, Clock::held_at(NOW)).expect("the server starts");
    let hash = password::hash(PASSWORD).expect("a password is hashed");
    let done = app.ingest.run_now(move |writer| {
        let sql = "UPDATE user_account SET password = ?1";
        Ok(writer.conn().execute(sql, [hash]).map_err(StoreError::from)?)
    });
    assert_eq!(done.expect("passwords are set"), STAFF.len());
    app.ingest.stop();
}
