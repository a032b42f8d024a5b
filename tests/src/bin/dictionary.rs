//! `jangkau-dictionary`: trains the dictionary of frames on invented records, and says what it
//! gains on records that it has not seen.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use jangkau_sync::dictionary;
use jangkau_sync::frame::FrameKind;
use jangkau_sync::sample::{self, Batch, Recorded, Sampler};

/// Trains the zstd dictionary of frames. A dictionary in use never changes: a new one is added
/// beside it under the next number.
#[derive(Parser)]
struct Arguments {
    /// Seed of the invented villages.
    #[arg(long, default_value_t = 1_000)]
    seed: u64,
    /// Where to write it; by default beside the others, under the next number.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Trains, compares with the dictionary of that number and writes nothing.
    #[arg(long)]
    compare: Option<u8>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let samples = sample::training(arguments.seed);
    let bytes: usize = samples.iter().map(Vec::len).sum();
    println!("{} samples, {} KiB", samples.len(), bytes / 1024);
    let trained = dictionary::train(&samples).map_err(|error| error.to_string())?;
    if let Some(number) = arguments.compare {
        let known = dictionary::bytes(number).ok_or("there is no dictionary of that number")?;
        let word = if known == trained { "the same as" } else { "another one than" };
        println!("{} bytes, {word} v{number}", trained.len());
        return Ok(());
    }
    let number = dictionary::NEWEST + 1;
    let beside = PathBuf::from(format!("sync-protocol/dictionary/v{number}.dict"));
    let path = arguments.out.clone().unwrap_or(beside);
    if path.exists() {
        return Err(format!("{} exists, and a dictionary never changes", path.display()));
    }
    report(arguments.seed, &trained)?;
    std::fs::write(&path, &trained).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{} written; name it in sync-protocol/src/dictionary.rs", path.display());
    Ok(())
}

/// Says how many bytes a record takes with the newest dictionary and with the trained one.
fn report(seed: u64, trained: &[u8]) -> Result<(), String> {
    for (name, count) in [("new", 10), ("new", 100), ("edit", 10), ("edit", 100)] {
        let (mut newest, mut after, mut records) = (0, 0, 0);
        for other in 0..8 {
            // Villages that no training ever used.
            let mut sampler = Sampler::new(seed + 1_000_000 + other);
            let batch: Batch = match name {
                "new" => sampler.new_records(count, true),
                _ => sampler.edits(count, 3),
            };
            let frame = || Recorded::frame(&batch, FrameKind::Push);
            newest += frame().finish(19).len();
            after += compressed(&frame().sample(), trained)? + noise(&batch);
            records += batch.len();
        }
        let each = |bytes: usize| bytes as f64 / records as f64;
        println!(
            "{name:>5} @{count:<3} newest {:>6.1} B  trained {:>6.1} B",
            each(newest),
            each(after)
        );
    }
    Ok(())
}

fn compressed(stream: &[u8], trained: &[u8]) -> Result<usize, String> {
    let mut packer =
        zstd::bulk::Compressor::with_dictionary(19, trained).map_err(|error| error.to_string())?;
    packer.compress(stream).map(|packed| packed.len()).map_err(|error| error.to_string())
}

/// Bytes that no dictionary shortens: ids and checksums.
fn noise(batch: &[Recorded]) -> usize {
    let id = |one: &Recorded| if one.heading.known { 6 } else { 16 };
    batch.iter().map(|one| id(one) + 4 * one.changes.len()).sum()
}
