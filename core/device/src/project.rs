//! From a document to the read tables that screens and search ask.

use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::name::NameKey;
use jangkau_domain::{DocKind, ScopeId};
use jangkau_sync::register::Register;
use rusqlite::Transaction;

use crate::error::DeviceError;
use crate::shown;
use crate::store::cases::{self, Case};
use crate::store::households::{self, Household};
use crate::store::persons::{self, Person};

/// Redraws the read tables of a document; `own` says that this worker wrote on it.
pub fn project(
    tx: &Transaction<'_>,
    scope: ScopeId,
    register: &Register,
    own: bool,
) -> Result<(), DeviceError> {
    match register.kind() {
        DocKind::Person => {
            let person = person(register, own);
            let (normal, sound) = names(&person.name);
            persons::put(tx, register.id(), scope, &person, (&normal, &sound))
        }
        DocKind::Household => households::put(tx, register.id(), scope, &household(register, own)),
        DocKind::Case => cases::put(tx, register.id(), scope, &case(register, own)),
    }
}

/// Returns the words and the sounds under which a name is found: each word, neighbours written
/// together (NUR HAYATI is NURHAYATI), all together, and other names.
pub fn names(name: &str) -> (String, String) {
    let key = NameKey::read(name);
    let pairs: Vec<String> = key.words().windows(2).map(<[String]>::concat).collect();
    let sound_of = |pair: &String| NameKey::read(pair).phonetic().to_owned();
    let mut normal = vec![key.normal()];
    let mut sound = key.sounds().to_vec();
    sound.extend(pairs.iter().map(sound_of));
    normal.extend(pairs);
    if key.words().len() > 2 {
        normal.push(key.joined().to_owned());
        sound.push(key.phonetic().to_owned());
    }
    normal.extend([key.alias(), key.father()].into_iter().flatten().map(str::to_owned));
    (normal.join(" "), sound.join(" "))
}

fn person(register: &Register, own: bool) -> Person {
    let text = |key: &str| shown::text(register, key);
    Person {
        doc: Some(register.id()),
        household: shown::reference(register, "f/household"),
        name: text("f/name"),
        nik: text("f/nik"),
        birth: text("f/birth_date"),
        sex: text("f/sex"),
        relation: text("f/relation"),
        presence: text("f/presence"),
        mother: text("f/mother"),
        phone: text("f/phone"),
        reg_row: text("f/reg_row"),
        own,
    }
}

fn household(register: &Register, own: bool) -> Household {
    let text = |key: &str| shown::text(register, key);
    let visit = newest_visit(register);
    Household {
        scope: None,
        kk: text("f/kk"),
        desa: text("f/desa"),
        address: text("f/address"),
        hamlet: text("f/hamlet"),
        rt: text("f/rt"),
        rw: text("f/rw"),
        state: text("f/state"),
        reg_row: text("f/reg_row"),
        visited_s: visit,
        visited_by: None,
        own,
    }
}

fn case(register: &Register, own: bool) -> Case {
    let text = |key: &str| shown::text(register, key);
    Case {
        doc: Some(register.id()),
        number: text("f/number"),
        kind: text("f/kind"),
        subcat: text("f/subcat"),
        program: text("f/program"),
        person: shown::reference(register, "f/person"),
        own,
    }
}

fn newest_visit(register: &Register) -> Option<i64> {
    register
        .keys()
        .filter(|key| event::id_of(key).is_some())
        .filter_map(|key| Event::decode(register.winner(key)?.as_bytes()?).ok())
        .filter(|event| matches!(event.body, EventBody::Visit(_)))
        .map(|event| event.at_s)
        .max()
}
