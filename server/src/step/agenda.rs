//! Meeting material: topics of the manager's own, and what was discussed (M1).

use jangkau_domain::queue::{Cause, Queue};
use jangkau_domain::step::{Guard, RefusalCode, StepId};

use super::apply::Wish;
use super::decide::{Answer, refuse};
use super::work::Work;
use super::{things, waiting};
use crate::store::queue::{Waiting, Which};

/// Puts a topic of the manager's own on the agenda (M1).
pub(super) fn own(work: &Work<'_>, wish: Wish<'_>) -> Answer {
    if !things::may(work, &wish, None, false)? {
        return refuse(wish.id, RefusalCode::NotAllowed, Guard::Role);
    }
    if !given(wish.input.text.as_ref()) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Note);
    }
    let cause = Cause { queue: Queue::Agenda, key: format!("agenda:own:{}", work.cause.pos) };
    let row = waiting::of_place(work, cause, None)?;
    work.open(&Waiting { key: wish.input.text.clone(), ..row })?;
    Ok(Ok(()))
}

/// Closes a topic that was discussed.
pub(super) fn done(work: &Work<'_>, row: &Waiting, wish: Wish<'_>) -> Answer {
    let fits = wish.id == StepId::M1 && row.queue == Queue::Agenda;
    if !fits {
        return refuse(wish.id, RefusalCode::Illegal, Guard::State);
    }
    let input = wish.input;
    if !(given(input.date.as_ref()) && given(input.result.as_ref())) {
        return refuse(wish.id, RefusalCode::Missing, Guard::Minutes);
    }
    work.close(Which::Cause(&row.cause), wish.hand.user, wish.id.key())?;
    Ok(Ok(()))
}

fn given(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}
