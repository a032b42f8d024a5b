//! What a session asks of the tablet, answered from its file.

use std::collections::BTreeSet;

use jangkau_domain::{DocId, ScopeId};
use jangkau_sync::Hash;
use jangkau_sync::message::{HelloAnswer, ScopeState};
use jangkau_sync::session::{OutDoc, Page, PageOutcome, PushAcks, SyncStore};
use rusqlite::{Connection, Transaction};

use super::standing::state;
use super::{acked, device_key, news, opened, outgoing};
use crate::error::DeviceError;
use crate::store::cursor::{self, Cursor};
use crate::store::meta::{self, Fact};
use crate::store::{outbox, scopes};

/// The tablet's file as a session sees it, for one call at a time.
pub struct Tablet<'a> {
    /// The open file.
    pub db: &'a mut Connection,
    /// Seconds since 1970 UTC by the tablet's clock.
    pub now: i64,
}

impl Tablet<'_> {
    /// Runs a step in one transaction: whole or not at all.
    fn write<T>(
        &mut self,
        step: impl FnOnce(&Transaction<'_>, i64) -> Result<T, DeviceError>,
    ) -> Result<T, DeviceError> {
        let tx = self.db.transaction()?;
        let done = step(&tx, self.now)?;
        tx.commit()?;
        Ok(done)
    }
}

impl SyncStore for Tablet<'_> {
    type Error = DeviceError;

    fn sign(&self, message: &[u8]) -> Result<[u8; 64], DeviceError> {
        device_key::sign(self.db, message)
    }

    fn nonce(&self) -> Result<Vec<u8>, DeviceError> {
        Ok(meta::bytes(self.db, Fact::Nonce)?.unwrap_or_default())
    }

    fn keep_nonce(&mut self, nonce: &[u8]) -> Result<(), DeviceError> {
        self.write(|tx, _| meta::set(tx, Fact::Nonce, nonce))
    }

    fn states(&self) -> Result<Vec<ScopeState>, DeviceError> {
        scopes::all(self.db)?.iter().map(|scope| state(self.db, scope.id)).collect()
    }

    fn state(&self, scope: ScopeId) -> Result<ScopeState, DeviceError> {
        state(self.db, scope)
    }

    fn opened(&mut self, answer: &HelloAnswer) -> Result<(), DeviceError> {
        self.write(|tx, now| opened::opened(tx, answer, now))
    }

    fn waiting(&self) -> Result<u32, DeviceError> {
        outbox::changes(self.db)
    }

    fn outbox(&self, skip: &BTreeSet<DocId>, max: usize) -> Result<Vec<OutDoc>, DeviceError> {
        outgoing::outbox(self.db, skip, max)
    }

    fn acked(&mut self, acks: &PushAcks) -> Result<(), DeviceError> {
        self.write(|tx, now| acked::acked(tx, acks, now))
    }

    fn resend_history(&mut self, doc: DocId, _missing: Hash) -> Result<(), DeviceError> {
        self.write(|tx, now| outgoing::resend(tx, doc, now))
    }

    fn store_page(&mut self, page: &Page) -> Result<PageOutcome, DeviceError> {
        // Not `write`: a page that does not rebuild leaves nothing behind, and is no error.
        let tx = self.db.transaction()?;
        let outcome = news::store(&tx, page, self.now)?;
        if let PageOutcome::Stored(_) = outcome {
            tx.commit()?;
        }
        Ok(outcome)
    }

    fn reread(&mut self, scope: ScopeId) -> Result<(), DeviceError> {
        self.write(|tx, _| {
            let epoch = cursor::get(tx, scope)?.epoch;
            cursor::set(tx, scope, Cursor { epoch, pos: 0 })
        })
    }
}
