//! What a command says to the person at the terminal.

use std::fmt::Display;
use std::io::{self, Write};

/// Writes a line; a closed terminal is no fault of the command.
pub(super) fn say(line: impl Display) {
    drop(writeln!(io::stdout(), "{line}"));
}

/// Writes a line beside the result: progress, warnings.
pub(super) fn note(line: impl Display) {
    drop(writeln!(io::stderr(), "{line}"));
}
