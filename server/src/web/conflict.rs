//! The conflict desk: the values that people recorded apart, and the admin's choice.

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::DocId;
use jangkau_domain::queue::Queue;
use jangkau_sync::Edit;
use rusqlite::Connection;
use serde::Deserialize;

use super::clash::{self, Clash, Typed};
use super::decide::{self, Verdict};
use super::desk::{Desk, Shut, answer, answer_as, shut};
use super::read::sight;
use super::session::SignedIn;
use super::words::conflict as words;
use super::{Pages, csrf, edit};
use crate::ingest::{IngestError, PageEdit};

/// What the form sends.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    csrf: String,
    #[serde(default)]
    seen: String,
    #[serde(default)]
    choice: String,
    #[serde(default)]
    typed: String,
    #[serde(default)]
    why: String,
}

impl Sent {
    fn typed(&self, problem: String) -> Typed<'_> {
        Typed {
            seen: &self.seen,
            choice: &self.choice,
            value: &self.typed,
            why: &self.why,
            problem,
        }
    }
}

/// Shows the desk with the first conflict open.
pub async fn first(State(pages): State<Pages>, signed: SignedIn) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let audit = pages.app.audit.clone();
    let read = pages.app.store.read(move |conn| {
        let rows = sight::open_rows(conn, &desk, Queue::Conflict)?;
        let first = rows.first().and_then(|row| Some((row.doc?, row.key.clone()?)));
        clash::page(conn, &desk, &audit, (first, false), &Typed::default())
    });
    answer(read.await, lang)
}

/// Shows the desk with one conflict open.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path((id, key)): Path<(String, String)>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let audit = pages.app.audit.clone();
    let read = pages.app.store.read(move |conn| {
        let doc = DocId::from_hex(&id).ok_or(Shut::NotFound)?;
        clash::page(conn, &desk, &audit, (Some((doc, key)), true), &Typed::default())
    });
    answer(read.await, lang)
}

/// Settles a conflict: the choice is a change on the version that was seen.
pub async fn settle(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path((id, key)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Response {
    if !csrf::same(&signed.csrf, &sent.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let desk = Arc::new(Desk::open(&pages, signed));
    let lang = desk.lang();
    let sent = Arc::new(sent);
    let (at, form, path) = (Arc::clone(&desk), Arc::clone(&sent), (id.clone(), key.clone()));
    let read = pages.app.store.read(move |conn| prepare(conn, &at, &path, &form)).await;
    let (verdict, edit) = match read {
        Ok(Ok(ready)) => ready,
        Ok(Err(problem)) => {
            return again(&pages, desk, (id, key), sent, StatusCode::UNPROCESSABLE_ENTITY, problem)
                .await;
        }
        Err(why) => return shut(&why, lang),
    };
    match decide::carry_out(&pages, &desk, verdict, vec![edit]).await {
        Ok(()) => Redirect::to("/antrean/conflict").into_response(),
        Err(why @ (IngestError::Step(_) | IngestError::Refused(_))) => {
            let problem = decide::reason(&why, lang);
            again(&pages, desk, (id, key), sent, StatusCode::CONFLICT, problem).await
        }
        Err(IngestError::Busy) => shut(&Shut::Busy, lang),
        Err(error) => crate::fault::internal(&error),
    }
}

async fn again(
    pages: &Pages,
    desk: Arc<Desk>,
    (id, key): (String, String),
    sent: Arc<Sent>,
    status: StatusCode,
    problem: String,
) -> Response {
    let lang = desk.lang();
    let audit = pages.app.audit.clone();
    let read = pages.app.store.read(move |conn| {
        let doc = DocId::from_hex(&id).ok_or(Shut::NotFound)?;
        clash::page(conn, &desk, &audit, (Some((doc, key)), true), &sent.typed(problem))
    });
    answer_as(status, read.await, lang)
}

type Ready = (Verdict, PageEdit);

fn prepare(
    conn: &Connection,
    desk: &Desk,
    (id, key): &(String, String),
    sent: &Sent,
) -> Result<Result<Ready, String>, Shut> {
    let doc = DocId::from_hex(id).ok_or(Shut::NotFound)?;
    let found = Clash::find(conn, desk, doc, key)?;
    if sent.why.trim().is_empty() {
        return Ok(Err(desk.say(words::WHY_NEEDED).to_owned()));
    }
    let value = match found.chosen(desk, &sent.choice, &sent.typed) {
        Ok(value) => value,
        Err(problem) => return Ok(Err(problem)),
    };
    let Some(heads) = edit::unseal(desk, doc, key, &sent.seen) else {
        return Ok(Err(desk.say(super::words::edit::SEEN_AGAIN).to_owned()));
    };
    let register = &found.opened.stored.register;
    let put = PageEdit {
        kind: register.kind(),
        doc,
        scope: found.opened.stored.scope,
        heads,
        edits: vec![Edit::Put { key: key.clone(), value: value.clone() }],
        visit: None,
        actor: edit::fresh_actor()?,
    };
    let why = sent.why.trim().to_owned();
    Ok(Ok((
        Verdict::Conflict { doc, key: key.clone(), hash: found.conflict.hash, chosen: value, why },
        put,
    )))
}
