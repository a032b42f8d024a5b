//! The search page.

use jangkau_domain::birth::BirthDate;
use jangkau_domain::format;
use rusqlite::Connection;

use super::candidate::{self, Candidate};
use super::double;
use super::query::Query;
use crate::error::DeviceError;
use crate::ffi::view::{HitSource, SearchHit, SearchPage};
use crate::moment::Moment;
use crate::store::lookup::Placed;
use crate::store::register::RegisterRow;
use crate::words::search as words;

/// The most hits of a page.
const MOST: usize = 50;

/// How many of the first hits are compared with each other.
const COMPARED: usize = 16;

/// Returns the page for what stands in the box.
pub fn search(db: &Connection, typed: &str, moment: &Moment) -> Result<SearchPage, DeviceError> {
    let query = Query::read(typed);
    let candidates = candidate::find(db, &query, MOST)?;
    let doubles = double::doubles(&candidates[..candidates.len().min(COMPARED)]);
    let hits = candidates
        .iter()
        .enumerate()
        .map(|(at, found)| {
            let other = doubles.get(at).copied().flatten();
            let double = other.map(|other| candidates[other].name().to_owned());
            hit(found, double, moment)
        })
        .collect();
    Ok(SearchPage {
        query: typed.to_owned(),
        hits,
        can_register: query != Query::Nothing,
        note: query.digits_off().map(|off| words::digits(off, moment.lang)),
    })
}

/// Returns the card of one candidate.
pub fn hit(found: &Candidate, possible_double: Option<String>, moment: &Moment) -> SearchHit {
    let source = found.source();
    let badge = moment.say(words::badge(source)).to_owned();
    match found {
        Candidate::Person(placed) => SearchHit {
            id: placed.person.doc.map(|id| id.to_string()).unwrap_or_default(),
            household: placed.person.household.map(|id| id.to_string()),
            source,
            title: placed.person.name.clone(),
            subtitle: person_line(placed, source, moment),
            badge,
            nik_masked: masked(&placed.person.nik),
            register_row: None,
            possible_double,
        },
        Candidate::Row(row) => SearchHit {
            id: row.person.map(|id| id.to_string()).unwrap_or_default(),
            household: row.household.map(|id| id.to_string()),
            source,
            title: row.name.clone(),
            subtitle: row_line(row, moment),
            badge,
            nik_masked: masked(&row.nik),
            register_row: Some(row.row_id.clone()),
            possible_double,
        },
    }
}

/// Returns the last four digits behind dots.
pub fn masked(nik: &str) -> String {
    let tail = nik.len().checked_sub(4).and_then(|at| nik.get(at..));
    tail.map(|tail| format!("…{tail}")).unwrap_or_default()
}

fn person_line(placed: &Placed, source: HitSource, moment: &Moment) -> String {
    let mut parts = vec![
        age(&placed.person.birth, moment),
        words::place(&placed.rt, &placed.rw, &placed.hamlet, moment.lang),
    ];
    if let Some(visited) = placed.visited_s {
        let label = if source == HitSource::Own { words::VISITED_OWN } else { words::VISITED };
        parts.push(format!("{} {}", moment.say(label), moment.date(visited)));
    }
    if placed.cases > 0 {
        parts.push(format!("{} {}", placed.cases, moment.say(words::CASES)));
    }
    join(parts)
}

fn row_line(row: &RegisterRow, moment: &Moment) -> String {
    let desil = row.desil.map(|desil| format!("{} {desil}", moment.say(words::DESIL)));
    join(vec![
        age(&row.birth, moment),
        words::place(&row.rt, &row.rw, "", moment.lang),
        desil.unwrap_or_default(),
        moment.say(words::NEVER_VISITED).to_owned(),
    ])
}

/// Returns the age in words; empty where the birth date is not known.
pub fn age(birth: &str, moment: &Moment) -> String {
    let Ok(birth) = birth.parse::<BirthDate>() else {
        return String::new();
    };
    match birth.age_on(moment.today()) {
        Some(age) => words::age(age.years, age.about, moment.lang),
        None => format::partial_date(birth, moment.lang),
    }
}

fn join(parts: Vec<String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
