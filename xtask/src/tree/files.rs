//! Sizes of files, words that may not stay, and lists of what may never change.

use std::path::PathBuf;

use super::Source;
use crate::run::root;

/// Folders of what may never change: migrations, messages of every version, dictionaries.
const FROZEN: [&str; 4] = [
    "server/migrations",
    "core/device/migrations",
    "sync-protocol/tests/golden",
    "sync-protocol/dictionary",
];
const LONGEST: usize = 400;
const KINDS: &[&str] = &[".rs", ".kt", ".html", ".css", ".js", ".mjs", ".sql", ".sh"];

/// Names every source file over the limit.
pub fn sizes(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| KINDS.iter().any(|kind| source.path.ends_with(kind)))
        .filter(|source| !source.path.contains("/vendor/"))
        .filter(|source| source.text.lines().count() > LONGEST)
        .map(|source| format!("{} has {} lines", source.path, source.text.lines().count()))
        .collect()
}

/// Names what was left behind. The words are put together here so that this file passes its rule.
pub fn words(sources: &[Source]) -> Vec<String> {
    let left = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("#[ig", "nore"),
        concat!("@Ig", "nore"),
        concat!("#[al", "low("),
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
    ];
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !source.path.contains("/vendor/")) {
        for (number, line) in source.text.lines().enumerate() {
            for word in left.iter().filter(|word| line.contains(**word)) {
                faults.push(format!("{}:{}: {word}", source.path, number + 1));
            }
        }
    }
    faults
}

/// Compares migrations and golden files with the list of their checksums: a released one never
/// changes, a new one is added to `docs/frozen.txt`.
///
/// # Errors
/// When the list cannot be read.
pub fn frozen() -> Result<Vec<String>, String> {
    let list = std::fs::read_to_string(root().join("docs/frozen.txt"))
        .map_err(|error| format!("docs/frozen.txt: {error}"))?;
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "--strict", "docs/frozen.txt"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("sha256sum: {error}"))?;
    let mut faults: Vec<String> =
        String::from_utf8_lossy(&checked.stdout).lines().map(str::to_owned).collect();
    let missing = frozen_files().into_iter().filter(|path| !list.contains(path));
    faults.extend(missing.map(|path| format!("{path} is not in docs/frozen.txt")));
    Ok(faults)
}

/// Returns every file that may never change once released, by its path from the root.
fn frozen_files() -> Vec<String> {
    let mut folders = FROZEN.map(PathBuf::from).to_vec();
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).into_iter().flatten().flatten() {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                files.push(path.to_string_lossy().into_owned());
            }
        }
    }
    files.sort();
    files
}

/// Adds the checksums of new files to the list; a line that stands there is never touched.
///
/// # Errors
/// When the list cannot be read or written, or a checksum cannot be taken.
pub fn freeze() -> Result<(), String> {
    let path = root().join("docs/frozen.txt");
    let mut list = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    for file in frozen_files().into_iter().filter(|file| !list.contains(file)).collect::<Vec<_>>() {
        let sum = std::process::Command::new("sha256sum").arg(&file).current_dir(root()).output();
        list += &String::from_utf8_lossy(&sum.map_err(|error| error.to_string())?.stdout);
    }
    std::fs::write(&path, list).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn names_a_long_file_and_a_left_word() {
        let long = file("server/src/a.rs", &"x\n".repeat(401));
        assert_eq!(sizes(&[long]).len(), 1);
        let left = file("server/src/b.rs", concat!("// TO", "DO later"));
        assert_eq!(words(&[left]).len(), 1);
        assert!(words(&[file("server/src/c.rs", "fn good() {}")]).is_empty());
    }
}
