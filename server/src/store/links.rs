//! Links between documents, and pairs that may be one; nothing is deleted, undoing closes the row.

use jangkau_domain::{DocId, DocKind, Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// A link: the loser points to the winner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The kind of both.
    pub kind: DocKind,
    /// The one that points.
    pub loser: DocId,
    /// The one that stands for both.
    pub winner: DocId,
    /// When it was made.
    pub at: i64,
    /// When it was undone.
    pub closed_at: Option<i64>,
}

/// Makes a link.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    alias: &Alias,
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO alias (kab, loser, winner, kind, pos, at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
    let kind = alias.kind as u8;
    conn.prepare_cached(sql)?.execute((
        kab.0,
        alias.loser.0,
        alias.winner.0,
        kind,
        pos,
        alias.at,
    ))?;
    Ok(())
}

/// Undoes the link of a document; returns the one that stood.
pub(crate) fn close(
    conn: &Connection,
    kab: Kab,
    loser: &DocId,
    at: i64,
) -> Result<Option<Alias>, StoreError> {
    let Some(open) = find(conn, kab, loser)? else { return Ok(None) };
    let sql = "UPDATE alias SET closed_at = ?3
               WHERE kab = ?1 AND loser = ?2 AND closed_at IS NULL";
    conn.prepare_cached(sql)?.execute((kab.0, loser.0, at))?;
    Ok(Some(Alias { closed_at: Some(at), ..open }))
}

/// Returns the link of a document, where it points to another now.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, loser: &DocId) -> Result<Option<Alias>, StoreError> {
    let sql = "SELECT kind, loser, winner, at, closed_at FROM alias
               WHERE kab = ?1 AND loser = ?2 AND closed_at IS NULL";
    let mut query = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| {
        Ok(Alias {
            kind: DocKind::from_number(row.get(0)?).unwrap_or(DocKind::Person),
            loser: DocId(row.get(1)?),
            winner: DocId(row.get(2)?),
            at: row.get(3)?,
            closed_at: row.get(4)?,
        })
    };
    Ok(query.query_row((kab.0, loser.0), read).optional()?)
}

/// Returns the document that stands for this one; itself where it points to none.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn canonical(conn: &Connection, kab: Kab, doc: DocId) -> Result<DocId, StoreError> {
    let mut here = doc;
    // A link is made only between documents that point to none; a chain is a merge of merges.
    for _ in 0..8 {
        match find(conn, kab, &here)? {
            Some(alias) => here = alias.winner,
            None => break,
        }
    }
    Ok(here)
}

/// Two documents that may be one.
#[derive(Clone)]
pub struct Pair {
    /// The smaller id.
    pub one: DocId,
    /// The larger id.
    pub other: DocId,
    /// `open`, `different`, `proposed`, `linked`, `split` or `undone`.
    pub state: String,
    /// Evidence in tenths of bits; for sorting.
    pub score: Option<i64>,
    /// Why, as words.
    pub reasons: String,
    /// `same` or `two_in_one`.
    pub verdict: Option<String>,
    /// Which one would stand for both.
    pub survivor: Option<DocId>,
    /// Who proposed.
    pub proposed_by: Option<UserId>,
    /// Who decided.
    pub decided_by: Option<UserId>,
    /// Why.
    pub why: Option<String>,
    /// What was compared, hashed.
    pub compared: Option<[u8; 32]>,
    /// Two in one: whose values and cases the new document takes.
    pub taken: Option<UserId>,
}

/// Finds a pair, in either order.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn pair(conn: &Connection, kab: Kab, a: DocId, b: DocId) -> Result<Option<Pair>, StoreError> {
    let (one, other) = if a <= b { (a, b) } else { (b, a) };
    let sql = "SELECT one, other, state, score, reasons, verdict, survivor, proposed_by,
               decided_by, why, compared, taken FROM pair
               WHERE kab = ?1 AND one = ?2 AND other = ?3";
    let mut query = conn.prepare_cached(sql)?;
    Ok(query.query_row((kab.0, one.0, other.0), read_pair).optional()?)
}

/// Returns whether a document stands in a pair whose verdict *same* waits for a second person.
pub(crate) fn undecided(conn: &Connection, kab: Kab, doc: &DocId) -> Result<bool, StoreError> {
    // Two look-ups: one with OR would walk through every pair.
    let sql = "SELECT EXISTS (SELECT 1 FROM pair WHERE kab = ?1 AND one = ?2
                   AND state = 'proposed' AND verdict = 'same')
               OR EXISTS (SELECT 1 FROM pair WHERE kab = ?1 AND other = ?2
                   AND state = 'proposed' AND verdict = 'same')";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, doc.0), |row| row.get(0))?)
}

/// Writes a pair.
pub(crate) fn put_pair(
    conn: &Connection,
    kab: Kab,
    pair: &Pair,
    (pos, at): (i64, i64),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO pair (kab, one, other, kind, state, score, reasons, verdict, survivor,
            proposed_by, decided_by, why, pos, at, compared, taken)
        VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT (kab, one, other) DO UPDATE SET
            state = excluded.state, score = excluded.score, reasons = excluded.reasons,
            verdict = excluded.verdict, survivor = excluded.survivor,
            proposed_by = excluded.proposed_by, decided_by = excluded.decided_by,
            why = excluded.why, pos = excluded.pos, at = excluded.at,
            compared = excluded.compared, taken = excluded.taken";
    conn.prepare_cached(sql)?.execute((
        kab.0,
        pair.one.0,
        pair.other.0,
        &pair.state,
        pair.score,
        &pair.reasons,
        &pair.verdict,
        pair.survivor.map(|doc| doc.0),
        pair.proposed_by.map(|user| user.0),
        pair.decided_by.map(|user| user.0),
        &pair.why,
        pos,
        at,
        pair.compared,
        pair.taken.map(|user| user.0),
    ))?;
    Ok(())
}

/// Returns the other persons with the same NIK, by its keyed hash.
pub(crate) fn same_nik(
    conn: &Connection,
    kab: Kab,
    person: &DocId,
) -> Result<Vec<DocId>, StoreError> {
    let sql = "SELECT b.doc FROM person AS a
               JOIN person AS b ON b.kab = a.kab AND b.nik_hash = a.nik_hash AND b.doc <> a.doc
               WHERE a.kab = ?1 AND a.doc = ?2 AND a.nik_hash IS NOT NULL ORDER BY b.doc";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, person.0), |row| Ok(DocId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read_pair(row: &Row<'_>) -> rusqlite::Result<Pair> {
    Ok(Pair {
        one: DocId(row.get(0)?),
        other: DocId(row.get(1)?),
        state: row.get(2)?,
        score: row.get(3)?,
        reasons: row.get(4)?,
        verdict: row.get(5)?,
        survivor: row.get::<_, Option<[u8; 16]>>(6)?.map(DocId),
        proposed_by: row.get::<_, Option<u32>>(7)?.map(UserId),
        decided_by: row.get::<_, Option<u32>>(8)?.map(UserId),
        why: row.get(9)?,
        compared: row.get(10)?,
        taken: row.get::<_, Option<u32>>(11)?.map(UserId),
    })
}
