//! Opening the file: key, damage, migrations.

use std::fs;
use std::path::{Path, PathBuf};

use jangkau_device::store::open;
use jangkau_device::{DeviceError, FieldApp, FieldError};
use tempfile::TempDir;

use crate::fixture::{KEY, NOW, Tablet, config};

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn another_key_leaves_the_file_as_it_is() {
    let tablet = Tablet::new(1, "0K7");
    let Tablet { dir, app } = tablet;
    drop(app);
    let before = files(dir.path());
    let mut other = config(&dir);
    other.key = vec![8; 32];
    assert!(matches!(FieldApp::open(other).map(drop), Err(FieldError::WrongKey)));
    assert_eq!(files(dir.path()), before);
    assert!(FieldApp::open(config(&dir)).unwrap().account().unwrap().enrolled);
}

#[test]
fn a_short_key_is_refused() {
    let dir = TempDir::new().unwrap();
    let mut short = config(&dir);
    short.key.pop();
    assert!(matches!(FieldApp::open(short).map(drop), Err(FieldError::WrongKey)));
}

#[test]
fn a_damaged_file_is_moved_aside_and_a_new_one_begun() {
    let Tablet { dir, app } = Tablet::new(1, "0K7");
    drop(app);
    let file = dir.path().join("jangkau.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[..4096].fill(0x5a);
    fs::write(&file, &bytes).unwrap();
    assert!(matches!(FieldApp::open(config(&dir)).map(drop), Err(FieldError::Damaged)));
    let kept =
        files(dir.path()).into_iter().find(|path| path.display().to_string().contains("damaged"));
    assert_eq!(fs::read(kept.unwrap()).unwrap(), bytes);
    assert!(!FieldApp::open(config(&dir)).unwrap().account().unwrap().enrolled);
}

#[test]
fn a_page_that_broke_later_is_found_at_the_next_opening() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(crate::fixture::NIK, crate::fixture::KK);
    let Tablet { dir, app } = tablet;
    drop(app);
    let file = dir.path().join("jangkau.db");
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 100;
    bytes[last] ^= 0xff;
    fs::write(&file, &bytes).unwrap();
    fs::write(dir.path().join("jangkau.suspect"), b"").unwrap();
    assert!(matches!(FieldApp::open(config(&dir)).map(drop), Err(FieldError::Damaged)));
    assert!(FieldApp::open(config(&dir)).is_ok());
}

#[test]
fn a_file_without_the_fingerprint_of_its_key_is_never_moved() {
    let Tablet { dir, app } = Tablet::new(1, "0K7");
    drop(app);
    fs::remove_file(dir.path().join("jangkau.check")).unwrap();
    let mut other = config(&dir);
    other.key = vec![8; 32];
    assert!(matches!(FieldApp::open(other).map(drop), Err(FieldError::WrongKey)));
    assert!(FieldApp::open(config(&dir)).unwrap().account().unwrap().enrolled);
}

#[test]
fn a_newer_apps_file_is_left_alone() {
    let Tablet { dir, app } = Tablet::new(1, "0K7");
    app.on_device(|tablet| tablet.db.pragma_update(None, "user_version", 99)).unwrap();
    drop(app);
    assert!(matches!(FieldApp::open(config(&dir)).map(drop), Err(FieldError::RetryLater { .. })));
}

#[test]
fn nothing_readable_lies_in_the_folder() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(crate::fixture::NIK, crate::fixture::KK);
    for path in files(tablet.dir.path()) {
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("SUMIATI") && !text.contains(crate::fixture::NIK), "{path:?}");
    }
}

#[test]
fn every_table_is_strict() {
    let dir = TempDir::new().unwrap();
    let db = open::open(dir.path(), &KEY, NOW).unwrap();
    let mut statement = db
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
        .unwrap();
    let loose: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_lost_folder_is_a_storage_error() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("no-folder");
    fs::write(&file, b"").unwrap();
    assert!(matches!(open::open(&file, &KEY, NOW).map(drop), Err(DeviceError::Io(_))));
}
