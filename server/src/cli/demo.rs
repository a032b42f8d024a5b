//! `jangkau demo`: a server with invented people of province 99, in a folder of its own.
//!
//! What tablets need to join stands on standard output as one JSON object, for the fleet that
//! plays a week of visits.

mod people;
mod sample;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::CliResult;
use super::say::{note, say};
use super::serve::{probe, serve};
use crate::clock::Clock;
use crate::config::Config;

/// The file that makes a folder the demo's: nothing else is ever emptied.
const MARK: &str = "demo.json";

#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder; the one of --data is left alone.
    #[arg(long, default_value = "jangkau-demo")]
    folder: PathBuf,
    /// Empties the folder first.
    #[arg(long)]
    fresh: bool,
    /// The seed of the invented people.
    #[arg(long, default_value_t = 99)]
    seed: u64,
    /// Desa with a fasilitator and a tablet each.
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u8).range(2..=12))]
    desa: u8,
    /// Only makes the folder, and does not serve.
    #[arg(long)]
    prepare_only: bool,
}

/// What the demo made; kept in its folder, so that it can go on.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Demo {
    /// The seed of the invented people.
    pub(super) seed: u64,
    /// Where the server listens; empty until it does.
    pub(super) address: String,
    /// One login a role.
    pub(super) logins: Vec<Login>,
    /// The tablets that may join.
    pub(super) tablets: Vec<Tablet>,
}

/// An account for the pages.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Login {
    pub(super) login: String,
    pub(super) password: String,
    pub(super) role: String,
    pub(super) area: String,
}

/// A tablet that may join.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Tablet {
    pub(super) device: u32,
    pub(super) login: String,
    pub(super) name: String,
    pub(super) role: String,
    pub(super) desa: Vec<Desa>,
    pub(super) code: String,
}

/// A desa in which a tablet's worker records.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Desa {
    pub(super) code: String,
    pub(super) name: String,
}

pub(super) fn run(config: Config, args: &Args, clock: Clock) -> CliResult {
    if !args.prepare_only {
        probe(config.address)?;
    }
    if args.fresh {
        empty(&args.folder)?;
    }
    let config = Config { data: args.folder.clone(), key_file: None, key: None, ..config };
    let app = super::prepare(config, clock)?;
    let demo = match read(&args.folder)? {
        Some(demo) => demo,
        None => {
            let demo = sample::make(&app, args.seed, usize::from(args.desa))?;
            keep(&args.folder, &demo)?;
            demo
        }
    };
    if args.prepare_only {
        app.ingest.stop();
        return print(&demo, "");
    }
    let folder = args.folder.clone();
    // The wilayah table was empty when the server was opened for the first time.
    let app = app.reopened_wilayah()?;
    serve(app, move |address| {
        if let Err(error) = announce(&folder, demo, address) {
            note(format!("the demo cannot be announced: {error}"));
        }
    })
}

fn announce(folder: &Path, mut demo: Demo, address: SocketAddr) -> CliResult {
    demo.address = format!("http://{address}");
    keep(folder, &demo)?;
    for login in &demo.logins {
        note(format!("{}\t{}\t{}", login.role, login.login, login.password));
    }
    note(format!("open {}", demo.address));
    print(&demo, &demo.address)
}

fn print(demo: &Demo, address: &str) -> CliResult {
    say(serde_json::to_string(&Demo { address: address.to_owned(), ..demo.clone() })?);
    Ok(())
}

fn read(folder: &Path) -> Result<Option<Demo>, Box<dyn std::error::Error>> {
    match std::fs::read(folder.join(MARK)) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn keep(folder: &Path, demo: &Demo) -> CliResult {
    let beside = folder.join("demo.json.new");
    std::fs::write(&beside, serde_json::to_vec_pretty(demo)?)?;
    std::fs::rename(beside, folder.join(MARK))?;
    Ok(())
}

/// Empties the demo's own folder; any other is refused.
fn empty(folder: &Path) -> CliResult {
    if !folder.exists() {
        return Ok(());
    }
    let is_empty = std::fs::read_dir(folder)?.next().is_none();
    if !is_empty && !folder.join(MARK).exists() {
        let what = format!("{} is no folder of the demo; it was left alone", folder.display());
        return Err(what.into());
    }
    Ok(std::fs::remove_dir_all(folder)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_folder_is_emptied() -> CliResult {
        let folder = tempfile::tempdir()?;
        let mine = folder.path().join("mine");
        std::fs::create_dir(&mine)?;
        std::fs::write(mine.join("letter.txt"), "not the demo's")?;
        assert!(empty(&mine).is_err());
        assert!(mine.join("letter.txt").exists());
        std::fs::write(mine.join(MARK), "{}")?;
        empty(&mine)?;
        assert!(!mine.exists());
        empty(&mine)
    }
}
