//! Planting, with shares of the whole, and what is true of it.

use std::collections::BTreeMap;

use super::copy::{Cause, Duplicate, WrittenPerson};
use super::look_alike::LookAlike;
use super::slip::Slip;
use crate::synthetic::draw::Draw;
use crate::synthetic::{Family, Person, Village};
use crate::wilayah::Code;

/// Two people who got one number; it happens once in 20,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoubleNik {
    /// The number of the person who had it first.
    pub first: u32,
    /// The number of the other.
    pub second: u32,
}

/// Everything planted in a kecamatan.
#[derive(Clone, Default)]
pub struct Truth {
    /// Second records of 6 % of the people.
    pub duplicates: Vec<Duplicate>,
    /// People of their own who look like another, 2 %.
    pub look_alikes: Vec<LookAlike>,
    /// Numbers given to two people.
    pub double_niks: Vec<DoubleNik>,
}

/// Plants second records and look-alikes, and doubles a number for each 20,000 people.
pub(in crate::synthetic) fn plant(draw: &mut Draw, villages: &mut [Village]) -> Truth {
    let mut truth = Truth { double_niks: double_niks(draw, villages), ..Truth::default() };
    let codes: Vec<Code> = villages.iter().map(|village| village.code).collect();
    for village in villages.iter() {
        for (family, person) in village.people() {
            if draw.happens(600) {
                truth.duplicates.push(duplicate(draw, &codes, village, family, person));
            }
            if draw.happens(200) {
                let serial = truth.look_alikes.len() as u32;
                let other = LookAlike::draw(draw, village, family, person, serial);
                truth.look_alikes.push(other);
            }
        }
    }
    truth
}

fn duplicate(
    draw: &mut Draw,
    codes: &[Code],
    village: &Village,
    family: &Family,
    person: &Person,
) -> Duplicate {
    let cause = draw.weighted(&Cause::SHARES);
    let mut copy = WrittenPerson::of(village, family, person);
    match cause {
        Cause::Moved => {
            copy.desa = *draw.one_of(codes);
            copy.hamlet = draw.one_of(&village.hamlets).clone();
            (copy.rt, copy.rw) = (Some("001".to_owned()), Some("001".to_owned()));
        }
        Cause::Split => {
            copy.kk = Some(format!(
                "990101{:02}0625{:04}",
                1 + person.number % 28,
                5000 + person.number % 3999
            ))
        }
        Cause::TwoChannels | Cause::Again => {}
    }
    let mut slips = Vec::new();
    for (slip, share) in Slip::SHARES {
        if draw.happens(slip.tries(share)) && copy.slip(draw, slip, person.birth) {
            slips.push(slip);
        }
    }
    Duplicate { of: person.number, cause, slips, copy }
}

/// Gives one person the number of another who was born on the same day and has the same sex.
fn double_niks(draw: &mut Draw, villages: &mut [Village]) -> Vec<DoubleNik> {
    let mut alike: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut people = 0u32;
    for (_, person) in villages.iter().flat_map(Village::people) {
        people += 1;
        if let Some(nik) = &person.nik {
            alike.entry(nik.digits()[..12].to_owned()).or_default().push(person.number);
        }
    }
    let pairs: Vec<_> = alike.into_values().filter(|numbers| numbers.len() > 1).collect();
    // One in 20,000; the rest by chance, so that the mean holds for small samples.
    let wanted = people / 20_000 + u32::from(draw.below(20_000) < people % 20_000);
    let mut doubles = Vec::new();
    for _ in 0..wanted.min(pairs.len() as u32) {
        let numbers = draw.one_of(&pairs);
        let double = DoubleNik { first: numbers[0], second: numbers[1] };
        if !doubles.contains(&double) {
            give(villages, double);
            doubles.push(double);
        }
    }
    doubles
}

fn give(villages: &mut [Village], double: DoubleNik) {
    let found =
        villages.iter().flat_map(Village::people).find(|(_, one)| one.number == double.first);
    let nik = found.and_then(|(_, person)| person.nik.clone());
    let members = villages.iter_mut().flat_map(|village| &mut village.families);
    for person in members.flat_map(|family| &mut family.members) {
        if person.number == double.second {
            person.nik.clone_from(&nik);
        }
    }
}
