//! One value of a conflict beside the others: who, when, where, and what the NIK says of it.

use jangkau_domain::birth::BirthDate;
use jangkau_domain::nik::{self, Nik, Provinces};
use jangkau_domain::{UserId, Value};
use rusqlite::Connection;

use super::clash::Clash;
use super::desk::{Desk, Shut};
use super::page::conflict::Side;
use super::read::base::Base;
use super::read::history;
use super::show;
use super::view::Fact;
use super::words::conflict as words;
use crate::store::conflicts::Side as Stored;
use crate::store::{StoreError, users, visits};

/// Returns what was there before, then each value in the order of the log.
///
/// # Errors
///
/// [`Shut`] if something cannot be read.
pub fn all(conn: &Connection, desk: &Desk, clash: &Clash, choice: &str) -> Result<Vec<Side>, Shut> {
    let said: Vec<String> =
        clash.conflict.sides.iter().map(|side| clash.spoken(desk, &side.value)).collect();
    let mut sides = Vec::new();
    if let Some(base) = &clash.base {
        sides.push(before(conn, desk, clash, base, choice)?);
    }
    for (at, stored) in clash.conflict.sides.iter().enumerate() {
        let other = said.iter().enumerate().find(|(n, _)| *n != at).map_or("", |(_, v)| v.as_str());
        let letter = char::from(b'A' + (at % 26) as u8).to_string();
        sides.push(Side {
            class: if at == 0 { "first" } else { "other" },
            who_role: role_of(conn, desk, stored.user)?,
            value: differing(&said[at], other),
            facts: evidence(conn, desk, clash, stored)?,
            choice: at.to_string(),
            pick: format!("{} {letter}", desk.say(words::USE)),
            plain: said[at].clone(),
            letter,
            chosen: choice == at.to_string(),
        });
    }
    Ok(sides)
}

fn before(
    conn: &Connection,
    desk: &Desk,
    clash: &Clash,
    base: &Base,
    choice: &str,
) -> Result<Side, StoreError> {
    let nothing = || desk.say(super::say::EMPTY).to_owned();
    let said = base.value.as_ref().map_or_else(nothing, |value| clash.spoken(desk, value));
    let user = base.author.as_ref().and_then(|author| author.user);
    Ok(Side {
        class: "zero",
        letter: "0".to_owned(),
        who_role: desk.say(words::BASE).to_owned(),
        value: (said.clone(), String::new(), String::new()),
        facts: vec![
            Fact::new(desk.say(words::WHO), history::name_of(conn, desk, user)?),
            Fact::new(desk.say(words::WHEN), desk.moment(base.claimed)),
        ],
        choice: if base.value.is_some() { "base".to_owned() } else { String::new() },
        pick: desk.say(words::BACK_TO_BASE).to_owned(),
        plain: said,
        chosen: choice == "base",
    })
}

fn evidence(
    conn: &Connection,
    desk: &Desk,
    clash: &Clash,
    stored: &Stored,
) -> Result<Vec<Fact>, StoreError> {
    let told = match stored.visit {
        Some(visit) => visits::find(conn, desk.kab, &visit)?.and_then(|visit| visit.told),
        None => None,
    };
    let place = told.map_or_else(
        || desk.say(words::ON_PAGE).to_owned(),
        |told| show::code("place", &told.place, desk.lang()),
    );
    let device = stored.device.map(|device| format!(", tablet {device}")).unwrap_or_default();
    let who = format!("{}{device}", history::name_of(conn, desk, stored.user)?);
    let received = format!("{} {}", desk.say(words::RECEIVED), desk.moment(stored.recv_at));
    let mut facts = vec![
        Fact::new(desk.say(words::WHO), who),
        Fact { more: received, ..Fact::new(desk.say(words::WHEN), desk.moment(stored.claimed)) },
        Fact::new(desk.say(words::WHERE), place),
    ];
    let nik = said_by_nik(desk, clash, &stored.value);
    facts.extend(nik.map(|(agrees, said)| Fact { agrees: Some(agrees), ..Fact::new("NIK", said) }));
    Ok(facts)
}

/// What the person's NIK says of a birth date; the year alone, since the number stays masked.
fn said_by_nik(desk: &Desk, clash: &Clash, value: &Value) -> Option<(bool, String)> {
    if clash.conflict.key != "f/birth_date" {
        return None;
    }
    let nik = clash.opened.text("f/nik")?;
    let nik = Nik::parse(&nik, Provinces::WithFictitious).ok()?;
    let stated: BirthDate = value.as_str()?.parse().ok()?;
    if !nik::date_differs(&nik, stated) {
        return Some((true, desk.say(words::NIK_AGREES).to_owned()));
    }
    let today = super::household::today(desk)?;
    let year = nik.birth_date(today).map(|date| date.year().to_string()).unwrap_or_default();
    Some((false, format!("{} {year}", desk.say(words::NIK_DIFFERS))))
}

fn role_of(conn: &Connection, desk: &Desk, user: Option<UserId>) -> Result<String, StoreError> {
    let Some(user) = user else { return Ok("–".to_owned()) };
    let user = users::find(conn, desk.kab, user)?;
    let role = user.and_then(|user| Some(user.grants.first()?.role));
    Ok(role.map_or("–", |role| desk.say(role.label())).to_owned())
}

/// Cuts a value into what it shares at the front, what differs, and what it shares at the end.
fn differing(value: &str, other: &str) -> (String, String, String) {
    let (a, b): (Vec<char>, Vec<char>) = (value.chars().collect(), other.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = (a.len() - front).min(b.len() - front);
    let back = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let text = |part: &[char]| part.iter().collect::<String>();
    (text(&a[..front]), text(&a[front..a.len() - back]), text(&a[a.len() - back..]))
}

#[cfg(test)]
mod tests {
    use super::differing;
    use rstest::rstest;

    #[rstest]
    #[case::year("31/12/1959", "31/12/1958", ("31/12/195", "9", ""))]
    #[case::middle("SUPARMAN", "SUPERMAN", ("SUP", "A", "RMAN"))]
    #[case::longer("SITI AMINAH", "SITI", ("SITI", " AMINAH", ""))]
    #[case::equal("A", "A", ("A", "", ""))]
    #[case::nothing_else("A", "", ("", "A", ""))]
    fn marks_only_the_letters_that_differ(
        #[case] value: &str,
        #[case] other: &str,
        #[case] cut: (&str, &str, &str),
    ) {
        let (front, differs, back) = differing(value, other);
        assert_eq!((front.as_str(), differs.as_str(), back.as_str()), cut);
    }
}
