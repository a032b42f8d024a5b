//! Register packs (DTKS/DTSEN): read-only rows of a desa, replaced as a whole by a newer release.

use jangkau_domain::{ScopeId, UserId};
use jangkau_sync::Author;
use jangkau_sync::row::{Pack, RegisterRow, RowBody, RowKind};
use minicbor::{Decode, Encode};

use super::{Cause, Entry, Ingest, IngestError, What, Writer};
use crate::step;
use crate::store::packs::{self, PackHead, PackRow};
use crate::store::rows::{self, NewRow, row_id};
use crate::store::scopes;

/// Rows of one part: about 16 KiB on the wire, since a position is never split between pages.
const PART: usize = 200;

/// The rows of one desa, as a file gave them.
#[derive(Clone)]
pub struct NewPack {
    /// The desa's scope.
    pub scope: ScopeId,
    /// `dtks` or `dtsen`.
    pub source: String,
    /// The release, as `dtsen-2026-1`.
    pub release: String,
    /// The day of the release, as `2026-06-30`.
    pub released_on: String,
    /// By row id, each once.
    pub rows: Vec<PackRow>,
}

/// What an import did, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows that were not known.
    pub new: usize,
    /// Rows that say something else than before.
    pub changed: usize,
    /// Rows that say the same.
    pub same: usize,
    /// Rows that the release no longer lists; they stay, marked.
    pub gone: usize,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PartBody {
    #[n(0)]
    scope: u32,
    #[n(1)]
    source: String,
    #[n(2)]
    release: String,
    #[n(3)]
    released_on: String,
    #[n(4)]
    part: u32,
    #[n(5)]
    parts: u32,
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    hash: [u8; 32],
    #[n(7)]
    total: u32,
    #[n(8)]
    rows: Vec<PackRow>,
}

impl Ingest {
    /// Takes packs over, all or none; a pack that says what is known already changes nothing.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails; nothing was imported then.
    pub fn import_now(
        &self,
        user: Option<UserId>,
        packs: Vec<NewPack>,
    ) -> Result<Imported, IngestError> {
        self.run_now(move |writer| {
            let mut done = Imported::default();
            for pack in packs {
                take(writer, user, pack, &mut done)?;
            }
            Ok(done)
        })
    }

    /// Says what an import would do, without doing it.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub fn compare_now(&self, packs: Vec<NewPack>) -> Result<Imported, IngestError> {
        self.run_now(move |writer| {
            let mut done = Imported::default();
            for pack in &packs {
                compare(writer, pack, &mut done)?;
            }
            Ok(done)
        })
    }
}

/// Counts what a pack changes; returns whether it changes anything.
fn compare(writer: &Writer<'_>, pack: &NewPack, done: &mut Imported) -> Result<bool, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let mut known = packs::rows(conn, kab, pack.scope, &pack.source)?;
    let before = *done;
    for row in &pack.rows {
        match known.remove(&row.row_id) {
            None => done.new += 1,
            Some(old) if old == *row => done.same += 1,
            Some(_) => done.changed += 1,
        }
    }
    done.gone += known.values().filter(|row| !row.gone).count();
    let head = packs::head(conn, kab, pack.scope, &pack.source)?;
    let same_release = head.is_some_and(|head| head.release == pack.release);
    let altered = (done.new, done.changed, done.gone) != (before.new, before.changed, before.gone);
    Ok(altered || !same_release)
}

fn take(
    writer: &Writer<'_>,
    user: Option<UserId>,
    pack: NewPack,
    done: &mut Imported,
) -> Result<(), IngestError> {
    if !compare(writer, &pack, done)? {
        return Ok(());
    }
    let hash = packs::hash(&pack.rows);
    let total = u32::try_from(pack.rows.len()).unwrap_or(u32::MAX);
    let chunks: Vec<&[PackRow]> = match pack.rows.is_empty() {
        true => vec![&[]],
        false => pack.rows.chunks(PART).collect(),
    };
    let parts = u32::try_from(chunks.len()).unwrap_or(u32::MAX);
    for (part, rows) in (0..).zip(chunks) {
        let body = PartBody {
            scope: pack.scope.0,
            source: pack.source.clone(),
            release: pack.release.clone(),
            released_on: pack.released_on.clone(),
            part,
            parts,
            hash,
            total,
            rows: rows.to_vec(),
        };
        let bytes = super::to_cbor(&body);
        let cause = writer.append(&Entry {
            what: What::Import,
            doc: None,
            hash: None,
            scope: Some(pack.scope),
            author: Author { user, device: None, visit: None },
            body: &bytes,
        })?;
        write(writer, &cause, &body)?;
    }
    Ok(())
}

/// Does what follows from an import that stands in the log.
pub(super) fn follow(writer: &Writer<'_>, cause: &Cause, body: &[u8]) -> Result<(), IngestError> {
    write(writer, cause, &super::from_cbor(body)?)
}

fn write(writer: &Writer<'_>, cause: &Cause, body: &PartBody) -> Result<(), IngestError> {
    let (conn, kab, scope) = (writer.conn(), writer.kab(), ScopeId(body.scope));
    if body.part == 0 {
        packs::mark_all_gone(conn, kab, scope, &body.source)?;
        rows::delete_from(conn, kab, scope, RowKind::Pack, |part| row_of(body, part))?;
    }
    let mut listed = Vec::new();
    for row in &body.rows {
        let nik = row.nik.as_deref().and_then(|nik| nik.parse().ok());
        let hash = nik.map(|nik| writer.secrets().root.search_hash_nik(&nik));
        packs::put_row(conn, kab, scope, &body.source, row, hash)?;
        listed.extend(hash.filter(|_| !row.gone));
    }
    if body.part + 1 == body.parts {
        let head = PackHead {
            release: body.release.clone(),
            released_on: body.released_on.clone(),
            rows: i64::from(body.total),
            hash: body.hash,
        };
        packs::put_head(conn, kab, scope, &body.source, &head, cause.pos)?;
    }
    hand_out(writer, cause, scope, body)?;
    step::on_register(writer, cause, &listed)
}

/// Puts a part into the feed of its desa: no sex, mother, address or relation leaves the server.
fn hand_out(
    writer: &Writer<'_>,
    cause: &Cause,
    scope: ScopeId,
    body: &PartBody,
) -> Result<(), IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    let desa = scopes::find(conn, kab, scope)?.and_then(|scope| scope.wilayah);
    let listed = body.rows.iter().filter(|row| !row.gone);
    let pack = Pack {
        desa: desa.unwrap_or_default(),
        source: body.source.clone(),
        release: body.release.clone(),
        released_on: body.released_on.clone(),
        part: body.part,
        parts: body.parts,
        rows: listed.map(for_tablets).collect(),
    };
    let row = NewRow {
        id: row_of(body, body.part),
        kind: RowKind::Pack,
        scope,
        to_user: None,
        doc: None,
        body: &pack.to_bytes(),
    };
    Ok(rows::put(conn, kab, cause, &row)?)
}

fn row_of(body: &PartBody, part: u32) -> jangkau_sync::row::RowId {
    row_id(RowKind::Pack, &format!("{}:{}:{part}", body.scope, body.source))
}

fn for_tablets(row: &PackRow) -> RegisterRow {
    RegisterRow {
        row_id: row.row_id.clone(),
        nik: row.nik.clone(),
        kk: row.kk.clone(),
        name: row.name.clone(),
        birth_date: row.birth_date.clone(),
        rt: row.rt.clone(),
        rw: row.rw.clone(),
        desil: row.desil,
        programs: row.programs.clone(),
    }
}
