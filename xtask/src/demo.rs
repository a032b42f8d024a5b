//! `cargo xtask demo`: a synthetic kecamatan, twelve tablets that work a week offline and then
//! send, offices that take their steps, and the server that stays up.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::demo_file::greet;
use crate::install;
use crate::run::{cargo, program, root, shown, target};

struct Options {
    fresh: bool,
    stop: bool,
    once: bool,
    seed: String,
    address: String,
}

/// Builds, makes or continues the demo, runs its tablets, and serves until it is stopped.
///
/// # Errors
/// When an option is unknown, something is missing on this machine, or a part fails.
pub fn run(words: &[&str]) -> Result<(), String> {
    let options = read(words)?;
    let folder = root().join("var/demo");
    if options.stop {
        return stop(&folder);
    }
    is_free(&folder, &options.address)?;
    install::ensure(install::BUILD)?;
    println!("building the server and the tablets …");
    let packages = ["build", "--package", "jangkau-server", "--package", "jangkau-tests", "--bins"];
    if !shown("demo-build", &mut cargo(&packages))?.ok {
        return Err("the build failed; see target/check/demo-build.log".to_owned());
    }
    std::fs::create_dir_all(root().join("var")).map_err(|error| format!("var: {error}"))?;
    let mut server = start(&folder, &options)?;
    let outcome = serve(&mut server, &folder, &options);
    if outcome.is_err() || options.once {
        // A missing process is what was wanted.
        drop(terminate(server.id()));
        drop(server.wait());
    }
    drop(std::fs::remove_file(pid_file(&folder)));
    outcome
}

fn read(words: &[&str]) -> Result<Options, String> {
    let mut options = Options {
        fresh: false,
        stop: false,
        once: false,
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
            "--once" => options.once = true,
            "--seed" => options.seed = value()?,
            "--address" => options.address = value()?,
            unknown => return Err(format!("the demo has no option {unknown}")),
        }
    }
    Ok(options)
}

/// Says what to do where somebody listens already, before anything is built or emptied.
fn is_free(folder: &Path, address: &str) -> Result<(), String> {
    if running(folder).is_some() {
        return Err("the demo runs already; end it with: cargo xtask demo --stop".to_owned());
    }
    let parsed: SocketAddr = address
        .parse()
        .map_err(|_| format!("{address} is no address; write it as 127.0.0.1:8480"))?;
    match TcpListener::bind(parsed) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!(
            "{address} cannot be listened on ({error}); choose another: \
             cargo xtask demo --address {}:{}",
            parsed.ip(),
            parsed.port().wrapping_add(1).max(1024)
        )),
    }
}

fn start(folder: &Path, options: &Options) -> Result<Child, String> {
    let mut command = Command::new(target().join("debug/jangkau"));
    command.args(["--address", &options.address, "demo", "--seed", &options.seed, "--folder"]);
    command.arg(folder).current_dir(root());
    if options.fresh {
        command.arg("--fresh");
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let known = folder.join("demo.json").exists() && !options.fresh;
    match known {
        true => println!("the demo in {} goes on …", folder.display()),
        false => println!("making villages, families and accounts of seed {} …", options.seed),
    }
    command.spawn().map_err(|error| format!("the server does not start: {error}"))
}

fn serve(server: &mut Child, folder: &Path, options: &Options) -> Result<(), String> {
    wait_for_address(server)?;
    std::fs::write(pid_file(folder), server.id().to_string())
        .map_err(|error| format!("{}: {error}", pid_file(folder).display()))?;
    println!("twelve tablets work through a week of visits …");
    let mut fleet = Command::new(target().join("debug/jangkau-fleet"));
    fleet.arg("--office").arg("--demo").arg(folder.join("demo.json"));
    fleet.arg("--data").arg(folder.join("tablets"));
    let done = shown("fleet", fleet.current_dir(root()))?;
    if !done.ok {
        return Err("the tablets failed; see target/check/fleet.log".to_owned());
    }
    greet(folder)?;
    if options.once {
        return Ok(());
    }
    println!("\nThe server stays up; end it with Ctrl-C, or with: cargo xtask demo --stop");
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

fn pid_file(folder: &Path) -> PathBuf {
    folder.join("server.pid")
}

/// Returns the server of the demo, where one runs.
fn running(folder: &Path) -> Option<u32> {
    let pid: u32 = std::fs::read_to_string(pid_file(folder)).ok()?.trim().parse().ok()?;
    // The number may have passed on to another program since.
    let name = program("ps", &["-o", "comm=", "-p", &pid.to_string()]).output().ok()?;
    let name = String::from_utf8_lossy(&name.stdout).trim().to_owned();
    name.ends_with("jangkau").then_some(pid)
}

fn stop(folder: &Path) -> Result<(), String> {
    let Some(pid) = running(folder) else {
        println!("no demo runs");
        return Ok(());
    };
    terminate(pid)?;
    println!("the demo's server was told to end; its data stay in {}", folder.display());
    Ok(())
}

fn terminate(pid: u32) -> Result<(), String> {
    let done = program("kill", &["-TERM", &pid.to_string()]).status();
    match done {
        Ok(status) if status.success() => Ok(()),
        _ => Err(format!("process {pid} cannot be ended")),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_free, read};

    #[test]
    fn reads_its_options_and_names_an_unknown_one() {
        let options = read(&["--fresh", "--seed", "7"]).expect("known options");
        assert!(options.fresh && options.seed == "7" && !options.stop);
        assert!(read(&["--frehs"]).is_err());
        assert!(read(&["--seed"]).is_err());
    }

    #[test]
    fn a_busy_port_is_told_with_the_line_to_type() {
        let folder = std::env::temp_dir().join("jangkau-no-demo");
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = taken.local_addr().expect("a bound socket has an address").to_string();
        let told = is_free(&folder, &address).expect_err("somebody listens there");
        assert!(told.contains("cargo xtask demo --address 127.0.0.1:"), "{told}");
        drop(taken);
        assert!(is_free(&folder, &address).is_ok());
        assert!(is_free(&folder, "here").is_err());
    }
}
