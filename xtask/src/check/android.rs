//! The Kotlin shell by Maven: bindings from the host build of the core, then every view.

use crate::report::Report;
use crate::run::{cargo, program, shown};

pub fn check(report: &mut Report) {
    let built = report.step("tablet core for the host", || {
        shown(
            "core",
            &mut cargo(&["build", "--package", "jangkau-device", "--package", "jangkau-bindgen"]),
        )
    });
    if !built {
        return;
    }
    report.step("android by Maven", || {
        let arguments = ["-B", "-f", "android/pom.xml", "-Dkotlin.compiler.daemon=false", "verify"];
        shown("android", &mut program("mvn", &arguments))
    });
}
