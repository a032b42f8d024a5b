//! A case: kind and category, whom it names, what it says.

use jiff::civil::Date;

use super::CheckId;
use super::finding::Findings;
use super::person::check_phone;
use crate::DocKind::Case;
use crate::case::{CaseKind, Subcat};
use crate::case_number::CaseNumber;
use crate::form::{Record, RegisterStatus};

/// A register release this old is looked at again (DTSEN is renewed every three months).
const REGISTER_OLD_DAYS: i32 = 120;
const STORY_LETTERS: usize = 10;

pub(super) fn check(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    check_kind(findings, case);
    check_people(findings, case);
    check_private(findings, case);
    check_program(findings, case);
    check_story(findings, case);
    check_paper(findings, case);
}

fn check_kind(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let illegal = findings.facts.known.kind_legal == Some(false);
    findings.note(illegal, Case, "f/kind", CheckId::KindState);
    let kind = case.text("f/kind").and_then(CaseKind::from_key);
    let subcat = case.text("f/subcat").and_then(Subcat::find);
    let misfit = kind.zip(subcat).is_some_and(|(kind, subcat)| !subcat.kinds.has(kind));
    findings.note(misfit, Case, "f/subcat", CheckId::SubcatKind);
    let number = case.text("f/number").map(str::parse::<CaseNumber>);
    findings.note(matches!(number, Some(Err(_))), Case, "f/number", CheckId::NumberWrong);
}

fn check_people(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let presence = findings.facts.person.and_then(|person| person.text("f/presence"));
    let gone = case.filled("f/person") && matches!(presence, Some("deceased" | "moved"));
    findings.note(gone, Case, "f/person", CheckId::PersonGone);
    let anonymous = case.yes("f/anonymous");
    let may = matches!(case.text("f/subcat"), Some("k02" | "k08" | "k11"));
    findings.note(anonymous && !may, Case, "f/anonymous", CheckId::AnonymousKind);
    let named = anonymous && case.filled("f/person");
    findings.note(named, Case, "f/person", CheckId::AnonymousPerson);
    check_phone(findings, Case, "f/reporter_phone", case);
}

fn check_private(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let open = !findings.facts.private;
    for key in ["f/against", "f/against_name"] {
        findings.note(open && case.filled(key), Case, key, CheckId::AgainstOpen);
    }
    for key in ["f/diagnosis", "f/facility"] {
        let named = case.text(key).is_some_and(names_hiv);
        findings.note(open && named, Case, key, CheckId::HivNamed);
    }
}

fn names_hiv(text: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    words
        .map(str::to_uppercase)
        .any(|word| matches!(word.as_str(), "HIV" | "AIDS" | "ODHA" | "ODHIV"))
}

fn check_program(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let facts = findings.facts;
    let valid = |code: &str| {
        let program = facts.catalogue.find(code);
        program
            .is_some_and(|row| facts.place().is_none_or(|place| row.valid_here(place, facts.today)))
    };
    let invalid = case.text("f/program").is_some_and(|code| !valid(code));
    findings.note(invalid, Case, "f/program", CheckId::ProgramInvalid);
    let age = facts.register.released.map(|released| (facts.today - released).get_days());
    let old = age.is_some_and(|days| days > REGISTER_OLD_DAYS);
    findings.note(old, Case, "f/reg_status", CheckId::RegisterOld);
    let listed = facts.register_status() == RegisterStatus::Listed;
    let again = case.text("f/proposal") == Some("new") && listed;
    findings.note(again, Case, "f/proposal", CheckId::ProposalListed);
}

fn check_story(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).count();
    let short = case.text("f/story").is_some_and(|text| letters(text) < STORY_LETTERS);
    findings.note(short, Case, "f/story", CheckId::StoryShort);
    let need_by = case.text("f/need_by").and_then(|text| text.parse::<Date>().ok());
    let past = need_by.is_some_and(|day| day < findings.facts.today);
    findings.note(past, Case, "f/need_by", CheckId::NeedByPast);
}

fn check_paper(findings: &mut Findings<'_, '_>, case: &dyn Record) {
    let known = &findings.facts.known;
    let folded = |text: &str| text.trim().to_uppercase();
    let writer = case.text("f/recorded_by").zip(known.typist);
    let itself = writer.is_some_and(|(writer, typist)| folded(writer) == folded(typist));
    let used = known.paper_used && case.filled("f/paper_no");
    findings.note(itself, Case, "f/recorded_by", CheckId::TypistIsWriter);
    findings.note(used, Case, "f/paper_no", CheckId::PaperUsed);
}
