//! Attachments: small, and of two kinds of file.

use super::CheckId;
use crate::field::ATTACHMENT_MAX;

/// The files that an attachment may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachmentForm {
    /// A photo.
    Jpeg,
    /// A letter or scan.
    Pdf,
}

impl AttachmentForm {
    /// Reads it from the first bytes; a file's name proves nothing.
    pub fn of(head: &[u8]) -> Option<Self> {
        if head.starts_with(&[0xff, 0xd8, 0xff]) {
            Some(Self::Jpeg)
        } else if head.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }

    /// Returns the media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Returns what is wrong with an attachment of so many bytes that begins so.
pub fn attachment(bytes: u64, head: &[u8]) -> Vec<CheckId> {
    let long = (bytes > ATTACHMENT_MAX).then_some(CheckId::AttachmentLong);
    let strange = AttachmentForm::of(head).is_none().then_some(CheckId::AttachmentKind);
    long.into_iter().chain(strange).collect()
}
