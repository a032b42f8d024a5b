//! "Ambil": whoever works on a row takes it, so that no colleague does the same work twice.

use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

use super::Pages;
use super::desk::{Desk, Shut, shut};
use super::read::sight;
use super::view::Hold;
use crate::ingest::IngestError;
use crate::queue;
use crate::store::queue::Waiting;
use crate::store::{StoreError, users};

/// Returns who has a row; `offered` says whether this person may take it.
///
/// # Errors
///
/// [`StoreError`] if the holder cannot be read.
pub fn of(
    conn: &Connection,
    desk: &Desk,
    row: Option<&Waiting>,
    offered: bool,
) -> Result<Hold, StoreError> {
    let Some(row) = row else { return Ok(Hold::default()) };
    let user = sight::holder(conn, desk, &row.cause)?;
    let mine = user == Some(desk.viewer.user);
    let by = match user.filter(|_| !mine) {
        Some(user) => {
            users::find(conn, desk.kab, user)?.map_or_else(|| format!("#{user}"), |user| user.name)
        }
        None => String::new(),
    };
    Ok(Hold { offered: offered && by.is_empty(), by, mine })
}

/// Takes a row, or gives it back; the page behind says who has it now.
pub async fn change(
    pages: &Pages,
    desk: &Desk,
    cause: Option<String>,
    take: bool,
    back: &str,
) -> Response {
    let user = desk.viewer.user;
    let Some(cause) = cause else { return Redirect::to(back).into_response() };
    let job = move |writer: &crate::ingest::Writer<'_>| {
        if take {
            queue::take(writer, &cause, user).map(|_| ())
        } else {
            queue::give_back(writer, &cause, user)
        }
    };
    match pages.app.ingest.run(job).await {
        Ok(()) => Redirect::to(back).into_response(),
        Err(IngestError::Busy) => shut(&Shut::Busy, desk.lang()),
        Err(error) => crate::fault::internal(&error),
    }
}
