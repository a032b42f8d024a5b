//! Accounts and their roles.

use jangkau_domain::role::Role;
use jangkau_domain::{Kab, UserId};
use rusqlite::{Connection, OptionalExtension, Row};

use super::StoreError;

/// An account. It has no `Debug`: it holds a name and a password's hash.
#[derive(Clone)]
pub struct User {
    /// Its number.
    pub id: UserId,
    /// What the person types, in lower case.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// PHC string; none for an account that works on a tablet only.
    pub password: Option<String>,
    /// Whether it was ended.
    pub ended: bool,
    /// What it may do, and where.
    pub grants: Vec<Grant>,
}

/// One role for one part of the wilayah.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// What the person is trusted with.
    pub role: Role,
    /// Undotted code of the area: 99, 9901, 990101 or 9901012001.
    pub wilayah: String,
}

/// Finds an account by its login; the case of letters does not matter.
///
/// # Errors
///
/// [`StoreError`] if the database fails; an unknown login is `None`.
pub fn find_by_login(conn: &Connection, kab: Kab, login: &str) -> Result<Option<User>, StoreError> {
    let sql = "SELECT user_id, login, name, password, state FROM user_account
               WHERE kab = ?1 AND login = ?2";
    let mut query = conn.prepare_cached(sql)?;
    let found = query.query_row((kab.0, login.trim().to_lowercase()), read).optional()?;
    found.map(|user| with_grants(conn, kab, user)).transpose()
}

/// Finds an account by its number.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn find(conn: &Connection, kab: Kab, id: UserId) -> Result<Option<User>, StoreError> {
    let sql = "SELECT user_id, login, name, password, state FROM user_account
               WHERE kab = ?1 AND user_id = ?2";
    let found = conn.prepare_cached(sql)?.query_row((kab.0, id.0), read).optional()?;
    found.map(|user| with_grants(conn, kab, user)).transpose()
}

/// Returns every account, by number.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn list(conn: &Connection, kab: Kab) -> Result<Vec<User>, StoreError> {
    let sql = "SELECT user_id, login, name, password, state FROM user_account
               WHERE kab = ?1 ORDER BY user_id";
    let mut query = conn.prepare_cached(sql)?;
    let users = query.query_map([kab.0], read)?.collect::<Result<Vec<_>, _>>()?;
    users.into_iter().map(|user| with_grants(conn, kab, user)).collect()
}

/// Finds an account as it was at an entry of the log, with the roles that it had then.
pub(crate) fn find_at(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    pos: i64,
) -> Result<Option<User>, StoreError> {
    // One that was ended before positions were kept counts as ended all along.
    let sql = "SELECT user_id, login, name, password, CASE
            WHEN state = 'proposed' OR made_pos >= ?3 THEN 'ended'
            WHEN state = 'ended' AND coalesce(ended_pos, 0) < ?3 THEN 'ended'
            ELSE 'active' END
        FROM user_account WHERE kab = ?1 AND user_id = ?2";
    let found = conn.prepare_cached(sql)?.query_row((kab.0, id.0, pos), read).optional()?;
    let Some(mut user) = found else { return Ok(None) };
    let sql = "SELECT role, wilayah FROM user_role
               WHERE kab = ?1 AND user_id = ?2 AND from_pos < ?3
               UNION SELECT role, wilayah FROM user_role_past
               WHERE kab = ?1 AND user_id = ?2 AND from_pos < ?3 AND until_pos >= ?3
               ORDER BY 1, 2";
    let mut query = conn.prepare_cached(sql)?;
    let grants = query.query_map((kab.0, id.0, pos), read_grant)?;
    for grant in grants {
        user.grants.push(grant?.ok_or(StoreError::Damaged { what: "role" })?);
    }
    Ok(Some(user))
}

/// Tells whether at an entry of the log somebody active had a role for a desa, or for the whole
/// kabupaten where none is named.
pub(crate) fn somebody_is(
    conn: &Connection,
    kab: Kab,
    role: Role,
    desa: Option<&str>,
    pos: i64,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM user_role AS r
        JOIN user_account AS a ON a.kab = r.kab AND a.user_id = r.user_id
        WHERE r.kab = ?1 AND r.role = ?2 AND r.from_pos < ?4
          AND substr(?3, 1, length(r.wilayah)) = r.wilayah
          AND a.state <> 'proposed' AND a.made_pos < ?4
          AND (a.state = 'active' OR coalesce(a.ended_pos, 0) >= ?4))
      OR EXISTS (SELECT 1 FROM user_role_past AS r
        JOIN user_account AS a ON a.kab = r.kab AND a.user_id = r.user_id
        WHERE r.kab = ?1 AND r.role = ?2 AND r.from_pos < ?4 AND r.until_pos >= ?4
          AND substr(?3, 1, length(r.wilayah)) = r.wilayah
          AND a.state <> 'proposed' AND a.made_pos < ?4
          AND (a.state = 'active' OR coalesce(a.ended_pos, 0) >= ?4))";
    let kab_code = kab.0.to_string();
    let place = desa.unwrap_or(&kab_code);
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, role.key(), place, pos), |row| row.get(0))?)
}

/// Tells whether somebody else than a leaver had a role for a desa at an entry of the log.
pub(crate) fn others_are(
    conn: &Connection,
    kab: Kab,
    role: Role,
    desa: &str,
    pos: i64,
    leaver: UserId,
) -> Result<bool, StoreError> {
    let sql = "SELECT user_id FROM user_role WHERE kab = ?1 AND role = ?3 AND user_id <> ?2
        UNION SELECT user_id FROM user_role_past
        WHERE kab = ?1 AND role = ?3 AND user_id <> ?2";
    let mut query = conn.prepare_cached(sql)?;
    let key = (kab.0, leaver.0, role.key());
    let ids = query.query_map(key, |row| Ok(UserId(row.get(0)?)))?;
    for id in ids.collect::<Result<Vec<_>, _>>()? {
        let user = find_at(conn, kab, id, pos)?.filter(|user| !user.ended);
        let has = |grant: &Grant| grant.role == role && desa.starts_with(&grant.wilayah);
        if user.is_some_and(|user| user.grants.iter().any(has)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the state of an account: `proposed`, `active` or `ended`.
pub(crate) fn state(conn: &Connection, kab: Kab, id: UserId) -> Result<String, StoreError> {
    let sql = "SELECT state FROM user_account WHERE kab = ?1 AND user_id = ?2";
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, id.0), |row| row.get(0))?)
}

/// Returns who has a role for a desa, or for the whole kabupaten where none is named.
pub(crate) fn with_role(
    conn: &Connection,
    kab: Kab,
    role: Role,
    desa: Option<&str>,
) -> Result<Vec<UserId>, StoreError> {
    let sql = "SELECT DISTINCT r.user_id FROM user_role AS r
        JOIN user_account AS a ON a.kab = r.kab AND a.user_id = r.user_id
        WHERE r.kab = ?1 AND r.role = ?2 AND a.state = 'active'
          AND substr(?3, 1, length(r.wilayah)) = r.wilayah ORDER BY r.user_id";
    let kab_code = kab.0.to_string();
    let place = desa.unwrap_or(&kab_code);
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, role.key(), place), |row| Ok(UserId(row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Tells whether somebody active answers for a program in a desa by login.
pub(crate) fn somebody_owns(
    conn: &Connection,
    kab: Kab,
    program: &str,
    desa: Option<&str>,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM user_role AS r
        JOIN user_account AS a ON a.kab = r.kab AND a.user_id = r.user_id
        JOIN user_program AS p ON p.kab = r.kab AND p.user_id = r.user_id
        WHERE r.kab = ?1 AND r.role = 'pp' AND p.program = ?2 AND a.state = 'active'
          AND substr(?3, 1, length(r.wilayah)) = r.wilayah)";
    let kab_code = kab.0.to_string();
    let place = desa.unwrap_or(&kab_code);
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, program, place), |row| row.get(0))?)
}

/// Returns the programs that a program owner answers for.
///
/// # Errors
///
/// [`StoreError`] if the database fails.
pub fn programs(conn: &Connection, kab: Kab, id: UserId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT program FROM user_program WHERE kab = ?1 AND user_id = ?2 ORDER BY program";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map((kab.0, id.0), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Lets a program owner answer for a program.
pub(crate) fn add_program(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    program: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO user_program (kab, user_id, program) VALUES (?1, ?2, ?3)
               ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute((kab.0, id.0, program))?;
    Ok(())
}

/// Makes an account and returns its number.
pub(crate) fn insert(
    conn: &Connection,
    kab: Kab,
    now_s: i64,
    user: &User,
) -> Result<UserId, StoreError> {
    let next = "SELECT coalesce(max(user_id), 0) + 1 FROM user_account WHERE kab = ?1";
    let id: u32 = conn.query_row(next, [kab.0], |row| row.get(0))?;
    let pos = last_pos(conn, kab)?;
    conn.execute(
        "INSERT INTO user_account (kab, user_id, login, name, password, state, made_at, made_pos)
         VALUES (?1, ?2, ?3, ?4, ?5, 'active', ?6, ?7)",
        (kab.0, id, user.login.trim().to_lowercase(), &user.name, &user.password, now_s, pos),
    )?;
    grant_all(conn, kab, UserId(id), &user.grants, pos)?;
    Ok(UserId(id))
}

/// Returns the position of the newest entry of the log.
fn last_pos(conn: &Connection, kab: Kab) -> Result<i64, StoreError> {
    Ok(super::log::next_pos(conn, kab)? - 1)
}

/// Gives roles from a log entry on; one that is held stays as it is.
fn grant_all(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    grants: &[Grant],
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO user_role (kab, user_id, role, wilayah, from_pos)
               VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    for grant in grants {
        conn.execute(sql, (kab.0, id.0, grant.role.key(), &grant.wilayah, pos))?;
    }
    Ok(())
}

/// Sets what an account is from a log entry on: its state and its roles; roles that it loses are
/// kept with the entries that they held for.
pub(crate) fn set_at(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    state: &str,
    grants: &[Grant],
    pos: i64,
) -> Result<(), StoreError> {
    let sql = "UPDATE user_account SET state = ?3,
            made_pos = CASE WHEN state = 'active' THEN made_pos ELSE ?4 END
        WHERE kab = ?1 AND user_id = ?2";
    conn.execute(sql, (kab.0, id.0, state, pos))?;
    let held = find(conn, kab, id)?.map(|user| user.grants).unwrap_or_default();
    for lost in held.iter().filter(|grant| !grants.contains(grant)) {
        let key = (kab.0, id.0, lost.role.key(), &lost.wilayah, pos);
        let sql = "INSERT INTO user_role_past (kab, user_id, role, wilayah, from_pos, until_pos)
            SELECT kab, user_id, role, wilayah, from_pos, ?5 FROM user_role
            WHERE kab = ?1 AND user_id = ?2 AND role = ?3 AND wilayah = ?4
            ON CONFLICT DO NOTHING";
        conn.execute(sql, key)?;
        let sql = "DELETE FROM user_role
            WHERE kab = ?1 AND user_id = ?2 AND role = ?3 AND wilayah = ?4";
        conn.execute(sql, (kab.0, id.0, lost.role.key(), &lost.wilayah))?;
    }
    grant_all(conn, kab, id, grants, pos)
}

/// Replaces the password; returns whether the account exists.
pub(crate) fn set_password(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    password: &str,
) -> Result<bool, StoreError> {
    let sql = "UPDATE user_account SET password = ?3 WHERE kab = ?1 AND user_id = ?2";
    Ok(conn.execute(sql, (kab.0, id.0, password))? == 1)
}

/// Ends the account and revokes its devices; returns whether it was active.
pub(crate) fn end(conn: &Connection, kab: Kab, id: UserId, now_s: i64) -> Result<bool, StoreError> {
    let pos = last_pos(conn, kab)?;
    end_at(conn, kab, id, now_s, pos)
}

/// Ends the account after a log entry and revokes its devices; returns whether it was active.
pub(crate) fn end_at(
    conn: &Connection,
    kab: Kab,
    id: UserId,
    now_s: i64,
    pos: i64,
) -> Result<bool, StoreError> {
    let sql = "UPDATE user_account SET state = 'ended', ended_at = ?3, ended_pos = ?4
               WHERE kab = ?1 AND user_id = ?2 AND state <> 'ended'";
    let ended = conn.execute(sql, (kab.0, id.0, now_s, pos))? == 1;
    let sql = "UPDATE device SET revoked_at = ?3
               WHERE kab = ?1 AND user_id = ?2 AND revoked_at IS NULL";
    conn.execute(sql, (kab.0, id.0, now_s))?;
    Ok(ended)
}

fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: UserId(row.get(0)?),
        login: row.get(1)?,
        name: row.get(2)?,
        password: row.get(3)?,
        ended: row.get::<_, String>(4)? != "active",
        grants: Vec::new(),
    })
}

fn with_grants(conn: &Connection, kab: Kab, mut user: User) -> Result<User, StoreError> {
    let sql = "SELECT role, wilayah FROM user_role
               WHERE kab = ?1 AND user_id = ?2 ORDER BY role, wilayah";
    let mut query = conn.prepare_cached(sql)?;
    let grants = query.query_map((kab.0, user.id.0), read_grant)?;
    for grant in grants {
        user.grants.push(grant?.ok_or(StoreError::Damaged { what: "role" })?);
    }
    Ok(user)
}

fn read_grant(row: &Row<'_>) -> rusqlite::Result<Option<Grant>> {
    let Some(role) = Role::from_key(row.get_ref(0)?.as_str()?) else { return Ok(None) };
    Ok(Some(Grant { role, wilayah: row.get(1)? }))
}
