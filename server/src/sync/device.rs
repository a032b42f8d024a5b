//! The tablet behind a request, known by its session token.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use jangkau_domain::{DeviceId, Kab, UserId};
use rusqlite::Connection;

use super::refusal::Refusal;
use crate::access::{self, token::Token};
use crate::app::App;
use crate::ingest::Sender;
use crate::store::{devices, users};

/// A tablet in a session; a handler that forgets to ask for it has nobody to write for.
pub struct AuthedDevice {
    /// Who it is, and what it may reach now.
    pub sender: Sender,
    /// Its number.
    pub id: DeviceId,
}

impl FromRequestParts<App> for AuthedDevice {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let token = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "))
            .and_then(Token::from_hex)
            .ok_or(Refusal::SESSION_OVER)?;
        let found = app.sessions.find_tablet(&token, app.clock.now_s())?;
        let (device, user) = found.ok_or(Refusal::SESSION_OVER)?;
        let kab = app.config.kab;
        app.store.read(move |conn| find(conn, kab, device, user)).await
    }
}

/// Looks the tablet up anew for each request: a revoked one is out at once.
fn find(
    conn: &Connection,
    kab: Kab,
    device: DeviceId,
    user: UserId,
) -> Result<AuthedDevice, Refusal> {
    let known = devices::find(conn, kab, device)?;
    let enrolled = known.is_some_and(|known| known.revoked_at.is_none() && known.user == user);
    let active = users::find(conn, kab, user)?.is_some_and(|user| !user.ended);
    if !enrolled || !active {
        return Err(Refusal::REVOKED);
    }
    Ok(AuthedDevice { sender: access::sender(conn, kab, user, Some(device))?, id: device })
}
