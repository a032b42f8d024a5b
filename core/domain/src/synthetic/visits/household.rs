//! What a first visit puts into a household's document.

use super::subject::{Document, Subject};
use crate::geo::Point;
use crate::synthetic::person::Participation;
use crate::synthetic::{Draw, Family, Village};

/// Programs that the form asks every family about.
const ASKED: [&str; 2] = ["pkh", "sembako"];

const ASSETS: &[&str] = &["fridge", "tv", "motorcycle", "gold", "laptop", "livestock", "land"];

/// Returns the whole basic profile.
pub(super) fn first(draw: &mut Draw, village: &Village, family: &Family) -> Document {
    let mut document = Document::new(Subject::household(family));
    match &family.kk {
        Some(kk) => document.text("f/kk", kk.digits()),
        None => document.text("f/no_kk_why", draw.weighted(&[("in_process", 4), ("lost", 2)])),
    }
    document.text("f/desa", village.code.to_string());
    document.text("f/address", family.address.clone());
    document.text("f/hamlet", family.hamlet.clone());
    document.text("f/rt", family.rt.clone());
    document.text("f/rw", family.rw.clone());
    document.maybe("f/kk_address", family.kk_address.as_deref());
    document.text("f/state", "active");
    document.number("f/size", family.members.len() as i64);
    if draw.happens(7000) {
        document.text("f/geo", point(draw));
    }
    match family.roof {
        Some(_) => {}
        None => housing(draw, &mut document, family),
    }
    for program in ASKED {
        if !family.programs.iter().any(|row| row.program == program) {
            document.text(format!("prog/{program}/status"), "never");
            document.text(format!("prog/{program}/source"), "said");
        }
    }
    participation(draw, &mut document, &family.programs);
    document
}

/// Puts what is received, and its problem.
pub(super) fn participation(draw: &mut Draw, document: &mut Document, rows: &[Participation]) {
    for row in rows {
        let key = |attribute: &str| format!("prog/{}/{attribute}", row.program);
        document.text(key("status"), "receiving");
        document.text(key("source"), draw.weighted(&[("said", 6), ("seen", 3), ("register", 1)]));
        document.text(key("last"), row.last);
        if let Some(problem) = row.problem {
            document.text(key("problem"), problem);
        }
    }
}

/// Puts the ten items of the dwelling; they belong to the family at the root of the roof.
fn housing(draw: &mut Draw, document: &mut Document, family: &Family) {
    let home = &family.housing;
    document.text("f/building", home.building);
    document.number("f/floor_area", i64::from(home.floor_area));
    document.text("f/floor", home.floor);
    document.text("f/wall", home.wall);
    document.text("f/roof_type", home.roof_type);
    document.text("f/water", home.water);
    document.text("f/light", home.light);
    document.maybe("f/power", home.power);
    document.text("f/cooking", home.cooking);
    document.text("f/toilet", home.toilet);
    for asset in ASSETS {
        if draw.happens(600 + u32::from(family.desil) * 300) {
            document.yes(format!("set/asset/{asset}"));
        }
    }
}

/// Returns a point in the sea south of Java, where nobody lives.
pub(super) fn point(draw: &mut Draw) -> String {
    let (south, east) = (draw.between(-980_000, -960_000), draw.between(10_900_000, 10_930_000));
    let metres = draw.between(3, 60).cast_unsigned();
    Point::new(south, east, metres).map(|point| point.to_string()).unwrap_or_default()
}
