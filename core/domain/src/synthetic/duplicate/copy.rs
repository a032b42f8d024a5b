//! The second record of a person.

use jiff::civil::Date;

use super::slip::Slip;
use super::variant;
use crate::birth::BirthDate;
use crate::name::NameKey;
use crate::nik::Sex;
use crate::synthetic::draw::Draw;
use crate::synthetic::{AS_OF, Family, Person, Village};
use crate::wilayah::Code;

/// Why a person has a second record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Fasilitator and office wrote down one event.
    TwoChannels,
    /// The household moved to another desa.
    Moved,
    /// Married or got a card of one's own.
    Split,
    /// Entered again after a time without signal.
    Again,
}

impl Cause {
    /// Every cause with its share in 100.
    pub const SHARES: [(Self, u32); 4] =
        [(Self::TwoChannels, 40), (Self::Moved, 20), (Self::Split, 20), (Self::Again, 20)];

    /// Returns the key in the truth file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TwoChannels => "two_channels",
            Self::Moved => "moved",
            Self::Split => "split",
            Self::Again => "again",
        }
    }
}

/// What was written down; numbers may be wrong, so they are text.
#[derive(Clone)]
pub struct WrittenPerson {
    /// The identity number as written.
    pub nik: Option<String>,
    /// The family card as written.
    pub kk: Option<String>,
    /// The name as written.
    pub name: String,
    /// The birth date as written, `date~`.
    pub birth: String,
    /// The sex.
    pub sex: Sex,
    /// The mother's maiden name.
    pub mother: String,
    /// The telephone, `62…`.
    pub phone: Option<String>,
    /// The desa of the second record.
    pub desa: Code,
    /// The hamlet.
    pub hamlet: String,
    /// RT, three digits.
    pub rt: Option<String>,
    /// RW, three digits.
    pub rw: Option<String>,
}

/// A second record with its truth.
#[derive(Clone)]
pub struct Duplicate {
    /// The person's number.
    pub of: u32,
    /// Why it was made.
    pub cause: Cause,
    /// What went wrong.
    pub slips: Vec<Slip>,
    /// What was written down.
    pub copy: WrittenPerson,
}

impl WrittenPerson {
    /// Returns a faithful record of a person.
    pub fn of(village: &Village, family: &Family, person: &Person) -> Self {
        Self {
            nik: person.nik.as_ref().map(|nik| nik.digits().to_owned()),
            kk: family.kk.as_ref().map(|kk| kk.digits().to_owned()),
            name: person.name.clone(),
            birth: person.birth.to_string(),
            sex: person.sex,
            mother: person.mother.clone(),
            phone: person.phone.clone(),
            desa: village.code,
            hamlet: family.hamlet.clone(),
            rt: Some(family.rt.clone()),
            rw: Some(family.rw.clone()),
        }
    }

    /// Returns what matching compares.
    pub fn record(&self) -> crate::matching::Record {
        crate::matching::Record {
            nik: self.nik.as_deref().and_then(|nik| nik.parse().ok()),
            kk: self.kk.as_deref().and_then(|kk| kk.parse().ok()),
            name: NameKey::read(&self.name),
            sex: Some(self.sex),
            birth: self.birth.parse().ok(),
            mother: Some(NameKey::read(&self.mother)),
            desa: Some(self.desa),
            hamlet: Some(crate::name::address_key(&self.hamlet)),
            rt: self.rt.clone(),
            rw: self.rw.clone(),
            phone: self.phone.as_deref().and_then(|phone| phone.parse().ok()),
        }
    }

    /// Makes a slip; one that does not fit the record changes nothing and returns `false`.
    pub(super) fn slip(&mut self, draw: &mut Draw, slip: Slip, birth: Date) -> bool {
        let before = (self.nik.clone(), self.name.clone(), self.birth.clone(), self.rt.clone());
        match slip {
            Slip::NameVariant => self.name = variant::respelt(draw, &self.name),
            Slip::NameTypo => self.name = variant::mistyped(draw, &self.name),
            Slip::Title => {
                let title = if self.sex == Sex::Male { "H." } else { "HJ." };
                self.name = variant::retitled(&self.name, title);
            }
            Slip::NikDigit => self.nik = self.nik.take().map(|nik| one_digit(draw, nik)),
            Slip::NikSwap => self.nik = self.nik.take().map(|nik| swap(draw, nik)),
            Slip::NikMissing => self.nik = None,
            Slip::BirthSwap => self.birth = swapped(birth).unwrap_or_else(|| self.birth.clone()),
            Slip::BirthYear => self.birth = year_off(draw, birth),
            Slip::BirthHeap => self.birth = heaped(draw, birth),
            Slip::KkOld => return self.kk.as_mut().is_some_and(|kk| older_card(draw, kk)),
            Slip::NoRt => (self.rt, self.rw) = (None, None),
            Slip::Phone => {
                self.phone = Some(format!("6281200{:06}", 900_000 + draw.below(100_000)));
                return true;
            }
        }
        before != (self.nik.clone(), self.name.clone(), self.birth.clone(), self.rt.clone())
    }
}

fn one_digit(draw: &mut Draw, nik: String) -> String {
    // The last four: the region and the date would be caught at once.
    let place = 12 + draw.below(4) as usize;
    let digit = nik.as_bytes()[place] - b'0';
    let other = char::from(b'0' + (digit + 1 + draw.below(9) as u8) % 10);
    format!("{}{other}{}", &nik[..place], &nik[place + 1..])
}

fn swap(draw: &mut Draw, nik: String) -> String {
    let place = 11 + draw.below(4) as usize;
    let (one, two) = (&nik[place..=place], &nik[place + 1..place + 2]);
    format!("{}{two}{one}{}", &nik[..place], &nik[place + 2..])
}

fn swapped(birth: Date) -> Option<String> {
    let date = Date::new(birth.year(), birth.day(), birth.month()).ok()?;
    (date <= AS_OF).then(|| date.to_string())
}

fn year_off(draw: &mut Draw, birth: Date) -> String {
    let years = if draw.below(2) == 0 && birth.year() < AS_OF.year() - 1 { 1 } else { -1 };
    let date = Date::new(birth.year() + years, birth.month(), birth.day().min(28));
    date.map_or_else(|_| birth.to_string(), |date| date.to_string())
}

fn heaped(draw: &mut Draw, birth: Date) -> String {
    let year = birth.year();
    let text = draw.weighted(&[("07-01", 56), ("12-31", 31), ("01-01", 13)]);
    let written = format!("{year}-{text}");
    let possible = written.parse().is_ok_and(|date: BirthDate| date.check(AS_OF).is_ok());
    if possible { written } else { birth.to_string() }
}

/// Gives the card an earlier date.
fn older_card(draw: &mut Draw, kk: &mut String) -> bool {
    let year = draw.between(4, 7);
    kk.replace_range(10..12, &format!("{year:02}"));
    true
}
