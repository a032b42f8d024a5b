//! Every value against its type.

use super::CheckId;
use super::finding::Findings;
use crate::birth::BirthDate;
use crate::field::{self, Field, FieldType};
use crate::form::Record;
use crate::geo::Point;
use crate::wilayah::{Code, Level};
use crate::{DocKind, Value, list};

pub(super) fn check(findings: &mut Findings<'_, '_>, doc: DocKind, record: &dyn Record) {
    for key in record.keys() {
        let Some((field, value)) = field::find(doc, key).zip(record.get(key)) else {
            continue;
        };
        let fault = if field.ty.accepts(value) {
            fault(findings, doc, field, key, value)
        } else {
            Some(CheckId::BadType)
        };
        if let Some(id) = fault {
            findings.note(true, doc, key, id);
        }
    }
}

fn fault(
    findings: &mut Findings<'_, '_>,
    doc: DocKind,
    field: &Field,
    key: &str,
    value: &Value,
) -> Option<CheckId> {
    match value {
        Value::Str(text) => {
            if field.checks.contains(&CheckId::LooksLikeNumber) {
                findings.note(holds_number(text), doc, key, CheckId::LooksLikeNumber);
            }
            if field.checks.contains(&CheckId::DateFuture) {
                let first = text.parse::<BirthDate>().map(BirthDate::first_day);
                let future = first.is_ok_and(|day| day > findings.facts.today);
                findings.note(future, doc, key, CheckId::DateFuture);
            }
            text_fault(field, text)
        }
        Value::Int(number) => (*number < 0).then_some(CheckId::BadNumber),
        Value::Bool(_) => {
            let item = key.rsplit('/').next().unwrap_or_default();
            let unknown = |name| list::find(name).is_none_or(|list| list.code(item).is_none());
            matches!(field.ty, FieldType::SetItem(name) if unknown(name))
                .then_some(CheckId::UnknownCode)
        }
        Value::Bytes(_) => None,
    }
}

fn text_fault(field: &Field, text: &str) -> Option<CheckId> {
    let (fits, otherwise) = match field.ty {
        FieldType::Digits(16) if checks_itself(field) => (true, CheckId::BadDigits),
        FieldType::Digits(_) => {
            (text.bytes().all(|byte| byte.is_ascii_digit()), CheckId::BadDigits)
        }
        FieldType::Date => {
            let day = text.parse::<BirthDate>().ok().and_then(BirthDate::exact);
            (day.is_some() && !text.ends_with('~'), CheckId::BadDate)
        }
        FieldType::DateApprox => (text.parse::<BirthDate>().is_ok(), CheckId::BadDate),
        FieldType::Geo => (text.parse::<Point>().is_ok(), CheckId::BadPlace),
        FieldType::Wilayah => {
            let desa = text.parse::<Code>().is_ok_and(|code| code.level() == Level::Desa);
            (desa, CheckId::UnknownCode)
        }
        FieldType::List(name) => (known(name, text), CheckId::UnknownCode),
        FieldType::Attachment => (known("att_kind", text), CheckId::UnknownCode),
        _ => (true, CheckId::BadType),
    };
    if !fits {
        return Some(otherwise);
    }
    let most = field.ty.max_chars().unwrap_or(usize::MAX);
    let long = text.chars().count() > most && !checks_itself(field);
    long.then_some(CheckId::TooLong)
}

/// NIK, KK and phone have their own words for what is wrong with their length.
fn checks_itself(field: &Field) -> bool {
    let own = [CheckId::NikLength, CheckId::KkLength, CheckId::PhoneLength];
    field.checks.iter().any(|check| own.contains(check))
}

fn known(name: &str, key: &str) -> bool {
    list::find(name).is_some_and(|list| list.code(key).is_some())
}

/// Tells whether a free text holds what looks like a NIK (16 digits) or a phone number (10 to 14
/// digits after 0 or 62), also in groups.
fn holds_number(text: &str) -> bool {
    let joined: String = text
        .chars()
        .filter(|sign| !matches!(sign, '.' | '-' | ' ' | '+'))
        .map(|sign| if sign.is_ascii_digit() { sign } else { ' ' })
        .collect();
    joined.split(' ').any(|run| {
        run.len() == 16
            || ((10..=14).contains(&run.len()) && (run.starts_with("08") || run.starts_with("62")))
    })
}
