//! The feed of a scope: changes and rows in the order of their positions.

use jangkau_domain::{DocId, Kab, ScopeId, UserId};
use jangkau_sync::row::FeedRow;
use rusqlite::Connection;

use super::{StoreError, rows};

/// Entries that one page looks at: about what the largest page holds.
const LOOK: usize = 512;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrate;

    const KAB: Kab = Kab(9901);
    const SCOPE: ScopeId = ScopeId(1);

    /// Makes a feed of so many rows and changes at given positions.
    fn feed(rows: &[(i64, u16)], changes: std::ops::Range<i64>) -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate::run(&mut conn, "main.db", migrate::MAIN, 0).unwrap();
        for (pos, many) in rows {
            for n in 0..*many {
                let mut id = [0; 16];
                id[..8].copy_from_slice(&pos.to_be_bytes());
                id[8..10].copy_from_slice(&n.to_be_bytes());
                let sql = "INSERT INTO feed_row (kab, row_id, kind, scope, pos, at, body)
                           VALUES (?1, ?2, 22, ?3, ?4, 0, x'')";
                conn.execute(sql, (KAB.0, id, SCOPE.0, pos)).unwrap();
            }
        }
        for pos in changes {
            let sql = "INSERT INTO log (kab, pos, what, doc, scope, recv_at, body)
                       VALUES (?1, ?2, 1, ?3, ?4, 0, x'00')";
            conn.execute(sql, (KAB.0, pos, [1; 16], SCOPE.0)).unwrap();
        }
        conn
    }

    fn read(conn: &Connection, cursor: i64) -> (Vec<i64>, bool) {
        let news = after(conn, KAB, SCOPE, UserId(1), cursor).unwrap();
        (news.items.iter().map(|one| one.pos).collect(), news.more)
    }

    #[test]
    fn a_position_with_more_rows_than_a_page_looks_at_comes_whole() {
        let many = LOOK as u16 + 100;
        let conn = feed(&[(5, many), (6, 3)], 0..0);
        let (first, more) = read(&conn, 0);
        assert_eq!((first.len(), more), (usize::from(many), true));
        assert_eq!(read(&conn, 5), (vec![6; 3], false));
    }

    #[test]
    fn a_cut_in_the_midst_of_a_position_leaves_all_of_it_for_later() {
        let conn = feed(&[(5, LOOK as u16 - 1), (6, 3)], 0..0);
        let (first, more) = read(&conn, 0);
        assert_eq!((first.len(), first.last(), more), (LOOK - 1, Some(&5), true));
        assert_eq!(read(&conn, 5), (vec![6; 3], false));
    }

    #[test]
    fn rows_do_not_run_ahead_of_changes() {
        let many = LOOK as i64 + 10;
        let conn = feed(&[(many + 5, 1)], 1..many + 1);
        let (first, more) = read(&conn, 0);
        assert_eq!((first.last(), more), (Some(&(LOOK as i64)), true), "the row waits");
        let (second, more) = read(&conn, LOOK as i64);
        assert_eq!((second.last(), more), (Some(&(many + 5)), false));
    }

    #[test]
    fn what_is_for_somebody_else_is_not_there() {
        let conn = feed(&[(5, 1)], 0..0);
        conn.execute("UPDATE feed_row SET to_user = 2", []).unwrap();
        assert_eq!(read(&conn, 0), (Vec::new(), false));
    }
}
