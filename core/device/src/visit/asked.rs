//! Which fields of a document the form asks, and which of them must be filled.

use jangkau_domain::field::{self, Field, Profile};
use jangkau_domain::form::{self, Entry, Facts, Slot};
use jangkau_domain::{DocKind, Label};

/// One field that the form asks.
pub struct Asked {
    /// Key of its control.
    pub key: String,
    /// Its row in the table.
    pub field: &'static Field,
    /// Whether it must be filled to send the visit.
    pub required: bool,
}

/// Fields of the table that this form never asks: made by the form, silent, or not built yet.
const NOT_ASKED: [&str; 9] = [
    "f/desa",
    "f/geo",
    "f/roof",
    "f/household",
    "f/channel",
    "f/reg_status",
    "f/reg_release",
    "f/kind",
    "att/<sha256>",
];

/// Returns the fields of a form's section that are shown now.
pub fn of_section(facts: &Facts<'_>, form: &str, section: &str, profile: Profile) -> Vec<Asked> {
    let found = form::find(form).and_then(|form| form.section(section));
    let Some(section) = found.filter(|section| facts.holds(&section.when)) else {
        return Vec::new();
    };
    let shown = |entry: &&Entry| facts.holds(&entry.when);
    section.entries.iter().filter(shown).filter_map(|entry| asked(facts, entry, profile)).collect()
}

fn asked(facts: &Facts<'_>, entry: &Entry, profile: Profile) -> Option<Asked> {
    let Slot::Field(_, key) = entry.slot else {
        return None;
    };
    if NOT_ASKED.contains(&key) {
        return None;
    }
    let key = super::found::control(key);
    let field = entry.field()?;
    Some(Asked { key, field, required: required(facts, field, profile) })
}

/// Returns whether a field must be filled under the facts as they are.
pub fn required(facts: &Facts<'_>, field: &Field, profile: Profile) -> bool {
    let mut demands = field.need.0.iter();
    demands.any(|demand| profile.holds(demand.profile) && facts.holds(&demand.when))
}

/// Returns the fields of one program.
///
/// The card and the day of the last payment are asked of who receives it, the problem too.
pub fn of_program(facts: &Facts<'_>, doc: DocKind, code: &str, status: &str) -> Vec<Asked> {
    let receiving: &[&str] = match status {
        "receiving" => &["status", "source", "last", "card", "problem", "note"],
        "stopped" => &["status", "source", "last", "problem", "note"],
        _ => &["status", "source"],
    };
    let gaps = form::missing(facts, Profile::Minimum);
    let answered =
        facts.record(doc).is_some_and(|record| record.filled(&format!("prog/{code}/status")));
    receiving
        .iter()
        .filter_map(|attr| {
            let key = format!("prog/{code}/{attr}");
            let field = field::find(doc, &key)?;
            let gap = gaps.iter().any(|gap| gap.doc == doc && gap.key == key);
            // What was asked and answered is no gap any more, but still "wajib".
            let kept = answered && matches!(*attr, "status" | "source");
            Some(Asked { key, field, required: gap || kept })
        })
        .collect()
}

/// Returns the words over a section of a form.
pub fn title(form: &str, section: &str) -> Label {
    let found = form::find(form).and_then(|form| form.section(section));
    found.map_or(Label::new("Lainnya", "Other"), |section| section.label)
}
