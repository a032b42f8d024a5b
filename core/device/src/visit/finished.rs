//! The finish screen: the number to read out, what was recorded, who acts next.

use jangkau_domain::case_number::CaseNumber;
use jangkau_domain::{DocKind, Label, Lang};

use super::sheet::Sheet;
use super::typed;
use crate::catalogue;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{Fact, Finished, NumberCard};
use crate::words::{finish as words, visit as visit_words};

/// One case with the number it got.
pub struct Numbered {
    /// The number.
    pub number: CaseNumber,
    /// Code of its kind.
    pub kind: String,
    /// Code of its program; empty for none.
    pub program: String,
    /// Whether only the author and the named handlers will read it.
    pub private: bool,
}

/// Returns the finish screen.
pub fn finished(
    device: &Device,
    sheet: &Sheet,
    numbers: &[Numbered],
) -> Result<Finished, DeviceError> {
    let moment = &sheet.moment;
    let cards = numbers.iter().map(|numbered| card(sheet, numbered)).collect();
    let sentence = if numbers.is_empty() { words::THANKS } else { words::TELL };
    let all_private = !numbers.is_empty() && numbers.iter().all(|numbered| numbered.private);
    let next = match (numbers.is_empty(), sheet.at_office()) {
        (true, _) => words::NEXT_VISIT,
        _ if all_private => words::NEXT_PRIVATE,
        (false, false) => words::NEXT_REVIEW,
        (false, true) => words::NEXT_OFFICE,
    };
    Ok(Finished {
        numbers: cards,
        sentence: moment.say(sentence).to_owned(),
        recorded: recorded(sheet, numbers),
        next: moment.say(next).to_owned(),
        saved_text: format!(
            "{} {}",
            moment.say(visit_words::SAVED),
            device.moment().time(moment.now)
        ),
    })
}

fn card(sheet: &Sheet, numbered: &Numbered) -> NumberCard {
    let lang = sheet.moment.lang;
    let program = match numbered.program.as_str() {
        "" => String::new(),
        code => catalogue::name(&sheet.catalogue, code, &sheet.moment),
    };
    let spoken = numbered.number.spoken(lang);
    NumberCard {
        number: numbered.number.to_string(),
        spoken: spoken.split(", ").map(|group| word_letters(group, lang)).collect(),
        title: typed::label("case_kind", &numbered.kind, lang),
        program,
    }
}

/// Puts a word behind each letter: heard across a table, G and J are alike.
fn word_letters(group: &str, lang: Lang) -> String {
    let spoken = |word: &str| match words::letter(word, lang) {
        Some(like) => format!("{word} ({like})"),
        None => word.to_owned(),
    };
    group.split(' ').map(spoken).collect::<Vec<_>>().join(" ")
}

fn recorded(sheet: &Sheet, numbers: &[Numbered]) -> Vec<Fact> {
    let moment = &sheet.moment;
    let fact = |label: Label, value: String| Fact { label: moment.say(label).to_owned(), value };
    let mut facts: Vec<Fact> = numbers
        .iter()
        .map(|numbered| Fact {
            label: typed::label("case_kind", &numbered.kind, moment.lang),
            value: catalogue::name(&sheet.catalogue, &numbered.program, moment),
        })
        .collect();
    let touched = sheet.members().filter(|leaf| !leaf.typed.is_empty());
    let (fresh, known): (Vec<_>, Vec<_>) = touched.partition(|leaf| leaf.register.is_none());
    let members = words::members(fresh.len() + known.len(), fresh.len(), moment.lang);
    if !(fresh.is_empty() && known.is_empty()) {
        facts.push(fact(words::MEMBERS, members));
    }
    let programs = sheet
        .leaves
        .iter()
        .filter(|leaf| leaf.part.kind != DocKind::Case)
        .flat_map(|leaf| leaf.typed.keys())
        .filter(|key| key.starts_with("prog/") && key.ends_with("/status"))
        .count();
    if programs > 0 {
        facts.push(fact(words::PARTICIPATION, programs.to_string()));
    }
    let outcome = typed::label("visit_outcome", sheet.answer("outcome"), moment.lang);
    facts.push(fact(words::OUTCOME, outcome));
    facts
}
