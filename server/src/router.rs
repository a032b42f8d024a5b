//! Every route, joined over the running server.

use axum::Router;
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::{fault, sync, web};

/// Returns every route of the server.
pub fn router(app: App) -> Router {
    let pages = web::routes(app.clone());
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .merge(sync::routes())
        .with_state(app)
        .merge(pages)
        .layer(CatchPanicLayer::custom(fault::panicked))
}
