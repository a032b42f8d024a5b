//! Whether a condition holds.

use super::{Facts, computed};
use crate::catalogue::Ask;
use crate::field::When;
use crate::{DocKind, Value};

/// Where a condition stands: the program whose key it belongs to.
#[derive(Clone, Copy, Default)]
pub(crate) struct Spot<'a> {
    pub(crate) doc: Option<DocKind>,
    pub(crate) program: Option<&'a str>,
}

impl Facts<'_> {
    /// Tells whether a condition holds.
    pub fn holds(&self, when: &When) -> bool {
        self.holds_at(when, Spot::default())
    }

    pub(crate) fn holds_at(&self, when: &When, spot: Spot<'_>) -> bool {
        let one_of =
            |value: Option<&str>, among: &[&str]| value.is_some_and(|text| among.contains(&text));
        match when {
            When::Always => true,
            When::Filled(doc, key) => self.record(*doc).is_some_and(|record| record.filled(key)),
            When::Is(doc, key, among) => one_of(self.text(*doc, key), among),
            When::Yes(doc, key) => self.record(*doc).is_some_and(|record| record.yes(key)),
            When::Beside(attr, among) => one_of(self.beside(spot, attr), among),
            When::Not(other) => !self.holds_at(other, spot),
            When::All(all) => all.iter().all(|other| self.holds_at(other, spot)),
            When::Any(any) => any.iter().any(|other| self.holds_at(other, spot)),
            When::Age(from, to) => {
                computed::age(self).is_some_and(|age| (*from..=*to).contains(&age.years))
            }
            When::Guarded => self.guarded(),
            When::DifficultyOpen => !self.difficulty_known(),
            When::Quick => self.is_quick(),
            When::Private => self.is_private(),
            When::OnBehalf => self.on_behalf(),
            When::Asked => self.asked(spot),
            When::PapersAsked => self.program().is_some_and(|program| !program.papers.is_empty()),
            When::HamletsListed => self.hamlets_listed,
            When::Channel(among) => {
                one_of(self.text(DocKind::Case, "f/channel").or(self.channel), among)
            }
            When::Outcome(among) => one_of(self.outcome, among),
            When::HasListing => self.known.has_listing,
        }
    }

    fn beside(&self, spot: Spot<'_>, attr: &str) -> Option<&str> {
        self.text(spot.doc?, &format!("prog/{}/{attr}", spot.program?))
    }

    /// A child, or who cannot do one of the nine things at all (Law 27/2022 art. 25–26).
    fn guarded(&self) -> bool {
        let young = computed::age(self).is_some_and(|age| age.years < 18);
        young || self.difficulties().any(|grade| grade == "cannot")
    }

    fn difficulty_known(&self) -> bool {
        self.difficulties().next().is_some()
    }

    pub(super) fn difficulties(&self) -> impl Iterator<Item = &str> {
        let keys = self.person.map(|person| (person, person.keys())).into_iter();
        keys.flat_map(|(person, keys)| {
            keys.into_iter()
                .filter(|key| key.starts_with("f/dis_"))
                .filter_map(move |key| person.get(key).and_then(Value::as_str))
        })
    }

    fn on_behalf(&self) -> bool {
        let Some(case) = self.case else {
            return false;
        };
        let relation = case.text("f/reporter_relation");
        case.filled("f/reporter") || relation.is_some_and(|key| key != "self")
    }

    fn asked(&self, spot: Spot<'_>) -> bool {
        let program = spot.program.and_then(|code| self.catalogue.find(code));
        let valid = |place| program.is_some_and(|row| row.valid_here(place, self.today));
        program.is_some_and(|row| row.ask == Ask::Required && spot.doc == Some(row.unit.doc()))
            && self.place().is_none_or(valid)
    }
}
