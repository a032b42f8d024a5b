//! Everything of one open visit, read once a call.

use std::collections::{BTreeMap, BTreeSet};

use jangkau_domain::calendar::Zone;
use jangkau_domain::catalogue::Catalogue;
use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DocId, DocKind, Ulid};
use jiff::civil::Date;

use super::leaf::Leaf;
use crate::catalogue;
use crate::device::Device;
use crate::error::DeviceError;
use crate::moment::Moment;
use crate::store::drafts;
use crate::store::meta::{self, Fact};
use crate::store::register::{self, Pack};
use crate::store::scopes::{self, Scope};
use crate::store::visit_notes;
use crate::store::visits::{self, Visit};

/// One open visit.
pub struct Sheet {
    /// The visit.
    pub visit: Visit,
    /// Its ULID.
    pub id: Ulid,
    /// The desa.
    pub scope: Scope,
    /// Its documents in the order of the screen; the household is the first.
    pub leaves: Vec<Leaf>,
    /// Answers about the visit itself, by key.
    pub answers: BTreeMap<String, String>,
    /// Programs put on the form beside those that are always asked.
    pub programs: BTreeSet<String>,
    /// Sections confirmed as unchanged.
    pub confirmed: BTreeSet<String>,
    /// The programs.
    pub catalogue: Catalogue,
    /// Releases of the register for the desa.
    pub packs: Vec<Pack>,
    /// Now, in the kabupaten's zone.
    pub moment: Moment,
    /// The day that the form's checks take for today.
    pub today: Date,
    /// The worker's roles.
    pub roles: Roles,
}

impl Sheet {
    /// Reads an open visit.
    ///
    /// # Errors
    /// [`DeviceError::NotFound`] where there is no open visit of that id.
    pub fn load(device: &Device, visit: &str) -> Result<Self, DeviceError> {
        let db = &device.db;
        let found = visits::get(db, visit)?.ok_or(DeviceError::NotFound)?;
        if found.finished_s.is_some() {
            return Err(DeviceError::NotFound);
        }
        let typed = drafts::all(db, visit)?;
        let leaves = visits::parts(db, visit)?
            .into_iter()
            .map(|part| Leaf::load(db, part, &typed))
            .collect::<Result<_, _>>()?;
        let answers = typed
            .iter()
            .filter(|((doc, _), _)| doc == visit)
            .map(|((_, key), value)| (key.clone(), value.clone()))
            .collect();
        let moment = device.moment();
        Ok(Self {
            id: visit.parse().map_err(|_| DeviceError::NotFound)?,
            scope: scopes::find(db, found.scope)?.ok_or(DeviceError::NotFound)?,
            leaves,
            answers,
            programs: visit_notes::programs(db, visit)?,
            confirmed: visit_notes::confirmed(db, visit)?,
            catalogue: catalogue::current(db)?,
            packs: register::packs(db, found.scope)?,
            today: moment.likely_today(meta::number(db, Fact::ServerTime)?),
            moment,
            roles: device.enrolled()?.roles,
            visit: found,
        })
    }

    /// Returns the household's leaf.
    pub fn household(&self) -> Option<&Leaf> {
        self.of_kind(DocKind::Household).next()
    }

    /// Returns the leaves of a kind.
    pub fn of_kind(&self, kind: DocKind) -> impl Iterator<Item = &Leaf> {
        self.leaves.iter().filter(move |leaf| leaf.part.kind == kind)
    }

    /// Returns the members that are recorded, here or before.
    pub fn members(&self) -> impl Iterator<Item = &Leaf> {
        self.of_kind(DocKind::Person).filter(|leaf| leaf.exists())
    }

    /// Returns a document's leaf.
    pub fn leaf(&self, doc: &str) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.doc == doc)
    }

    /// Returns the leaf that a reference names.
    pub fn named(&self, id: DocId) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.part.doc == id)
    }

    /// Returns an answer about the visit itself.
    pub fn answer(&self, key: &str) -> &str {
        self.answers.get(key).map_or("", |answer| answer.trim())
    }

    /// Returns whether the citizen or somebody of the family was met.
    pub fn met(&self) -> bool {
        matches!(self.answer("outcome"), "met" | "met_other")
    }

    /// Returns whether the worker sits at a Puskesos rather than walking from door to door.
    pub fn at_office(&self) -> bool {
        self.roles.has(Role::Fop) && !self.roles.has(Role::Fs)
    }

    /// Returns the code of `list:channel`.
    pub fn channel(&self) -> &'static str {
        if self.at_office() { "puskesos" } else { "fs" }
    }

    /// Returns whom the visit goes to: the head's name, else any member's.
    pub fn head_name(&self) -> String {
        let head = self.of_kind(DocKind::Person).find(|leaf| leaf.text("f/relation") == "head");
        let named = || self.of_kind(DocKind::Person).find(|leaf| !leaf.name().is_empty());
        head.filter(|leaf| !leaf.name().is_empty())
            .or_else(named)
            .map(Leaf::name)
            .unwrap_or_default()
    }

    /// Returns the zone of the kabupaten.
    pub fn zone(&self) -> Zone {
        self.moment.zone
    }
}
