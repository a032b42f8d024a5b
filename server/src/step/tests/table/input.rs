//! What a desk types in for each step, and in whose role.

use jangkau_domain::role::Role;
use jangkau_domain::step::{Behalf, FieldNote, Input, StepId};

use super::stage::Stage;

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

pub(super) fn letter() -> Behalf {
    Behalf {
        scan: "ab".repeat(32),
        number: "440/17/2025".into(),
        date: "2025-07-14".into(),
        official: "KEPALA DINAS".into(),
    }
}

/// Returns an input that answers whatever a form can ask.
pub(super) fn full(stage: &Stage) -> Input {
    Input {
        note: text("catatan"),
        why: text("alasan"),
        fields: Some(vec![FieldNote {
            doc: stage.case.to_string(),
            key: "f/story".into(),
            note: "Mohon dilengkapi".into(),
        }]),
        outcome: text(match stage.subject.kind {
            "question" => "answered",
            "need" => "enrolled",
            _ => "handled_by_slrt",
        }),
        reason: text("f"),
        sentence: text("Kuota habis"),
        text: text("Sudah dijelaskan"),
        program: text("sembako"),
        target: text("opd_kab"),
        level: text("kab"),
        letter: text("Mohon ditindaklanjuti"),
        proof: Some("ab".repeat(32)),
        behalf: Some(letter()),
        date: text("2025-07-20"),
        question: text("Berapa anggota keluarga?"),
        keys: Some(vec!["f/size".into()]),
        unit: text("slrt"),
        number: text("BA/7"),
        result: text("layak"),
        ..Input::default()
    }
}

/// Returns who takes a step at a desk, and what is typed.
pub(super) fn of(stage: &mut Stage, id: StepId) -> (&'static str, Role, Input) {
    let input = full(stage);
    let (login, role) = hand(stage, id);
    let input = match id {
        StepId::T22 | StepId::T22m => Input { reason: text("citizen"), ..input },
        StepId::T20 => Input { program: text("pkh"), ..input },
        StepId::T22g => Input { survivor: Some(stage.another().to_string()), ..input },
        StepId::T24 => match stage.subject.kind {
            "suggestion" => Input { subcat: text("k99"), ..input },
            _ => Input { subcat: text("k13"), ..input },
        },
        StepId::T25 => Input { subcat: text("k08"), ..input },
        _ => input,
    };
    (login, role, input)
}

fn hand(stage: &Stage, id: StepId) -> (&'static str, Role) {
    use StepId::{
        L2, L3, L5, L6, L7, L8, L9, L10, T1, T1p, T2, T2s, T3, T4, T6, T7, T8, T11, T11a, T11b,
        T12, T13, T13b, T14, T17, T17r, T22d, T23o,
    };
    let puskesos = stage.row().unit.is_some_and(|unit| unit.desa().is_some());
    match id {
        T1 | T1p | T2 | T2s | T3 | T4 | T7 | T17r | T22d | T23o => ("fop", Role::Fop),
        L2 | L3 | T6 | T8 => ("spv", Role::Spv),
        T11 | T11a | T12 | T14 if puskesos => ("bop", Role::Bop),
        T11 | T11a | T12 | T14 | T17 => ("bo", Role::Bo),
        T11b | T13 | T13b if puskesos => ("kp", Role::Kp),
        L5 => ("kp", Role::Kp),
        L6 | L7 | L8 | L9 | L10 => ("fo", Role::Fo),
        _ => ("mj", Role::Mj),
    }
}
