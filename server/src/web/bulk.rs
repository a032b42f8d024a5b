//! Several visits accepted at once: only those without a case, without a warning, that nobody has.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::Ulid;
use jangkau_domain::queue::Queue;
use rusqlite::Connection;

use super::decide::Verdict;
use super::desk::{Desk, Shut, shut};
use super::read::sight;
use super::read::visit::{Notes, groups};
use super::review::Review;
use super::session::SignedIn;
use super::{Pages, csrf, decide, hold, url};

/// Visits taken from one form at most: a page of the queue.
const MOST: usize = 25;

/// Accepts the visits that were ticked; what changed meanwhile is left in the queue.
pub async fn accept(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(key): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let sent = pairs.iter().find(|(name, _)| name == "csrf").map_or("", |(_, value)| value);
    if !csrf::same(&signed.csrf, sent) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    if Queue::from_key(&key) != Some(Queue::Review) {
        return shut(&Shut::NotFound, lang);
    }
    let picks = pairs.into_iter().filter(|(name, _)| name == "pick").map(|(_, pick)| pick);
    let picks: Vec<String> = picks.take(MOST).collect();
    let asked = picks.len();
    let desk = std::sync::Arc::new(desk);
    let at = std::sync::Arc::clone(&desk);
    let read = pages.app.store.read(move |conn| {
        picks.iter().map(|pick| ready(conn, &at, pick)).collect::<Result<Vec<_>, Shut>>()
    });
    let verdicts = match read.await {
        Ok(verdicts) => verdicts,
        Err(why) => return shut(&why, lang),
    };
    let mut done = 0;
    for verdict in verdicts.into_iter().flatten() {
        done += usize::from(decide::carry_out(&pages, &desk, verdict, Vec::new()).await.is_ok());
    }
    let queue = url::queue(Queue::Review.key());
    Redirect::to(&format!("{queue}?ok=bulk&n={done}&left={}", asked - done)).into_response()
}

/// Returns the verdict on a ticked visit; none where it may no longer be accepted unseen.
fn ready(conn: &Connection, desk: &Desk, pick: &str) -> Result<Option<Verdict>, Shut> {
    let Some((id, seen)) = pick.split_once('/') else { return Ok(None) };
    let review = match Review::find(conn, desk, id) {
        Ok(review) => review,
        Err(Shut::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    if review.seen() != seen || !legal(conn, desk, &review)? {
        return Ok(None);
    }
    let Some(role) = review.roles(desk).first().copied() else { return Ok(None) };
    let (visit, round) = (review.visit.id, review.row.round);
    let (note, returned) = (String::new(), Vec::new());
    Ok(Some(Verdict::Visit { visit, round, role, note, returned }))
}

/// Tells whether a visit may be accepted from the list.
fn legal(conn: &Connection, desk: &Desk, review: &Review) -> Result<bool, Shut> {
    if review.cases > 0 || !review.may_decide(desk) {
        return Ok(false);
    }
    let from = if review.row.round > 1 { review.row.from_pos } else { 0 };
    let (_, counts) = groups(conn, desk, &review.visit.id, from, &Notes::new())?;
    let row = sight::of_visit(conn, desk, &review.visit.id, Queue::Review)?;
    let held = hold::of(conn, desk, row.as_ref(), true)?;
    Ok(counts.warned == 0 && counts.cases == 0 && held.by.is_empty())
}

/// Returns what a tick sends for a visit, or nothing where it may not be accepted from the list.
///
/// # Errors
///
/// [`Shut`] if something cannot be read.
pub fn tick(conn: &Connection, desk: &Desk, visit: &Ulid) -> Result<Option<String>, Shut> {
    let review = Review::find(conn, desk, &visit.to_string())?;
    let may = review.cases == 0 && review.may_decide(desk);
    Ok(may.then(|| format!("{visit}/{}", review.seen())))
}
