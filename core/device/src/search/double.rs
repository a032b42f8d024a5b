//! Whether two found people may be one.

use jangkau_domain::matching::{Judgement, Record, Scope, Verdict, judge};
use jangkau_domain::name::NameKey;
use jangkau_domain::nik::Sex;

use super::candidate::Candidate;
use crate::store::lookup::Placed;
use crate::store::register::RegisterRow;

/// Returns what is compared of a recorded person.
fn of_person(placed: &Placed) -> Record {
    let person = &placed.person;
    Record {
        nik: person.nik.parse().ok(),
        kk: placed.kk.parse().ok(),
        name: NameKey::read(&person.name),
        sex: Sex::from_key(&person.sex),
        birth: person.birth.parse().ok(),
        mother: (!person.mother.is_empty()).then(|| NameKey::read(&person.mother)),
        desa: None,
        hamlet: None,
        rt: some(&placed.rt),
        rw: some(&placed.rw),
        phone: person.phone.parse().ok(),
    }
}

/// Returns what is compared of a register row.
fn of_row(row: &RegisterRow) -> Record {
    Record {
        nik: row.nik.parse().ok(),
        kk: row.kk.parse().ok(),
        name: NameKey::read(&row.name),
        birth: row.birth.parse().ok(),
        rt: some(&row.rt),
        rw: some(&row.rw),
        ..Record::default()
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns what is compared of a candidate.
pub fn record(candidate: &Candidate) -> Record {
    match candidate {
        Candidate::Person(placed) => of_person(placed),
        Candidate::Row(row) => of_row(row),
    }
}

/// Returns whether two records may be one person's; a person decides.
pub fn alike(one: &Record, two: &Record) -> Option<Judgement> {
    let judgement = judge(one, two, &Scope::default());
    (judgement.verdict != Verdict::New).then_some(judgement)
}

/// Returns for each candidate the place of another that may be the same person. Members of one
/// family are compared too: a family may have been recorded twice.
pub(super) fn doubles(candidates: &[Candidate]) -> Vec<Option<usize>> {
    let records: Vec<Record> = candidates.iter().map(record).collect();
    let mut found = vec![None; candidates.len()];
    for later in 1..records.len() {
        let first = (0..later).find(|first| alike(&records[*first], &records[later]).is_some());
        found[later] = first;
    }
    found
}
