//! Documents lie over register rows and hold only what people confirmed or changed.

use jangkau_device::ffi::view::{FormView, TaskKind, VisitTarget};
use jangkau_device::shown;
use jangkau_device::store::documents;
use jangkau_device::store::register::RegisterRow;
use jangkau_domain::DocId;

use crate::fixture::{DESA, KK, NIK, Tablet, row, scope_key};

const CHILD: &str = "9901014504900011";

fn family() -> Vec<RegisterRow> {
    let mut head = row("r1", "SUMIATI", NIK, KK);
    head.birth = "1958-12-31".to_owned();
    vec![head, row("r2", "SITI RAHAYU", CHILD, KK)]
}

fn visit(tablet: &Tablet) -> String {
    let target = VisitTarget::RegisterRow { desa: DESA.to_owned(), row: "r2".to_owned() };
    tablet.app.start_visit(target).unwrap()
}

fn field(form: &FormView, doc: &str, key: &str) -> (String, String) {
    let fields = form.groups.iter().flat_map(|group| &group.fields);
    let found = fields.into_iter().find(|field| field.doc == doc && field.key == key).unwrap();
    (found.value.clone(), found.register_value.clone())
}

fn stored(tablet: &Tablet, id: DocId, key: &str) -> Option<String> {
    let register = tablet.app.on_device(|device| documents::register(&device.db, id)).unwrap()?;
    Some(shown::text(&register, key))
}

#[test]
fn the_whole_family_is_on_the_form_and_nothing_is_taken_over_silently() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let visit = visit(&tablet);
    let head = scope_key().person_id(&NIK.parse().unwrap()).to_string();
    let form = tablet.app.form(visit.clone(), "members".to_owned()).unwrap();
    assert_eq!(form.title, "Kunjungan: Keluarga SUMIATI");
    assert_eq!(form.register_note.as_deref(), Some("Data acuan: DTSEN dtsen-2025-2"));
    assert_eq!(field(&form, &head, "f/nik"), (String::new(), NIK.to_owned()));
    let docs: std::collections::BTreeSet<_> = form.groups.iter().map(|group| &group.doc).collect();
    assert_eq!(docs.len(), 2);
    assert_eq!(tablet.count("SELECT count(*) FROM document"), 0);
}

#[test]
fn one_tap_confirms_a_section() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let visit = visit(&tablet);
    let head = scope_key().person_id(&NIK.parse().unwrap()).to_string();
    let form = tablet.app.same_as_before(visit, "members".to_owned()).unwrap();
    assert_eq!(field(&form, &head, "f/name"), ("SUMIATI".to_owned(), String::new()));
    assert_eq!(field(&form, &head, "f/birth_date").0, "1958-12-31");
}

#[test]
fn only_the_confirmed_member_becomes_a_document() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let visit = visit(&tablet);
    let head = scope_key().person_id(&NIK.parse().unwrap());
    let household = scope_key().household_id(&KK.parse().unwrap());
    tablet.fill((&visit, &household.to_string(), &head.to_string()), NIK, KK);
    tablet.set(&visit, &head.to_string(), "f/relation", "head");
    tablet.set(&visit, &head.to_string(), "f/presence", "present");
    tablet.finish(&visit);
    assert_eq!(stored(&tablet, head, "f/reg_row").as_deref(), Some("r1"));
    assert_eq!(stored(&tablet, household, "f/reg_row").as_deref(), Some("r1"));
    assert_eq!(stored(&tablet, scope_key().person_id(&CHILD.parse().unwrap()), "f/name"), None);
    let page = tablet.app.household(household.to_string()).unwrap();
    let names: Vec<_> = page.members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["SUMIATI", "SITI RAHAYU"]);
    assert!(page.facts.iter().any(|fact| fact.value == "Terdaftar, desil 2"));
}

#[test]
fn a_case_records_what_the_register_said() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let visit = visit(&tablet);
    let head = scope_key().person_id(&NIK.parse().unwrap()).to_string();
    let household = scope_key().household_id(&KK.parse().unwrap()).to_string();
    tablet.fill((&visit, &household, &head), NIK, KK);
    tablet.set(&visit, &head, "f/relation", "head");
    tablet.set(&visit, &head, "f/presence", "present");
    tablet.need(&visit);
    tablet.finish(&visit);
    let sql = "SELECT doc_id FROM document WHERE kind = 3";
    let case = tablet.app.on_device(|device| device.db.query_row(sql, [], |row| row.get(0)));
    let case = DocId(case.unwrap());
    assert_eq!(stored(&tablet, case, "f/reg_status").as_deref(), Some("listed"));
    assert_eq!(stored(&tablet, case, "f/reg_release").as_deref(), Some("dtsen-2025-2"));
}

#[test]
fn an_unvisited_family_is_todays_work_until_it_was_visited() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let unvisited = |tablet: &Tablet| {
        let tasks = tablet.app.home().unwrap().tasks;
        tasks.into_iter().filter(|task| task.kind == TaskKind::Unvisited).count()
    };
    assert_eq!(unvisited(&tablet), 1);
    let visit = visit(&tablet);
    tablet.set(&visit, &visit, "outcome", "not_home");
    tablet.finish(&visit);
    assert_eq!(unvisited(&tablet), 0);
}

#[test]
fn a_new_release_replaces_the_old_one() {
    let tablet = Tablet::new(1, "0K7");
    tablet.take_register(family());
    let pack = jangkau_device::store::register::Pack {
        source: "dtsen".to_owned(),
        release: "dtsen-2025-3".to_owned(),
        released: "2025-10-01".to_owned(),
    };
    let rows = vec![row("r9", "PAINEM", "", "")];
    tablet
        .app
        .on_device(|device| {
            device.write(|tx| {
                let scope = crate::fixture::SCOPE;
                jangkau_device::register::take(tx, scope, &scope_key(), &pack, rows)
            })
        })
        .unwrap();
    assert!(tablet.app.search("sumiati".to_owned()).unwrap().hits.is_empty());
    assert_eq!(tablet.app.search("painem".to_owned()).unwrap().hits.len(), 1);
}
