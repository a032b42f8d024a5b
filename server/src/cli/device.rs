//! `jangkau device`: tablets.

use clap::Subcommand;
use jangkau_domain::DeviceId;

use super::CliResult;
use super::record::record;
use super::say::say;
use crate::App;
use crate::access::code;
use crate::ingest::make_room;
use crate::store::{devices, users};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Makes room for a tablet and shows its enrolment code, once.
    New {
        /// The account of the worker.
        login: String,
        /// Minutes for which the code holds.
        #[arg(long, default_value_t = code::HOLDS_S / 60)]
        minutes: i64,
    },
    /// Shows every tablet.
    List,
    /// Revokes a tablet: it is out at once and for ever.
    Revoke {
        /// Its number.
        device: u32,
    },
}

pub(super) fn run(app: &App, command: Command) -> CliResult {
    let done = match command {
        Command::New { login, minutes } => new(app, &login, minutes),
        Command::List => list(app),
        Command::Revoke { device } => revoke(app, DeviceId(device)),
    };
    app.ingest.stop();
    done
}

fn new(app: &App, login: &str, minutes: i64) -> CliResult {
    let kab = app.config.kab;
    let user = app.store.read_now(|conn| users::find_by_login(conn, kab, login))?;
    let user = user.ok_or("there is no such account")?.id;
    let shown = code::draw()?;
    let kept = code::kept(&shown).ok_or("the code does not read back")?;
    let until = app.clock.now_s() + minutes.clamp(1, 60 * 24 * 31) * 60;
    record(app, "device", format!("a code for account {user}"))?;
    let device = app.ingest.run_now(move |writer| make_room(writer, user, &kept, until))?;
    say(format!("tablet {device}: {shown} (for {minutes} minutes)"));
    Ok(())
}

fn list(app: &App) -> CliResult {
    let kab = app.config.kab;
    for device in app.store.read_now(|conn| devices::list(conn, kab))? {
        let state = match (device.revoked_at, device.joined_at) {
            (Some(_), _) => "revoked",
            (None, Some(_)) => "joined",
            (None, None) => "waits for its code",
        };
        say(format!(
            "{}\taccount {}\tblock {}\t{state}\t{}",
            device.id, device.user, device.block, device.name
        ));
    }
    Ok(())
}

fn revoke(app: &App, device: DeviceId) -> CliResult {
    let (kab, now) = (app.config.kab, app.clock.now_s());
    record(app, "revoke", format!("device {device}"))?;
    let done =
        app.ingest.run_now(move |writer| Ok(devices::revoke(writer.conn(), kab, device, now)?))?;
    app.sessions.end_tablet(device)?;
    if !done {
        return Err("there is no such tablet in use".into());
    }
    say("the tablet is revoked");
    Ok(())
}
