//! What citizens ask, propose, complain of and need, with the shares of a kabupaten.

use super::story;
use super::subject::{Document, Ending, Subject};
use crate::case_number::CaseNumber;
use crate::synthetic::{Draw, Family, Person};

/// Kinds with their share in 100.
pub(super) const KINDS: [(&str, u32); 4] =
    [("need", 55), ("grievance", 20), ("question", 17), ("suggestion", 8)];

/// Sectors with their share in 1,000.
pub(super) const SECTORS: [(&str, u32); 9] = [
    ("health", 380),
    ("food", 180),
    ("social_economy", 160),
    ("education", 100),
    ("civil_papers", 80),
    ("housing", 50),
    ("energy", 30),
    ("agriculture", 15),
    ("fishery", 5),
];

/// Returns a case of somebody, ready to send.
pub(super) fn draw(
    draw: &mut Draw,
    unique: u64,
    number: CaseNumber,
    family: &Family,
    person: &Person,
) -> Document {
    let kind = draw.weighted(&KINDS);
    let sector = draw.weighted(&SECTORS);
    let program = program(draw, sector);
    let subcat = subcat(draw, kind, sector);
    let mut document = Document::new(Subject::case(unique));
    document.private = matches!(subcat, "k08" | "k11");
    document.text("f/kind", kind);
    document.text("f/subcat", subcat);
    document.text("f/number", number.to_string());
    document.links.push(("f/person", Subject::person(person)));
    document.text("f/channel", "fs");
    if subcat != "k14" {
        document.text("f/program", program);
    }
    document.text("f/sector", sector);
    if document.private {
        document
            .text("f/against", draw.weighted(&[("agent", 5), ("companion", 3), ("village", 2)]));
    }
    document.text("f/story", story::told(draw, subcat, program));
    circumstances(draw, &mut document, family, kind);
    document.ending = Some(match kind {
        "question" if draw.happens(8500) => Ending::Answered(story::answer(draw, program)),
        _ if document.private => Ending::Sent("private"),
        _ => Ending::Sent("review"),
    });
    document
}

/// Puts how urgent it is, the register's word, and what a referral needs.
fn circumstances(draw: &mut Draw, document: &mut Document, family: &Family, kind: &str) {
    if draw.happens(500) {
        document.yes("f/urgent");
        document.text("f/urgent_why", draw.weighted(&[("health", 7), ("hunger", 3)]));
    }
    document.yes(format!("set/ppks/{}", ppks(draw, family)));
    document.text("f/reg_status", if family.in_dtsen { "listed" } else { "not_listed" });
    document.text("f/reg_release", "dtsen-2025-2");
    if kind == "need" {
        let consent = draw.weighted(&[("spoken", 5), ("thumb", 3), ("signed", 2)]);
        document.text("f/consent_refer", consent);
        document.yes("set/shown/ktp");
        document.yes("set/shown/kk");
    }
}

fn program(draw: &mut Draw, sector: &str) -> &'static str {
    match sector {
        "health" => draw.weighted(&[("pbi", 8), ("pbida", 2)]),
        "food" => "sembako",
        "social_economy" => draw.weighted(&[("pkh", 7), ("bltdd", 3)]),
        "education" => "pip",
        "civil_papers" => draw.weighted(&[("adm-kk", 4), ("adm-ktp", 3), ("adm-akta", 3)]),
        "housing" => "rtlh",
        "energy" => draw.weighted(&[("listrik", 6), ("lpg3", 4)]),
        "agriculture" => "pupuk",
        _ => "asikan",
    }
}

fn subcat(draw: &mut Draw, kind: &str, sector: &str) -> &'static str {
    match (kind, sector) {
        ("need", "civil_papers") => "k14",
        ("need", "health") => draw.weighted(&[("k01", 6), ("k13", 4)]),
        ("need", _) => "k01",
        ("question", _) => "k15",
        ("suggestion", _) => "k16",
        _ => draw.weighted(&[
            ("k02", 8),
            ("k03", 16),
            ("k04", 12),
            ("k05", 5),
            ("k06", 17),
            ("k07", 18),
            ("k08", 5),
            ("k09", 6),
            ("k10", 5),
            ("k11", 3),
            ("k12", 5),
        ]),
    }
}

/// Twelve of a hundred belong to a kind other than the poor.
fn ppks(draw: &mut Draw, family: &Family) -> &'static str {
    if draw.happens(1200) {
        draw.weighted(&[("elderly", 4), ("disability", 5), ("woman", 2), ("scavenger", 1)])
    } else if family.desil <= 2 {
        "poor"
    } else {
        "none"
    }
}
