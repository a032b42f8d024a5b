//! Every message, row and frame of every version decodes for ever.
//!
//! `tests/golden/v1` holds one file each. A file that is missing is written by
//! `JANGKAU_GOLDEN=write cargo test -p jangkau-sync golden`; one that is there never changes: what
//! differs is a change of the wire, and needs a new version or a new key.

mod frames;
mod messages;
mod rows;

use std::fs;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1")
}

/// Returns the bytes of a golden file; a missing one is first written where that is asked for.
fn file(name: &str, present: &[u8]) -> Vec<u8> {
    let path = folder().join(format!("{name}.bin"));
    if !path.exists() && std::env::var_os("JANGKAU_GOLDEN").is_some_and(|word| word == "write") {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&path, present).unwrap();
    }
    fs::read(&path).unwrap_or_else(|_| panic!("there is no golden file for {name}"))
}

/// Every file is asked for by some test: one that nobody decodes would prove nothing.
#[test]
fn no_file_is_forgotten() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    let mut known: Vec<String> = messages::NAMES
        .iter()
        .chain(frames::NAMES)
        .map(|name| (*name).to_owned())
        .chain(rows::all().iter().map(rows::name))
        .map(|name| format!("{name}.bin"))
        .collect();
    known.sort_unstable();
    assert_eq!(names, known);
}

#[test]
fn a_dictionary_never_changes() {
    let digest =
        |number| hex::encode(Sha256::digest(jangkau_sync::dictionary::bytes(number).unwrap()));
    assert_eq!(digest(1), "3022bcec0cf1730644c4a2a1d0530a11419fb8b3b532017276977ef8d29d47ff");
}
