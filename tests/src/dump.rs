//! Everything that follows from a server's log, without what the order of arrival alone decides.

use jangkau_server::store::dump::{Detail, Table, dump};

use crate::site::Site;

/// The read tables, rows and queues of a site. It has no `Debug`: it holds citizens' data.
#[derive(Clone, PartialEq, Eq)]
pub struct Dump(Vec<Table>);

impl Dump {
    /// Dumps a site without positions and receive times.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn of(site: &Site) -> Self {
        Self(site.read(|conn, kab| dump(conn, kab, Detail::WithoutArrival)))
    }

    /// Leaves out what was held for a while: a frame that overtook its parent was asked for.
    pub fn without_held(mut self) -> Self {
        for table in &mut self.0 {
            if table.name == "held" {
                table.rows.clear();
            }
            table.rows.retain(|row| !row.contains("queue=\"held\""));
        }
        self
    }

    /// Returns the rows of a table.
    ///
    /// # Panics
    ///
    /// Where there is no such table.
    pub fn rows(&self, table: &str) -> &[String] {
        let found = self.0.iter().find(|one| one.name == table);
        &found.unwrap_or_else(|| panic!("there is a table {table}")).rows
    }

    /// Returns how many rows of a table hold a text.
    pub fn count(&self, table: &str, part: &str) -> usize {
        self.rows(table).iter().filter(|row| row.contains(part)).count()
    }

    /// Returns the names of the tables whose rows differ, with one differing row of each side.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let pairs = self.0.iter().zip(&other.0).filter(|(one, other)| one != other);
        pairs
            .map(|(one, other)| {
                let only = |a: &Table, b: &Table| {
                    a.rows.iter().find(|row| !b.rows.contains(row)).cloned().unwrap_or_default()
                };
                let (left, right) = (only(one, other), only(other, one));
                format!("{}:\n  one   {left}\n  other {right}", one.name)
            })
            .collect()
    }
}
