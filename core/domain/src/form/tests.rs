//! Profiles and computed values over a family of fictitious province 99.

use rstest::rstest;

use super::example::{Doc, Example, doc};
use super::*;
use crate::check::{self, CheckId, Level};
use crate::field::{Profile, Shape};
use crate::{DocId, DocKind, Value};

fn gaps(facts: &Facts<'_>, profile: Profile) -> Vec<String> {
    let short = |doc: DocKind| &doc.as_str()[..1];
    missing(facts, profile).iter().map(|gap| format!("{}:{}", short(gap.doc), gap.key)).collect()
}

#[test]
fn the_worked_family_can_be_submitted_and_referred() {
    let example = Example::new();
    example.look(0, |facts| {
        assert_eq!(to_submit(facts), Profile::Minimum);
        assert_eq!(gaps(facts, Profile::Minimum), Vec::<String>::new());
        assert_eq!(gaps(facts, Profile::Full), Vec::<String>::new());
        assert_eq!(reached(facts), Profile::Full);
        let found = check::to_submit(facts);
        assert!(found.iter().all(|finding| finding.level != Level::Error), "{found:?}");
        let kept: Vec<_> = found.iter().map(|finding| finding.id).collect();
        assert_eq!(kept, [CheckId::PowerSubsidy, CheckId::BirthHeap]);
        // Eight of the difficulties stay unasked once one grade is known; the place of birth is
        // all that a proposal for the register would still miss.
        assert_eq!(gaps(facts, Profile::Basic), ["p:f/birth_place"]);
    });
}

#[test]
fn a_child_without_a_number_is_enough_to_submit_and_not_to_refer() {
    let example = Example::new();
    example.look(2, |facts| {
        let asked = ["p:prog/pbi/status"];
        assert_eq!(gaps(facts, Profile::Minimum), asked);
        let full = ["p:f/nik", "p:f/birth_date", "p:f/guardian", "p:prog/pbi/status"];
        assert_eq!(gaps(facts, Profile::Full), full);
        assert_eq!(missing(facts, Profile::Full)[1].shape, Shape::DayOrEstimated);
    });
}

/// Changes one key of the case, "" deletes it, and asks what a profile then misses.
fn after(change: &[(&str, &str)], profile: Profile) -> Vec<String> {
    let mut example = Example::new();
    edit(&mut example, change);
    example.look(0, |facts| gaps(facts, profile))
}

fn edit(example: &mut Example, change: &[(&str, &str)]) {
    for (key, text) in change {
        let (slot, key) = key.split_once(':').unwrap();
        let target = match slot {
            "p" => &mut example.people[0],
            "h" => &mut example.household,
            _ => &mut example.case,
        };
        match *text {
            "" => target.remove(key),
            "true" => target.insert(key.to_owned(), Value::Bool(true)),
            text => target.insert(key.to_owned(), Value::from(text)),
        };
    }
}

#[rstest]
#[case::no_nik(&[("p:f/nik", "")], &["p:f/nik", "p:f/no_nik_why"])]
#[case::reason(&[("p:f/nik", ""), ("p:f/no_nik_why", "lost")], &[])]
#[case::no_kk(&[("h:f/kk", "")], &["h:f/kk", "h:f/no_kk_why"])]
#[case::homeless(&[("p:f/household", ""), ("p:f/relation", ""), ("p:f/no_home", "true")], &[])]
#[case::lodger(&[("p:f/household", ""), ("p:f/relation", "")], &["p:f/household"])]
#[case::relation(&[("p:f/relation", "")], &["p:f/relation"])]
#[case::deceased(&[("p:f/presence", "deceased")], &["p:f/died_on"])]
#[case::moved(&[("h:f/state", "moved")], &["h:f/moved_to"])]
#[case::hamlet(&[("h:f/hamlet", "  ")], &["h:f/hamlet"])]
#[case::by_phone(
    &[("c:f/channel", "phone"), ("p:f/phone", ""), ("p:f/phone_owner", "")],
    &["p:f/phone", "p:f/phone_owner"]
)]
#[case::program(&[("c:f/program", "")], &["c:f/program"])]
#[case::papers_case(&[("c:f/program", ""), ("c:f/subcat", "k14")], &[])]
#[case::no_sector(&[("c:f/program", ""), ("c:f/subcat", "k14"), ("c:f/sector", "")], &["c:f/sector"])]
#[case::anonymous(&[("c:f/person", ""), ("c:f/anonymous", "true")], &[])]
#[case::no_person(&[("c:f/person", "")], &["c:f/person"])]
#[case::on_behalf(&[("c:f/reporter_relation", "neighbour")], &["c:f/reporter"])]
#[case::reporter(&[("c:f/reporter", "TUMINI")], &["c:f/reporter_relation"])]
#[case::for_self(&[("c:f/reporter_relation", "self")], &[])]
#[case::urgent(&[("c:f/urgent", "true")], &["c:f/urgent_why"])]
#[case::ppks(&[("c:set/ppks/poor", "")], &["c:set/ppks/<item>"])]
#[case::not_ppks(&[("c:set/ppks/poor", ""), ("c:set/ppks/none", "true")], &[])]
#[case::unlisted(&[("c:f/reg_status", "not_listed")], &["c:f/no_listing_why"])]
#[case::unchecked(&[("c:f/reg_status", "unchecked"), ("c:f/reg_release", "")], &[])]
#[case::officer(
    &[("c:f/kind", "grievance"), ("c:f/subcat", "k11")], &["c:f/against"]
)]
#[case::paper(
    &[("c:f/channel", "paper")], &["c:f/observed_on", "c:f/recorded_by", "c:f/paper_no"]
)]
#[case::asked_program(&[("h:prog/lpg3/status", "")], &["h:prog/lpg3/status"])]
#[case::no_source(&[("h:prog/sembako/source", "")], &["h:prog/sembako/source"])]
#[case::never_received(&[("h:prog/lpg3/status", "never"), ("h:prog/lpg3/last", "")], &[])]
#[case::card_lost(&[("h:prog/pkh/problem", "card_lost")], &["h:prog/pkh/card"])]
#[case::late(&[("h:prog/pkh/problem", "late")], &[])]
fn minimum_misses(#[case] change: &[(&str, &str)], #[case] expected: &[&str]) {
    assert_eq!(after(change, Profile::Minimum), expected);
}

#[rstest]
#[case::unchecked(&[("c:f/reg_status", "unchecked")], &[])]
#[case::estimate(&[("p:f/birth_date", "1958~")], &[])]
#[case::year(&[("p:f/birth_date", "1958")], &["p:f/birth_date"])]
#[case::cannot(&[("p:f/dis_hear", "cannot")], &["p:f/guardian"])]
#[case::no_consent(&[("c:f/consent_refer", "later")], &["c:f/consent_refer"])]
#[case::vital_outside_a_mode(&[("c:f/consent_refer", "vital")], &["c:f/consent_refer"])]
#[case::nothing_shown(
    &[("c:set/shown/ktp", ""), ("c:set/shown/kk", "")], &["c:set/shown/<item>"]
)]
#[case::no_nik(&[("p:f/nik", ""), ("p:f/no_nik_why", "declined")], &["p:f/nik"])]
#[case::about_papers(
    &[("p:f/nik", ""), ("p:f/no_nik_why", "lost"), ("c:f/subcat", "k14")], &[]
)]
fn full_misses(#[case] change: &[(&str, &str)], #[case] expected: &[&str]) {
    assert_eq!(after(change, Profile::Full), expected);
}

#[test]
fn a_register_that_nobody_checked_holds_a_referral_back() {
    let mut example = Example::new();
    edit(&mut example, &[("c:f/reg_status", "unchecked")]);
    example.look(0, |facts| {
        facts.register = Register::default();
        assert_eq!(gaps(facts, Profile::Full), ["c:f/reg_status"]);
    });
}

#[test]
fn a_private_case_needs_minimum_and_consent_only() {
    let change = [("c:f/hide_reporter", "true"), ("c:set/shown/ktp", ""), ("c:set/shown/kk", "")];
    let no_nik = [("p:f/nik", ""), ("p:f/no_nik_why", "lost"), ("c:f/consent_refer", "")];
    assert_eq!(after(&[change.as_slice(), &no_nik].concat(), Profile::Full), ["c:f/consent_refer"]);
}

#[test]
fn a_listing_asks_the_basic_profile() {
    let mut example = Example::new();
    let listing = [("c:f/kind", "listing"), ("c:f/subcat", ""), ("c:f/program", "")];
    edit(&mut example, &listing);
    edit(&mut example, &[("p:f/mother", ""), ("h:f/toilet", ""), ("p:f/dis_walk", "")]);
    example.look(0, |facts| {
        assert_eq!(to_submit(facts), Profile::Basic);
        let gaps = gaps(facts, Profile::Basic);
        let expected = ["h:f/toilet", "p:f/birth_place", "p:f/mother"];
        assert_eq!(gaps[..3], expected);
        assert_eq!(gaps.iter().filter(|gap| gap.starts_with("p:f/dis_")).count(), 9);
        assert_eq!(gaps[12..], ["c:f/proposal", "c:f/proposal_why"]);
    });
}

#[test]
fn another_roof_lends_its_dwelling() {
    let mut example = Example::new();
    edit(&mut example, &[("h:f/toilet", ""), ("h:f/power", ""), ("h:f/floor_area", "")]);
    let gaps_now = |example: &Example| example.look(0, |facts| gaps(facts, Profile::Basic));
    assert_eq!(gaps_now(&example).len(), 4);
    example.household.insert("f/roof".into(), Value::Bytes(vec![9; 16]));
    assert_eq!(gaps_now(&example), ["p:f/birth_place"]);
}

#[test]
fn an_emergency_asks_the_quick_fields_and_the_number() {
    let mut example = Example::new();
    example.case = doc(&[("f/kind", "need"), ("f/emergency", "01k03cj710h4m7q2v9x3z5b8d1")]);
    example.household = Doc::new();
    let see = |example: &Example| {
        example.look(0, |facts| {
            facts.person = None;
            facts.household = None;
            facts.quick_form = true;
            assert_eq!(to_submit(facts), Profile::Quick);
            let draft = gaps(facts, Profile::Draft);
            (draft, gaps(facts, Profile::Quick), gaps(facts, Profile::Full), reached(facts))
        })
    };
    let (draft, quick, _, at) = see(&example);
    assert_eq!(draft, ["c:f/number", "c:f/quick_name", "c:f/quick_place"]);
    assert_eq!(
        quick,
        [draft.as_slice(), &["c:f/quick_people", "c:set/quick_need/<item>"].map(String::from)]
            .concat()
    );
    assert_eq!(at, Profile::Draft);
    edit(&mut example, &[("c:f/number", "9901-2507-0K7-0012-G"), ("c:f/quick_name", "SLAMET")]);
    edit(
        &mut example,
        &[("c:f/quick_place", "Posko balai desa"), ("c:set/quick_need/food", "true")],
    );
    example.case.insert("f/quick_people".into(), Value::Int(4));
    let (draft, quick, full, at) = see(&example);
    assert_eq!((draft.len(), quick.len(), at), (0, 0, Profile::Quick));
    assert_eq!(full, ["c:f/consent_refer"]);
    edit(&mut example, &[("c:f/consent_refer", "vital")]);
    assert_eq!(see(&example).3, Profile::Full);
}

#[rstest]
#[case::has_both(&[], false)]
#[case::lost(&[("p:f/nik", ""), ("p:f/no_nik_why", "lost")], true)]
#[case::at_home(&[("p:f/nik", ""), ("p:f/no_nik_why", "not_at_hand")], false)]
#[case::declined(&[("h:f/kk", ""), ("h:f/no_kk_why", "declined")], false)]
#[case::no_kk(&[("h:f/kk", ""), ("h:f/no_kk_why", "never_made")], true)]
#[case::short(&[("p:f/nik", "990101711258000")], true)]
#[case::copied(&[("p:f/nik", "9901011203150007")], true)]
fn papers_wait_unless_at_hand_or_declined(#[case] change: &[(&str, &str)], #[case] waits: bool) {
    let mut example = Example::new();
    edit(&mut example, change);
    assert_eq!(example.look(0, |facts| papers_needed(facts)), waits);
}

#[test]
fn computes_what_is_never_stored() {
    let example = Example::new();
    example.look(0, |facts| {
        assert_eq!(age(facts).map(|age| age.years), Some(66));
        assert_eq!(nik_birth(facts).map(|day| day.to_string()), Some("1958-12-31".into()));
        assert_eq!(nik_sex(facts).map(|sex| sex.key()), Some("female"));
        assert!(heap_day(facts) && has_nik(facts) && has_kk(facts) && !disabled(facts));
        assert!(krt_perempuan(facts.members));
        assert_eq!(dependants(facts), MemberCounts { present: 3, dependants: 2 });
        assert_eq!(sector(facts), Some("food"));
        let fits = |code| hint(facts, facts.catalogue.find(code).unwrap()).is_some();
        assert!(fits("sembako") && fits("pkh") && !fits("pbi") && !fits("pip") && !fits("lpg3"));
    });
    example.look(2, |facts| {
        assert!(!has_nik(facts) && nik_birth(facts).is_none());
        assert!(hint(facts, facts.catalogue.find("pip").unwrap()).is_none(), "five years old");
    });
}

#[test]
fn a_hint_keeps_the_program_s_rule() {
    let example = Example::new();
    example.look(0, |facts| {
        let pkh = facts.catalogue.find("pkh").unwrap();
        assert_eq!(hint(facts, pkh), Some(Hint { desil: Some(2), desil_max: Some(4) }));
        facts.register.desil = Some(5);
        assert_eq!(hint(facts, pkh), None);
        facts.register.desil = None;
        assert_eq!(hint(facts, pkh), None);
        facts.register.status = RegisterStatus::NotListed;
        assert_eq!(hint(facts, pkh), None);
    });
}

#[rstest]
#[case::alone(&[], 1, 1)]
#[case::one(&[(1, 2)], 1, 2)]
#[case::chain(&[(1, 2), (2, 3)], 1, 3)]
#[case::each_other(&[(1, 2), (2, 1)], 1, 1)]
#[case::each_other_from_the_other(&[(1, 2), (2, 1)], 2, 1)]
#[case::into_a_ring(&[(1, 3), (3, 2), (2, 3)], 1, 2)]
#[case::itself(&[(1, 1)], 1, 1)]
fn the_dwelling_is_the_root_s(#[case] roofs: &[(u8, u8)], #[case] start: u8, #[case] root: u8) {
    let id = |byte| DocId([byte; 16]);
    let next =
        |family: DocId| roofs.iter().find(|(from, _)| id(*from) == family).map(|(_, to)| id(*to));
    assert_eq!(roof_root(id(start), &next), id(root));
}
