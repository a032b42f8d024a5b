//! Changes kept aside: held with a reason, tried again when what they wait for arrives.

use jangkau_domain::{DocId, DocKind, ScopeId};
use jangkau_sync::gate::Verdict;
use jangkau_sync::message::Outcome;
use jangkau_sync::{Author, Hash, HeldCode};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

use super::judge::judge;
use super::open::Open;
use super::sender::Sender;
use super::{Cause, Entry, IngestError, What, Writer, change};
use crate::access;
use crate::step::{self, Subject};
use crate::store::held::{self, Held};

/// Orphans of one document that are kept; beyond it the tablet keeps them and is asked again.
const WAITING_OF_DOC: u32 = 64;
/// Orphans of one tablet that are kept.
const WAITING_OF_DEVICE: u32 = 1_000;

/// What the log keeps of a held change.
#[derive(Encode, Decode)]
#[cbor(map)]
struct HeldBody {
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    hash: [u8; 32],
    #[n(2)]
    code: String,
    #[n(3)]
    why: String,
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    need: Option<[u8; 32]>,
    #[n(5)]
    #[cbor(with = "minicbor::bytes")]
    body: Vec<u8>,
    /// The scope that the sender named; it stands here since the entry is no news for its feed.
    #[n(6)]
    scope: u32,
}

/// What the log keeps of the end of a held change.
#[derive(Encode, Decode)]
#[cbor(map)]
struct HeldEndBody {
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    hash: [u8; 32],
    #[n(1)]
    state: String,
}

/// Why a change is held.
pub(crate) struct Reason {
    pub(crate) code: HeldCode,
    pub(crate) why: String,
    pub(crate) need: Option<Hash>,
}

/// Keeps a change aside and says what its sender hears.
pub(crate) fn hold(
    writer: &Writer<'_>,
    subject: &Subject,
    sender: &Sender,
    body: &[u8],
    reason: Reason,
) -> Result<Outcome, IngestError> {
    let hash = name_of(body);
    if let Some(known) = held::find(writer.conn(), writer.kab(), &subject.doc, &hash)?
        && known.state == "held"
    {
        return Ok(outcome(&reason));
    }
    if reason.need.is_some() {
        let (conn, kab) = (writer.conn(), writer.kab());
        let (of_doc, of_device) = held::waiting(conn, kab, &subject.doc, sender.device)?;
        if of_doc >= WAITING_OF_DOC || of_device >= WAITING_OF_DEVICE {
            return Ok(outcome(&reason)); // asked for, not kept: the tablet has it
        }
    }
    keep(writer, subject, sender, body, hash, &reason)?;
    Ok(outcome(&reason))
}

fn keep(
    writer: &Writer<'_>,
    subject: &Subject,
    sender: &Sender,
    body: &[u8],
    hash: Hash,
    reason: &Reason,
) -> Result<(), IngestError> {
    // Of an erased document only hash and reason may stay.
    let kept = if reason.code == HeldCode::Purged { &[][..] } else { body };
    let entry = HeldBody {
        hash: hash.0,
        code: reason.code.as_str().to_owned(),
        why: reason.why.clone(),
        need: reason.need.map(|need| need.0),
        body: kept.to_vec(),
        scope: subject.scope.0,
    };
    let cause = writer.append(&Entry {
        what: What::Held,
        doc: Some((subject.kind, subject.doc)),
        hash: None,
        scope: None,
        author: Author { user: Some(sender.user), device: sender.device, visit: None },
        body: &super::to_cbor(&entry),
    })?;
    follow_held(writer, &cause, (subject.kind, subject.doc), entry)
}

/// Does what follows from a held change that stands in the log.
pub(crate) fn replay_held(
    writer: &Writer<'_>,
    cause: &Cause,
    doc: (DocKind, DocId),
    body: &[u8],
) -> Result<(), IngestError> {
    follow_held(writer, cause, doc, super::from_cbor(body)?)
}

fn follow_held(
    writer: &Writer<'_>,
    cause: &Cause,
    (kind, doc): (DocKind, DocId),
    entry: HeldBody,
) -> Result<(), IngestError> {
    let scope = ScopeId(entry.scope);
    let code = HeldCode::from_word(&entry.code).ok_or(IngestError::Damaged)?;
    let kept = Held {
        doc,
        kind,
        scope,
        hash: Hash(entry.hash),
        code,
        why: entry.why,
        need: entry.need.map(Hash),
        user: cause.author.user.ok_or(IngestError::Damaged)?,
        device: cause.author.device,
        state: "held".to_owned(),
        pos: cause.pos,
        recv_at: cause.recv_at,
        body: entry.body,
    };
    held::put(writer.conn(), writer.kab(), &kept)?;
    step::on_held(writer, cause, &Subject { doc, kind, scope }, &kept)
}

/// Tries again what waited for a change that has just come.
pub(crate) fn retry(writer: &Writer<'_>, open: &mut Open, came: &Hash) -> Result<(), IngestError> {
    for waiting in held::waiting_for(writer.conn(), writer.kab(), came)? {
        if waiting.doc == open.stored.register.id() {
            try_again(writer, open, &waiting)?;
        }
    }
    Ok(())
}

/// Judges a held change again, as if it had been pushed now.
pub(crate) fn try_again(
    writer: &Writer<'_>,
    open: &mut Open,
    waiting: &Held,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let sender = access::sender(conn, kab, waiting.user, waiting.device)?;
    let who = super::gate_writer(&sender);
    let verdict = judge(writer, &who, open, &waiting.body)?;
    let reason = match verdict {
        Verdict::Store(change, fit) => {
            end(writer, &open.subject(), waiting, "applied")?;
            return change::store(writer, open, &change, fit, &waiting.body);
        }
        Verdict::Duplicate => return end(writer, &open.subject(), waiting, "applied"),
        Verdict::Held { code, why } => Reason { code, why, need: None },
        Verdict::Needs(need) => missing(need),
    };
    keep(writer, &open.subject(), &sender, &waiting.body, waiting.hash, &reason)
}

/// Judges a held change again because an admin asks for it (H2).
pub(super) fn try_named(writer: &Writer<'_>, doc: &DocId, hash: &Hash) -> Result<(), IngestError> {
    let waiting = named(writer, doc, hash)?;
    let mut open = Open::find(writer, waiting.kind, *doc, waiting.scope)?;
    let sender = access::sender(writer.conn(), writer.kab(), waiting.user, waiting.device)?;
    if !sender.scopes.contains(&open.stored.scope) {
        return Err(IngestError::Refused("its author may not write there".to_owned()));
    }
    try_again(writer, &mut open, &waiting)?;
    if named(writer, doc, hash)?.state == "held" {
        return Err(IngestError::Refused("what held it back still holds".to_owned()));
    }
    Ok(())
}

/// Sets a held change aside because an admin says so (H2); its bytes stay.
pub(super) fn set_aside(writer: &Writer<'_>, doc: &DocId, hash: &Hash) -> Result<(), IngestError> {
    let waiting = named(writer, doc, hash)?;
    let subject = Subject { doc: *doc, kind: waiting.kind, scope: waiting.scope };
    end(writer, &subject, &waiting, "set_aside")
}

fn named(writer: &Writer<'_>, doc: &DocId, hash: &Hash) -> Result<Held, IngestError> {
    held::find(writer.conn(), writer.kab(), doc, hash)?.ok_or(IngestError::Damaged)
}

/// Ends a held change: it was applied, or set aside by an admin.
pub(crate) fn end(
    writer: &Writer<'_>,
    subject: &Subject,
    waiting: &Held,
    state: &str,
) -> Result<(), IngestError> {
    let entry = HeldEndBody { hash: waiting.hash.0, state: state.to_owned() };
    let cause = writer.append(&Entry {
        what: What::HeldEnd,
        doc: Some((subject.kind, subject.doc)),
        hash: None,
        scope: None,
        author: Author { user: Some(waiting.user), device: waiting.device, visit: None },
        body: &super::to_cbor(&entry),
    })?;
    follow_end(writer, &cause, subject.doc, &entry)
}

/// Does what follows from the end of a held change that stands in the log.
pub(crate) fn replay_end(
    writer: &Writer<'_>,
    cause: &Cause,
    doc: DocId,
    body: &[u8],
) -> Result<(), IngestError> {
    follow_end(writer, cause, doc, &super::from_cbor(body)?)
}

fn follow_end(
    writer: &Writer<'_>,
    cause: &Cause,
    doc: DocId,
    entry: &HeldEndBody,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let hash = Hash(entry.hash);
    held::settle(conn, kab, &doc, &hash, &entry.state)?;
    let known = held::find(conn, kab, &doc, &hash)?.ok_or(IngestError::Damaged)?;
    let subject = Subject { doc, kind: known.kind, scope: known.scope };
    step::on_held_end(writer, cause, &subject, &known)
}

/// Returns the reason of a change that depends on one that is not here.
pub(crate) fn missing(need: Hash) -> Reason {
    let why = format!("it depends on change {need}, which is not here");
    Reason { code: HeldCode::UnknownDep, why, need: Some(need) }
}

/// Names a change by its hash, and bytes that are none by their SHA-256.
fn name_of(body: &[u8]) -> Hash {
    match jangkau_sync::Change::parse(body) {
        Ok(change) => change.hash,
        Err(_) => Hash(Sha256::digest(body).into()),
    }
}

fn outcome(reason: &Reason) -> Outcome {
    match reason.need {
        Some(need) => Outcome::NeedsHash(need),
        None => Outcome::Held { code: reason.code, text: reason.why.clone() },
    }
}
