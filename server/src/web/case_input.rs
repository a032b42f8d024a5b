//! What the steps of a case ask their taker for.

use std::collections::BTreeMap;

use jangkau_domain::case::{CaseState, Unit};
use jangkau_domain::step::{Behalf, Guard, Input as StepInput, Step, StepId};
use jangkau_domain::{Label, Lang, list};

use super::desk::Desk;
use super::page::case::StepChoice;
use super::page::form::Input;
use super::show;

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

    /// Returns what a step reads. The one note of the form is both note and reason.
    pub fn input(&self) -> StepInput {
        let note = self.some("note");
        let behalf = Behalf {
            scan: self.get("scan").to_owned(),
            number: self.get("letter_number").to_owned(),
            date: self.get("letter_date").to_owned(),
            official: self.get("official").to_owned(),
        };
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
            result: self.some("result"),
            number: self.some("minutes_number"),
            behalf,
            ..StepInput::default()
        }
    }
}

const fn both(id: &'static str, en: &'static str) -> Label {
    Label::new(id, en)
}

/// The inputs that a guard looks at: name, label, code list (empty for free text).
fn of_guard(guard: Guard) -> &'static [(&'static str, Label, &'static str)] {
    const OUTCOME: (&str, Label, &str) = ("outcome", both("Hasil", "Outcome"), "outcome");
    const TARGET: (&str, Label, &str) = ("target", both("Tujuan rujukan", "Target"), "target");
    const LEVEL: (&str, Label, &str) = ("level", both("Tingkat", "Level"), "level");
    const REASON: (&str, Label, &str) = ("reason", both("Alasan", "Reason"), "reason");
    const DATE: (&str, Label, &str) =
        ("date", both("Tanggal (tttt-bb-hh)", "Date (yyyy-mm-dd)"), "");
    match guard {
        Guard::Outcome => const { &[OUTCOME] },
        Guard::Enrolment => {
            const {
                &[
                    ("program", both("Program", "Program"), "program"),
                    ("proof", both("Bukti", "Proof"), ""),
                ]
            }
        }
        Guard::Target | Guard::Draft | Guard::OtherTarget => {
            const {
                &[
                    TARGET,
                    ("target_id", both("Nama tujuan", "Name of the target"), ""),
                    LEVEL,
                    ("letter", both("Isi surat rujukan", "Text of the letter"), ""),
                ]
            }
        }
        Guard::Reason | Guard::RefusingReason => {
            const { &[REASON, ("sentence", both("Kalimat untuk warga", "Sentence for the citizen"), "")] }
        }
        Guard::OwnDate => const { &[DATE] },
        Guard::Delivery => {
            const {
                &[
                    DATE,
                    ("program", both("Program", "Program"), "program"),
                    ("proof", both("Bukti", "Proof"), ""),
                ]
            }
        }
        Guard::Behalf => {
            const {
                &[
                    (
                        "letter_number",
                        both("Nomor surat jawaban", "Number of the answering letter"),
                        "",
                    ),
                    ("letter_date", both("Tanggal surat (tttt-bb-hh)", "Date of the letter"), ""),
                    ("official", both("Penanda tangan", "Signed by"), ""),
                    ("scan", both("Berkas pindaian (kode lampiran)", "Scan (attachment code)"), ""),
                ]
            }
        }
        Guard::UnitReady => const { &[("unit", both("Unit penangan", "Handling unit"), "unit")] },
        Guard::WithdrawReason => const { &[("withdraw", both("Alasan", "Reason"), "withdraw")] },
        Guard::Minutes => {
            const { &[DATE, ("minutes_number", both("Nomor berita acara", "Number of the minutes"), "")] }
        }
        Guard::Verification => const { &[DATE, ("result", both("Hasil verval", "Result"), "")] },
        Guard::RegentLetter => {
            const { &[("letter", both("Nomor surat", "Number of the letter"), "")] }
        }
        Guard::Survivor => {
            const { &[("survivor", both("Kasus yang bertahan", "Surviving case"), "")] }
        }
        _ => &[],
    }
}

/// Returns the steps with what each asks for; its inputs bear the step's name before their own.
pub fn choices(
    desk: &Desk,
    steps: &[&'static Step],
    from: CaseState,
    desa: Option<&str>,
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
        inputs: inputs(desk, step, desa, typed),
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

fn inputs(desk: &Desk, step: &Step, desa: Option<&str>, typed: &Typed) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for (name, label, list_name) in step.guards.iter().flat_map(|guard| of_guard(*guard)) {
        let named = format!("{}:{name}", step.id.key());
        if inputs.iter().any(|known| known.name == named) {
            continue;
        }
        let value = if typed.get("step") == step.id.key() { typed.get(name) } else { "" };
        let label = desk.say(*label);
        inputs.push(match words_of(desk, list_name, desa) {
            Some(choices) => Input::choice(&named, label, value, choices),
            None => Input::text(&named, label, value),
        });
    }
    inputs
}

/// Returns the name of an office.
pub fn unit_name(desk: &Desk, unit: &Unit) -> String {
    match (unit, desk.lang()) {
        (Unit::Puskesos(desa), _) => format!("Puskesos {}", desk.place(desa)),
        (Unit::Slrt, Lang::Id) => "Sekretariat SLRT".to_owned(),
        (Unit::Slrt, Lang::En) => "SLRT secretariat".to_owned(),
        (other, _) => other.to_string(),
    }
}

fn words_of(desk: &Desk, list_name: &str, desa: Option<&str>) -> Option<Vec<(String, String)>> {
    let lang = desk.lang();
    match list_name {
        "" => None,
        "unit" => {
            let village = desa.map(|desa| Unit::Puskesos(desa.to_owned()));
            let units = std::iter::once(Unit::Slrt).chain(village);
            Some(units.map(|unit| (unit.to_string(), unit_name(desk, &unit))).collect())
        }
        "program" => {
            let programs = desk.catalogue.programs.iter();
            Some(programs.map(|one| (one.code.clone(), one.name(lang).to_owned())).collect())
        }
        name => {
            let items = list::find(name)?.items;
            let item = |code: &list::Code| (code.key.to_owned(), show::code(name, code.key, lang));
            Some(items.iter().map(item).collect())
        }
    }
}

#[cfg(test)]
mod tests {
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
}
