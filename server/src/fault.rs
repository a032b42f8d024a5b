//! An id to the caller, the chain to the log, once.

use std::error::Error;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Returns a body that holds an error id and nothing else; the causes go to the log under that id.
pub fn internal(error: &(dyn Error + 'static)) -> Response {
    with_id(StatusCode::INTERNAL_SERVER_ERROR, error)
}

/// Tells the caller to come back: too much work waits, or the database cannot be reached.
pub fn unavailable(error: &(dyn Error + 'static)) -> Response {
    let mut answer = with_id(StatusCode::SERVICE_UNAVAILABLE, error);
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    answer
}

fn with_id(status: StatusCode, error: &(dyn Error + 'static)) -> Response {
    let id = log(error);
    (status, format!("error {id}\n")).into_response()
}

/// Writes the chain of an error to the log, once, and returns the id under which it stands there.
pub fn log(error: &(dyn Error + 'static)) -> String {
    let id = error_id();
    tracing::error!(error.id = %id, error.chain = %chain(error), "a request failed");
    id
}

/// Turns a panic into an answer; the process lives on.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    let id = error_id();
    // The payload may quote a value, so it is not logged; the panic hook has named the place.
    tracing::error!(error.id = %id, "a handler panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, format!("error {id}\n")).into_response()
}

fn error_id() -> String {
    let mut bytes = [0; 6];
    match getrandom::fill(&mut bytes) {
        Ok(()) => hex::encode(bytes),
        Err(_) => "-".to_owned(),
    }
}

fn chain(error: &(dyn Error + 'static)) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.push_str(": ");
        words.push_str(&error.to_string());
        cause = error.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoreError;

    #[test]
    fn the_caller_sees_an_id_only() {
        let answer = internal(&StoreError::Lost);
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[test]
    fn the_chain_names_each_cause_once() {
        let error = StoreError::Folder(std::io::Error::other("disk"));
        assert_eq!(chain(&error), "the data folder cannot be used: disk");
    }
}
