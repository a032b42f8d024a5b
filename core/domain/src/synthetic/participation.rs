//! Who receives what, by desil; shares as of the published rules and totals of 2025.

use super::draw::Draw;
use super::person::Participation;

/// Shares in 10,000 for desil 1 to 10.
type ByDesil = [u32; 10];

const PKH: ByDesil = [4500, 3200, 2000, 1000, 0, 0, 0, 0, 0, 0];
const SEMBAKO: ByDesil = [6200, 5200, 4000, 2800, 1800, 0, 0, 0, 0, 0];
const PBI: ByDesil = [8500, 7800, 7000, 6000, 4700, 2000, 500, 500, 500, 500];
const PIP: ByDesil = [3500, 3500, 3500, 3500, 0, 0, 0, 0, 0, 0];
const BLT: ByDesil = [600, 400, 200, 100, 0, 0, 0, 0, 0, 0];
const POWER: ByDesil = [8500, 8000, 7000, 6000, 5000, 3000, 2000, 1000, 500, 0];
const HOUSE: ByDesil = [100, 100, 0, 0, 0, 0, 0, 0, 0, 0];

/// Returns what a family takes part in.
pub(super) fn of_family(draw: &mut Draw, desil: u8, farm: bool) -> Vec<Participation> {
    let tenth = usize::from(desil.clamp(1, 10) - 1);
    let shares = [
        ("pkh", PKH[tenth]),
        ("sembako", SEMBAKO[tenth]),
        ("bltdd", BLT[tenth]),
        ("lpg3", 9000),
        ("listrik", POWER[tenth]),
        ("pupuk", if farm { 6000 } else { 0 }),
        ("rtlh", HOUSE[tenth]),
    ];
    shares.into_iter().filter_map(|(program, share)| row(draw, program, share)).collect()
}

/// Returns what a person takes part in.
pub(super) fn of_person(draw: &mut Draw, desil: u8, pupil: bool) -> Vec<Participation> {
    let tenth = usize::from(desil.clamp(1, 10) - 1);
    let shares = [("pbi", PBI[tenth]), ("pip", if pupil { PIP[tenth] } else { 0 })];
    shares.into_iter().filter_map(|(program, share)| row(draw, program, share)).collect()
}

fn row(draw: &mut Draw, program: &'static str, share: u32) -> Option<Participation> {
    draw.happens(share).then(|| Participation {
        program,
        last: draw.weighted(&[("2025-07", 30), ("2025-06", 45), ("2025-04", 20), ("2025-01", 5)]),
        problem: draw.happens(700).then(|| problem(draw, program)),
    })
}

fn problem(draw: &mut Draw, program: &str) -> &'static str {
    match program {
        "pbi" => draw.weighted(&[("inactive", 7), ("card_lost", 2), ("mismatch", 1)]),
        "pkh" | "sembako" | "pip" => draw.weighted(&[
            ("empty", 30),
            ("no_card", 15),
            ("card_lost", 12),
            ("card_locked", 10),
            ("late", 15),
            ("quality", 8),
            ("stopped", 10),
        ]),
        _ => draw.weighted(&[("late", 50), ("quality", 20), ("other", 30)]),
    }
}
