//! `jangkau-bench`: figures beside the budgets, as a table on standard output.
//!
//! Build it with `--release`. Every part makes its own invented people; nothing is left behind.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

mod hostile;
mod idle;
mod ingest;
mod pull;
mod stopwatch;
mod table;
mod tablet;
mod wire;

use std::path::PathBuf;

use clap::Parser;

use crate::table::markdown;

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
    let mut figures = wire::figures();
    eprintln!("wire sizes measured");
    figures.push(idle::figure());
    let site = ingest::figures(arguments.documents, &mut figures);
    figures.push(pull::figure(&site));
    drop(site);
    figures.push(hostile::figure());
    eprintln!("server measured");
    figures.extend(tablet::figures(arguments.rows, arguments.held));
    println!("{}", markdown(&figures));
}
