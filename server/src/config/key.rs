//! The raw key of the encrypted files: read from a file or the environment, never shown.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// 32 bytes that open the server's encrypted files. It has no `Debug` and is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct StoreKey([u8; 32]);

/// Says why a key could not be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No file, or one that cannot be read.
    #[error("the key file {path} cannot be read")]
    File {
        /// Where the key was looked for.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The text is something else.
    #[error("a key is 64 hexadecimal digits")]
    Form,
    /// The system's source of randomness failed.
    #[error("no randomness for a new key")]
    Random,
}

impl StoreKey {
    /// Joins 32 bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads the key that stands in a file.
    ///
    /// # Errors
    ///
    /// [`KeyError::File`] if it cannot be read, [`KeyError::Form`] if it holds something else.
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        let text = fs::read_to_string(path)
            .map_err(|source| KeyError::File { path: path.to_owned(), source })?;
        text.trim().parse()
    }

    /// Makes a random key and keeps it in a new file that only its owner can read.
    ///
    /// # Errors
    ///
    /// [`KeyError::File`] if the file exists already or cannot be written.
    pub fn create(path: &Path) -> Result<Self, KeyError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| KeyError::Random)?;
        write_private(path, &format!("{}\n", hex::encode(bytes)))
            .map_err(|source| KeyError::File { path: path.to_owned(), source })?;
        Ok(Self(bytes))
    }

    /// Returns the pragma value that makes the key a raw key.
    pub(crate) fn pragma(&self) -> String {
        format!("x'{}'", hex::encode(self.0))
    }
}

impl FromStr for StoreKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).map_err(|_| KeyError::Form)?;
        Ok(Self(bytes))
    }
}

/// Writes a new file that only its owner can read, down to the disk; refuses to replace one.
pub(crate) fn write_private(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    match path.parent() {
        Some(folder) => fs::File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Makes a folder that only its owner may look into; an existing one is left as it is.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_back() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("keys/store.key");
        let made = StoreKey::create(&path)?;
        assert!(StoreKey::from_file(&path)? == made);
        assert!(matches!(StoreKey::create(&path), Err(KeyError::File { .. })));
        Ok(())
    }

    #[test]
    fn a_short_key_is_refused() {
        assert!(matches!("abcd".parse::<StoreKey>(), Err(KeyError::Form)));
    }
}
