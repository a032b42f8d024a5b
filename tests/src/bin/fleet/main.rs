//! `jangkau-fleet`: the tablets of the demo. Each is the real core in a folder of its own; they
//! work through a week of visits without a network and then sync over HTTP.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

mod beside;
mod invitation;
mod plan;
mod tally;
mod typist;
mod worker;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;

use clap::Parser;
use jangkau_device::clock::Clock;

use crate::invitation::Demo;
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
    // All of them are back in town at once; the second session brings what the others sent.
    let sent: Tally = each(&workers, |_, worker| worker.sync())?.into_iter().sum();
    let again: Tally = each(&workers, |_, worker| worker.sync())?.into_iter().sum();
    let clashes = each(&workers, |_, worker| Ok(worker.clashes()))?;
    let clashes: BTreeSet<_> = clashes.into_iter().flatten().collect();
    Ok(Tally {
        sent: sent.sent + again.sent,
        beside: worked.beside,
        left: worked.left,
        conflicts: clashes.len(),
        ..again
    })
}

/// Lets every tablet do something, two at once.
fn each<T: Send>(
    workers: &[Worker],
    job: impl Fn(usize, &Worker) -> Result<T, String> + Sync,
) -> Result<Vec<T>, String> {
    let queue = Mutex::new(workers.iter().enumerate());
    let take = || queue.lock().map_err(|_| "a tablet's thread ended badly".to_owned());
    let lane = || {
        let mut done = Vec::new();
        loop {
            let next = take()?.next();
            let Some((place, worker)) = next else { return Ok(done) };
            done.push(job(place, worker)?);
        }
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(lane);
        let mut done: Vec<T> = lane()?;
        let others: Result<Vec<T>, String> =
            other.join().map_err(|_| "a tablet's thread ended badly".to_owned())?;
        done.extend(others?);
        Ok(done)
    })
}
