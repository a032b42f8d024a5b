//! On what a run was made: figures of two machines are not compared.

use jangkau_tests::Site;

/// Returns one line: processor, cores, memory, database, durability, build.
pub fn line(site: &Site) -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = first("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = first("/proc/meminfo", "MemTotal").unwrap_or_default();
    let asked = |pragma: &str| site.texts(&format!("PRAGMA {pragma}")).concat();
    let (cipher, sqlite) = (asked("cipher_version"), rusqlite::version());
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    format!(
        "{cores} cores of {processor}, {memory}; SQLCipher {cipher} (SQLite {sqlite}), WAL, \
         synchronous=FULL, {} build; load when it began: {}",
        build,
        load()
    )
}

fn first(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split(':').nth(1)?.trim().to_owned())
}

/// How many programs wanted a core in the last minute.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or_default().to_owned()
}
