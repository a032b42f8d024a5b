//! `cargo xtask dictionary`: trains the dictionary of frames from the synthetic generator.

use crate::install;
use crate::run::{cargo, shown};

/// Writes the next version beside the ones that are in use; those never change.
///
/// # Errors
/// When the build or the training fails.
pub fn run() -> Result<(), String> {
    install::ensure(install::BUILD)?;
    let arguments =
        ["run", "--release", "--package", "jangkau-tests", "--bin", "jangkau-dictionary"];
    let done = shown("dictionary", &mut cargo(&arguments))?;
    if done.ok { Ok(()) } else { Err("the training failed".to_owned()) }
}
