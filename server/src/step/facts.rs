//! The facts of a case, as its guards look at them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jangkau_domain::case::{CaseState, Unit, Word};
use jangkau_domain::catalogue::{self, Catalogue};
use jangkau_domain::clock::{Clock, Deadlines};
use jangkau_domain::field::Profile;
use jangkau_domain::form::{self, Facts};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::facts::ReferralFacts;
use jangkau_domain::step::{CaseFacts, Register};
use jangkau_domain::{DocId, Value, list};
use jiff::Timestamp;

use super::work::{Work, calendar};
use super::{actor, register};
use crate::ingest::IngestError;
use crate::projection::shown;
use crate::store::case_state::CaseRow;
use crate::store::queue::{self, Which};
use crate::store::{conflicts, documents, inform, links, referrals};

/// The values that screens show of a document.
pub(super) type Record = BTreeMap<String, Value>;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue::seed);

/// A case with the citizen and the family that it is about.
pub(super) struct Around {
    pub(super) case: Record,
    pub(super) person: Option<(DocId, Record)>,
    pub(super) household: Option<(DocId, Record)>,
}

impl Around {
    /// Tells whether the citizen or the family is named and not here.
    pub(super) fn is_unsure(&self) -> bool {
        let names_person = doc_of(&self.case, "f/person").is_some();
        let names_household =
            self.person.as_ref().is_some_and(|(_, one)| doc_of(one, "f/household").is_some());
        (names_person && self.person.is_none()) || (names_household && self.household.is_none())
    }
}

/// Reads what is shown of a document; none where it is not here.
pub(super) fn record(work: &Work<'_>, doc: &DocId) -> Result<Option<Record>, IngestError> {
    let Some(stored) = documents::find(work.conn(), work.kab(), doc)? else { return Ok(None) };
    let register = &stored.register;
    let values = register.keys().filter(|key| !key.starts_with("ev/")).filter_map(|key| {
        let value = shown(register, key)?.value;
        Some((key.to_owned(), value))
    });
    Ok(Some(values.collect()))
}

/// Reads some keys of a document; nothing where it is not here.
pub(super) fn some(work: &Work<'_>, doc: &DocId, keys: &[&str]) -> Result<Record, IngestError> {
    let Some(stored) = documents::find(work.conn(), work.kab(), doc)? else {
        return Ok(Record::new());
    };
    let values = keys.iter().filter_map(|key| {
        let value = shown(&stored.register, key)?.value;
        Some(((*key).to_owned(), value))
    });
    Ok(values.collect())
}

/// Returns the document that a key names.
pub(super) fn doc_of(record: &Record, key: &str) -> Option<DocId> {
    DocId::from_slice(record.get(key)?.as_bytes()?)
}

/// Returns the text of a key.
pub(super) fn text<'r>(record: &'r Record, key: &str) -> Option<&'r str> {
    record.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
}

/// Returns whether a key says yes.
pub(super) fn yes(record: &Record, key: &str) -> bool {
    record.get(key).and_then(Value::as_bool) == Some(true)
}

/// Reads a case and what it is about.
pub(super) fn around(work: &Work<'_>, case: &DocId) -> Result<Around, IngestError> {
    let case = record(work, case)?.unwrap_or_default();
    let read = |id: Option<DocId>| -> Result<Option<(DocId, Record)>, IngestError> {
        let Some(id) = id else { return Ok(None) };
        Ok(record(work, &id)?.map(|record| (id, record)))
    };
    let person = read(doc_of(&case, "f/person"))?;
    let household = read(person.as_ref().and_then(|(_, one)| doc_of(one, "f/household")))?;
    Ok(Around { case, person, household })
}

/// Gathers the facts of a case.
pub(super) fn gather(
    work: &Work<'_>,
    row: &CaseRow,
    around: &Around,
) -> Result<CaseFacts, IngestError> {
    let requests = inform::requests(work.conn(), work.kab(), &row.doc)?;
    let desa = row.unit.as_ref().and_then(Unit::desa).or(row.desa.as_deref());
    let mut facts = CaseFacts {
        earlier: row.earlier,
        returned_from: row.returned_from,
        subcat: text(&around.case, "f/subcat").map(str::to_owned),
        private: row.private,
        must_be_private: must_be_private(&around.case),
        held_by_province: matches!(row.unit, Some(Unit::Province(_))),
        unit: row.unit.clone(),
        ask: row.ask,
        author: row.author,
        stand_in: row.stand_in,
        answered: row.answered,
        register: register_of(work, around)?,
        conflicts: clashes(work, around)?,
        pair_undecided: pair_undecided(work, around)?,
        mode: row.mode,
        urgent: row.urgent,
        own_dates: (row.state == CaseState::Referred).then(|| own_dates(work)),
        withdraw_asked: row.withdraw_asked,
        data_request_open: requests.iter().any(|request| request.state == "open"),
        objection_open: objection_open(work, row)?,
        reopen_open: reopen_open(work, row)?,
        referral: referral_of(work, row)?,
        active_bop: actor::exists(work, Role::Bop, desa)?,
        active_kp: actor::exists(work, Role::Kp, desa)?,
        program_requires_register: requires_register(&around.case),
        ..CaseFacts::new(row.kind, row.state)
    };
    look_at_profiles(work, around, &mut facts);
    Ok(facts)
}

/// Returns whose participation a program records; a person's where the catalogue has none.
pub(super) fn unit_of(program: &str) -> jangkau_domain::DocKind {
    let unit = CATALOGUE.find(program).map(|program| program.unit.doc());
    unit.unwrap_or(jangkau_domain::DocKind::Person)
}

/// Compares the records with what the field table demands.
///
/// A tablet's form blocks what is incomplete before it can be sent. Here the case alone decides for
/// submitting: citizen and family may come in a later frame.
fn look_at_profiles(work: &Work<'_>, around: &Around, facts: &mut CaseFacts) {
    let zone = calendar(work.kab()).zone();
    let now = Timestamp::from_second(work.at()).unwrap_or(Timestamp::MAX);
    let mut view = Facts::new(zone.day(now), &CATALOGUE);
    view.private = facts.private;
    view.case = Some(&around.case);
    let submit = form::to_submit(&view);
    facts.minimum = form::missing(&view, submit).is_empty();
    facts.listing_complete = facts.minimum;
    view.person = around.person.as_ref().map(|(_, one)| one as &dyn form::Record);
    view.household = around.household.as_ref().map(|(_, one)| one as &dyn form::Record);
    facts.papers_needed = form::papers_needed(&view);
    facts.full = form::missing(&view, Profile::Full).is_empty();
}

/// Tells whether a case that was made in an emergency lacks what any other is asked for.
pub(super) fn lacks_minimum(work: &Work<'_>, row: &CaseRow, around: &Around) -> bool {
    let quick = |key: &str| key.starts_with("f/quick_") || key.starts_with("set/quick_");
    let mut case = around.case.clone();
    case.retain(|key, _| key != "f/emergency" && !quick(key));
    let now = Timestamp::from_second(work.at()).unwrap_or(Timestamp::MAX);
    let mut view = Facts::new(calendar(work.kab()).zone().day(now), &CATALOGUE);
    view.private = row.private;
    view.case = Some(&case);
    view.person = around.person.as_ref().map(|(_, one)| one as &dyn form::Record);
    view.household = around.household.as_ref().map(|(_, one)| one as &dyn form::Record);
    !form::missing(&view, form::to_submit(&view)).is_empty()
}

fn must_be_private(case: &Record) -> bool {
    let marked = |key: &String| {
        let ppks = key.strip_prefix("set/ppks/");
        let code = ppks.and_then(|item| list::find("ppks")?.code(item));
        code.is_some_and(|code| code.private)
    };
    yes(case, "f/hide_reporter") || case.keys().any(marked)
}

/// Returns the register status of the citizen: as recorded, unless a later release lists them.
fn register_of(work: &Work<'_>, around: &Around) -> Result<Register, IngestError> {
    let said = register_said(&around.case);
    let Some((person, _)) = &around.person else { return Ok(said) };
    let matters = said == Register::NotListed && requires_register(&around.case);
    let listed = matters && register::is_listed(work, person)?;
    Ok(if listed { Register::Listed } else { said })
}

/// Returns the register status that was recorded with a case.
pub(super) fn register_said(case: &Record) -> Register {
    text(case, "f/reg_status").and_then(Register::from_key).unwrap_or_default()
}

/// Tells whether the program of a case takes only who stands in the register.
pub(super) fn requires_register(case: &Record) -> bool {
    let program = text(case, "f/program").and_then(|code| CATALOGUE.find(code));
    program.is_some_and(|program| program.requires_register)
}

/// Returns the keys of citizen and family that wait for an admin.
fn clashes(work: &Work<'_>, around: &Around) -> Result<Vec<String>, IngestError> {
    let mut keys = Vec::new();
    for (doc, _) in around.person.iter().chain(&around.household) {
        let waiting = conflicts::for_review(work.conn(), work.kab(), doc)?;
        keys.extend(waiting.into_iter().map(|(key, _)| key));
    }
    Ok(keys)
}

fn pair_undecided(work: &Work<'_>, around: &Around) -> Result<bool, IngestError> {
    let Some((person, _)) = &around.person else { return Ok(false) };
    Ok(links::undecided(work.conn(), work.kab(), person)?)
}

fn objection_open(work: &Work<'_>, row: &CaseRow) -> Result<bool, IngestError> {
    if !matches!(row.state, CaseState::Resolved | CaseState::Refused) {
        return Ok(false);
    }
    let which = Which::Case(row.doc, Queue::Manager);
    Ok(!queue::list_open(work.conn(), work.kab(), which)?.is_empty())
}

/// The window to reopen runs from the day the citizen was told; until then it stands open. Where
/// nobody is to be told, it runs from the end itself.
fn reopen_open(work: &Work<'_>, row: &CaseRow) -> Result<bool, IngestError> {
    if !row.state.is_end() {
        return Ok(false);
    }
    let word = row.word.map(Word::key).unwrap_or_default();
    let tasks = inform::of_doc(work.conn(), work.kab(), &row.doc)?;
    let since = match tasks.iter().rfind(|task| task.word == word) {
        None => row.since_at,
        Some(task) => match task.done_at {
            Some(told) if task.state != "superseded" => told,
            _ => return Ok(true),
        },
    };
    let window = Deadlines::default().days(Clock::Reopen);
    let since = Timestamp::from_second(since).unwrap_or(Timestamp::MAX);
    Ok(work.at() <= calendar(work.kab()).due(since, window).as_second())
}

/// Returns the first and the last day that a target may name as its own.
fn own_dates(work: &Work<'_>) -> (String, String) {
    let calendar = calendar(work.kab());
    let now = Timestamp::from_second(work.at()).unwrap_or(Timestamp::MAX);
    let today = calendar.zone().day(now);
    let days = Deadlines::default().days(Clock::Inspection);
    (today.to_string(), calendar.add_working_days(today, days).to_string())
}

fn referral_of(work: &Work<'_>, row: &CaseRow) -> Result<Option<ReferralFacts>, IngestError> {
    let all = referrals::list(work.conn(), work.kab(), &row.doc)?;
    let Some(last) = all.last() else { return Ok(None) };
    let parent = last.parent.and_then(|parent| all.iter().find(|one| one.id == parent));
    Ok(Some(ReferralFacts {
        program: last.program.clone(),
        target: last.target.clone(),
        level: last.level,
        login: last.login,
        at_owner: parent.is_some_and(|parent| parent.level == last.level),
    }))
}
