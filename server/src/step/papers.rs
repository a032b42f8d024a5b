//! Numbers that come later move waiting cases on by themselves, whoever filled them in (T5, T4).

use jangkau_domain::DocKind;
use jangkau_domain::case::CaseState;
use jangkau_domain::step::{Hand, Input, StepId};

use super::Subject;
use super::apply::{self, Wish};
use super::facts;
use super::work::Work;
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};

/// Looks at the cases of a citizen or family that wait for papers.
pub(super) fn look(work: &Work<'_>, subject: &Subject) -> Result<(), IngestError> {
    let (conn, kab) = (work.conn(), work.kab());
    let cases = match subject.kind {
        DocKind::Person => case_state::waiting_for_person(conn, kab, &subject.doc)?,
        DocKind::Household => case_state::waiting_for_household(conn, kab, &subject.doc)?,
        DocKind::Case => return Ok(()),
    };
    for mut case in cases {
        let around = facts::around(work, &case.doc)?;
        if case.unsure && !around.is_unsure() {
            case.unsure = false;
            case_state::put(conn, kab, &case)?;
        }
        let facts = facts::gather(work, &case, &around)?;
        match (case.state, facts.waits_for_papers()) {
            (CaseState::AwaitingPapers, false) => go(work, &mut case, StepId::T5, Hand::SYSTEM)?,
            // Sent before citizen and family were here: now it shows that papers are missing.
            (CaseState::Submitted, true) if case.n == 1 && !case.unsure => {
                let hand = Hand { user: case.author, role: case.author_role };
                go(work, &mut case, StepId::T4, hand)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn go(work: &Work<'_>, case: &mut CaseRow, id: StepId, hand: Hand) -> Result<(), IngestError> {
    let wish = Wish {
        id,
        hand,
        input: &Input::default(),
        by: None,
        claimed: None,
        in_visit: false,
        own: false,
    };
    apply::take(work, case, wish)?.ok();
    Ok(())
}
