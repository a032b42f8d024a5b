//! Words of the history beside a record.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const SYSTEM: Label = Label::new("Sistem", "System");
pub const VISITED: Label = Label::new("mencatat kunjungan", "recorded a visit");
pub const ACCEPTED: Label = Label::new("menerima kunjungan", "accepted the visit");
pub const RETURNED: Label = Label::new("mengembalikan untuk diperbaiki", "returned it");
pub const CORRECTED: Label = Label::new("mengirim perbaikan", "sent the correction");
pub const EDITED: Label = Label::new("mengubah", "changed");
pub const RECEIVED: Label = Label::new("diterima", "received");
