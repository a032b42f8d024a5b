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

/// Tells whether somebody active has a role for a desa, or for the whole kabupaten where none is
/// named.
pub(crate) fn somebody_is(
    conn: &Connection,
    kab: Kab,
    role: Role,
    desa: Option<&str>,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM user_role AS r
        JOIN user_account AS a ON a.kab = r.kab AND a.user_id = r.user_id
        WHERE r.kab = ?1 AND r.role = ?2 AND a.state = 'active'
          AND substr(?3, 1, length(r.wilayah)) = r.wilayah)";
    let kab_code = kab.0.to_string();
    let place = desa.unwrap_or(&kab_code);
    Ok(conn.prepare_cached(sql)?.query_row((kab.0, role.key(), place), |row| row.get(0))?)
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
    conn.execute(
        "INSERT INTO user_account (kab, user_id, login, name, password, state, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 'active', ?6)",
        (kab.0, id, user.login.trim().to_lowercase(), &user.name, &user.password, now_s),
    )?;
    for grant in &user.grants {
        conn.execute(
            "INSERT INTO user_role (kab, user_id, role, wilayah) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
            (kab.0, id, grant.role.key(), &grant.wilayah),
        )?;
    }
    Ok(UserId(id))
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
    let sql = "UPDATE user_account SET state = 'ended', ended_at = ?3
               WHERE kab = ?1 AND user_id = ?2 AND state = 'active'";
    let ended = conn.execute(sql, (kab.0, id.0, now_s))? == 1;
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
    let grants = query.query_map((kab.0, user.id.0), |row| {
        let role = Role::from_key(row.get_ref(0)?.as_str()?);
        Ok(role.map(|role| (role, row.get(1))))
    })?;
    for grant in grants {
        let (role, wilayah) = grant?.ok_or(StoreError::Damaged { what: "role" })?;
        user.grants.push(Grant { role, wilayah: wilayah? });
    }
    Ok(user)
}
