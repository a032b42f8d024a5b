//! Check 4: kill -9 of tablet and server at random moments loses nothing and doubles nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use jangkau_domain::synthetic::Draw;
use jangkau_tests::process::{Running, free_address, listens, server_program};
use jangkau_tests::site::{blueprint, copy_files};
use jangkau_tests::tablet::Tablet;
use jangkau_tests::{Site, seed};

/// Kills of each side in a run of CI; `JANGKAU_KILLS=10000` makes a long one.
const KILLS: u64 = 100;

/// Families that one start of the tablet may record.
const FAMILIES: u64 = 20;

/// What both sides have told, kept outside of them.
#[derive(Default)]
struct Acks {
    /// Visits that were saved, with the number of their family.
    saved: BTreeMap<String, u64>,
    /// Visits that were sent.
    sent: BTreeSet<String>,
}

impl Acks {
    fn note(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["saved", visit, family] => {
                let twice = self.saved.insert(visit.to_owned(), family.parse().unwrap());
                assert!(twice.is_none(), "a visit is saved once");
            }
            ["sent", visit] => {
                self.sent.insert(visit.to_owned());
            }
            ["open" | "end"] => {}
            _ => panic!("the tablet said {line}"),
        }
    }
}

#[test]
fn kill_9_loses_nothing_and_doubles_nothing() {
    let kills = seed::number("JANGKAU_KILLS").unwrap_or(KILLS);
    let number = seed::number("JANGKAU_SEED").unwrap_or(4);
    let folder = tempfile::tempdir().unwrap();
    let (office, field) = (folder.path().join("server"), folder.path().join("tablet"));
    copy_files(blueprint(), &office);
    let code = enrolment_code(&office);
    let address = free_address();
    let mut server = serve(&office, address);
    let url = format!("http://{address}");
    enrol(&field, &url, &code);

    eprintln!("kills of each side: {kills}, JANGKAU_SEED={number}");
    let mut draw = Draw::new(number, "kill");
    let mut acks = Acks::default();
    for round in 0..2 * kills {
        let mut running = victim(&field, &url, 1 + round * FAMILIES);
        let lines = running.lines();
        listen(&lines, micros(&mut draw, 400_000), &mut acks);
        if round % 2 == 1 {
            server.kill();
            listen(&lines, micros(&mut draw, 200_000), &mut acks);
            server = serve(&office, address);
        }
        running.kill();
        lines.iter().for_each(|line| acks.note(&line));
    }
    server.kill();
    check(&office, &field, &acks);
}

/// Looks at the files of both sides after all that.
fn check(office: &Path, field: &Path, acks: &Acks) {
    let site = Site::in_folder(office);
    let tablet = Tablet::in_folder(field);
    let kept: BTreeSet<String> = tablet.saved_visits().into_iter().collect();
    for visit in acks.saved.keys() {
        assert!(kept.contains(visit), "a saved visit is on the tablet");
    }
    let before = arrived(&site);
    for visit in &acks.sent {
        assert_eq!(before.get(visit), Some(&1), "a sent visit is on the server, once");
    }
    tablet.move_to(&site.url());
    tablet.sync();
    let after = arrived(&site);
    assert_eq!(after.keys().collect::<Vec<_>>(), kept.iter().collect::<Vec<_>>());
    assert!(after.values().all(|times| *times == 1), "no visit is counted twice");
    once(&site, "SELECT cause FROM queue WHERE queue = 'review'", kept.len());
    once(&site, "SELECT number FROM case_file", kept.len());
    once(&site, "SELECT nik FROM person", kept.len());
    assert!(rebuilt_alike(&site), "a rebuild gives the same tables");
    eprintln!("saved {}, sent {}, kept {}", acks.saved.len(), acks.sent.len(), kept.len());
    assert!(acks.sent.len() > 10, "the run says something only if visits were sent");
}

/// Returns every visit with the number of times that it arrived.
fn arrived(site: &Site) -> BTreeMap<String, usize> {
    let mut visits = BTreeMap::new();
    for visit in site.arrived_visits() {
        *visits.entry(visit).or_default() += 1;
    }
    visits
}

fn once(site: &Site, sql: &str, expected: usize) {
    let all = site.texts(sql);
    let different: BTreeSet<&String> = all.iter().collect();
    assert_eq!((all.len(), different.len()), (expected, expected), "{sql}");
}

fn rebuilt_alike(site: &Site) -> bool {
    site.app().ingest.rebuild_now().unwrap().differing.is_empty()
}

/// Reads acknowledgements until a moment has come.
fn listen(lines: &Receiver<String>, moment: Duration, acks: &mut Acks) {
    let mut left = moment;
    loop {
        // Each line takes a share of the time: the moment needs no clock.
        match lines.recv_timeout(left) {
            Ok(line) => acks.note(&line),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
        }
        left = left.mul_f32(0.7);
    }
}

fn micros(draw: &mut Draw, most: u32) -> Duration {
    Duration::from_micros(u64::from(draw.below(most)))
}

fn victim(field: &Path, url: &str, first: u64) -> Running {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jangkau-tablet-victim"));
    command.arg("--data").arg(field).args(["--server", url]);
    command.args(["--first", &first.to_string(), "--families", &FAMILIES.to_string()]);
    Running::start(&mut command)
}

fn enrol(field: &Path, url: &str, code: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jangkau-tablet-victim"));
    command.arg("--data").arg(field).args(["--server", url, "--code", code, "--first", "0"]);
    let mut running = Running::start(&mut command);
    assert_eq!(running.line().as_deref(), Some("enrolled"));
    assert!(running.ended_well());
}

fn serve(office: &Path, address: SocketAddr) -> Running {
    let mut command = Command::new(server_program());
    command.arg("--data").arg(office).args(["--address", &address.to_string(), "serve"]);
    let mut running = Running::start(command.env("RUST_LOG", "error"));
    assert!(running.line().is_some_and(|line| line.contains("listening")), "the server starts");
    assert!(listens(address));
    running
}

fn enrolment_code(office: &Path) -> String {
    let mut command = Command::new(server_program());
    command.arg("--data").arg(office).args(["device", "new", "fs1"]);
    let mut running = Running::start(&mut command);
    let line = running.line().expect("the command answers");
    assert!(running.ended_well());
    // tablet 1: XXXX-XXXX-XXXXX (for 15 minutes)
    line.split(' ').nth(2).expect("the code stands third").to_owned()
}
