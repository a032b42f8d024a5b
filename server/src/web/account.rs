//! The account page: language, password, signing out.

use axum::Form;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jangkau_domain::{Label, Lang};
use rusqlite::Connection;
use serde::Deserialize;

use super::desk::{Desk, Shut, answer, answer_as};
use super::page::form::{Block, FormPage, Input};
use super::session::SignedIn;
use super::view::Problem;
use super::words::edit as words;
use super::{Pages, csrf};
use crate::access::password::{self, PasswordError};
use crate::audit::Line;
use crate::fault;
use crate::ingest::IngestError;
use crate::store::users;

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    csrf: String,
    old: String,
    new: String,
}

/// Shows the account.
pub async fn show(State(pages): State<Pages>, signed: SignedIn) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    answer(pages.app.store.read(move |conn| page(conn, &desk, None, None)).await, lang)
}

/// Changes the password; every other login of the person ends.
pub async fn save(
    State(pages): State<Pages>,
    signed: SignedIn,
    Form(sent): Form<Sent>,
) -> Response {
    if !csrf::same(&signed.csrf, &sent.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let user = signed.user.clone();
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let now_s = desk.now_s;
    let hashed = match hashed(&pages, user.password.clone(), sent).await {
        Ok(Ok(hashed)) => hashed,
        Ok(Err(problem)) => {
            let read =
                pages.app.store.read(move |conn| page(conn, &desk, Some(problem), None)).await;
            return answer_as(StatusCode::UNPROCESSABLE_ENTITY, read, lang);
        }
        Err(busy) => return busy,
    };
    let id = user.id;
    let line = Line {
        at: now_s,
        user: Some(id),
        device: None,
        what: "password",
        doc: None,
        detail: String::new(),
    };
    if let Err(error) = pages.app.audit.append(&line) {
        return fault::unavailable(&error);
    }
    let written = pages
        .app
        .ingest
        .run(move |writer| {
            let stored = users::set_password(writer.conn(), writer.kab(), id, &hashed)?;
            stored.then_some(()).ok_or(IngestError::Lost)
        })
        .await;
    if let Err(error) = written {
        return fault::internal(&error);
    }
    let done = Some(words::PASSWORD_CHANGED);
    answer(pages.app.store.read(move |conn| page(conn, &desk, None, done)).await, lang)
}

/// Checks the old password and hashes the new one, off the async threads.
async fn hashed(
    pages: &Pages,
    stored: Option<String>,
    sent: Sent,
) -> Result<Result<String, Label>, Response> {
    let permit = pages.hashing.acquire().await.map_err(|error| fault::unavailable(&error))?;
    let work = tokio::task::spawn_blocking(move || {
        if !password::matches(&sent.old, stored.as_deref()) {
            return Err(words::PASSWORD_WRONG);
        }
        password::hash(&sent.new).map_err(|error| match error {
            PasswordError::Short | PasswordError::Long | PasswordError::Machine => {
                words::PASSWORD_RULE
            }
        })
    });
    let done = work.await.map_err(|error| fault::internal(&error));
    drop(permit);
    done
}

fn page(
    conn: &Connection,
    desk: &Desk,
    problem: Option<Label>,
    done: Option<Label>,
) -> Result<FormPage, Shut> {
    let title = desk.say(words::ACCOUNT);
    let mut frame = desk.frame(conn, title, "/akun")?;
    frame.banner = done.map(|label| desk.done(label));
    let secret = |name: &str, label: Label, autocomplete: &'static str| Input {
        input_type: "password",
        autocomplete,
        ..Input::text(name, desk.say(label), "")
    };
    let other = if desk.lang() == Lang::Id { "en" } else { "id" };
    let mut new = secret("new", words::NEW_PASSWORD, "new-password");
    new.help = desk.say(words::PASSWORD_RULE).to_owned();
    let block = |id, title: Label, text: String, action: &str, hidden, button: Label| Block {
        id,
        title: desk.say(title).to_owned(),
        text,
        action: action.to_owned(),
        hidden,
        button: desk.say(button).to_owned(),
    };
    Ok(FormPage {
        f: frame,
        title: desk.say(words::CHANGE_PASSWORD).to_owned(),
        explain: format!("{} · {}", desk.signed.user.name, desk.signed.user.login),
        problems: problem.map(|label| at_field(desk, label)).into_iter().collect(),
        action: "/akun".to_owned(),
        hidden: Vec::new(),
        inputs: vec![secret("old", words::OLD_PASSWORD, "current-password"), new],
        submit: desk.say(words::CHANGE_PASSWORD).to_owned(),
        back: String::new(),
        below: vec![
            block(
                "language",
                words::LANGUAGE,
                String::new(),
                "/bahasa",
                vec![("lang", other)],
                words::OTHER_LANGUAGE,
            ),
            block(
                "keys",
                words::KEYS,
                desk.say(words::KEYS_RULE).to_owned(),
                "/bahasa",
                vec![("keys", if desk.signed.keys { "off" } else { "on" })],
                if desk.signed.keys { words::KEYS_OFF } else { words::KEYS_ON },
            ),
            block("leave", words::LEAVE, String::new(), "/keluar", Vec::new(), words::LEAVE),
        ],
    })
}

/// The rule is about the new password, the rest about the present one.
fn at_field(desk: &Desk, problem: Label) -> Problem {
    let field = if problem == words::PASSWORD_RULE { "in-new" } else { "in-old" };
    Problem::new(desk.say(problem)).at(field)
}
