//! From what was typed to what is stored, and to what is shown.

use jangkau_domain::birth::BirthDate;
use jangkau_domain::conflict::normal;
use jangkau_domain::field::{Field, FieldType};
use jangkau_domain::phone::Phone;
use jangkau_domain::{DocId, Label, Lang, Value, format, list};
use unicode_normalization::UnicodeNormalization;

/// Reads a typed text as a value of a type; none for an empty text.
///
/// What cannot be read stays a text: it is never lost, and the checks say what is wrong with it.
pub fn read(ty: FieldType, typed: &str) -> Option<Value> {
    let text: String = typed.trim().nfc().collect();
    if text.is_empty() {
        return None;
    }
    let number = || text.replace(['.', ' '], "").parse().ok().map(Value::Int);
    let value = match ty {
        FieldType::Int => number(),
        FieldType::Money => format::parse_rupiah(&text).map(Value::Int),
        FieldType::Bool => match text.as_str() {
            "yes" | "true" => Some(Value::Bool(true)),
            "no" | "false" => Some(Value::Bool(false)),
            _ => None,
        },
        FieldType::SetItem(_) => Some(Value::Bool(true)),
        FieldType::Ref => DocId::from_hex(&text).map(|id| Value::Bytes(id.0.to_vec())),
        FieldType::Date | FieldType::DateApprox => Some(Value::Str(date(&text))),
        FieldType::Digits(_)
        | FieldType::Phone
        | FieldType::Geo
        | FieldType::Wilayah
        | FieldType::Program
        | FieldType::List(_)
        | FieldType::Attachment => Some(normal(ty, &Value::Str(text.clone()))),
        FieldType::Text(_) => Some(Value::Str(text.clone())),
    };
    Some(value.unwrap_or(Value::Str(text)))
}

/// Turns `31/12/1958`, `12/1958` and `31-12-1958` into the stored form; a last `~` stays.
fn date(text: &str) -> String {
    let (day, estimate) = match text.strip_suffix('~') {
        Some(day) => (day.trim(), "~"),
        None => (text, ""),
    };
    let mut parts: Vec<&str> = day.split(['/', '-', '.', ' ']).collect();
    if parts.last().is_some_and(|year| year.len() == 4) {
        parts.reverse();
    }
    let plain = parts.iter().all(|part| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|digit| digit.is_ascii_digit())
    });
    if !plain {
        return text.to_owned();
    }
    let padded: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    format!("{}{estimate}", padded.join("-"))
}

/// Writes a value as it is shown: labels for codes, groups of four for NIK and KK.
pub fn display(field: &Field, value: &Value, lang: Lang) -> String {
    match (field.ty, value) {
        (FieldType::Money, Value::Int(amount)) => format::rupiah(*amount),
        (_, Value::Int(number)) => format::grouped(*number, lang),
        (_, Value::Bool(yes)) => if *yes { YES } else { NO }.text(lang).to_owned(),
        (_, Value::Bytes(_)) => String::new(),
        (FieldType::Digits(16), Value::Str(digits)) => grouped(digits),
        (FieldType::Date | FieldType::DateApprox, Value::Str(text)) => text
            .parse::<BirthDate>()
            .map_or_else(|_| text.clone(), |date| format::partial_date(date, lang)),
        (FieldType::Phone, Value::Str(text)) => {
            text.parse::<Phone>().map_or_else(|_| text.clone(), |phone| phone.to_string())
        }
        (FieldType::List(name) | FieldType::SetItem(name), Value::Str(key)) => {
            label(name, key, lang)
        }
        (_, Value::Str(text)) => text.clone(),
    }
}

/// Returns the words of a code; the code itself where the list does not hold it.
pub fn label(name: &str, key: &str, lang: Lang) -> String {
    let code = list::find(name).and_then(|list| list.code(key));
    code.map_or_else(|| key.to_owned(), |code| code.label.text(lang).to_owned())
}

/// "Ya".
pub const YES: Label = Label::new("Ya", "Yes");
/// "Tidak".
pub const NO: Label = Label::new("Tidak", "No");

/// Writes digits in groups of four.
pub fn grouped(digits: &str) -> String {
    let groups: Vec<String> =
        digits.chars().collect::<Vec<_>>().chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn text(value: Option<Value>) -> String {
        value.map(|value| crate::shown::typed(&value)).unwrap_or_default()
    }

    #[rstest]
    #[case::nik(FieldType::Digits(16), "9901 0171 1258 0003", "9901017112580003")]
    #[case::rt(FieldType::Digits(3), "3", "003")]
    #[case::date(FieldType::DateApprox, "31/12/1958", "1958-12-31")]
    #[case::short_date(FieldType::DateApprox, "1-7-1960", "1960-07-01")]
    #[case::iso(FieldType::DateApprox, "1958-12", "1958-12")]
    #[case::month(FieldType::DateApprox, "12/1958", "1958-12")]
    #[case::estimate(FieldType::DateApprox, "1958~", "1958~")]
    #[case::no_date(FieldType::DateApprox, "dulu", "dulu")]
    #[case::money(FieldType::Money, "Rp600.000", "600000")]
    #[case::no_number(FieldType::Int, "tiga", "tiga")]
    #[case::number(FieldType::Int, " 12 ", "12")]
    #[case::phone(FieldType::Phone, "0812-0000-0001", "6281200000001")]
    #[case::text_is_composed(FieldType::Text(10), " Jose\u{301} ", "José")]
    #[case::yes(FieldType::Bool, "yes", "yes")]
    #[case::empty(FieldType::Text(10), "  ", "")]
    fn reads(#[case] ty: FieldType, #[case] typed: &str, #[case] expected: &str) {
        assert_eq!(text(read(ty, typed)), expected);
    }

    #[test]
    fn what_cannot_be_read_is_not_of_the_type() {
        let value = read(FieldType::Int, "tiga").unwrap();
        assert!(!FieldType::Int.accepts(&value));
    }
}
