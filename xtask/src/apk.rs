//! `cargo xtask apk`: the signed smoke APK: real app, real dex, a key made for this build alone.

use crate::install;
use crate::run::{cargo, program, shown};

/// Builds the app by Maven and assembles, aligns, signs and verifies the APK.
///
/// # Errors
/// When something is missing on this machine or a step fails.
pub fn run() -> Result<(), String> {
    install::ensure(install::BUILD)?;
    install::ensure(install::ANDROID)?;
    install::ensure(install::APK)?;
    let core = ["build", "--package", "jangkau-device", "--package", "jangkau-bindgen"];
    if !shown("core", &mut cargo(&core))?.ok {
        return Err("the core does not build; see target/check/core.log".to_owned());
    }
    let done = shown("apk", &mut program("bash", &["android/apk.sh"]))?;
    if done.ok { Ok(()) } else { Err("the APK was not made; see target/check/apk.log".to_owned()) }
}
