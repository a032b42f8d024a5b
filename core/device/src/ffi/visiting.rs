//! A visit from its start to its end, and the correction of what came back.

use super::app::FieldApp;
use super::error::FieldError;
use super::view::{FieldSaved, Finish, FormView, VisitTarget};
use crate::{returned, visit as visits};

/// Characters of a row's id; a visit's has 26.
const ROW_ID: usize = 32;

#[uniffi::export]
impl FieldApp {
    /// Begins a visit and returns its id; the draft is on disk.
    pub fn start_visit(&self, target: VisitTarget) -> Result<String, FieldError> {
        self.with(|device| visits::start(device, &target))
    }

    /// Returns a section; an empty key gives the first unfinished one.
    pub fn form(&self, visit: String, section: String) -> Result<FormView, FieldError> {
        self.with(|device| visits::form(device, &visit, &section))
    }

    /// Saves one field as typed; an empty value takes it away. For a record that came back,
    /// `visit` is the return row's id.
    pub fn set_field(
        &self,
        visit: String,
        doc: String,
        key: String,
        value: String,
    ) -> Result<FieldSaved, FieldError> {
        self.with(|device| {
            let visit = if visit.len() == ROW_ID {
                returned::correction_of(device, &visit)?
            } else {
                visit
            };
            visits::set_field(device, &visit, &doc, &key, &value)
        })
    }

    /// Adds a member to the family and returns its group.
    pub fn add_member(&self, visit: String) -> Result<String, FieldError> {
        self.with(|device| visits::add_member(device, &visit))
    }

    /// Adds a program of the catalogue and returns its group.
    pub fn add_program(&self, visit: String, code: String) -> Result<String, FieldError> {
        self.with(|device| visits::add_program(device, &visit, &code))
    }

    /// Adds a case of a kind and returns its group.
    pub fn add_case(&self, visit: String, kind: String) -> Result<String, FieldError> {
        self.with(|device| visits::add_case(device, &visit, &kind))
    }

    /// Takes away what was added in this visit and never sent.
    pub fn remove_group(&self, visit: String, doc: String) -> Result<(), FieldError> {
        self.with(|device| visits::remove_group(device, &visit, &doc))
    }

    /// Confirms a section as unchanged.
    pub fn same_as_before(&self, visit: String, section: String) -> Result<FormView, FieldError> {
        self.with(|device| visits::same_as_before(device, &visit, &section))
    }

    /// Checks the visit and saves it for sending, all of it or nothing.
    pub fn finish(&self, visit: String) -> Result<Finish, FieldError> {
        self.with(|device| visits::finish(device, &visit))
    }

    /// Takes a visit away that was never finished.
    pub fn discard(&self, visit: String) -> Result<(), FieldError> {
        self.with(|device| visits::discard(device, &visit))
    }

    /// Sends the correction of a record that came back.
    pub fn correct(&self, id: String, text: String) -> Result<Finish, FieldError> {
        self.with(|device| returned::correct(device, &id, &text))
    }
}
