//! Everything a form may look at, gathered by whoever calls it.

use jiff::civil::Date;

use super::Record;
use crate::catalogue::{Catalogue, Program};
use crate::wilayah::{Code, Table};
use crate::{DocId, DocKind};

/// What the register says of a person or family (Guideline III.D.2.d.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RegisterStatus {
    /// Stands in it.
    Listed,
    /// Does not.
    NotListed,
    /// No pack of the desa is at hand.
    #[default]
    Unchecked,
}

impl RegisterStatus {
    /// Returns the key of `list:register_status`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::NotListed => "not_listed",
            Self::Unchecked => "unchecked",
        }
    }
}

/// The register row that fits, found by NIK, else by KK and name.
#[derive(Clone, Copy, Default)]
pub struct Register<'a> {
    /// Whether it is listed.
    pub status: RegisterStatus,
    /// Its decile.
    pub desil: Option<u8>,
    /// The programs it names.
    pub programs: &'a [String],
    /// The day of the release.
    pub released: Option<Date>,
}

/// What the caller looked up elsewhere; absence means "not looked up", and its check rests.
#[derive(Clone, Copy, Default)]
pub struct Known<'a> {
    /// The name of another person with the same NIK.
    pub nik_owner: Option<&'a str>,
    /// Whether the place of birth is a known area.
    pub birth_place_known: Option<bool>,
    /// The day pregnancy was recorded.
    pub pregnant_since: Option<Date>,
    /// Whether a need of the person is open.
    pub open_need: bool,
    /// Whether the person has an open proposal for the register.
    pub has_listing: bool,
    /// The desa before this edit.
    pub desa_before: Option<Code>,
    /// Whether another family has the same address.
    pub address_shared: bool,
    /// The household's own id.
    pub household_id: Option<DocId>,
    /// Whether the family named in `f/roof` names one itself.
    pub roof_has_roof: bool,
    /// Whether the kind may be changed to this one in the case's state (T24).
    pub kind_legal: Option<bool>,
    /// Whether the number of the paper form stands on another case.
    pub paper_used: bool,
    /// The name of the person who types.
    pub typist: Option<&'a str>,
}

/// One view over a visit: a person, the family, a case, and what is known around them.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The person in question.
    pub person: Option<&'a dyn Record>,
    /// The family.
    pub household: Option<&'a dyn Record>,
    /// The case.
    pub case: Option<&'a dyn Record>,
    /// Every recorded member of the family, the person in question too.
    pub members: &'a [&'a dyn Record],
    /// The day of the visit.
    pub today: Date,
    /// The programs.
    pub catalogue: &'a Catalogue,
    /// The wilayah table, where it is loaded.
    pub wilayah: Option<&'a Table>,
    /// The register row.
    pub register: Register<'a>,
    /// `list:channel` of the visit.
    pub channel: Option<&'a str>,
    /// `list:visit_outcome`.
    pub outcome: Option<&'a str>,
    /// The quick form of an emergency is open.
    pub quick_form: bool,
    /// The case lies in a private scope.
    pub private: bool,
    /// The desa lists its hamlets.
    pub hamlets_listed: bool,
    /// What else was looked up.
    pub known: Known<'a>,
}

impl<'a> Facts<'a> {
    /// Starts a view in which nothing but the day and the catalogue is known.
    pub fn new(today: Date, catalogue: &'a Catalogue) -> Self {
        Self {
            person: None,
            household: None,
            case: None,
            members: &[],
            today,
            catalogue,
            wilayah: None,
            register: Register::default(),
            channel: None,
            outcome: None,
            quick_form: false,
            private: false,
            hamlets_listed: false,
            known: Known::default(),
        }
    }

    /// Returns the document of a kind.
    pub fn record(&self, doc: DocKind) -> Option<&'a dyn Record> {
        match doc {
            DocKind::Person => self.person,
            DocKind::Household => self.household,
            DocKind::Case => self.case,
        }
    }

    /// Returns a text of a document.
    pub fn text(&self, doc: DocKind, key: &str) -> Option<&'a str> {
        self.record(doc)?.text(key)
    }

    /// Returns the desa of residence.
    pub fn place(&self) -> Option<Code> {
        self.text(DocKind::Household, "f/desa")?.parse().ok()
    }

    /// Returns the case's program, where the catalogue knows it.
    pub fn program(&self) -> Option<&'a Program> {
        self.catalogue.find(self.text(DocKind::Case, "f/program")?)
    }

    /// Tells whether the case is one of the quick form: made in a mode of emergency, with any of
    /// its fields (Guideline IV.E).
    pub fn is_quick(&self) -> bool {
        let quick_key = |key: &str| key.starts_with("f/quick_") || key.starts_with("set/quick_");
        let made_quick = |case: &dyn Record| {
            case.filled("f/emergency") && case.keys().into_iter().any(quick_key)
        };
        self.quick_form || self.case.is_some_and(made_quick)
    }

    /// Tells whether the case must lie in a private scope: its category, a kind of PPKS or the
    /// reporter's wish makes it so (Law 27/2022).
    pub fn is_private(&self) -> bool {
        self.private || self.case.is_some_and(becomes_private)
    }
}

fn becomes_private(case: &dyn Record) -> bool {
    let private_code = |list: &str, key: &str| {
        crate::list::find(list).and_then(|list| list.code(key)).is_some_and(|code| code.private)
    };
    case.yes("f/hide_reporter")
        || case.text("f/subcat").is_some_and(|key| private_code("subcat", key))
        || case.items("ppks").into_iter().any(|key| private_code("ppks", key))
}
