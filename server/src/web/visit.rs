//! The review of a visit: accept it, or return fields with a note.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::queue::Queue;
use jangkau_domain::{DocId, Label};
use rusqlite::Connection;
use serde::Deserialize;

use super::decide::Verdict;
use super::desk::{Desk, Shut, answer, answer_as, shut};
use super::page::visit::VisitPage;
use super::read::sight;
use super::read::visit::Notes;
use super::review::{Review, Typed};
use super::session::SignedIn;
use super::view::Problem;
use super::words::visit as words;
use super::{Pages, csrf, decide, hold, url};
use crate::ingest::IngestError;

/// What the address asks for.
#[derive(Deserialize)]
pub struct Asked {
    isi: Option<String>,
}

/// Shows a visit.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let read = pages.app.store.read(move |conn| {
        let review = Review::find(conn, &desk, &id)?;
        let unfolded = asked.isi.as_deref() == Some("semua");
        review.page(conn, &desk, Typed { unfolded, ..Typed::default() })
    });
    answer(read.await, lang)
}

/// Takes the verdict; whatever is wrong comes back with everything that was typed.
pub async fn take(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let sent = Arc::new(Sent::read(&pairs));
    if !csrf::same(&signed.csrf, &sent.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let desk = Arc::new(Desk::open(&pages, signed));
    let lang = desk.lang();
    if !sent.hold.is_empty() {
        return take_hold(&pages, desk, id, sent.hold == "take").await;
    }
    let returns = sent.verdict == "return";
    let (at, form, visit) = (Arc::clone(&desk), Arc::clone(&sent), id.clone());
    let read = pages.app.store.read(move |conn| prepare(conn, &at, &visit, &form)).await;
    let verdict = match read {
        Ok(Prepared::Ready(verdict)) => verdict,
        Ok(Prepared::Again(page)) => {
            return answer_as(StatusCode::UNPROCESSABLE_ENTITY, Ok(*page), lang);
        }
        Err(why) => return shut(&why, lang),
    };
    match decide::carry_out(&pages, &desk, verdict, Vec::new()).await {
        Ok(()) => {
            let ok = if returns { "returned" } else { "accepted" };
            Redirect::to(&format!("{}?ok={ok}", url::queue(Queue::Review.key()))).into_response()
        }
        Err(why @ (IngestError::Step(_) | IngestError::Refused(_))) => {
            let problem = decide::reason(&why, lang);
            let read = pages.app.store.read(move |conn| {
                let review = Review::find(conn, &desk, &id)?;
                review.page(conn, &desk, sent.typed(vec![Problem::new(problem)]))
            });
            answer_as(StatusCode::CONFLICT, read.await, lang)
        }
        Err(IngestError::Busy) => shut(&Shut::Busy, lang),
        Err(error) => crate::fault::internal(&error),
    }
}

/// Takes the visit's row, or gives it back.
async fn take_hold(pages: &Pages, desk: Arc<Desk>, id: String, take: bool) -> Response {
    let at = Arc::clone(&desk);
    let read = pages.app.store.read(move |conn| {
        let review = Review::find(conn, &at, &id)?;
        if !review.may_decide(&at) {
            return Err(Shut::NotYours);
        }
        let row = sight::of_visit(conn, &at, &review.visit.id, Queue::Review)?;
        Ok((row.map(|row| row.cause), url::visit(&review.visit.id)))
    });
    match read.await {
        Ok((cause, back)) => hold::change(pages, &desk, cause, take, &back).await,
        Err(why) => shut(&why, desk.lang()),
    }
}

#[derive(Default)]
struct Sent {
    csrf: String,
    seen: String,
    verdict: String,
    hold: String,
    review_note: String,
    notes: Notes,
}

impl Sent {
    fn read(pairs: &[(String, String)]) -> Self {
        let mut sent = Self::default();
        for (name, value) in pairs {
            let value = value.trim().to_owned();
            match name.as_str() {
                "csrf" => sent.csrf = value,
                "seen" => sent.seen = value,
                "verdict" => sent.verdict = value,
                "hold" => sent.hold = value,
                "review_note" => sent.review_note = value,
                _ => {
                    if let Some(place) = note_place(name).filter(|_| !value.is_empty()) {
                        sent.notes.insert(place, value);
                    }
                }
            }
        }
        sent
    }

    /// Returns what is wrong, and the field where it can be set right.
    fn problem(&self, has_case: bool) -> Option<(Label, String)> {
        let first_note = || {
            let note = self.notes.keys().next();
            note.map_or_else(String::new, |(doc, key)| format!("note:{doc}:{key}"))
        };
        match self.verdict.as_str() {
            "return" if self.notes.is_empty() => Some((words::NO_NOTE, String::new())),
            "return" => None,
            _ if !self.notes.is_empty() => Some((words::OPEN_NOTES, first_note())),
            _ if has_case && self.review_note.is_empty() => {
                Some((words::NOTE_NEEDED, "review_note".to_owned()))
            }
            _ => None,
        }
    }

    fn typed(&self, problems: Vec<Problem>) -> Typed<'_> {
        Typed {
            notes: Some(&self.notes),
            review_note: &self.review_note,
            problems,
            unfolded: false,
        }
    }
}

fn note_place(name: &str) -> Option<(DocId, String)> {
    let (doc, key) = name.strip_prefix("note:")?.split_once(':')?;
    Some((DocId::from_hex(doc)?, key.to_owned()))
}

enum Prepared {
    Ready(Verdict),
    Again(Box<VisitPage>),
}

fn prepare(conn: &Connection, desk: &Desk, id: &str, sent: &Sent) -> Result<Prepared, Shut> {
    let review = Review::find(conn, desk, id)?;
    if review.roles(desk).is_empty() {
        return Err(Shut::NotYours);
    }
    if let Some(moved) = review.moved(desk) {
        let page = review.page(conn, desk, sent.typed(vec![Problem::new(moved)]))?;
        return Ok(Prepared::Again(Box::new(page)));
    }
    let mut problems = Vec::new();
    if sent.seen != review.seen() {
        problems.push(Problem::new(desk.say(words::CHANGED_MEANWHILE)));
    }
    let held = review.hold(conn, desk)?.by;
    if !held.is_empty() {
        problems.push(Problem::new(format!("{} {held}.", desk.say(super::say::HELD_BY))));
    }
    problems.extend(
        sent.problem(review.cases > 0)
            .map(|(label, field)| Problem::new(desk.say(label)).at(field)),
    );
    if !problems.is_empty() {
        let page = review.page(conn, desk, sent.typed(problems))?;
        return Ok(Prepared::Again(Box::new(page)));
    }
    let role = review.roles(desk).first().copied().ok_or(Shut::NotYours)?;
    let noted = sent.notes.iter().map(|((doc, key), note)| (*doc, key.clone(), note.clone()));
    let returned = if sent.verdict == "return" { noted.collect() } else { Vec::new() };
    Ok(Prepared::Ready(Verdict::Visit {
        visit: review.visit.id,
        round: review.row.round,
        role,
        note: sent.review_note.clone(),
        returned,
    }))
}
