//! The program itself with bad input: it ends with a code, says why in one line, and leaves
//! everything as it was.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jangkau_domain::Kab;
use jangkau_server::{App, Clock, Config, setup};
use rstest::rstest;

/// The areas of a small invented kabupaten.
const AREAS: &str = "code,name\n99,Nusa Rekaan\n99.01,Rekaan Utara\n99.01.01,Jatirekso\n99.01.01.2001,Karangwulung\n";

const OTHER_KEY: &str = "abababababababababababababababababababababababababababababababab";

/// A server's folder with areas and one account, and files to import beside it.
struct Office {
    folder: tempfile::TempDir,
}

/// What a command left on its streams.
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let (app, _) = setup::prepare(office.config(), Clock::default()).unwrap();
        app.ingest.stop();
        office.put("areas.csv", AREAS.as_bytes());
        assert_eq!(office.run("import-wilayah areas.csv", &[]).code, Some(0));
        let added = office.run("user add sri --name Sri --role fs@9901012001 --no-password", &[]);
        assert_eq!(added.code, Some(0), "{}", added.err);
        office
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn config(&self) -> Config {
        Config::in_folder(self.data(), Kab(9901))
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.path().join(name), bytes).unwrap();
    }

    /// Runs the program beside its files, by words that hold no spaces.
    fn run(&self, words: &str, environment: &[(&str, &str)]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jangkau"));
        command.arg("--data").arg(self.data()).args(words.split(' ')).stdin(Stdio::null());
        command.current_dir(self.folder.path()).envs(environment.iter().copied());
        let done = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        Said { code: done.status.code(), out: text(&done.stdout), err: text(&done.stderr) }
    }

    /// Returns what a failed command may not change: the log, scopes, accounts, tablets, areas.
    fn state(&self) -> Vec<i64> {
        let app = App::start(self.config(), Clock::default()).unwrap();
        let counts = ["log", "scope", "user_account", "device", "pack"].map(|table| {
            let sql = format!("SELECT count(*) FROM {table}");
            app.store
                .read_now(|conn| {
                    Ok::<i64, jangkau_server::store::StoreError>(conn.query_row(
                        &sql,
                        [],
                        |row| row.get(0),
                    )?)
                })
                .unwrap()
        });
        app.ingest.stop();
        counts.into_iter().chain([app.wilayah.len() as i64]).collect()
    }
}

/// Checks that a command failed in one plain line that names what is wrong.
fn failed(said: &Said, part: &str) {
    assert!(said.code.is_some_and(|code| code != 0), "{} {}", said.out, said.err);
    assert!(said.err.contains(part), "`{part}` is not in: {}", said.err);
    assert!(!said.err.contains("panicked"), "{}", said.err);
    let lines: Vec<&str> = said.err.lines().filter(|line| line.starts_with("jangkau: ")).collect();
    assert!(lines.len() == 1 || said.err.starts_with("error: "), "one line: {}", said.err);
    assert!(!said.err.contains("CORE"), "the cipher speaks too: {}", said.err);
}

#[rstest]
#[case::no_file("import-wilayah none.csv", "none.csv")]
#[case::a_folder("import-wilayah .", "directory")]
#[case::columns("import-wilayah columns.csv", "`kode`")]
#[case::latin1("import-wilayah latin1.csv", "not UTF-8")]
#[case::utf16("import-wilayah utf16.csv", "UTF-16")]
#[case::twice("import-wilayah areas.csv twice.csv", "line 3: the code 99 stands on line 2 already")]
#[case::orphan("import-wilayah areas.csv orphan.csv", "9802 is named but not listed")]
#[case::register_missing(
    "import-register none.csv --source dtsen --release r --released-on 2025-06-30",
    "none.csv"
)]
#[case::register_columns(
    "import-register areas.csv --source dtsen --release r --released-on 2025-06-30",
    "--map desa=NAME"
)]
#[case::register_utf16(
    "import-register utf16.csv --source dtsen --release r --released-on 2025-06-30",
    "UTF-16"
)]
#[case::register_day(
    "import-register areas.csv --source dtsen --release r --released-on 30-06-2025",
    "--released-on"
)]
#[case::bridge(
    "import-register areas.csv --source dtsen --release r --released-on 2025-06-30 --bps-bridge none.csv",
    "none.csv"
)]
#[case::account_twice(
    "user add sri --name Sri --role fs@9901012001 --no-password",
    "this login already"
)]
#[case::no_role("user add ani --name Ani --role boss@9901 --no-password", "no role `boss`")]
#[case::no_password("user add ani --name Ani --role fs@9901012001", "no password")]
#[case::nobody("user end nobody", "no such account")]
#[case::no_worker("device new nobody", "no such account")]
#[case::no_tablet("device revoke 99", "no such tablet")]
#[case::address("serve --address 203.0.113.1:8480", "203.0.113.1:8480")]
#[case::not_the_demos("demo --fresh --folder . --address 127.0.0.1:0", "no folder of the demo")]
#[case::kab("user list --kab 990", "four digits")]
#[case::other_kab("user list --kab 9902", "kab-9902.key")]
#[case::key_file("user list --key-file areas.csv", "64 hexadecimal digits")]
#[case::no_command("fly", "fly")]
fn bad_input_changes_nothing(#[case] words: &str, #[case] part: &str) {
    let office = Office::new();
    office.put("columns.csv", b"kode,name\n98,Lain\n");
    office.put("latin1.csv", b"code,name\n98,L\xe4in\n");
    office.put("utf16.csv", b"\xff\xfec\0o\0");
    office.put("twice.csv", b"code,name\n99,Satu\n99,Dua\n");
    office.put("orphan.csv", b"code,name\n98.02.01,Tanpa Induk\n");
    let before = office.state();
    failed(&office.run(words, &[]), part);
    assert_eq!(office.state(), before, "something was half-written");
}

#[rstest]
#[case::wrong_key("user list", OTHER_KEY, "does not open with this key")]
#[case::wrong_key_migrates_nothing("migrate", OTHER_KEY, "does not open with this key")]
#[case::no_key("user list", "abcd", "64 hexadecimal digits")]
fn a_wrong_key_opens_nothing(#[case] words: &str, #[case] key: &str, #[case] part: &str) {
    let office = Office::new();
    let before = office.state();
    let said = office.run(words, &[("JANGKAU_KEY", key)]);
    failed(&said, part);
    assert!(!said.err.contains(OTHER_KEY), "the key is never printed");
    assert_eq!(office.state(), before);
}

#[rstest]
#[case::serve("serve")]
#[case::list("user list")]
#[case::rebuild("rebuild")]
fn a_folder_without_a_server_is_told_and_not_made(#[case] words: &str) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("elsewhere");
    let done = Command::new(env!("CARGO_BIN_EXE_jangkau"))
        .arg("--data")
        .arg(&data)
        .args(words.split(' '))
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1));
    let err = String::from_utf8_lossy(&done.stderr);
    assert!(err.contains("jangkau migrate") && err.lines().count() == 1, "{err}");
    assert!(!data.exists(), "nothing is made by looking");
}

#[test]
fn a_database_that_another_program_holds_is_told_as_busy() {
    let office = Office::new();
    let before = office.state();
    let held = hold(&office.data());
    let said = office.run("user add ani --name Ani --role fs@9901012001 --no-password", &[]);
    failed(&said, "the database is busy");
    drop(held);
    assert_eq!(office.state(), before);
    let said = office.run("user add ani --name Ani --role fs@9901012001 --no-password", &[]);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

/// Holds the write lock of the main file, as a program does that hangs.
fn hold(data: &Path) -> rusqlite::Connection {
    let key = std::fs::read_to_string(data.join("keys/store.key")).unwrap();
    let conn = rusqlite::Connection::open(data.join("main.db")).unwrap();
    conn.pragma_update(None, "key", format!("x'{}'", key.trim())).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    conn
}
