//! What a worker types during one visit, from what an invented visit holds.

use std::collections::BTreeMap;

use jangkau_device::ffi::view::{FindingView, Finish, GroupView};
use jangkau_device::{FieldApp, FieldError};
use jangkau_domain::synthetic::visits::{Document, Ending};
use jangkau_domain::synthetic::{Family, Person};
use jangkau_domain::{DocKind, Value};

use crate::plan::Task;

/// What the form puts by itself, or takes from whom it stands for.
const BY_THE_FORM: [&str; 6] =
    ["f/number", "f/channel", "f/reg_status", "f/reg_release", "f/kind", "f/desa"];

/// Times that a worker asks what is still missing.
const ROUNDS: usize = 5;

/// The fingers of a worker at one open visit.
pub struct Typist<'a> {
    app: &'a FieldApp,
    visit: String,
    office: bool,
}

impl<'a> Typist<'a> {
    /// Sits down at an open visit.
    pub fn new(app: &'a FieldApp, visit: String, office: bool) -> Self {
        Self { app, visit, office }
    }

    /// Types everything that a visit recorded.
    pub fn type_all(&self, task: &Task<'_>) -> Result<(), FieldError> {
        let visit = task.visit;
        for (key, value) in [
            ("place", visit.place),
            ("purpose", visit.purpose),
            ("outcome", visit.outcome),
            ("consent", visit.consent.unwrap_or_default()),
        ] {
            if !value.is_empty() {
                self.set(&self.visit, key, value)?;
            }
        }
        let mut members: BTreeMap<u64, String> = BTreeMap::new();
        for document in task.before.iter().chain(&visit.documents) {
            let unique = document.subject.unique;
            match document.subject.kind {
                DocKind::Household => {
                    if let Some(group) = self.groups("household")?.first() {
                        self.put(&group.doc, document)?;
                    }
                }
                DocKind::Person => {
                    let doc = self.member(task, unique)?;
                    self.put(&doc, document)?;
                    members.insert(unique, doc);
                }
                DocKind::Case => self.case(document, &members)?,
            }
        }
        Ok(())
    }

    /// Saves the visit; returns its cases, or what still stands against it.
    ///
    /// An invented visit does not know everything that the form asks: the worker then asks the
    /// citizen.
    pub fn finish(&self, family: &Family) -> Result<Result<usize, String>, FieldError> {
        let mut against = String::new();
        for _ in 0..ROUNDS {
            match self.app.finish(self.visit.clone())? {
                Finish::Done(finished) => return Ok(Ok(finished.numbers.len())),
                Finish::Blocked(findings) => {
                    against = findings.iter().map(told).collect::<Vec<_>>().join("; ");
                    for finding in findings {
                        self.ask(&finding, family)?;
                    }
                }
            }
        }
        Ok(Err(against))
    }

    fn ask(&self, finding: &FindingView, family: &Family) -> Result<(), FieldError> {
        let key = finding.key.as_str();
        if let Some(said) = known(family, key) {
            return self.set(&finding.doc, key, &said);
        }
        let said = match key.rsplit('/').next().unwrap_or_default() {
            "status" if key.starts_with("prog/") => Some("never"),
            "source" => Some("said"),
            "last" => Some("2025-06"),
            "card" => Some("9900112233445566"),
            "consent" => Some("spoken"),
            "no_listing_why" => Some("Warga belum bersedia diusulkan"),
            _ => None,
        };
        if let Some(said) = said {
            return self.set(&finding.doc, key, said);
        }
        match self.first_choice(finding)? {
            Some(choice) => self.set(&finding.doc, key, &choice),
            None => Ok(()),
        }
    }

    /// Returns the first code that a field offers.
    fn first_choice(&self, finding: &FindingView) -> Result<Option<String>, FieldError> {
        let groups = self.groups(&finding.section)?;
        let fields = groups.iter().flat_map(|group| &group.fields);
        let mut fields =
            fields.filter(|field| field.doc == finding.doc && field.key == finding.key);
        let choices = fields.next().map(|field| field.choices.as_slice()).unwrap_or_default();
        Ok(choices.iter().find(|choice| !choice.key.is_empty()).map(|choice| choice.key.clone()))
    }

    /// Finds a member on the form by NIK or name, or adds one.
    fn member(&self, task: &Task<'_>, unique: u64) -> Result<String, FieldError> {
        let found = task.family.members.iter().find(|one| u64::from(one.number) == unique);
        let groups = self.groups("members")?;
        if let Some(person) = found {
            let known = groups.iter().find(|group| is_of(group, person));
            if let Some(group) = known {
                return Ok(group.doc.clone());
            }
        }
        let empty = groups.iter().find(|group| {
            group.fields.iter().any(|field| field.key == "f/name")
                && group.fields.iter().all(|field| {
                    field.key != "f/name" && field.key != "f/nik"
                        || field.value.is_empty() && field.register_value.is_empty()
                })
        });
        match empty {
            Some(group) => Ok(group.doc.clone()),
            None => self.app.add_member(self.visit.clone()),
        }
    }

    fn case(&self, document: &Document, members: &BTreeMap<u64, String>) -> Result<(), FieldError> {
        // What is told about an officer goes to the office and stays off the tablet's form.
        if document.private {
            return Ok(());
        }
        let kind = document.puts.iter().find(|(key, _)| key == "f/kind");
        let kind = kind.and_then(|(_, value)| value.as_str()).unwrap_or("question");
        let doc = self.app.add_case(self.visit.clone(), kind.to_owned())?;
        for (key, subject) in &document.links {
            if let Some(person) = members.get(&subject.unique) {
                self.set(&doc, key, person)?;
            }
        }
        self.put(&doc, document)?;
        match &document.ending {
            Some(Ending::Answered(text)) => self.set(&doc, "answer/text", text),
            Some(Ending::Sent(_)) if self.office => self.set(&doc, "submit/route", "own"),
            _ => Ok(()),
        }
    }

    /// Types every value of a document; a set is typed as its items at once.
    fn put(&self, doc: &str, document: &Document) -> Result<(), FieldError> {
        let mut sets: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, value) in &document.puts {
            if BY_THE_FORM.contains(&key.as_str()) {
                continue;
            }
            let set = key.strip_prefix("set/").and_then(|rest| rest.split_once('/'));
            match set {
                Some((set, item)) => sets.entry(format!("set/{set}")).or_default().push(item),
                None => self.set(doc, key, &typed(value))?,
            }
        }
        for (key, items) in sets {
            self.set(doc, &key, &items.join(","))?;
        }
        Ok(())
    }

    fn groups(&self, section: &str) -> Result<Vec<GroupView>, FieldError> {
        Ok(self.app.form(self.visit.clone(), section.to_owned())?.groups)
    }

    fn set(&self, doc: &str, key: &str, value: &str) -> Result<(), FieldError> {
        let saved = self.app.set_field(
            self.visit.clone(),
            doc.to_owned(),
            key.to_owned(),
            value.to_owned(),
        );
        match saved {
            // A field that this form does not have is not typed.
            Ok(_) | Err(FieldError::Refused { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// Names a field with what the form says of it; no value stands in there.
fn told(finding: &FindingView) -> String {
    format!("{}: {}", finding.key, finding.text)
}

/// Returns what whoever opens the door can say of the family and its head.
fn known(family: &Family, key: &str) -> Option<String> {
    let head = family.members.first()?;
    Some(match key {
        "f/address" => family.address.clone(),
        "f/rt" => family.rt.clone(),
        "f/rw" => family.rw.clone(),
        "f/size" => family.members.len().to_string(),
        "f/kk" => family.kk.as_ref()?.digits().to_owned(),
        "f/name" => head.name.clone(),
        "f/nik" => head.nik.as_ref()?.digits().to_owned(),
        "f/birth_date" => head.birth.to_string(),
        "f/sex" => head.sex.key().to_owned(),
        _ => return None,
    })
}

/// Returns whether a group of the form stands for a member of the family.
fn is_of(group: &GroupView, person: &Person) -> bool {
    let nik = person.nik.as_ref().map(|nik| nik.digits());
    group.fields.iter().any(|field| match field.key.as_str() {
        "f/nik" => nik.is_some_and(|nik| field.value == nik || field.register_value == nik),
        "f/name" => field.value == person.name || field.register_value == person.name,
        _ => false,
    })
}

/// Writes a value as fingers do.
fn typed(value: &Value) -> String {
    match value {
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => jangkau_device::shown::typed(other),
    }
}
