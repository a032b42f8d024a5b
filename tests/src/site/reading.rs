//! What lies in the server's main file, for whoever compares it with a tablet's.

use jangkau_device::shown;
use jangkau_domain::{DocId, DocKind, Kab, ScopeId, Ulid};
use jangkau_server::store::conflicts::{self, Conflict};
use jangkau_server::store::{StoreError, documents, history};
use jangkau_sync::Hash;

use super::{KAB, Site};
use crate::scribe::Written;

impl Site {
    /// Reads the main file at one moment.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&rusqlite::Connection, Kab) -> Result<T, StoreError>,
    ) -> T {
        self.app.store.read_now(|conn| work(conn, KAB)).expect("the main file is read")
    }

    /// Returns the texts that a question to the main file gives.
    ///
    /// # Panics
    ///
    /// Where the question cannot be asked.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        self.read(|conn, _| {
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns the heads of a document: the version that a page opened now would show.
    ///
    /// # Panics
    ///
    /// Where there is no such document.
    pub fn heads(&self, doc: DocId) -> Vec<Hash> {
        self.stored(doc).register.heads().to_vec()
    }

    /// Returns every value that a key of a document holds, as texts in their own order.
    ///
    /// # Panics
    ///
    /// Where there is no such document.
    pub fn values(&self, doc: DocId, key: &str) -> Vec<String> {
        let stored = self.stored(doc);
        let all = stored.register.candidates(key);
        let mut texts: Vec<String> = all.iter().map(|one| shown::typed(&one.value)).collect();
        texts.sort();
        texts
    }

    /// Returns the conflicts of a document.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn conflicts(&self, doc: DocId) -> Vec<Conflict> {
        self.read(|conn, kab| conflicts::of_doc(conn, kab, &doc))
    }

    /// Returns the documents of a kind.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn documents(&self, kind: DocKind) -> Vec<DocId> {
        self.read(|conn, kab| {
            let sql = "SELECT doc FROM doc WHERE kab = ?1 AND kind = ?2 ORDER BY doc";
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map((kab.0, kind as u8), |row| row.get(0).map(DocId))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns every document of a scope with its heads.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn versions(&self, scope: ScopeId) -> Vec<(DocId, Vec<Hash>)> {
        let all: Vec<DocId> = self.read(|conn, kab| {
            let sql = "SELECT doc FROM doc WHERE kab = ?1 AND scope = ?2 ORDER BY doc";
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map((kab.0, scope.0), |row| row.get(0).map(DocId))?;
            Ok(rows.collect::<Result<_, _>>()?)
        });
        all.into_iter().map(|doc| (doc, self.heads(doc))).collect()
    }

    /// Returns the visits whose event has arrived, once for each document that holds it.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn arrived_visits(&self) -> Vec<String> {
        self.read(|conn, kab| {
            let sql = "SELECT visit FROM visit WHERE kab = ?1 AND doc IS NOT NULL ORDER BY visit";
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map([kab.0], |row| Ok(Ulid(row.get(0)?).to_string()))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Returns the state of a case.
    ///
    /// # Panics
    ///
    /// Where it has none.
    pub fn case_state(&self, case: DocId) -> String {
        self.read(|conn, kab| {
            let sql = "SELECT state FROM case_state WHERE kab = ?1 AND doc = ?2";
            Ok(conn.query_row(sql, (kab.0, case.0), |row| row.get(0))?)
        })
    }

    /// Returns every change of a document, each after those it depends on.
    ///
    /// # Panics
    ///
    /// Where there is no such document.
    pub fn changes(&self, doc: DocId) -> Vec<Written> {
        let (kind, scope) = {
            let stored = self.stored(doc);
            (stored.register.kind(), stored.scope)
        };
        let all = self.read(|conn, kab| history::of_doc(conn, kab, &doc));
        all.into_iter().map(|one| Written { kind, doc, scope, bytes: one.body }).collect()
    }

    pub(crate) fn stored(&self, doc: DocId) -> documents::Stored {
        let found = self.read(|conn, kab| documents::find(conn, kab, &doc));
        found.expect("the document is stored")
    }
}
