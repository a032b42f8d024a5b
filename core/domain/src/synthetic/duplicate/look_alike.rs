//! People who look like one and are two: what matching must leave apart.

use super::copy::WrittenPerson;
use super::variant;
use crate::nik::Sex;
use crate::synthetic::draw::Draw;
use crate::synthetic::{Family, Person, Village};

/// In what two people look like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LookAlikeKind {
    /// The same name and the same heaped birth date.
    Namesake,
    /// Born together, names one letter apart.
    Twin,
    /// A child named after the father.
    Child,
}

/// Another person, never to be linked to the one it looks like.
#[derive(Clone)]
pub struct LookAlike {
    /// The number of the person it looks like.
    pub to: u32,
    /// In what.
    pub kind: LookAlikeKind,
    /// What is written of the other person.
    pub other: WrittenPerson,
}

impl LookAlike {
    /// Makes somebody who looks like a person, with valid numbers of their own.
    pub(super) fn draw(
        draw: &mut Draw,
        village: &Village,
        family: &Family,
        person: &Person,
        serial: u32,
    ) -> Self {
        let kind = match person.sex {
            Sex::Male if person.age >= 40 && person.relation == "head" => {
                draw.weighted(&[(LookAlikeKind::Child, 2), (LookAlikeKind::Namesake, 1)])
            }
            _ if person.age <= 25 => LookAlikeKind::Twin,
            _ => LookAlikeKind::Namesake,
        };
        let mut other = WrittenPerson::of(village, family, person);
        match kind {
            LookAlikeKind::Namesake => {
                other.birth = format!("{}-07-01", person.birth.year());
                other.kk =
                    Some(format!("990101{:02}0309{:04}", 1 + serial % 28, 9000 + serial % 999));
                other.mother = variant::mistyped(draw, &other.mother) + " BARU";
                other.phone = None;
                (other.rt, other.rw) = (Some("098".to_owned()), Some("009".to_owned()));
            }
            LookAlikeKind::Twin => other.name = twin_name(&other.name),
            LookAlikeKind::Child => {
                other.birth = format!("{}-08-17", person.birth.year() + 25);
                other.mother.push_str(" SITI");
            }
        }
        other.nik = Some(number(&other, serial));
        Self { to: person.number, kind, other }
    }
}

/// Changes a vowel of the first word: HASAN, HUSAN.
fn twin_name(name: &str) -> String {
    let vowel = name.find(['A', 'I', 'U', 'E', 'O']);
    match vowel {
        Some(place) => {
            let other = if &name[place..=place] == "U" { "I" } else { "U" };
            format!("{}{other}{}", &name[..place], &name[place + 1..])
        }
        None => format!("{name}U"),
    }
}

/// Returns a valid number of the other person, far from those that offices gave out.
fn number(other: &WrittenPerson, serial: u32) -> String {
    let (year, month, day) = (&other.birth[2..4], &other.birth[5..7], &other.birth[8..10]);
    let day: u8 = day.parse().unwrap_or(1);
    let day = if other.sex == Sex::Female { day + 40 } else { day };
    format!("990101{day:02}{month}{year}{:04}", 9000 + serial % 999)
}
