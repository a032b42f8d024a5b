//! What the steps of a case ask their taker for.

use std::collections::BTreeMap;

use jangkau_domain::case::CaseState;
use jangkau_domain::step::{Behalf, FieldNote, Input as StepInput, Step, StepId};
use jangkau_domain::{DocId, Lang};

use super::case_asked::of_guard;
use super::case_offer::Offer;
use super::desk::Desk;
use super::page::case::StepChoice;
use super::page::form::Input;

/// What a case's form sent.
#[derive(Default)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// Reads the pairs of a form: those of the step that was chosen, and those of none.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let step = pairs.iter().find(|(name, _)| name == "step").map_or("", |(_, step)| step);
        let own = |(name, value): &(String, String)| {
            let name = match name.split_once(':') {
                Some((of, name)) if of == step => name,
                Some(_) => return None,
                None => name,
            };
            Some((name.to_owned(), value.trim().to_owned()))
        };
        Self(pairs.iter().filter_map(own).collect())
    }

    /// Returns a field; empty where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Returns what makes a case private, as a category or as a key.
    fn private_marks(&self) -> (Option<String>, Option<Vec<String>>) {
        match self.some("private") {
            Some(key) if key.contains('/') => (None, Some(vec![key])),
            subcat => (subcat, None),
        }
    }

    /// Returns what a step reads, with the note at the field that goes back for correction.
    pub fn input_about(&self, case: &DocId) -> StepInput {
        let note = |key: String| FieldNote {
            doc: case.to_string(),
            key,
            note: self.get("note").to_owned(),
        };
        StepInput { fields: self.some("field").map(|key| vec![note(key)]), ..self.input() }
    }

    /// Returns what a step reads. The one note of the form is both note and reason.
    fn input(&self) -> StepInput {
        let note = self.some("note");
        let behalf = Behalf {
            scan: self.get("scan").to_owned(),
            number: self.get("letter_number").to_owned(),
            date: self.get("letter_date").to_owned(),
            official: self.get("official").to_owned(),
        };
        let marks = self.private_marks();
        let any = [&behalf.scan, &behalf.number, &behalf.date, &behalf.official];
        let behalf = any.iter().any(|part| !part.is_empty()).then_some(behalf);
        StepInput {
            note: note.clone(),
            why: note.clone(),
            text: note.clone(),
            question: note.clone(),
            sentence: self.some("sentence"),
            outcome: self.some("outcome"),
            reason: self.some("reason").or_else(|| self.some("withdraw")),
            program: self.some("program"),
            target: self.some("target"),
            target_id: self.some("target_id"),
            level: self.some("level"),
            letter: self.some("letter"),
            proof: self.some("proof"),
            date: self.some("date"),
            unit: self.some("unit"),
            survivor: self.some("survivor"),
            kind: self.some("kind"),
            subcat: self.some("subcat").or(marks.0),
            keys: self.some("key").map(|key| vec![key]).or(marks.1),
            handler: self.get("handler").parse().ok(),
            result: self.some("result"),
            number: self.some("minutes_number"),
            behalf,
            ..StepInput::default()
        }
    }
}

/// Returns the steps with what each asks for; its inputs bear the step's name before their own.
pub fn choices(
    desk: &Desk,
    steps: &[&'static Step],
    from: CaseState,
    offer: &Offer<'_>,
    typed: &Typed,
) -> Vec<StepChoice> {
    let choice = |step: &&'static Step| StepChoice {
        id: step.id.key(),
        name: desk.say(step.label).to_owned(),
        effect: effect(desk, step, from),
        chosen: typed.get("step") == step.id.key(),
        danger: step.leads_to(from).iter().any(|to| {
            matches!(to, CaseState::Refused | CaseState::Withdrawn | CaseState::NotRegistered)
        }),
        aside: is_aside(step.id),
        inputs: inputs(desk, step, offer, typed),
    };
    steps.iter().map(choice).collect()
}

/// Steps that put a record right rather than move it on.
const fn is_aside(step: StepId) -> bool {
    use StepId::{T22, T22d, T22g, T22m, T22u, T23n, T23o, T24, T25};
    matches!(step, T22 | T22d | T22g | T22m | T22u | T23n | T23o | T24 | T25)
}

fn effect(desk: &Desk, step: &Step, from: CaseState) -> String {
    let names: Vec<&str> =
        step.leads_to(from).into_iter().map(|state| desk.say(state.label())).collect();
    match (names.as_slice(), desk.lang()) {
        ([one], _) => format!("→ {one}"),
        (_, Lang::Id) => "→ menurut asalnya".to_owned(),
        (_, Lang::En) => "→ by where it came from".to_owned(),
    }
}

fn inputs(desk: &Desk, step: &Step, offer: &Offer<'_>, typed: &Typed) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for (name, label, list_name) in step.guards.iter().flat_map(|guard| of_guard(*guard)) {
        let named = format!("{}:{name}", step.id.key());
        if inputs.iter().any(|known| known.name == named) {
            continue;
        }
        let value = if typed.get("step") == step.id.key() { typed.get(name) } else { "" };
        let label = desk.say(*label);
        inputs.push(match offer.of(desk, list_name) {
            Some(choices) if choices.is_empty() => continue,
            Some(choices) => Input::choice(&named, label, value, choices),
            None => Input::text(&named, label, value),
        });
    }
    inputs
}

#[cfg(test)]
mod tests {
    use jangkau_domain::DocId;

    use super::Typed;

    #[test]
    fn only_the_chosen_step_is_read() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let typed = Typed::read(&[
            pair("step", "T15"),
            pair("T15:target", " opd_kab "),
            pair("T16:target", "ministry"),
            pair("note", "segera"),
        ]);
        assert_eq!(typed.get("target"), "opd_kab");
        assert_eq!(typed.input().target.as_deref(), Some("opd_kab"));
        assert_eq!(typed.input().note.as_deref(), Some("segera"));
        assert_eq!(typed.get("reason"), "");
    }

    #[test]
    fn a_note_at_a_field_names_the_case() {
        let case = DocId([7; 16]);
        let pairs = [("step", "T6"), ("T6:field", "f/story"), ("note", "Sejak kapan?")];
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        let fields = Typed::read(&pairs.map(own)).input_about(&case).fields.unwrap();
        assert_eq!((fields[0].key.as_str(), fields[0].note.as_str()), ("f/story", "Sejak kapan?"));
        assert_eq!(fields[0].doc, case.to_string());
        assert!(Typed::default().input_about(&case).fields.is_none());
    }

    #[test]
    fn what_makes_a_case_private_is_a_category_or_a_key() {
        let read = |value: &str| {
            let pairs = [("step", "T25"), ("T25:private", value)];
            let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            Typed::read(&pairs.map(own)).input()
        };
        assert_eq!(read("k08").subcat.as_deref(), Some("k08"));
        assert_eq!(read("k08").keys, None);
        assert_eq!(read("f/hide_reporter").keys, Some(vec!["f/hide_reporter".to_owned()]));
        assert_eq!(read("f/hide_reporter").subcat, None);
        assert_eq!(read("").subcat, None);
    }
}
