//! `jangkau-bench`: figures beside the budgets, as a table on standard output.
//!
//! Build it with `--release`. Every part makes its own invented people; nothing is left behind.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

mod hostile;
mod idle;
mod ingest;
mod machine;
mod pages;
mod pull;
mod stopwatch;
mod table;
mod tablet;
mod wire;

use std::path::PathBuf;

use clap::Parser;

use jangkau_tests::Site;

use crate::table::markdown;

/// The seeds of the invented people; they are fixed, so that every run measures the same.
const SEEDS: &str = "wire 0–9, ingest 0–19, hostile 1, tablet 1";

/// Measures wire sizes, ingest, pull and the tablet.
#[derive(Parser)]
struct Arguments {
    /// Documents on the server before edits are measured.
    #[arg(long, default_value_t = 100_000)]
    documents: usize,
    /// Register rows on the tablet.
    #[arg(long, default_value_t = 50_000)]
    rows: usize,
    /// Documents on the tablet.
    #[arg(long, default_value_t = 5_000)]
    held: usize,
    /// Measures a tablet that was filled before; the program calls itself so.
    #[arg(long, hide = true)]
    tablet: Option<PathBuf>,
}

fn main() {
    let arguments = Arguments::parse();
    if let Some(folder) = &arguments.tablet {
        tablet::measure(folder);
        return;
    }
    if cfg!(debug_assertions) {
        eprintln!("built without --release: the times below say nothing");
    }
    let site = Site::new();
    println!("{}\n", machine::line(&site));
    println!("seeds: {SEEDS}\n");
    drop(site);
    let mut figures = wire::figures();
    eprintln!("wire sizes measured");
    figures.push(idle::figure());
    let site = ingest::figures(arguments.documents, &mut figures);
    figures.push(pull::figure(&site));
    eprintln!("ingest and pull measured");
    figures.extend(pages::figures(&site));
    drop(site);
    figures.push(hostile::figure());
    eprintln!("server measured");
    figures.extend(tablet::figures(arguments.rows, arguments.held));
    println!("{}", markdown(&figures));
}
