//! What tablets ask: one endpoint a file, each with its input, its refusals and its handler.

mod device;
mod enrol;
mod grant;
mod hello;
mod page;
mod pull;
mod push;
mod refusal;

pub use device::AuthedDevice;
pub use refusal::Refusal;

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::post;
use jangkau_sync::{limit, message};
use tower_http::timeout::TimeoutLayer;

use crate::app::App;

/// Bytes of a control message from a tablet: `hello` of a person with a whole kabupaten's scopes.
const CONTROL_BYTES: usize = 64 * 1024;

/// Longest request: the largest frame over the slowest link takes less.
const LONGEST: Duration = Duration::from_secs(180);

/// Returns the routes under `/sync/v1`, each with the size of its largest body.
pub fn routes() -> Router<App> {
    let control = DefaultBodyLimit::max(CONTROL_BYTES);
    Router::new()
        .route(message::enrol::PATH, post(enrol::enrol).layer(control))
        .route(message::hello::PATH, post(hello::hello).layer(control))
        .route(message::pull::PATH, post(pull::pull).layer(control))
        .route(
            message::push::PATH,
            post(push::push).layer(DefaultBodyLimit::max(limit::FRAME_BYTES)),
        )
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
}
