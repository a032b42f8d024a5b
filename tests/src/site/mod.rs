//! A server in a folder of its own, heard through a tap, on a held clock.

mod blueprint;
mod pack;
mod staff;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use axum::middleware::from_fn_with_state;
use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DeviceId, Kab, ScopeId, UserId};
use jangkau_server::access::{code, token::Token};
use jangkau_server::ingest;
use jangkau_server::store::{StoreError, devices, scopes, users};
use jangkau_server::{App, Clock, Config};
use jangkau_sync::frame::Frame;
use jangkau_sync::message::PushAnswer;
use jangkau_sync::{Author, Change};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

pub use blueprint::{KAB, NOW, blueprint};
pub use staff::{PASSWORD, STAFF, Staff};

use crate::tap::{self, Tap};

/// The desa in which most scenarios play.
pub const DESA: &str = "9901012001";

/// A running server.
pub struct Site {
    app: App,
    clock: Clock,
    tap: Tap,
    address: SocketAddr,
    folder: PathBuf,
    own: Option<TempDir>,
    stop: Option<oneshot::Sender<()>>,
    ended: Option<tokio::task::JoinHandle<()>>,
}

impl Site {
    /// Starts a server on a fresh copy of the blueprint.
    ///
    /// # Panics
    ///
    /// Where the server does not start.
    pub fn new() -> Self {
        Self::copy_of(blueprint())
    }

    /// Starts a server on a copy of another's files, at the blueprint's hour.
    ///
    /// # Panics
    ///
    /// Where the server does not start.
    pub fn copy_of(files: &Path) -> Self {
        let own = tempfile::tempdir().expect("a folder for the server");
        copy_files(files, own.path());
        Self::start(own.path().to_owned(), Some(own), Clock::held_at(NOW), 0)
    }

    /// Starts a server on files that stay, by the system's clock.
    ///
    /// # Panics
    ///
    /// Where the server does not start.
    pub fn in_folder(files: &Path) -> Self {
        Self::start(files.to_owned(), None, Clock::default(), 0)
    }

    fn start(folder: PathBuf, own: Option<TempDir>, clock: Clock, port: u16) -> Self {
        let config = Config::in_folder(folder.clone(), KAB);
        let app = App::start(config, clock.clone()).expect("the server starts");
        let tap = Tap::default();
        let router =
            jangkau_server::router(app.clone()).layer(from_fn_with_state(tap.clone(), tap::listen));
        let (stop, stopped) = oneshot::channel::<()>();
        let _guard = runtime().enter();
        let listener = std::net::TcpListener::bind(("127.0.0.1", port)).expect("a free port");
        listener.set_nonblocking(true).expect("a socket can be asked not to block");
        let address = listener.local_addr().expect("a bound socket has an address");
        let listener =
            tokio::net::TcpListener::from_std(listener).expect("a socket for the runtime");
        let ended = runtime().spawn(async move {
            let served = axum::serve(listener, router);
            tokio::select! {
                _ = served => {}
                _ = stopped => {}
            }
        });
        Self { app, clock, tap, address, folder, own, stop: Some(stop), ended: Some(ended) }
    }

    /// Stops the server and starts it again on the same files, clock and port.
    ///
    /// # Panics
    ///
    /// Where the server does not start.
    pub fn restart(mut self) -> Self {
        self.halt();
        let (folder, own, clock) = (self.folder.clone(), self.own.take(), self.clock.clone());
        let port = self.address.port();
        Self::start(folder, own, clock, port)
    }

    /// Returns where tablets and browsers reach it.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address of its socket.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the folder of its files.
    pub fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// Stops the server and returns the folder of its files, which nobody writes any more.
    ///
    /// # Panics
    ///
    /// Where the files cannot be brought to rest.
    pub fn quiet(&mut self) -> PathBuf {
        self.halt();
        self.folder.clone()
    }

    /// Returns the running server itself.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Returns what was heard on its socket.
    pub fn tap(&self) -> &Tap {
        &self.tap
    }

    /// Moves the server's clock.
    pub fn advance(&self, seconds: i64) {
        self.clock.advance(seconds);
    }

    /// Returns the server's time.
    pub fn now(&self) -> i64 {
        self.clock.now_s()
    }

    /// Returns the number of an account.
    ///
    /// # Panics
    ///
    /// Where nobody has that login.
    pub fn user(&self, login: &str) -> UserId {
        let read = |conn: &rusqlite::Connection| users::find_by_login(conn, KAB, login);
        let found = self.app.store.read_now(read).expect("accounts are read");
        found.expect("the blueprint has the account").id
    }

    /// Returns the scope of a desa.
    ///
    /// # Panics
    ///
    /// Where the desa has none.
    pub fn scope(&self, desa: &str) -> ScopeId {
        let read = |conn: &rusqlite::Connection| scopes::of_desa(conn, KAB, desa);
        let found = self.app.store.read_now(read).expect("scopes are read");
        found.expect("the blueprint has the desa").id
    }

    /// Makes room for a tablet of a worker and returns the code to type.
    ///
    /// # Panics
    ///
    /// Where the worker is unknown.
    pub fn code_for(&self, login: &str) -> String {
        let user = self.user(login);
        let shown = code::draw().expect("random bytes");
        let kept = code::kept(&shown).expect("a drawn code reads back");
        let until = self.now() + code::HOLDS_S;
        let made =
            self.app.ingest.run_now(move |writer| ingest::make_room(writer, user, &kept, until));
        made.expect("there is room for a tablet");
        shown
    }

    /// Opens a session for a tablet that is enrolled, without its key.
    ///
    /// # Panics
    ///
    /// Where nobody has enrolled so many tablets.
    pub fn session_of(&self, device: DeviceId) -> Token {
        let read = |conn: &rusqlite::Connection| devices::find(conn, KAB, device);
        let found = self.app.store.read_now(read).expect("devices are read");
        let user = found.expect("the tablet is enrolled").user;
        let token = Token::draw().expect("random bytes");
        self.app
            .sessions
            .create_tablet(&token, device, user, self.now())
            .expect("a session is opened");
        token
    }

    /// Gives a worker one more role and area.
    ///
    /// # Panics
    ///
    /// Where the worker is unknown.
    pub fn give_role(&self, login: &str, role: Role, area: &str) {
        let (user, area) = (self.user(login), area.to_owned());
        let done = self.app.ingest.run_now(move |writer| {
            let sql = "INSERT INTO user_role (kab, user_id, role, wilayah) VALUES (?1, ?2, ?3, ?4)";
            let row = (KAB.0, user.0, role.key(), area);
            Ok(writer.conn().execute(sql, row).map_err(StoreError::from)?)
        });
        assert_eq!(done.expect("the role is given"), 1);
    }

    /// Revokes a tablet, as an office does.
    ///
    /// # Panics
    ///
    /// Where it is not in use.
    pub fn revoke(&self, device: DeviceId) {
        let now = self.now();
        let done = self.app.ingest.run_now(move |writer| {
            let sql = "UPDATE device SET revoked_at = ?2 WHERE device_id = ?1";
            Ok(writer.conn().execute(sql, (device.0, now)).map_err(StoreError::from)?)
        });
        assert_eq!(done.expect("the tablet is revoked"), 1);
    }

    /// Pushes a frame as the one who wrote a change of it, whoever that is.
    ///
    /// # Panics
    ///
    /// Where the change names nobody, or the frame is refused.
    pub fn push_as_author(&self, frame: &[u8], change: &[u8], scope: ScopeId) -> PushAnswer {
        let change = Change::parse(change).expect("an honest change is read");
        let author: Option<Author> = change.message.and_then(|text| text.parse().ok());
        let author = author.expect("the change names its author");
        let sender = ingest::Sender {
            user: author.user.expect("a person wrote"),
            device: author.device,
            roles: Roles::of("fs"),
            scopes: vec![scope],
        };
        let frame = Frame::decode(frame).expect("an honest frame is read");
        self.app.ingest.push_now(sender, frame).expect("the frame is taken")
    }

    /// Reads the main file at one moment.
    ///
    /// # Panics
    ///
    /// Where the database fails.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&rusqlite::Connection, Kab) -> Result<T, StoreError>,
    ) -> T {
        self.app.store.read_now(|conn| work(conn, KAB)).expect("the main file is read")
    }

    /// Returns the texts that a question to the main file gives.
    ///
    /// # Panics
    ///
    /// Where the question cannot be asked.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        self.read(|conn, _| {
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map([], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    fn halt(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).ok();
        }
        if let Some(ended) = self.ended.take() {
            drop(runtime().block_on(ended));
        }
        self.app.ingest.stop();
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.halt();
    }
}

/// Copies every file of a folder, and of the folders in it.
///
/// # Panics
///
/// Where a file cannot be copied.
pub fn copy_files(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder is made");
    for entry in std::fs::read_dir(from).expect("a folder is read") {
        let entry = entry.expect("a folder is read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_files(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file is copied");
        }
    }
}

/// Returns the runtime that serves every site of this process.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(4)
            .enable_all()
            .build()
            .expect("a runtime for the servers")
    })
}
