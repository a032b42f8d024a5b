//! Processes to be killed: the built server, and the tablet's core in a program of its own.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, channel};

/// A child that is killed when it is dropped.
pub struct Running {
    child: Child,
    output: Option<BufReader<ChildStdout>>,
}

impl Running {
    /// Starts a program and reads what it prints.
    ///
    /// # Panics
    ///
    /// Where it does not start.
    pub fn start(command: &mut Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("a program starts");
        let output = child.stdout.take().map(BufReader::new);
        Self { child, output }
    }

    /// Returns the next line; none at the end.
    pub fn line(&mut self) -> Option<String> {
        self.output.as_mut().and_then(next)
    }

    /// Hands the lines to a thread of their own, so that whoever waits may stop waiting.
    pub fn lines(&mut self) -> Receiver<String> {
        let (teller, told) = channel();
        let output = self.output.take();
        std::thread::spawn(move || {
            let Some(mut output) = output else { return };
            while let Some(line) = next(&mut output) {
                if teller.send(line).is_err() {
                    return;
                }
            }
        });
        told
    }

    /// Ends the program as a crash does: with no warning.
    pub fn kill(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }

    /// Waits for its own end; returns whether it ended well.
    pub fn ended_well(&mut self) -> bool {
        self.child.wait().is_ok_and(|status| status.success())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Returns the built program `jangkau`, building it where it is older than its sources.
///
/// # Panics
///
/// Where it does not build.
pub fn server_program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let here = std::env::current_exe().expect("a test knows its own path");
        // target/<profile>/deps/main-… stands two folders below what programs lie in.
        let profile = here.parent().and_then(Path::parent).expect("a test lies in deps");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--package", "jangkau-server", "--bin", "jangkau"]);
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        let built = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status();
        assert!(built.is_ok_and(|status| status.success()), "the server's program is built");
        profile.join(format!("jangkau{}", std::env::consts::EXE_SUFFIX))
    })
}

/// Returns an address of this machine on which nobody listens.
///
/// # Panics
///
/// Where there is none.
pub fn free_address() -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a bound socket has an address")
}

/// Returns whether somebody listens.
pub fn listens(address: SocketAddr) -> bool {
    TcpStream::connect(address).is_ok()
}

/// Reads a whole line: one that a kill cut short was never told.
fn next(output: &mut BufReader<ChildStdout>) -> Option<String> {
    let mut line = String::new();
    match output.read_line(&mut line) {
        Ok(read) if read > 0 && line.ends_with('\n') => Some(line.trim_end().to_owned()),
        _ => None,
    }
}
