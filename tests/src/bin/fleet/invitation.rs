//! What `jangkau demo` leaves for the tablets.

use std::path::Path;

use serde::Deserialize;

/// The demo's file; what it holds beside this is not the tablets' business.
#[derive(Deserialize)]
pub struct Demo {
    /// The seed of the invented people.
    pub seed: u64,
    /// Where the server listens; empty while it does not.
    #[serde(default)]
    pub address: String,
    /// Accounts of the pages.
    #[serde(default)]
    pub logins: Vec<Login>,
    /// The tablets that may join.
    pub tablets: Vec<Tablet>,
}

/// An account of the pages.
#[derive(Deserialize)]
pub struct Login {
    /// What is typed.
    pub login: String,
    /// The password.
    pub password: String,
    /// The role's key.
    pub role: String,
}

/// A tablet that may join.
#[derive(Deserialize)]
pub struct Tablet {
    /// The worker's account, which also names the folder.
    pub login: String,
    /// The tablet's name.
    pub name: String,
    /// `fs`, or `fop` for the Puskesos' own.
    pub role: String,
    /// The desa in which the worker records; the own one first.
    pub desa: Vec<Desa>,
    /// The code to type.
    pub code: String,
}

/// A desa in which a worker records.
#[derive(Deserialize)]
pub struct Desa {
    /// Ten digits.
    pub code: String,
}

impl Demo {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }
    /// Returns the accounts of a role.
    pub fn logins_of(&self, role: &str) -> impl Iterator<Item = &Login> {
        self.logins.iter().filter(move |one| one.role == role)
    }
}
