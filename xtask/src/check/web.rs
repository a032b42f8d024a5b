//! Pages in headless Chromium: the walk, accessibility, keyboard, without JavaScript.

use crate::report::Report;
use crate::run::{cargo, program, root, shown};

pub fn check(report: &mut Report) {
    report.step("page test packages", || {
        let mut install = program("npm", &["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        shown("npm", install.current_dir(root().join("tests/web")))
    });
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
        let mut tests = program("node", &["--test", "--test-reporter=tap", "--test-concurrency=1"]);
        shown("pages", tests.current_dir(root().join("tests/web")))
    });
}
