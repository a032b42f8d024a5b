//! `cargo xtask check`: what CI runs, the cheap parts first.

mod android;
mod rust;
mod web;

use crate::report::Report;
use crate::{install, tree};

/// Runs the named parts, or all of them.
///
/// # Errors
/// When a part's name is unknown, a need cannot be met, or anything failed.
pub fn run(parts: &[&str]) -> Result<(), String> {
    let known = ["tree", "rust", "android", "web"];
    if let Some(unknown) = parts.iter().find(|part| !known.contains(part)) {
        return Err(format!("no part is called {unknown}; there are {}", known.join(", ")));
    }
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let mut report = Report::default();
    if wanted("tree") || wanted("rust") {
        tree::check(&mut report);
    }
    if wanted("rust") || wanted("web") || wanted("android") {
        install::ensure(install::BUILD)?;
    }
    if wanted("rust") {
        rust::check(&mut report);
    }
    if wanted("web") {
        install::ensure(install::WEB)?;
        web::check(&mut report);
    }
    if wanted("android") {
        install::ensure(install::ANDROID)?;
        android::check(&mut report);
    }
    report.close()
}
