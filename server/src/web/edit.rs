//! The edit of one field, made on the version that its reader saw.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use hmac::{Hmac, KeyInit, Mac};
use jangkau_domain::field::{self, Field, FieldType, Sens, Write};
use jangkau_domain::policy::Capability;
use jangkau_domain::{DocId, DocKind, Lang, list};
use jangkau_sync::{Actor, Edit, Hash};
use rusqlite::Connection;
use serde::Deserialize;
use sha2::Sha256;

use super::desk::{Desk, Shut, answer, answer_as, shut};
use super::page::form::{FormPage, Input};
use super::read::opened::Opened;
use super::session::SignedIn;
use super::view::Problem;
use super::words::edit as words;
use super::{Pages, csrf, decide, say, show, typed, url};
use crate::ingest::{Edited, IngestError, PageEdit, Sender};
use crate::store::documents;

/// What the form sends.
#[derive(Deserialize)]
pub struct Sent {
    csrf: String,
    seen: String,
    value: String,
}

/// Shows the field with its value.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path((id, key)): Path<(String, String)>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let page = pages
        .app
        .store
        .read(move |conn| {
            let field = find(conn, &desk, &id, &key)?;
            let seen = seal(&desk, &field.opened, &key);
            field.page(conn, &desk, &key, field.present(&key), seen, String::new())
        })
        .await;
    answer(page, lang)
}

/// Puts the value on the version that was seen; what came meanwhile stays beside it.
pub async fn save(
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
    let read = pages.app.store.read(move |conn| prepare(conn, &desk, &id, &key, &sent)).await;
    let (ready, back) = match read {
        Ok(Prepared::Ready { sender, edit, back }) => ((sender, edit), back),
        Ok(Prepared::Again(page)) => {
            return answer_as(StatusCode::UNPROCESSABLE_ENTITY, Ok(*page), lang);
        }
        Err(why) => return shut(&why, lang),
    };
    match pages.app.ingest.edit(ready.0, ready.1).await {
        Ok(Edited::Stored(_) | Edited::Nothing) => Redirect::to(&back).into_response(),
        Err(IngestError::Refused(_)) => shut(&Shut::NotYours, lang),
        Err(IngestError::Busy) => shut(&Shut::Busy, lang),
        Err(error) => crate::fault::internal(&error),
    }
}

enum Prepared {
    Ready { sender: Sender, edit: PageEdit, back: String },
    Again(Box<FormPage>),
}

fn prepare(
    conn: &Connection,
    desk: &Desk,
    id: &str,
    key: &str,
    sent: &Sent,
) -> Result<Prepared, Shut> {
    let found = find(conn, desk, id, key)?;
    let heads = unseal(desk, found.opened.stored.register.id(), key, &sent.seen);
    let Some(heads) = heads else {
        // Sealed for a login that is over: what was typed stays, on the version of now.
        let seen = seal(desk, &found.opened, key);
        let error = desk.say(words::SEEN_AGAIN).to_owned();
        let page = found.page(conn, desk, key, sent.value.clone(), seen, error)?;
        return Ok(Prepared::Again(Box::new(page)));
    };
    let edit = match found.edit(desk, key, &sent.value) {
        Ok(edit) => edit,
        Err(error) => {
            let (value, seen) = (sent.value.clone(), sent.seen.clone());
            let page = found.page(conn, desk, key, value, seen, error)?;
            return Ok(Prepared::Again(Box::new(page)));
        }
    };
    let register = &found.opened.stored.register;
    let sender = decide::sender(desk, vec![found.opened.stored.scope]);
    let edit = PageEdit {
        kind: register.kind(),
        doc: register.id(),
        scope: found.opened.stored.scope,
        heads,
        edits: vec![edit],
        visit: None,
        actor: fresh_actor()?,
    };
    Ok(Prepared::Ready { sender, edit, back: found.back() })
}

/// Draws eight random bytes: each request is a writer of its own.
pub fn fresh_actor() -> Result<Actor, Shut> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| Shut::Busy)?;
    Actor::from_slice(&bytes).ok_or(Shut::Busy)
}

struct Found {
    opened: Opened,
    field: &'static Field,
}

fn find(conn: &Connection, desk: &Desk, id: &str, key: &str) -> Result<Found, Shut> {
    let doc = DocId::from_hex(id).ok_or(Shut::NotFound)?;
    let stored = documents::find(conn, desk.kab, &doc)?.ok_or(Shut::NotFound)?;
    let kind = stored.register.kind();
    let opened = Opened::find(conn, desk, kind, doc)?;
    let field = field::find(kind, key).ok_or(Shut::NotFound)?;
    let records = desk.viewer.may(Capability::Record, &opened.thing, None).is_ok();
    let writes = desk.viewer.grants().iter().any(|(role, _)| field.may_put(*role, false));
    // What the form itself puts is not typed on a page.
    if !records || !writes || field.write == Write::App || key.starts_with("set/") {
        return Err(Shut::NotYours);
    }
    Ok(Found { opened, field })
}

impl Found {
    /// Such a value is opened on record only, so its form begins empty.
    fn is_guarded(&self) -> bool {
        self.field.sens != Sens::Desa
    }

    fn present(&self, key: &str) -> String {
        let shown = self.opened.shown(key).filter(|_| !self.is_guarded());
        shown.map_or_else(String::new, |shown| typed::shown(self.field, &shown.value))
    }

    fn edit(&self, desk: &Desk, key: &str, sent: &str) -> Result<Edit, String> {
        if self.is_guarded() && sent.trim().is_empty() {
            return Err(desk.say(words::TYPE_ANEW).to_owned());
        }
        typed::edit(desk, &self.opened, self.field, key, sent)
    }

    fn help(&self, desk: &Desk, key: &str) -> String {
        let how = typed::help(self.field.ty, desk.lang());
        let now = self.opened.shown(key).filter(|_| self.is_guarded());
        let now = now.map(|now| {
            let said = desk.words(self.field, &now.value);
            format!("{} {said}.", desk.say(words::PRESENT))
        });
        let said = now.into_iter().chain(Some(how.to_owned()));
        said.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn back(&self) -> String {
        let doc = self.opened.stored.register.id();
        match self.opened.stored.register.kind() {
            DocKind::Person => url::person(&doc),
            DocKind::Household => url::household(&doc),
            DocKind::Case => url::case(&doc),
        }
    }

    fn page(
        &self,
        conn: &Connection,
        desk: &Desk,
        key: &str,
        value: String,
        seen: String,
        error: String,
    ) -> Result<FormPage, Shut> {
        let doc = self.opened.stored.register.id();
        let label = show::label(self.field, desk.lang());
        let title = format!("{}: {label}", desk.say(words::EDIT));
        let mut input = match self.field.ty.list() {
            Some(name) => Input::choice("value", label, value, choices(name, desk.lang())),
            None if self.field.ty == FieldType::Bool => {
                Input::choice("value", label, value, yes_no(desk))
            }
            None => Input::text("value", label, value),
        };
        input.long = matches!(self.field.ty, FieldType::Text(most) if most > 200);
        input.optional = !self.is_guarded();
        input.help = self.help(desk, key);
        let at = format!("in-{}", input.name);
        let problems = Some(error.clone()).filter(|error| !error.is_empty());
        let problems = problems.map(|error| Problem::new(error).at(at)).into_iter().collect();
        input.error = error;
        Ok(FormPage {
            f: desk.frame(conn, &title, "/keluarga")?,
            title,
            explain: desk.say(words::EXPLAIN).to_owned(),
            problems,
            action: url::edit(&doc, key),
            hidden: vec![("seen", seen)],
            inputs: vec![input],
            submit: desk.say(say::SAVE).to_owned(),
            back: self.back(),
            below: Vec::new(),
        })
    }
}

fn choices(name: &str, lang: Lang) -> Vec<(String, String)> {
    let none = (String::new(), "–".to_owned());
    let items = list::find(name).map_or(&[][..], |list| list.items);
    let item = |code: &list::Code| (code.key.to_owned(), code.label.text(lang).to_owned());
    std::iter::once(none).chain(items.iter().map(item)).collect()
}

fn yes_no(desk: &Desk) -> Vec<(String, String)> {
    let (yes, no) = if desk.lang() == Lang::Id { ("Ya", "Tidak") } else { ("Yes", "No") };
    [("", "–"), ("true", yes), ("false", no)]
        .map(|(key, word)| (key.to_owned(), word.to_owned()))
        .to_vec()
}

fn mac(desk: &Desk, doc: DocId, key: &str, heads: &str) -> String {
    let secret = desk.signed.csrf.as_bytes();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(format!("heads:{doc}:{key}:{heads}").as_bytes());
    hex::encode(&mac.finalize().into_bytes()[..16])
}

/// Returns the version that a page shows, sealed for this login and field.
pub fn seal(desk: &Desk, opened: &Opened, key: &str) -> String {
    let heads: Vec<String> =
        opened.stored.register.heads().iter().map(|head| hex::encode(head.0)).collect();
    let heads = heads.join(",");
    let mac = mac(desk, opened.stored.register.id(), key, &heads);
    format!("{heads}.{mac}")
}

/// Reads a sealed version back; `None` if anything in it was changed.
pub fn unseal(desk: &Desk, doc: DocId, key: &str, seen: &str) -> Option<Vec<Hash>> {
    let (heads, sent) = seen.split_once('.')?;
    if !csrf::same(&mac(desk, doc, key, heads), sent) {
        return None;
    }
    let read = |head: &str| Some(Hash(hex::decode(head).ok()?.try_into().ok()?));
    heads.split(',').map(read).collect()
}
