//! One row of each kind.

use jangkau_domain::{DocId, DocKind, ScopeId, Ulid, UserId, Value};
use jangkau_sync::row::{
    Account, Alias, Calendar, CaseState, Catalogue, Chosen, DataRequest, DayOff, FeedRow,
    FieldChoice, FieldNote, HeldChange, InformTask, Lease, Mode, Moved, Notice, Number, Office,
    Pack, Pending, ProgramRow, Purge, Refusal, RegisterRow, RegisterStatus, Return, Row, RowId,
    RowKind, Target, Task, TaskCard, Text, VisitState, decode_frame, encode_frame,
};

const DOC: DocId = DocId([0xab; 16]);
const OTHER: DocId = DocId([0xcd; 16]);
const VISIT: Ulid = Ulid([0x01; 16]);
const DUE: Option<i64> = Some(1_752_886_800);

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn of_cases() -> Vec<Row> {
    let number = "9901-2507-0K7-0012-G".to_owned();
    vec![
        CaseState {
            case: DOC,
            number: Some(number.clone()),
            state: "with_back_office".to_owned(),
            unit: some("puskesos:9901012001"),
            ask: some("close"),
            word: some("in_process"),
            outcome: some("handled_by_puskesos"),
            reason: some("a1"),
            sentence: some("Belum dapat dipenuhi"),
            due: DUE,
            event: Some(VISIT),
            round: Some(2),
        }
        .into(),
        Number { case: DOC, old: number.clone(), new: "9901-2507-0K8-0001-H".to_owned() }.into(),
        InformTask {
            case: DOC,
            number,
            word: "done".to_owned(),
            text: "Pengaduan sudah selesai".to_owned(),
            phone: some("6281200000001"),
            due: DUE,
            closed: None,
            person: Some(OTHER),
        }
        .into(),
        DataRequest {
            case: DOC,
            question: "Sejak kapan?".to_owned(),
            keys: vec!["f/story".to_owned()],
            due: DUE,
            closed: None,
            doc: None,
        }
        .into(),
    ]
}

fn of_reviews() -> Vec<Row> {
    vec![
        VisitState { visit: VISIT, state: "returned".to_owned(), round: 1, note: some("Mohon") }
            .into(),
        Return {
            doc: DOC,
            visit: Some(VISIT),
            fields: vec![FieldNote { doc: OTHER, key: "f/nik".into(), note: "Cek KTP".into() }],
            note: "Mohon diperbaiki".to_owned(),
            by: "Supervisor Contoh".to_owned(),
            due: DUE,
            closed: None,
            round: Some(2),
        }
        .into(),
        Refusal {
            event: VISIT,
            doc: DOC,
            step: some("T1"),
            code: "illegal".to_owned(),
            text: "Kasus sudah diteruskan".to_owned(),
            seen_state: some("draft"),
            present_state: some("submitted"),
        }
        .into(),
        HeldChange {
            doc: DOC,
            change: [0x99; 32],
            code: "not_allowed".to_owned(),
            text: "Tidak diizinkan".to_owned(),
            closed: None,
            kind: Some(DocKind::Person),
        }
        .into(),
    ]
}

fn of_work() -> Vec<Row> {
    vec![
        Task {
            kind: "cross_check".to_owned(),
            card: TaskCard {
                doc: Some(DOC),
                name: "SUMIATI".to_owned(),
                address: "Dsn. Krajan".to_owned(),
                text: "Cek silang".to_owned(),
            },
            due: DUE,
            closed: None,
        }
        .into(),
        Target { period: "2025-07".to_owned(), households: 60, done: 12 }.into(),
        Notice { text: "Rapat hari Senin".to_owned(), by: "SPV".to_owned(), until: DUE }.into(),
        Account {
            user: UserId(7),
            roles: vec!["fs".to_owned()],
            desa: vec!["9901012001".to_owned()],
            replacement: Some(UserId(8)),
            name: some("Fasilitator Contoh"),
            closed: None,
        }
        .into(),
        Lease { until: 1_755_046_800, scopes: vec![ScopeId(17)], wrapped_keys: Some(vec![1, 2]) }
            .into(),
    ]
}

fn of_documents() -> Vec<Row> {
    let chosen = |value| FieldChoice {
        doc: DOC,
        key: "f/nik".to_owned(),
        chosen: Chosen(value),
        by: "Admin Contoh".to_owned(),
        why: "Sesuai KTP".to_owned(),
    };
    vec![
        Alias {
            kind: DocKind::Person,
            loser: DOC,
            winner: OTHER,
            loser_heads: vec![[1; 32].into()],
            winner_heads: vec![[2; 32].into(), [3; 32].into()],
            closed: DUE,
        }
        .into(),
        Pending { doc: DOC, keys: vec!["f/nik".to_owned(), "f/name".to_owned()] }.into(),
        chosen(Value::Str("9901017112580003".to_owned())).into(),
        RegisterStatus {
            person: DOC,
            status: "listed".to_owned(),
            release: "dtsen-2025-2".to_owned(),
            desil: Some(2),
        }
        .into(),
        Moved { doc: DOC, from: ScopeId(17), to: ScopeId(18) }.into(),
        Purge { doc: DOC, reason: "uu-27-2022".to_owned() }.into(),
        Pack {
            desa: "9901012001".to_owned(),
            source: "dtsen".to_owned(),
            release: "dtsen-2025-2".to_owned(),
            released_on: "2025-06-30".to_owned(),
            part: 0,
            parts: 3,
            rows: vec![register_row(), RegisterRow::default()],
        }
        .into(),
    ]
}

fn register_row() -> RegisterRow {
    RegisterRow {
        row_id: "dtsen-9901012001-000001".to_owned(),
        nik: some("9901017112580003"),
        kk: some("9901010101100001"),
        name: "SUMIATI".to_owned(),
        birth_date: some("1958-12-31"),
        rt: some("003"),
        rw: some("001"),
        desil: Some(2),
        programs: vec!["pbi".to_owned()],
    }
}

fn of_offices() -> Vec<Row> {
    vec![
        Catalogue { version: 1, programs: vec![program()] }.into(),
        Office {
            name: "Puskesos Sukamaju".to_owned(),
            address: "Balai Desa".to_owned(),
            phone: some("6281200000002"),
            hours: some("08.00–15.00"),
            unit: some("puskesos:9901012001"),
            closed: None,
        }
        .into(),
        Calendar {
            version: 2,
            days: vec![DayOff {
                date: "2025-08-17".to_owned(),
                kind: "national".to_owned(),
                wilayah: None,
                name: "Hari Kemerdekaan".to_owned(),
                decree: String::new(),
            }],
            week: Some(5),
            zone: some("wib"),
        }
        .into(),
        Mode {
            wilayah: "990101".to_owned(),
            kind: "natural".to_owned(),
            from: 1_752_454_800,
            until: DUE,
            text: "Banjir".to_owned(),
        }
        .into(),
        Text { version: 1, texts: vec![("sms.received".to_owned(), "Diterima".to_owned())] }.into(),
    ]
}

fn program() -> ProgramRow {
    let dated = |id: &str, en: &str| ("2025-01-01".to_owned(), id.to_owned(), en.to_owned());
    ProgramRow {
        code: "sembako".to_owned(),
        name: "Program Sembako".to_owned(),
        name_en: "Staple food".to_owned(),
        sector: "food".to_owned(),
        owner: "Kementerian Sosial".to_owned(),
        level: "national".to_owned(),
        unit: 2,
        desil_max: Some(4),
        ages: Some((0, 120)),
        requires_register: true,
        papers: vec!["ktp".to_owned(), "kk".to_owned()],
        ask: 2,
        card_digits: Some(16),
        valid_from: some("2025-01-01"),
        valid_to: some("2025-12-31"),
        wilayah: vec!["99".to_owned()],
        regulation: "Permensos 4/2023".to_owned(),
        amount: Some(dated("Rp200.000 sebulan", "Rp200,000 a month")),
        info: Some(dated("Lewat bank", "By bank")),
        target: "ministry".to_owned(),
        by_letter: true,
    }
}

/// One row of each kind.
pub fn all() -> Vec<Row> {
    [of_cases(), of_reviews(), of_work(), of_documents(), of_offices()].concat()
}

/// The name of a row's golden file.
pub fn name(row: &Row) -> String {
    format!("row_{}", RowKind::from_number(row.number()).unwrap().key())
}

fn feed_row(row: &Row) -> FeedRow {
    FeedRow::new(RowId([0x5a; 16]), 70_000, 1_752_454_800, row)
}

#[test]
fn each_kind_decodes_for_ever() {
    for row in all() {
        let golden = super::file(&name(&row), &minicbor::to_vec(feed_row(&row)).unwrap());
        let decoded: FeedRow = minicbor::decode(&golden).unwrap();
        assert!(decoded == feed_row(&row), "{} says the same", name(&row));
        let read = Row::read(&decoded).unwrap();
        assert!(read == row, "{} means the same", name(&row));
        assert_eq!(minicbor::to_vec(feed_row(&read)).unwrap(), golden);
    }
}

#[test]
fn every_kind_has_a_row() {
    let mut numbers: Vec<u8> = all().iter().map(Row::number).collect();
    numbers.sort_unstable();
    let kinds: Vec<u8> = RowKind::ALL.iter().map(|kind| *kind as u8).collect();
    assert_eq!(numbers, kinds);
}

#[test]
fn a_kind_of_a_newer_server_is_kept() {
    let newer = Row::Unknown(200, vec![0xa1, 0x00, 0x01]);
    let frame = encode_frame(&[feed_row(&newer)], 3);
    let rows = decode_frame(&frame).unwrap();
    assert!(Row::read(&rows[0]) == Ok(newer));
}

#[test]
fn a_frame_brings_all_rows_in_order() {
    let rows: Vec<FeedRow> = all().iter().map(feed_row).collect();
    for level in [3, 19] {
        assert!(decode_frame(&encode_frame(&rows, level)).unwrap() == rows);
    }
}

#[test]
fn a_damaged_body_names_its_kind_only() {
    let mut row = feed_row(&Notice { text: "x".into(), by: "y".into(), until: None }.into());
    row.body.truncate(3);
    let error = Row::read(&row).err().unwrap();
    assert_eq!(error.to_string(), "the body of a row of kind notice is damaged");
}

#[test]
fn chosen_values_keep_their_type() {
    let values = [
        Value::Str("x".to_owned()),
        Value::Int(-7),
        Value::Int(i64::MAX),
        Value::Bool(true),
        Value::Bytes(vec![0xab; 16]),
    ];
    for value in values {
        let bytes = minicbor::to_vec(Chosen(value.clone())).unwrap();
        assert!(minicbor::decode::<Chosen>(&bytes).unwrap() == Chosen(value));
    }
}
