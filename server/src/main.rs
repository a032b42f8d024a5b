//! The command `jangkau`: the server of one kabupaten and its tools.

use std::process::ExitCode;

use clap::Parser;
use jangkau_server::cli::{self, Cli};

fn main() -> ExitCode {
    match cli::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(&*error);
            ExitCode::FAILURE
        }
    }
}
