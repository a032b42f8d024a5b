//! A server in a folder of its own, heard through a tap, on a held clock.

mod blueprint;
mod office;
mod pack;
mod reading;
mod staff;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use axum::middleware::from_fn_with_state;
use jangkau_server::{App, Clock, Config};
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
