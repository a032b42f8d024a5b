//! Whatever tablets do while apart, and whatever the network loses: in the end all hold the same,
//! and nothing that was saved is missing or there twice.

use std::collections::BTreeSet;

use jangkau_domain::DocId;
use jangkau_domain::synthetic::Draw;
use jangkau_sync::message::{pull, push};
use jangkau_tests::people::{Family, need};
use jangkau_tests::site::DESA;
use jangkau_tests::{Site, Tablet, seed};

/// Histories of a run of CI.
const HISTORIES: u64 = 16;

/// Families that everybody meets.
const FAMILIES: u32 = 4;

const WORKERS: [&str; 4] = ["fs1", "fs2", "fs3", "fop"];

/// One history: a server, its tablets, and what every worker was told is saved.
struct History {
    site: Option<Site>,
    tablets: Vec<(&'static str, Tablet)>,
    saved: BTreeSet<String>,
}

impl History {
    fn begin(draw: &mut Draw) -> Self {
        let site = Site::new();
        let count = 2 + draw.below(3) as usize;
        let tablets: Vec<_> =
            WORKERS[..count].iter().map(|login| (*login, Tablet::enrolled(&site, login))).collect();
        Self { site: Some(site), tablets, saved: BTreeSet::new() }
    }

    fn site(&self) -> &Site {
        self.site.as_ref().expect("a history has its server")
    }

    fn step(&mut self, draw: &mut Draw) {
        let at = draw.below(self.tablets.len() as u32) as usize;
        match draw.below(16) {
            0..=5 => self.record(at, draw),
            6..=9 => drop(self.tablets[at].1.try_sync()),
            10..=11 => self.lose(at, draw),
            12 => self.reopen(at),
            13 => self.reinstall(at),
            14 => self.clone_and_go_on(at, draw),
            _ => self.restart_server(),
        }
    }

    /// Visits one of few families, which others visit too, or a new one.
    fn record(&mut self, at: usize, draw: &mut Draw) {
        let (_, tablet) = &mut self.tablets[at];
        tablet.advance(i64::from(draw.between(60, 90_000)));
        let known = tablet.households();
        let typed = match draw.below(3) {
            0 if !known.is_empty() => {
                let household = draw.one_of(&known).to_string();
                let typed = tablet.start_at(&household);
                typed.set(&household, "f/size", &draw.between(1, 9).to_string());
                typed.set(&household, "f/address", &format!("Dusun {}", draw.below(5)));
                typed.set(typed.visit(), "consent", "spoken");
                typed
            }
            _ => {
                let typed = tablet.start_new();
                Family::numbered(u64::from(draw.below(FAMILIES))).fill(&typed);
                typed
            }
        };
        if draw.happens(3_000) {
            need(&typed, "Belum pernah menerima sembako");
        }
        let visit = typed.visit().to_owned();
        match typed.try_finish() {
            jangkau_device::ffi::view::Finish::Done(_) => {
                self.saved.insert(visit);
            }
            // A complaint that is already open asks why it is new: the worker thinks again.
            jangkau_device::ffi::view::Finish::Blocked(_) => {
                tablet.app().discard(visit).unwrap();
            }
        }
    }

    /// Lets an answer go astray: the work is done, the tablet does not know.
    fn lose(&self, at: usize, draw: &mut Draw) {
        let path = *draw.one_of(&[push::PATH, pull::PATH]);
        self.site().tap().lose(path, 1 + draw.below(2) as usize);
        drop(self.tablets[at].1.try_sync());
        self.site().tap().lose(path, 0);
    }

    fn reopen(&mut self, at: usize) {
        let (login, tablet) = self.tablets.remove(at);
        self.tablets.insert(at, (login, tablet.reopen()));
    }

    /// Gives the worker a new tablet, after the old one has sent everything.
    fn reinstall(&mut self, at: usize) {
        self.tablets[at].1.sync();
        let login = self.tablets[at].0;
        let fresh = Tablet::enrolled(self.site(), login);
        self.tablets[at] = (login, fresh);
    }

    /// Puts a copy of the tablet, taken before its last sync, in its place.
    fn clone_and_go_on(&mut self, at: usize, draw: &mut Draw) {
        let copy = self.tablets[at].1.copy();
        if draw.happens(5_000) {
            drop(self.tablets[at].1.try_sync());
        }
        self.tablets[at].1 = copy;
    }

    fn restart_server(&mut self) {
        let site = self.site.take().expect("a history has its server");
        self.site = Some(site.restart());
    }

    /// Heals everything and checks it.
    fn end(&self) {
        for _ in 0..2 {
            self.tablets.iter().for_each(|(_, tablet)| drop(tablet.sync()));
        }
        let site = self.site();
        let scope = site.scope(DESA);
        let expected = site.versions(scope);
        for (login, tablet) in &self.tablets {
            assert_eq!(tablet.number("SELECT count(*) FROM outbox"), 0, "{login} has sent all");
            assert!(tablet.versions(scope) == expected, "{login} holds what the server holds");
        }
        let arrived: BTreeSet<String> = site.arrived_visits().into_iter().collect();
        assert_eq!(arrived, self.saved, "every saved visit arrived, and no other");
        assert_eq!(site.arrived_visits().len(), arrived.len(), "each once");
        let known: BTreeSet<DocId> = expected.iter().map(|(doc, _)| *doc).collect();
        assert_eq!(known.len(), expected.len(), "each document once");
        assert!(site.texts("SELECT code FROM held WHERE state = 'held'").is_empty());
        assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
    }
}

#[test]
fn random_histories_converge() {
    seed::each("laws", HISTORIES, |_, draw| {
        let mut history = History::begin(draw);
        for _ in 0..24 {
            history.step(draw);
        }
        history.end();
    });
}
