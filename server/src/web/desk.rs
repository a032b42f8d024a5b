//! What every page of a signed-in person is built from: who, when, where, and the words for it.

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use jangkau_domain::calendar::{Calendar, Zone};
use jangkau_domain::catalogue::Catalogue;
use jangkau_domain::field::{Field, FieldType, Sens};
use jangkau_domain::wilayah::Table;
use jangkau_domain::{Kab, Label, Lang, Value};
use rusqlite::Connection;

use super::page::fault::FaultPage;
use super::session::SignedIn;
use super::view::{Banner, Frame, LeftTime, Tone, Who};
use super::viewer::Viewer;
use super::{Pages, place, say, show, when};
use crate::fault;
use crate::store::StoreError;

/// Why a page is not shown.
#[derive(Debug, thiserror::Error)]
pub enum Shut {
    /// There is no such thing, or none that this person may know of: both look alike.
    #[error("there is nothing here for this person")]
    NotFound,
    /// The role does not allow the act.
    #[error("the role does not allow it")]
    NotYours,
    /// Reading failed.
    #[error("a page could not be read")]
    Store(#[from] StoreError),
    /// A stored history does not replay.
    #[error("a stored history is broken")]
    Broken(#[from] super::read::diff::BrokenHistory),
    /// A template failed.
    #[error("a page could not be drawn")]
    Draw(#[from] askama::Error),
    /// The audit record or the writer refused.
    #[error("the server cannot take this now")]
    Busy,
}

/// The person, the moment and the place of one request.
pub struct Desk {
    /// Who is signed in.
    pub signed: SignedIn,
    /// Their rights.
    pub viewer: Viewer,
    /// The kabupaten.
    pub kab: Kab,
    /// Now, by the server's clock.
    pub now_s: i64,
    /// Time zone of the kabupaten.
    pub zone: Zone,
    /// Its working days.
    pub calendar: Arc<Calendar>,
    /// Its programs.
    pub catalogue: Arc<Catalogue>,
    /// Names of areas.
    pub wilayah: Arc<Table>,
}

impl Desk {
    /// Opens the desk of a request.
    pub fn open(pages: &Pages, signed: SignedIn) -> Self {
        let kab = pages.app.config.kab;
        Self {
            viewer: Viewer::of(&signed),
            kab,
            now_s: pages.app.clock.now_s(),
            zone: pages.calendar.zone(),
            calendar: Arc::clone(&pages.calendar),
            catalogue: Arc::clone(&pages.catalogue),
            wilayah: Arc::clone(&pages.app.wilayah),
            signed,
        }
    }

    /// Returns the language of the page.
    pub fn lang(&self) -> Lang {
        self.signed.lang
    }

    /// Returns a text of a catalogue in the page's language.
    pub fn say(&self, label: Label) -> &'static str {
        label.text(self.signed.lang)
    }

    /// Returns a stored value in words, masked as the field table asks.
    pub fn words(&self, field: &Field, value: &Value) -> String {
        self.spoken(field, value, false)
    }

    /// Returns a stored value in words; the whole value where it was opened on record.
    pub fn spoken(&self, field: &Field, value: &Value, open: bool) -> String {
        match (field.ty, value) {
            (FieldType::Wilayah, Value::Str(code)) => place::name(&self.wilayah, code),
            _ => show::value(field, value, &self.catalogue, self.lang(), open),
        }
    }

    /// Returns the words of a key: an item of a set is its value.
    pub fn keyed(&self, key: &str, field: &Field, value: &Value, open: bool) -> String {
        match (field.ty, key.rsplit('/').next()) {
            (FieldType::SetItem(list), Some(item)) if open || field.sens == Sens::Desa => {
                show::code(list, item, self.lang())
            }
            _ => self.spoken(field, value, open),
        }
    }

    /// Returns the name of an area.
    pub fn place(&self, code: &str) -> String {
        place::name(&self.wilayah, code)
    }

    /// Returns day and time in the kabupaten's zone; the year where it is not this one.
    pub fn moment(&self, at_s: i64) -> String {
        when::moment(at_s, self.now_s, self.zone)
    }

    /// Returns the day in the kabupaten's zone; the year where it is not this one.
    pub fn day(&self, at_s: i64) -> String {
        when::day(at_s, self.now_s, self.zone)
    }

    /// Returns weekday, full date and time in the kabupaten's zone.
    pub fn full_moment(&self, at_s: i64) -> String {
        when::full_moment(at_s, self.zone, self.lang())
    }

    /// Returns until when something has to be done: "s.d. Kamis 26/11, 23.59 WIB".
    pub fn until(&self, due_s: i64) -> String {
        let until = if self.lang() == Lang::Id { "s.d." } else { "until" };
        format!("{until} {} {}", when::weekday(due_s, self.zone, self.lang()), self.moment(due_s))
    }

    /// Returns the time left in a sentence: "Sisa 2 hari kerja".
    pub fn left_long(&self, due_s: i64) -> LeftTime {
        when::in_a_sentence(self.left(due_s), self.lang())
    }

    /// Returns the time left until a deadline.
    pub fn left(&self, due_s: i64) -> LeftTime {
        when::left(&self.calendar, self.now_s, due_s, self.lang())
            .unwrap_or(LeftTime { text: String::new(), days: 0 })
    }

    /// Builds what surrounds a page; `current` is the address of the rail's line shown.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the counts cannot be read.
    pub fn frame(
        &self,
        conn: &Connection,
        title: &str,
        current: &str,
    ) -> Result<Frame, StoreError> {
        Ok(Frame {
            lang: self.lang(),
            title: title.to_owned(),
            rail: super::rail::of(self, conn, current)?,
            who: Who { name: self.signed.user.name.clone(), role_line: self.role_line() },
            kab_line: self.kab_line(),
            csrf: self.signed.csrf.clone(),
            searched: String::new(),
            banner: None,
            keys: self.signed.keys,
            fictive: self.kab.0 / 100 == 99,
            printed: self.full_moment(self.now_s),
        })
    }

    fn role_line(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for (role, wilayah) in self.viewer.grants() {
            let area = place::short(&self.place(wilayah));
            words.push(format!("{} · {area}", role.label().text(self.lang())));
        }
        words.join(", ")
    }

    fn kab_line(&self) -> String {
        let name = place::short(&place::kab(&self.wilayah, self.kab, self.lang()));
        format!("{name} · {}", self.kab)
    }

    /// Returns the banner that says what just happened, where the address names it.
    pub fn done(&self, label: Label) -> Banner {
        Banner { tone: Tone::Padi, first: self.say(label).to_owned(), second: String::new() }
    }
}

/// Answers for an address that no route has.
pub async fn nowhere(headers: HeaderMap) -> Response {
    shut(&Shut::NotFound, super::session::lang_of(&headers))
}

/// Draws a page, or says why it is not shown.
pub fn answer<T: Template>(page: Result<T, Shut>, lang: Lang) -> Response {
    answer_as(StatusCode::OK, page, lang)
}

/// Draws a page with another status: a form that came back with faults.
pub fn answer_as<T: Template>(status: StatusCode, page: Result<T, Shut>, lang: Lang) -> Response {
    let drawn = page.and_then(|page| Ok(page.render()?));
    match drawn {
        Ok(html) => (status, Html(html)).into_response(),
        Err(why) => shut(&why, lang),
    }
}

/// Says why a page is not shown, in words and with the right status.
pub fn shut(why: &Shut, lang: Lang) -> Response {
    let (status, title, text) = match why {
        Shut::NotFound => (StatusCode::NOT_FOUND, say::NOT_FOUND, say::NOT_FOUND_TEXT),
        Shut::NotYours => (StatusCode::FORBIDDEN, say::NOT_YOURS, say::NOT_YOURS_TEXT),
        Shut::Busy => return fault::unavailable(why),
        Shut::Store(_) | Shut::Broken(_) | Shut::Draw(_) => return fault::internal(why),
    };
    let page = FaultPage {
        lang_code: if lang == Lang::En { "en" } else { "id" },
        title: title.text(lang).to_owned(),
        text: text.text(lang).to_owned(),
        id: String::new(),
        back: say::TO_START.text(lang).to_owned(),
    };
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => fault::internal(&error),
    }
}
