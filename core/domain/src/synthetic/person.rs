//! One invented citizen.

use jiff::civil::Date;

use super::draw::Draw;
use super::shape::Member;
use crate::nik::{Nik, Sex};

/// A program that somebody takes part in.
#[derive(Clone, PartialEq, Eq)]
pub struct Participation {
    /// Code of the catalogue.
    pub program: &'static str,
    /// The month it was last received, `2025-06`.
    pub last: &'static str,
    /// `list:prog_problem`; on 7 % of rows.
    pub problem: Option<&'static str>,
}

/// A person who lives nowhere, with what papers say; no `Debug`, like all personal data.
#[derive(Clone)]
pub struct Person {
    /// Counts up through the kecamatan from 1.
    pub number: u32,
    /// The identity number; 1.5 % have none.
    pub nik: Option<Nik>,
    /// The number a village made for want of one.
    pub temporary: Option<String>,
    /// The name as on the card.
    pub name: String,
    /// The sex.
    pub sex: Sex,
    /// The birth date as on the card, heaped.
    pub birth: Date,
    /// Completed years on the day of the sample.
    pub age: i32,
    /// `list:relation`.
    pub relation: &'static str,
    /// `list:marital`.
    pub marital: &'static str,
    /// `list:school`; for ages 5 to 24.
    pub school: Option<&'static str>,
    /// `list:education`; from age 5.
    pub education: Option<&'static str>,
    /// `list:job`; from age 10.
    pub job: Option<&'static str>,
    /// The mother's maiden name.
    pub mother: String,
    /// `62…`.
    pub phone: Option<String>,
    /// Which of the nine difficulties and its grade (`list:difficulty`).
    pub difficulty: Option<(&'static str, &'static str)>,
    /// Whether a chronic disease was told.
    pub chronic: bool,
    /// Programs whose unit is the person.
    pub programs: Vec<Participation>,
}

/// What life a member leads, drawn from age, sex and relation.
pub(super) struct Life {
    pub marital: &'static str,
    pub school: Option<&'static str>,
    pub education: Option<&'static str>,
    pub job: Option<&'static str>,
    pub difficulty: Option<(&'static str, &'static str)>,
    pub chronic: bool,
}

impl Life {
    pub(super) fn draw(draw: &mut Draw, member: Member, has_spouse: bool, farm: bool) -> Self {
        let age = member.age;
        let attending = (6..=18).contains(&age) && draw.happens(if age < 16 { 9700 } else { 7600 });
        let older = age >= 60;
        Self {
            marital: marital(draw, member, has_spouse),
            school: (5..=24).contains(&age).then_some(match (attending, age) {
                (true, _) => "attending",
                (false, ..=6) => "never",
                (false, _) => "finished",
            }),
            education: (age >= 5).then(|| education(draw, age)),
            job: (age >= 10).then(|| job(draw, member, attending, farm)),
            difficulty: draw.happens(if older { 1800 } else { 180 }).then(|| difficulty(draw)),
            chronic: age >= 15 && draw.happens(if older { 2600 } else { 500 }),
        }
    }
}

fn marital(draw: &mut Draw, member: Member, has_spouse: bool) -> &'static str {
    match member.relation {
        "head" | "wife" if has_spouse => "married",
        "parent" | "parent_in_law" => "widowed",
        "head" if member.age >= 55 || member.sex == Sex::Female && draw.happens(5000) => "widowed",
        "head" => draw.weighted(&[("divorced", 4), ("single", 6)]),
        _ => "single",
    }
}

fn education(draw: &mut Draw, age: i32) -> &'static str {
    match age {
        ..=12 => "none",
        13..=15 => "sd",
        16..=18 => "smp",
        19..=45 => draw.weighted(&[
            ("sd", 24),
            ("smp", 26),
            ("sma", 38),
            ("diploma", 4),
            ("bachelor", 7),
            ("professional", 1),
        ]),
        _ => draw.weighted(&[("none", 28), ("sd", 42), ("smp", 14), ("sma", 12), ("bachelor", 4)]),
    }
}

fn job(draw: &mut Draw, member: Member, attending: bool, farm: bool) -> &'static str {
    match (member.age, member.sex) {
        _ if attending => "student",
        (..=14, _) => "jobless",
        (75.., _) => "jobless",
        (65.., _) => {
            draw.weighted(&[("jobless", 50), ("own_farm", 25), ("retired", 8), ("farm_labour", 17)])
        }
        (_, Sex::Female) if draw.happens(5200) => "housework",
        _ if farm => draw.weighted(&[("own_farm", 55), ("farm_labour", 35), ("family_worker", 10)]),
        _ => draw.weighted(&[
            ("employee", 34),
            ("own_business", 24),
            ("casual_labour", 24),
            ("jobless", 10),
            ("official", 5),
            ("fisher", 3),
        ]),
    }
}

fn difficulty(draw: &mut Draw) -> (&'static str, &'static str) {
    let which =
        *draw.one_of(&["see", "hear", "walk", "hand", "learn", "act", "speak", "care", "mind"]);
    (which, draw.weighted(&[("some", 65), ("much", 28), ("cannot", 7)]))
}
