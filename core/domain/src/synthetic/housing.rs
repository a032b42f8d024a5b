//! The ten items of a dwelling, better with the desil.

use super::draw::Draw;

/// A dwelling by the keys of its code lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Housing {
    /// `list:building`.
    pub building: &'static str,
    /// Square metres.
    pub floor_area: u16,
    /// `list:floor`.
    pub floor: &'static str,
    /// `list:wall`.
    pub wall: &'static str,
    /// `list:roof_type`.
    pub roof_type: &'static str,
    /// `list:water`.
    pub water: &'static str,
    /// `list:light`.
    pub light: &'static str,
    /// `list:power`.
    pub power: Option<&'static str>,
    /// `list:cooking`.
    pub cooking: &'static str,
    /// `list:toilet`.
    pub toilet: &'static str,
}

impl Housing {
    pub(super) fn draw(draw: &mut Draw, desil: u8) -> Self {
        let (better, worse) = (u32::from(desil), 11 - u32::from(desil));
        let metered = draw.happens(9400 + better * 50);
        let unmetered = draw.weighted(&[("unmetered", 8), ("none", 2)]);
        Self {
            building: draw.weighted(&[("owned", 82), ("rented", 7), ("free", 10), ("official", 1)]),
            floor_area: (18 + better * 5 + draw.below(30)) as u16,
            floor: draw.weighted(&[
                ("ceramic", better * 8),
                ("cement", worse * 7),
                ("earth", worse),
                ("tile", 8),
                ("wood", 5),
            ]),
            wall: draw.weighted(&[
                ("masonry", 30 + better * 8),
                ("plaster", worse * 2),
                ("wood", 12),
                ("woven", worse),
            ]),
            roof_type: roof(draw, better, worse),
            water: water(draw, better, worse),
            light: if metered { "metered" } else { unmetered },
            power: metered.then(|| power(draw, better, worse)),
            cooking: draw.weighted(&[("lpg3", 78), ("firewood", worse * 2), ("lpg12", better / 3)]),
            toilet: draw.weighted(&[
                ("own", 50 + better * 6),
                ("shared", worse * 2),
                ("public", worse / 2),
                ("none", worse / 2),
            ]),
        }
    }
}

fn roof(draw: &mut Draw, better: u32, worse: u32) -> &'static str {
    draw.weighted(&[
        ("clay", 55),
        ("zinc", 28),
        ("asbestos", 12),
        ("concrete", better / 3),
        ("thatch", worse / 4),
    ])
}

fn water(draw: &mut Draw, better: u32, worse: u32) -> &'static str {
    draw.weighted(&[
        ("well", 34),
        ("borehole", 20),
        ("piped", 8 + better),
        ("refill", better * 3),
        ("spring", 12),
        ("open_well", worse),
        ("rain", worse / 3),
    ])
}

fn power(draw: &mut Draw, better: u32, worse: u32) -> &'static str {
    draw.weighted(&[
        ("w450", worse * 4),
        ("w900", 24),
        ("w1300", better * 3),
        ("w2200", better.saturating_sub(4)),
    ])
}
