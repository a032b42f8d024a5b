//! What a worker types during one visit.

use jangkau_device::FieldApp;
use jangkau_device::ffi::view::{FieldSaved, Finish, Finished, FormView};

use crate::tablet::done;

/// An open visit, and the worker's fingers.
pub struct Typed<'t> {
    app: &'t FieldApp,
    visit: String,
}

impl<'t> Typed<'t> {
    pub(crate) fn new(app: &'t FieldApp, visit: String) -> Self {
        Self { app, visit }
    }

    /// Returns the visit's id.
    pub fn visit(&self) -> &str {
        &self.visit
    }

    /// Returns a section of the form.
    ///
    /// # Panics
    ///
    /// Where the core fails.
    pub fn form(&self, section: &str) -> FormView {
        self.app.form(self.visit.clone(), section.to_owned()).expect("a form is read")
    }

    /// Returns the document of the first group of a section.
    ///
    /// # Panics
    ///
    /// Where the section has no group.
    pub fn doc(&self, section: &str) -> String {
        let form = self.form(section);
        let group = form.groups.first().expect("the section has a group");
        group.doc.clone()
    }

    /// Types one field.
    ///
    /// # Panics
    ///
    /// Where the core refuses it.
    pub fn set(&self, doc: &str, key: &str, value: &str) -> FieldSaved {
        let saved = self.app.set_field(
            self.visit.clone(),
            doc.to_owned(),
            key.to_owned(),
            value.to_owned(),
        );
        saved.unwrap_or_else(|error| panic!("{key} is saved: {error}"))
    }

    /// Types several fields of a document.
    ///
    /// # Panics
    ///
    /// Where the core refuses one.
    pub fn fill(&self, doc: &str, fields: &[(&str, &str)]) -> &Self {
        for (key, value) in fields {
            self.set(doc, key, value);
        }
        self
    }

    /// Types the family's fields; returns its document.
    ///
    /// # Panics
    ///
    /// Where the core refuses one.
    pub fn household(&self, fields: &[(&str, &str)]) -> String {
        let doc = self.doc("household");
        self.fill(&doc, fields);
        doc
    }

    /// Adds a member and types the fields; returns the document.
    ///
    /// # Panics
    ///
    /// Where the core refuses one.
    pub fn member(&self, fields: &[(&str, &str)]) -> String {
        let group = self.app.add_member(self.visit.clone()).expect("a member is added");
        self.fill(&group, fields);
        group
    }

    /// Adds a case of a kind; returns the document.
    ///
    /// # Panics
    ///
    /// Where the core refuses it.
    pub fn add_case(&self, kind: &str) -> String {
        let added = self.app.add_case(self.visit.clone(), kind.to_owned());
        added.expect("a case is added")
    }

    /// Saves the visit for sending.
    ///
    /// # Panics
    ///
    /// Where something blocks it.
    pub fn finish(self) -> Finished {
        done(self.try_finish())
    }

    /// Checks the visit, and saves it where nothing blocks it.
    ///
    /// # Panics
    ///
    /// Where the core fails.
    pub fn try_finish(&self) -> Finish {
        self.app.finish(self.visit.clone()).expect("a visit is checked")
    }
}
