//! Counts what passed and failed, and says so in one plain line at the end.

use std::time::Instant;

use crate::run::Finished;

/// The running count of a check.
#[derive(Default)]
pub struct Report {
    passed: u64,
    failed: u64,
    lines: Vec<String>,
}

impl Report {
    /// Runs one step: prints its name, counts the tests in its output, or the step itself as one.
    ///
    /// Returns whether the step passed.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Finished, String>) -> bool {
        println!("\n==> {name}");
        #[expect(clippy::disallowed_methods, reason = "a developer sees how long a step took")]
        let began = Instant::now();
        let finished = work().unwrap_or_else(|why| {
            println!("{why}");
            Finished { ok: false, output: String::new() }
        });
        let (passed, failed) = count(&finished.output);
        let bad = failed.max(u64::from(!finished.ok));
        self.passed += if bad == 0 { passed.max(1) } else { passed };
        self.failed += bad;
        let word = if bad == 0 { "ok" } else { "FAILED" };
        let line = format!("{word:6} {name}: {passed} tests, {} s", began.elapsed().as_secs());
        println!("{line}");
        self.lines.push(line);
        bad == 0
    }

    /// Prints every step again and the closing line.
    ///
    /// # Errors
    /// When anything failed.
    pub fn close(self) -> Result<(), String> {
        println!("\n{}", self.lines.join("\n"));
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { Err("the check failed".to_owned()) }
    }
}

/// Adds up the closing lines of cargo test, Maven Surefire and node's test runner.
fn count(output: &str) -> (u64, u64) {
    output.lines().map(count_line).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
}

fn count_line(line: &str) -> (u64, u64) {
    let line = line.trim_start_matches("[INFO] ").trim_start_matches("[ERROR] ").trim();
    if let Some(rest) = line.strip_prefix("test result: ") {
        return (before(rest, " passed"), before(rest, " failed"));
    }
    if line.starts_with("Tests run: ") && !line.contains(" in ") && !line.contains("Time elapsed") {
        let all = after(line, "Tests run: ");
        let bad = after(line, "Failures: ") + after(line, "Errors: ");
        return (all.saturating_sub(bad + after(line, "Skipped: ")), bad);
    }
    if let Some(passed) = line.strip_prefix("# pass ") {
        return (passed.parse().unwrap_or(0), 0);
    }
    if let Some(failed) = line.strip_prefix("# fail ") {
        return (0, failed.parse().unwrap_or(0));
    }
    (0, 0)
}

fn before(text: &str, word: &str) -> u64 {
    text.split(word).next().and_then(|head| head.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}

fn after(text: &str, word: &str) -> u64 {
    let tail = text.split(word).nth(1).unwrap_or("");
    tail.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::count_line;

    #[test]
    fn reads_the_closing_lines_of_three_runners() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 0 ignored; finished in 0.1s";
        assert_eq!(count_line(cargo), (12, 3));
        assert_eq!(count_line("[INFO] Tests run: 41, Failures: 1, Errors: 1, Skipped: 0"), (39, 2));
        assert_eq!(count_line("# pass 7"), (7, 0));
        assert_eq!(count_line("# fail 2"), (0, 2));
        assert_eq!(count_line("Tests run: 4, Failures: 0, Time elapsed: 1 s - in a.B"), (0, 0));
    }
}
