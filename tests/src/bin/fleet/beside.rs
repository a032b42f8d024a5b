//! Families that two workers visit in one week without knowing of each other.

use jangkau_domain::synthetic::visits::{Document, Visit};
use jangkau_domain::{DocKind, Value};

use crate::invitation::Tablet;

/// Households that a worker shares with the one before.
const SHARED: usize = 2;

/// Returns the visits that a worker makes to households where a colleague was too: the name is
/// heard otherwise, and one more person is counted.
pub fn meetings(colleague: &[Visit], tablet: &Tablet, place: usize) -> Vec<Visit> {
    let here = |visit: &&Visit| tablet.desa.iter().any(|desa| desa.code == visit.desa.digits());
    let whole = |visit: &&Visit| {
        let named = |one: &Document| one.puts.iter().any(|(key, _)| key == "f/name");
        visit.beside.is_none() && visit.documents.iter().any(named)
    };
    let chosen = colleague.iter().enumerate().filter(|(_, visit)| here(visit) && whole(visit));
    chosen.take(SHARED).map(|(first, visit)| meeting(visit, first, place)).collect()
}

fn meeting(colleague: &Visit, first: usize, place: usize) -> Visit {
    let mut visit = colleague.clone();
    visit.fasilitator = u32::try_from(place).unwrap_or(0);
    visit.from_minute += 45;
    visit.beside = Some(first);
    visit.documents.retain(|one| one.ending.is_none());
    for document in &mut visit.documents {
        document.puts.retain_mut(|(key, value)| heard_otherwise(key, value));
    }
    let names = |one: &Document| one.subject.kind == DocKind::Person;
    let head = visit.documents.iter().position(names);
    let kept = |(at, one): (usize, &Document)| !names(one) || Some(at) == head;
    visit.documents = visit
        .documents
        .iter()
        .enumerate()
        .filter(|one| kept(*one))
        .map(|(_, one)| one.clone())
        .collect();
    visit
}

/// Keeps what this worker hears otherwise; the rest is recorded as the colleague did.
fn heard_otherwise(key: &str, value: &mut Value) -> bool {
    match (key, &mut *value) {
        ("f/name", Value::Str(name)) => {
            *name = respelt(name);
            true
        }
        ("f/size", Value::Int(size)) => {
            *size += 1;
            true
        }
        _ => false,
    }
}

/// Writes a name as another ear hears it.
fn respelt(name: &str) -> String {
    for (one, other) in [("SUR", "SOER"), ("DJ", "J"), ("I", "IE"), ("U", "OE"), ("A", "AH")] {
        if name.contains(one) {
            return name.replacen(one, other, 1);
        }
    }
    format!("{name}H")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_ear_hears_another_name() {
        assert_eq!(respelt("SURATMI"), "SOERATMI");
        assert_eq!(respelt("SITI ROMLAH"), "SIETI ROMLAH");
        assert_eq!(respelt("XYZ"), "XYZH");
    }
}
