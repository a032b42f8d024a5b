//! Opening one masked value: for a purpose, on the audit record, for the time of one page.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::REFRESH;
use axum::response::{IntoResponse, Response};
use jangkau_domain::field::{self, Sens};
use jangkau_domain::policy::{Capability, Purpose};
use jangkau_domain::{DocId, Label};
use rusqlite::Connection;
use serde::Deserialize;

use super::desk::{Desk, Shut, answer, answer_as};
use super::page::form::{FormPage, Input};
use super::read::opened::Opened;
use super::session::SignedIn;
use super::view::Problem;
use super::words::edit as words;
use super::{Pages, csrf, show, url};
use crate::audit::{Audit, Line};
use crate::store::documents;

/// Seconds for which an opened value stands.
const SHOWN_S: u32 = 60;

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    csrf: String,
    #[serde(default)]
    purpose: String,
}

/// Asks what for.
pub async fn ask(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path((id, key)): Path<(String, String)>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let page = pages.app.store.read(move |conn| form(conn, &desk, &id, &key, None)).await;
    answer(page, lang)
}

/// Puts the opening on record, then shows the value.
pub async fn open(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path((id, key)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> Response {
    if !csrf::same(&signed.csrf, &sent.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let Some(purpose) = Purpose::from_key(&sent.purpose) else {
        let problem = Some(words::PURPOSE_NEEDED);
        let page = pages.app.store.read(move |conn| form(conn, &desk, &id, &key, problem)).await;
        return answer_as(StatusCode::UNPROCESSABLE_ENTITY, page, lang);
    };
    let audit = pages.app.audit.clone();
    let page =
        pages.app.store.read(move |conn| opened(conn, &desk, &audit, &id, &key, purpose)).await;
    let back = page.as_ref().map(|page| format!("{SHOWN_S}; url={}", page.back)).ok();
    let mut answer = answer(page, lang);
    if let Some(value) = back.and_then(|back| back.parse().ok()) {
        answer.headers_mut().insert(REFRESH, value);
    }
    answer
}

struct Masked {
    opened: Opened,
    field: &'static field::Field,
}

fn find(conn: &Connection, desk: &Desk, id: &str, key: &str) -> Result<Masked, Shut> {
    let doc = DocId::from_hex(id).ok_or(Shut::NotFound)?;
    let stored = documents::find(conn, desk.kab, &doc)?.ok_or(Shut::NotFound)?;
    let kind = stored.register.kind();
    let opened = Opened::find(conn, desk, kind, doc)?;
    let field = field::find(kind, key).ok_or(Shut::NotFound)?;
    Ok(Masked { opened, field })
}

fn form(
    conn: &Connection,
    desk: &Desk,
    id: &str,
    key: &str,
    problem: Option<Label>,
) -> Result<FormPage, Shut> {
    let masked = find(conn, desk, id, key)?;
    let doc = masked.opened.stored.register.id();
    let title = format!("{}: {}", desk.say(words::OPEN), show::label(masked.field, desk.lang()));
    let problem = problem.map(|label| Problem::new(desk.say(label)).at("in-purpose"));
    let mut input = Input::choice("purpose", desk.say(words::PURPOSE), "", purposes(desk));
    input.error = problem.as_ref().map_or_else(String::new, |problem| problem.text.clone());
    Ok(FormPage {
        f: desk.frame(conn, &title, "/keluarga")?,
        title,
        explain: desk.say(words::OPEN_RULE).to_owned(),
        problems: problem.into_iter().collect(),
        action: url::reveal(&doc, key),
        hidden: Vec::new(),
        inputs: vec![input],
        submit: desk.say(words::SHOW).to_owned(),
        back: back(&masked.opened),
        below: Vec::new(),
    })
}

fn purposes(desk: &Desk) -> Vec<(String, String)> {
    let none = (String::new(), "–".to_owned());
    let word = |one: Purpose| (one.key().to_owned(), desk.say(one.label()).to_owned());
    std::iter::once(none).chain(Purpose::ALL.map(word)).collect()
}

fn opened(
    conn: &Connection,
    desk: &Desk,
    audit: &Audit,
    id: &str,
    key: &str,
    purpose: Purpose,
) -> Result<FormPage, Shut> {
    let masked = find(conn, desk, id, key)?;
    let needed =
        if masked.field.sens == Sens::Spec { Capability::SpecFields } else { Capability::Unmask };
    let allowed = desk.viewer.may(needed, &masked.opened.thing, Some(purpose)).is_ok();
    let doc = masked.opened.stored.register.id();
    let line = Line {
        at: desk.now_s,
        user: Some(desk.viewer.user),
        device: None,
        what: if allowed { "reveal" } else { "refused" },
        doc: Some(doc),
        detail: format!("{key} {}", purpose.key()),
    };
    // No line, no look: an opening that cannot be recorded does not happen.
    audit.append(&line).map_err(|_| Shut::Busy)?;
    if !allowed {
        return Err(Shut::NotYours);
    }
    let shown = masked.opened.shown(key).ok_or(Shut::NotFound)?;
    let label = show::label(masked.field, desk.lang());
    let said = desk.keyed(key, masked.field, &shown.value, true);
    Ok(FormPage {
        f: desk.frame(conn, label, "/keluarga")?,
        title: label.to_owned(),
        explain: format!(
            "{}: {}. {}",
            desk.say(words::OPENED),
            desk.say(purpose.label()),
            desk.say(words::CLOSES)
        ),
        problems: Vec::new(),
        action: url::reveal(&doc, key),
        hidden: vec![("purpose", purpose.key().to_owned())],
        inputs: vec![Input { shown: true, ..Input::text("shown", label, said) }],
        submit: String::new(),
        back: back(&masked.opened),
        below: Vec::new(),
    })
}

fn back(opened: &Opened) -> String {
    let register = &opened.stored.register;
    match register.kind() {
        jangkau_domain::DocKind::Person => url::person(&register.id()),
        jangkau_domain::DocKind::Household => url::household(&register.id()),
        jangkau_domain::DocKind::Case => url::case(&register.id()),
    }
}
