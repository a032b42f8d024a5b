//! The programs as the office last sent them; before the first session, those every kabupaten
//! starts with.

use jangkau_domain::catalogue::{self, Catalogue, Program};
use jangkau_sync::row;
use rusqlite::Connection;

use crate::error::DeviceError;
use crate::ffi::view::Choice;
use crate::moment::Moment;
use crate::store::rows;

/// Returns the newest catalogue.
pub fn current(db: &Connection) -> Result<Catalogue, DeviceError> {
    let sent = rows::read_all::<row::Catalogue>(db)?;
    let newest = sent.into_iter().map(|(_, catalogue)| catalogue).max_by_key(|sent| sent.version);
    Ok(newest.map_or_else(catalogue::seed, |sent| sent.to_catalogue()))
}

/// Returns the programs as choices.
pub fn choices(catalogue: &Catalogue, moment: &Moment) -> Vec<Choice> {
    let choice = |program: &Program| Choice {
        key: program.code.clone(),
        label: program.name(moment.lang).to_owned(),
    };
    catalogue.programs.iter().map(choice).collect()
}

/// Returns the name of a program; its code where the catalogue does not hold it.
pub fn name(catalogue: &Catalogue, code: &str, moment: &Moment) -> String {
    let found = catalogue.find(code);
    found.map_or_else(|| code.to_owned(), |program| program.name(moment.lang).to_owned())
}
