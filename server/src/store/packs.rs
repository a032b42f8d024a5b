//! Register packs: the rows of DTKS and DTSEN, read-only, one pack a desa and source.

use std::collections::BTreeMap;

use jangkau_domain::{Kab, ScopeId};
use minicbor::{Decode, Encode};
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::StoreError;

/// A row of the register. It has no `Debug`: it is a citizen's data. Disease, disability, income,
/// housing and assets are never imported.
#[derive(Clone, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct PackRow {
    /// Its name in the source.
    #[n(0)]
    pub row_id: String,
    /// Household id of the source.
    #[n(1)]
    pub family: Option<String>,
    /// The NIK, where it is one.
    #[n(2)]
    pub nik: Option<String>,
    /// The KK, where it is one.
    #[n(3)]
    pub kk: Option<String>,
    /// The name.
    #[n(4)]
    pub name: String,
    /// The birth date, as precise as it is known.
    #[n(5)]
    pub birth_date: Option<String>,
    /// `male` or `female`.
    #[n(6)]
    pub sex: Option<String>,
    /// Relation to the head, in the source's own code.
    #[n(7)]
    pub relation: Option<String>,
    /// The mother's name.
    #[n(8)]
    pub mother: Option<String>,
    /// The address.
    #[n(9)]
    pub address: Option<String>,
    /// The RT.
    #[n(10)]
    pub rt: Option<String>,
    /// The RW.
    #[n(11)]
    pub rw: Option<String>,
    /// The decile, 1 to 10.
    #[n(12)]
    pub desil: Option<u8>,
    /// Codes of the programs that the source names.
    #[n(13)]
    pub programs: Vec<String>,
    /// Marked by the source as gone; never deleted.
    #[n(14)]
    pub gone: bool,
}

/// What is known of a pack besides its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackHead {
    /// The release, as `dtsen-2026-1`.
    pub release: String,
    /// The day of the release.
    pub released_on: String,
    /// How many rows it has.
    pub rows: i64,
    /// Over the rows.
    pub hash: [u8; 32],
}

const COLUMNS: &str = "row_id, family, nik, kk, name, birth_date, sex, relation, mother, address, \
                       rt, rw, desil, programs, gone";

/// Returns what is known of a pack besides its rows.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn head(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    source: &str,
) -> Result<Option<PackHead>, StoreError> {
    let sql = "SELECT release, released_on, rows, hash FROM pack
               WHERE kab = ?1 AND scope = ?2 AND source = ?3";
    let read = |row: &Row<'_>| {
        Ok(PackHead {
            release: row.get(0)?,
            released_on: row.get(1)?,
            rows: row.get(2)?,
            hash: row.get(3)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, scope.0, source), read).optional()?)
}

/// Returns the rows of a pack by their ids, those marked as gone too.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn rows(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    source: &str,
) -> Result<BTreeMap<String, PackRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM pack_row WHERE kab = ?1 AND scope = ?2 AND source = ?3");
    let mut query = conn.prepare_cached(&sql)?;
    let found = query.query_map((kab.0, scope.0, source), read)?;
    found.map(|row| row.map(|row| (row.row_id.clone(), row)).map_err(StoreError::from)).collect()
}

/// Returns the register's rows with a NIK, by its keyed hash.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn with_nik(
    conn: &Connection,
    kab: Kab,
    nik_hash: &[u8; 32],
) -> Result<Vec<PackRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM pack_row WHERE kab = ?1 AND nik_hash = ?2 ORDER BY source, row_id"
    );
    let mut query = conn.prepare_cached(&sql)?;
    let found = query.query_map((kab.0, nik_hash), read)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Names the rows of a pack: equal rows, in any order, have the same name.
pub fn hash(rows: &[PackRow]) -> [u8; 32] {
    let encode = |row: &PackRow| minicbor::to_vec(row).expect("a vector takes all bytes");
    let mut encoded: Vec<Vec<u8>> = rows.iter().map(encode).collect();
    encoded.sort_unstable();
    let mut sum = Sha256::new();
    for row in encoded {
        sum.update((row.len() as u64).to_be_bytes());
        sum.update(row);
    }
    sum.finalize().into()
}

/// Marks every row of a pack as gone; those of the new release are written again.
pub(crate) fn mark_all_gone(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    source: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE pack_row SET gone = 1 WHERE kab = ?1 AND scope = ?2 AND source = ?3";
    conn.prepare_cached(sql)?.execute((kab.0, scope.0, source))?;
    Ok(())
}

/// Writes a row of a pack.
pub(crate) fn put_row(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    source: &str,
    row: &PackRow,
    nik_hash: Option<[u8; 32]>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO pack_row (kab, scope, source, row_id, family, nik, kk, nik_hash, name,
            birth_date, sex, relation, mother, address, rt, rw, desil, programs, gone)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
            ?19)
        ON CONFLICT (kab, scope, source, row_id) DO UPDATE SET
            family = excluded.family, nik = excluded.nik, kk = excluded.kk,
            nik_hash = excluded.nik_hash, name = excluded.name,
            birth_date = excluded.birth_date, sex = excluded.sex, relation = excluded.relation,
            mother = excluded.mother, address = excluded.address, rt = excluded.rt,
            rw = excluded.rw, desil = excluded.desil, programs = excluded.programs,
            gone = excluded.gone";
    conn.prepare_cached(sql)?.execute(rusqlite::params![
        kab.0,
        scope.0,
        source,
        row.row_id,
        row.family,
        row.nik,
        row.kk,
        nik_hash,
        row.name,
        row.birth_date,
        row.sex,
        row.relation,
        row.mother,
        row.address,
        row.rt,
        row.rw,
        row.desil,
        row.programs.join(" "),
        i64::from(row.gone),
    ])?;
    Ok(())
}

/// Writes what is known of a pack besides its rows.
pub(crate) fn put_head(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    source: &str,
    head: &PackHead,
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO pack (kab, scope, source, release, released_on, rows, hash, pos)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (kab, scope, source) DO UPDATE SET
            release = excluded.release, released_on = excluded.released_on,
            rows = excluded.rows, hash = excluded.hash, pos = excluded.pos";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        scope.0,
        source,
        &head.release,
        &head.released_on,
        head.rows,
        head.hash,
        pos,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<PackRow> {
    let programs: String = row.get(13)?;
    Ok(PackRow {
        row_id: row.get(0)?,
        family: row.get(1)?,
        nik: row.get(2)?,
        kk: row.get(3)?,
        name: row.get(4)?,
        birth_date: row.get(5)?,
        sex: row.get(6)?,
        relation: row.get(7)?,
        mother: row.get(8)?,
        address: row.get(9)?,
        rt: row.get(10)?,
        rw: row.get(11)?,
        desil: row.get(12)?,
        programs: programs.split_whitespace().map(str::to_owned).collect(),
        gone: row.get(14)?,
    })
}
