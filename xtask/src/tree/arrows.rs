//! `android → core/device → sync-protocol → core/domain ← server → sync-protocol`, and no others.

use super::Source;
use crate::run::root;

/// Which of our packages each may name.
const ALLOWED: &[(&str, &[&str])] = &[
    ("core/domain", &[]),
    ("sync-protocol", &["jangkau-domain"]),
    ("core/device", &["jangkau-domain", "jangkau-sync"]),
    ("server", &["jangkau-domain", "jangkau-sync"]),
    ("tests", &["jangkau-domain", "jangkau-sync", "jangkau-device", "jangkau-server"]),
    ("xtask", &[]),
    ("android/bindgen", &[]),
];

/// Reads each manifest and names every arrow that may not be.
pub fn between_packages() -> Result<Vec<String>, String> {
    let mut faults = Vec::new();
    for (package, allowed) in ALLOWED {
        let path = root().join(package).join("Cargo.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{package}: {error}"))?;
        // The development section is read too: tests obey the arrows as well.
        for line in text.lines().filter(|line| line.starts_with("jangkau-")) {
            let name = line.split(['.', ' ', '=']).next().unwrap_or("");
            // Tests may ask for a package's own features.
            let own = text.contains(&format!("name = \"{name}\""));
            if !own && !allowed.contains(&name) {
                faults.push(format!("{package}/Cargo.toml names {name}"));
            }
        }
    }
    Ok(faults)
}

/// Inside the server only `ingest` opens a write transaction of the main database.
///
/// The audit record and the login sessions are files of their own with one writer each.
pub fn only_ingest_writes(sources: &[Source]) -> Vec<String> {
    const OPENERS: &[&str] =
        &["transaction_with_behavior", ".unchecked_transaction(", "BEGIN IMMEDIATE"];
    const MAY: &[&str] = &[
        "server/src/ingest/",
        "server/src/store/open",
        "server/src/store/mod.rs",
        "server/src/store/migrate",
        // A reader's snapshot, and the two files that stand beside the main one.
        "server/src/store/pool",
        "server/src/store/side",
        "server/src/store/sessions",
        "server/src/audit",
    ];
    sources
        .iter()
        .filter(|source| source.path.starts_with("server/src/"))
        .filter(|source| !MAY.iter().any(|may| source.path.starts_with(may)))
        .flat_map(|source| {
            let product = source.text.split("#[cfg(test)]").next().unwrap_or("");
            OPENERS
                .iter()
                .filter(|opener| product.contains(**opener))
                .map(|opener| format!("{} uses {opener}", source.path))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_page_that_writes() {
        let page = Source {
            path: "server/src/web/page/case.rs".to_owned(),
            text: "connection.unchecked_transaction()".to_owned(),
        };
        assert_eq!(only_ingest_writes(&[page]).len(), 1);
    }
}
