//! Words about sending and receiving.

use jangkau_domain::Label;

/// Both sides hold the same.
pub const ALL_SENT: Label = Label::new("Semua data sudah terkirim", "All data has been sent");
/// So many records wait.
pub const WAITING: Label = Label::new("data belum terkirim", "records not sent yet");
/// So many records need a person.
pub const NEEDS_ACTION: Label = Label::new("data perlu tindakan", "records need action");
/// No session was ever complete.
pub const NEVER: Label = Label::new("Belum pernah disinkronkan", "Never synchronised");
/// The last complete session.
pub const LAST: Label = Label::new("Terakhir terkirim", "Last sent");
/// A session runs.
pub const SENDING: Label = Label::new("Sedang mengirim", "Sending");
/// Nothing waits, but the two sides were not compared to the end.
pub const INCOMPLETE: Label =
    Label::new("Belum lengkap. Sinkronkan lagi.", "Not complete. Synchronise again.");
/// No network.
pub const NO_NETWORK: Label = Label::new(
    "Tidak ada jaringan. Data tetap tersimpan di perangkat.",
    "No network. The data stays on the tablet.",
);
/// Something else answered.
pub const NOT_OUR_SERVER: Label = Label::new(
    "Jaringan ini meminta masuk lewat halaman lain. Buka peramban dahulu.",
    "This network asks for a login page. Open the browser first.",
);
/// The server asks for a pause.
pub const BUSY: Label =
    Label::new("Server sedang sibuk. Coba lagi nanti.", "The server is busy. Try again later.");
/// The app is too old.
pub const TOO_OLD: Label = Label::new(
    "Aplikasi terlalu lama untuk server. Perbarui aplikasi.",
    "The app is too old for the server. Update it.",
);
/// The server cannot be understood.
pub const BROKEN: Label = Label::new(
    "Server tidak dapat dipahami. Laporkan kepada kantor.",
    "The server is not understood. Tell the office.",
);
