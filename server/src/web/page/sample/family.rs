//! Sample data of the pages of families and people.

use jangkau_domain::Lang;

use super::{HOSTILE, badge, frame, stops, timeline};
use crate::web::page::household::{CaseRow, EditRow, HouseholdPage, Member, ProgramRow};
use crate::web::page::person::{PersonPage, PersonRow, PersonSection};
use crate::web::view::{Fact, NumberText};

pub(super) fn household(lang: Lang) -> HouseholdPage {
    HouseholdPage {
        f: frame(lang),
        place: HOSTILE.to_owned(),
        title: HOSTILE.to_owned(),
        badges: vec![badge()],
        facts: vec![Fact::new("Alamat", HOSTILE)],
        members: vec![Member {
            href: "/orang/41a0".to_owned(),
            name: HOSTILE.to_owned(),
            relation: "Kepala".to_owned(),
            born: "31/12/1958".to_owned(),
            age: "66 th".to_owned(),
            nik: "9901 01•• •••• 0003".to_owned(),
            badges: vec![badge()],
        }],
        programs: vec![ProgramRow {
            name: HOSTILE.to_owned(),
            whose: HOSTILE.to_owned(),
            badge: badge(),
            meta: HOSTILE.to_owned(),
        }],
        never: vec![HOSTILE.to_owned()],
        cases: vec![CaseRow {
            href: "/kasus/x".to_owned(),
            number: NumberText::new("9901-2507-0K7-0012-G"),
            subject: HOSTILE.to_owned(),
            kind: "Kebutuhan".to_owned(),
            stops: stops(),
            badge: badge(),
            left: None,
        }],
        house: HOSTILE.to_owned(),
        edits: vec![EditRow {
            label: HOSTILE.to_owned(),
            value: HOSTILE.to_owned(),
            href: "/ubah/7c1e/f/rt".to_owned(),
        }],
        timeline: timeline(),
    }
}

pub(super) fn person(lang: Lang) -> PersonPage {
    PersonPage {
        f: frame(lang),
        household_href: "/keluarga/7c1e".to_owned(),
        household_name: HOSTILE.to_owned(),
        title: HOSTILE.to_owned(),
        badges: vec![badge()],
        facts_line: HOSTILE.to_owned(),
        sections: vec![PersonSection {
            sign: "person",
            title: HOSTILE.to_owned(),
            rows: vec![PersonRow {
                label: HOSTILE.to_owned(),
                value: HOSTILE.to_owned(),
                reveal: "/lihat-data".to_owned(),
                href: "/ubah".to_owned(),
                conflict: true,
            }],
        }],
        conflict_badge: badge(),
        timeline: timeline(),
    }
}
