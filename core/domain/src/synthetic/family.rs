//! One invented family with its card, its dwelling and its members.

use jiff::civil::Date;

use super::birthday;
use super::draw::Draw;
use super::housing::Housing;
use super::issue::Offices;
use super::naming::{self, Naming};
use super::participation;
use super::person::{Life, Participation, Person};
use super::shape::{self, Member};
use crate::kk::Kk;
use crate::nik::Sex;
use crate::wilayah::Code;

/// A keluarga: one card; several may share a roof.
#[derive(Clone)]
pub struct Family {
    /// Counts up through the kecamatan from 1.
    pub number: u32,
    /// The number of the card; 1 % have none.
    pub kk: Option<Kk>,
    /// The hamlet.
    pub hamlet: String,
    /// RT, three digits.
    pub rt: String,
    /// RW, three digits.
    pub rw: String,
    /// The address where it lives.
    pub address: String,
    /// The address on the card where that is another one (8.68 % of people).
    pub kk_address: Option<String>,
    /// The number of the family whose dwelling it shares.
    pub roof: Option<u32>,
    /// The welfare group, 1 the poorest tenth.
    pub desil: u8,
    /// Whether it farms.
    pub farm: bool,
    /// Whether DTSEN lists it (97 %).
    pub in_dtsen: bool,
    /// Whether DTKS lists it (about 40 %).
    pub in_dtks: bool,
    /// Its dwelling.
    pub housing: Housing,
    /// Programs whose unit is the family.
    pub programs: Vec<Participation>,
    /// Its members, the head first.
    pub members: Vec<Person>,
}

/// Where a family is put.
pub(super) struct Seat<'a> {
    pub desa: Code,
    pub hamlet: &'a str,
    pub rt: u16,
    pub rw: u16,
    pub desil: u8,
    pub culture: usize,
    /// The family before it in the village, which it may join under one roof.
    pub before: Option<&'a Family>,
}

/// Numbers that count up through the kecamatan.
#[derive(Default)]
pub(super) struct Counters {
    pub people: u32,
    pub families: u32,
}

impl Family {
    pub(super) fn draw(
        draw: &mut Draw,
        seat: &Seat<'_>,
        offices: &mut Offices,
        counters: &mut Counters,
    ) -> Self {
        counters.families += 1;
        let joined = seat.before.filter(|before| before.roof.is_none() && draw.happens(1170));
        let farm = draw.happens(4200);
        let recorded = recorded_on(draw);
        let region = offices.region(draw);
        let kk = if draw.happens(100) { None } else { offices.kk(region, recorded) };
        let poor = seat.desil <= 4;
        let elsewhere = draw.happens(868);
        let mut family = Self {
            number: counters.families,
            kk,
            hamlet: seat.hamlet.to_owned(),
            rt: format!("{:03}", seat.rt),
            rw: format!("{:03}", seat.rw),
            address: joined.map_or_else(|| address(draw, seat), |before| before.address.clone()),
            kk_address: elsewhere
                .then(|| format!("JL. {} NO. {}", street(draw), draw.between(1, 90))),
            roof: joined.map(|before| before.number),
            desil: seat.desil,
            farm,
            in_dtsen: draw.happens(9700),
            in_dtks: draw.happens(if poor { 8800 } else { 800 }),
            housing: Housing::draw(draw, seat.desil),
            programs: participation::of_family(draw, seat.desil, farm),
            members: Vec::new(),
        };
        family.settle(draw, seat, offices, counters);
        family
    }

    /// Draws the members.
    fn settle(
        &mut self,
        draw: &mut Draw,
        seat: &Seat<'_>,
        offices: &mut Offices,
        counters: &mut Counters,
    ) {
        let shape = shape::family(draw);
        let has_spouse = shape.iter().any(|member| member.relation == "wife");
        let clan = naming::clan(draw, seat.culture);
        let mut phone = draw.happens(7200).then(|| offices.phone());
        for member in shape {
            counters.people += 1;
            let life = Life::draw(draw, member, has_spouse, self.farm);
            let mut person = self.newcomer(draw, seat, member, clan, life);
            person.number = counters.people;
            self.register(draw, seat, offices, &mut person);
            if person.age >= 17 {
                person.phone = phone.take();
            }
            self.members.push(person);
        }
    }

    /// Draws birth date and name; a child's parents are those of the family.
    fn newcomer(
        &self,
        draw: &mut Draw,
        seat: &Seat<'_>,
        member: Member,
        clan: &str,
        life: Life,
    ) -> Person {
        let birth = match self.members.last() {
            Some(before) if member.twin => before.birth,
            _ => birthday::birth_date(draw, member.age),
        };
        let (father, mother) = self.parents(draw, seat, member, clan);
        let naming = Naming {
            culture: seat.culture,
            sex: member.sex,
            birth_year: birth.year(),
            age: member.age,
            father: &father,
            clan,
        };
        Person {
            number: 0,
            nik: None,
            temporary: None,
            name: naming::name(draw, &naming),
            sex: member.sex,
            birth,
            age: member.age,
            relation: member.relation,
            marital: life.marital,
            school: life.school,
            education: life.education,
            job: life.job,
            mother,
            phone: None,
            difficulty: life.difficulty,
            chronic: life.chronic,
            programs: participation::of_person(draw, self.desil, life.school == Some("attending")),
        }
    }

    /// Returns the father's first word and the mother's name: of a child those of the family.
    fn parents(
        &self,
        draw: &mut Draw,
        seat: &Seat<'_>,
        member: Member,
        clan: &str,
    ) -> (String, String) {
        let child = member.relation == "child";
        let parent = |sex| {
            let older = |one: &&Person| one.relation != "child" && one.sex == sex;
            self.members.iter().find(older).filter(|_| child)
        };
        let (father, mother) = (parent(Sex::Male), parent(Sex::Female));
        let stranger = |draw: &mut Draw, sex| {
            let age = member.age + 26;
            let birth_year = super::AS_OF.year() - i16::try_from(age).unwrap_or(0);
            let naming =
                Naming { culture: seat.culture, sex, birth_year, age, father: "ALI", clan };
            naming::name(draw, &naming)
        };
        let father = father
            .map(|father| first_word(&father.name))
            .unwrap_or_else(|| first_word(&stranger(draw, Sex::Male)));
        let mother =
            mother.map(|mother| mother.name.clone()).unwrap_or_else(|| stranger(draw, Sex::Female));
        (father, mother)
    }

    /// Gives the number: infants 6 %, the old 3 %, others 1.33 % go without.
    fn register(
        &self,
        draw: &mut Draw,
        seat: &Seat<'_>,
        offices: &mut Offices,
        person: &mut Person,
    ) {
        let without = match person.age {
            0 => 600,
            65.. => 300,
            _ => 133,
        };
        if draw.happens(without) {
            person.temporary = if draw.happens(3333) { offices.temporary(seat.desa) } else { None };
        } else {
            let region = offices.region(draw);
            person.nik = offices.nik(region, person.birth, person.sex);
        }
    }
}

fn first_word(name: &str) -> String {
    let words = name.split(' ').filter(|word| !matches!(*word, "H." | "HJ." | "I" | "NI" | "T."));
    words
        .clone()
        .find(|word| word.len() > 2)
        .or_else(|| words.clone().next())
        .unwrap_or(name)
        .to_owned()
}

fn recorded_on(draw: &mut Draw) -> Date {
    let (year, month, day) = (draw.between(2008, 2024), draw.between(1, 12), draw.between(1, 28));
    Date::new(year as i16, month as i8, day as i8).unwrap_or(super::AS_OF)
}

fn address(draw: &mut Draw, seat: &Seat<'_>) -> String {
    if draw.happens(6000) {
        format!("DSN. {}", seat.hamlet)
    } else {
        format!("JL. {} NO. {}", street(draw), draw.between(1, 90))
    }
}

const STREETS: &[&str] =
    &["MELATI", "KENANGA", "MAWAR", "CEMPAKA", "FLAMBOYAN", "RAYA DESA", "PAHLAWAN"];

fn street(draw: &mut Draw) -> &'static str {
    draw.one_of::<&str>(STREETS)
}
