//! Pages in headless Chromium: accessibility, keyboard, without JavaScript, hostile input.

use std::fs;

use crate::report::Report;
use crate::run::{cargo, program, root, shown};

/// The test that needs the Android views too; it is a part of its own.
pub const WALK: &str = "walk.test.mjs";

pub fn check(report: &mut Report) {
    packages(report);
    let built = report.step("server for the pages", || {
        shown(
            "web-build",
            &mut cargo(&["build", "--package", "jangkau-server", "--package", "jangkau-tests"]),
        )
    });
    if !built {
        return;
    }
    report.step("pages in Chromium", || {
        let files = tests()?;
        let mut arguments = vec!["--test", "--test-reporter=tap", "--test-concurrency=1"];
        arguments.extend(files.iter().map(String::as_str));
        let mut tests = program("node", &arguments);
        shown("pages", tests.current_dir(root().join("tests/web")))
    });
}

/// Installs what the page tests import, as the lock file says.
pub fn packages(report: &mut Report) {
    report.step("page test packages", || {
        let mut install = program("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        shown("npm", install.current_dir(root().join("tests/web")))
    });
}

/// Returns every page test but the walk.
fn tests() -> Result<Vec<String>, String> {
    let folder = fs::read_dir(root().join("tests/web")).map_err(|error| error.to_string())?;
    let names = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut tests: Vec<String> =
        names.filter(|name| name.ends_with(".test.mjs") && name != WALK).collect();
    tests.sort();
    Ok(tests)
}
