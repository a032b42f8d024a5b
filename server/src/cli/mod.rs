//! The command line: one file a command.

mod demo;
mod device;
mod doctor;
mod import_register;
mod import_wilayah;
mod migrate;
mod rebuild;
mod record;
mod say;
mod serve;
mod user;

use clap::{Parser, Subcommand};

use crate::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::setup::{self, SetupError};
use crate::store::Files;

/// Field outreach of SLRT and Puskesos: the server of one kabupaten and its tools.
#[derive(Parser)]
#[command(name = "jangkau", version)]
pub struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server.
    Serve,
    /// Makes or upgrades the files, and the keys where there are none.
    Migrate,
    /// Accounts: add, list, passwd, end.
    #[command(subcommand)]
    User(user::Command),
    /// Tablets: a new enrolment code, list, revoke.
    #[command(subcommand)]
    Device(device::Command),
    /// Takes over areas from CSV files; a fault in one keeps all out.
    ImportWilayah(import_wilayah::Args),
    /// Takes over a register file (DTKS or DTSEN) as packs, one a desa.
    ImportRegister(import_register::Args),
    /// Replays the log from nothing and says where the tables differ.
    Rebuild,
    /// Looks at keys, files, audit record and settings.
    Doctor,
    /// Runs a server with invented people of province 99 in a folder of its own.
    Demo(demo::Args),
}

/// What a command ended with.
pub type CliResult = Result<(), Box<dyn std::error::Error>>;

/// Runs the command that was typed.
///
/// # Errors
///
/// Whatever the command failed with, ready to be shown.
pub fn run(cli: Cli) -> CliResult {
    let (config, clock) = (cli.config, Clock::default());
    match cli.command {
        Command::Serve => serve::run(open(config, clock)?),
        Command::Migrate => migrate::run(config, clock),
        Command::User(command) => user::run(&open(config, clock)?, command),
        Command::Device(command) => device::run(&open(config, clock)?, command),
        Command::ImportWilayah(args) => import_wilayah::run(&open(config, clock)?, &args),
        Command::ImportRegister(args) => import_register::run(&open(config, clock)?, &args),
        Command::Rebuild => rebuild::run(&open(config, clock)?),
        Command::Doctor => doctor::run(&config, clock),
        Command::Demo(args) => demo::run(config, &args, clock),
    }
}

fn open(config: Config, clock: Clock) -> Result<App, Box<dyn std::error::Error>> {
    if !Files::in_folder(&config.data).main().exists() {
        let folder = config.data.display();
        let what = format!(
            "belum ada data server di {folder}; buat dengan `jangkau migrate` / no server's files \
             are in {folder}; make them with `jangkau migrate`"
        );
        return Err(what.into());
    }
    Ok(App::start(config, clock)?)
}

fn prepare(config: Config, clock: Clock) -> Result<App, SetupError> {
    setup::prepare(config, clock).map(|(app, _)| app)
}

/// Says why a command failed, with every cause once.
pub fn complain(error: &dyn std::error::Error) {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.push_str(&format!(": {error}"));
        cause = error.source();
    }
    say::note(format!("jangkau: {words}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_in_order() {
        Cli::command().debug_assert();
    }

    #[test]
    fn settings_stand_before_or_behind_the_command() {
        for typed in [["jangkau", "--kab", "9902", "serve"], ["jangkau", "serve", "--kab", "9902"]]
        {
            let cli = Cli::try_parse_from(typed).ok();
            assert_eq!(cli.map(|cli| cli.config.kab), Some(jangkau_domain::Kab(9902)));
        }
    }
}
