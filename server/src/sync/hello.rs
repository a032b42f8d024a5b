//! `POST /sync/v1/hello`: a signed request opens a session of 60 minutes.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ed25519_dalek::{Signature, VerifyingKey};
use jangkau_domain::UserId;
use jangkau_sync::message::hello::{PATH, ability};
use jangkau_sync::message::{self, Hello, HelloAnswer, StaleNonce};
use jangkau_sync::{dictionary, signing};

use super::grant::{self, Reach};
use super::refusal::{Refusal, reply};
use crate::access::token::Token;
use crate::app::App;
use crate::store::sessions::TABLET_S;
use crate::store::{devices, users};

/// Opens a session, or tells the nonce that must be signed over.
///
/// # Errors
///
/// [`Refusal::BAD_SIGNATURE`] if the signature does not hold for the nonce that the request names,
/// or nobody knows the tablet; [`Refusal::REVOKED`] if it was revoked.
#[tracing::instrument(name = "sync.hello", skip_all)]
pub async fn hello(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let hello: Hello = message::decode(&body).map_err(|_| Refusal::BAD_MESSAGE)?;
    let signature = signature(&headers).ok_or(Refusal::BAD_SIGNATURE)?;
    let user = check(&app, &hello, &body, signature).await?;
    let Some(nonce) = turn_nonce(&app, &hello)? else {
        let nonce = app.sessions.nonce(hello.device)?.ok_or(Refusal::BAD_SIGNATURE)?;
        let stale = message::encode(&StaleNonce { nonce });
        return Ok((StatusCode::CONFLICT, reply(stale)).into_response());
    };
    let token = Token::draw().map_err(|error| Refusal::Internal(Box::new(error)))?;
    app.sessions.create_tablet(&token, hello.device, user, app.clock.now_s())?;
    let reach = grant::reach(&app, user).await?;
    Ok(reply(message::encode(&answer(&app, &token, nonce, reach))).into_response())
}

fn answer(app: &App, token: &Token, nonce: Vec<u8>, reach: Reach) -> HelloAnswer {
    HelloAnswer {
        token: token.bytes().to_vec(),
        token_seconds: u32::try_from(TABLET_S).unwrap_or(0),
        nonce,
        epoch: reach.epoch,
        server_time: app.clock.now_s(),
        scopes: reach.scopes,
        states: reach.states,
        abilities: ability::ALL.to_vec(),
        dictionary: dictionary::NEWEST,
        min_version: None,
        roles: Some(reach.roles),
        lease_until: None,
    }
}

/// Returns whose tablet it is, once its key has proved that it speaks.
async fn check(
    app: &App,
    hello: &Hello,
    body: &[u8],
    signature: Signature,
) -> Result<UserId, Refusal> {
    let (kab, id) = (app.config.kab, hello.device);
    let (device, active) = app
        .store
        .read(move |conn| {
            let device = devices::find(conn, kab, id)?;
            let user = match &device {
                Some(device) => users::find(conn, kab, device.user)?,
                None => None,
            };
            Ok::<_, Refusal>((device, user.is_some_and(|user| !user.ended)))
        })
        .await?;
    let device = device.ok_or(Refusal::BAD_SIGNATURE)?;
    let key = device.public_key.ok_or(Refusal::BAD_SIGNATURE)?;
    let key = VerifyingKey::from_bytes(&key).map_err(|_| Refusal::BAD_SIGNATURE)?;
    let signed = signing::message("POST", PATH, body, &hello.nonce);
    key.verify_strict(&signed, &signature).map_err(|_| Refusal::BAD_SIGNATURE)?;
    if device.revoked_at.is_some() || !active {
        return Err(Refusal::REVOKED);
    }
    Ok(device.user)
}

/// Replaces the nonce that was signed over; none if it is not the present one.
fn turn_nonce(app: &App, hello: &Hello) -> Result<Option<Vec<u8>>, Refusal> {
    let fresh = grant::draw_nonce()?;
    let turned = app.sessions.turn_nonce(hello.device, &hello.nonce, &fresh, app.clock.now_s())?;
    Ok(turned.then_some(fresh))
}

fn signature(headers: &HeaderMap) -> Option<Signature> {
    let text = headers.get(signing::SIGNATURE_HEADER)?.to_str().ok()?;
    let mut bytes = [0; 64];
    hex::decode_to_slice(text, &mut bytes).ok()?;
    Some(Signature::from_bytes(&bytes))
}
