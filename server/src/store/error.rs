//! What can go wrong between the server and its files.

use std::io;

/// Says what the store failed to do. No value of a row ever stands in it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A statement failed.
    #[error("the database refused a statement")]
    Sql(#[from] rusqlite::Error),
    /// The folder cannot be used.
    #[error("the data folder cannot be used")]
    Folder(#[from] io::Error),
    /// The key is not the file's, or the file is damaged.
    #[error("the file {file} does not open with this key")]
    WrongKey {
        /// Its name inside the data folder.
        file: &'static str,
    },
    /// The file was made by a newer release.
    #[error("the file {file} holds migration {found}, this program knows {known}")]
    Newer {
        /// Its name inside the data folder.
        file: &'static str,
        /// Newest migration in the file.
        found: u32,
        /// Newest migration of the program.
        known: u32,
    },
    /// A migration that was merged has been edited.
    #[error("migration {number} of {file} is not the one that made the file")]
    Edited {
        /// Its name inside the data folder.
        file: &'static str,
        /// Which one differs.
        number: u32,
    },
    /// The file must be migrated first.
    #[error("the file {file} waits for `jangkau migrate`")]
    Older {
        /// Its name inside the data folder.
        file: &'static str,
    },
    /// A stored value does not read back.
    #[error("a stored {what} does not read back")]
    Damaged {
        /// What was being read.
        what: &'static str,
    },
    /// A worker thread ended before it answered.
    #[error("a reader ended before it answered")]
    Lost,
}
