//! Rules that a toy would miss, as far as the table alone can show them.

use rstest::rstest;

use crate::UserId;
use crate::case::CaseState::{
    Approved, AwaitingApproval, AwaitingPapers, Draft, NeedsCorrection, Referred, Refused,
    RefusedByProgram, Submitted, WithBackOffice, WithManager, Withdrawn,
};
use crate::case::{Ask, CaseKind, CaseState, Unit, Word};
use crate::referral::Level;
use crate::role::Role;
use crate::step::asked::Request;
use crate::step::check::way_after_papers;
use crate::step::facts::ReferralFacts;
use crate::step::{
    Behalf, CaseFacts, FieldNote, Guard, Hand, Input, RefusalCode, Refused as No, Register, StepId,
    TABLE, asked_step, check,
};

const ASKER: UserId = UserId(11);
const OTHER: UserId = UserId(12);

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

fn case(kind: CaseKind, state: CaseState) -> CaseFacts {
    CaseFacts {
        subcat: text("k01"),
        minimum: true,
        full: true,
        register: Register::Listed,
        ..CaseFacts::new(kind, state)
    }
}

fn referral_input() -> Input {
    Input {
        target: text("opd_kab"),
        level: text("kab"),
        program: text("sembako"),
        letter: text("konsep"),
        ..Input::default()
    }
}

fn refusal(
    id: StepId,
    facts: &CaseFacts,
    input: &Input,
    hand: Hand,
) -> Option<(RefusalCode, Guard)> {
    check(id, facts, input, hand).err().map(|no| (no.code, no.guard))
}

#[test]
fn rule_3_a_request_whose_state_moved_on_says_late() {
    let facts = case(CaseKind::Need, Referred);
    let no = check(StepId::T6, &facts, &Input::default(), Hand::of(OTHER, Role::Mj)).unwrap_err();
    assert_eq!(no.code, RefusalCode::Illegal);
    assert_eq!(no.clone().seen_from(Some(Submitted), Referred).code, RefusalCode::Late);
    assert_eq!(no.seen_from(Some(Referred), Referred).code, RefusalCode::Illegal);
}

#[test]
fn rule_2_a_second_submit_says_repeated() {
    let facts = case(CaseKind::Need, Submitted);
    let no = refusal(StepId::T1, &facts, &Input::default(), Hand::of(OTHER, Role::Fs));
    assert_eq!(no, Some((RefusalCode::Repeated, Guard::State)));
}

#[test]
fn rule_6_a_programs_yes_stays_under_way_until_delivered() {
    assert_eq!(Approved.word(), Some(Word::InProgress));
    let to_done: Vec<_> = TABLE
        .iter()
        .filter(|step| step.starts_from(Approved))
        .filter(|step| step.leads_to(Approved).iter().any(|to| to.word() == Some(Word::Done)))
        .map(|step| step.id)
        .collect();
    assert_eq!(to_done, [StepId::T19, StepId::T22m]);
}

#[test]
fn rule_7_a_supervisor_never_refuses_and_withdraws_only_when_asked() {
    let by_spv = TABLE.iter().filter(|step| step.who.roles.has(Role::Spv));
    for step in by_spv {
        for from in step.origins() {
            assert!(!step.leads_to(from).contains(&Refused), "{}", step.id);
            let withdraws = step.leads_to(from).contains(&Withdrawn);
            assert!(!withdraws || step.id == StepId::T22, "{}", step.id);
        }
    }
    let input = Input { reason: text("mistake"), ..Input::default() };
    let hand = Hand::of(OTHER, Role::Spv);
    let mut facts = case(CaseKind::Need, Submitted);
    let no = refusal(StepId::T22, &facts, &input, hand);
    assert_eq!(no, Some((RefusalCode::NotAllowed, Guard::WithdrawAsked)));
    facts.withdraw_asked = true;
    assert!(check(StepId::T22, &facts, &input, hand) == Ok(Withdrawn));
}

#[rstest]
#[case::refer(StepId::T13, Ask::Refer, CaseKind::Need)]
#[case::close(StepId::T11b, Ask::Close, CaseKind::Grievance)]
fn rule_8_whoever_asked_cannot_approve_in_any_role(
    #[case] id: StepId,
    #[case] ask: Ask,
    #[case] kind: CaseKind,
) {
    let facts = CaseFacts {
        ask: Some((ask, ASKER)),
        unit: Some(Unit::Slrt),
        ..case(kind, AwaitingApproval)
    };
    let same = refusal(id, &facts, &referral_input(), Hand::of(ASKER, Role::Mj));
    assert_eq!(same, Some((RefusalCode::NotAllowed, Guard::Eyes)));
    assert!(check(id, &facts, &referral_input(), Hand::of(OTHER, Role::Mj)).is_ok());
}

fn behalf() -> Option<Behalf> {
    Some(Behalf {
        scan: "ab".repeat(32),
        number: "440/17".into(),
        date: "2025-07-14".into(),
        official: "KEPALA DINAS".into(),
    })
}

fn referral() -> ReferralFacts {
    ReferralFacts {
        program: text("pkh"),
        target: "opd_kab".into(),
        level: Level::Kab,
        login: false,
        at_owner: false,
    }
}

#[rstest]
#[case(StepId::T13, AwaitingApproval, Role::Mj)]
#[case(StepId::T15, WithManager, Role::Mj)]
#[case(StepId::T16, Referred, Role::Mj)]
#[case(StepId::T19, Approved, Role::Mj)]
#[case(StepId::T20, RefusedByProgram, Role::Mj)]
#[case(StepId::T11, WithBackOffice, Role::Bo)]
#[case(StepId::T11b, AwaitingApproval, Role::Mj)]
fn rule_9_nothing_that_moves_money_happens_while_data_clash(
    #[case] id: StepId,
    #[case] state: CaseState,
    #[case] role: Role,
) {
    let ask = if id == StepId::T13 { Ask::Refer } else { Ask::Close };
    let mut facts = CaseFacts {
        ask: Some((ask, ASKER)),
        referral: Some(referral()),
        ..case(CaseKind::Need, state)
    };
    let input = Input {
        outcome: text("enrolled"),
        proof: text("ab"),
        date: text("2025-07-14"),
        behalf: behalf(),
        ..referral_input()
    };
    let hand = Hand::of(OTHER, role);
    assert!(check(id, &facts, &input, hand).is_ok(), "{:?}", check(id, &facts, &input, hand));
    facts.conflicts = vec!["f/nik".into()];
    let no: No = check(id, &facts, &input, hand).unwrap_err();
    assert_eq!(no.code, RefusalCode::Missing);
    assert_eq!(no.fields, ["f/nik"]);
    assert!(no.text(crate::Lang::Id).contains("f/nik"));
}

#[test]
fn rule_10_a_number_filled_in_moves_the_case_on_by_itself_the_way_it_came() {
    let mut facts = CaseFacts { papers_needed: true, ..case(CaseKind::Need, AwaitingPapers) };
    let no = refusal(StepId::T5, &facts, &Input::default(), Hand::SYSTEM);
    assert_eq!(no, Some((RefusalCode::Missing, Guard::PapersThere)));
    facts.papers_needed = false;
    assert!(check(StepId::T5, &facts, &Input::default(), Hand::SYSTEM) == Ok(Submitted));
    facts.earlier = Some(way_after_papers(Draft, Some(Role::Fo), false));
    assert!(check(StepId::T5, &facts, &Input::default(), Hand::SYSTEM) == Ok(WithBackOffice));
    assert_eq!(way_after_papers(Draft, Some(Role::Fs), false), Submitted);
    assert_eq!(way_after_papers(Draft, Some(Role::Fop), true), WithBackOffice);
}

#[test]
fn rule_11_a_private_case_passes_supervisor_and_secretariat_when_it_concerns_them() {
    let facts = CaseFacts {
        private: true,
        held_by_province: true,
        ..case(CaseKind::Grievance, WithManager)
    };
    let input = Input { reason: text("f"), sentence: text("tidak terbukti"), ..Input::default() };
    let by_mj = refusal(StepId::T21, &facts, &input, Hand::of(OTHER, Role::Mj));
    assert_eq!(by_mj, Some((RefusalCode::NotAllowed, Guard::Role)));
    assert!(check(StepId::T21, &facts, &input, Hand::of(OTHER, Role::Kprov)) == Ok(Refused));
}

#[test]
fn rule_14_an_answer_on_behalf_needs_the_scanned_letter() {
    let facts = CaseFacts { referral: Some(referral()), ..case(CaseKind::Need, Referred) };
    let hand = Hand::of(OTHER, Role::Mj);
    let bare = Input {
        behalf: Some(Behalf { scan: String::new(), ..behalf().unwrap() }),
        ..Input::default()
    };
    let no = refusal(StepId::T16, &facts, &bare, hand);
    assert_eq!(no, Some((RefusalCode::Missing, Guard::Behalf)));
    let full = Input { behalf: behalf(), ..Input::default() };
    assert!(check(StepId::T16, &facts, &full, hand) == Ok(Approved));
}

#[test]
fn rule_19_a_register_entry_makes_a_held_back_case_referable() {
    let mut facts = CaseFacts {
        register: Register::NotListed,
        program_requires_register: true,
        ..case(CaseKind::Need, WithManager)
    };
    let hand = Hand::of(OTHER, Role::Mj);
    let no = refusal(StepId::T15, &facts, &referral_input(), hand);
    assert_eq!(no, Some((RefusalCode::Missing, Guard::Register)));
    facts.register = Register::Listed;
    assert!(check(StepId::T15, &facts, &referral_input(), hand) == Ok(Referred));
    let listing = CaseFacts::new(CaseKind::Listing, CaseState::Verified);
    let done = check(StepId::L8, &listing, &Input::default(), Hand::SYSTEM);
    assert!(done == Ok(CaseState::Registered));
}

#[test]
fn missing_papers_are_no_reason_to_refuse() {
    let facts = CaseFacts { referral: Some(referral()), ..case(CaseKind::Need, Referred) };
    let input =
        Input { reason: text("h"), sentence: text("berkas"), behalf: behalf(), ..Input::default() };
    let no = refusal(StepId::T16r, &facts, &input, Hand::of(OTHER, Role::Bo));
    assert_eq!(no, Some((RefusalCode::Missing, Guard::RefusingReason)));
}

#[test]
fn a_correction_goes_back_to_who_returned_it_and_only_from_its_author() {
    let mut facts = CaseFacts { author: Some(ASKER), ..case(CaseKind::Need, NeedsCorrection) };
    let correct = |facts: &CaseFacts, user| {
        check(StepId::T7, facts, &Input::default(), Hand::of(user, Role::Fs))
    };
    assert!(correct(&facts, ASKER) == Ok(Submitted));
    assert_eq!(correct(&facts, OTHER).unwrap_err().guard, Guard::AuthorOrStandIn);
    facts.stand_in = Some(OTHER);
    facts.returned_from = Some(WithManager);
    assert!(correct(&facts, OTHER) == Ok(WithManager));
}

#[test]
fn a_return_names_each_field() {
    let facts = case(CaseKind::Need, Submitted);
    let empty = Input {
        fields: Some(vec![FieldNote { note: " ".into(), ..FieldNote::default() }]),
        ..Input::default()
    };
    let no = refusal(StepId::T6, &facts, &empty, Hand::of(OTHER, Role::Spv));
    assert_eq!(no, Some((RefusalCode::Missing, Guard::FieldNotes)));
}

#[rstest]
#[case::field_need(CaseKind::Need, Role::Fs, false, StepId::T1)]
#[case::puskesos_keeps(CaseKind::Need, Role::Fop, true, StepId::T2)]
#[case::puskesos_sends(CaseKind::Need, Role::Fop, false, StepId::T1)]
#[case::secretariat(CaseKind::Question, Role::Fo, false, StepId::T2)]
#[case::suggestion_in_the_field(CaseKind::Suggestion, Role::Fs, false, StepId::T1)]
#[case::suggestion_at_an_office(CaseKind::Suggestion, Role::Fop, true, StepId::T2s)]
#[case::listing(CaseKind::Listing, Role::Fs, false, StepId::L1)]
fn a_submit_takes_the_way_of_kind_role_and_route(
    #[case] kind: CaseKind,
    #[case] role: Role,
    #[case] own: bool,
    #[case] step: StepId,
) {
    let facts = case(kind, Draft);
    assert_eq!(asked_step(Request::Submit { own, private: false }, &facts, role), Some(step));
}

#[test]
fn what_waits_for_papers_or_must_stay_private_takes_its_own_way() {
    let ask = |facts: &CaseFacts, private| {
        asked_step(Request::Submit { own: false, private }, facts, Role::Fs)
    };
    let submit = |facts: &CaseFacts| ask(facts, false);
    let papers = CaseFacts { papers_needed: true, ..case(CaseKind::Need, Draft) };
    assert_eq!(submit(&papers), Some(StepId::T4));
    let about_papers = CaseFacts { subcat: text("k14"), ..papers.clone() };
    assert_eq!(submit(&about_papers), Some(StepId::T1));
    let emergency = CaseFacts { mode: true, ..papers.clone() };
    assert_eq!(submit(&emergency), Some(StepId::T1));
    let private = CaseFacts { private: true, ..papers };
    assert_eq!(submit(&private), Some(StepId::T1p));
    let found_later = CaseFacts { must_be_private: true, ..case(CaseKind::Need, Submitted) };
    assert_eq!(submit(&found_later), Some(StepId::T25));
    assert_eq!(ask(&case(CaseKind::Need, Submitted), true), Some(StepId::T25));
}

#[test]
fn an_own_date_lies_within_sixty_working_days() {
    let facts = CaseFacts {
        referral: Some(ReferralFacts { login: true, ..referral() }),
        own_dates: Some(("2025-07-14".into(), "2025-10-07".into())),
        ..case(CaseKind::Need, Referred)
    };
    let look = |date: &str| {
        let input = Input { note: text("survei"), date: text(date), ..Input::default() };
        check(StepId::T16f, &facts, &input, Hand::of(OTHER, Role::Pp)).is_ok()
    };
    assert!(look("2025-07-14") && look("2025-10-07"));
    for date in ["2025-07-13", "2025-10-08", "2025-08", "besok", " "] {
        assert!(!look(date), "{date}");
    }
}

#[test]
fn nothing_is_passed_on_beyond_the_owner() {
    let at = |level, at_owner| CaseFacts {
        referral: Some(ReferralFacts { level, at_owner, ..referral() }),
        ..case(CaseKind::Need, Referred)
    };
    let pass = |facts: &CaseFacts, role| {
        check(StepId::T18, facts, &Input::default(), Hand::of(OTHER, role)).is_ok()
    };
    assert!(pass(&at(Level::Kab, false), Role::Mj) && !pass(&at(Level::Prov, false), Role::Mj));
    assert!(pass(&at(Level::Prov, false), Role::Kprov));
    assert!(pass(&at(Level::National, false), Role::Seknas));
    assert!(!pass(&at(Level::National, true), Role::Seknas));
}

#[test]
fn what_makes_a_case_private_is_no_reclassification() {
    let facts = case(CaseKind::Grievance, Submitted);
    let to = |facts: &CaseFacts, subcat: &str| {
        let input = Input { subcat: text(subcat), why: text("salah"), ..Input::default() };
        check(StepId::T24, facts, &input, Hand::of(OTHER, Role::Mj)).is_ok()
    };
    assert!(to(&facts, "k09") && !to(&facts, "k08"));
    assert!(to(&CaseFacts { private: true, ..facts }, "k08"));
}
