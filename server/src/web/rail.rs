//! The rail: the queues of the person's roles in the order of their day, then lists.

use jangkau_domain::policy::Capability;
use jangkau_domain::queue;
use rusqlite::Connection;

use super::desk::Desk;
use super::read::sight;
use super::view::{RailGroup, RailItem};
use super::{say, url};
use crate::store::StoreError;

/// Returns the rail with its counts; `current` is the address of the line shown.
///
/// # Errors
///
/// [`StoreError`] if the counts cannot be read.
pub fn of(desk: &Desk, conn: &Connection, current: &str) -> Result<Vec<RailGroup>, StoreError> {
    let counts = crate::queue::count(conn, desk.kab, &sight::viewer(desk), desk.now_s)?;
    let queues = counts.into_iter().map(|count| {
        let href = url::queue(count.queue.key());
        RailItem {
            current: href == current,
            href,
            name: desk.say(queue::of(count.queue).title),
            sign: count.queue.key(),
            count: Some(count.all),
            over: count.late,
        }
    });
    let queues: Vec<RailItem> = queues.collect();
    let mut rail = Vec::new();
    if !queues.is_empty() {
        rail.push(RailGroup { title: desk.say(say::QUEUES), items: queues });
    }
    if !desk.viewer.areas(Capability::People).is_empty() {
        let households = RailItem {
            href: "/keluarga".to_owned(),
            name: desk.say(say::HOUSEHOLDS),
            sign: "household",
            count: None,
            over: 0,
            current: current == "/keluarga",
        };
        rail.push(RailGroup { title: desk.say(say::LOOK), items: vec![households] });
    }
    Ok(rail)
}
