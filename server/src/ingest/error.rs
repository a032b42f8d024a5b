//! Why a piece of work was not written.

use crate::store::StoreError;

/// Says what ingest failed to do; nothing of that piece of work was stored.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The database failed.
    #[error("the work was not stored")]
    Store(#[from] StoreError),
    /// Too much waits already, or another program holds the database; the caller may try again.
    #[error("basis data sedang sibuk, coba lagi / the database is busy, try again")]
    Busy,
    /// The writer stopped, or the work panicked.
    #[error("the writer ended before it answered")]
    Lost,
    /// The log would be written while it is being replayed.
    #[error("a replay tried to add to the log")]
    Replaying,
    /// An entry of the log does not read back.
    #[error("an entry of the log does not read back")]
    Damaged,
    /// The document's writer failed.
    #[error("the document could not be written")]
    Document(#[source] jangkau_sync::document::DocumentError),
    /// The transition table says no.
    #[error("a step was refused")]
    Step(#[source] jangkau_domain::step::Refused),
    /// The work itself says no.
    #[error("refused: {0}")]
    Refused(String),
}

impl From<rusqlite::Error> for IngestError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}
