//! The pages of a family and a case, and today's work.

use jangkau_device::FieldError;
use jangkau_device::ffi::view::{ItemState, TaskKind};
use jangkau_domain::DocId;
use jangkau_sync::row::{CaseState, InformTask, Number};

use crate::fixture::{KK, NIK, NOW, Tablet, scope_key};
use crate::peer::{acknowledge, give_row};

fn only_case(tablet: &Tablet) -> DocId {
    let sql = "SELECT doc_id FROM document WHERE kind = 3";
    tablet
        .app
        .on_device(|device| device.db.query_row(sql, [], |row| row.get(0)))
        .map(DocId)
        .unwrap()
}

fn state(case: DocId, state: &str, word: &str) -> CaseState {
    CaseState {
        case,
        number: None,
        state: state.to_owned(),
        unit: None,
        ask: None,
        word: Some(word.to_owned()),
        outcome: None,
        reason: None,
        sentence: None,
        due: None,
        event: None,
        round: None,
    }
}

#[test]
fn a_case_shows_where_it_stands() {
    let tablet = Tablet::new(1, "0K7");
    let number = tablet.record(NIK, KK).numbers[0].number.clone();
    let case = only_case(&tablet);
    let card = || tablet.app.case_card(case.to_string()).unwrap();
    assert_eq!(card().state_text, "Tersimpan di perangkat, belum terkirim");
    acknowledge(&tablet);
    assert_eq!(card().state_text, "Diterima server");
    give_row(&tablet, 1, 5, state(case, "with_manager", "in_progress"));
    let shown = card();
    assert_eq!((shown.number.as_str(), shown.state_text.as_str()), (number.as_str(), "Di Manajer"));
    assert_eq!(shown.word, "Dalam proses");
    assert_eq!(shown.title, "Kebutuhan · Program Sembako/BPNT");
    assert!(shown.facts.iter().any(|fact| fact.label == "Uraian"));
}

#[test]
fn an_older_row_that_arrives_late_changes_nothing() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let case = only_case(&tablet);
    give_row(&tablet, 1, 9, state(case, "with_manager", "in_progress"));
    give_row(&tablet, 1, 5, state(case, "submitted", "received"));
    let card = tablet.app.case_card(case.to_string()).unwrap();
    assert_eq!(card.state_text, "Di Manajer");
}

#[test]
fn a_repeated_number_is_shown_as_the_new_one() {
    let tablet = Tablet::new(1, "0K7");
    let old = tablet.record(NIK, KK).numbers[0].number.clone();
    let case = only_case(&tablet);
    let new = "9901-2507-0K8-0001-X".to_owned();
    give_row(&tablet, 1, 5, Number { case, old, new: new.clone() });
    assert_eq!(tablet.app.case_card(case.to_string()).unwrap().number, new);
}

#[test]
fn a_family_shows_members_programs_and_open_cases() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let family = scope_key().household_id(&KK.parse().unwrap()).to_string();
    let page = tablet.app.household(family).unwrap();
    assert_eq!(page.title, "Keluarga SUMIATI");
    assert_eq!(page.address, "Dsn. Krajan, RT 003/RW 001");
    assert_eq!(page.members[0].detail, "Kepala keluarga · 66 tahun");
    assert_eq!((page.programs.len(), page.open_cases.len()), (3, 1));
    assert_eq!(page.last_visit_text, "Dikunjungi 14/07/2025");
    give_row(&tablet, 1, 5, state(only_case(&tablet), "resolved", "done"));
    let page = tablet.app.household(page.id).unwrap();
    assert!(page.open_cases.is_empty());
}

#[test]
fn a_citizen_to_be_told_is_a_task_and_an_overdue_one_comes_first() {
    let tablet = Tablet::new(1, "0K7");
    tablet.record(NIK, KK);
    let (visit, _, head) = tablet.new_visit();
    tablet.set(&visit, &head, "f/name", "PAINEM");
    let task = InformTask {
        case: only_case(&tablet),
        number: String::new(),
        word: "done".to_owned(),
        text: "Keluhan Anda selesai.".to_owned(),
        phone: None,
        due: Some(NOW - 86_400),
        closed: None,
        person: None,
    };
    give_row(&tablet, 1, 5, task);
    let tasks = tablet.app.home().unwrap().tasks;
    let kinds: Vec<_> = tasks.iter().map(|task| task.kind).collect();
    assert_eq!(kinds, [TaskKind::Inform, TaskKind::Draft]);
    assert_eq!((tasks[0].title.as_str(), tasks[0].urgent), ("SUMIATI", true));
    assert_eq!(tasks[0].subtitle, "Kabari warga: Selesai");
    assert_eq!(tasks[1].title, "Keluarga PAINEM");
}

#[test]
fn the_list_behind_the_chip_follows_a_record() {
    let tablet = Tablet::new(1, "0K7");
    let (visit, household, head) = tablet.new_visit();
    let states = |tablet: &Tablet| {
        let items = tablet.app.outbox().unwrap();
        items.into_iter().map(|item| item.state).collect::<Vec<_>>()
    };
    assert_eq!(states(&tablet), [ItemState::Draft]);
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.finish(&visit);
    assert_eq!(states(&tablet), [ItemState::Ready]);
    acknowledge(&tablet);
    assert_eq!(states(&tablet), [ItemState::Received]);
}

#[test]
fn english_is_the_second_language() {
    let tablet = Tablet::new(1, "0K7");
    tablet.app.set_lang("en".to_owned());
    tablet.record(NIK, KK);
    assert!(tablet.app.home().unwrap().date_text.starts_with("Monday, 14 July 2025"));
    let family = scope_key().household_id(&KK.parse().unwrap()).to_string();
    assert_eq!(tablet.app.household(family).unwrap().title, "Family SUMIATI");
}

#[test]
fn what_is_not_here_is_not_found() {
    let tablet = Tablet::new(1, "0K7");
    let id = || DocId([5; 16]).to_string();
    assert!(matches!(tablet.app.household(id()), Err(FieldError::NotFound)));
    assert!(matches!(tablet.app.case_card(id()), Err(FieldError::NotFound)));
    assert!(matches!(tablet.app.household("no id".to_owned()), Err(FieldError::NotFound)));
}
