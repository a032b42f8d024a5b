//! Takes a step of a case: state, history, queue rows, effects, the row for the feed.

use jangkau_domain::case::{Ask, CaseKind, CaseState, Outcome, Unit, Word};
use jangkau_domain::clock;
use jangkau_domain::role::Role;
use jangkau_domain::step::check::way_after_papers;
use jangkau_domain::step::{
    self, Behalf, CaseFacts, Effect, Guard, Hand, Input, Refused, Step, StepId, Time,
};
use jangkau_domain::{Ulid, UserId};

use super::facts::{self, Around};
use super::work::Work;
use super::{effects, feed, private, queues, requests};
use crate::ingest::IngestError;
use crate::store::case_state::{self, CaseRow};
use crate::store::case_step::{self, Taken};

/// A step that is asked for.
#[derive(Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) id: StepId,
    pub(super) hand: Hand,
    pub(super) input: &'a Input,
    /// The event or decision that asks.
    pub(super) by: Option<Ulid>,
    /// When, by its author's clock.
    pub(super) claimed: Option<i64>,
    /// The visit's own rows stand for this case's: reviewed and returned together.
    pub(super) in_visit: bool,
    /// A Puskesos keeps what it recorded.
    pub(super) own: bool,
}

/// A step that was granted, with all that its parts look at.
pub(super) struct Grant<'a> {
    pub(super) step: &'static Step,
    pub(super) wish: Wish<'a>,
    pub(super) around: &'a Around,
    pub(super) from: CaseState,
}

/// Checks a step and takes it, with what follows by itself.
pub(super) fn take(
    work: &Work<'_>,
    case: &mut CaseRow,
    wish: Wish<'_>,
) -> Result<Result<(), Refused>, IngestError> {
    let around = facts::around(work, &case.doc)?;
    let facts = facts::gather(work, case, &around)?;
    if let Err(refused) = take_one(work, case, wish, &around, &facts)? {
        return Ok(Err(refused));
    }
    // A suggestion ends when it reaches the manager (Guideline IV.C.1.b).
    if case.kind == CaseKind::Suggestion && case.state == CaseState::WithManager {
        let facts = facts::gather(work, case, &around)?;
        let system = Wish { id: StepId::T9, hand: Hand::SYSTEM, claimed: None, ..wish };
        take_one(work, case, system, &around, &facts)?.ok();
    }
    Ok(Ok(()))
}

fn take_one(
    work: &Work<'_>,
    case: &mut CaseRow,
    wish: Wish<'_>,
    around: &Around,
    facts: &CaseFacts,
) -> Result<Result<(), Refused>, IngestError> {
    let input = effects::with_what_was_asked(case, wish);
    let wish = Wish { input: &input, ..wish };
    let named = private::names_why(&wish);
    let facts = &CaseFacts { must_be_private: facts.must_be_private || named, ..facts.clone() };
    let next = match step::check(wish.id, facts, &input, wish.hand) {
        Ok(next) => next,
        Err(refused) => return Ok(Err(refused)),
    };
    let Some(step) = step::of(wish.id) else { return Ok(Ok(())) };
    let grant = Grant { step, wish, around, from: case.state };
    let paused_at = case.paused_at;
    let goes_on = requests::go_on(work, case, &grant)?;
    move_on(work, case, &grant, next, goes_on);
    record(work, case, &grant)?;
    queues::close(work, case, &grant)?;
    effects::run(work, case, &grant)?;
    if let Some(since) = paused_at.filter(|_| goes_on) {
        queues::go_on(work, case, since)?;
    }
    queues::open(work, case, &grant)?;
    if grant.from == CaseState::AwaitingApproval {
        case.ask = None;
        case.ask_input = None;
    }
    case_state::put(work.conn(), work.kab(), case)?;
    feed::case_state(work, case, &grant)?;
    Ok(Ok(()))
}

/// Writes the step into the state row.
fn move_on(work: &Work<'_>, case: &mut CaseRow, grant: &Grant<'_>, next: CaseState, goes_on: bool) {
    let (wish, from) = (&grant.wish, grant.from);
    let input = wish.input;
    remember(case, grant);
    match wish.id {
        StepId::T1 | StepId::T1p | StepId::T2 | StepId::T2s | StepId::T4 | StepId::L1
            if from == CaseState::Draft =>
        {
            send(work, case, grant);
        }
        StepId::T5 if next == CaseState::WithBackOffice && case.unit.is_none() => {
            case.unit = Some(office(case.author_role, case));
        }
        StepId::T10 | StepId::T20b => {
            case.unit = input.unit.as_deref().and_then(|unit| unit.parse().ok());
            case.handler = input.handler.map(UserId);
        }
        StepId::T14 => case.unit = None,
        StepId::T24 => {
            let kind = input.kind.as_deref().and_then(CaseKind::from_key);
            case.kind = kind.unwrap_or(case.kind);
        }
        _ => {}
    }
    case.state = next;
    case.n += 1;
    case.since_pos = work.cause.pos;
    case.since_at = work.at();
    let word = Word::after(case.word, next.word());
    if word != case.word {
        case.word = word;
        case.word_at = Some(work.at());
    }
    run_clocks(work, case, grant, goes_on);
}

/// Keeps what later steps look back at.
fn remember(case: &mut CaseRow, grant: &Grant<'_>) {
    let (wish, from, input) = (&grant.wish, grant.from, grant.wish.input);
    match wish.id {
        StepId::T4 => {
            let role = wish.hand.role.or(case.author_role);
            case.earlier = Some(way_after_papers(from, role, wish.own));
        }
        StepId::T22g => case.earlier = Some(from),
        StepId::T6 | StepId::L3 | StepId::L10 => {
            case.returned_from = Some(from);
            case.stand_in = input.stand_in.map(UserId).or(case.stand_in);
        }
        StepId::T11a | StepId::T12 => {
            let ask = if wish.id == StepId::T12 { Ask::Refer } else { Ask::Close };
            case.ask = wish.hand.user.map(|user| (ask, user));
            case.ask_input = Some(effects::to_cbor(input));
        }
        StepId::T3 => case.answered = true,
        _ => {}
    }
    if let Some(outcome) = outcome_of(case, grant) {
        case.outcome = Some(outcome.key().to_owned());
    }
    if input.reason.is_some() && !matches!(wish.id, StepId::T23n) {
        case.reason.clone_from(&input.reason);
        case.sentence.clone_from(&input.sentence);
    }
    if wish.id == StepId::T23 {
        case.outcome = None;
        case.reason = None;
        case.sentence = None;
    }
}

fn outcome_of(case: &CaseRow, grant: &Grant<'_>) -> Option<Outcome> {
    let input = grant.wish.input;
    let named = input.outcome.as_deref().and_then(Outcome::from_key);
    match grant.wish.id {
        StepId::T3 => Some(Outcome::Answered),
        StepId::T9 => Some(Outcome::NotedForAgenda),
        StepId::T11 | StepId::T11b => named,
        StepId::T19 if case.kind == CaseKind::Grievance => named.or(Some(Outcome::Fixed)),
        StepId::T19 => {
            let asked = facts::text(&grant.around.case, "f/program");
            let same = asked.is_none() || asked == input.program.as_deref();
            let met = if same { Outcome::Enrolled } else { Outcome::AlternativeProgram };
            named.or(Some(met))
        }
        _ => None,
    }
}

/// Keeps who sent it, from where, and the office that has it.
fn send(work: &Work<'_>, case: &mut CaseRow, grant: &Grant<'_>) {
    let wish = &grant.wish;
    case.author = wish.hand.user.or(case.author);
    case.author_role = wish.hand.role;
    case.visit = work.cause.author.visit;
    case.unsure = grant.around.is_unsure();
    case.unit = match wish.id {
        StepId::T2 => Some(office(wish.hand.role, case)),
        StepId::T1p if facts::text(&grant.around.case, "f/against") == Some("slrt") => {
            Some(Unit::Province(format!("{:02}", work.kab().0 / 100)))
        }
        _ => None,
    };
}

fn office(role: Option<Role>, case: &CaseRow) -> Unit {
    match (role, &case.desa) {
        (Some(Role::Fo | Role::Bo), _) | (_, None) => Unit::Slrt,
        (_, Some(desa)) => Unit::Puskesos(desa.clone()),
    }
}

fn run_clocks(work: &Work<'_>, case: &mut CaseRow, grant: &Grant<'_>, goes_on: bool) {
    let step = grant.step;
    if case.first_at.is_none() && grant.from == CaseState::Draft && case.state.is_open() {
        case.first_at = Some(work.at());
    }
    if step.time.contains(&Time::Total) || step.time.contains(&Time::NewTier) {
        let named = grant.wish.input.subcat.as_deref();
        let subcat = named.or(facts::text(&grant.around.case, "f/subcat")).unwrap_or_default();
        case.total_due = clock::total(case.kind, subcat).map(|days| work.due_in(days));
    }
    if step.does(Effect::StaffDone) {
        case.staff_done_at.get_or_insert(work.at());
    }
    if step.time.contains(&Time::Pause) {
        case.paused_at.get_or_insert(work.at());
    }
    if goes_on && let Some(since) = case.paused_at.take() {
        case.total_due = case.total_due.map(|due| work.moved(due, since));
    }
    // A merged case stands still until the merge is undone.
    let back = grant.wish.id == StepId::T22u && case.state == CaseState::AwaitingPapers;
    if grant.wish.id == StepId::T22g || back {
        case.paused_at = Some(work.at());
    }
}

fn record(work: &Work<'_>, case: &CaseRow, grant: &Grant<'_>) -> Result<(), IngestError> {
    let wish = &grant.wish;
    let input = wish.input;
    let said = [&input.note, &input.why, &input.text, &input.question, &input.sentence];
    let said = said.into_iter().flatten().next().cloned();
    let letter = input.behalf.as_ref().filter(|_| on_behalf(grant));
    let note = match (said, letter) {
        (said, Some(letter)) => Some(signed(said, letter)),
        (said, None) => said,
    };
    let taken = Taken {
        n: case.n,
        step: wish.id.key().to_owned(),
        from: grant.from.key().to_owned(),
        to: case.state.key().to_owned(),
        user: wish.hand.user,
        role: wish.hand.role.map(|role| role.key().to_owned()),
        note,
        event: wish.by,
        claimed: wish.claimed,
        at: work.at(),
        pos: work.cause.pos,
    };
    Ok(case_step::insert(work.conn(), work.kab(), &case.doc, &taken)?)
}

/// An office typed in what a target without a login had answered by letter.
fn on_behalf(grant: &Grant<'_>) -> bool {
    grant.step.guards.contains(&Guard::Behalf) && grant.wish.hand.role != Some(Role::Pp)
}

/// The history names who had signed beside who typed.
fn signed(said: Option<String>, letter: &Behalf) -> String {
    let Behalf { number, date, official, .. } = letter;
    let letter = format!("Surat {number}, {date}, {official}");
    match said {
        Some(said) => format!("{said} ({letter})"),
        None => letter,
    }
}
