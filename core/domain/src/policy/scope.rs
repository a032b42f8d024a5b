//! How far a right reaches, and how a person stands to one thing.

/// How far a role's right reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// What the person recorded.
    Own,
    /// The fields in question alone, each opening on the audit record.
    Question,
    /// As a named handler.
    Handler,
    /// Routed or referred to the person.
    Routed,
    /// The person's desa.
    Desa,
    /// The person's kecamatan.
    Kecamatan,
    /// The kabupaten.
    Kabupaten,
    /// The province.
    Province,
    /// Figures of the person's area, with no cell under five.
    Area,
    /// The nation.
    Nation,
}

impl Scope {
    /// Reads a letter of the table; `-` means no right, any other letter stops the build.
    pub const fn from_letter(letter: u8) -> Option<Self> {
        match letter {
            b'o' => Some(Self::Own),
            b'd' => Some(Self::Desa),
            b'c' => Some(Self::Kecamatan),
            b'k' => Some(Self::Kabupaten),
            b'p' => Some(Self::Province),
            b'n' => Some(Self::Nation),
            b'a' => Some(Self::Area),
            b'r' => Some(Self::Routed),
            b'h' => Some(Self::Handler),
            b'x' => Some(Self::Question),
            b'-' => None,
            _ => panic!("a scope is one of odckpnarhx or -"),
        }
    }

    /// Returns the letter of the table.
    pub const fn letter(self) -> char {
        match self {
            Self::Own => 'o',
            Self::Desa => 'd',
            Self::Kecamatan => 'c',
            Self::Kabupaten => 'k',
            Self::Province => 'p',
            Self::Nation => 'n',
            Self::Area => 'a',
            Self::Routed => 'r',
            Self::Handler => 'h',
            Self::Question => 'x',
        }
    }

    /// Tells whether a person who stands so to a thing is within this scope.
    pub const fn covers(self, relation: &Relation) -> bool {
        match self {
            Self::Own => relation.own,
            Self::Desa => relation.desa,
            Self::Kecamatan => relation.kecamatan,
            Self::Kabupaten => relation.kabupaten,
            Self::Province => relation.province,
            Self::Nation => true,
            Self::Area => relation.area,
            Self::Routed => relation.routed,
            Self::Handler => relation.handler,
            Self::Question => relation.in_question,
        }
    }
}

/// How a person in one role stands to one thing; each fact holds for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// The person recorded it.
    pub own: bool,
    /// It lies in a desa of the account.
    pub desa: bool,
    /// It lies in a kecamatan of the account.
    pub kecamatan: bool,
    /// It lies in the kabupaten of the account.
    pub kabupaten: bool,
    /// It lies in the province of the account.
    pub province: bool,
    /// It is a figure of the account's area, with no cell under five.
    pub area: bool,
    /// It was routed or referred to the person.
    pub routed: bool,
    /// The person is its named handler.
    pub handler: bool,
    /// It is a field that waits for the person's verdict.
    pub in_question: bool,
    /// It complains about the person's own unit; nothing outweighs this.
    pub barred: bool,
}
