//! A frame from a tablet: each change judged by itself, one answer for all, after the commit.

use std::collections::BTreeSet;

use jangkau_domain::event::{Event, EventKind};
use jangkau_domain::{DocId, ScopeId, Value};
use jangkau_sync::change::{Action, Op};
use jangkau_sync::frame::{Body, DocPart, DocRef, Frame, Record};
use jangkau_sync::gate::Verdict;
use jangkau_sync::message::{DocAnswer, Heads, Outcome, PushAnswer};
use jangkau_sync::{Change, HeldCode, Register};

use super::hold::{self, Reason};
use super::judge::judge;
use super::open::Open;
use super::sender::Sender;
use super::{Ingest, IngestError, Writer, change};
use crate::step::{self, Subject};
use crate::store::documents::{self, Prefixed};
use crate::store::{StoreError, history, kab, purges, rows, scopes};

impl Ingest {
    /// Stores a frame of changes once, however often a tablet repeats it.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if nothing of the frame was stored; a change that is bad in itself is held
    /// and does not undo the others.
    pub async fn push(&self, sender: Sender, frame: Frame) -> Result<PushAnswer, IngestError> {
        self.run(move |writer| take(writer, &sender, &frame)).await
    }

    /// Does as [`Ingest::push`], on a thread that may wait.
    ///
    /// # Errors
    ///
    /// As [`Ingest::push`].
    pub fn push_now(&self, sender: Sender, frame: Frame) -> Result<PushAnswer, IngestError> {
        self.run_now(move |writer| take(writer, &sender, &frame))
    }
}

fn take(writer: &Writer<'_>, sender: &Sender, frame: &Frame) -> Result<PushAnswer, IngestError> {
    let mut outcomes = Vec::new();
    let mut docs = Vec::new();
    let mut touched = BTreeSet::new();
    for (place, part) in (0..).zip(&frame.docs) {
        // A snapshot is not a tablet's to push.
        let Body::Changes(records) = &part.body else { continue };
        let first = outcomes.len();
        let open = take_part(writer, sender, part, records, &mut outcomes)?;
        let arrived = |one: &Outcome| matches!(one, Outcome::Stored | Outcome::Duplicate);
        if let Some(open) = open.filter(|_| outcomes[first..].iter().any(arrived)) {
            docs.push(answer(writer, place, &open));
            touched.insert(part.scope);
        }
    }
    writer.settle_digests()?;
    let digest = |scope| Ok((scope, scopes::digest_of(writer.conn(), writer.kab(), scope)?));
    let digests: Result<Vec<_>, StoreError> = touched.into_iter().map(digest).collect();
    Ok(PushAnswer {
        frame: frame.checksum,
        outcomes,
        docs,
        digests: digests?,
        epoch: kab::epoch(writer.conn(), writer.kab())?,
    })
}

fn answer(writer: &Writer<'_>, place: u32, open: &Open) -> DocAnswer {
    let register = &open.stored.register;
    let heads = register.heads();
    let receipt = writer.secrets().receipt.sign(&register.id(), heads);
    // Mostly the tablet's own change is the only head: a number says so.
    let heads = match (heads, open.came) {
        ([head], Some((came, place))) if *head == came => Heads::Change(place),
        _ => Heads::List(heads.to_vec()),
    };
    DocAnswer { place, heads, receipt }
}

/// Judges the changes of one document; returns it, where the sender may know of it.
fn take_part(
    writer: &Writer<'_>,
    sender: &Sender,
    part: &DocPart,
    records: &[Record],
    outcomes: &mut Vec<Outcome>,
) -> Result<Option<Open>, IngestError> {
    let Some((mut open, shut)) = find(writer, sender, part)? else {
        outcomes.extend(records.iter().map(|_| Outcome::NeedsId));
        return Ok(None);
    };
    let mut alone = Alone::of(part, &open);
    for record in records {
        let outcome = match &shut {
            None => take_record(writer, sender, &mut open, record, &mut alone)?,
            Some(Shut::ButCheck) if is_check(&open, record) => {
                take_record(writer, sender, &mut open, record, &mut alone)?
            }
            Some(reason) => turn_away(writer, sender, &open, record, reason)?,
        };
        outcomes.push(outcome);
    }
    Ok(shut.is_none().then_some(open))
}

/// Why no change of a document is taken from this sender.
#[derive(Clone, Copy)]
enum Shut {
    Elsewhere,
    /// A household of another desa that the sender was asked to look at: its event comes in, by the
    /// document's id and on its genesis, and nothing of it goes out.
    ButCheck,
    Purged,
}

/// Finds the document of a part; none where six bytes of its id are not enough.
fn find(
    writer: &Writer<'_>,
    sender: &Sender,
    part: &DocPart,
) -> Result<Option<(Open, Option<Shut>)>, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let mine = sender.scopes.contains(&part.scope);
    let (kind, doc) = match &part.doc {
        DocRef::Full(kind, doc) => (*kind, *doc),
        // Outside the sender's scopes nothing is looked up: the answer is the same as for nothing.
        DocRef::Prefix(_) if !mine => return Ok(None),
        DocRef::Prefix(prefix) => {
            return Ok(match documents::with_prefix(conn, kab, part.scope, prefix)? {
                Prefixed::One(stored) => Some((Open::known(*stored), None)),
                Prefixed::Nothing | Prefixed::Several => None,
            });
        }
    };
    if purges::is_purged(conn, kab, &doc)? {
        return Ok(Some((Open::fresh(kind, doc, part.scope), Some(Shut::Purged))));
    }
    let open = Open::find(writer, kind, doc, part.scope)?;
    let reachable = mine && (open.stored.scope == part.scope || moved(writer, &doc, part.scope)?);
    let same_kind = open.stored.register.kind() == kind;
    if reachable && same_kind {
        return Ok(Some((open, None)));
    }
    if mine && same_kind && step::cross_check_waits(writer, &doc, sender.user)? {
        return Ok(Some((open, Some(Shut::ButCheck))));
    }
    // What the sender may not see looks as if it were not there.
    Ok(Some((Open::fresh(kind, doc, part.scope), Some(Shut::Elsewhere))))
}

/// Tells whether a record is a cross-check alone.
fn is_check(open: &Open, record: &Record) -> bool {
    let register = &open.stored.register;
    let genesis = Register::new(register.kind(), register.id());
    let change = record.rebuild(&genesis).ok().and_then(|body| Change::parse(&body).ok());
    let Some(change) = change else { return false };
    let check = |op: &Op| match &op.action {
        Action::Put(Value::Bytes(body)) => {
            let event = Event::decode(body);
            op.key.starts_with("ev/") && event.is_ok_and(|one| one.kind() == EventKind::CrossCheck)
        }
        _ => false,
    };
    change.ops.len() == 1 && change.ops.iter().all(check)
}

/// Edits made on the old tablet after a move are accepted and shown to the new desa's supervisor.
fn moved(writer: &Writer<'_>, doc: &DocId, from: ScopeId) -> Result<bool, IngestError> {
    Ok(rows::was_moved_from(writer.conn(), writer.kab(), doc, from)?)
}

/// The document as a tablet holds it that has never heard of anybody else's work on it: two that
/// register one NIK offline need no second round.
struct Alone(Option<Register>);

impl Alone {
    fn of(part: &DocPart, open: &Open) -> Self {
        let register = &open.stored.register;
        let whole = matches!(part.doc, DocRef::Full(..)) && register.changes() > 0;
        Self(whole.then(|| Register::new(register.kind(), register.id())))
    }

    fn rebuild(&self, record: &Record) -> Option<Vec<u8>> {
        record.rebuild(self.0.as_ref()?).ok()
    }

    /// Follows what the tablet wrote; what it wrote upon others' work ends the guess.
    fn follow(&mut self, body: &[u8]) {
        let Some(register) = &mut self.0 else { return };
        let change = Change::parse(body).ok();
        let fit = change.as_ref().and_then(|change| register.check(change, || Err(())).ok());
        match (change, fit) {
            (Some(change), Some(fit)) => register.apply(&change, fit),
            _ => self.0 = None,
        }
    }
}

fn take_record(
    writer: &Writer<'_>,
    sender: &Sender,
    open: &mut Open,
    record: &Record,
    alone: &mut Alone,
) -> Result<Outcome, IngestError> {
    let rebuilt = record.rebuild(&open.stored.register).ok().or_else(|| alone.rebuild(record));
    let Some(body) = rebuilt else {
        return Ok(if is_here(writer, open, record)? { Outcome::Duplicate } else { Outcome::Raw });
    };
    alone.follow(&body);
    let verdict = judge(writer, &super::gate_writer(sender), open, &body)?;
    let reason = match verdict {
        Verdict::Store(change, fit) => {
            change::store(writer, open, &change, fit, &body)?;
            open.came = Some((change.hash, record.place));
            return Ok(Outcome::Stored);
        }
        Verdict::Duplicate => return Ok(Outcome::Duplicate),
        Verdict::Held { code, why } => Reason { code, why, need: None },
        Verdict::Needs(need) => hold::missing(need),
    };
    hold::hold(writer, &open.subject(), sender, &body, reason)
}

/// Returns whether a record that does not rebuild is a change that is here already, as after a
/// lost answer.
fn is_here(writer: &Writer<'_>, open: &Open, record: &Record) -> Result<bool, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let doc = open.stored.register.id();
    let alike = history::with_checksum(conn, kab, &doc, record.checksum())?;
    Ok(alike.iter().any(|change| record.same_as(change)))
}

fn turn_away(
    writer: &Writer<'_>,
    sender: &Sender,
    open: &Open,
    record: &Record,
    shut: &Shut,
) -> Result<Outcome, IngestError> {
    let Ok(body) = record.rebuild(&open.stored.register) else { return Ok(Outcome::Raw) };
    let (code, why) = match shut {
        Shut::Elsewhere | Shut::ButCheck => {
            (HeldCode::NotAllowed, "the document is not in this tablet's scopes")
        }
        Shut::Purged => (HeldCode::Purged, "the document was erased by law"),
    };
    let Subject { doc, kind, scope } = open.subject();
    let reason = Reason { code, why: why.to_owned(), need: None };
    hold::hold(writer, &Subject { doc, kind, scope }, sender, &body, reason)
}
