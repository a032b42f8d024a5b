//! `jangkau migrate`: makes or upgrades the files, and the keys where there are none.

use super::CliResult;
use super::say::say;
use crate::clock::Clock;
use crate::config::Config;
use crate::setup;

pub(super) fn run(config: Config, clock: Clock) -> CliResult {
    let (data, keys) = (config.data.clone(), config.key_folder());
    let (app, made) = setup::prepare(config, clock)?;
    app.ingest.stop();
    say(format!("{}: {} migrations ran", data.display(), made.migrations));
    if made.key || made.secrets {
        say(format!(
            "new keys stand in {}; put a copy on another disk now, without them nothing opens",
            keys.display()
        ));
    }
    Ok(())
}
