//! Looks for marked texts in raw bytes, in every way in which they could lie there.

use std::path::{Path, PathBuf};

/// A text that no file, log or address may hold.
pub struct Marked {
    name: &'static str,
    forms: Vec<Vec<u8>>,
}

impl Marked {
    /// Marks a text: plain, in lower case, spaced in fours, in both orders of UTF-16, URL-encoded.
    pub fn new(name: &'static str, text: &str) -> Self {
        let fours: Vec<String> =
            text.chars().collect::<Vec<_>>().chunks(4).map(|four| four.iter().collect()).collect();
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
        let mut forms: Vec<Vec<u8>> = [
            text.to_owned(),
            text.to_lowercase(),
            fours.join(" "),
            fours.join("-"),
            fours.join("."),
            text.replace(' ', "+"),
            text.replace(' ', "%20"),
            hex::encode(text),
        ]
        .map(String::into_bytes)
        .into();
        forms.push(wide(u16::to_le_bytes));
        forms.push(wide(u16::to_be_bytes));
        forms.push(text.bytes().rev().collect());
        Self { name, forms }
    }

    /// Returns what was marked, without the text itself.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns whether the bytes hold the text in any of its forms.
    pub fn is_in(&self, bytes: &[u8]) -> bool {
        self.forms.iter().any(|form| contains(bytes, form))
    }
}

/// Returns where marked texts lie in the files of a folder, named without the texts.
///
/// # Panics
///
/// Where a file cannot be read.
pub fn in_folder(folder: &Path, marked: &[Marked]) -> Vec<String> {
    let mut hits = Vec::new();
    for file in files(folder) {
        let bytes = std::fs::read(&file).expect("a file is read");
        for one in marked.iter().filter(|one| one.is_in(&bytes)) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            hits.push(format!("{} in {name}", one.name()));
        }
    }
    hits
}

/// Returns every file below a folder.
///
/// # Panics
///
/// Where a folder cannot be read.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder is read") {
        let path = entry.expect("a folder is read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let Some(first) = wanted.first() else { return false };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        if rest[at..].starts_with(wanted) {
            return true;
        }
        rest = &rest[at + 1..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_form_and_nothing_else() {
        let marked = Marked::new("nik", "9901017112580003");
        let wide: Vec<u8> =
            "nik 9901017112580003".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(marked.is_in(&wide));
        assert!(marked.is_in(b"x=9901 0171 1258 0003"));
        assert!(marked.is_in(b"99019901017112580003"));
        assert!(!marked.is_in(b"9901017112580004"));
        assert!(!marked.is_in(b""));
    }
}
