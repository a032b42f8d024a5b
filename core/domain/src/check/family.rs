//! A family: place, size, dwelling.

use super::CheckId;
use super::finding::Findings;
use crate::form::{self, Record};
use crate::geo::Point;
use crate::wilayah::Code;
use crate::{DocId, DocKind::Household, Value};

pub(super) fn check(findings: &mut Findings<'_, '_>, household: &dyn Record) {
    check_desa(findings);
    check_roof(findings, household);
    check_size(findings, household);
    let subsidised = matches!(household.text("f/power"), Some("w450" | "w900"));
    let asked = household.filled("prog/listrik/status");
    findings.note(subsidised && !asked, Household, "f/power", CheckId::PowerSubsidy);
    let shared = findings.facts.known.address_shared && !household.filled("f/roof");
    findings.note(shared, Household, "f/address", CheckId::AddressShared);
    let point = household.text("f/geo").and_then(|text| text.parse::<Point>().ok());
    let coarse = point.is_some_and(|point| point.metres() > Point::WORST_METRES);
    findings.note(coarse, Household, "f/geo", CheckId::GeoCoarse);
}

fn check_desa(findings: &mut Findings<'_, '_>) {
    let facts = findings.facts;
    let Some(desa) = facts.place() else {
        return;
    };
    let valid = |code: Code| {
        let area = facts.wilayah.map(|table| table.get(code));
        area.is_none_or(|area| area.is_some_and(|area| area.is_valid_on(facts.today)))
    };
    findings.note(!valid(desa), Household, "f/desa", CheckId::DesaClosed);
    let moved = facts.known.desa_before.is_some_and(|before| before != desa);
    findings.note(moved, Household, "f/desa", CheckId::DesaMoved);
}

fn check_roof(findings: &mut Findings<'_, '_>, household: &dyn Record) {
    let facts = findings.facts;
    let roof = household.get("f/roof").and_then(Value::as_bytes).and_then(DocId::from_slice);
    let itself = roof.is_some() && roof == facts.known.household_id;
    findings.note(itself, Household, "f/roof", CheckId::RoofSelf);
    let chained = roof.is_some() && facts.known.roof_has_roof;
    findings.note(chained && !itself, Household, "f/roof", CheckId::RoofChain);
}

fn check_size(findings: &mut Findings<'_, '_>, household: &dyn Record) {
    let facts = findings.facts;
    let Some(size) = household.get("f/size").and_then(Value::as_int) else {
        return;
    };
    findings.note(!(1..=30).contains(&size), Household, "f/size", CheckId::SizeRange);
    let here = form::members(facts).count();
    let differs = here > 0 && i64::try_from(here) != Ok(size);
    findings.note(differs, Household, "f/size", CheckId::SizeMembers);
    let area = household.get("f/floor_area").and_then(Value::as_int);
    let crowded = area.is_some_and(|area| area < size.saturating_mul(2));
    findings.note(crowded, Household, "f/floor_area", CheckId::FloorCrowded);
}
