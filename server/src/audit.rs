//! The audit record: who saw or changed what, each line sealed by the hash of the one before.
//!
//! A file of its own, so that a read on record never waits for ingest. A request whose line cannot
//! be written must be refused (ASVS 16.5.3).

use jangkau_domain::{DeviceId, DocId, Kab, UserId};
use sha2::{Digest, Sha256};

use crate::config::StoreKey;
use crate::store::{Files, StoreError, audit};

/// What happened, before it has a number. Never put a citizen's data into `detail`.
#[derive(Clone, Debug)]
pub struct Line {
    /// When, by the server's clock.
    pub at: i64,
    /// Who; none for the server itself and the command line.
    pub user: Option<UserId>,
    /// On which tablet.
    pub device: Option<DeviceId>,
    /// A word: `reveal`, `export`, `login`, `grant`, `refused` …
    pub what: &'static str,
    /// The document it concerns.
    pub doc: Option<DocId>,
    /// Purpose, field keys, route.
    pub detail: String,
}

/// A line as it stands on record.
#[derive(Clone, Debug)]
pub struct Kept {
    /// 1, 2, 3 … without a gap.
    pub n: i64,
    /// What happened.
    pub line: KeptLine,
    /// SHA-256 over the line and the hash before it.
    pub hash: [u8; 32],
}

/// What a kept line says.
#[derive(Clone, Debug)]
pub struct KeptLine {
    /// When, by the server's clock.
    pub at: i64,
    /// Who; none for the server itself and the command line.
    pub user: Option<u32>,
    /// On which tablet.
    pub device: Option<u32>,
    /// What happened, as a word.
    pub what: String,
    /// The document it concerns.
    pub doc: Option<Vec<u8>>,
    /// Purpose, field keys, route.
    pub detail: String,
}

/// What [`Audit::verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// Every line is the one that was written; `last` proves where the record ended.
    Whole {
        /// How many lines.
        lines: i64,
        /// Hash of the last one; compare it with the head that was exported.
        last: [u8; 32],
    },
    /// A line was changed, taken out or put in.
    Broken {
        /// The first line that does not fit.
        at: i64,
    },
}

/// The audit record of one kabupaten.
#[derive(Clone)]
pub struct Audit(audit::AuditFile);

impl Audit {
    pub(crate) fn open(files: &Files, key: &StoreKey, kab: Kab) -> Result<Self, StoreError> {
        Ok(Self(audit::AuditFile::open(files, key, kab)?))
    }

    /// Adds a line, durably, before the act it records is answered.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if it could not be written; the act must then be refused.
    pub fn append(&self, line: &Line) -> Result<(), StoreError> {
        self.0.append(line)
    }

    /// Returns the lines that concern a document, newest first.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn of_doc(&self, doc: DocId, limit: u32) -> Result<Vec<Kept>, StoreError> {
        self.0.of_doc(doc, limit)
    }

    /// Walks the whole record and says whether every line is the one that was written.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn verify(&self) -> Result<Chain, StoreError> {
        let mut before = [0; 32];
        let mut lines = 0;
        let mut broken = None;
        self.0.walk(|kept| {
            lines += 1;
            if kept.n != lines || kept.hash != seal(&before, kept.n, &kept.line) {
                broken.get_or_insert(lines);
            }
            before = kept.hash;
        })?;
        Ok(match broken {
            Some(at) => Chain::Broken { at },
            None => Chain::Whole { lines, last: before },
        })
    }
}

impl From<&Line> for KeptLine {
    fn from(line: &Line) -> Self {
        Self {
            at: line.at,
            user: line.user.map(|user| user.0),
            device: line.device.map(|device| device.0),
            what: line.what.to_owned(),
            doc: line.doc.map(|doc| doc.0.to_vec()),
            detail: line.detail.clone(),
        }
    }
}

/// Returns the hash of a line: over the hash before it, its number and each part with its length.
pub(crate) fn seal(before: &[u8; 32], n: i64, line: &KeptLine) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(before);
    sum.update(n.to_be_bytes());
    sum.update(line.at.to_be_bytes());
    for number in [line.user, line.device] {
        sum.update(number.map_or([0; 5], |number| {
            let [a, b, c, d] = number.to_be_bytes();
            [1, a, b, c, d]
        }));
    }
    let doc = line.doc.as_deref().unwrap_or_default();
    for part in [line.what.as_bytes(), doc, line.detail.as_bytes()] {
        sum.update((part.len() as u64).to_be_bytes());
        sum.update(part);
    }
    sum.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::{App, Clock, setup};
    use rstest::rstest;

    fn record() -> (tempfile::TempDir, App) {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::in_folder(folder.path().to_owned(), Kab(9901));
        let (app, _) = setup::prepare(config, Clock::held_at(1_752_460_500)).unwrap();
        for n in 0..5 {
            let detail = format!("f/nik for the {n}th time");
            let doc = Some(DocId([7; 16]));
            let line =
                Line { at: n, user: Some(UserId(3)), device: None, what: "reveal", doc, detail };
            app.audit.append(&line).unwrap();
        }
        app.ingest.stop();
        (folder, app)
    }

    #[test]
    fn a_record_that_nobody_touched_is_whole() {
        let (_folder, app) = record();
        assert!(matches!(app.audit.verify(), Ok(Chain::Whole { lines: 5, .. })));
        let lines = app.audit.of_doc(DocId([7; 16]), 2).unwrap();
        assert_eq!(lines.iter().map(|kept| kept.n).collect::<Vec<_>>(), [5, 4]);
    }

    #[rstest]
    #[case::altered("UPDATE audit SET detail = 'x' WHERE n = 3", 3)]
    #[case::other_user("UPDATE audit SET user_id = NULL WHERE n = 2", 2)]
    #[case::taken_out("DELETE FROM audit WHERE n = 3", 3)]
    #[case::swapped("UPDATE audit SET n = CASE n WHEN 2 THEN 90 ELSE 2 END WHERE n IN (2, 4)", 2)]
    fn a_touched_record_is_found_out(#[case] sql: &str, #[case] at: i64) {
        let (_folder, app) = record();
        app.audit.0.bend(sql);
        assert_eq!(app.audit.verify().unwrap(), Chain::Broken { at });
    }

    #[test]
    fn a_cut_tail_shows_in_the_head_that_was_exported() {
        let (_folder, app) = record();
        let before = app.audit.verify().unwrap();
        app.audit.0.bend("DELETE FROM audit WHERE n = 5");
        assert_ne!(app.audit.verify().unwrap(), before);
    }
}
