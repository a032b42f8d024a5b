//! Who works in the kabupaten of the scenarios.

use jangkau_domain::role::Role;

/// The password of every account that may log in to pages.
pub const PASSWORD: &str = "sandi uji coba 2025";

/// One account.
pub struct Staff {
    /// What the person types.
    pub login: &'static str,
    /// The name.
    pub name: &'static str,
    /// What the person is trusted with.
    pub role: Role,
    /// Where: the beginning of a wilayah code.
    pub area: &'static str,
}

const fn staff(login: &'static str, name: &'static str, role: Role, area: &'static str) -> Staff {
    Staff { login, name, role, area }
}

/// Every account of the blueprint: four fasilitator, one of each desk.
pub const STAFF: [Staff; 15] = [
    staff("fs1", "Wulan Rekaan", Role::Fs, "9901012001"),
    staff("fs2", "Bagas Rekaan", Role::Fs, "9901012001"),
    staff("fs3", "Intan Rekaan", Role::Fs, "9901012001"),
    staff("fs4", "Yoga Rekaan", Role::Fs, "9901012002"),
    staff("spv", "Ratna Rekaan", Role::Spv, "990101"),
    staff("mj", "Hendra Rekaan", Role::Mj, "9901"),
    staff("fo", "Dewi Rekaan", Role::Fo, "9901"),
    staff("bo", "Eko Rekaan", Role::Bo, "9901"),
    staff("fop", "Nining Rekaan", Role::Fop, "9901012001"),
    staff("bop", "Tono Rekaan", Role::Bop, "9901012001"),
    staff("kp", "Murni Rekaan", Role::Kp, "9901012001"),
    staff("pj", "Karto Rekaan", Role::Pj, "9901012001"),
    staff("pp", "Lilis Rekaan", Role::Pp, "9901"),
    staff("view", "Gito Rekaan", Role::View, "9901"),
    staff("adm", "Sari Rekaan", Role::AdmKab, "9901"),
];
