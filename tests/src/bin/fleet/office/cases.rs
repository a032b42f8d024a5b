//! What managers and offices do with the cases that wait for them.

use super::Done;
use super::person::{Person, Taken};
use super::steps::{ANSWERS, APPROVALS, MANAGER, Turns};

/// The manager hands out what was forwarded.
pub fn sort(manager: &mut Person, done: &mut Done) -> Result<(), String> {
    work(manager, "manager", MANAGER, done)
}

/// A back office works on what it has.
pub fn handle(office: &mut Person, turns: Turns, done: &mut Done) -> Result<(), String> {
    work(office, "back_office", turns, done)
}

/// The manager looks at requests.
pub fn approve(manager: &mut Person, done: &mut Done) -> Result<(), String> {
    work(manager, "approval", APPROVALS, done)
}

/// The manager types what programs answered by letter.
pub fn answer(manager: &mut Person, done: &mut Done) -> Result<(), String> {
    work(manager, "program_answer", ANSWERS, done)
}

/// Goes through a queue, a turn a row; a turn whose own step could not be taken comes again.
fn work(who: &mut Person, queue: &str, turns: Turns, done: &mut Done) -> Result<(), String> {
    let mut turn = 0;
    for address in who.queue(queue, "kasus")? {
        let steps = turns[turn % turns.len()];
        let mut taken = None;
        for (place, step) in steps.iter().enumerate() {
            match who.take(&address, step.id, step.typed)? {
                Taken::Yes => {
                    taken = Some(place);
                    break;
                }
                Taken::Refused(why) => {
                    println!("{queue}: {} was refused: {why}", step.id);
                    done.refused += 1;
                }
                Taken::NotOffered => {}
            }
        }
        done.steps += usize::from(taken.is_some());
        if steps.is_empty() || taken == Some(0) {
            turn += 1;
        }
    }
    Ok(())
}
