//! Installs what the check needs beyond Rust, or prints the exact line that does.

use std::process::Command;

use crate::run::{answers, shown};

/// A program, how to see that it is there, and the Debian packages that bring it.
pub struct Need {
    program: &'static str,
    probe: &'static str,
    packages: &'static [&'static str],
}

/// What a native build takes: a C compiler and OpenSSL's headers for SQLCipher.
pub const BUILD: &[Need] = &[
    Need { program: "cc", probe: "--version", packages: &["build-essential"] },
    Need { program: "pkg-config", probe: "--version", packages: &["pkg-config"] },
    Need { program: "openssl", probe: "version", packages: &["libssl-dev", "openssl"] },
];

/// What the page tests take; the fonts are those of the pages, so that no line breaks elsewhere.
pub const WEB: &[Need] = &[
    Need {
        program: "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
        probe: "",
        packages: &["fonts-noto-core"],
    },
    Need {
        program: "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf",
        probe: "",
        packages: &["fonts-roboto"],
    },
    Need { program: "chromium", probe: "--version", packages: &["chromium"] },
    Need { program: "node", probe: "--version", packages: &["nodejs"] },
    Need { program: "npm", probe: "--version", packages: &["npm"] },
];

/// What the Android build takes.
pub const ANDROID: &[Need] = &[
    Need { program: "javac", probe: "-version", packages: &["openjdk-17-jdk-headless"] },
    Need { program: "mvn", probe: "--version", packages: &["maven"] },
];

/// What assembling the smoke APK takes.
pub const APK: &[Need] = &[
    Need { program: "apksigner", probe: "--version", packages: &["apksigner"] },
    Need { program: "zipalign", probe: "-h", packages: &["zipalign"] },
    Need { program: "zip", probe: "-v", packages: &["zip"] },
    Need { program: "unzip", probe: "-v", packages: &["unzip"] },
    Need { program: "dexdump", probe: "--help", packages: &["dexdump"] },
];

/// What a 32-bit test build takes: the C compiler's other half.
pub const NARROW: &[Need] =
    &[Need { program: "/usr/lib32/crt1.o", probe: "", packages: &["gcc-multilib"] }];

/// Makes sure that every program of a list answers.
///
/// # Errors
/// When one is missing and cannot be installed here; the text holds the line to run by hand.
pub fn ensure(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|need| !answers_or_exists(need))
        .flat_map(|need| need.packages.iter().copied())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install --yes {}", missing.join(" "));
    if !is_root() || !answers("apt-get", "--version") {
        return Err(format!("missing on this machine; please run: sudo {line}"));
    }
    shown("apt-update", Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "--yes", "-qq"]);
    let done = shown("apt-install", install.args(&missing))?;
    if done.ok { Ok(()) } else { Err(format!("this failed: {line}")) }
}

/// Makes sure that a Rust target's standard library is there.
///
/// # Errors
/// When rustup is missing or refuses; the text holds the line to run.
pub fn ensure_target(name: &str) -> Result<(), String> {
    let done = shown("rustup", Command::new("rustup").args(["target", "add", name]));
    match done {
        Ok(finished) if finished.ok => Ok(()),
        Ok(_) | Err(_) => Err(format!("please run: rustup target add {name}")),
    }
}

/// Makes sure that a cargo subcommand is there, built from its published source.
///
/// # Errors
/// When it cannot be built; the text holds the line to run.
pub fn ensure_cargo_tool(name: &str, version: &str) -> Result<(), String> {
    let binary = format!("cargo-{name}");
    if answers(&binary, "--version") {
        return Ok(());
    }
    let arguments = ["install", "--locked", "--quiet", &binary, "--version", version];
    let done = shown(&format!("install-{name}"), &mut crate::run::cargo(&arguments))?;
    if done.ok { Ok(()) } else { Err(format!("please run: cargo {}", arguments.join(" "))) }
}

/// A tool may exist and still end with another code on its probe (`zipalign -h` does).
fn answers_or_exists(need: &Need) -> bool {
    if need.program.starts_with('/') {
        return std::path::Path::new(need.program).exists();
    }
    if need.program == "openssl" {
        return answers("pkg-config", "--version")
            && Command::new("pkg-config")
                .args(["--exists", "openssl"])
                .status()
                .is_ok_and(|s| s.success());
    }
    answers(need.program, need.probe) || Command::new(need.program).arg(need.probe).output().is_ok()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n")
}
