//! Who sees a field, who may put it, where it stands.

use crate::role::Role;

/// How a value is guarded on display; what reaches a device is decided by scope alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sens {
    /// Seen by all whose scope holds the document.
    Desa,
    /// Masked until role and purpose open it, each opening on the audit record.
    Pers,
    /// Specific data (Law 27/2022: health, disability, finance, child): never in lists, no cell
    /// under five, exported as yes or no only.
    Spec,
    /// Legal only in a private scope.
    Priv,
}

/// Who may put a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Whoever records: fs, fop, bop, fo, bo.
    Rec,
    /// Whoever records, and the server by a decision.
    RecSrv,
    /// An office: fop, bop, fo, bo.
    Off,
    /// Whoever records, and spv and mj who classify.
    Cls,
    /// The form itself; its sender records.
    App,
    /// A decision on the server.
    Srv,
}

impl Write {
    /// Tells whether a role's device or page may put such a key.
    pub const fn may(self, role: Role) -> bool {
        let office = matches!(role, Role::Fop | Role::Bop | Role::Fo | Role::Bo);
        let records = office || matches!(role, Role::Fs);
        match self {
            Self::Rec | Self::RecSrv | Self::App => records,
            Self::Off => office,
            Self::Cls => records || matches!(role, Role::Spv | Role::Mj),
            Self::Srv => false,
        }
    }

    /// Tells whether the server itself puts such a key when it carries out a decision.
    pub const fn server_may(self) -> bool {
        matches!(self, Self::RecSrv | Self::Srv)
    }
}

/// Where a field stands: the tablet's card, tables, the listing export, prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Shown {
    /// On the tablet's card.
    pub card: bool,
    /// In the tables of supervisor and office.
    pub table: bool,
    /// In the listing export.
    pub export: bool,
    /// On a printed receipt or letter.
    pub print: bool,
}

impl Shown {
    /// Reads the letters C (card), T (table), E (export), P (print); any other stops the build.
    pub const fn of(letters: &str) -> Self {
        let mut shown = Self { card: false, table: false, export: false, print: false };
        let bytes = letters.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'C' => shown.card = true,
                b'T' => shown.table = true,
                b'E' => shown.export = true,
                b'P' => shown.print = true,
                _ => panic!("a place is one of CTEP"),
            }
            at += 1;
        }
        shown
    }
}
