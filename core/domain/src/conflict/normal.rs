//! The form of a value in which equal things are equal.

use unicode_normalization::UnicodeNormalization;

use crate::Value;
use crate::birth::BirthDate;
use crate::field::FieldType;
use crate::geo::Point;
use crate::phone::Phone;

/// Returns the normal form of a value; what is not of its type stays as it is.
pub fn normal(ty: FieldType, value: &Value) -> Value {
    let Value::Str(text) = value else {
        return value.clone();
    };
    let text = text.trim();
    Value::Str(match ty {
        FieldType::Text(_) => folded(text),
        FieldType::Digits(most) => padded(&digits(text), most),
        FieldType::Wilayah => digits(text),
        FieldType::Phone => match text.parse::<Phone>() {
            Ok(phone) => phone.stored().to_owned(),
            Err(_) => digits(text),
        },
        FieldType::Date | FieldType::DateApprox => match text.parse::<BirthDate>() {
            Ok(date) => date.to_string(),
            Err(_) => text.to_owned(),
        },
        FieldType::Geo => match text.parse::<Point>() {
            Ok(point) => point.to_string(),
            Err(_) => text.to_owned(),
        },
        FieldType::Program | FieldType::List(_) | FieldType::Attachment => text.to_lowercase(),
        FieldType::Int
        | FieldType::Bool
        | FieldType::Money
        | FieldType::Ref
        | FieldType::SetItem(_) => return value.clone(),
    })
}

/// Tells whether two values of a type say the same.
pub fn same(ty: FieldType, one: &Value, other: &Value) -> bool {
    normal(ty, one) == normal(ty, other)
}

/// Returns a text composed (NFC), in upper case, with single spaces.
pub(super) fn folded(text: &str) -> String {
    let composed: String = text.nfc().collect::<String>().to_uppercase().nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn digits(text: &str) -> String {
    text.chars().filter(|sign| !matches!(sign, ' ' | '.' | '-')).collect()
}

/// RT and RW are written with and without their zeros; longer numbers mean what they show.
fn padded(digits: &str, most: u8) -> String {
    if most <= 3 && !digits.is_empty() {
        format!("{digits:0>width$}", width = most.into())
    } else {
        digits.to_owned()
    }
}
