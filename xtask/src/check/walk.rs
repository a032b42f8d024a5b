//! The walk: the Android views over the real core, a real server, and Chromium at the desk.

use crate::report::Report;
use crate::run::{cargo, program, root, shown};

/// Walks. `built` says that the views were compiled by the part before.
pub fn check(report: &mut Report, built: bool) {
    super::web::packages(report);
    // The core by itself, as for the views: together with the server it would be another build.
    let ready = built || (super::android::core(report) && super::android::views(report));
    if !ready {
        return;
    }
    let arguments = ["build", "--package", "jangkau-server", "--package", "jangkau-tests"];
    if !report.step("programs of the walk", || shown("walk-build", &mut cargo(&arguments))) {
        return;
    }
    report.step("one household walks the whole way", || {
        let arguments = ["--test", "--test-reporter=tap", super::web::WALK];
        shown("walk", program("node", &arguments).current_dir(root().join("tests/web")))
    });
}
