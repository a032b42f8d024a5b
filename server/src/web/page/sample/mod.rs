//! Every page is drawn from sample data in both languages; hostile text never escapes its place.

mod desk;
mod family;

use askama::Template;
use jangkau_domain::Lang;

use super::again::AgainPage;
use super::fault::FaultPage;
use super::form::{FormPage, Input};
use super::login::LoginPage;
use super::search::{Hit, SearchPage};
use crate::web::say;
use crate::web::view::{
    Badge, Banner, Frame, LeftTime, Problem, RailGroup, RailItem, Stop, StopState, TimelineItem,
    TimelineKind, Tone, Who,
};

const HOSTILE: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

fn frame(lang: Lang) -> Frame {
    Frame {
        lang,
        title: "Menunggu telaah".to_owned(),
        rail: vec![RailGroup {
            title: say::QUEUES.text(lang),
            items: vec![RailItem {
                href: "/antrean/review".to_owned(),
                name: "Menunggu telaah",
                sign: "review",
                count: Some(24),
                over: 2,
                current: true,
            }],
        }],
        who: Who { name: "Ratna Komariah".to_owned(), role_line: HOSTILE.to_owned() },
        kab_line: "Kab. Tirtamaya · 9901".to_owned(),
        csrf: "token".to_owned(),
        searched: HOSTILE.to_owned(),
        banner: Some(Banner { tone: Tone::Padi, first: HOSTILE.to_owned(), second: String::new() }),
        keys: true,
        fictive: true,
        printed: HOSTILE.to_owned(),
    }
}

fn left() -> LeftTime {
    LeftTime { text: "Lewat 1 hari".to_owned(), days: -1 }
}

fn badge() -> Badge {
    Badge::new(HOSTILE, Tone::Bata, "urgent")
}

fn stops() -> Vec<Stop> {
    vec![Stop { name: "Dicatat", state: StopState::Now, date: "03/07".to_owned() }]
}

fn timeline() -> Vec<TimelineItem> {
    vec![TimelineItem {
        kind: TimelineKind::Now,
        who: HOSTILE.to_owned(),
        what: HOSTILE.to_owned(),
        when: "14/07, 14.06 WIB".to_owned(),
        quote: HOSTILE.to_owned(),
    }]
}

fn every_page(lang: Lang) -> Vec<(&'static str, askama::Result<String>)> {
    let search = SearchPage {
        f: frame(lang),
        title: "Cari".to_owned(),
        rule: HOSTILE.to_owned(),
        hits: vec![Hit {
            href: "/orang/41a0".to_owned(),
            name: HOSTILE.to_owned(),
            meta: HOSTILE.to_owned(),
            kind: "Warga".to_owned(),
            place: HOSTILE.to_owned(),
            badge: Some(badge()),
        }],
        empty_first: String::new(),
        empty_second: String::new(),
    };
    let form = FormPage {
        f: frame(lang),
        title: HOSTILE.to_owned(),
        explain: HOSTILE.to_owned(),
        problems: vec![Problem::new(HOSTILE)],
        action: "/ubah".to_owned(),
        hidden: vec![("seen", HOSTILE.to_owned())],
        inputs: vec![Input { error: HOSTILE.to_owned(), ..Input::text("value", "NIK", HOSTILE) }],
        submit: "Simpan".to_owned(),
        back: "/".to_owned(),
        below: Vec::new(),
    };
    let login = LoginPage {
        lang,
        lang_code: "id",
        kab_name: HOSTILE.to_owned(),
        problem: HOSTILE.to_owned(),
        tries_left: HOSTILE.to_owned(),
        csrf: "token".to_owned(),
        next: HOSTILE.to_owned(),
        login: HOSTILE.to_owned(),
        kept: vec![("kept:note".to_owned(), HOSTILE.to_owned())],
    };
    let again = AgainPage {
        lang,
        csrf: "token".to_owned(),
        action: "/kunjungan/x".to_owned(),
        texts: vec![HOSTILE.to_owned()],
        kept: vec![("review_note".to_owned(), HOSTILE.to_owned())],
    };
    let fault = FaultPage {
        lang_code: "id",
        title: HOSTILE.to_owned(),
        text: HOSTILE.to_owned(),
        id: "7".to_owned(),
        back: "Beranda".to_owned(),
    };
    vec![
        ("queue", desk::queue(lang).render()),
        ("visit", desk::visit(lang).render()),
        ("case", desk::case(lang).render()),
        ("conflict", desk::conflict(lang).render()),
        ("household", family::household(lang).render()),
        ("person", family::person(lang).render()),
        ("search", search.render()),
        ("form", form.render()),
        ("login", login.render()),
        ("again", again.render()),
        ("fault", fault.render()),
    ]
}

#[test]
fn hostile_text_stays_text_on_every_page_in_both_languages() {
    for lang in [Lang::Id, Lang::En] {
        for (name, page) in every_page(lang) {
            let html = page.expect(name);
            assert!(html.contains("&#60;script&#62;"), "{name} does not show the text");
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{name}");
            assert!(html.starts_with("<!doctype html>"), "{name}");
        }
    }
}
