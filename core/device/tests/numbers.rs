//! Registration numbers: from the tablet's block, final, never twice.

use jangkau_device::FieldError;
use jangkau_device::store::numbers;

use crate::fixture::{KK, NIK, NOW, Tablet};

#[test]
fn the_first_number_of_a_block() {
    let tablet = Tablet::new(1, "0K7");
    let finished = tablet.record(NIK, KK);
    let card = &finished.numbers[0];
    assert!(card.number.starts_with("9901-2507-0K7-0001-"), "{}", card.number);
    assert_eq!(card.spoken[0], "sembilan sembilan nol satu");
    assert_eq!(card.spoken[2], "nol K (kopi) tujuh");
    assert_eq!(card.title, "Kebutuhan");
}

#[test]
fn a_clock_set_back_dates_no_case_before_the_server() {
    let tablet = Tablet::new(1, "0K7");
    tablet.app.set_now(NOW - 400 * 86_400);
    let number = tablet.record(NIK, KK).numbers[0].number.clone();
    assert!(number.starts_with("9901-2507-"), "{number}");
}

#[test]
fn a_clock_ahead_dates_it_by_the_tablet() {
    let tablet = Tablet::new(1, "0K7");
    tablet.app.set_now(NOW + 40 * 86_400);
    let number = tablet.record(NIK, KK).numbers[0].number.clone();
    assert!(number.starts_with("9901-2508-"), "{number}");
}

#[test]
fn the_serial_goes_on_over_restarts_and_months() {
    let mut tablet = Tablet::new(1, "0K7");
    let mut numbers = Vec::new();
    for month in 0..4 {
        tablet.app.set_now(NOW + month * 31 * 86_400);
        let (visit, household, head) = tablet.new_visit();
        tablet.fill((&visit, &household, &head), "", "");
        tablet.set(&visit, &head, "f/no_nik_why", "in_process");
        tablet.set(&visit, &household, "f/no_kk_why", "in_process");
        tablet.need(&visit);
        numbers.push(tablet.finish(&visit).numbers[0].number[14..18].to_owned());
        tablet = tablet.restart();
    }
    assert_eq!(numbers, ["0001", "0002", "0003", "0004"]);
}

#[test]
fn a_used_up_block_is_followed_by_the_next_and_then_refused() {
    let tablet = Tablet::new(1, "0K7");
    let last = "UPDATE number_block SET next = 9999";
    tablet.app.on_device(|device| device.db.execute(last, [])).unwrap();
    tablet.app.on_device(|device| device.write(|tx| numbers::add(tx, 9901, "0K8"))).unwrap();
    assert!(tablet.record(NIK, KK).numbers[0].number.contains("-0K7-9999-"));
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), "9901014504900011", "9901011203150008");
    tablet.need(&visit);
    assert!(tablet.finish(&visit).numbers[0].number.contains("-0K8-0001-"));
    tablet
        .app
        .on_device(|device| device.db.execute("UPDATE number_block SET next = 10000", []))
        .unwrap();
    let (visit, household, head) = tablet.new_visit();
    tablet.fill((&visit, &household, &head), "9901010101900001", "9901011203150009");
    tablet.need(&visit);
    let refused = tablet.app.finish(visit.clone());
    assert!(matches!(refused, Err(FieldError::Refused { field, .. }) if field == "f/number"));
    assert_eq!(tablet.app.open_visits().unwrap().len(), 1);
}
