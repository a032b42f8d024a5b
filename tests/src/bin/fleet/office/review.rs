//! The supervisor's Monday: most visits are accepted, some go back with a note, some wait.

use jangkau_tests::browser::Page;

use super::Done;
use super::person::Person;

/// Of so many visits one goes back and one waits.
const EVERY: usize = 6;

/// Fields that a supervisor asks about, the likeliest first.
const ASKED: [&str; 5] = ["f/rt", "f/phone", "f/birth_date", "f/address", "f/story"];

/// Goes through the review queue.
pub fn play(supervisor: &mut Person, done: &mut Done) -> Result<(), String> {
    for (number, address) in supervisor.queue("review", "kunjungan")?.iter().enumerate() {
        let page = supervisor.open(address)?;
        match (number % EVERY, field(&page)) {
            (0, Some(field)) => {
                let note = "Mohon dicek lagi kepada keluarga";
                let fields = [("verdict", "return"), (field.as_str(), note)];
                done.returned +=
                    usize::from(supervisor.send(address, &page, &fields).status == 200);
            }
            (3, _) => {}
            _ => {
                let fields = [("verdict", "accept"), ("review_note", "Sesuai catatan lapangan")];
                done.accepted +=
                    usize::from(supervisor.send(address, &page, &fields).status == 200);
            }
        }
    }
    Ok(())
}

/// Returns the name of a note's place on the page.
fn field(page: &Page) -> Option<String> {
    let places: Vec<&str> =
        page.html.split("name=\"note:").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let likely = ASKED.iter().find_map(|key| places.iter().find(|place| place.ends_with(key)));
    likely.or(places.first()).map(|place| format!("note:{place}"))
}
