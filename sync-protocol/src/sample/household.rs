//! A household of 32 fields, and the event of the visit that recorded it.

use jangkau_domain::event::{self, Event, EventBody, Visit};
use jangkau_domain::synthetic::{Draw, Family, Village};
use jangkau_domain::{DocId, Ulid, Value};

use super::person::digits;
use crate::edit::Edit;

const SOURCE: &[(&str, u32)] = &[("said", 7), ("seen", 3)];
const CONSENT: &[(&str, u32)] = &[("spoken", 3), ("thumb", 3), ("signed", 4)];

fn text(value: impl AsRef<str>) -> Value {
    value.as_ref().into()
}

/// Records a family and its dwelling in the order of the form.
pub fn record(family: &Family, village: &Village, draw: &mut Draw) -> Vec<Edit> {
    let mut edits = dwelling(family, village, draw);
    edits.extend(housing(family));
    for asset in ["tv", "motorcycle"] {
        edits.push(Edit::put(format!("set/asset/{asset}"), Value::Bool(true)));
    }
    for (program, keys) in [("sembako", 5), ("lpg3", 3), ("listrik", 2)] {
        edits.extend(participation(family, program, draw).into_iter().take(keys));
    }
    edits
}

fn dwelling(family: &Family, village: &Village, draw: &mut Draw) -> Vec<Edit> {
    let kk = family.kk.as_ref().map_or_else(|| digits(16, draw), |kk| kk.digits().to_owned());
    let kk_address = family.kk_address.as_ref().unwrap_or(&family.address);
    let geo = format!(
        "-7.4{:04},109.9{:04};{}",
        draw.below(10_000),
        draw.below(10_000),
        draw.between(4, 30)
    );
    let size = i64::try_from(family.members.len()).unwrap_or(1);
    vec![
        Edit::put("f/desa", text(village.code.to_string())),
        Edit::put("f/kk", text(&kk)),
        Edit::put("f/address", text(&family.address)),
        Edit::put("f/hamlet", text(&family.hamlet)),
        Edit::put("f/rt", text(&family.rt)),
        Edit::put("f/rw", text(&family.rw)),
        Edit::put("f/kk_address", text(kk_address)),
        Edit::put("f/geo", text(&geo)),
        Edit::put("f/state", text("active")),
        Edit::put("f/size", Value::Int(size)),
    ]
}

fn housing(family: &Family) -> Vec<Edit> {
    let housing = &family.housing;
    vec![
        Edit::put("f/building", text(housing.building)),
        Edit::put("f/floor_area", Value::Int(i64::from(housing.floor_area))),
        Edit::put("f/floor", text(housing.floor)),
        Edit::put("f/wall", text(housing.wall)),
        Edit::put("f/roof_type", text(housing.roof_type)),
        Edit::put("f/water", text(housing.water)),
        Edit::put("f/light", text(housing.light)),
        Edit::put("f/power", text(housing.power.unwrap_or("w450"))),
        Edit::put("f/cooking", text(housing.cooking)),
        Edit::put("f/toilet", text(housing.toilet)),
    ]
}

fn participation(family: &Family, program: &str, draw: &mut Draw) -> [Edit; 5] {
    let found = family.programs.iter().find(|one| one.program == program);
    let month = format!("2025-{:02}", draw.between(1, 6));
    let status = if found.is_some() { "receiving" } else { "never" };
    let key = |name: &str| format!("prog/{program}/{name}");
    [
        Edit::put(key("status"), text(status)),
        Edit::put(key("source"), text(draw.weighted(SOURCE))),
        Edit::put(key("last"), text(found.map_or(month.as_str(), |one| one.last))),
        Edit::put(key("since"), text(draw.between(2016, 2025).to_string())),
        Edit::put(key("card"), text(digits(16, draw))),
    ]
}

/// Records the visit itself.
pub fn visit(ulid: Ulid, met: DocId, family: &Family, draw: &mut Draw) -> Edit {
    let from_s = (ulid.unix_ms() / 1000).cast_signed();
    let event = Event {
        at_s: from_s,
        seen: None,
        body: EventBody::Visit(Visit {
            place: "home".to_owned(),
            purpose: "outreach".to_owned(),
            outcome: "met".to_owned(),
            met: Some(met),
            consent: Some(draw.weighted(CONSENT).to_owned()),
            consent_text: Some(3),
            consent_by: family.members.first().map(|head| head.name.clone()),
            from_s,
            to_s: from_s + i64::from(draw.between(900, 5_400)),
            channel: "fs".to_owned(),
            unchanged: vec!["housing".to_owned()],
            told: vec!["pbi".to_owned()],
            ..Visit::default()
        }),
    };
    Edit::put(event::key(&ulid), Value::Bytes(event.encode()))
}
