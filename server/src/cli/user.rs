//! `jangkau user`: accounts, their roles and areas.

use std::io::BufRead;

use clap::Subcommand;
use jangkau_domain::role::Role;
use jangkau_domain::wilayah::Code;
use jangkau_domain::{UserId, catalogue};

use super::CliResult;
use super::record::record;
use super::say::{note, say};
use crate::App;
use crate::access::password;
use crate::store::users::{self, Grant, User};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Makes an account; the password is read from the first line of standard input.
    Add {
        /// What the person types to log in.
        login: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// A role and its area, as fs@9901012001 or mj@9901; may be repeated.
        #[arg(long = "role", required = true, value_parser = grant)]
        roles: Vec<Grant>,
        /// A program that a program owner (pp) answers for, by its code; may be repeated.
        #[arg(long = "program")]
        programs: Vec<String>,
        /// Makes an account that works on a tablet only.
        #[arg(long)]
        no_password: bool,
    },
    /// Shows every account with its roles.
    List,
    /// Sets a new password, read from the first line of standard input.
    Passwd {
        /// The account.
        login: String,
    },
    /// Ends an account: its sessions and tablets are out at once.
    End {
        /// The account.
        login: String,
    },
}

fn grant(typed: &str) -> Result<Grant, String> {
    let (role, area) = typed.split_once('@').ok_or("a role and its area, as fs@9901012001")?;
    let role = Role::from_key(role).ok_or_else(|| {
        let keys: Vec<&str> = Role::ALL.into_iter().map(Role::key).collect();
        format!("no role `{role}`; there are {}", keys.join(", "))
    })?;
    let area: Code = area.parse().map_err(|_| format!("`{area}` is no wilayah code"))?;
    Ok(Grant { role, wilayah: area.digits().to_owned() })
}

pub(super) fn run(app: &App, command: Command) -> CliResult {
    let done = match command {
        Command::Add { login, name, roles, programs, no_password } => {
            let user =
                User { id: UserId(0), login, name, password: None, ended: false, grants: roles };
            add(app, user, &programs, no_password)
        }
        Command::List => list(app),
        Command::Passwd { login } => passwd(app, &login),
        Command::End { login } => end(app, &login),
    };
    app.ingest.stop();
    done
}

fn add(app: &App, user: User, programs: &[String], no_password: bool) -> CliResult {
    let known = catalogue::seed();
    if let Some(unknown) = programs.iter().find(|code| known.find(code).is_none()) {
        return Err(format!("the catalogue has no program `{unknown}`").into());
    }
    let password = if no_password { None } else { Some(password::hash(&read_password()?)?) };
    let user = User { password, ..user };
    let roles: Vec<String> = user
        .grants
        .iter()
        .map(|grant| format!("{}@{}", grant.role.key(), grant.wilayah))
        .chain(programs.iter().cloned())
        .collect();
    record(app, "grant", format!("{} {}", user.login, roles.join(" ")))?;
    let id = app.ingest.add_user_now(user)?;
    app.ingest.add_programs_now(id, programs.to_vec())?;
    say(format!("account {id}"));
    Ok(())
}

fn list(app: &App) -> CliResult {
    let kab = app.config.kab;
    for user in app.store.read_now(|conn| users::list(conn, kab))? {
        let roles: Vec<String> = user
            .grants
            .iter()
            .map(|grant| format!("{}@{}", grant.role.key(), grant.wilayah))
            .collect();
        let ended = if user.ended { " (ended)" } else { "" };
        say(format!("{}\t{}\t{}\t{}{ended}", user.id, user.login, user.name, roles.join(" ")));
    }
    Ok(())
}

fn passwd(app: &App, login: &str) -> CliResult {
    let user = find(app, login)?;
    let hash = password::hash(&read_password()?)?;
    record(app, "password", format!("account {}", user.id))?;
    app.ingest.set_password_now(user.id, hash)?;
    app.sessions.end_all(user.id)?;
    say("the password is set; who was logged in must log in again");
    Ok(())
}

fn end(app: &App, login: &str) -> CliResult {
    let user = find(app, login)?;
    record(app, "end", format!("account {}", user.id))?;
    let ended = app.ingest.end_user_now(user.id)?;
    app.sessions.end_all(user.id)?;
    say(if ended { "the account is ended" } else { "the account was ended before" });
    Ok(())
}

fn find(app: &App, login: &str) -> Result<User, Box<dyn std::error::Error>> {
    let kab = app.config.kab;
    let found = app.store.read_now(|conn| users::find_by_login(conn, kab, login))?;
    found.ok_or_else(|| "there is no such account".into())
}

fn read_password() -> Result<String, Box<dyn std::error::Error>> {
    note("type the password and Enter:");
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let typed = line.trim_end_matches(['\r', '\n']);
    if typed.is_empty() {
        return Err("no password came on standard input".into());
    }
    Ok(typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::desa("fs@9901012001", Some(("fs", "9901012001")))]
    #[case::dotted("spv@99.01.01", Some(("spv", "990101")))]
    #[case::kab("adm_kab@9901", Some(("adm_kab", "9901")))]
    #[case::no_area("fs", None)]
    #[case::no_role("boss@9901", None)]
    #[case::no_code("fs@99010", None)]
    fn reads_a_role_and_its_area(#[case] typed: &str, #[case] expected: Option<(&str, &str)>) {
        let read = grant(typed).ok();
        let read = read.as_ref().map(|grant| (grant.role.key(), grant.wilayah.as_str()));
        assert_eq!(read, expected);
    }
}
