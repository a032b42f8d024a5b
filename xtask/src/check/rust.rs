//! Format, lints, licences, unused dependencies, and every Rust test.

use crate::install::{ensure_cargo_tool, ensure_target};
use crate::report::Report;
use crate::run::{cargo, shown};

/// The packages in the order of the arrows: a fault shows in the lowest one first. What needs both
/// sides is a part of its own.
const PACKAGES: &[&str] =
    &["xtask", "jangkau-domain", "jangkau-sync", "jangkau-device", "jangkau-server"];

/// Android targets that the core is type-checked for.
const ANDROID: &[&str] = &["aarch64-linux-android", "armv7-linux-androideabi"];

pub fn check(report: &mut Report) {
    report.step("format", || shown("format", &mut cargo(&["fmt", "--all", "--check"])));
    report.step("licences and bans", || {
        ensure_cargo_tool("deny", "0.20.2")?;
        let arguments = ["deny", "--offline", "check", "bans", "licenses", "sources"];
        shown("deny", &mut cargo(&arguments))
    });
    report.step("unused dependencies", || {
        ensure_cargo_tool("machete", "0.9.2")?;
        shown("machete", &mut cargo(&["machete"]))
    });
    report.step("lints", || {
        let arguments =
            ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
        shown("clippy", &mut cargo(&arguments))
    });
    for package in PACKAGES {
        report.step(package, || {
            let arguments = ["test", "--package", package, "--all-features"];
            shown(package, &mut cargo(&arguments))
        });
    }
    narrow(report);
    android_types(report);
}

/// The real tablet core against the real server, as processes.
pub fn joint(report: &mut Report) {
    report.step("programs of both sides", || {
        let arguments =
            ["build", "--package", "jangkau-server", "--package", "jangkau-tests", "--bins"];
        shown("joint-build", &mut cargo(&arguments))
    });
    report.step("tablets against the server", || {
        shown("joint", &mut cargo(&["test", "--package", "jangkau-tests", "--all-features"]))
    });
}

/// A 32-bit build must derive the same bytes as a 64-bit one.
fn narrow(report: &mut Report) {
    report.step("golden hashes on 32 bit", || {
        crate::install::ensure(crate::install::NARROW)?;
        ensure_target("i686-unknown-linux-gnu")?;
        let arguments =
            ["test", "--package", "jangkau-sync", "--target", "i686-unknown-linux-gnu", "golden"];
        shown("narrow", &mut cargo(&arguments))
    });
}

/// The core type-checks for Android on both ARM widths; C libraries go through a compiler that makes
/// empty objects, since only types are looked at.
fn android_types(report: &mut Report) {
    for target in ANDROID {
        report.step(&format!("types for {target}"), || {
            ensure_target(target)?;
            let stub = crate::run::root().join("android/stub-cc.sh");
            let variable = target.replace('-', "_");
            let openssl = variable.to_uppercase() + "_OPENSSL";
            let mut command = cargo(&["check", "--package", "jangkau-device", "--target", target]);
            command
                .env(format!("CC_{variable}"), &stub)
                .env(format!("AR_{variable}"), &stub)
                .env(format!("RANLIB_{variable}"), &stub)
                .env(format!("{openssl}_DIR"), host_openssl("prefix")?)
                .env(format!("{openssl}_INCLUDE_DIR"), host_openssl("includedir")?)
                .env(format!("{openssl}_LIB_DIR"), host_openssl("libdir")?);
            shown(&format!("types-{target}"), &mut command)
        });
    }
}

/// Where the host's OpenSSL lies: its headers stand in for Android's, since only types are checked.
fn host_openssl(part: &str) -> Result<String, String> {
    let asked = format!("--variable={part}");
    let told = std::process::Command::new("pkg-config")
        .args([asked.as_str(), "openssl"])
        .output()
        .map_err(|error| format!("pkg-config: {error}"))?;
    Ok(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}
