//! Sample data of the pages on which people decide.

use jangkau_domain::Lang;

use super::{HOSTILE, badge, frame, left, stops, timeline};
use crate::web::page::case::{CasePage, CasePerson, Deadline, ReferralCard, StepChoice};
use crate::web::page::conflict::{ConflictPage, DeskItem, OpenConflict, Side};
use crate::web::page::form::Input;
use crate::web::page::queue::{Cell, Part, QueuePage, Row};
use crate::web::page::visit::{Count, Neighbours, VisitPage};
use crate::web::view::{Chip, DiffGroup, DiffRow, Fact, Hold, Mark, NumberText, Problem};

pub(super) fn queue(lang: Lang) -> QueuePage {
    let cells = vec![
        Cell::Parts(vec![Part {
            sign: "people",
            title: "anggota",
            text: "3".to_owned(),
            strong: true,
        }]),
        Cell::Text { main: HOSTILE.to_owned(), meta: HOSTILE.to_owned() },
        Cell::Badge(badge()),
        Cell::Stops(stops()),
        Cell::Warnings(2),
        Cell::By(HOSTILE.to_owned()),
        Cell::When { day: HOSTILE.to_owned(), delay: HOSTILE.to_owned() },
    ];
    QueuePage {
        f: frame(lang),
        title: "Menunggu telaah".to_owned(),
        rule: HOSTILE.to_owned(),
        summary: (HOSTILE.to_owned(), String::new()),
        next_href: "/kunjungan/x".to_owned(),
        next_name: "Telaah berikutnya".to_owned(),
        chips: vec![Chip {
            href: "?f=late".to_owned(),
            name: "Lewat batas".to_owned(),
            sign: "clock",
            count: 2,
            current: false,
        }],
        first_column: "Keluarga",
        columns: vec!["Isi", "Dicatat", "Keadaan", "Tahap", "Peringatan"],
        rows: vec![Row {
            left: left(),
            href: "/kunjungan/x".to_owned(),
            name: HOSTILE.to_owned(),
            number: None,
            badges: vec![badge()],
            meta: HOSTILE.to_owned(),
            cells,
            holder: HOSTILE.to_owned(),
            tick: HOSTILE.to_owned(),
        }],
        held: true,
        bulk: true,
        bulk_action: "/antrean/review".to_owned(),
        range: "1–1 dari 1".to_owned(),
        more_href: "?p=2".to_owned(),
        empty_first: String::new(),
        empty_second: String::new(),
    }
}

pub(super) fn visit(lang: Lang) -> VisitPage {
    let row = DiffRow {
        doc: "41a0".to_owned(),
        key: "f/birth_date".to_owned(),
        label: "Tanggal lahir".to_owned(),
        mark: Mark::Changed,
        before: HOSTILE.to_owned(),
        now: HOSTILE.to_owned(),
        reveal: "/buka/41a0/f/birth_date".to_owned(),
        warnings: vec![HOSTILE.to_owned()],
        note: HOSTILE.to_owned(),
        may_note: true,
        conflict: true,
    };
    VisitPage {
        f: frame(lang),
        queue_href: "/antrean/review".to_owned(),
        queue_name: "Menunggu telaah".to_owned(),
        beside: Neighbours {
            place: "2 dari 3".to_owned(),
            before: "/kunjungan/w".to_owned(),
            after: "/kunjungan/y".to_owned(),
        },
        title: HOSTILE.to_owned(),
        badges: vec![badge()],
        hold: Hold { by: HOSTILE.to_owned(), mine: false, offered: false },
        kept: vec![HOSTILE.to_owned()],
        unfolded: true,
        left: Some(left()),
        due: "s.d. Kamis".to_owned(),
        facts_line: HOSTILE.to_owned(),
        action: "/kunjungan/x".to_owned(),
        seen: "7".to_owned(),
        problems: vec![Problem::new(HOSTILE).at("review_note")],
        counts: vec![Count { number: 1, word: "berubah", class: "warned-count" }],
        groups: vec![DiffGroup {
            sign: "person",
            title: HOSTILE.to_owned(),
            meta: HOSTILE.to_owned(),
            number: Some(NumberText::new("9901-2507-0K7-0012-G")),
            badge: Some(badge()),
            href: "/orang/41a0".to_owned(),
            rows: vec![row],
            same: vec![(HOSTILE.to_owned(), HOSTILE.to_owned())],
        }],
        conflict_badge: badge(),
        may_decide: true,
        review_note_label: "Catatan".to_owned(),
        review_note: HOSTILE.to_owned(),
        note_hint: "",
        timeline: timeline(),
        decision_line: HOSTILE.to_owned(),
        accept_name: "Teruskan ke Manajer".to_owned(),
    }
}

pub(super) fn case(lang: Lang) -> CasePage {
    CasePage {
        f: frame(lang),
        queue_href: "/antrean/manager".to_owned(),
        queue_name: "Di Manajer".to_owned(),
        number: NumberText::new("9901-2507-0K7-0012-G"),
        badges: vec![badge()],
        deadline: Some(Deadline {
            title: "Di Manajer",
            left: left(),
            until: HOSTILE.to_owned(),
            whole: HOSTILE.to_owned(),
        }),
        subject: HOSTILE.to_owned(),
        for_whom: HOSTILE.to_owned(),
        facts_line: HOSTILE.to_owned(),
        stops: stops(),
        problems: vec![HOSTILE.to_owned()],
        referral: Some(ReferralCard {
            title: HOSTILE.to_owned(),
            badge: badge(),
            facts: vec![Fact::new(HOSTILE, HOSTILE)],
        }),
        hold: Hold { by: String::new(), mine: false, offered: true },
        aside: 0,
        aside_open: false,
        person: Some(CasePerson {
            name: HOSTILE.to_owned(),
            meta: HOSTILE.to_owned(),
            href: "/keluarga/7c1e".to_owned(),
            facts: vec![Fact { reveal: "/lihat-data".to_owned(), ..Fact::new("NIK", "9901") }],
        }),
        recorded_line: HOSTILE.to_owned(),
        story: HOSTILE.to_owned(),
        facts: vec![Fact::new(HOSTILE, HOSTILE)],
        steps: vec![StepChoice {
            id: "T15",
            name: "Rujuk".to_owned(),
            effect: HOSTILE.to_owned(),
            chosen: true,
            danger: true,
            aside: false,
            inputs: vec![Input::choice(
                "T15:target",
                "Tujuan",
                "opd_kab",
                vec![("opd_kab".to_owned(), HOSTILE.to_owned())],
            )],
        }],
        action: "/kasus/x".to_owned(),
        seen: "7".to_owned(),
        note: HOSTILE.to_owned(),
        waits_for: String::new(),
        timeline: timeline(),
    }
}

pub(super) fn conflict(lang: Lang) -> ConflictPage {
    let side = Side {
        class: "other",
        letter: "B".to_owned(),
        who_role: HOSTILE.to_owned(),
        value: (HOSTILE.to_owned(), HOSTILE.to_owned(), HOSTILE.to_owned()),
        facts: vec![Fact::new("Siapa", HOSTILE)],
        choice: "1".to_owned(),
        pick: "Pakai B".to_owned(),
        plain: HOSTILE.to_owned(),
        chosen: true,
    };
    ConflictPage {
        f: frame(lang),
        title: "Data berbeda".to_owned(),
        chosen: true,
        list: vec![DeskItem {
            href: "/data-berbeda/x".to_owned(),
            name: HOSTILE.to_owned(),
            field: "Tanggal lahir".to_owned(),
            meta: HOSTILE.to_owned(),
            left: left(),
            current: true,
        }],
        open: Some(OpenConflict {
            action: "/data-berbeda/x".to_owned(),
            seen: "7".to_owned(),
            whose: HOSTILE.to_owned(),
            title: "Tanggal lahir: dua isian yang berbeda".to_owned(),
            badge: badge(),
            problem: HOSTILE.to_owned(),
            sides: vec![side],
            typed_chosen: false,
            typed: HOSTILE.to_owned(),
            typed_help: "",
            effect_of: HOSTILE.to_owned(),
            effects: vec![HOSTILE.to_owned()],
            why: HOSTILE.to_owned(),
            opened: "Dibuka 16/07".to_owned(),
        }),
        empty_first: "Tidak ada".to_owned(),
        empty_second: String::new(),
    }
}
