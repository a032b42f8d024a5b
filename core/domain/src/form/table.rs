//! Every form there is.

use super::layout::Form;
use super::{case, office, visit};

static TABLES: &[&[Form]] = &[visit::FORMS, case::FORMS, office::FORMS];

/// Returns every form.
pub fn all() -> impl Iterator<Item = &'static Form> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// Returns the form of a key.
pub fn find(key: &str) -> Option<&'static Form> {
    all().find(|form| form.key == key)
}
