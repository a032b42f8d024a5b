//! The line on the audit record for what is done at the terminal, written before it is done.

use super::CliResult;
use crate::App;
use crate::audit::Line;

/// Notes an act; one that cannot be noted must not be done (ASVS 16.5.3).
pub(super) fn record(app: &App, what: &'static str, detail: impl Into<String>) -> CliResult {
    let detail = detail.into();
    let line = Line { at: app.clock.now_s(), user: None, device: None, what, doc: None, detail };
    Ok(app.audit.append(&line)?)
}
