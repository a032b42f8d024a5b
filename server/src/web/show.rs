//! Stored values in words: dates, codes, numbers, masks.

use jangkau_domain::birth::BirthDate;
use jangkau_domain::case::CaseState;
use jangkau_domain::catalogue::Catalogue;
use jangkau_domain::field::{Field, FieldType, Sens};
use jangkau_domain::{Lang, Value, format, list};

use super::say;
use super::view::{Badge, Stop, StopState, Tone};

const HIDDEN: &str = "••••";

/// Returns a value as a person reads it, masked where `open` is false and the field is guarded.
pub fn value(
    field: &Field,
    value: &Value,
    catalogue: &Catalogue,
    lang: Lang,
    open: bool,
) -> String {
    let plain = plain(field.ty, value, catalogue, lang);
    match field.sens {
        _ if open => plain,
        Sens::Desa => plain,
        Sens::Pers | Sens::Priv => match (field.ty, value) {
            (FieldType::Date | FieldType::DateApprox, Value::Str(text)) => masked_date(text),
            _ => masked(&plain),
        },
        Sens::Spec => match lang {
            Lang::Id => "Data khusus, tertutup".to_owned(),
            Lang::En => "Specific data, closed".to_owned(),
        },
    }
}

/// Returns the whole value as a person reads it.
pub fn plain(ty: FieldType, value: &Value, catalogue: &Catalogue, lang: Lang) -> String {
    match (ty, value) {
        (_, Value::Bool(yes)) => yes_no(*yes, lang).to_owned(),
        (FieldType::Money, Value::Int(rupiah)) => format::rupiah(*rupiah),
        (_, Value::Int(number)) => number.to_string(),
        (FieldType::List(name), Value::Str(key)) => code(name, key, lang),
        (FieldType::Attachment, Value::Str(key)) => code("att_kind", key, lang),
        (FieldType::Program, Value::Str(key)) => program(catalogue, key, lang),
        (FieldType::Date | FieldType::DateApprox, Value::Str(text)) => date(text, lang),
        (FieldType::Digits(16), Value::Str(digits)) => grouped(digits),
        (FieldType::Phone, Value::Str(digits)) => phone(digits),
        (_, Value::Str(text)) => in_order(text),
        (_, Value::Bytes(_)) => String::new(),
    }
}

/// Returns a text without the marks that turn the direction of what stands behind them.
pub fn in_order(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(c)).collect()
}

/// Returns the word of a code of a list; the key itself where the list does not know it.
///
/// A category of complaints keeps its number, by which offices know it: "K07 Saldo nol".
pub fn code(list_name: &str, key: &str, lang: Lang) -> String {
    let known = list::find(list_name).and_then(|list| list.code(key));
    match known.map(|code| code.label.text(lang)) {
        Some(word) if list_name == "subcat" => format!("{} {word}", key.to_uppercase()),
        Some(word) => word.to_owned(),
        None => key.to_owned(),
    }
}

/// Returns a field's name as short as it is still unmistakable: "NIK" for the whole of it.
pub fn label(field: &Field, lang: Lang) -> &'static str {
    let label = field.label.text(lang);
    let letters = label.strip_suffix(')').and_then(|head| head.rsplit_once('('));
    match letters {
        Some((_, short)) if short.len() <= 4 && short.chars().all(char::is_uppercase) => short,
        _ => label,
    }
}

/// Returns the name of a register's release: "DTSEN 2025-2".
pub fn release(key: &str) -> String {
    match key.split_once('-') {
        Some((source, number)) => format!("{} {number}", source.to_uppercase()),
        None => key.to_uppercase(),
    }
}

/// Returns a date of which only the year can be read: `••/••/1958`.
pub fn masked_date(text: &str) -> String {
    let Ok(date) = text.parse::<BirthDate>() else { return HIDDEN.to_owned() };
    match date.exact() {
        Some(_) => format!("••/••/{}", date.year()),
        None => date.year().to_string(),
    }
}

/// Returns a program's name; its code where the catalogue does not know it.
pub fn program(catalogue: &Catalogue, key: &str, lang: Lang) -> String {
    catalogue.find(key).map_or_else(|| key.to_uppercase(), |known| known.name(lang).to_owned())
}

/// Returns a date cut to what is known.
pub fn date(text: &str, lang: Lang) -> String {
    text.parse::<BirthDate>()
        .map_or_else(|_| text.to_owned(), |date| format::partial_date(date, lang))
}

/// Returns digits in groups of four.
pub fn grouped(digits: &str) -> String {
    let characters: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = characters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// Returns a value of which only the ends can be read: `9901 01•• •••• 0003`.
pub fn masked(plain: &str) -> String {
    let count = plain.chars().filter(|c| c.is_alphanumeric()).count();
    if count < 8 {
        return HIDDEN.to_owned();
    }
    let is_number = plain.chars().all(|c| !c.is_alphabetic());
    let (first, last) = if is_number && count == 16 { (6, 4) } else { (2, 2) };
    let mut at = 0;
    let hide = |character: char| {
        if !character.is_alphanumeric() {
            return character;
        }
        at += 1;
        if at > first && at <= count - last { '•' } else { character }
    };
    plain.chars().map(hide).collect()
}

fn phone(digits: &str) -> String {
    let local =
        digits.strip_prefix("62").map_or_else(|| digits.to_owned(), |rest| format!("0{rest}"));
    let characters: Vec<char> = local.chars().collect();
    let groups: Vec<String> = characters.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join("-")
}

const fn yes_no(yes: bool, lang: Lang) -> &'static str {
    match (yes, lang) {
        (true, Lang::Id) => "Ya",
        (false, Lang::Id) => "Tidak",
        (true, Lang::En) => "Yes",
        (false, Lang::En) => "No",
    }
}

/// Returns the badge of a case's state.
pub fn state(state: CaseState, lang: Lang) -> Badge {
    let (tone, sign) = match state {
        CaseState::Draft => (Tone::Plain, "pencil"),
        CaseState::Submitted => (Tone::Kunyit, "review"),
        CaseState::NeedsCorrection => (Tone::Kunyit, "correction"),
        CaseState::AwaitingPapers => (Tone::Kunyit, "papers"),
        CaseState::WithBackOffice => (Tone::Laut, "back_office"),
        CaseState::WithManager => (Tone::Laut, "manager"),
        CaseState::AwaitingApproval => (Tone::Laut, "approval"),
        CaseState::Referred => (Tone::Laut, "program_answer"),
        CaseState::FurtherReview | CaseState::Approved => (Tone::Laut, "clock"),
        CaseState::RefusedByProgram | CaseState::Refused | CaseState::NotRegistered => {
            (Tone::Bata, "cross")
        }
        CaseState::Resolved | CaseState::Registered => (Tone::Padi, "done"),
        CaseState::Withdrawn => (Tone::Plain, "cross"),
        CaseState::Merged => (Tone::Plain, "duplicate"),
        CaseState::Prelisted | CaseState::PrelistReturned => (Tone::Kunyit, "listing"),
        CaseState::PrelistReviewed
        | CaseState::VillageMeeting
        | CaseState::Verified
        | CaseState::Proposed => (Tone::Laut, "listing"),
    };
    Badge::new(state.label().text(lang), tone, sign)
}

/// Returns the stop at which a state stands, from 0.
pub const fn stop_of(state: CaseState) -> usize {
    match state {
        CaseState::Draft => 0,
        CaseState::Submitted
        | CaseState::NeedsCorrection
        | CaseState::AwaitingPapers
        | CaseState::Prelisted
        | CaseState::PrelistReturned => 1,
        CaseState::WithBackOffice
        | CaseState::WithManager
        | CaseState::AwaitingApproval
        | CaseState::PrelistReviewed
        | CaseState::VillageMeeting => 2,
        CaseState::Referred
        | CaseState::FurtherReview
        | CaseState::Approved
        | CaseState::RefusedByProgram
        | CaseState::Verified
        | CaseState::Proposed => 3,
        CaseState::Resolved
        | CaseState::Refused
        | CaseState::Withdrawn
        | CaseState::Merged
        | CaseState::Registered
        | CaseState::NotRegistered => 4,
    }
}

/// Returns the five stops of a case in a state; `told` once the citizen knows the end.
pub fn stops(state: CaseState, told: bool, lang: Lang) -> Vec<Stop> {
    let here = stop_of(state);
    let stop = |(at, (name, _)): (usize, &(jangkau_domain::Label, jangkau_domain::Label))| Stop {
        name: name.text(lang),
        state: match at.cmp(&here) {
            std::cmp::Ordering::Less => StopState::Done,
            std::cmp::Ordering::Equal if here == 4 && told => StopState::Done,
            std::cmp::Ordering::Equal => StopState::Now,
            std::cmp::Ordering::Greater => StopState::Later,
        },
        date: String::new(),
    };
    say::STOPS.iter().enumerate().map(stop).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::nik("9901 0171 1258 0003", "9901 01•• •••• 0003")]
    #[case::phone("0812-0000-0001", "08••-••••-••01")]
    #[case::name_of_sixteen("SUKARTI WULANDARI", "SU••••• •••••••RI")]
    #[case::short("1234", "••••")]
    fn a_mask_leaves_the_ends(#[case] whole: &str, #[case] mask: &str) {
        assert_eq!(masked(whole), mask);
    }

    #[rstest]
    #[case::day("1958-12-31", "••/••/1958")]
    #[case::month("1958-12", "1958")]
    #[case::estimate("1958~", "1958")]
    #[case::no_date("lahir 1958", "••••")]
    fn a_masked_date_keeps_its_year(#[case] date: &str, #[case] mask: &str) {
        assert_eq!(masked_date(date), mask);
    }

    #[test]
    fn no_mark_turns_what_stands_behind_a_name() {
        assert_eq!(in_order("SITI \u{202e}RAHMA\u{2069}"), "SITI RAHMA");
    }

    #[test]
    fn long_names_of_numbers_are_cut() {
        let field = |kind, key| jangkau_domain::field::find(kind, key).expect("a field");
        let name = |kind, key| label(field(kind, key), Lang::Id);
        assert_eq!(name(jangkau_domain::DocKind::Person, "f/nik"), "NIK");
        assert_eq!(name(jangkau_domain::DocKind::Person, "f/sex"), "Jenis kelamin");
        assert_eq!(release("dtsen-2025-2"), "DTSEN 2025-2");
    }

    #[rstest]
    #[case::forwarded(CaseState::WithManager, 2)]
    #[case::referred(CaseState::Referred, 3)]
    fn exactly_one_stop_is_now(#[case] state: CaseState, #[case] here: usize) {
        let stops = stops(state, false, Lang::Id);
        let now: Vec<usize> = (0..5).filter(|at| stops[*at].state == StopState::Now).collect();
        assert_eq!(now, [here]);
    }
}
