//! What a session asks of the tablet.

use std::collections::BTreeSet;

use jangkau_domain::{DocId, DocKind, ScopeId};

use crate::digest::Digest;
use crate::frame::Frame;
use crate::hash::Hash;
use crate::message::{HelloAnswer, Outcome, ScopeState};
use crate::receipt::Receipt;
use crate::register::Register;
use crate::row::FeedRow;

/// The tablet's store and device key, as a session needs them; every call is synchronous.
///
/// Each writing call is one transaction: a session may be cut after any of them.
pub trait SyncStore {
    /// What can go wrong in the store; it ends the session at once.
    type Error;

    /// Returns the Ed25519 signature of the device key.
    fn sign(&self, message: &[u8]) -> Result<[u8; 64], Self::Error>;

    /// Returns the server's last nonce.
    fn nonce(&self) -> Result<Vec<u8>, Self::Error>;

    /// Notes the nonce of a `StaleNonce`.
    fn keep_nonce(&mut self, nonce: &[u8]) -> Result<(), Self::Error>;

    /// Returns how far the tablet has got in each of its scopes: epoch, cursor, and the digest
    /// over the heads that the server confirmed.
    fn states(&self) -> Result<Vec<ScopeState>, Self::Error>;

    /// Returns one of them; a scope that is new has cursor 0.
    fn state(&self, scope: ScopeId) -> Result<ScopeState, Self::Error>;

    /// Notes nonce, scopes with keys, epoch and server time.
    ///
    /// Where the epoch is another than before, the server was restored from a backup: the cursors
    /// go back to 0, and what the backup may lack goes into the outbox with receipts.
    fn opened(&mut self, answer: &HelloAnswer) -> Result<(), Self::Error>;

    /// Returns how many changes of this tablet the server has not confirmed, held ones included.
    fn waiting(&self) -> Result<u32, Self::Error>;

    /// Returns the next changes to send, about `max` of them, the most important and oldest
    /// document first, each document once; held changes and the documents of `skip` are left out.
    fn outbox(&self, skip: &BTreeSet<DocId>, max: usize) -> Result<Vec<OutDoc>, Self::Error>;

    /// Notes what became of a frame.
    fn acked(&mut self, acks: &PushAcks) -> Result<(), Self::Error>;

    /// Puts a document's whole history into the outbox, since the server lacks `missing`.
    fn resend_history(&mut self, doc: DocId, missing: Hash) -> Result<(), Self::Error>;

    /// Takes a page of news in, with its cursor, or changes nothing.
    fn store_page(&mut self, page: &Page) -> Result<PageOutcome, Self::Error>;

    /// Sets a scope's cursor to 0, so that everything is read again: the digests differ.
    fn reread(&mut self, scope: ScopeId) -> Result<(), Self::Error>;
}

/// A document of which changes wait.
#[derive(Clone)]
pub struct OutDoc {
    /// Its kind.
    pub kind: DocKind,
    /// Its id.
    pub id: DocId,
    /// Its scope.
    pub scope: ScopeId,
    /// Whether the server has confirmed a version of it.
    pub known: bool,
    /// What the server holds of it as far as the tablet knows: the confirmed version.
    pub before: Register,
    /// In a re-offer: the receipt, and the heads that it covers.
    pub offer: Option<(Receipt, Vec<Hash>)>,
    /// The changes, each after those it depends on.
    pub changes: Vec<OutChange>,
}

/// One change that waits.
#[derive(Clone, PartialEq, Eq)]
pub struct OutChange {
    /// Its number in the outbox.
    pub n: u64,
    /// The change.
    pub bytes: Vec<u8>,
}

/// What became of a frame's changes; noted in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PushAcks {
    /// One for each change that was sent.
    pub changes: Vec<Ack>,
    /// One for each document of which the server stored something or held it already.
    pub docs: Vec<DocAck>,
    /// The server's sums of the scopes that were touched.
    pub digests: Vec<(ScopeId, Digest)>,
}

/// What became of one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ack {
    /// Its number in the outbox.
    pub n: u64,
    /// Its document.
    pub doc: DocId,
    /// `Stored` and `Duplicate` confirm it, `Held` keeps it and says why; after the others it
    /// still waits.
    pub outcome: Outcome,
}

/// The server's version of a document after a frame.
///
/// Where the heads are not those that the tablet gets by adding the confirmed changes to its
/// confirmed version, the document also holds changes of others: they come with the next pull,
/// and this receipt is not yet the tablet's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocAck {
    /// The document.
    pub doc: DocId,
    /// The server's heads.
    pub heads: Vec<Hash>,
    /// The receipt over them.
    pub receipt: Receipt,
}

/// A page of news, to be stored whole with its cursor.
pub struct Page {
    /// The scope.
    pub scope: ScopeId,
    /// The server's epoch.
    pub epoch: u64,
    /// The cursor after the page.
    pub next: u64,
    /// Changes and snapshots; each snapshot is the whole document, each list of changes goes upon
    /// the confirmed version. Records that the tablet holds already (`Record::same_as`) are
    /// passed over.
    pub documents: Option<Frame>,
    /// Rows, in the order of their positions.
    pub rows: Vec<FeedRow>,
}

/// What the store made of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageOutcome {
    /// It is stored, so many documents and rows with it.
    Stored(u32),
    /// Something in it did not rebuild or names a document that is not here: nothing was stored,
    /// and the page is asked for in full form.
    NeedsFull,
}
