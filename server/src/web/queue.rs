//! The queues: what waits for this person, the most urgent on top.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::Lang;
use jangkau_domain::queue::{self, Queue};
use rusqlite::Connection;
use serde::Deserialize;

use super::desk::{Desk, Shut, answer};
use super::page::queue::QueuePage;
use super::queue_row;
use super::read::sight::{self, Wanted};
use super::session::SignedIn;
use super::view::{Banner, Chip, Tone};
use super::words::queue as words;
use super::words::queue_about as about;
use super::words::visit as visit_words;
use super::{Pages, say, url};

/// Rows of one page.
const ROWS: u32 = 25;

/// What the address asks for.
#[derive(Deserialize)]
pub struct Asked {
    f: Option<String>,
    p: Option<u32>,
    ok: Option<String>,
    n: Option<u32>,
    left: Option<u32>,
}

/// Goes to the first queue of the person's day.
pub async fn start(State(pages): State<Pages>, signed: SignedIn) -> Response {
    let desk = Desk::open(&pages, signed);
    let first = desk
        .viewer
        .grants()
        .iter()
        .find_map(|(role, _)| queue::order::rail(*role).first().copied());
    let path = first.map_or_else(|| "/akun".to_owned(), |queue| url::queue(queue.key()));
    Redirect::to(&path).into_response()
}

/// Shows a queue.
pub async fn show(
    State(pages): State<Pages>,
    signed: SignedIn,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let desk = Desk::open(&pages, signed);
    let lang = desk.lang();
    let Some(queue) = Queue::from_key(&key) else {
        return super::desk::shut(&Shut::NotFound, lang);
    };
    if queue == Queue::Conflict {
        return Redirect::to("/data-berbeda").into_response();
    }
    answer(pages.app.store.read(move |conn| page(conn, &desk, queue, &asked)).await, lang)
}

fn page(conn: &Connection, desk: &Desk, queue: Queue, asked: &Asked) -> Result<QueuePage, Shut> {
    let entry = queue::of(queue);
    if !desk.viewer.grants().iter().any(|(role, _)| entry.owner(*role).is_some()) {
        return Err(Shut::NotFound);
    }
    let wanted = Wanted::from_key(asked.f.as_deref().unwrap_or(""));
    let page = asked.p.unwrap_or(1).max(1);
    let skip = (page - 1).saturating_mul(ROWS);
    let waiting = sight::list(conn, desk, queue, wanted, skip, ROWS)?;
    let counts = sight::counts(conn, desk, queue)?;
    let mut rows = Vec::new();
    for one in &waiting {
        rows.extend(queue_row::build(conn, desk, one)?);
    }
    let total = counts.of(wanted);
    let late = counts.of(Wanted::Late);
    let base = url::queue(queue.key());
    let title = desk.say(entry.title).to_owned();
    let mut frame = desk.frame(conn, &title, &base)?;
    frame.banner = done(desk, asked);
    let bulk = rows.iter().any(|row| !row.tick.is_empty());
    let shown = u64::from(skip) + waiting.len() as u64;
    Ok(QueuePage {
        f: frame,
        rule: rule(desk, queue),
        summary: summary(desk.lang(), counts.of(Wanted::All), late),
        next_href: rows.first().map_or_else(String::new, |row| row.href.clone()),
        next_name: desk
            .say(if queue == Queue::Review { words::NEXT_REVIEW } else { words::NEXT_OPEN })
            .to_owned(),
        chips: chips(desk, &base, &counts, wanted),
        first_column: desk.say(if queue == Queue::Review { say::FAMILY } else { words::RECORD }),
        columns: columns(desk, queue),
        held: rows.iter().any(|row| !row.holder.is_empty()),
        rows,
        bulk,
        bulk_action: base.clone(),
        range: range(desk.lang(), u64::from(skip) + 1, shown, total),
        more_href: if shown < total {
            sight::address(&base, wanted, page + 1)
        } else {
            String::new()
        },
        empty_first: empty(desk, &title),
        empty_second: desk.say(words::EMPTY_TEXT).to_owned(),
        title,
    })
}

fn empty(desk: &Desk, title: &str) -> String {
    match desk.lang() {
        Lang::Id => format!("{title}: tidak ada yang menunggu Anda"),
        Lang::En => format!("{title}: nothing waits for you"),
    }
}

fn rule(desk: &Desk, queue: Queue) -> String {
    let days = jangkau_domain::clock::Deadlines::default().days(queue::of(queue).clock);
    let about = desk.say(about::sentence(queue));
    match desk.lang() {
        Lang::Id => format!("{about} Batas {days} hari kerja sejak diterima."),
        Lang::En => format!("{about} Due {days} working days after receipt."),
    }
}

fn summary(lang: Lang, all: u64, late: u64) -> (String, String) {
    match lang {
        Lang::Id => (format!("{all} menunggu"), format!("{late} lewat batas")),
        Lang::En => (format!("{all} waiting"), format!("{late} overdue")),
    }
}

/// Returns what was done just now, as the address of the redirect names it.
fn done(desk: &Desk, asked: &Asked) -> Option<Banner> {
    let (n, left) = (asked.n.unwrap_or(0), asked.left.unwrap_or(0));
    match (asked.ok.as_deref()?, desk.lang()) {
        ("returned", _) => Some(desk.done(visit_words::RETURNED)),
        ("accepted", _) => Some(desk.done(visit_words::FORWARDED)),
        ("bulk", _) if n + left == 0 => Some(Banner {
            tone: Tone::Kunyit,
            first: desk.say(words::NOTHING_PICKED).to_owned(),
            second: desk.say(words::BULK_RULE).to_owned(),
        }),
        ("bulk", lang) => Some(Banner {
            tone: if left == 0 { Tone::Padi } else { Tone::Kunyit },
            first: match lang {
                Lang::Id => format!("{n} kunjungan diterima."),
                Lang::En => format!("Visits accepted: {n}."),
            },
            second: match (left, lang) {
                (0, _) => String::new(),
                (left, Lang::Id) => format!("{left} berubah sementara itu dan tetap menunggu."),
                (left, Lang::En) => format!("Changed meanwhile and still waiting: {left}."),
            },
        }),
        _ => None,
    }
}

fn range(lang: Lang, from: u64, to: u64, total: u64) -> String {
    match lang {
        Lang::Id => format!("{}–{to} dari {total}", from.min(to)),
        Lang::En => format!("{}–{to} of {total}", from.min(to)),
    }
}

fn chips(desk: &Desk, base: &str, counts: &sight::Counts, wanted: Wanted) -> Vec<Chip> {
    let all = [
        (Wanted::All, say::ALL, ""),
        (Wanted::Late, words::LATE, "clock"),
        (Wanted::Urgent, words::URGENT, "urgent"),
    ];
    all.into_iter()
        .map(|(which, name, sign)| Chip {
            href: sight::address(base, which, 1),
            name: desk.say(name).to_owned(),
            sign,
            count: counts.of(which),
            current: which == wanted,
        })
        .collect()
}

fn columns(desk: &Desk, queue: Queue) -> Vec<&'static str> {
    if queue == Queue::Review {
        let all = [say::PARTS, say::WARNINGS, say::RECORDED_BY, say::VISIT];
        return all.map(|label| desk.say(label)).to_vec();
    }
    if queue == Queue::Held {
        return vec![desk.say(words::KIND), desk.say(words::SENDER)];
    }
    vec![desk.say(words::SUBJECT), desk.say(say::STAGE), desk.say(say::STATE)]
}
