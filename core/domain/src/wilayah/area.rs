//! One row of the wilayah table.

use jiff::civil::Date;

use super::code::Code;

/// An area with its name and the days between which its code is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub code: Code,
    /// Its name as the decree writes it.
    pub name: String,
    /// The first day of validity; none where it was always so.
    pub valid_from: Option<Date>,
    /// The last day of validity; none while it is valid.
    pub valid_until: Option<Date>,
    /// The code that took its place.
    pub successor: Option<Code>,
}

impl Area {
    /// Returns an area without an end.
    pub fn new(code: Code, name: impl Into<String>) -> Self {
        Self { code, name: name.into(), valid_from: None, valid_until: None, successor: None }
    }

    /// Returns it closed after a day, with the code that took its place.
    #[must_use]
    pub fn closed(self, last_day: Date, successor: Option<Code>) -> Self {
        Self { valid_until: Some(last_day), successor, ..self }
    }

    /// Returns whether the code is valid on a day.
    pub fn is_valid_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day)
            && self.valid_until.is_none_or(|until| day <= until)
    }
}
