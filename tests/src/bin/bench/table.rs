//! Figures beside their budgets, as a table in Markdown.

use std::fmt::Write as _;

/// Which way a figure is good.
#[derive(Clone, Copy, PartialEq)]
pub enum Budget {
    /// At most so much.
    Most(f64),
    /// At least so much.
    Least(f64),
    /// No budget: shown to be known.
    None,
}

/// One measured figure.
pub struct Figure {
    what: String,
    value: f64,
    unit: &'static str,
    budget: Budget,
}

impl Figure {
    /// Names a figure.
    pub fn new(what: impl Into<String>, value: f64, unit: &'static str, budget: Budget) -> Self {
        Self { what: what.into(), value, unit, budget }
    }

    /// Returns figure by budget, or budget by figure: 1 and below is within it.
    fn ratio(&self) -> Option<f64> {
        match self.budget {
            Budget::Most(most) => Some(self.value / most),
            Budget::Least(least) => Some(least / self.value),
            Budget::None => None,
        }
    }
}

/// Returns the table; a figure beyond its budget is marked.
pub fn markdown(figures: &[Figure]) -> String {
    let mut text =
        String::from("| what | measured | budget | ratio |\n| --- | ---: | ---: | ---: |\n");
    for figure in figures {
        let budget = match figure.budget {
            Budget::Most(most) => format!("≤ {} {}", number(most), figure.unit),
            Budget::Least(least) => format!("≥ {} {}", number(least), figure.unit),
            Budget::None => "–".to_owned(),
        };
        let ratio = match figure.ratio() {
            Some(ratio) if ratio > 1.0 => format!("**{ratio:.2}** missed"),
            Some(ratio) => format!("{ratio:.2}"),
            None => "–".to_owned(),
        };
        let value = format!("{} {}", number(figure.value), figure.unit);
        let _ = writeln!(text, "| {} | {value} | {budget} | {ratio} |", figure.what);
    }
    text
}

fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 1_000.0 => grouped(value.round()),
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_what_missed_its_budget() {
        let text = markdown(&[
            Figure::new("edit", 23.0, "B", Budget::Most(30.0)),
            Figure::new("ingest", 4_000.0, "/s", Budget::Least(8_000.0)),
            Figure::new("finish", 7.25, "ms", Budget::None),
        ]);
        assert!(text.contains("| edit | 23.0 B | ≤ 30.0 B | 0.77 |"), "{text}");
        assert!(text.contains("| ingest | 4,000 /s | ≥ 8,000 /s | **2.00** missed |"), "{text}");
        assert!(text.contains("| finish | 7.25 ms | – | – |"), "{text}");
    }
}
