//! Words of the household and person pages.
#![expect(missing_docs, reason = "each text says what it is")]

use jangkau_domain::Label;

pub const MEMBERS: Label = Label::new("Anggota keluarga", "Family members");
pub const NO_MEMBERS: Label = Label::new(
    "Belum ada anggota. Anggota muncul setelah tablet mengirim kunjungan.",
    "No members yet. They appear once a tablet has sent a visit.",
);
pub const RELATION: Label = Label::new("Hubungan", "Relation");
pub const BORN: Label = Label::new("Lahir", "Born");
pub const PARTICIPATION: Label = Label::new("Kepesertaan program", "Program participation");
pub const LAST_VISIT: Label = Label::new("Kunjungan terakhir", "Last visit");
pub const NEVER: Label = Label::new("program lain: tidak pernah", "other programs: never");
pub const NO_PROGRAMS: Label =
    Label::new("Belum ada kepesertaan yang dicatat.", "No participation recorded yet.");
pub const CASES_AND_NEEDS: Label = Label::new("Keluhan dan kebutuhan", "Complaints and needs");
pub const NO_CASES: Label = Label::new("Belum ada keluhan.", "No cases yet.");
pub const SUBJECT: Label = Label::new("Perihal", "Subject");
pub const HOUSE: Label = Label::new("Rumah", "House");
pub const EDIT: Label = Label::new("Ubah", "Edit");
pub const FAMILY_FIELDS: Label = Label::new("Alamat dan keadaan", "Address and state");
pub const FAMILY_OF: Label = Label::new("Keluarga", "Family");
pub const UNNAMED: Label = Label::new("(belum didata)", "(not recorded yet)");
pub const VISIT_WAITS: Label = Label::new("Kunjungan menunggu telaah", "A visit waits for review");
pub const NO_NIK: Label = Label::new("Tanpa NIK", "No NIK");
