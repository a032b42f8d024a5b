//! Rows as a server would send them.

use jangkau_domain::synthetic::{RegisterKind, register};
use jangkau_domain::{DocId, Ulid};

use super::batch::Sampler;
use crate::row::{
    CaseState, FeedRow, FieldNote, InformTask, Pack, RegisterRow, Return, Row, RowId, VisitState,
};

/// 14 July 2025, 01:00 UTC.
const FIRST_DAY: i64 = 1_752_454_800;

const STATES: [(&str, &str); 6] = [
    ("submitted", "received"),
    ("with_manager", "in_process"),
    ("with_back_office", "in_process"),
    ("referred", "in_process"),
    ("approved", "in_process"),
    ("resolved", "done"),
];

/// What the desk did with so many visits and cases.
pub fn decisions(sampler: &mut Sampler, count: u32) -> Vec<FeedRow> {
    (0..count).map(|number| decision(sampler, number)).collect()
}

fn decision(sampler: &mut Sampler, number: u32) -> FeedRow {
    let id = RowId(sampler.bytes());
    let at = FIRST_DAY + i64::from(number) * 977;
    let visit = Ulid::new(at.unsigned_abs() * 1_000, sampler.bytes());
    let (state, word) = STATES[number as usize % STATES.len()];
    let due = Some(at + 5 * 86_400);
    let registration = format!("9901-2507-0K7-{number:04}-G");
    let row: Row = match number % 4 {
        0 => VisitState { visit, state: "forwarded".to_owned(), round: 1, note: None }.into(),
        1 => CaseState {
            case: DocId(sampler.bytes()),
            number: Some(registration),
            state: state.to_owned(),
            unit: Some("puskesos:9901012001".to_owned()),
            ask: None,
            word: Some(word.to_owned()),
            outcome: None,
            reason: None,
            sentence: None,
            due,
            event: Some(visit),
            round: Some(1),
        }
        .into(),
        2 => Return {
            doc: DocId(sampler.bytes()),
            visit: Some(visit),
            fields: vec![FieldNote {
                doc: DocId(sampler.bytes()),
                key: "f/nik".to_owned(),
                note: "NIK tidak sama dengan KTP, mohon dilihat lagi".to_owned(),
            }],
            note: "Mohon diperbaiki sebelum diteruskan".to_owned(),
            by: "Supervisor".to_owned(),
            due,
            closed: None,
            round: Some(2),
        }
        .into(),
        _ => InformTask {
            case: DocId(sampler.bytes()),
            number: registration,
            word: word.to_owned(),
            text: "Pengaduan Bapak/Ibu sedang diproses".to_owned(),
            phone: None,
            due,
            closed: None,
            person: Some(DocId(sampler.bytes())),
        }
        .into(),
    };
    FeedRow::new(id, u64::from(number) + 1, at, &row)
}

/// A part of a register pack.
pub fn pack(sampler: &mut Sampler, skip: usize, count: usize) -> FeedRow {
    let village = sampler.village();
    let listed = register(village, RegisterKind::Dtsen).into_iter().skip(skip).take(count);
    let rows = listed.map(|row| RegisterRow {
        row_id: row.row_id,
        nik: row.nik.map(|nik| nik.digits().to_owned()),
        kk: row.kk.map(|kk| kk.digits().to_owned()),
        name: row.name,
        birth_date: Some(row.birth_date.to_string()),
        rt: Some(row.rt),
        rw: Some(row.rw),
        desil: Some(row.desil),
        programs: row.programs.into_iter().map(str::to_owned).collect(),
    });
    let pack = Pack {
        desa: village.code.to_string(),
        source: RegisterKind::Dtsen.source().to_owned(),
        release: "dtsen-2025-2".to_owned(),
        released_on: "2025-06-30".to_owned(),
        part: 0,
        parts: 1,
        rows: rows.collect(),
    };
    FeedRow::new(RowId(sampler.bytes()), 1, FIRST_DAY, &pack.into())
}
