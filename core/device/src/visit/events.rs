//! The events that a visit writes into its documents.

use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocId, Ulid, Value};
use jangkau_sync::Edit;

use super::answers;
use super::leaf::Leaf;
use super::sheet::Sheet;
use super::typed;

/// Version of the consent text that the app reads out.
const CONSENT_TEXT: u32 = 1;

/// Returns the visit's event; `became` tells which document a provisional one became.
pub fn visit(sheet: &Sheet, became: impl Fn(DocId) -> DocId, ahead_s: Option<i64>) -> Event {
    let some = |key: &str| Some(sheet.answer(key).to_owned()).filter(|text| !text.is_empty());
    let met = sheet.met();
    let started = sheet.visit.started_s;
    let list = |key: &str| {
        let parts = sheet.answer(key).split(',').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let date = |text: String| {
        let value = typed::read(jangkau_domain::field::FieldType::Date, &text);
        value.map(|value| crate::shown::typed(&value))
    };
    let consent = some("consent").filter(|_| met);
    let body = event::Visit {
        place: sheet.answer("place").to_owned(),
        purpose: sheet.answer("purpose").to_owned(),
        outcome: sheet.answer("outcome").to_owned(),
        met: DocId::from_hex(sheet.answer("met")).filter(|_| met).map(became),
        relation: some("relation").filter(|_| sheet.answer("outcome") == "met_other"),
        consent_text: consent.is_some().then_some(CONSENT_TEXT),
        consent,
        consent_by: some("consent_by").filter(|_| met),
        from_s: started,
        to_s: sheet.moment.now.max(started),
        channel: sheet.channel().to_owned(),
        unchanged: sheet.confirmed.iter().cloned().collect(),
        told: list("told"),
        revisit_on: some("revisit_on").filter(|_| !met).and_then(date),
        note: some("note"),
        clock_ahead_s: ahead_s,
        ..event::Visit::default()
    };
    Event { at_s: sheet.moment.now, seen: Some(0), body: EventBody::Visit(body) }
}

/// Returns what a new case asks for: an answer at the door ends a question, all else is submitted.
///
/// `known` holds similar cases that are open, and warnings that were kept.
pub fn of_case(
    sheet: &Sheet,
    case: &Leaf,
    private: bool,
    known: (Vec<DocId>, Vec<String>),
) -> Event {
    let (similar, kept) = known;
    let answer = case.answer(answers::ANSWER);
    let body = if case.text("f/kind") == "question" && !answer.is_empty() {
        let catalogue = Some(sheet.catalogue.version);
        EventBody::Answer(event::Answer { text: answer, catalogue })
    } else {
        let still_new = case.answer(answers::STILL_NEW);
        EventBody::Submit(event::Submit {
            route: if private { "private".to_owned() } else { route(sheet, case) },
            still_new: (!similar.is_empty()).then_some(still_new),
            similar,
            kept,
        })
    };
    Event { at_s: sheet.moment.now, seen: Some(0), body }
}

/// Returns the way of a case: a fasilitator's is always reviewed, a Puskesos chooses.
fn route(sheet: &Sheet, case: &Leaf) -> String {
    let chosen = case.answer(answers::ROUTE);
    if sheet.at_office() && !chosen.is_empty() { chosen } else { "review".to_owned() }
}

/// Returns the edit that writes an event.
pub fn put(id: &Ulid, event: &Event) -> Edit {
    Edit::Put { key: event::key(id), value: Value::Bytes(event.encode()) }
}
