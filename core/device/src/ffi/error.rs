//! The one error of the app: a variant for each thing the user can do next.

use jangkau_domain::{Label, Lang};

use crate::error::DeviceError;

/// What a screen can act on.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum FieldError {
    /// Enrol the tablet first.
    #[error("the tablet is not enrolled")]
    NotEnrolled,
    /// The PIN or Keystore gave another key.
    #[error("the key does not open the file")]
    WrongKey,
    /// Nothing was saved; trying again is safe.
    #[error("nothing was saved; trying again is safe: {detail}")]
    RetryLater {
        /// For the technical log; without personal data.
        detail: String,
    },
    /// Go where there is a network; everything stays on the tablet.
    #[error("no connection to the server")]
    NoNetwork,
    /// Change the field, or read why the step is not possible here.
    #[error("the field `{field}` was refused")]
    Refused {
        /// Key of the field, or the name of the step.
        field: String,
        /// What to do, in the app's language.
        text: String,
    },
    /// Go back: it is not here any more.
    #[error("not found")]
    NotFound,
    /// Ask the office for a new code.
    #[error("the server does not accept this tablet")]
    SignInAgain {
        /// What to do, in the app's language.
        text: String,
    },
    /// The file was moved aside; the office can open it. Enrol again.
    #[error("the file was damaged and moved aside")]
    Damaged,
}

const REVOKED: Label = Label::new(
    "Perangkat ini tidak lagi terdaftar. Hubungi Manajer SLRT.",
    "This tablet is no longer enrolled. Call the SLRT manager.",
);

impl FieldError {
    /// Says what the user can do next, in the app's language.
    pub(super) fn of(error: DeviceError, lang: Lang) -> Self {
        let detail = error.to_string();
        match error {
            DeviceError::NotEnrolled => Self::NotEnrolled,
            DeviceError::WrongKey => Self::WrongKey,
            DeviceError::Damaged(_) => Self::Damaged,
            DeviceError::Db(_)
            | DeviceError::Io(_)
            | DeviceError::Random
            | DeviceError::Stored(_)
            | DeviceError::Server(_) => Self::RetryLater { detail },
            DeviceError::NoNetwork => Self::NoNetwork,
            DeviceError::SignInAgain => Self::SignInAgain { text: REVOKED.text(lang).to_owned() },
            DeviceError::NotFound => Self::NotFound,
            DeviceError::Refused { field, words } => {
                Self::Refused { field, text: words.text(lang).to_owned() }
            }
        }
    }
}
