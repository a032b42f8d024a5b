//! The walk: the Android views over the real core, a real server, and Chromium at the desk.

use crate::report::Report;
use crate::run::{cargo, program, root, shown};

/// Walks. `built` says that the views were compiled by the part before.
pub fn check(report: &mut Report, built: bool) {
    super::web::packages(report);
    let programs = report.step("programs of the walk", || {
        let mut arguments = vec!["build"];
        for name in ["jangkau-server", "jangkau-tests", "jangkau-device", "jangkau-bindgen"] {
            arguments.extend(["--package", name]);
        }
        shown("walk-build", &mut cargo(&arguments))
    });
    if !programs || !(built || super::android::views(report)) {
        return;
    }
    report.step("one household walks the whole way", || {
        let arguments = ["--test", "--test-reporter=tap", super::web::WALK];
        shown("walk", program("node", &arguments).current_dir(root().join("tests/web")))
    });
}
