//! Words of the first screen and the list behind the sync chip.

use jangkau_domain::{Label, Lang};

/// Figures: drafts.
pub const DRAFTS: Label = Label::new("Draf", "Drafts");
/// Figures: ready to send.
pub const READY: Label = Label::new("Siap kirim", "Ready to send");
/// Figures: sent.
pub const SENT: Label = Label::new("Terkirim", "Sent");
/// Figures: needs action.
pub const ACTION: Label = Label::new("Tindakan", "Action");
/// Figures: families visited this month.
pub const VISITS: Label =
    Label::new("Keluarga dikunjungi bulan ini", "Families visited this month");
/// Figures: families of the register that nobody has visited.
pub const UNVISITED: Label = Label::new("Belum dikunjungi", "Not visited yet");
/// Task: a family nobody has visited.
pub const NEVER_VISITED: Label = Label::new("Belum pernah dikunjungi", "Never visited");
/// Task: a visit that was begun.
pub const GO_ON: Label = Label::new("Lanjutkan kunjungan", "Go on with the visit");
/// Task: tell a citizen.
pub const INFORM: Label = Label::new("Kabari warga", "Tell the citizen");
/// Task: answer a data request.
pub const DATA_REQUEST: Label = Label::new("Permintaan data", "Data request");
/// Task: the day has passed.
pub const OVERDUE: Label = Label::new("Lewat batas", "Overdue");
/// The decile.
pub const DESIL: Label = Label::new("desil", "decile");
/// State of a record: draft.
pub const STATE_DRAFT: Label = Label::new("Draf", "Draft");
/// State of a record: ready.
pub const STATE_READY: Label = Label::new("Siap kirim", "Ready to send");
/// State of a record: on its way.
pub const STATE_SENDING: Label = Label::new("Sedang mengirim", "Sending");
/// State of a record: the server has it.
pub const STATE_RECEIVED: Label = Label::new("Diterima server", "Received by the server");
/// A correction, before the family.
pub const CORRECTION: Label = Label::new("Perbaikan", "Correction");

/// Says why the server holds a change back.
pub fn held(code: &str) -> Label {
    match code {
        "not_allowed" => Label::new(
            "Tertahan: Anda tidak berhak mengubah isian ini. Hubungi Administrator.",
            "Held: you may not change this field. Call the administrator.",
        ),
        "unknown_dep" => Label::new(
            "Tertahan: menunggu kiriman lain. Sinkronkan lagi.",
            "Held: waiting for another change. Synchronise again.",
        ),
        "purged" => Label::new(
            "Tertahan: data ini sudah dihapus menurut hukum.",
            "Held: this record was erased by law.",
        ),
        _ => Label::new(
            "Tertahan: tidak dapat dibaca server. Laporkan kepada Administrator.",
            "Held: the server cannot read it. Tell the administrator.",
        ),
    }
}

/// Says how many fields are to be corrected, and who returned them.
pub fn returned(fields: usize, by: &str, lang: Lang) -> String {
    match (lang, fields) {
        (Lang::Id, 0) => format!("Perbaiki · dikembalikan {by}"),
        (Lang::Id, _) => format!("Perbaiki {fields} isian · dikembalikan {by}"),
        (Lang::En, 0) => format!("Correct · returned by {by}"),
        (Lang::En, _) => format!("Correct {fields} fields · returned by {by}"),
    }
}
