//! Words of the pages of a family and a case.

use jangkau_domain::Label;

/// Recorded, not received by the server.
pub const UNSENT: Label =
    Label::new("Tersimpan di perangkat, belum terkirim", "On the tablet, not sent");
/// Received, no state told yet.
pub const RECEIVED: Label = Label::new("Diterima server", "Received by the server");
/// Whom a case concerns.
pub const CITIZEN: Label = Label::new("Warga", "Citizen");
/// A request that was refused.
pub const NOT_TAKEN: Label = Label::new("Tidak dapat dijalankan", "Not possible");
/// The family card.
pub const KK: Label = Label::new("KK", "Family card");
/// The register.
pub const REGISTER: Label = Label::new("Data acuan", "Register");
/// The register holds the family.
pub const LISTED: Label = Label::new("Terdaftar", "Listed");
/// The register does not hold the family.
pub const NOT_LISTED: Label = Label::new("Tidak ditemukan", "Not found");
/// State of the family.
pub const STATE: Label = Label::new("Keadaan keluarga", "State of the family");
/// Somebody who stands in the register only.
pub const REGISTER_ONLY: Label = Label::new("menurut data acuan", "by the register");
/// Unequal values that wait for a decision.
pub const DIFFERS: Label = Label::new("Data berbeda", "Differing data");
