//! One worker with one tablet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jangkau_device::ffi::view::{Finish, VisitTarget};
use jangkau_device::{FieldApp, FieldError};
use jangkau_domain::DocId;
use jangkau_tests::tablet::Tablet;

use crate::invitation;
use crate::plan::Task;
use crate::stray;
use crate::tally::Tally;
use crate::typist::Typist;

/// Seconds that a session waits for a busy server.
const PATIENCE: u32 = 60;

/// A worker with an enrolled tablet.
pub struct Worker {
    tablet: Tablet,
    name: String,
    office: bool,
}

impl Worker {
    /// Opens the worker's tablet and enrols it where it is new.
    pub fn open(invited: &invitation::Tablet, data: &Path, server: &str) -> Result<Self, String> {
        let folder: PathBuf = data.join(&invited.login);
        let tablet = Tablet::in_folder(&folder);
        let name = invited.login.clone();
        let told = |error: FieldError| format!("{name}: {error}");
        let account = tablet.app().account().map_err(told)?;
        if !account.enrolled {
            let (code, device) = (invited.code.clone(), invited.name.clone());
            tablet.app().enrol(server.to_owned(), code, device).map_err(told)?;
        } else if account.server != server {
            tablet.move_to(server);
        }
        tablet.app().set_patience(PATIENCE);
        let worker = Self { tablet, name, office: invited.role == "fop" };
        // The register and the catalogue come with the first session, before anybody sets out.
        worker.session()?;
        Ok(worker)
    }

    /// Returns the worker's login.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Works through the tasks that are not done yet, without a network.
    pub fn work(&self, tasks: Vec<Task<'_>>) -> Result<Tally, String> {
        let mut tally = Tally::default();
        for task in tasks {
            self.tablet.app().set_now(task.at);
            if self.is_done(task.at) {
                continue;
            }
            match self.visit(&task) {
                Ok(Ok(cases)) => {
                    tally.visits += 1;
                    tally.cases += cases;
                    tally.beside += usize::from(task.visit.beside.is_some());
                }
                Ok(Err(why)) => {
                    println!("{}: a visit is left undone: {why}", self.name);
                    tally.left += 1;
                }
                Err(error) => return Err(format!("{}: {error}", self.name)),
            }
        }
        self.tablet.app().set_now(0);
        Ok(tally)
    }

    /// Runs one session and says what the tablet now knows.
    pub fn sync(&self) -> Result<Tally, String> {
        let (sent, held) = self.session()?;
        let count = |sql| usize::try_from(self.tablet.number(sql)).unwrap_or(0);
        Ok(Tally {
            visits: count("SELECT count(*) FROM visit WHERE finished_s IS NOT NULL"),
            cases: count("SELECT count(*) FROM kase WHERE own = 1"),
            sent,
            held,
            ..Tally::default()
        })
    }

    /// Corrects every second record that came back; the others stay tasks. Returns how many.
    pub fn correct(&self) -> Result<usize, String> {
        let told = |error: FieldError| format!("{}: {error}", self.name);
        let app = self.tablet.app();
        let mut done = 0;
        for card in app.returned().map_err(told)?.into_iter().step_by(2) {
            let text = "Sudah dicek lagi kepada keluarga, data tetap".to_owned();
            let sent = app.correct(card.id, text).map_err(told)?;
            done += usize::from(matches!(sent, Finish::Done(_)));
        }
        Ok(done)
    }

    /// Writes a change that the server must keep aside.
    pub fn stray(&self) -> Result<(), String> {
        stray::write(&self.tablet).map_err(|error| format!("{}: {error}", self.name))
    }

    /// Returns the keys that hold unequal values on this tablet, each with its document.
    pub fn clashes(&self) -> BTreeSet<(DocId, String)> {
        let mut found = BTreeSet::new();
        for doc in self.tablet.all_documents() {
            let Some(document) = self.tablet.document(doc) else { continue };
            for key in document.keys() {
                let all = document.candidates(&key);
                if all.iter().any(|one| one.value != all[0].value) {
                    found.insert((doc, key));
                }
            }
        }
        found
    }

    fn session(&self) -> Result<(usize, usize), String> {
        let told = |error: FieldError| format!("{}: {error}", self.name);
        let report = self.tablet.try_sync().map_err(told)?;
        // What the server keeps aside stays with its author until a person has looked at it.
        let held = self.tablet.number("SELECT count(*) FROM outbox WHERE held IS NOT NULL");
        if !report.complete && held == 0 {
            return Err(format!("{}: {}", self.name, report.text));
        }
        let sent = usize::try_from(report.sent).unwrap_or(0);
        Ok((sent, usize::try_from(held).unwrap_or(0)))
    }

    fn is_done(&self, at: i64) -> bool {
        let sql =
            format!("SELECT count(*) FROM visit WHERE started_s = {at} AND finished_s IS NOT NULL");
        self.tablet.number(&sql) > 0
    }

    /// Makes a visit; returns its cases, or what the form has against it.
    fn visit(&self, task: &Task<'_>) -> Result<Result<usize, String>, FieldError> {
        let app: &FieldApp = self.tablet.app();
        let Some(target) = self.target(task) else {
            return Ok(Err("nobody lives there".to_owned()));
        };
        let visit = match app.start_visit(target) {
            Ok(visit) => visit,
            // A desa that is not this worker's, or a family that moved: somebody else's task.
            Err(error @ (FieldError::Refused { .. } | FieldError::NotFound)) => {
                return Ok(Err(error.to_string()));
            }
            Err(error) => return Err(error),
        };
        let typist = Typist::new(app, visit.clone(), self.office);
        typist.type_all(task)?;
        app.set_now(task.at + i64::from(task.visit.minutes) * 60);
        let cases = typist.finish(task.family)?;
        if cases.is_err() {
            app.discard(visit)?;
        }
        Ok(cases)
    }

    /// Returns whom the worker goes to: a family of the register, or one that nobody knows.
    fn target(&self, task: &Task<'_>) -> Option<VisitTarget> {
        let desa = task.visit.desa.digits().to_owned();
        let head = task.family.members.first()?;
        if task.unlisted {
            return Some(VisitTarget::NewHousehold { desa });
        }
        let row = format!("dtsen-{}-{:06}", task.visit.desa, head.number);
        Some(VisitTarget::RegisterRow { desa, row })
    }
}
