//! A server of its own for each test: files in a folder, a clock that stands, routes without a port.

use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use jangkau_domain::role::Role;
use jangkau_domain::{Kab, UserId, synthetic};
use jangkau_server::access::code;
use jangkau_server::ingest::{self, Rebuilt};
use jangkau_server::store::dump::{self, Detail, Table};
use jangkau_server::store::users::{Grant, User};
use jangkau_server::{App, Clock, Config, router, setup, wilayah};
use jangkau_sync::session::CONTENT_TYPE;
use tempfile::TempDir;
use tower::ServiceExt;

/// Monday 14 July 2025, 10.15 WIB.
pub const START_S: i64 = 1_752_462_900;
/// Two desa of the kecamatan, and one of another kabupaten's neighbour.
pub const DESA: &str = "9901012001";
pub const OTHER_DESA: &str = "9901012002";

/// A running server without a port.
pub struct Site {
    pub app: App,
    pub clock: Clock,
    router: Router,
    folder: Option<TempDir>,
}

/// What the server answered.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Site {
    /// Sets a server up with the areas of province 99.
    pub async fn new() -> Self {
        Self::in_folder(tempfile::tempdir().unwrap()).await
    }

    /// Opens the server of a folder, as after a restart.
    pub async fn in_folder(folder: TempDir) -> Self {
        let clock = Clock::held_at(START_S);
        let config = Config::in_folder(folder.path().to_owned(), Kab(9901));
        let time = clock.clone();
        let app = blocking(move || {
            let (app, _) = setup::prepare(config, time).unwrap();
            if app.wilayah.is_empty() {
                wilayah::import(&app, synthetic::wilayah()).unwrap();
            }
            app.reopened_wilayah().unwrap()
        })
        .await;
        Self { router: router(app.clone()), app, clock, folder: Some(folder) }
    }

    /// Stops the server and returns its folder.
    pub async fn stop(mut self) -> TempDir {
        let ingest = self.app.ingest.clone();
        blocking(move || ingest.stop()).await;
        self.folder.take().unwrap()
    }

    /// Returns the folder of its files.
    pub fn folder(&self) -> &Path {
        self.folder.as_ref().unwrap().path()
    }

    /// Makes an account.
    pub async fn user(&self, login: &str, role: Role, area: &str) -> UserId {
        let user = User {
            id: UserId(0),
            login: login.to_owned(),
            name: format!("Nama {login}"),
            password: None,
            ended: false,
            grants: vec![Grant { role, wilayah: area.to_owned() }],
        };
        self.app.ingest.add_user(user).await.unwrap()
    }

    /// Makes room for a tablet and returns its code.
    pub async fn code(&self, user: UserId) -> String {
        let shown = code::draw().unwrap();
        let kept = code::kept(&shown).unwrap();
        let until = self.clock.now_s() + code::HOLDS_S;
        let made = self.app.ingest.run(move |writer| ingest::make_room(writer, user, &kept, until));
        made.await.unwrap();
        shown
    }

    /// Posts a body.
    pub async fn post(&self, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let mut request = Request::post(path).header("content-type", CONTENT_TYPE);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), 4 << 20).await.unwrap().to_vec();
        Answer { status, body }
    }

    /// Sends any request.
    pub async fn ask(&self, request: Request<Body>) -> axum::response::Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Writes out every table that follows from the log.
    pub async fn dump(&self, detail: Detail) -> Vec<Table> {
        let kab = self.app.config.kab;
        self.app.store.read(move |conn| dump::dump(conn, kab, detail)).await.unwrap()
    }

    /// Replays the log and expects every table as it was.
    pub async fn expect_rebuild_gives_the_same(&self) -> Rebuilt {
        let ingest = self.app.ingest.clone();
        let rebuilt = blocking(move || ingest.rebuild_now()).await.unwrap();
        assert_eq!(rebuilt.differing, [], "tables that are no function of the log");
        rebuilt
    }

    /// Counts the rows of a query; for what no other reader tells.
    pub async fn count(&self, sql: &'static str) -> i64 {
        let count = move |conn: &rusqlite::Connection| {
            Ok::<i64, jangkau_server::store::StoreError>(conn.query_row(sql, [], |row| row.get(0))?)
        };
        self.app.store.read(count).await.unwrap()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // A test that failed leaves the thread to the process's end.
        let ingest = self.app.ingest.clone();
        std::thread::spawn(move || ingest.stop());
    }
}

/// Does work that may wait on a thread of its own.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// Returns the names of the tables in which two dumps differ.
pub fn differing(one: &[Table], other: &[Table]) -> Vec<String> {
    assert_eq!(one.len(), other.len());
    let pairs = one.iter().zip(other).filter(|(one, other)| one != other);
    pairs.map(|(one, _)| one.name.clone()).collect()
}
