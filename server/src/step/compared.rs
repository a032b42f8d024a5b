//! What is compared of two persons, and how the outcome reads in a list.

use jangkau_domain::birth::Closeness;
use jangkau_domain::matching::{
    AddressLevel, Judgement, NameLevel, NikLevel, Reason, Record, Scope,
};
use jangkau_domain::name::{NameKey, address_key};
use jangkau_domain::nik::{Nik, Provinces, Sex};
use jangkau_domain::{DocId, Value};
use jangkau_sync::message::ScopeKind;
use sha2::{Digest, Sha256};

use super::facts;
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::scopes;

const PERSON: [&str; 7] =
    ["f/nik", "f/name", "f/sex", "f/birth_date", "f/mother", "f/phone", "f/household"];
const HOUSEHOLD: [&str; 5] = ["f/kk", "f/desa", "f/hamlet", "f/rt", "f/rw"];

/// Reads a person with the family; none where the person is not here.
pub(super) fn person(work: &Work<'_>, doc: &DocId) -> Result<Option<Record>, IngestError> {
    let person = facts::some(work, doc, &PERSON)?;
    if person.is_empty() {
        return Ok(None);
    }
    let household = match facts::doc_of(&person, "f/household") {
        Some(household) => facts::some(work, &household, &HOUSEHOLD)?,
        None => facts::Record::new(),
    };
    let text = |key| facts::text(&person, key);
    let home = |key| facts::text(&household, key);
    Ok(Some(Record {
        nik: text("f/nik").and_then(|nik| Nik::parse(nik, Provinces::WithFictitious).ok()),
        kk: home("f/kk").and_then(|kk| kk.parse().ok()),
        name: text("f/name").map(NameKey::read).unwrap_or_default(),
        sex: text("f/sex").and_then(Sex::from_key),
        birth: text("f/birth_date").and_then(|date| date.parse().ok()),
        mother: text("f/mother").map(NameKey::read),
        desa: home("f/desa").and_then(|desa| desa.parse().ok()),
        hamlet: home("f/hamlet").map(address_key),
        rt: home("f/rt").map(three_digits),
        rw: home("f/rw").map(three_digits),
        phone: text("f/phone").and_then(|phone| phone.parse().ok()),
    }))
}

fn three_digits(written: &str) -> String {
    format!("{:0>3}", written.trim())
}

/// Returns what the evidence is weighed against.
pub(super) fn scope(work: &Work<'_>) -> Result<Scope, IngestError> {
    let all = scopes::list(work.conn(), work.kab())?;
    let desa = all.iter().filter(|scope| scope.kind == ScopeKind::Desa).count();
    Ok(Scope { desa_count: u32::try_from(desa).unwrap_or(u32::MAX), ..Scope::default() })
}

/// Returns a hash of all that is compared of two persons.
pub(super) fn of_pair(work: &Work<'_>, a: DocId, b: DocId) -> Result<[u8; 32], IngestError> {
    let (one, other) = if a <= b { (a, b) } else { (b, a) };
    let mut sum = Sha256::new();
    for doc in [one, other] {
        let person = facts::some(work, &doc, &PERSON)?;
        let household = match facts::doc_of(&person, "f/household") {
            Some(household) => facts::some(work, &household, &HOUSEHOLD)?,
            None => facts::Record::new(),
        };
        for (key, value) in person.iter().chain(&household) {
            let text = value.as_str().map(str::as_bytes);
            let bytes = text.or_else(|| Value::as_bytes(value)).unwrap_or_default();
            sum.update(key);
            sum.update([0]);
            sum.update(bytes);
            sum.update([0]);
        }
    }
    Ok(sum.finalize().into())
}

/// Returns what agrees, as words.
pub(super) fn words(judged: &Judgement) -> String {
    let agrees = |reason: &Reason| match reason {
        Reason::Nik(NikLevel::Equal) => Some("nik"),
        Reason::Nik(NikLevel::OneEdit) => Some("nik_near"),
        Reason::Name(level) if *level <= NameLevel::Alike => Some("name"),
        Reason::Birth(close) if *close < Closeness::NearYear => Some("birth_date"),
        Reason::Mother(level) if *level <= NameLevel::Alike => Some("mother"),
        Reason::Kk(true) => Some("kk"),
        Reason::Address(AddressLevel::SameRt) => Some("address"),
        Reason::SamePhone => Some("phone"),
        _ => None,
    };
    judged.reasons.iter().filter_map(agrees).collect::<Vec<_>>().join(" ")
}
