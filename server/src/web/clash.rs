//! The desk's page: the values that people recorded apart, each with its evidence.

use jangkau_domain::field::{self, Field};
use jangkau_domain::policy::Capability;
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind, Lang, Value};
use jangkau_sync::Edit;
use rusqlite::Connection;

use super::clash_side;
use super::desk::{Desk, Shut};
use super::page::conflict::{ConflictPage, DeskItem, OpenConflict, Side};
use super::read::base::{self, Base};
use super::read::opened::Opened;
use super::read::sight;
use super::view::{Badge, Tone};
use super::words::conflict as words;
use super::{edit, place, show, typed, url};
use crate::audit::{Audit, Line};
use crate::store::conflicts::{self, Conflict};
use crate::store::queue::Waiting;
use crate::store::{case_files, case_state, documents, history};

/// What was typed and what is wrong with it.
#[derive(Default)]
pub struct Typed<'a> {
    /// The version that was seen, sealed.
    pub seen: &'a str,
    /// Which value: its number, `base` or `typed`.
    pub choice: &'a str,
    /// Another value.
    pub value: &'a str,
    /// The reason.
    pub why: &'a str,
    /// What is wrong, or nothing.
    pub problem: String,
}

/// A field in conflict that the person may settle.
pub struct Clash {
    /// Its document.
    pub opened: Opened,
    /// The field.
    pub field: &'static Field,
    /// The values.
    pub conflict: Conflict,
    /// What it held before, where all had seen the same.
    pub base: Option<Base>,
}

impl Clash {
    /// Finds a conflict.
    ///
    /// # Errors
    ///
    /// [`Shut::NotFound`] if there is none, or none that the person may settle.
    pub fn find(conn: &Connection, desk: &Desk, doc: DocId, key: &str) -> Result<Self, Shut> {
        let opened = settleable(conn, desk, doc)?;
        let field = field::find(opened.stored.register.kind(), key).ok_or(Shut::NotFound)?;
        let conflict = conflicts::of_doc(conn, desk.kab, &doc)?
            .into_iter()
            .find(|one| one.key == key && one.review)
            .ok_or(Shut::NotFound)?;
        let sides: Vec<_> = conflict.sides.iter().map(|side| side.change).collect();
        let base = base::find(&history::changes(conn, desk.kab, &doc)?, key, &sides);
        Ok(Self { opened, field, conflict, base })
    }

    /// Reads the choice.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words for the person.
    pub fn chosen(&self, desk: &Desk, choice: &str, typed: &str) -> Result<Value, String> {
        let value = match choice {
            "typed" => {
                let key = &self.conflict.key;
                match typed::edit(desk, &self.opened, self.field, key, typed)? {
                    Edit::Put { value, .. } => Some(value),
                    Edit::Delete { .. } => None,
                }
            }
            "base" => self.base.as_ref().and_then(|base| base.value.clone()),
            at => {
                let side = at.parse().ok().and_then(|at: usize| self.conflict.sides.get(at));
                side.map(|side| side.value.clone())
            }
        };
        value.ok_or_else(|| desk.say(words::CHOOSE).to_owned())
    }

    /// The desk shows the fields in question whole: they are what it is asked to decide.
    pub fn spoken(&self, desk: &Desk, value: &Value) -> String {
        desk.keyed(&self.conflict.key, self.field, value, true)
    }
}

/// Opens a document for its fields in question alone.
fn settleable(conn: &Connection, desk: &Desk, doc: DocId) -> Result<Opened, Shut> {
    let kind = documents::find(conn, desk.kab, &doc)?
        .map(|stored| stored.register.kind())
        .ok_or(Shut::NotFound)?;
    let opened = match Opened::find(conn, desk, kind, doc) {
        Ok(opened) => opened,
        Err(Shut::NotFound) if desk.signed.has(Role::AdmKab) => {
            Opened::in_question(conn, desk, kind, doc)?
        }
        Err(other) => return Err(other),
    };
    match desk.viewer.may(Capability::Settle, &opened.thing, None) {
        Ok(_) => Ok(opened),
        Err(_) => Err(Shut::NotFound),
    }
}

/// Builds the desk with one conflict open; the opening goes on the audit record first.
///
/// # Errors
///
/// [`Shut`] if something cannot be read, or the opening cannot be recorded.
pub fn page(
    conn: &Connection,
    desk: &Desk,
    audit: &Audit,
    (shown, chosen): (Option<(DocId, String)>, bool),
    typed: &Typed<'_>,
) -> Result<ConflictPage, Shut> {
    let entry = jangkau_domain::queue::of(Queue::Conflict);
    if !desk.viewer.grants().iter().any(|(role, _)| entry.owner(*role).is_some()) {
        return Err(Shut::NotFound);
    }
    let title = desk.say(entry.title).to_owned();
    let mut list = Vec::new();
    for row in sight::open_rows(conn, desk, Queue::Conflict)? {
        list.extend(item(conn, desk, &row, shown.as_ref())?);
    }
    let open = match shown {
        Some((doc, key)) => {
            let line = Line {
                at: desk.now_s,
                user: Some(desk.viewer.user),
                device: None,
                what: "conflict",
                doc: Some(doc),
                detail: key.clone(),
            };
            // Each opening is on record, or it does not happen.
            audit.append(&line).map_err(|_| Shut::Busy)?;
            Some(open(conn, desk, &Clash::find(conn, desk, doc, &key)?, typed)?)
        }
        None => None,
    };
    Ok(ConflictPage {
        f: desk.frame(conn, &title, &url::queue("conflict"))?,
        title,
        chosen,
        list,
        open,
        empty_first: desk.say(words::NONE).to_owned(),
        empty_second: desk.say(words::NONE_TEXT).to_owned(),
    })
}

fn item(
    conn: &Connection,
    desk: &Desk,
    row: &Waiting,
    shown: Option<&(DocId, String)>,
) -> Result<Option<DeskItem>, Shut> {
    let (Some(doc), Some(key)) = (row.doc, row.key.as_deref()) else { return Ok(None) };
    let opened = settleable(conn, desk, doc)?;
    let field = field::find(opened.stored.register.kind(), key);
    Ok(Some(DeskItem {
        href: url::conflict(&doc, key),
        name: whose(desk, &opened),
        field: field.map_or_else(String::new, |field| show::label(field, desk.lang()).to_owned()),
        meta: opened.thing.desa.as_deref().map_or_else(String::new, |desa| desk.place(desa)),
        left: desk.left(row.due),
        current: shown.is_some_and(|(d, k)| *d == doc && k == key),
    }))
}

/// What a choice does, in whole sentences: cases that wait for it are named.
fn effects(conn: &Connection, desk: &Desk, clash: &Clash) -> Result<Vec<String>, Shut> {
    let mut effects = vec![desk.say(words::EVERYWHERE).to_owned()];
    if clash.opened.stored.register.kind() == DocKind::Person {
        let person = clash.opened.stored.register.id();
        for case in case_files::of_person(conn, desk.kab, &person)? {
            let state = case_state::find(conn, desk.kab, &case.doc)?;
            let waits = state.is_some_and(|row| !row.state.is_end() && !row.private);
            if let Some(number) = case.number.filter(|_| waits) {
                effects.push(format!("{number} {}", desk.say(words::MAY_GO_ON)));
            }
        }
    }
    effects.extend([words::AUTHORS, words::KEPT].map(|label| desk.say(label).to_owned()));
    Ok(effects)
}

fn whose(desk: &Desk, opened: &Opened) -> String {
    let key = match opened.stored.register.kind() {
        DocKind::Person => "f/name",
        DocKind::Household => "f/kk",
        DocKind::Case => "f/number",
    };
    let words = opened.words(desk, key);
    if words.is_empty() { "–".to_owned() } else { words }
}

fn open(
    conn: &Connection,
    desk: &Desk,
    clash: &Clash,
    typed: &Typed<'_>,
) -> Result<OpenConflict, Shut> {
    let (doc, key) = (clash.opened.stored.register.id(), clash.conflict.key.as_str());
    let label = show::label(clash.field, desk.lang());
    let count = clash.conflict.sides.len();
    let title = match desk.lang() {
        Lang::Id => format!("{label}: {count} isian yang berbeda"),
        Lang::En => format!("{label}: {count} different values"),
    };
    let desa = clash.opened.thing.desa.as_deref();
    let place = desa.map_or_else(String::new, |desa| place::with_kecamatan(&desk.wilayah, desa));
    let sides: Vec<Side> = clash_side::all(conn, desk, clash, typed.choice)?;
    let known = edit::unseal(desk, doc, key, typed.seen).is_some();
    let seen = if !known { edit::seal(desk, &clash.opened, key) } else { typed.seen.to_owned() };
    let effect_of = format!("{label} {}", desk.say(words::BECOMES));
    let effects = effects(conn, desk, clash)?;
    let opened = match desk.lang() {
        Lang::Id => format!("Dibuka {} (tercatat)", desk.moment(desk.now_s)),
        Lang::En => format!("Opened {} (on record)", desk.moment(desk.now_s)),
    };
    Ok(OpenConflict {
        action: url::conflict(&doc, key),
        seen,
        whose: [whose(desk, &clash.opened), place].join(" · "),
        title,
        badge: Badge::new(desk.say(words::APART), Tone::Manggis, "conflict"),
        problem: typed.problem.clone(),
        sides,
        typed_chosen: typed.choice == "typed",
        typed: typed.value.to_owned(),
        typed_help: typed::help(clash.field.ty, desk.lang()),
        effect_of,
        effects,
        why: typed.why.to_owned(),
        opened,
    })
}
