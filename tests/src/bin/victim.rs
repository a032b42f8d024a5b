//! `jangkau-tablet-victim`: a tablet's core in a process of its own, to be killed at any moment.
//!
//! It records families and syncs, and prints a line only after the core has said so: `saved` after
//! "Tersimpan", `sent` after "Terkirim". Whoever kills it keeps the lines.

#![expect(clippy::print_stdout, reason = "the acknowledgements are read from standard output")]

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use clap::Parser;
use jangkau_tests::people::{Family, need};
use jangkau_tests::tablet::Tablet;

/// Records and syncs until it is killed.
#[derive(Parser)]
struct Arguments {
    /// Folder of the tablet's files.
    #[arg(long)]
    data: PathBuf,
    /// Address of the server.
    #[arg(long)]
    server: String,
    /// Enrolment code; an enrolled tablet goes on without one.
    #[arg(long)]
    code: Option<String>,
    /// Number of the first family: no other start of this program uses it.
    #[arg(long)]
    first: u64,
    /// Families after which it ends by itself.
    #[arg(long, default_value_t = 50)]
    families: u64,
}

fn main() {
    let arguments = Arguments::parse();
    let tablet = Tablet::in_folder(&arguments.data);
    if let Some(code) = &arguments.code {
        let name = "Tablet uji".to_owned();
        tablet.app().enrol(arguments.server, code.clone(), name).expect("the tablet is enrolled");
        say("enrolled");
        return;
    }
    // What an earlier start was killed over: nobody was told that it is saved.
    for open in tablet.app().open_visits().expect("drafts are read") {
        tablet.app().discard(open.id).expect("a draft goes");
    }
    let mut told = BTreeSet::new();
    say("open");
    for number in arguments.first..arguments.first + arguments.families {
        record(&tablet, number);
        // The network may be gone with the server; what is saved stays and is sent later.
        drop(tablet.try_sync());
        tell_sent(&tablet, &mut told);
    }
    say("end");
}

fn record(tablet: &Tablet, number: u64) {
    let typed = tablet.start_new();
    Family::numbered(number).fill(&typed);
    need(&typed, "Belum pernah menerima sembako");
    let visit = typed.visit().to_owned();
    typed.finish();
    say(&format!("saved {visit} {number}"));
}

/// Tells each visit once of which the server has acknowledged every change.
fn tell_sent(tablet: &Tablet, told: &mut BTreeSet<String>) {
    for visit in tablet.sent_visits() {
        if told.insert(visit.clone()) {
            say(&format!("sent {visit}"));
        }
    }
}

fn say(line: &str) {
    println!("{line}");
    // The reader may be gone: then nobody was told.
    drop(std::io::stdout().flush());
}
