//! The review of a visit: accept it, or return fields with a note.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::{DocId, Label};
use rusqlite::Connection;

use super::decide::Verdict;
use super::desk::{Desk, Shut, answer, answer_as, shut};
use super::page::visit::VisitPage;
use super::read::visit::Notes;
use super::review::{Review, Typed};
use super::session::SignedIn;
use super::view::Problem;
use super::words::visit as words;
use super::{Pages, csrf, decide};
use crate::ingest::IngestError;

/// Shows a visit.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let read = pages.app.store.read(move |conn| {
        let review = Review::find(conn, &desk, &id)?;
        review.page(conn, &desk, Typed::default())
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
        Ok(()) => Redirect::to("/antrean/review").into_response(),
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

#[derive(Default)]
struct Sent {
    csrf: String,
    seen: String,
    verdict: String,
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
        Typed { notes: Some(&self.notes), review_note: &self.review_note, problems }
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
    if !review.may_decide(desk) {
        return Err(Shut::NotYours);
    }
    let mut problems = Vec::new();
    if sent.seen != review.seen() {
        problems.push(Problem::new(desk.say(words::CHANGED_MEANWHILE)));
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
