//! Rules of the source tree that no compiler holds: arrows, sizes, words.

mod arrows;
mod files;

pub use files::freeze;

use crate::report::Report;
use crate::run::{Finished, root};

/// Checks every rule; each is one step of the report.
pub fn check(report: &mut Report) {
    report.step("arrows between packages", || told(arrows::between_packages()?));
    report.step("only ingest writes", || told(arrows::only_ingest_writes(&sources()?)));
    report.step("file sizes", || told(files::sizes(&sources()?)));
    report.step("words left behind", || told(files::words(&sources()?)));
    report.step("migrations and golden files are listed", || told(files::frozen()?));
}

fn told(faults: Vec<String>) -> Result<Finished, String> {
    let output = faults.join("\n");
    if !output.is_empty() {
        println!("{output}");
    }
    Ok(Finished { ok: faults.is_empty(), output })
}

/// One file that git knows: its path from the root and its text.
pub struct Source {
    /// Path from the project's root, with forward slashes.
    pub path: String,
    /// The whole text.
    pub text: String,
}

fn sources() -> Result<Vec<Source>, String> {
    let listed = std::process::Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("git ls-files: {error}"))?;
    let paths = String::from_utf8_lossy(&listed.stdout).into_owned();
    let read = |path: &str| -> Option<Source> {
        let text = std::fs::read_to_string(root().join(path)).ok()?;
        Some(Source { path: path.to_owned(), text })
    };
    Ok(paths.split('\0').filter(|path| !path.is_empty()).filter_map(read).collect())
}
