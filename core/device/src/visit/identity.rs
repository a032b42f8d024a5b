//! Which document each part of a visit becomes: two tablets that write down the same NIK or KK
//! while apart make the same one.

use std::collections::BTreeMap;

use jangkau_domain::kk::Kk;
use jangkau_domain::matching::{Evidence, NameLevel, Record};
use jangkau_domain::name::NameKey;
use jangkau_domain::nik::Nik;
use jangkau_domain::{DocId, DocKind};
use rusqlite::Connection;

use super::leaf::Leaf;
use super::sheet::Sheet;
use super::similar;
use crate::error::DeviceError;
use crate::store::{persons, register};

/// What provisional documents become.
#[derive(Default)]
pub struct Became(BTreeMap<DocId, DocId>);

impl Became {
    /// Returns the document that a part became; itself where it was no provisional one.
    pub fn of(&self, id: DocId) -> DocId {
        self.0.get(&id).copied().unwrap_or(id)
    }
}

/// Decides for every part of a visit. A document that exists keeps its id for ever, also when its
/// NIK or KK is corrected later.
pub fn decide(db: &Connection, sheet: &Sheet) -> Result<Became, DeviceError> {
    let mut became = Became::default();
    for leaf in &sheet.leaves {
        let id = match leaf.part.kind {
            _ if leaf.register.is_some() || leaf.row.is_some() => None,
            DocKind::Person => person(db, sheet, leaf)?,
            DocKind::Household => household(db, sheet, leaf)?,
            DocKind::Case => None,
        };
        let taken = id.is_some_and(|id| became.0.values().any(|other| *other == id));
        if let Some(id) = id.filter(|_| !taken) {
            became.0.insert(leaf.part.doc, id);
        }
    }
    Ok(became)
}

/// Returns the document of a NIK, unless somebody else already stands in it: a mistyped NIK must
/// not make one document of two people.
pub fn person(db: &Connection, sheet: &Sheet, leaf: &Leaf) -> Result<Option<DocId>, DeviceError> {
    let (Ok(nik), Some(key)) = (leaf.text("f/nik").parse::<Nik>(), &sheet.scope.key) else {
        return Ok(None);
    };
    let id = key.person_id(&nik);
    let known = match persons::get(db, id)? {
        Some(person) => Some((person.name, person.birth)),
        None => register::of_person(db, id)?.map(|row| (row.name, row.birth)),
    };
    let fits = known.is_none_or(|(name, birth)| {
        let other =
            Record { name: NameKey::read(&name), birth: birth.parse().ok(), ..Record::default() };
        same_person(&similar::record(sheet, leaf), &other)
    });
    Ok(fits.then_some(id))
}

/// Compares name and birth date as the server does before it links an equal NIK.
fn same_person(typed: &Record, known: &Record) -> bool {
    let name_fits = Evidence::of(typed, known).name.is_none_or(|level| level <= NameLevel::Alike);
    let birth_fits = match (typed.birth, known.birth) {
        (Some(typed), Some(known)) => !typed.contradicts(known),
        _ => true,
    };
    name_fits && birth_fits
}

/// Returns the document of a KK, unless another family stands in it: with no name in common, the
/// number is rather mistyped.
pub fn household(
    db: &Connection,
    sheet: &Sheet,
    leaf: &Leaf,
) -> Result<Option<DocId>, DeviceError> {
    let (Ok(kk), Some(key)) = (leaf.text("f/kk").parse::<Kk>(), &sheet.scope.key) else {
        return Ok(None);
    };
    let id = key.household_id(&kk);
    let members = persons::of_household(db, id)?;
    let mut known: Vec<NameKey> =
        members.iter().map(|member| NameKey::read(&member.name)).collect();
    known.extend(register::family(db, id)?.iter().map(|row| NameKey::read(&row.name)));
    let typed: Vec<NameKey> =
        sheet.members().map(|member| NameKey::read(&member.text("f/name"))).collect();
    let common = known.iter().any(|known| typed.iter().any(|typed| alike(typed, known)));
    Ok((known.is_empty() || common).then_some(id))
}

fn alike(one: &NameKey, two: &NameKey) -> bool {
    let record = |name: &NameKey| Record { name: name.clone(), ..Record::default() };
    Evidence::of(&record(one), &record(two)).name_fits()
}
