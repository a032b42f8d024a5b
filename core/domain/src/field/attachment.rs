//! Attachments: named by the hash of their bytes, in any document.

use super::{Field, FieldType, Sens};
use crate::check::CheckId;

/// The longest attachment, in bytes, after the tablet has shrunk it.
pub const ATTACHMENT_MAX: u64 = 300 * 1024;

pub(super) static FIELDS: &[Field] =
    &[Field::new("att/<sha256>", "Lampiran", "Attachment", FieldType::Attachment)
        .checks(&[CheckId::AttachmentLong, CheckId::AttachmentKind])
        .sens(Sens::Pers)
        .shown("C", "Guideline IV.C.3")];
