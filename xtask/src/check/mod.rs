//! `cargo xtask check`: what CI runs, the cheap parts first.

mod android;
mod rust;
mod walk;
mod web;

use crate::report::Report;
use crate::{install, tree};

/// The parts, in the order in which they run where none is named.
const PARTS: &[&str] = &["tree", "rust", "joint", "web", "android", "walk"];

/// Runs the named parts, or the default ones.
///
/// # Errors
/// When a part's name is unknown, a need cannot be met, or anything failed.
pub fn run(parts: &[&str]) -> Result<(), String> {
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(part)) {
        return Err(format!("no part is called {unknown}; there are {}", PARTS.join(", ")));
    }
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let mut report = Report::default();
    if wanted("tree") || wanted("rust") {
        tree::check(&mut report);
    }
    if ["rust", "joint", "web", "android", "walk"].into_iter().any(wanted) {
        install::ensure(install::BUILD)?;
    }
    if wanted("rust") {
        rust::check(&mut report);
    }
    if wanted("joint") {
        rust::joint(&mut report);
    }
    if wanted("web") {
        install::ensure(install::WEB)?;
        web::check(&mut report);
    }
    let mut views = false;
    if wanted("android") {
        install::ensure(install::ANDROID)?;
        install::ensure(install::APK)?;
        views = android::check(&mut report);
    }
    if wanted("walk") {
        install::ensure(install::WEB)?;
        install::ensure(install::ANDROID)?;
        walk::check(&mut report, views);
    }
    report.close()
}
