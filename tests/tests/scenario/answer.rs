//! What the office asks of a fasilitator comes to the tablet as a task, and its answer ends it.

use jangkau_device::ffi::view::{OfficeAnswer, TaskCard, TaskKind};
use jangkau_domain::queue::Queue;
use jangkau_domain::role::Role;
use jangkau_domain::step::{Input, StepId};
use jangkau_domain::{DocId, DocKind, Ulid};
use jangkau_server::step::Decision;
use jangkau_server::store::case_state;
use jangkau_tests::people::{Family, need};
use jangkau_tests::{Site, Tablet};

/// A need that the supervisor has forwarded: the citizen is to be told that it goes on.
fn forwarded(site: &Site, tablet: &Tablet) -> DocId {
    let typed = tablet.start_new();
    Family::numbered(1).fill(&typed);
    need(&typed, "Belum pernah menerima sembako");
    let visit: Ulid = typed.visit().parse().unwrap();
    typed.finish();
    tablet.sync();
    site.desk("spv").accept(visit, "Lengkap").unwrap();
    tablet.sync();
    site.documents(DocKind::Case)[0]
}

fn answer((key, value): (&str, &str)) -> OfficeAnswer {
    OfficeAnswer { key: key.to_owned(), value: value.to_owned() }
}

fn tasks(tablet: &Tablet, kind: TaskKind) -> Vec<TaskCard> {
    let home = tablet.app().home().unwrap();
    home.tasks.into_iter().filter(|task| task.kind == kind).collect()
}

#[test]
fn the_citizen_is_told_and_the_row_closes_once() {
    let site = Site::new();
    let (tablet, colleague) = (Tablet::enrolled(&site, "fs1"), Tablet::enrolled(&site, "fs2"));
    forwarded(&site, &tablet);
    colleague.sync();
    assert_eq!(site.waiting(Queue::Inform).len(), 1);
    let (mine, theirs) = (tasks(&tablet, TaskKind::Inform), tasks(&colleague, TaskKind::Inform));
    assert_eq!((mine.len(), theirs.len()), (1, 1), "either fasilitator of the desa may tell");
    for (one, task) in [(&tablet, &mine[0]), (&colleague, &theirs[0])] {
        let view = one.app().office_task(task.id.clone()).unwrap();
        assert!(view.said.contains("dalam proses"), "the sentence to say: {}", view.said);
        let answers = [("channel", "visit"), ("reached", "self")].map(answer);
        one.app().answer_office(task.id.clone(), answers.to_vec()).unwrap();
        assert!(tasks(one, TaskKind::Inform).is_empty());
    }
    tablet.sync();
    assert!(site.waiting(Queue::Inform).is_empty());
    colleague.sync();
    colleague.sync();
    assert!(site.waiting(Queue::Inform).is_empty());
    assert!(tasks(&colleague, TaskKind::Inform).is_empty());
    assert!(site.app().ingest.rebuild_now().unwrap().differing.is_empty());
}

#[test]
fn a_question_of_the_office_is_answered_on_the_tablet() {
    let site = Site::new();
    let tablet = Tablet::enrolled(&site, "fs1");
    let case = forwarded(&site, &tablet);
    let on_case = |id, role, input| {
        let row = site.read(|conn, kab| case_state::find(conn, kab, &case)).unwrap();
        Decision::on_case(id, role, case, row.n, input)
    };
    let to_office = Input { unit: Some("slrt".to_owned()), ..Input::default() };
    site.desk("mj").decide(on_case(StepId::T10, Role::Mj, to_office), Vec::new()).unwrap();
    let ask = Input {
        question: Some("Berapa jumlah tanggungan?".to_owned()),
        keys: Some(vec!["f/story".to_owned()]),
        ..Input::default()
    };
    site.desk("bo").decide(on_case(StepId::T17, Role::Bo, ask), Vec::new()).unwrap();
    assert_eq!(site.waiting(Queue::DataRequest).len(), 1);
    tablet.sync();
    let asked = tasks(&tablet, TaskKind::Request);
    assert_eq!(asked.len(), 1);
    let view = tablet.app().office_task(asked[0].id.clone()).unwrap();
    assert_eq!(view.said, "Berapa jumlah tanggungan?");
    tablet.app().answer_office(view.id, vec![answer(("text", "Tiga orang"))]).unwrap();
    assert!(tasks(&tablet, TaskKind::Request).is_empty());
    tablet.sync();
    assert!(site.waiting(Queue::DataRequest).is_empty());
    assert_eq!(site.case_state(case), "with_back_office");
}
