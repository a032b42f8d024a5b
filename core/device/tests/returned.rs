//! What came back: a task, only the returned fields, the answer.

use jangkau_device::ffi::view::{FieldKind, Finish, TaskKind};
use jangkau_device::store::documents;
use jangkau_device::{FieldError, shown};
use jangkau_domain::DocId;
use jangkau_domain::event::{self, Event, EventBody};
use jangkau_sync::Change;
use jangkau_sync::row::{FieldNote, Return, RowId};

use crate::fixture::{KK, NIK, NOW, Tablet, scope_key};
use crate::peer::{acknowledge, changes, give_row};

fn person() -> DocId {
    scope_key().person_id(&NIK.parse().unwrap())
}

fn household() -> DocId {
    scope_key().household_id(&KK.parse().unwrap())
}

/// A visit that came back with a note at the phone and one at the size of the family.
fn returned() -> (Tablet, String, String) {
    let tablet = Tablet::new(1, "0K7");
    let (visit, family, head) = tablet.new_visit();
    tablet.fill((&visit, &family, &head), NIK, KK);
    tablet.set(&visit, &head, "f/phone", "0812-0000-0001");
    tablet.need(&visit);
    tablet.finish(&visit);
    acknowledge(&tablet);
    let note =
        |doc, key: &str, note: &str| FieldNote { doc, key: key.to_owned(), note: note.to_owned() };
    let row = Return {
        doc: household(),
        visit: Some(visit.parse().unwrap()),
        fields: vec![
            note(person(), "f/phone", "Nomor tidak dapat dihubungi."),
            note(household(), "f/size", "Jumlah anggota belum sesuai KK."),
        ],
        note: "Mohon periksa dua isian.".to_owned(),
        by: "Ratna Komariah".to_owned(),
        due: Some(NOW + 5 * 86_400),
        closed: None,
        round: Some(2),
    };
    give_row(&tablet, 9, 20, row);
    (tablet, RowId([9; 16]).to_string(), visit)
}

#[test]
fn it_is_a_task_with_the_words_of_the_supervisor() {
    let (tablet, id, _) = returned();
    let task = tablet.app.home().unwrap().tasks.remove(0);
    assert_eq!((task.kind, task.id.as_str()), (TaskKind::Returned, id.as_str()));
    assert_eq!(task.title, "Keluarga SUMIATI");
    assert_eq!(task.subtitle, "Perbaiki 2 isian · dikembalikan Ratna Komariah");
    let item = tablet.app.returned_item(id).unwrap();
    assert_eq!((item.by.as_str(), item.due_text.as_str()), ("Ratna Komariah", "19/07/2025"));
    let keys: Vec<_> = item.fields.iter().map(|field| field.key.as_str()).collect();
    assert_eq!(keys, ["f/phone", "f/size"]);
    assert_eq!(item.fields[0].note, "Nomor tidak dapat dihubungi.");
    assert_eq!(item.fields[0].old_value, "6281200000001");
    assert_eq!(item.fields[0].kind, FieldKind::Phone);
}

#[test]
fn a_field_that_nobody_handled_blocks_unless_explained() {
    let (tablet, id, _) = returned();
    tablet.set(&id, &household().to_string(), "f/size", "1");
    let Finish::Blocked(open) = tablet.app.correct(id.clone(), String::new()).unwrap() else {
        panic!("the phone is open");
    };
    assert_eq!(open.iter().map(|found| found.key.as_str()).collect::<Vec<_>>(), ["f/phone"]);
    let done = tablet.app.correct(id, "Warga tidak punya telepon lain.".to_owned()).unwrap();
    assert!(matches!(done, Finish::Done(_)));
}

#[test]
fn a_correction_survives_a_restart_and_names_the_return_row() {
    let (mut tablet, id, visit) = returned();
    tablet.set(&id, &person().to_string(), "f/phone", "0813-0000-0002");
    tablet = tablet.restart();
    tablet.set(&id, &household().to_string(), "f/size", "2");
    let done = tablet.app.correct(id.clone(), String::new()).unwrap();
    assert!(matches!(done, Finish::Done(_)));
    let stored =
        |doc| tablet.app.on_device(|device| documents::register(&device.db, doc)).unwrap().unwrap();
    assert_eq!(shown::text(&stored(person()), "f/phone"), "6281300000002");
    let family = stored(household());
    let correct = family.keys().filter(|key| event::id_of(key).is_some()).find_map(|key| {
        let event = Event::decode(family.winner(key)?.as_bytes()?).ok()?;
        match event.body {
            EventBody::Correct(correct) => Some((event.seen, correct)),
            _ => None,
        }
    });
    let (seen, correct) = correct.unwrap();
    assert_eq!((seen, correct.returned.as_str()), (Some(20), id.as_str()));
    let last = changes(&tablet, household()).pop().unwrap();
    let author = Change::parse(&last).unwrap().message.unwrap();
    assert!(author.ends_with(&visit), "the visit is reviewed again: {author}");
    assert!(tablet.app.returned().unwrap().is_empty());
    assert!(matches!(tablet.app.correct(id, String::new()), Err(FieldError::NotFound)));
}

#[test]
fn a_wrong_correction_is_blocked_at_its_field() {
    let (tablet, id, _) = returned();
    let saved = tablet
        .app
        .set_field(id.clone(), person().to_string(), "f/phone".to_owned(), "12".to_owned())
        .unwrap();
    assert!(!saved.error.is_empty());
    let Finish::Blocked(open) = tablet.app.correct(id, "sudah ditanya".to_owned()).unwrap() else {
        panic!("the phone has two digits");
    };
    assert_eq!(open[0].key, "f/phone");
}

#[test]
fn a_closed_return_row_is_no_task() {
    let (tablet, id, _) = returned();
    let row = Return {
        doc: household(),
        visit: None,
        fields: Vec::new(),
        note: String::new(),
        by: "Ratna Komariah".to_owned(),
        due: None,
        closed: Some(NOW),
        round: None,
    };
    give_row(&tablet, 9, 21, row);
    assert!(tablet.app.returned().unwrap().is_empty());
    assert!(matches!(tablet.app.returned_item(id), Err(FieldError::NotFound)));
}
