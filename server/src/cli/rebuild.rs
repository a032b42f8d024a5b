//! `jangkau rebuild`: replays the log from nothing and says where the tables differ.

use super::CliResult;
use super::say::say;
use crate::App;

pub(super) fn run(app: &App) -> CliResult {
    let rebuilt = app.ingest.rebuild_now()?;
    app.ingest.stop();
    say(format!("{} entries replayed", rebuilt.entries));
    for (table, before, after) in &rebuilt.differing {
        say(format!("{table} was not what the log gives: {before} rows before, {after} after"));
    }
    if rebuilt.differing.is_empty() {
        say("every table is as it was");
    }
    Ok(())
}
