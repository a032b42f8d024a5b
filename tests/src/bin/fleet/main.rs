//! `jangkau-fleet`: the tablets of the demo. Each is the real core in a folder of its own; they
//! work through a week of visits without a network and then sync over HTTP.

#![expect(clippy::print_stdout, reason = "a command speaks on its standard output")]

mod invitation;
mod plan;
mod tally;
mod typist;
mod worker;

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
    let plan = Plan::of_last_week(&demo, Clock::new(0).now());
    let workers: Vec<Worker> = demo
        .tablets
        .iter()
        .map(|tablet| Worker::open(tablet, &arguments.data, &server))
        .collect::<Result<_, _>>()?;
    println!("{} tablets joined {server}", workers.len());
    each(&workers, |place, worker| {
        let done = worker.work(plan.of(place, arguments.most))?;
        println!("{}: {done}", worker.name());
        Ok(done)
    })?;
    // All of them are back in town at once.
    let synced = each(&workers, |_, worker| worker.sync())?;
    Ok(synced.into_iter().sum())
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
