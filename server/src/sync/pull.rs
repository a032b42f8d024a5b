//! `POST /sync/v1/pull`: news of one scope after a cursor.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::IntoResponse;
use jangkau_sync::limit;
use jangkau_sync::message::{self, PullAnswer, PullRequest};

use super::device::AuthedDevice;
use super::page::{self, Reader};
use super::refusal::{Refusal, reply};
use crate::app::App;
use crate::store::kab;

/// Returns a page of news; a position is never split between two pages.
///
/// # Errors
///
/// [`Refusal::NOT_YOUR_SCOPE`] if the tablet may not read the scope, or there is none.
#[tracing::instrument(name = "sync.pull", skip_all, fields(device.id = %device.id))]
pub async fn pull(
    device: AuthedDevice,
    State(app): State<App>,
    body: Bytes,
) -> Result<impl IntoResponse, Refusal> {
    let asked: PullRequest = message::decode(&body).map_err(|_| Refusal::BAD_MESSAGE)?;
    if !device.sender.scopes.contains(&asked.scope) {
        return Err(Refusal::NOT_YOUR_SCOPE);
    }
    let answer = read(device, app, asked).await?;
    Ok(reply(message::encode(&answer)))
}

async fn read(device: AuthedDevice, app: App, asked: PullRequest) -> Result<PullAnswer, Refusal> {
    let kab = app.config.kab;
    let reader = Reader {
        kab,
        receipt: app.secrets.receipt.clone(),
        user: device.sender.user,
        device: device.id,
        scope: asked.scope,
        full: asked.full,
        bytes: (asked.max_bytes as usize).clamp(limit::FRAME_TARGET_MIN, limit::FRAME_TARGET_MAX),
    };
    app.store
        .read(move |conn| {
            let epoch = kab::epoch(conn, kab)?;
            let mut answer = PullAnswer {
                scope: asked.scope,
                cursor: asked.cursor,
                next: asked.cursor,
                more: false,
                epoch,
                digest: None,
                frame: Vec::new(),
                rows: Vec::new(),
            };
            // A cursor of another epoch means nothing here: the tablet begins anew.
            if asked.epoch == epoch {
                page::fill(conn, &reader, &mut answer)?;
            }
            Ok(answer)
        })
        .await
}
