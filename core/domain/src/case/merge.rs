//! When two recordings of one complaint become one by themselves.

use super::{CaseKind, CaseState};
use crate::DocId;

/// What decides whether two cases are one complaint.
#[derive(Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The citizen, as the canonical document.
    pub person: Option<DocId>,
    /// The program.
    pub program: Option<String>,
    /// The kind.
    pub kind: CaseKind,
    /// The category.
    pub subcat: Option<String>,
    /// Where it stands.
    pub state: CaseState,
    /// How it came in.
    pub channel: Option<String>,
    /// Whether it is private.
    pub private: bool,
}

/// Tells whether a later case merges into an earlier one by itself: equal person, program, kind
/// and category, the first open, another channel, none private. All else a person decides.
pub fn merges_by_itself(first: &Complaint, later: &Complaint) -> bool {
    let known = first.person.is_some() && first.subcat.is_some() && first.channel.is_some();
    known
        && first.person == later.person
        && first.program == later.program
        && first.kind == later.kind
        && first.subcat == later.subcat
        && first.state.is_open()
        && later.state.is_open()
        && later.channel.is_some()
        && first.channel != later.channel
        && !first.private
        && !later.private
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn complaint() -> Complaint {
        Complaint {
            person: Some(DocId([1; 16])),
            program: Some("sembako".into()),
            kind: CaseKind::Need,
            subcat: Some("k01".into()),
            state: CaseState::Submitted,
            channel: Some("fs".into()),
            private: false,
        }
    }

    fn at_the_office() -> Complaint {
        Complaint { channel: Some("slrt".into()), ..complaint() }
    }

    #[test]
    fn rule_5_told_twice_on_two_ways_is_one_case() {
        assert!(merges_by_itself(&complaint(), &at_the_office()));
    }

    #[rstest]
    #[case::other_person(Complaint { person: Some(DocId([2; 16])), ..at_the_office() })]
    #[case::nobody(Complaint { person: None, ..at_the_office() })]
    #[case::other_program(Complaint { program: Some("pkh".into()), ..at_the_office() })]
    #[case::other_kind(Complaint { kind: CaseKind::Grievance, ..at_the_office() })]
    #[case::other_category(Complaint { subcat: Some("k13".into()), ..at_the_office() })]
    #[case::same_channel(complaint())]
    #[case::private(Complaint { private: true, ..at_the_office() })]
    fn rule_5_else_a_person_decides(#[case] later: Complaint) {
        assert!(!merges_by_itself(&complaint(), &later));
    }

    #[test]
    fn rule_5_an_ended_case_takes_in_nothing() {
        let ended = Complaint { state: CaseState::Resolved, ..complaint() };
        assert!(!merges_by_itself(&ended, &at_the_office()));
    }
}
