//! `jangkau import-register`: a file of DTKS or DTSEN as packs, one a desa.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jangkau_domain::ScopeId;
use jangkau_domain::wilayah::{BpsCode, Bridge, Code};
use jangkau_sync::message::ScopeKind;

use super::CliResult;
use super::record::record;
use super::say::{note, say};
use crate::App;
use crate::ingest::NewPack;
use crate::register::{self, Coding, DateOrder, Reading, RegisterFile, Source};
use crate::sheet::Sheet;
use crate::store::scopes;

/// Refused lines that are shown.
const SHOWN: usize = 50;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The file, CSV in UTF-8.
    file: PathBuf,
    /// Which register it comes from.
    #[arg(long)]
    source: Source,
    /// The release, as dtsen-2026-1.
    #[arg(long)]
    release: String,
    /// The day of the release, as 2026-06-30.
    #[arg(long)]
    released_on: jiff::civil::Date,
    /// File with the columns bps and code: the desa codes of the file are those of BPS.
    #[arg(long)]
    bps_bridge: Option<PathBuf>,
    /// The order of day and month in the file.
    #[arg(long, value_enum, default_value = "day-first")]
    dates: DateOrder,
    /// Which column is which, as name=NAMA_LENGKAP; may be repeated.
    #[arg(long = "map", value_parser = pair)]
    columns: Vec<(String, String)>,
    /// Only says what would change.
    #[arg(long)]
    dry_run: bool,
}

fn pair(typed: &str) -> Result<(String, String), String> {
    let (ours, theirs) = typed.split_once('=').ok_or("ours=theirs, as name=NAMA_LENGKAP")?;
    Ok((ours.trim().to_owned(), theirs.trim().to_owned()))
}

pub(super) fn run(app: &App, args: &Args) -> CliResult {
    let done = import(app, args);
    app.ingest.stop();
    done
}

fn import(app: &App, args: &Args) -> CliResult {
    let scopes = desa_scopes(app)?;
    let coding = match &args.bps_bridge {
        None => Coding::Kemendagri,
        Some(file) => Coding::Bps(bridge(&bytes(file)?)?),
    };
    let reading = Reading { columns: &args.columns, coding, dates: args.dates, scopes: &scopes };
    let RegisterFile { packs, refused } = register::read(&bytes(&args.file)?, &reading)
        .map_err(|error| format!("{error}\nnothing was imported"))?;
    for fault in refused.iter().take(SHOWN) {
        note(format!("refused, {fault}"));
    }
    let pack = |(scope, rows)| NewPack {
        scope,
        source: args.source.key().to_owned(),
        release: args.release.clone(),
        released_on: args.released_on.to_string(),
        rows,
    };
    let packs: Vec<NewPack> = packs.into_iter().map(pack).collect();
    let desa = packs.len();
    let done = match args.dry_run {
        true => app.ingest.compare_now(packs)?,
        false => {
            record(app, "import", format!("register {} for {desa} desa", args.release))?;
            app.ingest.import_now(None, packs)?
        }
    };
    say(format!(
        "{desa} desa: {} rows new, {} changed, {} the same, {} gone, {} refused{}",
        done.new,
        done.changed,
        done.same,
        done.gone,
        refused.len(),
        if args.dry_run { " (nothing was written)" } else { "" }
    ));
    Ok(())
}

fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn desa_scopes(app: &App) -> Result<HashMap<Code, ScopeId>, Box<dyn std::error::Error>> {
    let kab = app.config.kab;
    let known = app.store.read_now(|conn| scopes::list(conn, kab))?;
    let desa = known.into_iter().filter(|scope| scope.kind == ScopeKind::Desa);
    let found: HashMap<Code, ScopeId> =
        desa.filter_map(|scope| Some((scope.wilayah?.parse().ok()?, scope.id))).collect();
    if found.is_empty() {
        return Err("no desa is known yet; import-wilayah comes first".into());
    }
    Ok(found)
}

fn bridge(bytes: &[u8]) -> Result<Bridge, String> {
    let sheet = Sheet::read(bytes).map_err(|fault| format!("bridge, {fault}"))?;
    let column =
        |name: &str| sheet.column(name).ok_or(format!("the bridge has no column `{name}`"));
    let (bps, code) = (column("bps")?, column("code")?);
    let pairs = sheet.rows().map(|(line, record)| {
        let fault = |what: &str| format!("bridge, line {line}: {what}");
        let bps: BpsCode = record[bps].parse().map_err(|_| fault("no BPS code"))?;
        let code: Code = record[code].parse().map_err(|_| fault("no code of Kemendagri"))?;
        Ok((bps, code))
    });
    pairs.collect::<Result<Vec<_>, String>>().map(Bridge::new)
}
