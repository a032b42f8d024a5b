//! One field of a record, changed at a later visit.

use jangkau_domain::synthetic::{Draw, Family};
use jangkau_domain::{DocKind, Value};

use super::person::digits;
use crate::edit::Edit;

fn text(value: impl AsRef<str>) -> Value {
    value.as_ref().into()
}

/// Changes one field of a person or household; `family` is another one, to take words from.
pub fn field(kind: DocKind, family: &Family, draw: &mut Draw) -> Edit {
    let month = format!("2025-{:02}", draw.between(7, 12));
    match (kind, draw.below(6)) {
        (DocKind::Person, 0) => Edit::put("f/phone", text(format!("628{}", digits(10, draw)))),
        (DocKind::Person, 1) => Edit::put("f/job", text(draw.one_of(&["retired", "fisher"]))),
        (DocKind::Person, 2) => Edit::put("f/presence", text(draw.one_of(&["moved", "abroad"]))),
        (DocKind::Person, 3) => {
            let name = family.members.first().map_or("SUMIATI", |head| head.name.as_str());
            Edit::put("f/name", text(name))
        }
        (DocKind::Person, _) => Edit::put("prog/pbi/last", text(&month)),
        (_, 0) => Edit::put("f/address", text(&family.address)),
        (_, 1) => Edit::put("f/toilet", text(draw.one_of(&["communal", "unused"]))),
        (_, 2) => Edit::put("f/size", Value::Int(i64::from(draw.between(9, 14)))),
        (_, 3) => Edit::put("prog/sembako/problem", text(draw.one_of(&["late", "empty"]))),
        _ => Edit::put("prog/sembako/last", text(&month)),
    }
}
