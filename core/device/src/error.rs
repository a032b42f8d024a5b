//! Everything that can go wrong on the tablet, in full detail; the FFI maps it to what a user can do.

use std::path::PathBuf;

use jangkau_domain::Label;

/// Why the core could not do what was asked. It never holds a citizen's data.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// The tablet has no account yet.
    #[error("the tablet is not enrolled")]
    NotEnrolled,
    /// The key does not belong to the file.
    #[error("the key does not open the file")]
    WrongKey,
    /// The file was damaged and now lies aside.
    #[error("the damaged file was moved aside to {0}")]
    Damaged(PathBuf),
    /// The store failed; nothing was saved.
    #[error("the store failed")]
    Db(#[from] rusqlite::Error),
    /// The file system failed.
    #[error("the file system failed")]
    Io(#[from] std::io::Error),
    /// The system gave no random bytes.
    #[error("no random bytes")]
    Random,
    /// Stored bytes do not say what they should.
    #[error("the stored {0} is not readable")]
    Stored(&'static str),
    /// The server was not reached.
    #[error("no connection to the server")]
    NoNetwork,
    /// The server answered, but not as agreed.
    #[error("the server answered {0}")]
    Server(u16),
    /// The server does not know this tablet or code (any more).
    #[error("the server does not accept this tablet")]
    SignInAgain,
    /// What was asked for is not here.
    #[error("not found")]
    NotFound,
    /// The value or the step cannot be taken; the words say what to do.
    #[error("the field {field} was refused")]
    Refused {
        /// Key of the field, or the name of the step.
        field: String,
        /// What the person can do.
        words: Label,
    },
}

impl DeviceError {
    /// Refuses a field or step with words for the screen.
    pub fn refused(field: impl Into<String>, words: Label) -> Self {
        Self::Refused { field: field.into(), words }
    }
}
