//! `POST /sync/v1/enrol`: a typed or scanned code makes a tablet a device of the server.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::IntoResponse;
use ed25519_dalek::VerifyingKey;
use jangkau_sync::message::{self, Enrol, EnrolAnswer, NumberBlock};

use super::grant;
use super::refusal::{Refusal, reply};
use crate::access::code;
use crate::app::App;
use crate::store::devices::Device;

/// Longest name of a tablet, in characters.
const NAME: usize = 60;

/// Lets a tablet join with its one-time code.
///
/// # Errors
///
/// [`Refusal::BAD_CODE`] if the code is wrong, used or expired: all three sound alike.
#[tracing::instrument(name = "sync.enrol", skip_all)]
pub async fn enrol(State(app): State<App>, body: Bytes) -> Result<impl IntoResponse, Refusal> {
    let enrol: Enrol = message::decode(&body).map_err(|_| Refusal::BAD_MESSAGE)?;
    let kept = code::kept(&enrol.code).ok_or(Refusal::BAD_CODE)?;
    // A key of small order would verify signatures that nobody made.
    match VerifyingKey::from_bytes(&enrol.public_key) {
        Ok(key) if !key.is_weak() => {}
        _ => return Err(Refusal::BAD_MESSAGE),
    }
    let name: String =
        enrol.device_name.chars().filter(|sign| !sign.is_control()).take(NAME).collect();
    let joined = app.ingest.enrol(kept, name, enrol.public_key).await?;
    let device = joined.ok_or(Refusal::BAD_CODE)?;
    let answer = answer(&app, device).await?;
    Ok(reply(message::encode(&answer)))
}

async fn answer(app: &App, device: Device) -> Result<EnrolAnswer, Refusal> {
    let nonce = grant::draw_nonce()?;
    app.sessions.set_nonce(device.id, &nonce, app.clock.now_s())?;
    let reach = grant::reach(app, device.user).await?;
    Ok(EnrolAnswer {
        device: device.id,
        user: device.user,
        user_name: reach.user_name,
        device_name: device.name,
        server_name: app.config.name.clone(),
        roles: reach.roles,
        scopes: reach.scopes,
        server_time: app.clock.now_s(),
        number_block: NumberBlock { kab: app.config.kab, block: device.block },
        nonce,
        epoch: reach.epoch,
        min_version: None,
        recovery_recipient: None,
        lease_until: None,
    })
}
