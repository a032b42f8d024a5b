//! `jangkau import-wilayah`: areas of Kemendagri from CSV.

use std::path::PathBuf;

use super::CliResult;
use super::record::record;
use super::say::say;
use crate::App;
use crate::wilayah;

/// Files of `idn-area-data` (provinces, regencies, districts, villages) or of our own form: code,
/// name, and as far as known valid_from, valid_until, successor.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The files; all are taken over, or none.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(app: &App, args: &Args) -> CliResult {
    let mut areas = Vec::new();
    for file in &args.files {
        let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let read = wilayah::read(&bytes)
            .map_err(|faults| format!("{}:\n{faults}\nnothing was imported", file.display()))?;
        areas.extend(read);
    }
    record(app, "import", format!("wilayah: {} areas", areas.len()))?;
    let done = wilayah::import(app, areas);
    app.ingest.stop();
    let done = done.map_err(|error| format!("{error}\nnothing was imported"))?;
    say(format!(
        "{} areas known, {} of them new; {} desa of this kabupaten got a scope",
        done.areas, done.new, done.scopes
    ));
    Ok(())
}
