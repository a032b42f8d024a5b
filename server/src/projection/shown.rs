//! What a screen shows for a key of a document.

use jangkau_domain::conflict::{Context, Settled, settle};
use jangkau_domain::{Value, field};
use jangkau_sync::Register;
use jangkau_sync::register::Candidate;

/// Whether people wrote unequal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// One value, or several that say the same.
    None,
    /// Several; a rule shows one, all stand in the history.
    ByRule,
    /// Several; an admin must choose, until then one is shown with a badge.
    Review,
}

/// The value to show. It has no `Debug`: it is a citizen's data.
#[derive(Clone, PartialEq, Eq)]
pub struct Shown {
    /// The value.
    pub value: Value,
    /// Whether it clashes.
    pub clash: Clash,
}

/// Returns what a screen shows for a key; none where nothing is recorded.
pub fn shown(register: &Register, key: &str) -> Option<Shown> {
    let candidates = register.candidates(key);
    let winner = register.winner(key)?;
    if let [_] = candidates {
        return Some(Shown { value: winner.clone(), clash: Clash::None });
    }
    // A key that a newer app wrote has no rule here: the winner stands.
    let Some(field) = field::find(register.kind(), key) else {
        return Some(Shown { value: winner.clone(), clash: Clash::None });
    };
    let values: Vec<Value> = candidates.iter().map(|one| one.value.clone()).collect();
    let sources = sources(register, key);
    let settled = settle(field, &values, &Context { winner, sources: &sources });
    let all_say_the_same =
        values.iter().all(|value| jangkau_domain::conflict::same(field.ty, value, winner));
    Some(match settled {
        Settled::Review { shown } => Shown { value: shown, clash: Clash::Review },
        Settled::One(value) if all_say_the_same => Shown { value, clash: Clash::None },
        Settled::One(value) => Shown { value, clash: Clash::ByRule },
    })
}

/// Returns the source that each author named beside the status of a program.
fn sources<'r>(register: &'r Register, key: &str) -> Vec<Option<&'r str>> {
    let Some(program) = key.strip_suffix("/status") else { return Vec::new() };
    let sources = register.candidates(&format!("{program}/source"));
    let beside = |status: &Candidate| {
        let own = sources.iter().find(|source| source.id.actor == status.id.actor);
        own.or(sources.last()).and_then(|source| source.value.as_str())
    };
    register.candidates(key).iter().map(beside).collect()
}
