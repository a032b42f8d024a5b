//! A visit as the rules of the field look at it.

use jangkau_domain::form::{Facts, Known, Record, Register, RegisterStatus};
use jangkau_domain::{DocId, Value};
use rusqlite::Connection;

use super::leaf::{Leaf, Values};
use super::sheet::Sheet;
use crate::error::DeviceError;
use crate::store::persons;
use crate::store::register::{self, RegisterRow};

/// What the register says of one person, kept as long as the facts look at it.
#[derive(Default)]
pub struct Listed {
    status: RegisterStatus,
    row: Option<RegisterRow>,
    programs: Vec<String>,
    release: String,
    released: Option<jiff::civil::Date>,
}

impl Listed {
    /// Looks a person up: by the row under the document, by NIK, else by KK and name.
    pub fn look(db: &Connection, sheet: &Sheet, person: &Leaf) -> Result<Self, DeviceError> {
        let Some(pack) = sheet.packs.first() else {
            return Ok(Self::default());
        };
        let row = match &person.row {
            Some(row) => Some(row.clone()),
            None => register::with_nik(db, &person.text("f/nik"))?,
        };
        let programs = row.iter().flat_map(|row| row.programs.split(' ')).map(str::to_owned);
        Ok(Self {
            status: if row.is_some() { RegisterStatus::Listed } else { RegisterStatus::NotListed },
            programs: programs.filter(|code| !code.is_empty()).collect(),
            row,
            release: pack.release.clone(),
            released: pack.released.parse().ok(),
        })
    }

    /// Returns the key of `list:register_status`.
    pub fn status(&self) -> &'static str {
        self.status.key()
    }

    /// Returns the release that was looked at; empty for none.
    pub fn release(&self) -> &str {
        &self.release
    }

    fn register(&self) -> Register<'_> {
        Register {
            status: self.status,
            desil: self.row.as_ref().and_then(|row| row.desil),
            programs: &self.programs,
            released: self.released,
        }
    }
}

/// What is in view: a person, the household, a case. Owns what the form itself adds.
pub struct View<'a> {
    sheet: &'a Sheet,
    household: Values,
    person: Option<Values>,
    case: Option<Values>,
    members: Vec<Values>,
    listed: Listed,
    nik_owner: Option<String>,
}

impl<'a> View<'a> {
    /// Looks at the household with its members.
    pub fn household(sheet: &'a Sheet) -> Self {
        let of = |leaf: &Leaf| with_household(sheet, leaf);
        Self {
            sheet,
            household: sheet.household().map(|leaf| leaf.merged.clone()).unwrap_or_default(),
            person: None,
            case: None,
            members: sheet.members().map(of).collect(),
            listed: Listed::default(),
            nik_owner: None,
        }
    }

    /// Looks at one member in the household.
    pub fn person(db: &Connection, sheet: &'a Sheet, person: &Leaf) -> Result<Self, DeviceError> {
        let mut view = Self::household(sheet);
        view.listed = Listed::look(db, sheet, person)?;
        view.nik_owner = nik_owner(db, person)?;
        view.person = Some(with_household(sheet, person));
        Ok(view)
    }

    /// Looks at one case with the person that it concerns.
    pub fn case(db: &Connection, sheet: &'a Sheet, case: &Leaf) -> Result<Self, DeviceError> {
        let person = concerned(sheet, case);
        let mut view = match person {
            Some(person) => Self::person(db, sheet, person)?,
            None => Self::household(sheet),
        };
        view.case = Some(form_made(sheet, case, &view.listed));
        Ok(view)
    }

    /// Calls with the facts: they borrow what this view owns.
    pub fn with<T>(&self, look: impl FnOnce(&Facts<'_>) -> T) -> T {
        let members: Vec<&dyn Record> =
            self.members.iter().map(|member| member as &dyn Record).collect();
        let mut facts = Facts::new(self.sheet.today, &self.sheet.catalogue);
        facts.household = Some(&self.household);
        facts.person = self.person.as_ref().map(|person| person as &dyn Record);
        facts.case = self.case.as_ref().map(|case| case as &dyn Record);
        // What makes a case private puts it in a private scope at once.
        facts.private = facts.is_private();
        facts.members = &members;
        facts.register = self.listed.register();
        facts.channel = Some(self.sheet.channel());
        facts.outcome = Some(self.sheet.answer("outcome")).filter(|outcome| !outcome.is_empty());
        facts.known = Known {
            nik_owner: self.nik_owner.as_deref(),
            household_id: Some(self.sheet.visit.household),
            ..Known::default()
        };
        look(&facts)
    }

    /// Returns the case with what the form itself adds.
    pub fn case_values(&self) -> Option<&Values> {
        self.case.as_ref()
    }
}

/// Returns the person whom a case concerns.
pub fn concerned<'s>(sheet: &'s Sheet, case: &Leaf) -> Option<&'s Leaf> {
    let named = case.merged.get("f/person").and_then(Value::as_bytes).and_then(DocId::from_slice);
    sheet.named(named?)
}

/// Puts the family on a member, unless the person has no home.
pub fn with_household(sheet: &Sheet, leaf: &Leaf) -> Values {
    let mut values = leaf.merged.clone();
    if !values.yes("f/no_home") {
        let family = Value::Bytes(sheet.visit.household.0.to_vec());
        values.insert("f/household".to_owned(), family);
    }
    values
}

/// Puts on a case what the form itself knows: channel, register status and release.
fn form_made(sheet: &Sheet, case: &Leaf, listed: &Listed) -> Values {
    let mut values = case.merged.clone();
    let mut set = |key: &str, value: &str| {
        if !value.is_empty() && case.register.is_none() {
            values.insert(key.to_owned(), Value::from(value));
        }
    };
    set("f/channel", sheet.channel());
    set("f/reg_status", listed.status());
    if listed.status != RegisterStatus::Unchecked {
        set("f/reg_release", listed.release());
    }
    values
}

/// Returns the name of another person with the same NIK.
fn nik_owner(db: &Connection, person: &Leaf) -> Result<Option<String>, DeviceError> {
    let nik = person.text("f/nik");
    if nik.len() != 16 {
        return Ok(None);
    }
    let others = persons::with_nik(db, &nik)?;
    let other = others.into_iter().find(|other| other.doc != Some(person.part.doc));
    if let Some(other) = other {
        return Ok(Some(other.name));
    }
    let row = register::with_nik(db, &nik)?;
    Ok(row.filter(|row| row.person != Some(person.part.doc)).map(|row| row.name))
}
