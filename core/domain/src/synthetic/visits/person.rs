//! What a first visit puts into the documents of the members.

use super::household;
use super::subject::{Document, Subject};
use crate::synthetic::{Draw, Family, Person};

/// Returns the whole basic profile of a member.
pub(super) fn first(draw: &mut Draw, family: &Family, person: &Person) -> Document {
    let mut document = Document::new(Subject::person(person));
    document.text("f/name", person.name.clone());
    match &person.nik {
        Some(nik) => document.text("f/nik", nik.digits()),
        None => {
            document.text("f/no_nik_why", why_no_number(draw, person));
            document.maybe("f/temp_nik", person.temporary.as_deref());
        }
    }
    document.text("f/birth_place", draw.weighted(&[("JATIWULUNG", 7), ("SARIMAYA", 3)]));
    document.text("f/birth_date", person.birth.to_string());
    document.text("f/sex", person.sex.key());
    document.text("f/mother", person.mother.clone());
    if let Some(phone) = &person.phone {
        document.text("f/phone", phone.clone());
        document.text("f/phone_owner", draw.weighted(&[("self", 7), ("family", 3)]));
        document.yes("f/sms_ok");
    }
    document.links.push(("f/household", Subject::household(family)));
    document.text("f/relation", person.relation);
    document.text("f/presence", "present");
    life(draw, &mut document, person);
    household::participation(draw, &mut document, &person.programs);
    document
}

fn life(draw: &mut Draw, document: &mut Document, person: &Person) {
    if person.age >= 10 {
        document.text("f/marital", person.marital);
    }
    document.maybe("f/school", person.school);
    document.maybe("f/education", person.education);
    document.maybe("f/job", person.job);
    if let Some((which, grade)) = person.difficulty {
        document.text(format!("f/dis_{which}"), grade);
    }
    if person.chronic {
        document.yes("f/chronic");
    }
    if person.age >= 17 && person.nik.is_some() {
        document.yes("set/papers/ktp");
    } else if draw.happens(7000) {
        document.yes("set/papers/birth_cert");
    }
}

fn why_no_number(draw: &mut Draw, person: &Person) -> &'static str {
    match (person.age, person.temporary.is_some()) {
        (_, true) => "temporary",
        (0, _) => "newborn",
        _ => {
            draw.weighted(&[("not_at_hand", 3), ("in_process", 3), ("lost", 2), ("never_made", 2)])
        }
    }
}
