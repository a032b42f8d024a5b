//! What the office asks: telling a citizen, answering a question about a case.

use jangkau_device::FieldError;
use jangkau_device::ffi::view::{Finished, ItemState, OfficeAnswer, TaskKind};
use jangkau_device::store::documents;
use jangkau_domain::DocId;
use jangkau_domain::event::{self, Event, EventBody};
use jangkau_sync::row::{DataRequest, InformTask, RowId};
use rstest::rstest;

use crate::fixture::{KK, NIK, NOW, Tablet, scope_key};
use crate::peer::{acknowledge, give_row};

/// A tablet whose only case the server has.
fn recorded() -> (Tablet, DocId) {
    let tablet = Tablet::new(1, "0K7");
    let (visit, family, head) = tablet.new_visit();
    tablet.fill((&visit, &family, &head), NIK, KK);
    let case = tablet.need(&visit);
    tablet.finish(&visit);
    acknowledge(&tablet);
    (tablet, DocId::from_hex(&case).unwrap())
}

fn task(case: DocId, word: &str) -> InformTask {
    InformTask {
        case,
        number: "9901-2507-0K7-0001-X".to_owned(),
        word: word.to_owned(),
        text: "Keluhan nomor 9901-2507-0K7-0001-X selesai: terpenuhi.".to_owned(),
        phone: Some("6281200000001".to_owned()),
        due: Some(NOW + 86_400),
        closed: None,
        person: Some(scope_key().person_id(&NIK.parse().unwrap())),
    }
}

fn told(word: &str) -> (Tablet, DocId, String) {
    let (tablet, case) = recorded();
    give_row(&tablet, 5, 30, task(case, word));
    (tablet, case, RowId([5; 16]).to_string())
}

fn tell(tablet: &Tablet, id: &str, channel: &str, reached: &str) -> Result<Finished, FieldError> {
    answer(tablet, id, &[("channel", channel), ("reached", reached)])
}

fn answer(tablet: &Tablet, id: &str, said: &[(&str, &str)]) -> Result<Finished, FieldError> {
    let entry = |(key, value): &(&str, &str)| OfficeAnswer {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
    };
    tablet.app.answer_office(id.to_owned(), said.iter().map(entry).collect())
}

fn waits(tablet: &Tablet, kind: TaskKind) -> usize {
    tablet.app.home().unwrap().tasks.iter().filter(|task| task.kind == kind).count()
}

fn events(tablet: &Tablet, case: DocId) -> Vec<Event> {
    let stored = tablet.app.on_device(|device| documents::register(&device.db, case));
    let stored = stored.unwrap().unwrap();
    let keys = stored.keys().filter(|key| event::id_of(key).is_some());
    keys.filter_map(|key| Event::decode(stored.winner(key)?.as_bytes()?).ok()).collect()
}

#[test]
fn a_task_says_whom_to_tell_what_and_where() {
    let (tablet, case, id) = told("done");
    let card = tablet.app.home().unwrap().tasks.remove(0);
    assert_eq!((card.kind, card.id.as_str()), (TaskKind::Inform, id.as_str()));
    let item = tablet.app.office_task(id).unwrap();
    assert_eq!((item.title.as_str(), item.case), ("SUMIATI", case.to_string()));
    let facts: Vec<_> = item.facts.iter().map(|fact| fact.value.as_str()).collect();
    let number = "9901-2507-0K7-0001-X";
    assert_eq!(facts, [number, "Selesai", "6281200000001", "RT 003/RW 001", "15/07/2025"]);
    let choices: Vec<_> = item.fields.iter().map(|field| field.choices.len()).collect();
    assert_eq!(choices, [7, 4]);
}

#[rstest]
#[case::in_person("done", "visit", "self", true)]
#[case::an_sms_does_for_a_step("in_progress", "sms", "self", true)]
#[case::an_sms_alone_tells_no_end("done", "sms", "self", false)]
#[case::nobody_was_there("done", "visit", "nobody", false)]
fn a_try_ends_the_task_or_stays(
    #[case] word: &str,
    #[case] channel: &str,
    #[case] reached: &str,
    #[case] ends: bool,
) {
    let (tablet, case, id) = told(word);
    let done = tell(&tablet, &id, channel, reached).unwrap();
    assert!(done.saved_text.starts_with("Tersimpan"), "{}", done.saved_text);
    assert_eq!(waits(&tablet, TaskKind::Inform), usize::from(!ends));
    let sent = events(&tablet, case).into_iter().find_map(|event| match event.body {
        EventBody::Inform(inform) => Some((event.seen, inform)),
        _ => None,
    });
    let (seen, inform) = sent.unwrap();
    assert_eq!((inform.task.as_str(), inform.word.as_str()), (id.as_str(), word));
    assert_eq!((inform.on.as_str(), seen), ("2025-07-14", Some(0)));
    let line = tablet.app.outbox().unwrap().remove(0);
    assert_eq!(
        (line.title.as_str(), line.state),
        ("Kabari warga: Keluarga SUMIATI", ItemState::Ready)
    );
    if ends {
        let again = tell(&tablet, &id, channel, reached);
        assert!(matches!(again, Err(FieldError::NotFound)));
    }
}

#[test]
fn after_three_tries_the_tablet_rests() {
    let (mut tablet, _, id) = told("refused");
    for tries in ["", "Sudah dicoba 1 kali", "Sudah dicoba 2 kali"] {
        let facts = tablet.app.office_task(id.clone()).unwrap().facts;
        let tried = facts.into_iter().find(|fact| fact.label == "Percobaan");
        assert_eq!(tried.map(|fact| fact.value).unwrap_or_default(), tries);
        tell(&tablet, &id, "phone", "nobody").unwrap();
        tablet = tablet.restart();
    }
    assert_eq!(waits(&tablet, TaskKind::Inform), 0);
}

#[rstest]
#[case::no_way("", "self", "channel")]
#[case::unknown_way("pigeon", "self", "channel")]
#[case::nobody_chosen("visit", "", "reached")]
fn half_an_answer_is_refused(#[case] channel: &str, #[case] reached: &str, #[case] field: &str) {
    let (tablet, case, id) = told("done");
    let before = events(&tablet, case).len();
    let refused = tell(&tablet, &id, channel, reached);
    assert!(matches!(refused, Err(FieldError::Refused { field: at, .. }) if at == field));
    assert_eq!(events(&tablet, case).len(), before);
}

fn asked() -> (Tablet, DocId, String) {
    let (tablet, case) = recorded();
    let row = DataRequest {
        case,
        question: "Sejak kapan tidak menerima?".to_owned(),
        keys: vec!["f/story".to_owned()],
        due: None,
        closed: None,
        doc: None,
    };
    give_row(&tablet, 6, 31, row);
    (tablet, case, RowId([6; 16]).to_string())
}

#[test]
fn a_question_is_shown_and_answered_once() {
    let (tablet, case, id) = asked();
    assert_eq!(waits(&tablet, TaskKind::Request), 1);
    let item = tablet.app.office_task(id.clone()).unwrap();
    assert_eq!((item.title.as_str(), item.facts[1].value.as_str()), ("SUMIATI", "Uraian"));
    answer(&tablet, &id, &[("text", " Sejak 2019. ")]).unwrap();
    assert_eq!(waits(&tablet, TaskKind::Request), 0);
    let note = events(&tablet, case).into_iter().find_map(|event| match event.body {
        EventBody::Note(note) => Some(note),
        _ => None,
    });
    let note = note.unwrap();
    assert_eq!((note.text.as_str(), note.request), ("Sejak 2019.", Some(id.clone())));
    assert!(matches!(answer(&tablet, &id, &[("text", "lagi")]), Err(FieldError::NotFound)));
}

#[rstest]
#[case::empty("  ")]
#[case::too_long(&"a".repeat(1_001))]
fn an_answer_has_its_measure(#[case] text: &str) {
    let (tablet, _, id) = asked();
    let refused = answer(&tablet, &id, &[("text", text)]);
    assert!(matches!(refused, Err(FieldError::Refused { .. })));
    assert_eq!(waits(&tablet, TaskKind::Request), 1);
}
