//! Running the checks on what is in view.

use super::finding::{Finding, Findings};
use super::{CheckId, case, family, number, participation, person, value};
use crate::DocKind;
use crate::field::Profile;
use crate::form::{self, Facts};

/// Returns what the checks find on the documents in view: family, person, case.
pub fn all(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Findings::new(facts);
    for doc in [DocKind::Household, DocKind::Person, DocKind::Case] {
        if let Some(record) = facts.record(doc) {
            value::check(&mut findings, doc, record);
            participation::check(&mut findings, doc, record);
        }
    }
    if let Some(household) = facts.household {
        number::check_kk(&mut findings, household);
        family::check(&mut findings, household);
    }
    if let Some(person) = facts.person {
        number::check_nik(&mut findings, person);
        person::check(&mut findings, person);
    }
    if let Some(case) = facts.case {
        case::check(&mut findings, case);
    }
    findings.found
}

/// Returns what stands against a profile: each missing value as "wajib diisi", then all findings.
pub fn blocking(facts: &Facts<'_>, profile: Profile) -> Vec<Finding> {
    let missing = form::missing(facts, profile).into_iter().map(|gap| Finding {
        level: CheckId::Required.level(),
        doc: gap.doc,
        key: gap.key,
        id: CheckId::Required,
    });
    missing.chain(all(facts)).collect()
}

/// Returns what stands against submitting the case in view; it may go if no error is among it.
pub fn to_submit(facts: &Facts<'_>) -> Vec<Finding> {
    blocking(facts, form::to_submit(facts))
}
