//! Runs a command in the project's root, shows its output as it comes and keeps it in a file.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command left behind.
pub struct Finished {
    /// Whether it ended with code 0.
    pub ok: bool,
    /// Everything it printed, both streams in order of arrival.
    pub output: String,
}

/// Returns the project's root: the folder above this package.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Returns the folder for built things.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Runs a command with its output shown and kept as `target/check/<name>.log`.
///
/// # Errors
/// When the program cannot be started at all.
pub fn shown(name: &str, command: &mut Command) -> Result<Finished, String> {
    let folder = target().join("check");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot make target/check: {error}"))?;
    let mut log = File::create(folder.join(format!("{name}.log"))).map_err(|e| e.to_string())?;
    let (reader, writer) = std::io::pipe().map_err(|error| error.to_string())?;
    let both = writer.try_clone().map_err(|error| error.to_string())?;
    command.stdin(Stdio::null()).stdout(writer).stderr(both);
    let mut child = command.spawn().map_err(|error| format!("{name}: cannot start: {error}"))?;
    // The command keeps the write ends until it is replaced; without this the pipe never ends.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut output = String::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line.map_err(|e| e.to_string())?).into_owned();
        println!("{line}");
        writeln!(log, "{line}").map_err(|error| error.to_string())?;
        output.push_str(&line);
        output.push('\n');
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok(Finished { ok: status.success(), output })
}

/// Returns a cargo command in the project's root, as if it were typed there.
///
/// `cargo xtask` hands down what it knows of its own package; a cargo subcommand that looks for it
/// (machete does) would take itself for part of a build.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    let told = std::env::vars_os().map(|(name, _)| name);
    for name in told.filter(|name| name.to_string_lossy().starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command
}

/// Returns a command in the project's root.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Says whether a program answers at all.
pub fn answers(name: &str, argument: &str) -> bool {
    Command::new(name)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
