//! What one person sees of the queues: lists, counts, holders.

use jangkau_domain::queue::Queue;
use jangkau_domain::{Kab, UserId};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::StoreError;
use super::queue::{Waiting, select};

/// A condition on open rows: SQL with numbered placeholders from `?2`, and their values.
pub(crate) struct Sight {
    /// What may be seen; joined by OR.
    alternatives: Vec<String>,
    /// What is asked for; joined by AND.
    wanted: Vec<String>,
    values: Vec<Value>,
}

impl Sight {
    /// Begins with nothing to be seen.
    pub(crate) fn nothing() -> Self {
        Self { alternatives: Vec::new(), wanted: Vec::new(), values: Vec::new() }
    }

    fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len() + 1)
    }

    /// Shows rows of an area, by the beginning of its code; where `private` is no, only open ones.
    pub(crate) fn area(&mut self, queue: Queue, prefix: &str, unit: Option<&str>, private: bool) {
        let queue = self.value(Value::Text(queue.key().to_owned()));
        let area = self.value(Value::Text(prefix.to_owned()));
        let length = self.value(Value::Integer(prefix.len() as i64));
        let mut all = vec![
            format!("queue = {queue}"),
            format!("(desa IS NULL OR substr(desa, 1, {length}) = {area})"),
        ];
        if let Some(unit) = unit {
            let unit = self.value(Value::Text(unit.to_owned()));
            all.push(format!("unit LIKE {unit}"));
        }
        let prov = "coalesce(unit, '') NOT LIKE 'prov:%'";
        all.push(if private { prov.to_owned() } else { "private = 0".to_owned() });
        self.alternatives.push(format!("({})", all.join(" AND ")));
    }

    /// Shows open rows of an area whose key is like a pattern.
    pub(crate) fn keyed(&mut self, queue: Queue, prefix: &str, like: &str) {
        let queue = self.value(Value::Text(queue.key().to_owned()));
        let area = self.value(Value::Text(prefix.to_owned()));
        let length = self.value(Value::Integer(prefix.len() as i64));
        let like = self.value(Value::Text(like.to_owned()));
        self.alternatives.push(format!(
            "(queue = {queue} AND substr(desa, 1, {length}) = {area} AND key LIKE {like} \
             AND private = 0)"
        ));
    }

    /// Shows rows that wait for this person, or name them as handler.
    pub(crate) fn own(&mut self, queue: Queue, user: UserId) {
        let queue = self.value(Value::Text(queue.key().to_owned()));
        let user = self.value(Value::Integer(i64::from(user.0)));
        self.alternatives
            .push(format!("(queue = {queue} AND (owner = {user} OR handler = {user}))"));
    }

    /// Shows rows that wait for one office, private ones too.
    pub(crate) fn unit(&mut self, queue: Queue, unit: &str) {
        let queue = self.value(Value::Text(queue.key().to_owned()));
        let unit = self.value(Value::Text(unit.to_owned()));
        self.alternatives.push(format!("(queue = {queue} AND unit = {unit})"));
    }

    /// Asks for rows whose column has this value.
    pub(crate) fn want(&mut self, column: &'static str, value: Value) {
        let place = self.value(value);
        self.wanted.push(format!("{column} = {place}"));
    }

    /// Asks for rows that are due before a moment.
    pub(crate) fn want_before(&mut self, moment: i64) {
        let place = self.value(Value::Integer(moment));
        self.wanted.push(format!("due < {place}"));
    }

    fn condition(&self) -> String {
        if self.alternatives.is_empty() {
            return "0 = 1".to_owned();
        }
        let seen = format!("({})", self.alternatives.join(" OR "));
        std::iter::once(seen).chain(self.wanted.iter().cloned()).collect::<Vec<_>>().join(" AND ")
    }
}

/// Returns open rows in the order of work: mode, urgent, due, oldest receipt.
pub(crate) fn list(
    conn: &Connection,
    kab: Kab,
    sight: &Sight,
    skip: u32,
    limit: u32,
) -> Result<Vec<Waiting>, StoreError> {
    let sql = format!(
        "SELECT cause, queue, row_pos, doc, case_doc, visit, key, scope, desa, unit, private, owner,
            handler, mode, urgent, received_at, opened_pos, opened_at, due, done_at, done_by,
            done_step
         FROM queue WHERE kab = ?1 AND done_pos IS NULL AND {}
         ORDER BY mode DESC, urgent DESC, due, received_at, row_pos LIMIT {limit} OFFSET {skip}",
        sight.condition()
    );
    select(conn, kab, &sql, sight.values.clone())
}

/// Returns for each queue with open rows: how many, and how many are past their date.
pub(crate) fn count(
    conn: &Connection,
    kab: Kab,
    sight: &Sight,
    now_s: i64,
) -> Result<Vec<(Queue, u64, u64)>, StoreError> {
    let sql = format!(
        "SELECT queue, count(*), coalesce(sum(due < {now_s}), 0)
         FROM queue WHERE kab = ?1 AND done_pos IS NULL AND {} GROUP BY queue",
        sight.condition()
    );
    let mut query = conn.prepare_cached(&sql)?;
    let all = std::iter::once(Value::Integer(i64::from(kab.0))).chain(sight.values.clone());
    let rows = query.query_map(params_from_iter(all), |row| {
        let number = |at| Ok::<_, rusqlite::Error>(row.get::<_, i64>(at)?.unsigned_abs());
        Ok((row.get::<_, String>(0)?, number(1)?, number(2)?))
    })?;
    let mut counts = Vec::new();
    for row in rows {
        let (key, all, late) = row?;
        let queue = Queue::from_key(&key).ok_or(StoreError::Damaged { what: "queue row" })?;
        counts.push((queue, all, late));
    }
    Ok(counts)
}

/// Returns who holds a row now.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn holder(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    now_s: i64,
) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT user_id FROM queue_hold WHERE kab = ?1 AND cause = ?2 AND until > ?3";
    let mut query = conn.prepare_cached(sql)?;
    let mut rows = query.query((kab.0, cause, now_s))?;
    Ok(match rows.next()? {
        Some(row) => Some(UserId(row.get(0)?)),
        None => None,
    })
}

/// Takes a row, or keeps it longer; returns false while another person holds it.
pub(crate) fn take(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    user: UserId,
    now_s: i64,
    until: i64,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO queue_hold (kab, cause, user_id, until) VALUES (?1, ?2, ?3, ?5)
        ON CONFLICT (kab, cause) DO UPDATE SET user_id = excluded.user_id, until = excluded.until
        WHERE queue_hold.user_id = excluded.user_id OR queue_hold.until <= ?4";
    Ok(conn.prepare_cached(sql)?.execute((kab.0, cause, user.0, now_s, until))? == 1)
}

/// Gives a row back.
pub(crate) fn give_back(
    conn: &Connection,
    kab: Kab,
    cause: &str,
    user: UserId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM queue_hold WHERE kab = ?1 AND cause = ?2 AND user_id = ?3";
    conn.prepare_cached(sql)?.execute((kab.0, cause, user.0))?;
    Ok(())
}
