//! A new release of the register: it takes proposals to *registered* by itself, and what waited for
//! the register can be referred from then on (L8).

use jangkau_domain::DocId;
use jangkau_domain::case::{CaseKind, CaseState};
use jangkau_domain::policy::Scope;
use jangkau_domain::queue::table::Owner;
use jangkau_domain::queue::{self, Queue};
use jangkau_domain::step::{Hand, Input, Register, StepId, of};
use jangkau_sync::row::{Notice, RowKind};

use super::apply::{self, Wish};
use super::facts::{self, Record};
use super::returns;
use super::work::{To, Work};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::queue::{Which, list_open};
use crate::store::rows::{self, row_id};
use crate::store::{packs, persons, users};

/// Rows beside a case's way: whoever has them does not hold the case.
const BESIDE: [Queue; 4] = [Queue::Inform, Queue::Print, Queue::Agenda, Queue::Overdue];

/// Looks at the citizens whom a release lists, by the keyed hashes of their NIK.
pub(super) fn came(work: &Work<'_>, niks: &[[u8; 32]]) -> Result<(), IngestError> {
    for nik in niks {
        for person in persons::with_nik(work.conn(), work.kab(), nik)? {
            listed(work, &person.doc)?;
        }
    }
    Ok(())
}

fn listed(work: &Work<'_>, person: &DocId) -> Result<(), IngestError> {
    for mut case in case_state::of_person(work.conn(), work.kab(), person)? {
        let waits = of(StepId::L8).is_some_and(|step| step.starts_from(case.state));
        if case.kind == CaseKind::Listing && waits {
            let wish = Wish {
                id: StepId::L8,
                hand: Hand::SYSTEM,
                input: &Input::default(),
                by: None,
                claimed: None,
                in_visit: false,
                own: false,
            };
            if apply::take(work, &mut case, wish)?.is_ok() {
                returns::end_all(work, &case.doc, StepId::L8.key())?;
            }
        }
    }
    passes(work, person)
}

/// Tells whoever holds a case of a citizen that the register no longer holds it back.
pub(super) fn passes(work: &Work<'_>, person: &DocId) -> Result<(), IngestError> {
    for case in case_state::of_person(work.conn(), work.kab(), person)? {
        let open =
            case.state.is_open() && matches!(case.kind, CaseKind::Need | CaseKind::Grievance);
        let record = if open { facts::record(work, &case.doc)? } else { None };
        if let Some(record) = record
            && facts::register_said(&record) == Register::NotListed
            && facts::requires_register(&record)
        {
            tell(work, &case, &record)?;
        }
    }
    Ok(())
}

fn tell(work: &Work<'_>, case: &CaseRow, record: &Record) -> Result<(), IngestError> {
    let number = facts::text(record, "f/number").unwrap_or_default();
    let body = Notice {
        text: format!(
            "Warga pada kasus {number} kini terdaftar pada data acuan. Kasus dapat dirujuk."
        ),
        by: work.name(None)?,
        until: None,
    };
    let mut holders = vec![case.author];
    let open = list_open(work.conn(), work.kab(), Which::AllOfCase(case.doc))?;
    for row in open.iter().filter(|row| !BESIDE.contains(&row.queue)) {
        holders.push(row.handler);
        let here = |owner: &&Owner| {
            owner.works && matches!(owner.scope, Scope::Desa | Scope::Kecamatan | Scope::Kabupaten)
        };
        for owner in queue::of(row.queue).owners.iter().filter(here) {
            let desa = case.desa.as_deref();
            let people = users::with_role(work.conn(), work.kab(), owner.role, desa)?;
            holders.extend(people.into_iter().map(Some).filter(|_| !case.private));
        }
    }
    holders.sort_unstable();
    holders.dedup();
    for user in holders.into_iter().flatten() {
        let id = row_id(RowKind::Notice, &format!("register:{}:{user}", case.doc));
        // Once a case, however many releases list the citizen.
        if rows::find(work.conn(), work.kab(), id)?.is_none() {
            let to = To { id, scope: case.scope, user: Some(user), doc: Some(case.doc) };
            work.hand_out(&to, &body)?;
        }
    }
    Ok(())
}

/// Tells whether a citizen stands in the register now: in a release, or by a proposal that came
/// through.
pub(super) fn is_listed(work: &Work<'_>, person: &DocId) -> Result<bool, IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    if let Some(nik) = persons::find(conn, kab, person)?.and_then(|one| one.nik)
        && let Ok(nik) = nik.parse()
    {
        let hash = work.writer.secrets().root.search_hash_nik(&nik);
        if packs::with_nik(conn, kab, &hash)?.iter().any(|row| !row.gone) {
            return Ok(true);
        }
    }
    let cases = case_state::of_person(conn, kab, person)?;
    Ok(cases.iter().any(|case| case.state == CaseState::Registered))
}
