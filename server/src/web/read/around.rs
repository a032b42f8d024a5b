//! What stands around the documents of a visit, so that each is checked in sight of its family.

use jangkau_domain::check::{self, Level};
use jangkau_domain::form::{Facts, Record};
use jangkau_domain::{DocId, DocKind};
use rusqlite::Connection;

use super::opened::Opened;
use crate::store::persons;
use crate::web::desk::{Desk, Shut};
use crate::web::household;
use crate::web::typed::Values;

/// A family and its members as the page shows them.
pub struct Around {
    household: Option<Values>,
    members: Vec<(DocId, Values)>,
}

impl Around {
    /// Reads a family; one that the viewer may not open is left out.
    ///
    /// # Errors
    ///
    /// [`Shut`] if something cannot be read.
    pub fn of(conn: &Connection, desk: &Desk, house: Option<DocId>) -> Result<Self, Shut> {
        let Some(house) = house else { return Ok(Self { household: None, members: Vec::new() }) };
        let mut members = Vec::new();
        for person in persons::of_household(conn, desk.kab, &house)? {
            let opened = open(conn, desk, DocKind::Person, person.doc)?;
            members.extend(opened.map(|opened| (person.doc, Values::of(&opened))));
        }
        let household = open(conn, desk, DocKind::Household, house)?;
        Ok(Self { household: household.map(|opened| Values::of(&opened)), members })
    }

    /// Returns the warnings and errors of a document: key and sentence.
    pub fn warnings(&self, desk: &Desk, opened: &Opened) -> Vec<(String, String)> {
        let Some(today) = household::today(desk) else { return Vec::new() };
        let (kind, doc) = (opened.stored.register.kind(), opened.stored.register.id());
        let own = Values::of(opened);
        let members: Vec<&dyn Record> = self.members.iter().map(|(_, one)| one as _).collect();
        let mut facts = Facts::new(today, &desk.catalogue);
        facts.household = self.household.as_ref().map(|house| house as _);
        facts.members = &members;
        facts.wilayah = Some(&desk.wilayah);
        facts.private = opened.thing.private;
        match kind {
            DocKind::Person => facts.person = Some(&own),
            DocKind::Household => {
                facts.household = Some(&own);
                facts.known.household_id = Some(doc);
            }
            DocKind::Case => {
                facts.person = opened.doc("f/person").and_then(|person| self.member(person));
                facts.case = Some(&own);
            }
        }
        check::all(&facts)
            .into_iter()
            .filter(|finding| finding.doc == kind && finding.level != Level::Info)
            .map(|finding| (finding.key.clone(), finding.text(&facts, desk.lang())))
            .collect()
    }

    fn member(&self, doc: DocId) -> Option<&dyn Record> {
        self.members.iter().find(|(id, _)| *id == doc).map(|(_, values)| values as &dyn Record)
    }
}

fn open(conn: &Connection, desk: &Desk, kind: DocKind, doc: DocId) -> Result<Option<Opened>, Shut> {
    match Opened::find(conn, desk, kind, doc) {
        Ok(opened) => Ok(Some(opened)),
        Err(Shut::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}
