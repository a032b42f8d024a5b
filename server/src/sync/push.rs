//! `POST /sync/v1/push`: stores a frame of changes once, however often a tablet repeats it.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jangkau_sync::frame::{Frame, FrameError, FrameKind};
use jangkau_sync::message::{self, ErrorCode};

use super::device::AuthedDevice;
use super::refusal::{Refusal, reply};
use crate::app::App;

/// Takes a frame; answers only after everything in it is durable.
///
/// # Errors
///
/// [`Refusal`] if nothing of the frame was stored.
#[tracing::instrument(name = "sync.push", skip_all, fields(device.id = %device.id))]
pub async fn push(
    device: AuthedDevice,
    State(app): State<App>,
    body: Bytes,
) -> Result<impl IntoResponse, Refusal> {
    let frame = Frame::decode(&body)?; // sizes are checked before anything is inflated
    if frame.kind != FrameKind::Push {
        return Err(Refusal::BAD_MESSAGE);
    }
    let answer = app.ingest.push(device.sender, frame).await?;
    Ok(reply(message::encode(&answer)))
}

impl From<FrameError> for Refusal {
    fn from(error: FrameError) -> Self {
        let (status, code) = match error {
            FrameError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::BadFrame),
            FrameError::Dictionary(_) => (StatusCode::BAD_REQUEST, ErrorCode::UnknownDictionary),
            FrameError::Header(_) => (StatusCode::BAD_REQUEST, ErrorCode::BadMessage),
            FrameError::Inflate | FrameError::Damaged => {
                (StatusCode::UNPROCESSABLE_ENTITY, ErrorCode::BadFrame)
            }
        };
        Self::Client(status, code)
    }
}
