//! Every route, every role, every wilayah: what opens, and what looks as if it were not there.
//!
//! The routes come from the router's own table; one without an expectation fails the test.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use jangkau_domain::event::{self, Event, EventBody, Submit, Visit};
use jangkau_domain::role::Role;
use jangkau_domain::{DocId, DocKind, Ulid, UserId, Value};
use jangkau_server::access::token::Token;
use jangkau_server::web::ROUTES;

use crate::harness::{DESA, START_S, Site};
use crate::tablet::{Tablet, visit};

/// Where an account works, seen from the record: around it, beside it, in another kabupaten.
const AREAS: [(&str, [&str; 3]); 3] = [
    ("around", ["9901012001", "990101", "9901"]),
    ("beside", ["9901012002", "990102", "9902"]),
    ("far", ["9971011001", "997101", "9971"]),
];

/// Who opens what, by the letters of the role table. Read against the guideline, not the code.
const PEOPLE: &str = "fs spv mj fo bo fop bop kp pj";
const CASES: &str = "fs spv mj fo bo fop bop kp pj";
const RECORDS: &str = "fs fo bo fop bop";
const REVIEWS: &str = "spv mj";

/// Forms that wait on the login page when the login ended while somebody typed.
const TYPED: [&str; 4] =
    ["/kunjungan/{visit}", "/kasus/{doc}", "/ubah/{doc}/{*key}", "/data-berbeda/{doc}/{*key}"];

/// What a route answers to somebody whose role and area reach the record.
enum Expected {
    /// Anybody, signed in or not.
    Open(u16),
    /// Anybody signed in.
    SignedIn(u16),
    /// These roles around the record get the first; everybody else who is signed in gets 404.
    Roles(&'static str, u16),
    /// These roles around the record get the first; who may see it but not do it gets 403.
    Acts { may: &'static str, sees: &'static str },
    /// Depends on the queue's owners alone, not on the area: a list shows what the area holds.
    Owners(&'static str),
}

use Expected::{Acts, Open, Owners, Roles, SignedIn};

fn expected(method: &str, path: &str) -> Option<Expected> {
    Some(match (method, path) {
        ("get", "/masuk" | "/static/jangkau.css" | "/static/keys.js") => Open(200),
        ("post", "/masuk") => Open(401),
        ("get", "/") => SignedIn(303),
        ("post", "/bahasa") => SignedIn(303),
        // Without the form's own token nothing is changed, whoever asks.
        ("post", "/keluar" | "/akun") => SignedIn(403),
        ("get", "/akun" | "/cari" | "/keluarga") => SignedIn(200),
        ("post", "/cari") => SignedIn(200),
        ("get", "/antrean/{queue}") => Owners(REVIEWS),
        ("get", "/data-berbeda") => Owners("adm_kab"),
        ("get", "/keluarga/{doc}" | "/orang/{doc}") => Roles(PEOPLE, 200),
        ("get", "/kunjungan/{visit}") => Roles(PEOPLE, 200),
        ("get", "/kasus/{doc}") => Roles(CASES, 200),
        ("get", "/ubah/{doc}/{*key}") => Acts { may: RECORDS, sees: PEOPLE },
        ("get", "/buka/{doc}/{*key}") => Roles(PEOPLE, 200),
        ("get", "/data-berbeda/{doc}/{*key}") => Roles("", 200),
        ("post", "/ubah/{doc}/{*key}" | "/buka/{doc}/{*key}" | "/kasus/{doc}") => SignedIn(403),
        ("post", "/kunjungan/{visit}" | "/data-berbeda/{doc}/{*key}") => SignedIn(403),
        ("post", "/antrean/{queue}") => SignedIn(403),
        _ => return None,
    })
}

struct Record {
    household: DocId,
    person: DocId,
    case: DocId,
    visit: Ulid,
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_opens_to_whom_it_should_and_to_nobody_else() {
    let site = Site::new().await;
    let record = record(&site).await;
    let mut asked = 0;
    for (method, path) in ROUTES {
        let expected =
            expected(method, path).unwrap_or_else(|| panic!("{method} {path} has no expectation"));
        let anonymous = ask(&site, method, path, &record, None).await;
        let open = match expected {
            Open(status) => status,
            // The login page, with the form that somebody may have typed for an hour.
            _ if *method == "post" && TYPED.contains(path) => 401,
            // Sent to the login page.
            _ => 303,
        };
        assert_eq!(anonymous, open, "{method} {path} to nobody");
        for role in Role::ALL {
            for (place, areas) in AREAS {
                let cookie = sign_in(&site, role, areas[reach(role)], asked).await;
                let status = ask(&site, method, path, &record, Some(&cookie)).await;
                let right = status_for(&expected, role, place == "around");
                assert_eq!(status, right, "{method} {path} to {} {place}", role.key());
                asked += 1;
            }
        }
    }
    assert!(asked >= ROUTES.len() * 48);
}

fn status_for(expected: &Expected, role: Role, around: bool) -> u16 {
    let among = |roles: &str| roles.split(' ').any(|key| key == role.key());
    match expected {
        Open(status) | SignedIn(status) => *status,
        Owners(roles) => {
            if among(roles) {
                200
            } else {
                404
            }
        }
        Roles(roles, status) => {
            if around && among(roles) {
                *status
            } else {
                404
            }
        }
        Acts { may, .. } if around && among(may) => 200,
        Acts { sees, .. } if around && among(sees) => 403,
        Acts { .. } => 404,
    }
}

/// Desa, kecamatan or kabupaten: what an account of the role is given.
fn reach(role: Role) -> usize {
    match role {
        Role::Fs | Role::Fop | Role::Bop | Role::Kp | Role::Pj => 0,
        Role::Spv => 1,
        _ => 2,
    }
}

async fn sign_in(site: &Site, role: Role, area: &str, n: usize) -> String {
    let user = site.user(&format!("{}-{n}", role.key()), role, area).await;
    cookie_of(site, user)
}

fn cookie_of(site: &Site, user: UserId) -> String {
    let (token, secret) = (Token::draw().unwrap(), Token::draw().unwrap());
    site.app.sessions.create(&token, user, &secret, site.clock.now_s()).unwrap();
    format!("__Host-jangkau={}", token.to_hex())
}

async fn ask(site: &Site, method: &str, path: &str, record: &Record, cookie: Option<&str>) -> u16 {
    let (doc, key) = match path {
        path if path.starts_with("/keluarga") => (record.household, ""),
        path if path.starts_with("/kasus") => (record.case, ""),
        path if path.starts_with("/data-berbeda") => (record.person, "f/name"),
        path if path.starts_with("/buka") => (record.person, "f/nik"),
        _ => (record.person, "f/birth_place"),
    };
    let path = path
        .replace("{doc}", &doc.to_string())
        .replace("{*key}", key)
        .replace("{visit}", &record.visit.to_string())
        .replace("{queue}", "review");
    // A form that waits on the login page shows what its own sender typed: only the search names
    // the citizen here.
    let sought = if path == "/cari" { "&q=SUMIATI" } else { "" };
    let form = format!(
        "csrf=none&login=nobody&password=nothing-at-all&lang=id&old=a&new=b&seen=x&value=y\
        &purpose=review&choice=0&typed=&why=z&step=T8&verdict=accept{sought}"
    );
    let mut request = Request::builder()
        .method(method.to_uppercase().as_str())
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let body = if method == "post" { Body::from(form) } else { Body::empty() };
    let response = site.ask(request.body(body).unwrap()).await;
    let status = response.status().as_u16();
    let policy = response.headers().get("content-security-policy").cloned();
    assert!(policy.is_some_and(|policy| policy.to_str().unwrap().contains("default-src 'none'")));
    let page = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    // Guessing slows down, whoever guesses; the throttle has tests of its own.
    let status = if status == 429 { 401 } else { status };
    if status >= 400 {
        let text = String::from_utf8_lossy(&page);
        assert!(!text.contains("SUMIATI"), "a refused page names the citizen");
    }
    status
}

async fn record(site: &Site) -> Record {
    let mut tablet = Tablet::of(site, "pencatat", Role::Fs, DESA).await;
    let (household, person) =
        (tablet.household("9901010101100001"), tablet.person("9901017112580003"));
    let case = tablet.document(DocKind::Case, DocId([9; 16]), tablet.desa());
    let (met, asked) = (visit(1), Ulid::new(START_S as u64 * 1000, [2; 10]));
    let reference = |doc: DocId| Value::Bytes(doc.0.to_vec());
    tablet.edit(household, Some(met), &household_fields(met));
    let named = [
        ("f/name", "SUMIATI".into()),
        ("f/nik", "9901017112580003".into()),
        ("f/birth_date", "1958-12-31".into()),
        ("f/sex", "female".into()),
        ("f/household", reference(household)),
        ("f/relation", "head".into()),
        ("f/presence", "present".into()),
    ];
    tablet.edit(person, Some(met), &named);
    let submit = Submit {
        route: "review".to_owned(),
        similar: Vec::new(),
        still_new: None,
        kept: Vec::new(),
    };
    let key = event::key(&asked);
    let said = [
        ("f/kind", "need".into()),
        ("f/subcat", "k01".into()),
        ("f/number", "9901-2507-0K7-0012-G".into()),
        ("f/person", reference(person)),
        ("f/channel", "fs".into()),
        ("f/program", "sembako".into()),
        ("f/sector", "food".into()),
        ("f/story", "Belum pernah menerima sembako".into()),
        ("set/ppks/poor", Value::Bool(true)),
        ("f/reg_status", "listed".into()),
        (key.as_str(), event(EventBody::Submit(submit))),
    ];
    tablet.edit(case, Some(met), &said);
    tablet.push(site).await;
    Record { household, person, case, visit: met }
}

fn household_fields(met: Ulid) -> Vec<(&'static str, Value)> {
    let visit = Visit {
        place: "home".to_owned(),
        purpose: "outreach".to_owned(),
        outcome: "met".to_owned(),
        consent: Some("spoken".to_owned()),
        from_s: START_S - 1_800,
        to_s: START_S - 600,
        channel: "fs".to_owned(),
        ..Visit::default()
    };
    vec![
        ("f/desa", DESA.into()),
        ("f/kk", "9901010101100001".into()),
        ("f/address", "Dsn. Krajan".into()),
        ("f/rt", "003".into()),
        ("f/rw", "001".into()),
        ("f/state", "active".into()),
        ("f/size", Value::Int(1)),
        (event::key(&met).leak(), event(EventBody::Visit(visit))),
    ]
}

fn event(body: EventBody) -> Value {
    Value::Bytes(Event { at_s: START_S - 600, seen: None, body }.encode())
}
