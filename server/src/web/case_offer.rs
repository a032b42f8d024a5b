//! What a case's form offers to choose from.

use jangkau_domain::case::Unit;
use jangkau_domain::role::Role;
use jangkau_domain::{DocKind, Label, Lang, field, list};
use rusqlite::Connection;

use super::desk::Desk;
use super::show;
use crate::store::case_state::CaseRow;
use crate::store::{StoreError, users};

/// The offices and persons that a case can be given to.
pub struct Offer<'c> {
    desa: Option<&'c str>,
    /// Who may be named for a private case; empty for any other.
    handlers: Vec<(String, String)>,
}

impl<'c> Offer<'c> {
    /// Looks at who could take a case.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the database fails.
    pub fn find(conn: &Connection, desk: &Desk, case: &'c CaseRow) -> Result<Self, StoreError> {
        let mut handlers = Vec::new();
        if case.private {
            for id in users::with_role(conn, desk.kab, Role::Bo, None)? {
                let user = users::find(conn, desk.kab, id)?;
                handlers.extend(user.map(|user| (user.id.0.to_string(), user.name)));
            }
        }
        Ok(Self { desa: case.desa.as_deref(), handlers })
    }

    /// Returns the choices of a list with their words; none for free text.
    pub fn of(&self, desk: &Desk, list_name: &str) -> Option<Vec<(String, String)>> {
        let lang = desk.lang();
        match list_name {
            "" => None,
            "unit" => {
                let village = self.desa.map(|desa| Unit::Puskesos(desa.to_owned()));
                let units = std::iter::once(Unit::Slrt).chain(village);
                Some(units.map(|unit| (unit.to_string(), unit_name(desk, &unit))).collect())
            }
            "handler" => Some(self.handlers.clone()),
            "program" => {
                let programs = desk.catalogue.programs.iter();
                Some(programs.map(|one| (one.code.clone(), one.name(lang).to_owned())).collect())
            }
            "key" => Some(keys(&[DocKind::Case, DocKind::Person], lang)),
            "case_key" => Some(keys(&[DocKind::Case], lang)),
            "private" => Some(marks(desk)),
            name => Some(codes(name, lang, |_| true)),
        }
    }
}

fn codes(name: &str, lang: Lang, fits: impl Fn(&list::Code) -> bool) -> Vec<(String, String)> {
    let items = list::find(name).map(|list| list.items).unwrap_or_default();
    let item = |code: &list::Code| (code.key.to_owned(), show::code(name, code.key, lang));
    items.iter().filter(|code| fits(code)).map(item).collect()
}

/// Returns the fields that a question or a note can be about: those on the cards of some kinds.
fn keys(kinds: &[DocKind], lang: Lang) -> Vec<(String, String)> {
    let fields = kinds.iter().copied().flat_map(field::all);
    let asked = fields.filter(|field| field.shown.card && field.key.starts_with("f/"));
    asked.map(|field| (field.key.to_owned(), show::label(field, lang).to_owned())).collect()
}

/// Returns what makes a case private: a category, or the wish of the reporter (Law 27/2022).
fn marks(desk: &Desk) -> Vec<(String, String)> {
    const HIDE: Label = Label::new("Pelapor minta dirahasiakan", "The reporter asks for secrecy");
    let mut marks = codes("subcat", desk.lang(), |code| code.private);
    marks.push(("f/hide_reporter".to_owned(), desk.say(HIDE).to_owned()));
    marks
}

/// Returns the name of an office.
pub fn unit_name(desk: &Desk, unit: &Unit) -> String {
    match (unit, desk.lang()) {
        (Unit::Puskesos(desa), _) => format!("Puskesos {}", desk.place(desa)),
        (Unit::Slrt, Lang::Id) => "Sekretariat SLRT".to_owned(),
        (Unit::Slrt, Lang::En) => "SLRT secretariat".to_owned(),
        (other, _) => other.to_string(),
    }
}
