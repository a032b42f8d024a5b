//! A page of news: documents merge, rows replace, the cursor moves, all in one transaction.

use std::collections::BTreeSet;

use jangkau_domain::{DocId, DocKind, UserId};
use jangkau_sync::document::Document;
use jangkau_sync::frame::{Body, DocPart, DocRef, Record};
use jangkau_sync::register::{Misfit, Register};
use jangkau_sync::session::{Page, PageOutcome};
use jangkau_sync::{Author, Change, Hash};
use rusqlite::Transaction;

use super::server_rows;
use crate::edit::{self, Target};
use crate::error::DeviceError;
use crate::project;
use crate::store::cursor::{self, Cursor};
use crate::store::documents::{self, Stored};
use crate::store::meta::{self, Fact};
use crate::store::outbox;

/// What became of one document of a page.
enum Part {
    Stored,
    /// Purged here, or not what automerge would have written: passed over, the digest tells.
    Passed,
    /// It did not rebuild, or names what is not here.
    NeedsFull,
}

/// Takes a page in.
pub fn store(tx: &Transaction<'_>, page: &Page, now: i64) -> Result<PageOutcome, DeviceError> {
    let mut count = 0;
    for part in page.documents.iter().flat_map(|frame| &frame.docs) {
        match document(tx, part, now)? {
            Part::Stored => count += 1,
            Part::Passed => {}
            Part::NeedsFull => return Ok(PageOutcome::NeedsFull),
        }
    }
    for row in &page.rows {
        server_rows::take(tx, page.scope, row)?;
        count += 1;
    }
    cursor::set(tx, page.scope, Cursor { epoch: page.epoch, pos: page.next })?;
    Ok(PageOutcome::Stored(count))
}

fn document(tx: &Transaction<'_>, part: &DocPart, now: i64) -> Result<Part, DeviceError> {
    let Some((kind, id)) = named(tx, part)? else {
        return Ok(Part::NeedsFull);
    };
    if documents::was_purged(tx, id)? {
        return Ok(Part::Passed);
    }
    let known = documents::get(tx, id)?;
    let mut stored = match known {
        Some(stored) => stored,
        None => edit::fresh(Target { kind, id, scope: part.scope }),
    };
    stored.scope = part.scope;
    let mut merge = Merge::open(tx, stored)?;
    let done = match &part.body {
        Body::Changes(records) => merge.changes(records)?,
        Body::Snapshot(bytes) => merge.snapshot(bytes)?,
    };
    if let Part::Stored = done {
        let receipt = part.receipt.map(|receipt| receipt.to_bytes().to_vec());
        merge.store(tx, receipt, now)?;
    }
    Ok(done)
}

fn named(tx: &Transaction<'_>, part: &DocPart) -> Result<Option<(DocKind, DocId)>, DeviceError> {
    match part.doc {
        DocRef::Full(kind, id) => Ok(Some((kind, id))),
        DocRef::Prefix(prefix) => match documents::by_prefix(tx, part.scope, prefix)?[..] {
            [id] => Ok(documents::register(tx, id)?.map(|register| (register.kind(), id))),
            _ => Ok(None),
        },
    }
}

/// One document while news is merged into it.
struct Merge {
    stored: Stored,
    document: Document,
    confirmed: Register,
    /// Changes of the outbox: not in the confirmed version.
    waiting: BTreeSet<Hash>,
    arrived: Vec<Hash>,
    me: Option<UserId>,
    mine: bool,
}

impl Merge {
    fn open(tx: &Transaction<'_>, stored: Stored) -> Result<Self, DeviceError> {
        let document = edit::open(&stored)?;
        let genesis = || Register::new(stored.kind, stored.id);
        let confirmed = stored.confirmed.clone().unwrap_or_else(genesis);
        let waiting = outbox::of_doc(tx, stored.id)?.into_iter().map(|change| change.hash);
        let user = meta::number(tx, Fact::User)?.and_then(|user| u32::try_from(user).ok());
        let me = user.map(UserId);
        let waiting = waiting.collect();
        Ok(Self { stored, document, confirmed, waiting, arrived: Vec::new(), me, mine: false })
    }

    fn changes(&mut self, records: &[Record]) -> Result<Part, DeviceError> {
        for record in records {
            let Ok(bytes) = record.rebuild(&self.confirmed) else {
                if self.holds(record)? {
                    continue;
                }
                return Ok(Part::NeedsFull);
            };
            let Ok(change) = Change::parse(&bytes) else {
                return Ok(Part::Passed);
            };
            match self.take(&change, bytes)? {
                Part::Stored => {}
                other => return Ok(other),
            }
        }
        Ok(Part::Stored)
    }

    /// Returns whether a record that does not rebuild is a change that is here already.
    fn holds(&self, record: &Record) -> Result<bool, DeviceError> {
        let history = edit::history(&self.document)?;
        let alike = |change: &&Change| change.hash.checksum() == record.checksum();
        Ok(history.iter().filter(alike).any(|change| record.same_as(change)))
    }

    fn take(&mut self, change: &Change, bytes: Vec<u8>) -> Result<Part, DeviceError> {
        let known = |register: &Register, without: &BTreeSet<Hash>| {
            register.check(change, || {
                let mut history = edit::history(&self.document)?;
                history.retain(|known| !without.contains(&known.hash));
                Ok::<_, DeviceError>(history)
            })
        };
        let whole = known(&self.stored.register, &BTreeSet::new());
        let confirmed = known(&self.confirmed, &self.waiting);
        match confirmed {
            Ok(fit) => self.confirmed.apply(change, fit),
            Err(Misfit::Duplicate) => {}
            Err(Misfit::UnknownDep(_)) => return Ok(Part::NeedsFull),
            Err(Misfit::Hostile(_)) => return Ok(Part::Passed),
            Err(Misfit::History(error)) => return Err(error),
        }
        if let Ok(fit) = whole {
            self.stored.register.apply(change, fit);
            self.document.apply(&[bytes]).map_err(|_| DeviceError::Stored("change"))?;
        }
        if self.waiting.remove(&change.hash) {
            self.arrived.push(change.hash);
        }
        let author = change.message.as_deref().and_then(|text| text.parse::<Author>().ok());
        self.mine |= self.me.is_some() && author.is_some_and(|author| author.user == self.me);
        Ok(Part::Stored)
    }

    /// A snapshot is the whole document of the authenticated server; its changes still go through
    /// the gate one by one.
    fn snapshot(&mut self, bytes: &[u8]) -> Result<Part, DeviceError> {
        let Ok(theirs) = Document::load(bytes) else {
            return Ok(Part::NeedsFull);
        };
        if (theirs.kind(), theirs.id()) != (self.stored.kind, self.stored.id) {
            return Ok(Part::Passed);
        }
        for bytes in theirs.changes() {
            let Ok(change) = Change::parse(&bytes) else {
                return Ok(Part::Passed);
            };
            match self.take(&change, bytes)? {
                Part::Stored => {}
                other => return Ok(other),
            }
        }
        Ok(Part::Stored)
    }

    fn store(
        mut self,
        tx: &Transaction<'_>,
        receipt: Option<Vec<u8>>,
        now: i64,
    ) -> Result<(), DeviceError> {
        for hash in &self.arrived {
            outbox::acknowledge(tx, self.stored.id, *hash, now)?;
        }
        self.stored.save = self.document.save();
        self.stored.receipt = receipt;
        self.stored.confirmed = Some(self.confirmed);
        documents::put(tx, &self.stored)?;
        project::project(tx, self.stored.scope, &self.stored.register, self.mine)
    }
}
