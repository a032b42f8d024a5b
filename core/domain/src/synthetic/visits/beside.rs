//! Later edits, and a second worker who edits the same household without knowing of the first.

use super::subject::{Document, Subject};
use crate::synthetic::duplicate::respelt;
use crate::synthetic::{Draw, Family, Person};

/// Returns one to four edits on what an earlier visit recorded.
pub(super) fn again(draw: &mut Draw, family: &Family, serial: u32) -> Vec<Document> {
    let mut household = Document::new(Subject::household(family));
    match draw.below(4) {
        0 => household.text("f/address", format!("JL. BARU NO. {}", 1 + draw.below(90))),
        1 => household.text("f/rt", format!("{:03}", 1 + draw.below(8))),
        2 => {
            household.text("f/floor", draw.weighted(&[("ceramic", 5), ("tile", 3), ("cement", 2)]))
        }
        _ => {
            household.text("prog/sembako/status", "receiving");
            household.text("prog/sembako/last", "2025-07");
        }
    }
    if draw.happens(4000) {
        household.text("f/note", "Rumah sedang diperbaiki, kunjungi lagi bulan depan");
    }
    let mut documents = vec![household];
    if draw.happens(7000) {
        let person = draw.one_of(&family.members);
        documents.push(of_person(draw, person, serial));
    }
    documents
}

fn of_person(draw: &mut Draw, person: &Person, serial: u32) -> Document {
    let mut document = Document::new(Subject::person(person));
    match draw.below(5) {
        0 => {
            document.text("f/phone", format!("6281200{:06}", 950_000 + serial % 50_000));
            document.text("f/phone_owner", "family");
        }
        1 if person.age >= 17 => {
            document.text(
                "f/job",
                draw.weighted(&[("casual_labour", 5), ("employee", 3), ("jobless", 2)]),
            );
        }
        // What must be reviewed when two disagree: a name written otherwise.
        2 => document.text("f/name", respelt(draw, &person.name)),
        3 => document
            .text("f/presence", draw.weighted(&[("present", 6), ("moved", 3), ("abroad", 1)])),
        _ => {
            document.text("prog/pbi/status", "receiving");
            document.text("prog/pbi/source", "seen");
        }
    }
    document
}
