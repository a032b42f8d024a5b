//! A tablet without a screen: the real core in a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jangkau_device::ffi::view::{
    Account, Finish, Finished, FormView, OpenConfig, ReturnedView, SyncReport, TaskCard,
    VisitTarget,
};
use jangkau_device::store::documents;
use jangkau_device::{FieldApp, edit, shown};
use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::{Document, Hash};
use tempfile::TempDir;

use crate::scribe::Written;
use crate::site::{NOW, Site, copy_files};
use crate::typed::Typed;

/// The key of every tablet's file in the scenarios.
pub const KEY: [u8; 32] = [0x5a; 32];

/// One tablet.
pub struct Tablet {
    app: Arc<FieldApp>,
    folder: Folder,
    now: i64,
}

/// Where a tablet's files lie.
enum Folder {
    /// In a folder that goes with the tablet.
    Own(TempDir),
    /// In a folder that stays.
    Kept(PathBuf),
}

impl Folder {
    fn fresh() -> Self {
        Self::Own(tempfile::tempdir().expect("a folder for the tablet"))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Kept(folder) => folder,
        }
    }
}

impl Tablet {
    /// Makes a tablet that nobody has enrolled.
    ///
    /// # Panics
    ///
    /// Where its file cannot be made.
    pub fn new() -> Self {
        let folder = Folder::fresh();
        let app = open(folder.path(), NOW);
        Self { app, folder, now: NOW }
    }

    /// Opens a tablet whose files stay, by the system's clock.
    ///
    /// # Panics
    ///
    /// Where its file does not open.
    pub fn in_folder(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).expect("a folder for the tablet");
        let app = open(folder, 0);
        Self { app, folder: Folder::Kept(folder.to_owned()), now: 0 }
    }

    /// Makes a tablet and enrols it for a worker.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn enrolled(site: &Site, login: &str) -> Self {
        let tablet = Self::new();
        tablet.enrol(site, login);
        tablet
    }

    /// Enrols the tablet, or enrols it anew.
    ///
    /// # Panics
    ///
    /// Where the server refuses it.
    pub fn enrol(&self, site: &Site, login: &str) -> Account {
        let code = site.code_for(login);
        let name = format!("Tablet {login}");
        self.app.enrol(site.url(), code, name).expect("the tablet is enrolled")
    }

    /// Ends the core and opens its file again, as after a restart of the app.
    ///
    /// # Panics
    ///
    /// Where the file does not open.
    pub fn reopen(self) -> Self {
        let Self { app, folder, now } = self;
        drop(app);
        Self { app: open(folder.path(), now), folder, now }
    }

    /// Copies the tablet's files as a backup or a cloned device has them.
    ///
    /// # Panics
    ///
    /// Where the file does not open.
    pub fn copy(&self) -> Self {
        let folder = Folder::fresh();
        copy_files(self.folder.path(), folder.path());
        Self { app: open(folder.path(), self.now), folder, now: self.now }
    }

    /// Points the tablet at another address of the same server.
    ///
    /// # Panics
    ///
    /// Where its file cannot be written.
    pub fn move_to(&self, url: &str) {
        let sql = "UPDATE meta SET value = ?1 WHERE key = 'server'";
        let done = self.app.on_device(|device| device.db.execute(sql, [url.as_bytes()]));
        assert_eq!(done.expect("the address is written"), 1, "the tablet knows a server");
    }

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

    /// Returns the core.
    pub fn app(&self) -> &FieldApp {
        &self.app
    }

    /// Returns the folder of its files.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
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

    /// Moves the tablet's clock.
    pub fn advance(&mut self, seconds: i64) {
        self.now += seconds;
        self.app.set_now(self.now);
    }

    /// Runs a whole session that must end complete.
    ///
    /// # Panics
    ///
    /// Where it does not.
    pub fn sync(&self) -> SyncReport {
        let report = self.try_sync().expect("a session runs");
        assert!(report.complete, "the session is complete: {}", report.text);
        report
    }

    /// Runs a session, whatever becomes of it.
    ///
    /// # Errors
    ///
    /// What the core says.
    pub fn try_sync(&self) -> Result<SyncReport, jangkau_device::FieldError> {
        self.app.sync()
    }

    /// Begins a visit.
    ///
    /// # Panics
    ///
    /// Where the core refuses it.
    pub fn start(&self, target: VisitTarget) -> Typed<'_> {
        let visit = self.app.start_visit(target).expect("a visit begins");
        Typed::new(&self.app, visit)
    }

    /// Begins a visit at a family that nobody knows yet.
    ///
    /// # Panics
    ///
    /// Where the core refuses it.
    pub fn start_new(&self) -> Typed<'_> {
        self.start(VisitTarget::NewHousehold { desa: String::new() })
    }

    /// Begins a visit at a known family.
    ///
    /// # Panics
    ///
    /// Where the core refuses it.
    pub fn start_at(&self, household: &str) -> Typed<'_> {
        self.start(VisitTarget::Household { id: household.to_owned() })
    }

    /// Returns the records that came back.
    ///
    /// # Panics
    ///
    /// Where the core fails.
    pub fn returned(&self) -> Vec<TaskCard> {
        self.app.returned().expect("returned records are read")
    }

    /// Returns one record that came back.
    ///
    /// # Panics
    ///
    /// Where the core fails.
    pub fn returned_item(&self, id: &str) -> ReturnedView {
        self.app.returned_item(id.to_owned()).expect("a returned record is read")
    }

    /// Returns a section of a visit's form.
    ///
    /// # Panics
    ///
    /// Where the core fails.
    pub fn form(&self, visit: &str, section: &str) -> FormView {
        self.app.form(visit.to_owned(), section.to_owned()).expect("a form is read")
    }

    /// Sends the correction of a record that came back.
    ///
    /// # Panics
    ///
    /// Where something blocks it.
    pub fn correct(&self, id: &str, text: &str) -> Finished {
        let finish = self.app.correct(id.to_owned(), text.to_owned());
        done(finish.expect("a correction is saved"))
    }
}

impl Default for Tablet {
    fn default() -> Self {
        Self::new()
    }
}

/// Returns the finish screen.
///
/// # Panics
///
/// Where something blocks the visit; it names every field.
pub fn done(finish: Finish) -> Finished {
    match finish {
        Finish::Done(finished) => finished,
        Finish::Blocked(findings) => {
            let named = |finding: &jangkau_device::ffi::view::FindingView| {
                format!("{}: {}", finding.key, finding.text)
            };
            let all: Vec<String> = findings.iter().map(named).collect();
            panic!("the visit is blocked: {}", all.join("; "));
        }
    }
}

fn open(folder: &Path, now: i64) -> Arc<FieldApp> {
    let app = FieldApp::open(config(folder, now)).expect("the tablet's file opens");
    // A scenario never waits for a better network.
    app.set_patience(0);
    app
}

fn config(folder: &Path, now_hint: i64) -> OpenConfig {
    OpenConfig {
        dir: folder.to_string_lossy().into_owned(),
        key: KEY.to_vec(),
        lang: "in".to_owned(),
        now_hint,
    }
}
