//! What is done once in a folder, however often the program runs.

use std::path::{Path, PathBuf};

/// A mark in the tablets' folder.
pub struct Once(PathBuf);

impl Once {
    /// Names what is done.
    pub fn new(data: &Path, what: &str) -> Self {
        Self(data.join(format!("{what}-done")))
    }

    /// Returns whether an earlier run did it.
    pub fn is_done(&self) -> bool {
        self.0.exists()
    }

    /// Notes that it is done.
    pub fn done(&self) -> Result<(), String> {
        std::fs::write(&self.0, "").map_err(|error| format!("{}: {error}", self.0.display()))
    }
}
