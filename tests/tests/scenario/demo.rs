//! The demo at half its size: every queue has something to see, a second run adds nothing,
//! and a fresh one begins anew.

use std::path::Path;
use std::process::{Command, Output};

use jangkau_domain::DocKind;
use jangkau_domain::queue::Queue;
use jangkau_tests::Site;
use jangkau_tests::process::{Running, server_program};

/// Queues in which a person of the demo must find something.
const FILLED: [Queue; 11] = [
    Queue::Review,
    Queue::Correction,
    Queue::Papers,
    Queue::Manager,
    Queue::Approval,
    Queue::ProgramAnswer,
    Queue::Realisation,
    Queue::Inform,
    Queue::Conflict,
    Queue::Duplicate,
    Queue::Held,
];

/// Tables that only grow when something is recorded.
const TABLES: [&str; 6] = ["log", "doc", "visit", "queue", "case_state", "held"];

fn demo(folder: &Path, address: &str, more: &[&str]) -> Command {
    let mut command = Command::new(server_program());
    command.args(["--address", address, "demo", "--desa", "6", "--folder"]).arg(folder);
    command.args(more);
    command
}

/// Serves the demo's folder while its tablets and offices work.
fn run(folder: &Path) -> String {
    let mut server = Running::start(&mut demo(folder, "127.0.0.1:0", &[]));
    let told = server.line().expect("the server says where it listens");
    assert!(told.contains("\"address\":\"http://127.0.0.1:"), "{told}");
    let mut fleet = Command::new(env!("CARGO_BIN_EXE_jangkau-fleet"));
    fleet.arg("--office").arg("--demo").arg(folder.join("demo.json"));
    let done = fleet.arg("--data").arg(folder.join("tablets")).output().unwrap();
    let text = words(&done);
    assert!(done.status.success(), "{text}");
    text
}

fn words(done: &Output) -> String {
    [&done.stdout[..], &done.stderr].map(String::from_utf8_lossy).concat()
}

fn sizes(site: &Site) -> [String; 6] {
    TABLES.map(|table| site.texts(&format!("SELECT CAST(count(*) AS TEXT) FROM {table}")).concat())
}

/// Returns how many open rows of the back offices wait at the secretariat and at a Puskesos.
fn back_offices(site: &Site) -> (usize, usize) {
    let rows = site.waiting(Queue::BackOffice);
    let units = || rows.iter().filter_map(|row| row.unit.as_deref());
    let slrt = units().filter(|unit| *unit == "slrt").count();
    (slrt, units().filter(|unit| unit.starts_with("puskesos:")).count())
}

#[test]
fn every_queue_is_filled_and_a_second_run_adds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("demo");
    let told = run(&folder);
    assert!(!told.contains("left undone"), "{told}");
    let first = {
        let site = Site::in_folder(&folder);
        for queue in FILLED {
            assert!(!site.waiting(queue).is_empty(), "{} is empty: {told}", queue.key());
        }
        let (secretariat, puskesos) = back_offices(&site);
        assert!(secretariat > 0 && puskesos > 0, "{secretariat} {puskesos}: {told}");
        sizes(&site)
    };
    let again = run(&folder);
    assert!(!again.contains("offices work"), "{again}");
    let site = Site::in_folder(&folder);
    assert_eq!(sizes(&site), first, "the second run added something: {again}");
    drop(site);

    let fresh = demo(&folder, "127.0.0.1:0", &["--fresh", "--prepare-only"]).output().unwrap();
    assert!(fresh.status.success(), "{}", words(&fresh));
    let site = Site::in_folder(&folder);
    assert!(site.documents(DocKind::Household).is_empty(), "a fresh demo begins anew");
    assert!(!folder.join("tablets").exists());
}

#[test]
fn a_busy_port_is_told_before_anything_is_emptied() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("demo.json"), "{}").unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let done = demo(folder.path(), &address, &["--fresh"]).output().unwrap();
    assert!(!done.status.success());
    assert!(words(&done).contains("--address"), "{}", words(&done));
    assert!(folder.path().join("demo.json").exists(), "nothing was emptied");
}
