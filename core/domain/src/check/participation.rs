//! Participation in programs, on the person or the family.

use jiff::ToSpan;

use super::CheckId;
use super::finding::Findings;
use crate::birth::BirthDate;
use crate::conflict::same;
use crate::field::FieldType;
use crate::form::Record;
use crate::{DocKind, Value};

pub(super) fn check(findings: &mut Findings<'_, '_>, doc: DocKind, record: &dyn Record) {
    for code in record.programs() {
        check_program(findings, doc, record, code);
    }
}

fn check_program(findings: &mut Findings<'_, '_>, doc: DocKind, record: &dyn Record, code: &str) {
    let facts = findings.facts;
    let key = |attr: &str| format!("prog/{code}/{attr}");
    let program = facts.catalogue.find(code);
    let receiving = record.text(&key("status")) == Some("receiving");
    let above =
        program.zip(facts.register.desil).is_some_and(|(row, desil)| !row.takes_desil(desil));
    findings.note(receiving && above, doc, &key("status"), CheckId::DesilAbove);

    let last = record.text(&key("last")).and_then(|text| text.parse::<BirthDate>().ok());
    let year_ago = facts.today.checked_sub(1.year()).ok();
    let old = last.zip(year_ago).is_some_and(|(last, limit)| last.last_day() < limit);
    findings.note(receiving && old, doc, &key("last"), CheckId::LastOld);

    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let card = record.text(&key("card")).map(digits);
    let shape = program.and_then(|row| row.card_digits).map(usize::from);
    let odd = card.zip(shape).is_some_and(|(has, wants)| has != wants);
    findings.note(odd, doc, &key("card"), CheckId::CardShape);

    let short = record.text(&key("account")).is_some_and(|text| digits(text) < 8);
    findings.note(short, doc, &key("account"), CheckId::AccountShort);

    let known = |holder: &Value| {
        let names = facts.members.iter().filter_map(|member| member.get("f/name"));
        names.into_iter().any(|name| same(FieldType::Text(100), name, holder))
    };
    let stranger = record.get(&key("holder")).is_some_and(|holder| !known(holder));
    let judged = !facts.members.is_empty();
    findings.note(judged && stranger, doc, &key("holder"), CheckId::HolderUnknown);
}
