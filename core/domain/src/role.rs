//! The sixteen roles (Guideline III, IV.D) and the five login types that they refine.

use crate::Label;

/// One of the five login types that the guideline defines (IV.D.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LoginType {
    /// Fasilitator, on Android.
    Field,
    /// Supervisor and Manager.
    SupervisorManager,
    /// Front and Back Office of the secretariat.
    Office,
    /// Puskesos.
    Puskesos,
    /// Program owner.
    Program,
}

/// How far a role's duty reaches when nothing narrower is written on the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// One or more desa.
    Desa,
    /// One or more kecamatan.
    Kecamatan,
    /// The kabupaten or kota.
    Kabupaten,
    /// The province.
    Province,
    /// The nation.
    Nation,
    /// The programs on the account, in its wilayah.
    Program,
    /// The area on the account.
    Area,
}

/// What a person is trusted with; one person may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Fasilitator SLRT.
    Fs,
    /// Supervisor.
    Spv,
    /// Manajer, head of the secretariat.
    Mj,
    /// Front Office of the secretariat.
    Fo,
    /// Back Office of the secretariat.
    Bo,
    /// Front Office of a Puskesos.
    Fop,
    /// Back Office of a Puskesos.
    Bop,
    /// Koordinator Puskesos.
    Kp,
    /// Penanggung jawab Puskesos: the head of the village.
    Pj,
    /// Pengelola program.
    Pp,
    /// Koordinator provinsi.
    Kprov,
    /// Sekretariat Nasional.
    Seknas,
    /// Reader of figures: TKPK, Bappeda, camat.
    View,
    /// Technical assistance.
    Ta,
    /// Admin of the kabupaten.
    AdmKab,
    /// Admin of the centre.
    AdmPusat,
}

impl Role {
    /// Every role, in the order of the tables.
    pub const ALL: [Self; 16] = [
        Self::Fs,
        Self::Spv,
        Self::Mj,
        Self::Fo,
        Self::Bo,
        Self::Fop,
        Self::Bop,
        Self::Kp,
        Self::Pj,
        Self::Pp,
        Self::Kprov,
        Self::Seknas,
        Self::View,
        Self::Ta,
        Self::AdmKab,
        Self::AdmPusat,
    ];

    /// Returns the key on the wire.
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// Reads the key on the wire.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// Returns the words on a screen.
    pub const fn label(self) -> Label {
        let (_, id, en) = self.row();
        Label::new(id, en)
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Fs => ("fs", "Fasilitator", "Field facilitator"),
            Self::Spv => ("spv", "Supervisor", "Supervisor"),
            Self::Mj => ("mj", "Manajer", "Manager"),
            Self::Fo => ("fo", "Front Office SLRT", "SLRT front office"),
            Self::Bo => ("bo", "Back Office SLRT", "SLRT back office"),
            Self::Fop => ("fop", "Front Office Puskesos", "Puskesos front office"),
            Self::Bop => ("bop", "Back Office Puskesos", "Puskesos back office"),
            Self::Kp => ("kp", "Koordinator Puskesos", "Puskesos coordinator"),
            Self::Pj => ("pj", "Penanggung jawab Puskesos", "Head of the Puskesos"),
            Self::Pp => ("pp", "Pengelola program", "Program owner"),
            Self::Kprov => ("kprov", "Koordinator provinsi", "Provincial coordinator"),
            Self::Seknas => ("seknas", "Sekretariat Nasional", "National secretariat"),
            Self::View => ("view", "Pembaca data agregat", "Reader of figures"),
            Self::Ta => ("ta", "Pendamping teknis", "Technical assistance"),
            Self::AdmKab => ("adm_kab", "Admin kabupaten/kota", "Kabupaten administrator"),
            Self::AdmPusat => ("adm_pusat", "Admin pusat", "Central administrator"),
        }
    }

    /// Returns the guideline's login type (IV.D.1); newer duties have none.
    pub const fn login_type(self) -> Option<LoginType> {
        match self {
            Self::Fs => Some(LoginType::Field),
            Self::Spv | Self::Mj => Some(LoginType::SupervisorManager),
            Self::Fo | Self::Bo => Some(LoginType::Office),
            Self::Fop | Self::Bop | Self::Kp | Self::Pj => Some(LoginType::Puskesos),
            Self::Pp => Some(LoginType::Program),
            Self::Kprov | Self::Seknas | Self::View | Self::Ta | Self::AdmKab | Self::AdmPusat => {
                None
            }
        }
    }

    /// Returns how far the duty reaches.
    pub const fn reach(self) -> Reach {
        match self {
            Self::Fs | Self::Fop | Self::Bop | Self::Kp | Self::Pj => Reach::Desa,
            Self::Spv => Reach::Kecamatan,
            Self::Mj | Self::Fo | Self::Bo | Self::AdmKab => Reach::Kabupaten,
            Self::Kprov => Reach::Province,
            Self::Seknas | Self::AdmPusat => Reach::Nation,
            Self::Pp => Reach::Program,
            Self::View | Self::Ta => Reach::Area,
        }
    }

    /// Tells whether the role records what citizens say (the tables' REC).
    pub const fn records(self) -> bool {
        matches!(self, Self::Fs | Self::Fop | Self::Bop | Self::Fo | Self::Bo)
    }

    /// Tells whether the role sits at an office's desk (the tables' OFF).
    pub const fn at_office(self) -> bool {
        matches!(self, Self::Fop | Self::Bop | Self::Fo | Self::Bo)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// A set of roles, as the tables write it: `fs fop bop`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Roles(u16);

impl Roles {
    /// No role.
    pub const NONE: Self = Self(0);

    /// Reads a table's cell; an unknown word stops the build.
    pub const fn of(words: &str) -> Self {
        let text = words.as_bytes();
        let mut set = 0;
        let mut from = 0;
        while from < text.len() {
            let mut to = from;
            while to < text.len() && text[to] != b' ' {
                to += 1;
            }
            set |= find(text, from, to).bit();
            from = to + 1;
        }
        Self(set)
    }

    /// Tells whether a role is in the set.
    pub const fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// Tells whether no role is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the set with one more role.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | role.bit())
    }

    /// Returns the roles, in table order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        roles.into_iter().fold(Self::NONE, Self::with)
    }
}

const fn find(text: &[u8], from: usize, to: usize) -> Role {
    let mut at = 0;
    while at < Role::ALL.len() {
        let key = Role::ALL[at].key().as_bytes();
        if key.len() == to - from {
            let mut same = 0;
            while same < key.len() && key[same] == text[from + same] {
                same += 1;
            }
            if same == key.len() {
                return Role::ALL[at];
            }
        }
        at += 1;
    }
    panic!("no such role")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_sets_read_back() {
        for role in Role::ALL {
            assert_eq!(Role::from_key(role.key()), Some(role));
            assert_eq!(Roles::of(role.key()).iter().collect::<Vec<_>>(), [role]);
        }
        let set = Roles::of("mj fs adm_kab");
        assert_eq!(set.iter().map(Role::key).collect::<Vec<_>>(), ["fs", "mj", "adm_kab"]);
        assert!(Roles::of("").is_empty());
    }

    #[test]
    fn every_login_type_of_the_guideline_has_a_role() {
        let types: Vec<_> = Role::ALL.into_iter().filter_map(Role::login_type).collect();
        assert!(
            [
                LoginType::Field,
                LoginType::SupervisorManager,
                LoginType::Office,
                LoginType::Puskesos,
                LoginType::Program
            ]
            .iter()
            .all(|one| types.contains(one))
        );
    }
}
