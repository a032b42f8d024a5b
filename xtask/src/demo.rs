//! `cargo xtask demo`: a synthetic kecamatan, twelve tablets that work a week offline and then
//! send, and the server that stays up.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::install;
use crate::run::{cargo, root, shown, target};

struct Options {
    fresh: bool,
    stop: bool,
    seed: String,
    address: String,
}

/// Builds, makes or continues the demo, runs its tablets, and serves until it is stopped.
///
/// # Errors
/// When an option is unknown, something is missing on this machine, or a part fails.
pub fn run(words: &[&str]) -> Result<(), String> {
    let options = read(words)?;
    install::ensure(install::BUILD)?;
    println!("building the server and the tablets …");
    let packages = ["build", "--package", "jangkau-server", "--package", "jangkau-tests", "--bins"];
    if !shown("demo-build", &mut cargo(&packages))?.ok {
        return Err("the build failed; see target/check/demo-build.log".to_owned());
    }
    let folder = root().join("var/demo");
    std::fs::create_dir_all(root().join("var")).map_err(|error| format!("var: {error}"))?;
    let mut server = start(&folder, &options)?;
    let outcome = serve(&mut server, &folder, &options);
    if outcome.is_err() || options.stop {
        end(&mut server);
    }
    outcome
}

fn read(words: &[&str]) -> Result<Options, String> {
    let mut options = Options {
        fresh: false,
        stop: false,
        seed: "99".to_owned(),
        address: "127.0.0.1:8480".to_owned(),
    };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let mut value =
            || rest.next().map(ToString::to_string).ok_or(format!("{word} needs a value"));
        match *word {
            "--fresh" => options.fresh = true,
            "--stop" => options.stop = true,
            "--seed" => options.seed = value()?,
            "--address" => options.address = value()?,
            unknown => return Err(format!("the demo has no option {unknown}")),
        }
    }
    Ok(options)
}

fn start(folder: &Path, options: &Options) -> Result<Child, String> {
    let mut command = Command::new(target().join("debug/jangkau"));
    command.args(["--address", &options.address, "demo", "--seed", &options.seed, "--folder"]);
    command.arg(folder).current_dir(root());
    if options.fresh {
        command.arg("--fresh");
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    println!("making the villages, families and accounts of seed {} …", options.seed);
    command.spawn().map_err(|error| format!("the server does not start: {error}"))
}

fn serve(server: &mut Child, folder: &Path, options: &Options) -> Result<(), String> {
    wait_for_address(server)?;
    let mut fleet = Command::new(target().join("debug/jangkau-fleet"));
    fleet.arg("--demo").arg(folder.join("demo.json"));
    fleet.arg("--data").arg(folder.join("tablets"));
    let done = shown("fleet", fleet.current_dir(root()))?;
    if !done.ok {
        return Err("the tablets failed; see target/check/fleet.log".to_owned());
    }
    greet(folder)?;
    if options.stop {
        return Ok(());
    }
    println!("The server stays up; end it with Ctrl-C.");
    server.wait().map_err(|error| error.to_string())?;
    Ok(())
}

/// The server prints one line once it listens.
fn wait_for_address(server: &mut Child) -> Result<(), String> {
    let output = server.stdout.take().ok_or("the server has no output")?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
    if line.trim_start().starts_with('{') {
        Ok(())
    } else {
        Err("the server ended before it listened".to_owned())
    }
}

/// Prints the address and one login a role, as the demo's own file has them.
fn greet(folder: &Path) -> Result<(), String> {
    let path = folder.join("demo.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("demo.json: {error}"))?;
    println!("\nJangkau runs at {}", field(&text, "address").unwrap_or_default());
    println!("{:<10} {:<22} password", "role", "login");
    let logins = text.split("\"logins\"").nth(1).and_then(|rest| rest.split(']').next());
    for login in logins.unwrap_or("").split('}') {
        if let (Some(role), Some(name), Some(password)) =
            (field(login, "role"), field(login, "login"), field(login, "password"))
        {
            println!("{role:<10} {name:<22} {password}");
        }
    }
    Ok(())
}

/// Returns the text of a key; the file is written by our own server, one key a line.
fn field<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let rest = text.split(&format!("\"{key}\":")).nth(1)?;
    rest.split('"').nth(1)
}

fn end(server: &mut Child) {
    // A missing process is what was wanted.
    drop(server.kill());
    drop(server.wait());
}

#[cfg(test)]
mod tests {
    use super::{field, read};

    #[test]
    fn reads_its_options_and_names_an_unknown_one() {
        let options = read(&["--fresh", "--seed", "7"]).expect("known options");
        assert!(options.fresh && options.seed == "7");
        assert!(read(&["--frehs"]).is_err());
        assert!(read(&["--seed"]).is_err());
    }

    #[test]
    fn finds_a_key_of_the_demo_file() {
        let text = "{\"address\": \"http://127.0.0.1:1\",\n \"logins\": []}";
        assert_eq!(field(text, "address"), Some("http://127.0.0.1:1"));
        assert_eq!(field(text, "seed"), None);
    }
}
