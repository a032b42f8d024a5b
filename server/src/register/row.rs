//! One line of a register file as a row of a pack.

use csv::StringRecord;
use jangkau_domain::kk::Kk;
use jangkau_domain::name::rt_rw;
use jangkau_domain::nik::Nik;
use jangkau_domain::wilayah::{BpsCode, Code, Level};
use jiff::civil::Date;

use super::columns::ColumnMap;
use super::read::{Coding, DateOrder};
use crate::store::packs::PackRow;

/// Longest text that is taken over, in characters.
const TEXT: usize = 200;

/// One line with what is known of the file.
pub(super) struct Line<'a> {
    pub(super) map: &'a ColumnMap,
    pub(super) record: &'a StringRecord,
}

impl Line<'_> {
    fn cell(&self, ours: &str) -> Option<&str> {
        let text = self.record.get(self.map.place(ours)?)?.trim();
        (!text.is_empty()).then_some(text)
    }

    fn text(&self, ours: &str) -> Option<String> {
        let text: String =
            self.cell(ours)?.chars().filter(|sign| !sign.is_control()).take(TEXT).collect();
        (!text.is_empty()).then_some(text)
    }

    /// Returns the desa of the line.
    pub(super) fn desa(&self, coding: &Coding) -> Result<Code, &'static str> {
        let code = match coding {
            Coding::Kemendagri => self.kemendagri(),
            Coding::Bps(bridge) => self.bps().and_then(|bps| bridge.code(bps)),
        };
        match (code, coding) {
            (Some(code), _) if code.level() == Level::Desa => Ok(code),
            (_, Coding::Kemendagri) => Err("the desa's code is none of Kemendagri"),
            (_, Coding::Bps(_)) => Err("the bridge has no desa for this BPS code"),
        }
    }

    fn kemendagri(&self) -> Option<Code> {
        if let Some(code) = self.cell("desa") {
            return code.parse().ok();
        }
        let mut code = String::with_capacity(10);
        for (at, width) in self.map.parts()?.into_iter().zip([2, 2, 2, 4]) {
            let part = self.record.get(at)?.trim();
            if part.is_empty() || part.len() > width {
                return None;
            }
            // Spreadsheets drop leading zeros.
            code.push_str(&"0".repeat(width - part.len()));
            code.push_str(part);
        }
        code.parse().ok()
    }

    fn bps(&self) -> Option<BpsCode> {
        match self.map.parts() {
            Some(parts) => {
                BpsCode::from_columns(parts.map(|at| self.record.get(at).unwrap_or(""))).ok()
            }
            None => self.cell("desa")?.parse().ok(),
        }
    }

    /// Returns the row; `spare_id` names it where the file does not.
    pub(super) fn row(
        &self,
        order: DateOrder,
        spare_id: impl FnOnce() -> String,
    ) -> Result<PackRow, &'static str> {
        let name = self.text("name").ok_or("the line has no name")?;
        // A number that is none is left out: it would be matched with somebody else's.
        let nik = self.cell("nik").and_then(|text| text.parse::<Nik>().ok());
        let kk = self.cell("kk").and_then(|text| text.parse::<Kk>().ok());
        let (rt, rw) = self.place();
        Ok(PackRow {
            row_id: self.text("row_id").unwrap_or_else(spare_id),
            family: self.text("household_id"),
            nik: nik.map(|nik| nik.digits().to_owned()),
            kk: kk.map(|kk| kk.digits().to_owned()),
            name,
            birth_date: self.cell("birth_date").and_then(|text| order.read(text)),
            sex: self.sex().map(str::to_owned),
            relation: self.text("relation"),
            mother: self.text("mother"),
            address: self.text("address"),
            rt,
            rw,
            desil: self.desil(),
            programs: self.programs(),
            gone: self.gone(),
        })
    }

    fn place(&self) -> (Option<String>, Option<String>) {
        let padded = |ours: &str| {
            let digits: String = self.cell(ours)?.chars().filter(char::is_ascii_digit).collect();
            let number: u16 = digits.parse().ok().filter(|number| *number <= 999)?;
            Some(format!("{number:03}"))
        };
        let (rt, rw) = (padded("rt"), padded("rw"));
        let (sls_rt, sls_rw) = self.cell("sls").map_or((None, None), rt_rw);
        (rt.or(sls_rt), rw.or(sls_rw))
    }

    fn sex(&self) -> Option<&'static str> {
        match self.cell("sex")?.to_lowercase().as_str() {
            "1" | "l" | "lk" | "laki-laki" | "male" => Some("male"),
            "2" | "p" | "pr" | "perempuan" | "female" => Some("female"),
            _ => None,
        }
    }

    /// Returns the desil; the percentile of DTKS counts four groups of ten.
    fn desil(&self) -> Option<u8> {
        let number = |ours: &str| self.cell(ours)?.parse::<u8>().ok();
        let desil = number("desil").filter(|desil| (1..=10).contains(desil));
        let percentile = number("percentile").filter(|percentile| (1..=100).contains(percentile));
        desil.or(percentile.map(|percentile| (percentile - 1) / 10 + 1))
    }

    fn programs(&self) -> Vec<String> {
        let listed = self.cell("programs").unwrap_or("");
        let mut programs: Vec<String> = listed
            .split([',', ' ', '|'])
            .filter(|code| !code.is_empty())
            .map(str::to_lowercase)
            .collect();
        for code in ["pkh", "sembako", "pbi", "pip"] {
            if self.cell(code).is_some_and(is_yes) {
                programs.push(code.to_owned());
            }
        }
        programs.sort();
        programs.dedup();
        programs
    }

    fn gone(&self) -> bool {
        // Keberadaan anggota: 2 meninggal, 3 pindah dalam negeri, 4 luar negeri.
        let away = matches!(self.cell("presence"), Some("2" | "3" | "4"));
        away || ["gone", "died"].iter().any(|ours| self.cell(ours).is_some_and(is_yes))
    }
}

/// A flag is yes, or a participant's number.
fn is_yes(text: &str) -> bool {
    !matches!(text.to_lowercase().as_str(), "0" | "2" | "-" | "n" | "t" | "no" | "tidak" | "false")
}

impl DateOrder {
    /// Returns a date as `1958-12-31`; none if the text is no date in this order.
    pub(super) fn read(self, text: &str) -> Option<String> {
        let day = text.split([' ', 'T']).next()?;
        let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
        let [a, b, c] = <[&str; 3]>::try_from(parts).ok()?;
        let (year, month, day) = match (self, a.len()) {
            (_, 4) => (a, b, c),
            (Self::DayFirst, _) => (c, b, a),
            (Self::MonthFirst, _) => (c, a, b),
        };
        if year.len() != 4 {
            return None;
        }
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        Some(date.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::iso("1958-12-31", DateOrder::DayFirst, Some("1958-12-31"))]
    #[case::local("31/12/1958", DateOrder::DayFirst, Some("1958-12-31"))]
    #[case::american("12/31/1958", DateOrder::MonthFirst, Some("1958-12-31"))]
    #[case::with_time("1958-12-31 00:00:00", DateOrder::DayFirst, Some("1958-12-31"))]
    #[case::wrong_order("31/12/1958", DateOrder::MonthFirst, None)]
    #[case::short_year("31/12/58", DateOrder::DayFirst, None)]
    #[case::no_day("31/02/1958", DateOrder::DayFirst, None)]
    fn reads_dates_in_the_order_that_was_asked(
        #[case] text: &str,
        #[case] order: DateOrder,
        #[case] expected: Option<&str>,
    ) {
        assert_eq!(order.read(text).as_deref(), expected);
    }

    #[rstest]
    #[case("1", true)]
    #[case("99010000001", true)]
    #[case("Ya", true)]
    #[case("0", false)]
    #[case("2", false)]
    #[case("Tidak", false)]
    fn reads_flags(#[case] text: &str, #[case] expected: bool) {
        assert_eq!(is_yes(text), expected);
    }
}
