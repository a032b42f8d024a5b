//! The grammar of keys, and the way from a key to its row.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Field, FieldType, attachment, case, case_detail, household, housing};
use super::{participation, person, person_life};
use crate::{DocKind, list};

/// The longest key, in bytes.
pub const KEY_MAX: usize = 96;

/// Tells whether a text can be a key: `a-z 0-9 _ . / -`, one to 96 bytes.
pub fn key_ok(key: &str) -> bool {
    let byte_ok = |byte: u8| {
        byte.is_ascii_lowercase()
            || byte.is_ascii_digit()
            || matches!(byte, b'_' | b'.' | b'/' | b'-')
    };
    !key.is_empty() && key.len() <= KEY_MAX && key.bytes().all(byte_ok)
}

static PERSON: &[&[Field]] =
    &[person::FIELDS, person_life::FIELDS, participation::FIELDS, attachment::FIELDS];
static HOUSEHOLD: &[&[Field]] =
    &[household::FIELDS, housing::FIELDS, participation::FIELDS, attachment::FIELDS];
static CASE: &[&[Field]] = &[case::FIELDS, case_detail::FIELDS, attachment::FIELDS];

fn tables(kind: DocKind) -> &'static [&'static [Field]] {
    match kind {
        DocKind::Person => PERSON,
        DocKind::Household => HOUSEHOLD,
        DocKind::Case => CASE,
    }
}

/// Returns every row of a kind of document, in the order of the forms.
pub fn all(kind: DocKind) -> impl Iterator<Item = &'static Field> {
    tables(kind).iter().flat_map(|table| table.iter())
}

type Index = HashMap<&'static str, &'static Field>;

static INDEX: LazyLock<[Index; 3]> =
    LazyLock::new(|| DocKind::ALL.map(|kind| all(kind).map(|field| (field.key, field)).collect()));

/// Returns the row of a key.
///
/// `set/<set>/<item>`, `prog/<code>/<attr>` and `att/<sha256>` find their pattern's row; an event
/// (`ev/…`), a genesis key and a key of a newer program find none.
pub fn find(kind: DocKind, key: &str) -> Option<&'static Field> {
    let index = &INDEX[kind as usize - 1];
    let (head, rest) = key.split_once('/')?;
    match head {
        "f" => index.get(key).copied(),
        "set" => {
            let (set, item) = rest.split_once('/')?;
            word_ok(item).then(|| index.get(format!("set/{set}/<item>").as_str()).copied())?
        }
        "prog" => {
            let (code, attr) = rest.split_once('/')?;
            code_ok(code).then(|| index.get(format!("prog/<code>/{attr}").as_str()).copied())?
        }
        "att" => sha_ok(rest).then(|| index.get("att/<sha256>").copied())?,
        _ => None,
    }
}

/// Tells whether the gate must refuse a key for its item: a sensitive kind of PPKS never lies in
/// the open document of a person, only in a private case (Law 27/2022 on personal data).
pub fn forbidden(kind: DocKind, key: &str) -> bool {
    if kind != DocKind::Person {
        return false;
    }
    let Some(FieldType::SetItem(name)) = find(kind, key).map(|field| field.ty) else {
        return false;
    };
    let item = key.rsplit('/').next().unwrap_or_default();
    list::find(name).and_then(|list| list.code(item)).is_some_and(|code| code.private)
}

fn word_ok(item: &str) -> bool {
    let byte_ok = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !item.is_empty() && item.bytes().all(byte_ok)
}

fn code_ok(code: &str) -> bool {
    let byte_ok = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !code.is_empty() && code.bytes().all(byte_ok)
}

fn sha_ok(hex: &str) -> bool {
    hex.len() == 64 && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
