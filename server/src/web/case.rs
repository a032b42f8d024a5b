//! The case page: where it stands, who has it, and the steps that its viewer may take.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::step::StepId;
use rusqlite::Connection;

use super::case_file::CaseFile;
use super::case_input::Typed;
use super::decide::{self, Verdict};
use super::desk::{Desk, Shut, answer, answer_as, shut};
use super::page::case::CasePage;
use super::session::SignedIn;
use super::{Pages, csrf, hold, say, url};
use crate::ingest::IngestError;

/// Shows a case.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let read = pages.app.store.read(move |conn| {
        let file = CaseFile::find(conn, &desk, &id)?;
        file.page(conn, &desk, &Typed::default(), Vec::new())
    });
    answer(read.await, lang)
}

/// Takes a step; a refused one comes back with its reason and everything that was typed.
pub async fn take(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let typed = Arc::new(Typed::read(&pairs));
    if !csrf::same(&signed.csrf, typed.get("csrf")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let desk = Arc::new(Desk::open(&pages, signed));
    let lang = desk.lang();
    if !typed.get("hold").is_empty() {
        return take_hold(&pages, desk, id, typed.get("hold") == "take").await;
    }
    let (at, form, case) = (Arc::clone(&desk), Arc::clone(&typed), id.clone());
    let read = pages.app.store.read(move |conn| prepare(conn, &at, &case, &form)).await;
    let (verdict, back) = match read {
        Ok(Ready::Go(verdict, back)) => (verdict, back),
        Ok(Ready::Again(page)) => return answer_as(StatusCode::CONFLICT, Ok(*page), lang),
        Err(why) => return shut(&why, lang),
    };
    match decide::carry_out(&pages, &desk, verdict, Vec::new()).await {
        Ok(()) => Redirect::to(&back).into_response(),
        Err(why @ (IngestError::Step(_) | IngestError::Refused(_))) => {
            let why = decide::reason(&why, lang);
            let read = pages.app.store.read(move |conn| {
                let file = CaseFile::find(conn, &desk, &id)?;
                let moved = file.moved(&desk, typed.get("seen"));
                file.page(conn, &desk, &typed, moved.into_iter().chain(Some(why)).collect())
            });
            answer_as(StatusCode::CONFLICT, read.await, lang)
        }
        Err(IngestError::Busy) => shut(&Shut::Busy, lang),
        Err(error) => crate::fault::internal(&error),
    }
}

/// Takes the case's row, or gives it back.
async fn take_hold(pages: &Pages, desk: Arc<Desk>, id: String, take: bool) -> Response {
    let at = Arc::clone(&desk);
    let read = pages.app.store.read(move |conn| {
        let file = CaseFile::find(conn, &at, &id)?;
        let held = file.hold(conn, &at)?;
        if take && !held.offered && held.by.is_empty() {
            return Err(Shut::NotYours);
        }
        let case = file.opened.stored.register.id();
        Ok((file.waits(conn, &at)?.map(|row| row.cause), url::case(&case)))
    });
    match read.await {
        Ok((cause, back)) => hold::change(pages, &desk, cause, take, &back).await,
        Err(why) => shut(&why, desk.lang()),
    }
}

enum Ready {
    Go(Verdict, String),
    Again(Box<CasePage>),
}

fn prepare(conn: &Connection, desk: &Desk, id: &str, typed: &Typed) -> Result<Ready, Shut> {
    let file = CaseFile::find(conn, desk, id)?;
    let held = file.hold(conn, desk)?.by;
    if !held.is_empty() {
        let why = format!("{} {held}.", desk.say(say::HELD_BY));
        return Ok(Ready::Again(Box::new(file.page(conn, desk, typed, vec![why])?)));
    }
    let step = StepId::from_key(typed.get("step")).ok_or(Shut::NotFound)?;
    let role = *desk.viewer.roles_for(step, &file.opened.thing).first().ok_or(Shut::NotYours)?;
    let seen = typed.get("seen").parse().unwrap_or(0);
    let case = file.opened.stored.register.id();
    let input = typed.input_about(&case);
    let verdict = Verdict::Case { case, step, role, seen, input: Box::new(input) };
    Ok(Ready::Go(verdict, url::case(&case)))
}
