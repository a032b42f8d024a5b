//! `jangkau doctor`: looks at keys, files, audit record and settings, and says what to do.

use std::path::Path;

use super::CliResult;
use super::say::say;
use crate::App;
use crate::audit::Chain;
use crate::clock::Clock;
use crate::config::Config;
use crate::store::{check, scopes};

/// What a look at one thing gave.
enum Look {
    Good(String),
    Warn(String),
    Bad(String),
}

pub(super) fn run(config: &Config, clock: Clock) -> CliResult {
    let mut looks = vec![key_file(config)];
    match App::start(config.clone(), clock) {
        Ok(app) => {
            looks.extend(inside(&app));
            app.ingest.stop();
        }
        Err(error) => looks.push(Look::Bad(format!("the files do not open: {}", chain(&error)))),
    }
    let mut bad = 0;
    for look in looks {
        let (mark, text) = match look {
            Look::Good(text) => ("ok  ", text),
            Look::Warn(text) => ("warn", text),
            Look::Bad(text) => {
                bad += 1;
                ("BAD ", text)
            }
        };
        say(format!("{mark}  {text}"));
    }
    if bad > 0 { Err(format!("{bad} things need a person").into()) } else { Ok(()) }
}

fn inside(app: &App) -> Vec<Look> {
    let kab = app.config.kab;
    let files = app.store.read_now(check::damage);
    let desa = app.store.read_now(|conn| scopes::list(conn, kab));
    vec![
        match files {
            Ok(None) => Look::Good("the main file is whole".to_owned()),
            Ok(Some(what)) => Look::Bad(format!("the main file is damaged: {what}")),
            Err(error) => Look::Bad(format!("the main file cannot be checked: {}", chain(&error))),
        },
        match app.audit.verify() {
            Ok(Chain::Whole { lines, last }) => {
                let head = hex::encode(&last[..8]);
                Look::Good(format!("the audit record is whole: {lines} lines, head {head}"))
            }
            Ok(Chain::Broken { at }) => {
                Look::Bad(format!("the audit record was altered at line {at}"))
            }
            Err(error) => Look::Bad(format!("the audit record does not read: {}", chain(&error))),
        },
        match desa {
            Ok(scopes) if scopes.is_empty() => {
                Look::Warn("no desa is known; import-wilayah comes first".to_owned())
            }
            Ok(scopes) => Look::Good(format!("{} scopes", scopes.len())),
            Err(error) => Look::Bad(format!("the scopes do not read: {}", chain(&error))),
        },
    ]
}

fn key_file(config: &Config) -> Look {
    if config.key.is_some() {
        return Look::Good("the key comes from the environment".to_owned());
    }
    let path = config.key_path();
    if !path.exists() {
        return Look::Bad(format!("there is no key file {}", path.display()));
    }
    if open_to_others(&path) {
        return Look::Bad(format!("others can read {}; chmod 600 it", path.display()));
    }
    if path.starts_with(&config.data) {
        let what = "lies beside the data; keep it on another disk (JANGKAU_KEY_FILE)";
        return Look::Warn(format!("the key file {} {what}", path.display()));
    }
    Look::Good("the key file is its owner's alone".to_owned())
}

#[cfg(unix)]
fn open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> bool {
    false
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.push_str(": ");
        words.push_str(&error.to_string());
        cause = error.source();
    }
    words
}
