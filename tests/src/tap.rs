//! A record of everything that went over HTTP, kept outside both sides.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Bodies beyond this are refused: no scenario sends more.
const LONGEST: usize = 8 * 1024 * 1024;

/// One request with its answer. It has no `Debug`: bodies hold what people said.
#[derive(Clone)]
pub struct Exchange {
    /// `POST`.
    pub method: String,
    /// Path with query: what an access log would hold.
    pub url: String,
    /// Body of the request.
    pub sent: Bytes,
    /// Status of the answer.
    pub status: u16,
    /// Body of the answer.
    pub answer: Bytes,
}

/// Hears every exchange of a site, and can lose answers. Cheap to clone.
#[derive(Clone, Default)]
pub struct Tap(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    heard: Vec<Exchange>,
    losing: usize,
    lost_path: String,
}

impl Tap {
    /// Returns everything heard so far.
    pub fn heard(&self) -> Vec<Exchange> {
        self.inner(|inner| inner.heard.clone())
    }

    /// Returns the bodies that were posted to a path, in order.
    pub fn posted(&self, path: &str) -> Vec<Bytes> {
        let of_path = |exchange: &&Exchange| exchange.url == path;
        self.inner(|inner| {
            inner.heard.iter().filter(of_path).map(|exchange| exchange.sent.clone()).collect()
        })
    }

    /// Forgets what was heard.
    pub fn clear(&self) {
        self.inner(|inner| inner.heard.clear());
    }

    /// Lets the next answers of a path go astray: the work is done, the caller hears nothing of
    /// use.
    pub fn lose(&self, path: &str, answers: usize) {
        self.inner(|inner| {
            inner.losing = answers;
            path.clone_into(&mut inner.lost_path);
        });
    }

    fn inner<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn hear(&self, exchange: Exchange) -> bool {
        self.inner(|inner| {
            let lost = inner.losing > 0 && inner.lost_path == exchange.url;
            if lost {
                inner.losing -= 1;
            }
            inner.heard.push(exchange);
            lost
        })
    }
}

/// Stands before every route.
pub(crate) async fn listen(State(tap): State<Tap>, request: Request, next: Next) -> Response {
    let (method, url) = (request.method().to_string(), request.uri().to_string());
    let (parts, body) = request.into_parts();
    let Ok(sent) = to_bytes(body, LONGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let response = next.run(Request::from_parts(parts, Body::from(sent.clone()))).await;
    let (parts, body) = response.into_parts();
    let Ok(answer) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let status = parts.status.as_u16();
    if tap.hear(Exchange { method, url, sent, status, answer: answer.clone() }) {
        // A proxy that gave up waiting: the tablet cannot know what became of it.
        return StatusCode::GATEWAY_TIMEOUT.into_response();
    }
    Response::from_parts(parts, Body::from(answer))
}
