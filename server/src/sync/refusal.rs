//! How a tablet hears no: a code that it can act on, and an error id where the fault is ours.

use std::error::Error;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jangkau_sync::message::{self, ErrorAnswer, ErrorCode};
use jangkau_sync::session::CONTENT_TYPE;

use crate::fault;
use crate::ingest::IngestError;
use crate::store::StoreError;

/// Seconds after which a tablet asks a busy server again.
const AGAIN_S: u32 = 5;

/// Why a request of a tablet is not done.
#[derive(Debug)]
pub enum Refusal {
    /// The tablet asked wrongly, or may not.
    Client(StatusCode, ErrorCode),
    /// Too much waits.
    Busy,
    /// Something broke here.
    Internal(Box<dyn Error + Send + Sync>),
}

impl Refusal {
    /// The message is damaged, or another one than the path asks for.
    pub const BAD_MESSAGE: Self = Self::Client(StatusCode::BAD_REQUEST, ErrorCode::BadMessage);
    /// The signature does not hold, or nobody knows the tablet: both sound alike.
    pub const BAD_SIGNATURE: Self = Self::Client(StatusCode::UNAUTHORIZED, ErrorCode::BadSignature);
    /// A new `hello` is needed.
    pub const SESSION_OVER: Self = Self::Client(StatusCode::UNAUTHORIZED, ErrorCode::SessionOver);
    /// The office must enrol the tablet again.
    pub const REVOKED: Self = Self::Client(StatusCode::FORBIDDEN, ErrorCode::Revoked);
    /// The enrolment code is wrong, used or expired: all three sound alike.
    pub const BAD_CODE: Self = Self::Client(StatusCode::FORBIDDEN, ErrorCode::BadCode);
    /// The scope is not this tablet's; whether it exists is not said.
    pub const NOT_YOUR_SCOPE: Self = Self::Client(StatusCode::FORBIDDEN, ErrorCode::NotYourScope);
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Internal(Box::new(error))
    }
}

impl From<IngestError> for Refusal {
    fn from(error: IngestError) -> Self {
        match error {
            IngestError::Busy | IngestError::Lost => Self::Busy,
            other => Self::Internal(Box::new(other)),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, answer) = match self {
            Self::Client(status, code) => (status, ErrorAnswer::new(code)),
            Self::Busy => {
                let mut answer = ErrorAnswer::new(ErrorCode::Busy);
                answer.retry_after = Some(AGAIN_S);
                (StatusCode::SERVICE_UNAVAILABLE, answer)
            }
            Self::Internal(error) => {
                let mut answer = ErrorAnswer::new(ErrorCode::Internal);
                answer.error_id = Some(fault::log(&*error));
                (StatusCode::INTERNAL_SERVER_ERROR, answer)
            }
        };
        let retry = answer.retry_after;
        let mut response = (status, reply(message::encode(&answer))).into_response();
        if let Some(seconds) = retry {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Returns an answer in the content type of the protocol; nobody on the way may keep it.
pub(super) fn reply(body: Vec<u8>) -> impl IntoResponse {
    let headers = [(header::CONTENT_TYPE, CONTENT_TYPE), (header::CACHE_CONTROL, "no-store")];
    (headers, body)
}
