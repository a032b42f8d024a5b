//! Who is logged in: cookies of pages and session tokens of tablets, kept as hashes.

use jangkau_domain::{DeviceId, Kab, UserId};
use rusqlite::OptionalExtension;

use super::StoreError;
use super::open::{Files, SESSIONS_FILE, open_file};
use super::side::Side;
use crate::access::token::Token;
use crate::config::StoreKey;

/// A login that nothing touched for thirty minutes is over (ASVS 7.3.1).
pub const IDLE_S: i64 = 30 * 60;
/// A login is over after twelve hours, whatever happens (ASVS 7.3.2).
pub const LONGEST_S: i64 = 12 * 3600;
/// A tablet's session token lives for an hour.
pub const TABLET_S: i64 = 3600;

/// The file of sessions. Every call takes microseconds and one lock; no ingest waits behind it.
#[derive(Clone)]
pub struct Sessions {
    side: Side,
    kab: Kab,
}

/// A login found again. It has no `Debug`: it holds the secret of its form tokens.
#[derive(Clone)]
pub struct Login {
    /// Who.
    pub user: UserId,
    /// Secret from which the tokens of its forms are derived.
    pub csrf: [u8; 32],
}

impl Sessions {
    pub(crate) fn open(files: &Files, key: &StoreKey, kab: Kab) -> Result<Self, StoreError> {
        let conn = open_file(&files.sessions(), key, SESSIONS_FILE)?;
        Ok(Self { side: Side::new(conn), kab })
    }

    /// Begins a login; `token` goes into the cookie, only its hash is kept.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn create(
        &self,
        token: &Token,
        user: UserId,
        csrf: &Token,
        now_s: i64,
    ) -> Result<(), StoreError> {
        self.side.write(|conn| {
            conn.execute(
                "DELETE FROM login WHERE kab = ?1 AND (seen_at < ?2 OR made_at < ?3)",
                (self.kab.0, now_s - IDLE_S, now_s - LONGEST_S),
            )?;
            conn.execute(
                "INSERT INTO login (kab, token, user_id, csrf, made_at, seen_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
                (self.kab.0, token.kept(), user.0, csrf.bytes(), now_s),
            )?;
            Ok(())
        })
    }

    /// Finds a login and notes that it is in use; none if it is idle for too long, too old or ended.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn find(&self, token: &Token, now_s: i64) -> Result<Option<Login>, StoreError> {
        let sql = "SELECT user_id, csrf, seen_at FROM login
                   WHERE kab = ?1 AND token = ?2 AND seen_at >= ?3 AND made_at >= ?4";
        let key = (self.kab.0, token.kept(), now_s - IDLE_S, now_s - LONGEST_S);
        let found = self.side.read(|conn| {
            let mut query = conn.prepare_cached(sql)?;
            let read = |row: &rusqlite::Row<'_>| {
                Ok((Login { user: UserId(row.get(0)?), csrf: row.get(1)? }, row.get::<_, i64>(2)?))
            };
            Ok(query.query_row(key, read).optional()?)
        })?;
        let Some((login, seen_at)) = found else {
            return Ok(None);
        };
        // Once a minute is enough for an idle limit of thirty.
        if seen_at + 60 <= now_s {
            let touch = "UPDATE login SET seen_at = ?3 WHERE kab = ?1 AND token = ?2";
            self.side.write(|conn| Ok(conn.execute(touch, (self.kab.0, token.kept(), now_s))?))?;
        }
        Ok(Some(login))
    }

    /// Ends a login.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn end(&self, token: &Token) -> Result<(), StoreError> {
        let sql = "DELETE FROM login WHERE kab = ?1 AND token = ?2";
        self.side.write(|conn| Ok(conn.execute(sql, (self.kab.0, token.kept())).map(drop)?))
    }

    /// Ends every login and every tablet session of a person: account ended, role or area changed.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn end_all(&self, user: UserId) -> Result<(), StoreError> {
        self.side.write(|conn| {
            conn.execute(
                "DELETE FROM login WHERE kab = ?1 AND user_id = ?2",
                (self.kab.0, user.0),
            )?;
            let tablets = "DELETE FROM sync_session WHERE kab = ?1 AND user_id = ?2";
            conn.execute(tablets, (self.kab.0, user.0))?;
            Ok(())
        })
    }

    /// Begins a tablet's session.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn create_tablet(
        &self,
        token: &Token,
        device: DeviceId,
        user: UserId,
        now_s: i64,
    ) -> Result<(), StoreError> {
        self.side.write(|conn| {
            let over =
                "DELETE FROM sync_session WHERE kab = ?1 AND device_id = ?2 AND ends_at <= ?3";
            conn.execute(over, (self.kab.0, device.0, now_s))?;
            conn.execute(
                "INSERT INTO sync_session (kab, token, device_id, user_id, ends_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (self.kab.0, token.kept(), device.0, user.0, now_s + TABLET_S),
            )?;
            Ok(())
        })
    }

    /// Finds a tablet's session; none if it is over or ended.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn find_tablet(
        &self,
        token: &Token,
        now_s: i64,
    ) -> Result<Option<(DeviceId, UserId)>, StoreError> {
        let sql = "SELECT device_id, user_id FROM sync_session
                   WHERE kab = ?1 AND token = ?2 AND ends_at > ?3";
        self.side.read(|conn| {
            let mut query = conn.prepare_cached(sql)?;
            let read = |row: &rusqlite::Row<'_>| Ok((DeviceId(row.get(0)?), UserId(row.get(1)?)));
            Ok(query.query_row((self.kab.0, token.kept(), now_s), read).optional()?)
        })
    }

    /// Ends every session of a tablet: it was revoked.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn end_tablet(&self, device: DeviceId) -> Result<(), StoreError> {
        let sql = "DELETE FROM sync_session WHERE kab = ?1 AND device_id = ?2";
        self.side.write(|conn| Ok(conn.execute(sql, (self.kab.0, device.0)).map(drop)?))
    }

    /// Returns the nonce that a tablet's next `hello` must sign over.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn nonce(&self, device: DeviceId) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT nonce FROM nonce WHERE kab = ?1 AND device_id = ?2";
        self.side.read(|conn| {
            let mut query = conn.prepare_cached(sql)?;
            Ok(query.query_row((self.kab.0, device.0), |row| row.get(0)).optional()?)
        })
    }

    /// Sets the nonce of a tablet that has just joined.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn set_nonce(&self, device: DeviceId, nonce: &[u8], now_s: i64) -> Result<(), StoreError> {
        let sql = "INSERT INTO nonce (kab, device_id, nonce, at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (kab, device_id) DO UPDATE SET nonce = excluded.nonce, at = excluded.at";
        let row = (self.kab.0, device.0, nonce, now_s);
        self.side.write(|conn| Ok(conn.execute(sql, row).map(drop)?))
    }

    /// Replaces the nonce that was signed over; returns false if it was not the present one, so of
    /// two that sign over the same one only the first gets through.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file fails.
    pub fn turn_nonce(
        &self,
        device: DeviceId,
        signed: &[u8],
        fresh: &[u8],
        now_s: i64,
    ) -> Result<bool, StoreError> {
        let sql = "UPDATE nonce SET nonce = ?4, at = ?5
                   WHERE kab = ?1 AND device_id = ?2 AND nonce = ?3";
        let row = (self.kab.0, device.0, signed, fresh, now_s);
        self.side.write(|conn| Ok(conn.execute(sql, row)? == 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::migrate;
    use rusqlite::Connection;

    const NOW: i64 = 1_752_460_500;

    fn sessions() -> Sessions {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate::run(&mut conn, SESSIONS_FILE, migrate::SESSIONS, 0).unwrap();
        Sessions { side: Side::new(conn), kab: Kab(9901) }
    }

    fn token(n: u8) -> Token {
        Token::from_bytes([n; 32])
    }

    #[test]
    fn a_login_lapses_when_nobody_uses_it_and_after_twelve_hours() -> Result<(), StoreError> {
        let sessions = sessions();
        sessions.create(&token(1), UserId(7), &token(9), NOW)?;
        let mut now = NOW;
        while now < NOW + LONGEST_S {
            let found = sessions.find(&token(1), now)?;
            assert_eq!(found.map(|login| login.user), Some(UserId(7)), "after {}", now - NOW);
            now += IDLE_S - 60;
        }
        assert!(sessions.find(&token(1), NOW + LONGEST_S + 1)?.is_none());
        sessions.create(&token(2), UserId(7), &token(9), NOW)?;
        assert!(sessions.find(&token(2), NOW + IDLE_S + 1)?.is_none());
        Ok(())
    }

    #[test]
    fn an_ended_account_is_out_on_pages_and_tablets() -> Result<(), StoreError> {
        let sessions = sessions();
        sessions.create(&token(1), UserId(7), &token(9), NOW)?;
        sessions.create(&token(2), UserId(8), &token(9), NOW)?;
        sessions.create_tablet(&token(3), DeviceId(1), UserId(7), NOW)?;
        sessions.end_all(UserId(7))?;
        assert!(sessions.find(&token(1), NOW)?.is_none());
        assert!(sessions.find(&token(2), NOW)?.is_some());
        assert!(sessions.find_tablet(&token(3), NOW)?.is_none());
        Ok(())
    }

    #[test]
    fn of_two_that_sign_one_nonce_the_first_gets_through() -> Result<(), StoreError> {
        let sessions = sessions();
        let device = DeviceId(1);
        sessions.set_nonce(device, b"one", NOW)?;
        assert!(sessions.turn_nonce(device, b"one", b"two", NOW)?);
        assert!(!sessions.turn_nonce(device, b"one", b"three", NOW)?);
        assert_eq!(sessions.nonce(device)?.as_deref(), Some(&b"two"[..]));
        assert!(!sessions.turn_nonce(DeviceId(2), b"one", b"two", NOW)?);
        Ok(())
    }
}
