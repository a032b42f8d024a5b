//! One invented desa: hamlets, RW, RT and their families.

use super::culture::{CULTURES, JAVANESE};
use super::draw::Draw;
use super::family::{Counters, Family, Seat};
use super::issue::Offices;
use crate::wilayah::Code;

/// A desa with everybody in it.
#[derive(Clone)]
pub struct Village {
    /// Its code in province 99.
    pub code: Code,
    /// Its invented name.
    pub name: String,
    /// Its hamlets.
    pub hamlets: Vec<String>,
    /// Its families in the order of their RT.
    pub families: Vec<Family>,
}

const HAMLETS: &[&str] = &[
    "KRAJAN",
    "WETAN",
    "KULON",
    "LOR",
    "KIDUL",
    "TENGAH",
    "SUMBER",
    "BANARAN",
    "NGEMPLAK",
    "PUTAT",
    "SAWAHAN",
    "GUMUK",
    "RANDU",
    "SIDOMUKTI",
    "KEMIRI",
    "PANCURAN",
];

/// Quantiles of the population (0, 5, 10, … 100 %): log-normal, median 3,000, σ 0.6, clipped.
const POPULATION: [i32; 21] = [
    600, 1118, 1391, 1611, 1811, 2002, 2190, 2381, 2577, 2782, 3000, 3235, 3493, 3780, 4110, 4496,
    4971, 5588, 6472, 8049, 12_000,
];

/// Where the regions of villages are drawn from: most of the province is Javanese.
const CULTURE_OF_DESA: [usize; 12] =
    [JAVANESE, JAVANESE, 1, 3, 1, 1, JAVANESE, JAVANESE, 8, 2, 6, 9];

impl Village {
    pub(super) fn draw(
        draw: &mut Draw,
        code: Code,
        name: &str,
        population: Option<u32>,
        offices: &mut Offices,
        counters: &mut Counters,
    ) -> Self {
        let people = population.unwrap_or_else(|| population_of(draw));
        let mut hamlets: Vec<String> = HAMLETS.iter().map(|name| (*name).to_owned()).collect();
        draw.shuffle(&mut hamlets);
        hamlets.truncate(draw.between(3, 8) as usize);
        let mut village = Self { code, name: name.to_owned(), hamlets, families: Vec::new() };
        let first = counters.people;
        let mix = desil_mix(draw);
        let mut place = Place::new(draw);
        while counters.people - first < people {
            let seat = Seat {
                desa: code,
                hamlet: &village.hamlets[usize::from(place.rw - 1) % village.hamlets.len()],
                rt: place.rt,
                rw: place.rw,
                desil: draw.weighted(&mix),
                culture: culture(draw, code),
                before: village.families.last().filter(|_| place.has_neighbour()),
            };
            let family = Family::draw(draw, &seat, offices, counters);
            village.families.push(family);
            place.step(draw);
        }
        village
    }

    /// Returns everybody with their family.
    pub fn people(&self) -> impl Iterator<Item = (&Family, &super::Person)> {
        self.families.iter().flat_map(|family| family.members.iter().map(move |one| (family, one)))
    }
}

/// Walks through the RT: 25 to 60 families each, 3 to 8 RT to an RW.
struct Place {
    rw: u16,
    rt: u16,
    in_rt: u32,
    families: u32,
    rts: u16,
}

impl Place {
    fn new(draw: &mut Draw) -> Self {
        let (families, rts) = (draw.between(25, 60) as u32, draw.between(3, 8) as u16);
        Self { rw: 1, rt: 1, in_rt: 0, families, rts }
    }

    const fn has_neighbour(&self) -> bool {
        self.in_rt > 0
    }

    fn step(&mut self, draw: &mut Draw) {
        self.in_rt += 1;
        if self.in_rt < self.families {
            return;
        }
        (self.in_rt, self.families) = (0, draw.between(25, 60) as u32);
        self.rt += 1;
        if self.rt > self.rts {
            (self.rt, self.rts) = (1, draw.between(3, 8) as u16);
            self.rw += 1;
        }
    }
}

fn population_of(draw: &mut Draw) -> u32 {
    let step = draw.below(20) as usize;
    let (low, high) = (POPULATION[step], POPULATION[step + 1]);
    draw.between(low, high).cast_unsigned()
}

/// Returns the shares of the ten desil in one village; over many villages each is a tenth.
fn desil_mix(draw: &mut Draw) -> [(u8, u32); 10] {
    let slope = draw.between(-8, 8);
    std::array::from_fn(|place| {
        let tilted = 100 + slope * (2 * place as i32 - 9);
        (place as u8 + 1, tilted.cast_unsigned() + draw.below(40))
    })
}

fn culture(draw: &mut Draw, desa: Code) -> usize {
    let last = desa.digits().as_bytes()[9] - b'0';
    let local = CULTURE_OF_DESA[usize::from(last)];
    if draw.happens(8500) { local } else { draw.below(CULTURES.len() as u32) as usize }
}
