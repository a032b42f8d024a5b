//! One page of news: what stands between two positions of a scope's feed, each change once.
//!
//! A page brings every document of the scope to the version of the page's last position. So a
//! cursor says exactly what its tablet holds, also when documents are edited while it reads.

use std::collections::BTreeSet;

use jangkau_domain::{DeviceId, DocId, Kab, ScopeId, UserId};
use jangkau_sync::frame::{Form, FrameKind, FrameWriter, Heading};
use jangkau_sync::message::PullAnswer;
use jangkau_sync::receipt::ReceiptKey;
use jangkau_sync::row::{self, FeedRow};
use jangkau_sync::{Document, Register};
use rusqlite::Connection;

use crate::store::documents::{self, Stored};
use crate::store::feed::{self, Item, Placed};
use crate::store::history::{self, Written};
use crate::store::{StoreError, scopes};

/// Changes of a document that travel one by one; beyond about a dozen the snapshot is smaller.
const CHANGES: usize = 12;

/// zstd's level: a tablet waits for the link, the server for nobody; 3 costs 3 µs a document.
const LEVEL: i32 = 3;

/// How far zstd and the short form shorten a change or a row at least, as an estimate.
const RATIO: usize = 3;

/// Bytes of a document or row besides its content: id, receipt, position.
const HEAD: usize = 24;

/// Who reads, and how much at once.
pub(super) struct Reader {
    pub(super) kab: Kab,
    pub(super) receipt: ReceiptKey,
    pub(super) user: UserId,
    pub(super) device: DeviceId,
    pub(super) scope: ScopeId,
    /// Whole ids, whole changes and the tablet's own changes too.
    pub(super) full: bool,
    /// About how many bytes the page may have.
    pub(super) bytes: usize,
}

/// The positions that a page covers: after the first, up to the second.
#[derive(Clone, Copy)]
struct Span {
    after: i64,
    until: i64,
}

/// Fills a page with the news after its cursor.
pub(super) fn fill(
    conn: &Connection,
    reader: &Reader,
    answer: &mut PullAnswer,
) -> Result<(), StoreError> {
    let after = i64::try_from(answer.cursor).unwrap_or(i64::MAX);
    let mut news = feed::after(conn, reader.kab, reader.scope, reader.user, after)?;
    let fitting = fitting(&news.items, reader.bytes);
    let more = news.more || fitting < news.items.len();
    news.items.truncate(fitting);
    let until = match news.items.last() {
        Some(last) if more => last.pos,
        // The newest position may be that of an entry that is no news for this tablet.
        _ => scopes::newest(conn, reader.kab, reader.scope)?.max(after),
    };
    write(conn, reader, Span { after, until }, news.items, answer)?;
    if !more {
        answer.digest = Some(scopes::digest_of(conn, reader.kab, reader.scope)?);
    }
    (answer.more, answer.next) = (more, until.unsigned_abs());
    Ok(())
}

/// Returns how many pieces fit; all of a position goes into one page, since a cursor cannot stand
/// in its midst.
fn fitting(items: &[Placed], most: usize) -> usize {
    let mut bytes = 0;
    for (at, one) in items.iter().enumerate() {
        let begins = at > 0 && items[at - 1].pos != one.pos;
        if begins && bytes >= most {
            return at;
        }
        bytes += match &one.item {
            Item::Doc(_, length) => HEAD + length / RATIO,
            Item::Row(row) => HEAD + row.body.len() / RATIO,
        };
    }
    items.len()
}

fn write(
    conn: &Connection,
    reader: &Reader,
    span: Span,
    items: Vec<Placed>,
    answer: &mut PullAnswer,
) -> Result<(), StoreError> {
    let mut frame = FrameWriter::new(FrameKind::Pull);
    let mut rows: Vec<FeedRow> = Vec::new();
    let mut seen = BTreeSet::new();
    for one in items {
        match one.item {
            Item::Doc(doc, _) if seen.insert(doc) => add(conn, reader, span, &doc, &mut frame)?,
            Item::Doc(..) => {}
            Item::Row(row) => rows.push(row),
        }
    }
    if !frame.is_empty() {
        answer.frame = frame.finish(LEVEL);
    }
    if !rows.is_empty() {
        answer.rows = row::encode_frame(&rows, LEVEL);
    }
    Ok(())
}

fn add(
    conn: &Connection,
    reader: &Reader,
    span: Span,
    doc: &DocId,
    frame: &mut FrameWriter,
) -> Result<(), StoreError> {
    // One that was erased or has left the scope meanwhile is told by a row.
    let stored = documents::find(conn, reader.kab, doc)?;
    let Some(stored) = stored.filter(|one| one.scope == reader.scope) else { return Ok(()) };
    let history = history::of_doc(conn, reader.kab, doc)?;
    // What came into the scope within the page is news from its first change on.
    let after = if stored.scope_pos > span.after { 0 } else { span.after };
    let own = |one: &Written| one.device == Some(reader.device) && !reader.full;
    let new = |one: &&Written| one.pos > after && one.pos <= span.until && !own(one);
    let news: Vec<&Written> = history.iter().filter(new).collect();
    if news.is_empty() {
        return Ok(());
    }
    let mut heading = heading(reader, &stored, span);
    if news.len() > CHANGES {
        frame.document(&heading);
        let held = history.iter().filter(|one| one.pos <= span.until || own(one));
        frame.snapshot(&snapshot(&stored, held)?);
        return Ok(());
    }
    let mut before = Register::new(stored.register.kind(), *doc);
    if !reader.full {
        // What the tablet wrote itself, the answers to its pushes have confirmed.
        let held: Vec<&Written> =
            history.iter().filter(|one| one.pos <= after || own(one)).collect();
        heading.known = !held.is_empty();
        before = replay(before, &held)?;
    }
    frame.document(&heading);
    let bodies: Vec<&[u8]> = news.iter().map(|one| one.body.as_slice()).collect();
    frame.changes(&mut before, &bodies, if reader.full { Form::Raw } else { Form::Short });
    Ok(())
}

/// Announces a document; the receipt goes with its newest version only.
fn heading(reader: &Reader, stored: &Stored, span: Span) -> Heading {
    let register = &stored.register;
    let mut heading = Heading::new(register.kind(), register.id(), stored.scope);
    if stored.last_pos <= span.until {
        heading.receipt = Some(reader.receipt.sign(&register.id(), register.heads()));
    }
    heading
}

/// Returns the version that some changes make; the empty one if they are not all of it, as on a
/// tablet that was restored from an old copy: it will ask for the page in full.
fn replay(empty: Register, held: &[&Written]) -> Result<Register, StoreError> {
    let changes: Vec<_> = held.iter().map(|one| history::parse(one)).collect::<Result<_, _>>()?;
    Ok(Register::replay(empty.kind(), empty.id(), changes).unwrap_or(empty))
}

fn snapshot<'w>(
    stored: &Stored,
    held: impl Iterator<Item = &'w Written>,
) -> Result<Vec<u8>, StoreError> {
    let mut document = Document::new(stored.register.kind(), &stored.register.id());
    let bodies: Vec<Vec<u8>> = held.map(|one| one.body.clone()).collect();
    document.apply(&bodies).map_err(|_| StoreError::Damaged { what: "document" })?;
    Ok(document.save())
}
