//! The kabupaten's secrets that never enter the database: root key and receipt key.

use std::fs;
use std::path::{Path, PathBuf};

use jangkau_domain::Kab;
use jangkau_sync::keys::RootKey;
use jangkau_sync::receipt::ReceiptKey;

use crate::config::KeyError;

/// The keys a kabupaten is born with; they are never printed.
#[derive(Clone)]
pub struct Secrets {
    /// Derives the keys of all scopes and of the search for a NIK or KK.
    pub root: RootKey,
    /// Proves that this server confirmed the heads of a document.
    pub receipt: ReceiptKey,
}

impl Secrets {
    /// Makes the secrets of a new kabupaten and keeps them in a file only its owner can read.
    ///
    /// # Errors
    ///
    /// [`KeyError::File`] if the file exists: secrets are made once and never replaced.
    pub fn create(folder: &Path, kab: Kab) -> Result<Self, KeyError> {
        let mut bytes = [0; 64];
        getrandom::fill(&mut bytes).map_err(|_| KeyError::Random)?;
        let (root, receipt) = bytes.split_at(32);
        let text = format!("root {}\nreceipt 1 {}\n", hex::encode(root), hex::encode(receipt));
        let path = path_of(folder, kab);
        crate::config::write_private(&path, &text)
            .map_err(|source| KeyError::File { path, source })?;
        Self::read(folder, kab)
    }

    /// Reads the secrets of a kabupaten.
    ///
    /// # Errors
    ///
    /// [`KeyError`] if the file is missing or damaged; without it no tablet's document can be read
    /// under its name again, so it must be restored from the copy that was put aside.
    pub fn read(folder: &Path, kab: Kab) -> Result<Self, KeyError> {
        let path = path_of(folder, kab);
        let text = fs::read_to_string(&path).map_err(|source| KeyError::File { path, source })?;
        parse(&text).ok_or(KeyError::Form)
    }
}

fn path_of(folder: &Path, kab: Kab) -> PathBuf {
    folder.join(format!("kab-{:04}.key", kab.0))
}

fn parse(text: &str) -> Option<Secrets> {
    let mut root = None;
    let mut receipt = None;
    for line in text.lines() {
        let mut words = line.split_ascii_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("root"), Some(key), None) => root = Some(RootKey::new(read_hex(key)?)),
            // The last one listed is the one in use.
            (Some("receipt"), Some(id), Some(key)) => {
                receipt = Some(ReceiptKey::new(id.parse().ok()?, read_hex(key)?));
            }
            _ => return None,
        }
    }
    Some(Secrets { root: root?, receipt: receipt? })
}

fn read_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau_domain::{DocId, ScopeId};

    #[test]
    fn secrets_are_made_once() -> Result<(), KeyError> {
        let folder = tempfile::tempdir().unwrap();
        let made = Secrets::create(folder.path(), Kab(9901))?;
        let read = Secrets::read(folder.path(), Kab(9901))?;
        let key = |secrets: &Secrets| *secrets.root.scope_key(ScopeId(1)).as_bytes();
        assert_eq!(key(&made), key(&read));
        let receipt = made.receipt.sign(&DocId([1; 16]), &[]);
        assert!(read.receipt.verify(&receipt, &DocId([1; 16]), &[]));
        assert!(matches!(Secrets::create(folder.path(), Kab(9901)), Err(KeyError::File { .. })));
        Ok(())
    }

    #[test]
    fn a_damaged_file_is_refused() {
        assert!(parse("root abcd\n").is_none());
        assert!(parse("").is_none());
    }
}
