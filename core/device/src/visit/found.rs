//! What a check found, named so that a screen can open its field.

use jangkau_domain::check::{CheckId, Level};

use super::section::SectionKey;

/// One finding, named so that the screen can open its field.
#[derive(Clone)]
pub struct Found {
    /// Where the field stands.
    pub section: SectionKey,
    /// Its document, or the visit.
    pub doc: String,
    /// Its key.
    pub key: String,
    /// How hard it is.
    pub level: Level,
    /// The check; none for one of the form's own.
    pub check: Option<CheckId>,
    /// What to do.
    pub text: String,
}

impl Found {
    /// Returns whether nothing but a value is missing: shown only when the visit is to be sent.
    pub fn is_gap(&self) -> bool {
        self.check == Some(CheckId::Required)
    }
}

/// Returns the key of the control that shows a field: a set is one control.
pub fn control(key: &str) -> String {
    match key.strip_prefix("set/").and_then(|rest| rest.split_once('/')) {
        Some((set, _)) => format!("set/{set}"),
        None => key.to_owned(),
    }
}
