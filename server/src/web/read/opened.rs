//! One document as a page reads it: its values, where it lies, and whether this person may see it.

use jangkau_domain::field::{self, Field};
use jangkau_domain::policy::Capability;
use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind};
use rusqlite::Connection;

use super::order;
use crate::access;
use crate::projection::{Clash, Shown, shown};
use crate::store::documents::{self, Stored};
use crate::store::{case_state, conflicts, referrals, scopes};
use crate::web::desk::{Desk, Shut};
use crate::web::viewer::Thing;

/// A document that the person may open.
pub struct Opened {
    /// As it is stored.
    pub stored: Stored,
    /// What rights were asked for.
    pub thing: Thing,
}

impl Opened {
    /// Opens a document; one that is not there and one that is not theirs look alike.
    ///
    /// # Errors
    ///
    /// [`Shut::NotFound`] in both cases.
    pub fn find(conn: &Connection, desk: &Desk, kind: DocKind, doc: DocId) -> Result<Self, Shut> {
        let stored = documents::find(conn, desk.kab, &doc)?
            .filter(|stored| stored.register.kind() == kind)
            .ok_or(Shut::NotFound)?;
        let thing = thing(conn, desk, &stored)?;
        let capability = match kind {
            DocKind::Case => Capability::Cases,
            DocKind::Person | DocKind::Household => Capability::People,
        };
        if desk.viewer.may_open(capability, &thing).is_err() {
            return Err(Shut::NotFound);
        }
        Ok(Self { stored, thing })
    }

    /// Opens a document for an admin who may see only its fields in question.
    ///
    /// # Errors
    ///
    /// [`Shut::NotFound`] unless a field of it waits for an admin.
    pub fn in_question(
        conn: &Connection,
        desk: &Desk,
        kind: DocKind,
        doc: DocId,
    ) -> Result<Self, Shut> {
        let stored = documents::find(conn, desk.kab, &doc)?
            .filter(|stored| stored.register.kind() == kind)
            .ok_or(Shut::NotFound)?;
        let thing = thing(conn, desk, &stored)?;
        if !thing.in_question {
            return Err(Shut::NotFound);
        }
        Ok(Self { stored, thing })
    }

    /// Returns what a screen shows for a key.
    pub fn shown(&self, key: &str) -> Option<Shown> {
        shown(&self.stored.register, key)
    }

    /// Returns the text of a key.
    pub fn text(&self, key: &str) -> Option<String> {
        self.shown(key)?.value.as_str().map(str::to_owned)
    }

    /// Returns the document that a key names.
    pub fn doc(&self, key: &str) -> Option<DocId> {
        DocId::from_slice(self.shown(key)?.value.as_bytes()?)
    }

    /// Returns a key's value in words; empty where nothing is recorded.
    pub fn words(&self, desk: &Desk, key: &str) -> String {
        let kind = self.stored.register.kind();
        match (field::find(kind, key), self.shown(key)) {
            (Some(field), Some(shown)) => desk.words(field, &shown.value),
            _ => String::new(),
        }
    }

    /// Returns the recorded fields that the table knows, in its order.
    pub fn fields(&self) -> Vec<(String, &'static Field, Shown)> {
        let kind = self.stored.register.kind();
        let known = |key: &str| {
            let field = field::find(kind, key)?;
            Some((key.to_owned(), field, shown(&self.stored.register, key)?))
        };
        let mut fields: Vec<_> = self.stored.register.keys().filter_map(known).collect();
        fields.sort_by_cached_key(|(key, field, _)| order::place(kind, key, field));
        fields
    }

    /// Returns how many keys wait for an admin.
    pub fn in_review(&self) -> usize {
        self.fields().iter().filter(|(_, _, shown)| shown.clash == Clash::Review).count()
    }
}

fn thing(conn: &Connection, desk: &Desk, stored: &Stored) -> Result<Thing, Shut> {
    let scope = scopes::find(conn, desk.kab, stored.scope)?;
    let doc = stored.register.id();
    let mut thing = Thing {
        desa: scope.as_ref().and_then(|scope| scope.wilayah.clone()),
        private: scope
            .as_ref()
            .is_some_and(|scope| scope.kind == jangkau_sync::message::ScopeKind::Private),
        author: scope.as_ref().and_then(|scope| scope.owner),
        handler: None,
        in_question: conflicts::count_for_review(conn, desk.kab, &doc)? > 0,
        routed: Vec::new(),
    };
    if stored.register.kind() == DocKind::Case
        && let Some(state) = case_state::find(conn, desk.kab, &doc)?
    {
        thing.handler = state.handler;
        thing.author = state.author.or(thing.author);
        thing.routed = routed(conn, desk, &doc)?;
    }
    Ok(thing)
}

/// Returns the person's roles to which the newest referral of a case is routed.
fn routed(conn: &Connection, desk: &Desk, case: &DocId) -> Result<Vec<Role>, Shut> {
    let Some(last) = referrals::last(conn, desk.kab, case)? else { return Ok(Vec::new()) };
    let mut roles = Vec::new();
    for (role, _) in desk.viewer.grants() {
        if access::is_routed(conn, desk.kab, (desk.viewer.user, *role), &last)? {
            roles.push(*role);
        }
    }
    Ok(roles)
}
