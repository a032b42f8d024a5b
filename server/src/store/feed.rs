//! The feed of a scope: changes and rows in the order of their positions.

use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use jangkau_sync::row::FeedRow;
use rusqlite::Connection;

use super::{StoreError, rows};

/// Entries that one page looks at.
const LOOK: usize = 2_048;

/// News in the order of positions.
pub(crate) struct News {
    pub(crate) items: Vec<Placed>,
    /// Whether more stands behind them.
    pub(crate) more: bool,
}

/// One piece of news.
pub(crate) struct Placed {
    pub(crate) pos: i64,
    pub(crate) item: Item,
}

/// What is new.
pub(crate) enum Item {
    /// A document was changed, by so many bytes, or came into the scope.
    Doc(DocId, usize),
    /// A row.
    Row(FeedRow),
}

/// Returns the news of a scope after a position that a person may see.
pub(crate) fn after(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    user: UserId,
    cursor: i64,
) -> Result<News, StoreError> {
    let docs = docs(conn, kab, scope, cursor)?;
    let rows = rows(conn, kab, scope, user, cursor)?;
    // Beyond the last entry of a list that was cut, the other list would run ahead of it.
    let horizon = docs.end.min(rows.end);
    let mut items = docs.items;
    items.extend(rows.items);
    items.retain(|one| one.pos <= horizon);
    items.sort_by_key(|one| one.pos);
    Ok(News { items, more: horizon < i64::MAX })
}

struct List {
    items: Vec<Placed>,
    /// The last position that is complete.
    end: i64,
}

/// A position holds at most one document, so a cut list is complete up to its last entry.
fn docs(conn: &Connection, kab: Kab, scope: ScopeId, cursor: i64) -> Result<List, StoreError> {
    let sql = "SELECT pos, doc, length(body) FROM log
        WHERE kab = ?1 AND scope = ?2 AND pos > ?3 AND doc IS NOT NULL
        ORDER BY pos LIMIT ?4";
    let mut query = conn.prepare_cached(sql)?;
    let found = query.query_map((kab.0, scope.0, cursor, LOOK as i64), |row| {
        let item = Item::Doc(DocId(row.get(1)?), row.get::<_, u32>(2)? as usize);
        Ok(Placed { pos: row.get(0)?, item })
    })?;
    let items = found.collect::<Result<Vec<_>, _>>()?;
    let cut = items.len() == LOOK;
    let end = items.last().filter(|_| cut).map_or(i64::MAX, |last| last.pos);
    Ok(List { items, end })
}

fn rows(
    conn: &Connection,
    kab: Kab,
    scope: ScopeId,
    user: UserId,
    cursor: i64,
) -> Result<List, StoreError> {
    let sql = "SELECT row_id, kind, pos, at, body FROM feed_row
        WHERE kab = ?1 AND scope = ?2 AND pos > ?3 AND pos <= ?4
            AND (to_user IS NULL OR to_user = ?5)
        ORDER BY pos, row_id LIMIT ?6";
    let mut query = conn.prepare_cached(sql)?;
    let mut read = |until: i64, limit: i64| -> Result<Vec<FeedRow>, StoreError> {
        let params = (kab.0, scope.0, cursor, until, user.0, limit);
        let found = query.query_map(params, rows::read)?;
        Ok(found.collect::<Result<_, _>>()?)
    };
    let pos_of = |row: &FeedRow| row.position.cast_signed();
    let mut found = read(i64::MAX, LOOK as i64)?;
    let mut end = i64::MAX;
    if found.len() == LOOK
        && let Some(last) = found.last().map(pos_of)
    {
        // The last position may have been cut in its midst: the page ends with the one before it,
        // or holds all of it if it is the first.
        match found.iter().map(pos_of).rev().find(|pos| *pos < last) {
            Some(before) => {
                found.retain(|row| pos_of(row) <= before);
                end = before;
            }
            None => {
                found = read(last, -1)?;
                end = last;
            }
        }
    }
    let place = |row: FeedRow| Placed { pos: pos_of(&row), item: Item::Row(row) };
    Ok(List { items: found.into_iter().map(place).collect(), end })
}
