//! Where a case was sent: the card that stands first on its page.

use jangkau_domain::referral::ReferralState;
use jangkau_domain::{DocId, UserId};
use rusqlite::Connection;

use super::desk::Desk;
use super::page::case::ReferralCard;
use super::read::history;
use super::show;
use super::view::{Badge, Fact, Tone};
use super::words::case as words;
use crate::store::StoreError;
use crate::store::referrals::{self, Referral};

/// Returns the card of the newest referral; none where the case was never sent.
///
/// # Errors
///
/// [`StoreError`] if something cannot be read.
pub fn find(
    conn: &Connection,
    desk: &Desk,
    doc: &DocId,
) -> Result<Option<ReferralCard>, StoreError> {
    let Some(one) = referrals::last(conn, desk.kab, doc)? else { return Ok(None) };
    let kind = show::code("target", &one.target, desk.lang());
    let name = one.target_id.clone().filter(|name| !name.is_empty()).unwrap_or(kind.clone());
    Ok(Some(ReferralCard {
        title: format!("{} {name}", desk.say(words::REFERRED_TO)),
        badge: badge(desk, one.state),
        facts: facts(conn, desk, &one, kind)?,
    }))
}

fn badge(desk: &Desk, state: ReferralState) -> Badge {
    let (tone, sign) = match state {
        ReferralState::Refused | ReferralState::NotRealised => (Tone::Bata, "cross"),
        ReferralState::Realised => (Tone::Padi, "done"),
        ReferralState::Recalled => (Tone::Plain, "cross"),
        _ => (Tone::Laut, "program_answer"),
    };
    Badge::new(desk.say(state.label()), tone, sign)
}

fn facts(
    conn: &Connection,
    desk: &Desk,
    one: &Referral,
    kind: String,
) -> Result<Vec<Fact>, StoreError> {
    let way = if one.login { words::BY_LOGIN } else { words::BY_LETTER };
    let mut facts = vec![
        Fact::new(desk.say(words::TARGET), kind),
        Fact::new(desk.say(words::WAY), desk.say(way)),
        Fact::new(desk.say(words::LEVEL), show::code("level", one.level.key(), desk.lang())),
        Fact::new(desk.say(words::SENT), desk.day(one.sent_at)),
    ];
    let mut person = |label, user: Option<UserId>| -> Result<(), StoreError> {
        if user.is_some() {
            facts.push(Fact::new(desk.say(label), history::name_of(conn, desk, user)?));
        }
        Ok(())
    };
    person(words::ASKED_BY, one.asked_by)?;
    person(words::APPROVED_BY, one.approved_by)?;
    Ok(facts)
}
