//! What is still missing for the next step, and the profile a record has reached.

use super::holds::Spot;
use super::{Facts, Record};
use crate::DocKind;
use crate::catalogue::Ask;
use crate::field::{self, Demand, Field, Profile, Shape};

/// One demanded value that is missing or not of its shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The document.
    pub doc: DocKind,
    /// The key; the pattern where it is a set.
    pub key: String,
    /// What the value must be.
    pub shape: Shape,
}

/// Returns the profile that submitting the case asks: basic for a proposal to the register,
/// quick for the quick form of an emergency, else minimum.
pub fn to_submit(facts: &Facts<'_>) -> Profile {
    if facts.is_quick() {
        Profile::Quick
    } else if facts.text(DocKind::Case, "f/kind") == Some("listing") {
        Profile::Basic
    } else {
        Profile::Minimum
    }
}

/// Returns what a profile still misses, in the order of the forms; documents that are not in view
/// are not asked.
///
/// A private case needs minimum and consent only, a quick case the quick fields and, to be
/// referred, consent.
pub fn missing(facts: &Facts<'_>, profile: Profile) -> Vec<Missing> {
    let docs = [DocKind::Household, DocKind::Person, DocKind::Case];
    let present = docs.into_iter().filter_map(|doc| Some((doc, facts.record(doc)?)));
    present.flat_map(|(doc, record)| missing_in(facts, doc, record, profile)).collect()
}

/// Returns the highest profile of which nothing is missing.
///
/// The basic profile is asked for a need, never required to refer it; so full comes first.
pub fn reached(facts: &Facts<'_>) -> Profile {
    let order: &[Profile] = if facts.is_quick() {
        &[Profile::Full, Profile::Quick]
    } else {
        &[Profile::Full, Profile::Basic, Profile::Minimum]
    };
    let whole = |profile: &&Profile| missing(facts, **profile).is_empty();
    order.iter().find(whole).copied().unwrap_or(Profile::Draft)
}

fn missing_in(
    facts: &Facts<'_>,
    doc: DocKind,
    record: &dyn Record,
    profile: Profile,
) -> Vec<Missing> {
    let mut gaps = Vec::new();
    for field in field::all(doc) {
        if let Some(attr) = field.key.strip_prefix("prog/<code>/") {
            for code in codes(facts, doc, record) {
                let key = format!("prog/{code}/{attr}");
                let spot = Spot { doc: Some(doc), program: Some(&code) };
                gaps.extend(gap(facts, spot, field, record, key, profile));
            }
        } else {
            let spot = Spot { doc: Some(doc), program: None };
            gaps.extend(gap(facts, spot, field, record, field.key.to_owned(), profile));
        }
    }
    gaps
}

fn gap(
    facts: &Facts<'_>,
    spot: Spot<'_>,
    field: &Field,
    record: &dyn Record,
    key: String,
    profile: Profile,
) -> Option<Missing> {
    let asked = |demand: &&Demand| {
        stands(facts, field, demand.profile, profile) && facts.holds_at(&demand.when, spot)
    };
    let met = |demand: &&Demand| meets(facts, record, &key, demand.shape);
    let demand = field.need.0.iter().filter(asked).find(|demand| !met(demand))?;
    Some(Missing { doc: spot.doc?, key, shape: demand.shape })
}

/// Tells whether a demand stands in a profile for this case.
fn stands(facts: &Facts<'_>, field: &Field, demand: Profile, profile: Profile) -> bool {
    let consent = field.key == "f/consent_refer";
    if facts.is_quick() && profile > Profile::Draft {
        return Profile::Quick.holds(demand) || (consent && profile.holds(demand));
    }
    if facts.is_private() && profile == Profile::Full {
        return Profile::Minimum.holds(demand) || consent;
    }
    profile.holds(demand)
}

fn meets(facts: &Facts<'_>, record: &dyn Record, key: &str, shape: Shape) -> bool {
    let text = record.text(key);
    match shape {
        Shape::Filled => match key.strip_prefix("set/").and_then(|rest| rest.split_once('/')) {
            Some((set, _)) => !record.items(set).is_empty(),
            None => record.filled(key),
        },
        Shape::DayOrEstimated => text.is_some_and(|date| date.ends_with('~') || date.len() == 10),
        Shape::Consented => text.is_some_and(|consent| {
            matches!(consent, "spoken" | "thumb" | "signed")
                || (consent == "vital" && record.filled("f/emergency"))
        }),
        Shape::Checked => {
            text.is_some_and(|status| status != "unchecked")
                || facts.register.status.key() != "unchecked"
        }
    }
}

/// Returns the programs that demands are read for: those that must be answered here, and those
/// that anything is recorded of.
fn codes(facts: &Facts<'_>, doc: DocKind, record: &dyn Record) -> Vec<String> {
    let must = |code: &str| {
        facts
            .catalogue
            .find(code)
            .is_some_and(|row| row.ask == Ask::Required && row.unit.doc() == doc)
    };
    let known = facts.catalogue.programs.iter().map(|row| row.code.as_str());
    let mut codes: Vec<String> = known.filter(|code| must(code)).map(str::to_owned).collect();
    for code in record.programs() {
        if !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}
