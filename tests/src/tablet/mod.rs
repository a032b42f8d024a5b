//! A tablet without a screen: the real core in a folder of its own.

mod inside;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jangkau_device::FieldApp;
use jangkau_device::ffi::view::{
    Account, Finish, Finished, FormView, OpenConfig, ReturnedView, SyncReport, TaskCard,
    VisitTarget,
};
use tempfile::TempDir;

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

    /// Returns the core.
    pub fn app(&self) -> &FieldApp {
        &self.app
    }

    /// Returns the folder of its files.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
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
