//! Opening, searching and saving on a tablet with a whole kecamatan's register, in a process of
//! its own: its memory is then its own too.

use std::path::Path;
use std::process::Command;

use jangkau_device::FieldApp;
use jangkau_device::ffi::view::{OpenConfig, VisitTarget};
use jangkau_domain::role::Role;
use jangkau_domain::synthetic::{Kecamatan, Size};
use jangkau_sync::frame::FrameKind;
use jangkau_sync::message::Outcome;
use jangkau_sync::sample::{Recorded, Sampler};
use jangkau_tests::site::{DESA, NOW};
use jangkau_tests::tablet::KEY;
use jangkau_tests::{Site, Tablet};

use crate::stopwatch::{median_ms, p95_ms, seconds};
use crate::table::{Budget, Figure};

const OPENINGS: usize = 40;
const SEARCHES: usize = 400;
const SAVES: usize = 400;

/// Fills a tablet through the server and lets a process of its own measure it.
pub fn figures(rows: usize, held: usize) -> Vec<Figure> {
    let site = Site::new();
    let tablet = filled(&site, rows, held);
    let folder = tablet.folder();
    let kept = tempfile::tempdir().expect("a folder for the tablet");
    jangkau_tests::site::copy_files(&folder, kept.path());
    drop(tablet);
    let own = std::env::current_exe().expect("a program knows its own path");
    let out = Command::new(own).arg("--tablet").arg(kept.path()).output();
    let out = out.expect("the program calls itself");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let value = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|rest| rest.trim().parse().ok()).unwrap_or(f64::NAN)
    };
    let figure = |what: &str, name: &str, budget| {
        let half = value(&format!("{name}-half"));
        let what = format!("tablet: {what}, p95 (half below {half:.2} ms)");
        Figure::new(what, value(name), "ms", budget)
    };
    let many = format!("open with {rows} register rows and {held} documents");
    vec![
        figure(&many, "open", Budget::Most(20.0)),
        figure("search", "search", Budget::Most(10.0)),
        figure("save of a field", "save", Budget::Most(3.0)),
        figure("finish of a visit", "finish", Budget::None),
        Figure::new("tablet: memory of the process", value("rss"), "MB", Budget::Most(60.0)),
    ]
}

fn filled(site: &Site, rows: usize, held: usize) -> Tablet {
    let kecamatan = Kecamatan::generate(1, Size::L);
    let mut left = rows;
    for village in &kecamatan.villages {
        let before = left;
        left -= site.import_register(village, left).new;
        if left == 0 || left == before {
            break;
        }
    }
    let scope = site.scope(DESA);
    let mut sampler = Sampler::new(1);
    let mut batch = sampler.new_records(held, false);
    batch.iter_mut().for_each(|one| one.heading.scope = scope);
    for part in batch.chunks(100) {
        let frame = Recorded::frame(part, FrameKind::Push).finish(3);
        let stored = site.push_as_author(&frame, &part[0].changes[0], scope);
        assert!(stored.outcomes.iter().all(|one| *one == Outcome::Stored), "documents are stored");
    }
    // Somebody who works in the whole kecamatan.
    site.give_role("fs1", Role::Fs, "990101");
    let tablet = Tablet::enrolled(site, "fs1");
    tablet.sync();
    tablet
}

/// Measures the tablet in a folder and prints a figure a line.
pub fn measure(folder: &Path) {
    let open = || {
        let config = OpenConfig {
            dir: folder.to_string_lossy().into_owned(),
            key: KEY.to_vec(),
            lang: "in".to_owned(),
            now_hint: NOW,
        };
        FieldApp::open(config).expect("the tablet's file opens")
    };
    let openings = (0..OPENINGS).map(|_| seconds(open).1).collect();
    tell("open", openings);
    let app = open();
    let queries = ["sulas", "slamet", "wahyudi", "9901", "siti romlah", "003", "sri w", "asep hid"];
    let search = |place: usize| {
        let query = queries[place % queries.len()].to_owned();
        seconds(|| app.search(query).expect("a search is answered")).1
    };
    tell("search", (0..SEARCHES).map(search).collect());
    let (saves, finishes) = visits(&app);
    tell("save", saves);
    tell("finish", finishes);
    println!("rss {}", resident_mb());
}

fn tell(name: &str, times: Vec<f64>) {
    println!("{name}-half {}", median_ms(times.clone()));
    println!("{name} {}", p95_ms(times));
}

/// Types visits at families that nobody knows; returns the times of saves and of finishes.
fn visits(app: &FieldApp) -> (Vec<f64>, Vec<f64>) {
    let (mut saves, mut finishes) = (Vec::new(), Vec::new());
    let mut number = 0;
    while saves.len() < SAVES {
        number += 1;
        let target = VisitTarget::NewHousehold { desa: DESA.to_owned() };
        let visit = app.start_visit(target).expect("a visit begins");
        for (section, key, value) in jangkau_tests::people::small_family(number) {
            let doc = jangkau_tests::people::doc_of(app, &visit, section);
            let save = || app.set_field(visit.clone(), doc.clone(), key.to_owned(), value.clone());
            saves.push(seconds(|| save().expect("a field is saved")).1);
        }
        finishes.push(seconds(|| app.finish(visit.clone()).expect("a visit is checked")).1);
    }
    (saves, finishes)
}

/// Returns the memory that the system has given this process, in MB.
fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(f64::NAN) / 1024.0
}
