//! What lies in a tablet's file, for whoever compares it with the server's.

use jangkau_device::store::documents;
use jangkau_device::{edit, shown};
use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::{Document, Hash};

use super::Tablet;
use crate::scribe::Written;

impl Tablet {
    /// Returns a number that the tablet's file gives.
    ///
    /// # Panics
    ///
    /// Where the question cannot be asked.
    pub fn number(&self, sql: &str) -> i64 {
        let found = self.app.on_device(|device| device.db.query_row(sql, [], |row| row.get(0)));
        found.expect("the tablet's file answers")
    }

    /// Returns a document as the tablet holds it.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn document(&self, doc: DocId) -> Option<Document> {
        self.app.on_device(|device| {
            let stored = documents::get(&device.db, doc).expect("documents are read");
            stored.map(|stored| edit::open(&stored).expect("a stored document opens"))
        })
    }

    /// Returns every value that a key of a document holds here, as texts in their own order.
    pub fn values(&self, doc: DocId, key: &str) -> Vec<String> {
        let document = self.document(doc);
        let all = document.map(|document| document.candidates(key)).unwrap_or_default();
        let mut texts: Vec<String> = all.iter().map(|one| shown::typed(&one.value)).collect();
        texts.sort();
        texts
    }

    /// Returns every document of a scope with its heads.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn versions(&self, scope: ScopeId) -> Vec<(DocId, Vec<Hash>)> {
        let ids = self.ids("SELECT doc_id FROM document WHERE scope = ?1 ORDER BY doc_id", scope.0);
        let heads = |id: DocId| self.document(id).map(|document| document.heads());
        ids.into_iter().map(|id| (id, heads(id).unwrap_or_default())).collect()
    }

    /// Returns every document that the tablet holds.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn all_documents(&self) -> Vec<DocId> {
        self.ids("SELECT doc_id FROM document WHERE ?1 = 0 ORDER BY doc_id", 0)
    }

    /// Returns the households that the tablet knows.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn households(&self) -> Vec<DocId> {
        self.ids("SELECT doc_id FROM household WHERE ?1 = 0 ORDER BY doc_id", 0)
    }

    fn ids(&self, sql: &str, value: u32) -> Vec<DocId> {
        self.app.on_device(|device| {
            let mut query = device.db.prepare(sql).expect("documents are read");
            let rows = query.query_map([value], |row| row.get(0).map(DocId));
            rows.expect("ids are read").collect::<Result<_, _>>().expect("ids are read")
        })
    }

    /// Returns the visits of which the server has acknowledged every change.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn sent_visits(&self) -> Vec<String> {
        self.texts("SELECT id FROM visit WHERE sent_s IS NOT NULL ORDER BY id")
    }

    /// Returns the visits that were finished here.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn saved_visits(&self) -> Vec<String> {
        self.texts("SELECT id FROM visit WHERE finished_s IS NOT NULL ORDER BY id")
    }

    /// Takes every change out of the outbox, in the order of saving: what a frame would carry.
    ///
    /// # Panics
    ///
    /// Where the file fails.
    pub fn take_waiting(&self) -> Vec<Written> {
        self.app.on_device(|device| {
            let sql = "SELECT d.kind, o.doc_id, d.scope, o.body FROM outbox o
                       JOIN document d ON d.doc_id = o.doc_id ORDER BY o.n";
            let mut query = device.db.prepare(sql).expect("the outbox is read");
            let rows = query.query_map([], |row| {
                let kind: u8 = row.get(0)?;
                Ok(Written {
                    kind: DocKind::from_number(kind).expect("a stored kind is one of three"),
                    doc: DocId(row.get(1)?),
                    scope: ScopeId(row.get(2)?),
                    bytes: row.get(3)?,
                })
            });
            let all: Result<Vec<_>, _> = rows.expect("the outbox is read").collect();
            device.db.execute("DELETE FROM outbox", []).expect("the outbox is emptied");
            all.expect("the outbox is read")
        })
    }

    fn texts(&self, sql: &str) -> Vec<String> {
        self.app.on_device(|device| {
            let mut query = device.db.prepare(sql).expect("the tablet's file answers");
            let rows = query.query_map([], |row| row.get(0)).expect("the tablet's file answers");
            rows.collect::<Result<_, _>>().expect("the tablet's file answers")
        })
    }
}
