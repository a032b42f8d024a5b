//! `cargo xtask bench`: wire sizes and speeds beside the budgets, as a table of ratios.

use crate::install;
use crate::run::{cargo, shown};

/// Builds and runs the benchmarks in release mode.
///
/// # Errors
/// When the build or a benchmark fails.
pub fn run(options: &[&str]) -> Result<(), String> {
    install::ensure(install::BUILD)?;
    let mut arguments =
        vec!["run", "--release", "--package", "jangkau-tests", "--bin", "jangkau-bench", "--"];
    arguments.extend(options);
    let done = shown("bench", &mut cargo(&arguments))?;
    if done.ok { Ok(()) } else { Err("the benchmarks failed".to_owned()) }
}
