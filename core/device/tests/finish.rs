//! The end of a visit: documents, events and numbers at once, or nothing.

use jangkau_device::ffi::view::{ChipState, Finish};
use jangkau_device::store::documents;
use jangkau_device::{FieldError, shown};
use jangkau_domain::event::{self, Event, EventBody};
use jangkau_domain::{DocId, DocKind};
use jangkau_sync::register::Register;
use jangkau_sync::{Author, Change};
use rstest::rstest;

use crate::fixture::{KK, NIK, Tablet, scope_key};

fn register(tablet: &Tablet, id: DocId) -> Register {
    tablet.app.on_device(|device| documents::register(&device.db, id)).unwrap().unwrap()
}

fn only_case(tablet: &Tablet) -> DocId {
    let sql = "SELECT doc_id FROM document WHERE kind = 3";
    tablet
        .app
        .on_device(|device| device.db.query_row(sql, [], |row| row.get(0)))
        .map(DocId)
        .unwrap()
}

fn events(register: &Register) -> Vec<Event> {
    let keys = register.keys().filter(|key| event::id_of(key).is_some());
    keys.map(|key| Event::decode(register.winner(key).unwrap().as_bytes().unwrap()).unwrap())
        .collect()
}

#[test]
fn a_visit_becomes_one_change_a_document() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.need(&visit);
    tablet.finish(&visit);
    let person = scope_key().person_id(&NIK.parse().unwrap());
    let family = scope_key().household_id(&KK.parse().unwrap());
    assert_eq!(tablet.count("SELECT count(*) FROM document"), 3);
    assert_eq!(tablet.count("SELECT count(*) FROM outbox"), 3);
    assert_eq!(shown::text(&register(&tablet, person), "f/name"), "SUMIATI");
    assert_eq!(shown::reference(&register(&tablet, person), "f/household"), Some(family));
    assert_eq!(shown::text(&register(&tablet, family), "f/rt"), "003");
    let case = register(&tablet, only_case(&tablet));
    assert_eq!(shown::reference(&case, "f/person"), Some(person));
    assert_eq!(shown::text(&case, "f/channel"), "fs");
    assert_eq!(shown::text(&case, "f/reg_status"), "unchecked");
    assert!(case.winner("set/ppks/poor").is_some());
    assert!(matches!(events(&case)[0].body, EventBody::Submit(_)));
    assert!(matches!(events(&register(&tablet, family))[0].body, EventBody::Visit(_)));
}

#[test]
fn every_change_names_worker_tablet_and_visit() {
    let tablet = Tablet::new(12, "0K7");
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.need(&visit);
    tablet.finish(&visit);
    let bodies: Vec<Vec<u8>> = tablet.app.on_device(|device| {
        let mut statement = device.db.prepare("SELECT body FROM outbox ORDER BY n").unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    });
    for body in bodies {
        let author: Author = Change::parse(&body).unwrap().message.unwrap().parse().unwrap();
        assert_eq!(author.to_string(), format!("v1.112.12.{visit}"));
    }
}

#[test]
fn a_failure_anywhere_leaves_the_drafts_and_nothing_else() {
    for fails_after in 0..3 {
        let tablet = Tablet::new(1, "0K7");
        let (visit, household, head) = tablet.new_visit();
        tablet.fill((&visit, &household, &head), NIK, KK);
        tablet.need(&visit);
        let trigger = format!(
            "CREATE TEMP TRIGGER power_cut BEFORE INSERT ON main.outbox
             WHEN (SELECT count(*) FROM outbox) = {fails_after}
             BEGIN SELECT RAISE(ABORT, 'cut'); END"
        );
        tablet.app.on_device(|device| device.db.execute_batch(&trigger)).unwrap();
        let failed = tablet.app.finish(visit.clone());
        assert!(matches!(failed, Err(FieldError::RetryLater { .. })), "{fails_after}");
        for table in ["document", "outbox", "person", "household", "kase"] {
            assert_eq!(tablet.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
        }
        assert_eq!(tablet.count("SELECT next FROM number_block"), 1);
        tablet.app.on_device(|device| device.db.execute_batch("DROP TRIGGER power_cut")).unwrap();
        assert!(tablet.finish(&visit).numbers[0].number.contains("-0001-"));
    }
}

#[test]
fn a_finished_visit_cannot_be_finished_again() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.finish(&visit);
    assert!(matches!(tablet.app.finish(visit), Err(FieldError::NotFound)));
    assert_eq!(tablet.count("SELECT count(*) FROM draft"), 0);
}

#[test]
fn nobody_met_is_a_visit_all_the_same() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, _, _) = tablet.new_visit();
    tablet.set(&visit, &visit, "outcome", "not_home");
    tablet.set(&visit, &visit, "revisit_on", "18/07/2025");
    let form = tablet.app.form(visit.clone(), String::new()).unwrap();
    let keys: Vec<_> = form.sections.iter().map(|section| section.key.as_str()).collect();
    assert_eq!(keys, ["consent", "finish"]);
    assert!(tablet.finish(&visit).numbers.is_empty());
    assert_eq!(tablet.count("SELECT count(*) FROM document"), 1);
}

#[rstest]
#[case::money_taken("grievance", &[("f/subcat", "k08")])]
#[case::officer("grievance", &[("f/subcat", "k11")])]
#[case::hidden_reporter("grievance", &[("f/subcat", "k09"), ("f/hide_reporter", "yes")])]
#[case::sensitive_ppks("need", &[("f/subcat", "k01"), ("set/ppks", "violence")])]
fn a_private_case_never_lies_in_the_desa(#[case] kind: &str, #[case] fields: &[(&str, &str)]) {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    let case = tablet.app.add_case(visit.clone(), kind.to_owned()).unwrap();
    let story = [("f/story", "Diminta uang oleh petugas"), ("f/against", "companion")];
    for (key, value) in fields.iter().chain(&story[..if kind == "need" { 1 } else { 2 }]) {
        tablet.set(&visit, &case, key, value);
    }
    let Finish::Blocked(findings) = tablet.app.finish(visit.clone()).unwrap() else {
        panic!("a private case was stored in the desa");
    };
    assert!(findings.iter().any(|found| found.text.contains("bersifat khusus")));
    tablet.app.remove_group(visit.clone(), case).unwrap();
    tablet.finish(&visit);
    assert_eq!(tablet.count("SELECT count(*) FROM document WHERE kind = 3"), 0);
}

#[test]
fn each_private_case_takes_a_scope_of_its_own() {
    let tablet = Tablet::new(1, "0K7");
    tablet.grant_private(&[70, 71]);
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    let grievance = || {
        let case = tablet.app.add_case(visit.clone(), "grievance".to_owned()).unwrap();
        for (key, value) in [
            ("f/subcat", "k08"),
            ("f/against", "companion"),
            ("f/program", "pkh"),
            ("set/ppks", "poor"),
            ("f/story", "Diminta uang supaya terdaftar"),
        ] {
            tablet.set(&visit, &case, key, value);
        }
        case
    };
    let cases = [grievance(), grievance(), grievance()];
    let Finish::Blocked(findings) = tablet.app.finish(visit.clone()).unwrap() else {
        panic!("three private cases found room in two scopes");
    };
    let blocked: Vec<_> =
        findings.iter().map(|found| (found.doc.as_str(), found.key.as_str())).collect();
    assert_eq!(blocked, [(cases[2].as_str(), "f/subcat")]);
    tablet.app.remove_group(visit.clone(), cases[2].clone()).unwrap();
    assert!(tablet.finish(&visit).next.contains("Manajer"));
    let scopes = tablet.count("SELECT count(DISTINCT scope) FROM document WHERE kind = 3");
    assert_eq!(scopes, 2);
    assert_eq!(tablet.count("SELECT count(*) FROM document WHERE kind = 3 AND scope = 1"), 0);
    for case in &cases[..2] {
        let case = register(&tablet, DocId::from_hex(case).unwrap());
        let Event { body: EventBody::Submit(submit), .. } = &events(&case)[0] else {
            panic!("a private case is submitted");
        };
        assert_eq!(submit.route, "private");
        assert!(submit.similar.is_empty());
    }
}

#[test]
fn a_question_answered_at_the_door_is_an_answer() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    let case = tablet.app.add_case(visit.clone(), "question".to_owned()).unwrap();
    for (key, value) in [
        ("f/subcat", "k15"),
        ("f/program", "pkh"),
        ("set/ppks", "none"),
        ("f/story", "Kapan pencairan PKH berikutnya?"),
        ("answer/text", "Pencairan tahap berikutnya bulan September."),
    ] {
        tablet.set(&visit, &case, key, value);
    }
    tablet.finish(&visit);
    let case = register(&tablet, only_case(&tablet));
    assert!(matches!(events(&case)[..], [Event { body: EventBody::Answer(_), .. }]));
}

#[rstest]
#[case::chosen(Some("own"), "own")]
#[case::not_chosen(None, "review")]
fn a_puskesos_chooses_the_way(#[case] chosen: Option<&str>, #[case] expected: &str) {
    let tablet = Tablet::with_roles(1, "0K7", &["fop"]);
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), NIK, KK);
    let case = tablet.need(&visit);
    if let Some(route) = chosen {
        tablet.set(&visit, &case, "submit/route", route);
    }
    tablet.finish(&visit);
    let case = register(&tablet, only_case(&tablet));
    assert_eq!(shown::text(&case, "f/channel"), "puskesos");
    let EventBody::Submit(submit) = &events(&case)[0].body else {
        panic!("a need is submitted");
    };
    assert_eq!(submit.route, expected);
}

#[test]
fn the_chip_says_what_waits() {
    let tablet = Tablet::new(1, "0K7");
    assert_eq!(tablet.app.home().unwrap().chip.state, ChipState::Never);
    tablet.record(NIK, KK);
    let chip = tablet.app.home().unwrap().chip;
    assert_eq!((chip.state, chip.waiting), (ChipState::Waiting, 3));
    assert!(chip.text.starts_with("3 data belum terkirim"), "{}", chip.text);
}

#[test]
fn a_repeat_visit_puts_only_what_changed() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let family = scope_key().household_id(&KK.parse().unwrap());
    let target = jangkau_device::ffi::view::VisitTarget::Household { id: family.to_string() };
    let visit = tablet.app.start_visit(target).unwrap();
    let person = scope_key().person_id(&NIK.parse().unwrap()).to_string();
    tablet.set(&visit, &person, "f/phone", "0812-0000-0001");
    tablet.set(&visit, &person, "f/name", "SUMIATI");
    tablet.set(&visit, &visit, "consent", "spoken");
    tablet.finish(&visit);
    let sql = "SELECT count(*) FROM outbox o JOIN document d USING (doc_id) WHERE d.kind = ";
    let count = |kind: DocKind| tablet.count(&format!("{sql}{}", kind as u8));
    assert_eq!((count(DocKind::Person), count(DocKind::Household)), (2, 2));
    let body: Vec<u8> = tablet.app.on_device(|device| {
        let sql = "SELECT body FROM outbox o JOIN document d USING (doc_id) WHERE d.kind = 1 ORDER BY n DESC LIMIT 1";
        device.db.query_row(sql, [], |row| row.get(0)).unwrap()
    });
    let keys: Vec<String> =
        Change::parse(&body).unwrap().ops.into_iter().map(|op| op.key).collect();
    assert_eq!(keys, ["f/phone"]);
}
