//! What goes wrong when a person is written down a second time.

/// A slip in a second record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// The name in another spelling.
    NameVariant,
    /// A letter wrong, missing or swapped.
    NameTypo,
    /// A title added or dropped.
    Title,
    /// One digit of the NIK wrong.
    NikDigit,
    /// Two neighbours in the NIK swapped.
    NikSwap,
    /// No NIK.
    NikMissing,
    /// Day and month swapped.
    BirthSwap,
    /// The year one off.
    BirthYear,
    /// A heaped day instead of the real one.
    BirthHeap,
    /// The family card of before.
    KkOld,
    /// No RT and RW.
    NoRt,
    /// Another telephone.
    Phone,
}

impl Slip {
    /// Every slip with its share in 10,000 second records.
    pub const SHARES: [(Self, u32); 12] = [
        (Self::NameVariant, 3500),
        (Self::NameTypo, 800),
        (Self::Title, 1000),
        (Self::NikDigit, 200),
        (Self::NikSwap, 100),
        (Self::NikMissing, 600),
        (Self::BirthSwap, 200),
        (Self::BirthYear, 300),
        (Self::BirthHeap, 600),
        (Self::KkOld, 2000),
        (Self::NoRt, 1500),
        (Self::Phone, 2500),
    ];

    /// Returns how often it must be tried in 10,000 to meet its share: not each fits each record.
    pub(super) const fn tries(self, share: u32) -> u32 {
        match self {
            // Only days up to the twelfth, other than the month, can be swapped.
            Self::BirthSwap => share * 28 / 10,
            Self::BirthHeap => share * 11 / 10,
            _ => share,
        }
    }

    /// Returns the key in the truth file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NameVariant => "name_variant",
            Self::NameTypo => "name_typo",
            Self::Title => "title",
            Self::NikDigit => "nik_digit",
            Self::NikSwap => "nik_swap",
            Self::NikMissing => "nik_missing",
            Self::BirthSwap => "birth_swap",
            Self::BirthYear => "birth_year",
            Self::BirthHeap => "birth_heap",
            Self::KkOld => "kk_old",
            Self::NoRt => "no_rt",
            Self::Phone => "phone",
        }
    }
}
