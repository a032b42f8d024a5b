//! Answers to what the office asks.

use super::app::FieldApp;
use super::error::FieldError;
use super::view::{Finished, OfficeAnswer, OfficeTask};
use crate::office;

#[uniffi::export]
impl FieldApp {
    /// Returns a citizen to be told, or a question about a case.
    pub fn office_task(&self, id: String) -> Result<OfficeTask, FieldError> {
        self.with(|device| office::item(device, &id))
    }

    /// Answers it; what is missing is refused at its field.
    pub fn answer_office(
        &self,
        id: String,
        answers: Vec<OfficeAnswer>,
    ) -> Result<Finished, FieldError> {
        self.with(|device| office::answer(device, &id, &answers))
    }
}
