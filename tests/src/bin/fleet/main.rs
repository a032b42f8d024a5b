//! `jangkau-fleet`: the tablets of the demo, and with `--office` its desks. Each tablet is the real
//! core in a folder of its own; they work through a week of visits without a network and then sync
//! over HTTP. The desks take their steps through the real pages.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

mod beside;
mod invitation;
mod lanes;
mod oddity;
mod office;
mod once;
mod plan;
mod stray;
mod tally;
mod typist;
mod worker;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use jangkau_device::clock::Clock;

use crate::invitation::Demo;
use crate::lanes::each;
use crate::once::Once;
use crate::plan::Plan;
use crate::tally::Tally;
use crate::worker::Worker;

/// Plays a week of visits on the tablets that `jangkau demo` has made room for. Running it again
/// goes on where it was stopped.
#[derive(Parser)]
struct Arguments {
    /// The file `demo.json` in the demo's folder.
    #[arg(long)]
    demo: PathBuf,
    /// Folder of the tablets' files.
    #[arg(long, default_value = "jangkau-demo/tablets")]
    data: PathBuf,
    /// The server's address, where it is another one than the file names.
    #[arg(long)]
    server: Option<String>,
    /// Visits of a tablet at most; 0 for the whole week.
    #[arg(long, default_value_t = 0)]
    most: usize,
    /// Lets the offices take their steps too, once.
    #[arg(long)]
    office: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(tally) => {
            println!("{tally}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("jangkau-fleet: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<Tally, String> {
    let demo = Demo::read(&arguments.demo)?;
    let server = arguments.server.clone().unwrap_or_else(|| demo.address.clone());
    let monday = plan::begun_week(&arguments.data, Clock::new(0).now())?;
    let plan = Plan::of_week(&demo, monday);
    let workers: Vec<Worker> = demo
        .tablets
        .iter()
        .map(|tablet| Worker::open(tablet, &arguments.data, &server))
        .collect::<Result<_, _>>()?;
    println!("{} tablets joined {server}", workers.len());
    let worked: Tally = each(&workers, |place, worker| {
        let done = worker.work(plan.of(place, arguments.most))?;
        println!("{}: {done}", worker.name());
        Ok(done)
    })?
    .into_iter()
    .sum();
    let office = if arguments.office { Some(Once::new(&arguments.data, "office")) } else { None };
    if let Some(first) = workers.first().filter(|_| office.is_some()) {
        first.stray()?;
    }
    println!("the tablets send …");
    // All of them are back in town at once; the second session brings what the others sent.
    let mut sent = sync_all(&workers)?.sent;
    let mut last = sync_all(&workers)?;
    sent += last.sent;
    if let Some(office) = office {
        if !office.is_done() {
            play_office(&demo, &server, &workers, &office)?;
        }
        last = sync_all(&workers)?;
        sent += last.sent;
    }
    let clashes = each(&workers, |_, worker| Ok(worker.clashes()))?;
    let clashes: BTreeSet<_> = clashes.into_iter().flatten().collect();
    Ok(Tally { sent, beside: worked.beside, left: worked.left, conflicts: clashes.len(), ..last })
}

/// Lets the offices work, and the tablets' workers answer what came back.
fn play_office(demo: &Demo, server: &str, workers: &[Worker], office: &Once) -> Result<(), String> {
    println!("the offices work …");
    println!("{}", office::play(demo, server)?);
    sync_all(workers)?;
    let corrected: usize = each(workers, |_, worker| worker.correct())?.into_iter().sum();
    println!("{corrected} returned records corrected");
    office.done()
}

fn sync_all(workers: &[Worker]) -> Result<Tally, String> {
    Ok(each(workers, |_, worker| worker.sync())?.into_iter().sum())
}
