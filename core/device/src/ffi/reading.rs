//! What the screens read.

use jangkau_domain::DocId;

use super::app::FieldApp;
use super::error::FieldError;
use super::view::{
    CaseView, Choice, Home, HouseholdView, OutboxItem, ReturnedView, SearchPage, TaskCard,
};
use crate::error::DeviceError;
use crate::{catalogue, family, home, returned, search};

#[uniffi::export]
impl FieldApp {
    /// Returns today's work.
    pub fn home(&self) -> Result<Home, FieldError> {
        let sending = self.is_sending();
        self.with(|device| home::home(device, sending))
    }

    /// Returns the records of the sync chip, those that wait first.
    pub fn outbox(&self) -> Result<Vec<OutboxItem>, FieldError> {
        let sending = self.is_sending();
        self.with(|device| home::outbox(device, sending))
    }

    /// Searches own records, those of the office and the register.
    pub fn search(&self, query: String) -> Result<SearchPage, FieldError> {
        self.with(|device| search::search(&device.db, &query, &device.moment()))
    }

    /// Returns the page of a family.
    pub fn household(&self, id: String) -> Result<HouseholdView, FieldError> {
        self.with(|device| family::page(device, document(&id)?))
    }

    /// Returns the records that came back.
    pub fn returned(&self) -> Result<Vec<TaskCard>, FieldError> {
        self.with(|device| returned::list(device))
    }

    /// Returns one record that came back, with its notes.
    pub fn returned_item(&self, id: String) -> Result<ReturnedView, FieldError> {
        self.with(|device| returned::item(device, &id))
    }

    /// Returns where a case stands.
    pub fn case_card(&self, id: String) -> Result<CaseView, FieldError> {
        self.with(|device| family::card(device, document(&id)?))
    }

    /// Returns the programs of the catalogue.
    pub fn programs(&self) -> Result<Vec<Choice>, FieldError> {
        self.with(|device| {
            Ok(catalogue::choices(&catalogue::current(&device.db)?, &device.moment()))
        })
    }

    /// Returns the visits that were begun.
    pub fn open_visits(&self) -> Result<Vec<TaskCard>, FieldError> {
        self.with(|device| home::drafts(device))
    }
}

fn document(id: &str) -> Result<DocId, DeviceError> {
    DocId::from_hex(id).ok_or(DeviceError::NotFound)
}
