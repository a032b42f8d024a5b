//! The code of an area: two, four, six or ten digits.

use std::fmt;
use std::str::FromStr;

use crate::{Kab, Label};

/// The four levels of government that a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Provinsi, two digits.
    Province,
    /// Kabupaten or kota, four digits.
    Kab,
    /// Kecamatan, six digits.
    Kecamatan,
    /// Desa, kelurahan or desa adat, ten digits.
    Desa,
}

impl Level {
    /// Every level from the top.
    pub const ALL: [Self; 4] = [Self::Province, Self::Kab, Self::Kecamatan, Self::Desa];

    /// Returns the number of digits.
    pub const fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::Kab => 4,
            Self::Kecamatan => 6,
            Self::Desa => 10,
        }
    }

    /// Returns the level above.
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Province => None,
            Self::Kab => Some(Self::Province),
            Self::Kecamatan => Some(Self::Kab),
            Self::Desa => Some(Self::Kecamatan),
        }
    }
}

/// What kind of regency it is, by the third digit of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KabKind {
    /// Kabupaten, 01 to 69.
    Kabupaten,
    /// Kota, 71 to 99.
    Kota,
}

/// What kind of village it is, by the first of the last four digits (Permendagri 137/2017).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DesaKind {
    /// Kelurahan, part of a town's administration.
    Kelurahan,
    /// Desa, with its own head and budget.
    Desa,
    /// Desa adat, by custom.
    DesaAdat,
}

impl DesaKind {
    /// Returns the word on a screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Kelurahan => Label::new("Kelurahan", "Kelurahan (urban village)"),
            Self::Desa => Label::new("Desa", "Desa (village)"),
            Self::DesaAdat => Label::new("Desa adat", "Desa adat (customary village)"),
        }
    }
}

/// The code of an area of Kemendagri, kept as digits without dots.
///
/// ```
/// use jangkau_domain::wilayah::{Code, Level};
///
/// let desa: Code = "99.01.01.2001".parse()?;
/// assert_eq!(desa.to_string(), "9901012001");
/// assert!(desa.lies_within(desa.at(Level::Kab).unwrap()));
/// # Ok::<(), jangkau_domain::wilayah::NotCode>(())
/// ```
///
/// Ordered as text: an area stands before those inside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    digits: [u8; 10],
    level: Level,
}

/// Says that a text is no code of Kemendagri.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a wilayah code of 2, 4, 6 or 10 digits")]
pub struct NotCode;

impl Code {
    /// Returns the level that the number of digits tells.
    pub const fn level(self) -> Level {
        self.level
    }

    /// Returns the digits without dots.
    pub fn digits(&self) -> &str {
        std::str::from_utf8(&self.digits[..self.level.digits()])
            .expect("only the digits 0 to 9 are stored")
    }

    /// Returns the code with dots, `99.01.01.2001`.
    pub fn dotted(&self) -> String {
        let digits = self.digits();
        let mut dotted = String::with_capacity(13);
        for (place, digit) in digits.chars().enumerate() {
            if matches!(place, 2 | 4 | 6) {
                dotted.push('.');
            }
            dotted.push(digit);
        }
        dotted
    }

    /// Returns the area of a level that holds this one, or itself at its own level.
    pub fn at(self, level: Level) -> Option<Self> {
        if level > self.level {
            return None;
        }
        let mut digits = [0; 10];
        digits[..level.digits()].copy_from_slice(&self.digits[..level.digits()]);
        Some(Self { digits, level })
    }

    /// Returns the area just above.
    pub fn parent(self) -> Option<Self> {
        self.at(self.level.above()?)
    }

    /// Returns whether it is this area or one inside it.
    pub fn lies_within(self, outer: Self) -> bool {
        self.at(outer.level) == Some(outer)
    }

    /// Returns the number of the kabupaten or kota that holds it; none for a province.
    pub fn kab(self) -> Option<Kab> {
        self.at(Level::Kab)?.digits().parse().ok().map(Kab)
    }

    /// Returns the two-digit number of the province.
    pub fn province(self) -> u8 {
        (self.digits[0] - b'0') * 10 + (self.digits[1] - b'0')
    }

    /// Returns whether the area lies in a kabupaten or a kota.
    pub fn kab_kind(self) -> Option<KabKind> {
        self.at(Level::Kab)?;
        Some(if self.digits[2] < b'7' { KabKind::Kabupaten } else { KabKind::Kota })
    }

    /// Returns the kind of village; none above the villages or for a digit without a meaning.
    pub fn desa_kind(self) -> Option<DesaKind> {
        match (self.level, self.digits[6]) {
            (Level::Desa, b'1') => Some(DesaKind::Kelurahan),
            (Level::Desa, b'2') => Some(DesaKind::Desa),
            (Level::Desa, b'3') => Some(DesaKind::DesaAdat),
            _ => None,
        }
    }
}

impl TryFrom<Kab> for Code {
    type Error = NotCode;

    fn try_from(kab: Kab) -> Result<Self, NotCode> {
        format!("{:04}", kab.0).parse()
    }
}

impl FromStr for Code {
    type Err = NotCode;

    /// Reads a code with or without dots.
    fn from_str(text: &str) -> Result<Self, NotCode> {
        let mut digits = [0; 10];
        let mut count = 0;
        for (place, character) in text.bytes().enumerate() {
            match character {
                b'.' if matches!(place, 2 | 5 | 8) => {}
                b'0'..=b'9' if count < 10 => {
                    digits[count] = character;
                    count += 1;
                }
                _ => return Err(NotCode),
            }
        }
        let level = Level::ALL.into_iter().find(|level| level.digits() == count).ok_or(NotCode)?;
        let dotted = text.len() > count;
        let dots_are_all = !dotted || text.len() == count + level as usize;
        let zero = digits[..2] == *b"00" || (count > 2 && digits[2..4] == *b"00");
        if !dots_are_all || zero { Err(NotCode) } else { Ok(Self { digits, level }) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({self})")
    }
}

#[cfg(test)]
#[path = "code_tests.rs"]
mod tests;
