//! The Kotlin shell by Maven: bindings from the host build of the core, then every view, and the
//! package.

use std::fs;

use crate::report::Report;
use crate::run::{Finished, cargo, program, root, shown};

/// The test that holds the two builds equal.
const EQUAL: &str = "BuildFilesTest";

/// Runs every test of the shell and makes the smoke APK; returns whether the views are built.
pub fn check(report: &mut Report) -> bool {
    if !core(report) {
        return false;
    }
    let green = report.step("android by Maven", || maven("android", &["-Papk", "verify"]));
    report.step("Gradle files say what Maven's say", equal);
    if green {
        report.step("smoke APK", || {
            shown("apk", &mut program("bash", &["android/apk.sh", "--built"]))
        });
    }
    green
}

/// Compiles the views and their tests, without running one.
pub fn views(report: &mut Report) -> bool {
    report.step("Android views", || maven("views", &["-q", "test-compile"]))
}

/// Builds the core and the program that makes its bindings.
pub fn core(report: &mut Report) -> bool {
    report.step("tablet core for the host", || {
        shown(
            "core",
            &mut cargo(&["build", "--package", "jangkau-device", "--package", "jangkau-bindgen"]),
        )
    })
}

fn maven(name: &str, goals: &[&str]) -> Result<Finished, String> {
    // One daemon less: Kotlin compiles inside Maven.
    let mut arguments = vec!["-B", "-f", "android/pom.xml", "-Dkotlin.compiler.daemon=false"];
    // Where the target folder is elsewhere, Maven has to be told.
    let elsewhere =
        std::env::var_os("CARGO_TARGET_DIR").map(|_| crate::run::target().join("debug"));
    let elsewhere = elsewhere.map(|path| path.canonicalize()).transpose();
    let elsewhere = elsewhere.map_err(|error| format!("no core is built: {error}"))?;
    let target = elsewhere.map(|path| format!("-Dcargo.target={}", path.display()));
    arguments.extend(target.as_deref());
    arguments.extend(goals);
    shown(name, &mut program("mvn", &arguments))
}

/// Reads what Maven's test of the build files came to, and says it in a line of its own.
fn equal() -> Result<Finished, String> {
    let name = format!("TEST-id.jangkau.app.{EQUAL}.xml");
    let path = root().join("android/app/target/surefire-reports").join(name);
    let report = fs::read_to_string(&path).map_err(|_| format!("{EQUAL} did not run"))?;
    let figure = |word: &str| {
        let found = report.split(&format!(" {word}=\"")).nth(1);
        found.and_then(|rest| rest.split('"').next()?.parse::<u32>().ok()).unwrap_or(u32::MAX)
    };
    let (all, bad) = (figure("tests"), figure("errors").saturating_add(figure("failures")));
    println!("{EQUAL}: versions, levels, sources, permissions, words: {all} tests, {bad} bad");
    Ok(Finished { ok: bad == 0 && all > 0 && figure("skipped") == 0, output: String::new() })
}
