//! Areas from CSV: the four files of `idn-area-data`, and our own form with days of validity.

use std::collections::BTreeMap;
use std::fmt;

use csv::StringRecord;
use jangkau_domain::wilayah::{Area, Code};
use jiff::civil::Date;

use crate::sheet::{Fault, Sheet};

/// Columns that name the area above; each of the four files has its own.
const PARENTS: [&str; 4] = ["parent_code", "province_code", "regency_code", "district_code"];

/// Columns of our own form besides code and name.
const OWN: [&str; 3] = ["valid_from", "valid_until", "successor"];

/// Faults that are shown; a file with more is another file.
const SHOWN: usize = 20;

/// Why nothing of a file was taken: every fault with its line.
#[derive(Debug, thiserror::Error)]
#[error("{}", list(.0))]
pub struct Faults(pub Vec<Fault>);

fn list(faults: &[Fault]) -> impl fmt::Display {
    let mut text: Vec<String> = faults.iter().take(SHOWN).map(ToString::to_string).collect();
    if faults.len() > SHOWN {
        text.push(format!("and {} more", faults.len() - SHOWN));
    }
    text.join("\n")
}

/// Reads the areas of one file.
///
/// # Errors
///
/// [`Faults`] with every line that is wrong: a code that is none, one that stands twice, a parent
/// that is not the area above, no name, a date that is none. Nothing of such a file is taken.
pub fn read(bytes: &[u8]) -> Result<Vec<Area>, Faults> {
    let sheet = Sheet::read(bytes).map_err(|fault| Faults(vec![fault]))?;
    let columns = Columns::of(&sheet).map_err(|fault| Faults(vec![fault]))?;
    let mut seen: BTreeMap<Code, u64> = BTreeMap::new();
    let (mut areas, mut faults) = (Vec::new(), Vec::new());
    for (line, record) in sheet.rows() {
        match columns.area(record) {
            Ok(area) => match seen.insert(area.code, line) {
                None => areas.push(area),
                Some(first) => {
                    let what = format!("the code {} stands on line {first} already", area.code);
                    faults.push(Fault::at(line, what));
                }
            },
            Err(what) => faults.push(Fault::at(line, what)),
        }
    }
    if areas.is_empty() && faults.is_empty() {
        faults.push(Fault::at(1, "the file has no lines"));
    }
    if faults.is_empty() { Ok(areas) } else { Err(Faults(faults)) }
}

struct Columns {
    code: usize,
    name: usize,
    parent: Option<usize>,
    own: [Option<usize>; 3],
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Self, Fault> {
        let known = |name: &&String| {
            let name = name.as_str();
            matches!(name, "code" | "name") || PARENTS.contains(&name) || OWN.contains(&name)
        };
        if let Some(other) = sheet.header().iter().find(|name| !known(name)) {
            let what = format!("the column `{other}` is none of a wilayah file");
            return Err(Fault::at(1, what));
        }
        let need = |name: &str| {
            let missing = || Fault::at(1, format!("the column `{name}` is missing"));
            sheet.column(name).ok_or_else(missing)
        };
        Ok(Self {
            code: need("code")?,
            name: need("name")?,
            parent: PARENTS.iter().find_map(|name| sheet.column(name)),
            own: OWN.map(|name| sheet.column(name)),
        })
    }

    fn area(&self, record: &StringRecord) -> Result<Area, String> {
        let code: Code =
            record[self.code].parse().map_err(|_| "the code is not one of Kemendagri")?;
        let parent = self.parent.map(|at| &record[at]).filter(|text| !text.is_empty());
        if let Some(parent) = parent
            && parent.parse::<Code>().ok() != code.parent()
        {
            return Err(format!("the area above {code} is not the one that the line names"));
        }
        let name = &record[self.name];
        if name.is_empty() || name.chars().any(char::is_control) {
            return Err(format!("{code} has no name"));
        }
        let [from, until, successor] = self.own.map(|at| at.map_or("", |at| &record[at]));
        let area = Area {
            code,
            name: name.to_owned(),
            valid_from: date(from)?,
            valid_until: date(until)?,
            successor: match successor {
                "" => None,
                text => Some(text.parse().map_err(|_| "the successor is no code")?),
            },
        };
        check_span(&area).map(|()| area)
    }
}

fn check_span(area: &Area) -> Result<(), String> {
    match (area.valid_from, area.valid_until) {
        (Some(from), Some(until)) if until < from => {
            Err(format!("{} ends before it begins", area.code))
        }
        (_, None) if area.successor.is_some() => {
            Err(format!("{} has a successor but no last day", area.code))
        }
        _ => Ok(()),
    }
}

fn date(text: &str) -> Result<Option<Date>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| "a date is not of the form 2025-07-14".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::provinces("code,name\n99,Nusa Rekaan\n")]
    #[case::regencies("code,province_code,name\n99.01,99,Kabupaten Rekaan Utara\n")]
    #[case::districts("code,regency_code,name\n99.01.01,99.01,Jatirekso\n")]
    #[case::villages("code,district_code,name\n99.01.01.2001,99.01.01,Ma'rang Jaya\n")]
    #[case::undotted("code,parent_code,name\n9901012001,990101,Sukamaju\n")]
    #[case::own(
        "code;name;valid_from;valid_until;successor\n9901012001;A;;2023-12-31;9901012002\n"
    )]
    fn reads_each_form(#[case] text: &str) {
        let areas = read(text.as_bytes()).unwrap_or_else(|faults| panic!("{faults}"));
        assert_eq!(areas.len(), 1);
    }

    #[rstest]
    #[case::no_code("kode,name\n99,A\n", 1, "`kode`")]
    #[case::no_name("code\n99\n", 1, "`name` is missing")]
    #[case::other_file("code,regency_code,coordinate,name\n99.01,99,x,y\n", 1, "`coordinate`")]
    #[case::bad_code("code,name\n99,A\n9x,B\n", 3, "not one of Kemendagri")]
    #[case::twice("code,name\n99,A\n99,B\n", 3, "line 2 already")]
    #[case::other_parent("code,parent_code,name\n9901,98,A\n", 2, "area above 9901")]
    #[case::unnamed("code,name\n99,\n", 2, "no name")]
    #[case::bad_date("code,name,valid_until\n99,A,31/12/2023\n", 2, "2025-07-14")]
    #[case::turned(
        "code,name,valid_from,valid_until\n99,A,2024-01-02,2024-01-01\n",
        2,
        "ends before"
    )]
    #[case::half("code,name,successor\n9901,A,9902\n", 2, "no last day")]
    #[case::empty("code,name\n", 1, "no lines")]
    fn names_the_line_of_each_fault(#[case] text: &str, #[case] line: u64, #[case] part: &str) {
        let Err(Faults(faults)) = read(text.as_bytes()) else { panic!("taken all the same") };
        assert_eq!(faults[0].line, line);
        assert!(faults[0].what.contains(part), "{}", faults[0]);
    }

    #[test]
    fn one_bad_line_keeps_all_out_and_all_are_named() {
        let Err(faults) = read(b"code,name\nx,A\n99,B\ny,C\n") else { panic!("half taken") };
        assert_eq!(faults.0.iter().map(|fault| fault.line).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(faults.to_string().lines().count(), 2);
    }
}
