//! A rebuild: the log is replayed from nothing, and must give every table as it stood.

use jangkau_domain::{DocId, DocKind};
use jangkau_sync::Change;

use super::open::Open;
use super::{Cause, Ingest, IngestError, What, Writer, change, hold, import, moving, private};
use crate::step;
use crate::store::dump::{self, Detail, Table};
use crate::store::log::{self, Kept};

/// Entries that are read at once.
const CHUNK: u32 = 1_000;

/// What a rebuild found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// Entries of the log.
    pub entries: u64,
    /// Tables whose rows were not what the log gives, with the number of rows before and after.
    pub differing: Vec<(String, usize, usize)>,
}

impl Ingest {
    /// Replays the log from nothing and keeps what comes out.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if an entry does not read back or the database fails; all stays as it was.
    pub fn rebuild_now(&self) -> Result<Rebuilt, IngestError> {
        self.run_now(rebuild)
    }
}

fn rebuild(writer: &Writer<'_>) -> Result<Rebuilt, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let before = dump::dump(conn, kab, Detail::All)?;
    dump::clear(conn, kab)?;
    let replayer = Writer::replay(conn, kab, writer.secrets())?;
    let mut entries = 0;
    let mut last = 0;
    loop {
        let chunk = log::after(conn, kab, last, CHUNK)?;
        let Some(end) = chunk.last() else { break };
        last = end.pos;
        for kept in &chunk {
            follow(&replayer, kept)?;
            entries += 1;
        }
    }
    replayer.settle_digests()?;
    let after = dump::dump(conn, kab, Detail::All)?;
    Ok(Rebuilt { entries, differing: differing(&before, &after) })
}

fn differing(before: &[Table], after: &[Table]) -> Vec<(String, usize, usize)> {
    let pairs = before.iter().zip(after).filter(|(one, other)| one != other);
    pairs.map(|(one, other)| (one.name.clone(), one.rows.len(), other.rows.len())).collect()
}

fn follow(writer: &Writer<'_>, kept: &Kept) -> Result<(), IngestError> {
    let cause = Cause { pos: kept.pos, recv_at: kept.recv_at, author: kept.author };
    let doc = || kept.doc.ok_or(IngestError::Damaged);
    match kept.what {
        What::Change => follow_change(writer, &cause, doc()?, kept),
        What::Held => hold::replay_held(writer, &cause, doc()?, &kept.body),
        What::HeldEnd => hold::replay_end(writer, &cause, doc()?.1, &kept.body),
        What::Decision => step::decide(writer, &cause, &kept.body),
        What::Import => import::follow(writer, &cause, &kept.body),
        What::Move => moving::follow(writer, &cause, doc()?.1, &kept.body),
        What::Private => private::follow(writer, &cause, doc()?.1, &kept.body),
    }
}

fn follow_change(
    writer: &Writer<'_>,
    cause: &Cause,
    (kind, doc): (DocKind, DocId),
    kept: &Kept,
) -> Result<(), IngestError> {
    // What was erased by law stays erased: only its place in the log is left.
    if kept.body.is_empty() {
        return Ok(());
    }
    let scope = kept.scope.ok_or(IngestError::Damaged)?;
    let change = Change::parse(&kept.body).map_err(|_| IngestError::Damaged)?;
    let mut open = Open::find(writer, kind, doc, scope)?;
    let history = || open.history_before(writer, cause.pos);
    let fit = open.stored.register.check(&change, history).map_err(|_| IngestError::Damaged)?;
    change::follow(writer, cause, &mut open, &change, fit)
}
