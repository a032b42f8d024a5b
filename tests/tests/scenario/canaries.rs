//! Check 6: a marked NIK, KK and name lie nowhere in the clear, on neither side.

use std::io::Write;
use std::sync::{Arc, Mutex};

use jangkau_domain::{DocKind, Value};
use jangkau_sync::message::push;
use jangkau_sync::{Action, Edit};
use jangkau_tests::browser::Browser;
use jangkau_tests::people::Family;
use jangkau_tests::scribe::{Written, first_change, raw_frame};
use jangkau_tests::secret_search::{Marked, in_folder};
use jangkau_tests::site::DESA;
use jangkau_tests::{Caller, Site, Tablet};

const NIK: &str = "9901017112588642";
const KK: &str = "9901011203158642";
const NAME: &str = "QUWINTASARI";

fn marked() -> Vec<Marked> {
    vec![Marked::new("nik", NIK), Marked::new("kk", KK), Marked::new("name", NAME)]
}

/// Everything that the process logs, at the finest level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn listen() -> Self {
        let log = Self::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .try_init()
            .expect("no other scenario listens to the log");
        log
    }

    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }
}

#[test]
fn no_marked_text_lies_in_the_clear() {
    let log = Log::listen();
    let site = Site::new();
    let (one, two) = (Tablet::enrolled(&site, "fs1"), Tablet::enrolled(&site, "fs2"));
    let typed = one.start_new();
    let family = Family { nik: NIK.to_owned(), kk: KK.to_owned(), name: NAME.to_owned() };
    family.fill(&typed);
    typed.finish();
    one.sync();
    two.sync();
    show(&site, &two);
    provoke(&site);

    let marked = marked();
    for folder in [site.folder(), one.folder(), two.folder()] {
        let hits = in_folder(&folder, &marked);
        assert!(hits.is_empty(), "{hits:?}");
    }
    for exchange in site.tap().heard() {
        let refused = exchange.status >= 400;
        for one in &marked {
            assert!(!one.is_in(exchange.url.as_bytes()), "{} in an address", one.name());
            assert!(!(refused && one.is_in(&exchange.answer)), "{} in an error", one.name());
        }
    }
    let logged = log.bytes();
    assert!(logged.len() > 1_000, "the log was heard");
    let hits: Vec<_> = marked.iter().filter(|one| one.is_in(&logged)).map(Marked::name).collect();
    assert!(hits.is_empty(), "{hits:?} in the log");
}

/// Lets the text be shown wherever it is shown, which proves that it is there at all.
fn show(site: &Site, tablet: &Tablet) {
    let found = tablet.app().search(NAME.to_owned()).unwrap();
    assert_eq!(found.hits.len(), 1, "the other tablet finds the person by name");
    assert!(!found.hits[0].nik_masked.contains(&NIK[4..12]), "a list shows the NIK masked");
    let person = site.documents(DocKind::Person)[0];
    let household = site.documents(DocKind::Household)[0];
    let mut browser = Browser::logged_in(site, "spv");
    for path in
        ["/keluarga".to_owned(), format!("/keluarga/{household}"), format!("/orang/{person}")]
    {
        let page = browser.get(&path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.html.contains(NAME) || path == "/keluarga", "{path} shows the name");
    }
    let form = browser.get("/cari");
    for typed in [NIK, NAME] {
        let page = browser.post("/cari", &form, &[("q", typed)]);
        assert!(page.status < 500, "a search is answered");
    }
    drop(browser.get("/healthz"));
    drop(browser.get("/metrics"));
}

/// Sends the text in every way in which it is refused.
fn provoke(site: &Site) {
    let mut caller = Caller::enrolled(site, "fs1");
    let (kind, scope) = (DocKind::Person, site.scope(DESA));
    let doc = jangkau_domain::DocId([3; 16]);
    let put = |key: &str, value: &str| {
        first_change(&caller, kind, doc, &Edit::put(key, Value::from(value)))
    };
    let mut wrong_type = put("f/chronic", NAME);
    wrong_type.ops[0].action = Action::Put(Value::from(NIK));
    let mut wrong_key = put("f/name", NAME);
    NIK.clone_into(&mut wrong_key.ops[0].key);
    let mut other_author = put("f/nik", NIK);
    other_author.message = Some(format!("v1.7.{NIK}.-"));
    for mut change in [wrong_type, wrong_key, other_author] {
        let bytes = change.seal();
        let frame = raw_frame(&[Written { kind, doc, scope, bytes }]);
        let reply = caller.post(push::PATH, frame.clone());
        let told = marked().iter().any(|one| one.is_in(&reply.body));
        assert!(!told, "a held change is not told in its own words");
        drop(caller.post(push::PATH, frame[..frame.len() - 3].to_vec()));
    }
    let html = format!("<p>{NAME} {NIK} {KK}</p>").into_bytes();
    for path in ["/sync/v1/push", "/sync/v1/pull", "/sync/v1/hello", "/sync/v1/enrol", "/masuk"] {
        assert!(caller.post(path, html.clone()).status >= 400);
    }
    caller.token = NIK.repeat(4);
    assert_eq!(caller.post(push::PATH, html).status, 401);
}

#[test]
fn the_search_finds_what_does_lie_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("deep")).unwrap();
    std::fs::write(folder.path().join("deep/main.db-wal"), format!("xx{KK}yy")).unwrap();
    assert_eq!(in_folder(folder.path(), &marked()), ["kk in main.db-wal"]);
}
