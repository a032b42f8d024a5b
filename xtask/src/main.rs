//! Every developer command: `cargo xtask demo`, `cargo xtask check`, and the smaller ones.
#![expect(clippy::print_stdout, reason = "a command line tool speaks to its user")]

mod apk;
mod bench;
mod check;
mod demo;
mod demo_file;
mod dictionary;
mod install;
mod report;
mod run;
mod tree;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo [--fresh] [--stop] [--once] [--seed N] [--address A]
                                                 a synthetic kecamatan, twelve tablets, the server's address
cargo xtask check [tree|rust|joint|android|walk|web]
                                                 what CI runs, or a part
cargo xtask bench                                figures against the budgets
cargo xtask apk                                  the signed smoke APK
cargo xtask dictionary                           trains the frame dictionary anew (a new version: old ones stay)
cargo xtask freeze                               adds new migrations and golden files to docs/frozen.txt";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["demo", options @ ..] => demo::run(options),
        ["check", parts @ ..] => check::run(parts),
        ["bench", options @ ..] => bench::run(options),
        ["apk"] => apk::run(),
        ["dictionary"] => dictionary::run(),
        ["freeze"] => tree::freeze(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
