//! Whatever the link does: nothing lost, nothing twice, and every session ends.

use std::collections::BTreeMap;

use jangkau_domain::{DeviceId, DocId, DocKind, ScopeId};
use jangkau_sync::{Actor, Edit, Hash};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::link::{Calm, Storm, session};
use super::server::Server;
use super::tablet::Tablet;
use crate::gate::seed::each_seed;

const SCOPES: [ScopeId; 2] = [ScopeId(5), ScopeId(6)];

/// Somebody records something; few documents and keys, so that people meet.
fn work(tablet: &mut Tablet, random: &mut impl Rng) {
    if random.random_ratio(1, 3) {
        tablet.actor = Actor::new(random.random());
    }
    for _ in 0..random.random_range(0..12) {
        let number = random.random_range(0..6u8);
        let kind = DocKind::ALL[usize::from(number) % 3];
        let scope = SCOPES[usize::from(number) % 2];
        let mut id = [number; 16];
        // Two documents whose ids begin alike.
        if number < 4 {
            id[..6].fill(7);
        }
        let edits: Vec<Edit> = (0..random.random_range(1..4))
            .map(|_| {
                let key = format!("f/key_{}", random.random_range(0..5));
                match random.random_range(0..6) {
                    0 => Edit::delete(key),
                    value => Edit::put(key, format!("value {value}").as_str().into()),
                }
            })
            .collect();
        let time = 1_783_990_800 + random.random_range(0..1000);
        tablet.edit(kind, DocId(id), scope, time, &edits);
    }
}

fn all_changes(tablets: &[Tablet]) -> BTreeMap<DocId, Vec<Hash>> {
    let mut all: BTreeMap<DocId, Vec<Hash>> = BTreeMap::new();
    for (id, doc) in tablets.iter().flat_map(|tablet| &tablet.docs) {
        let hashes = all.entry(*id).or_default();
        hashes.extend(doc.changes.iter().map(|change| change.hash));
        hashes.sort_unstable();
        hashes.dedup();
    }
    all.retain(|_, hashes| !hashes.is_empty());
    all
}

fn assert_equal(tablets: &[Tablet], server: &Server) {
    let expected = all_changes(tablets);
    let mut stored: BTreeMap<DocId, Vec<Hash>> = BTreeMap::new();
    for (id, doc) in server.docs.iter().filter(|(_, doc)| !doc.log.is_empty()) {
        let mut hashes: Vec<Hash> = doc.log.iter().map(|entry| entry.change.hash).collect();
        hashes.sort_unstable();
        stored.insert(*id, hashes);
    }
    assert!(stored == expected, "every change is on the server exactly once");
    for tablet in tablets {
        for (id, doc) in &server.docs {
            let mine = &tablet.docs[id];
            assert!(mine.register(doc.kind, *id) == doc.register, "all hold the same");
        }
        for scope in SCOPES {
            assert_eq!(tablet.digest(scope), server.digest(scope));
        }
        assert!(tablet.outbox.is_empty());
    }
}

fn calm_down(tablets: &mut [Tablet], server: &mut Server) {
    for round in 0..3 {
        for tablet in &mut *tablets {
            let summary = session(tablet, server, &mut Calm);
            assert_eq!(summary.stop, None);
            assert_eq!(summary.held, 0);
            if round == 2 {
                assert!(summary.complete, "{summary:?}");
            }
        }
    }
}

fn tablets(server: &Server) -> Vec<Tablet> {
    (1..4).map(|number| Tablet::new(number, server.nonce(DeviceId(number)), 1)).collect()
}

#[test]
fn nothing_is_lost_and_nothing_counts_twice() {
    each_seed(150, |seed, random| {
        let mut server = Server::new(&SCOPES);
        let mut tablets = tablets(&server);
        let mut link = Storm::new(ChaCha8Rng::seed_from_u64(seed ^ 0xfeed));
        for _ in 0..random.random_range(1..6) {
            for tablet in &mut tablets {
                work(tablet, random);
                if random.random_bool(0.8) {
                    session(tablet, &mut server, &mut link);
                }
            }
        }
        calm_down(&mut tablets, &mut server);
        assert_equal(&tablets, &server);
    });
}

#[test]
fn a_restored_server_gets_back_what_the_tablets_hold() {
    each_seed(60, |seed, random| {
        let mut server = Server::new(&SCOPES);
        let mut tablets = tablets(&server);
        let mut link = Storm::new(ChaCha8Rng::seed_from_u64(seed ^ 0xbeef));
        let mut backup = server.clone();
        let rounds = random.random_range(2..6);
        for round in 0..rounds {
            if round == rounds / 2 {
                backup = server.clone();
            }
            for tablet in &mut tablets {
                work(tablet, random);
                session(tablet, &mut server, &mut Calm);
            }
        }
        calm_down(&mut tablets, &mut server);
        // Whoever wrote it, one tablet that has read it is enough.
        tablets.truncate(random.random_range(1..=tablets.len()));
        let nonces = std::mem::take(&mut server.nonces);
        server = Server { epoch: 2, nonces, ..backup };
        for tablet in &mut tablets {
            work(tablet, random);
            session(tablet, &mut server, &mut link);
        }
        calm_down(&mut tablets, &mut server);
        assert_equal(&tablets, &server);
    });
}
