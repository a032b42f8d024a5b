//! A whole register file as packs, one a desa; what cannot be taken is named by its line.

use std::collections::{BTreeMap, HashMap};

use jangkau_domain::ScopeId;
use jangkau_domain::wilayah::{Bridge, Code};
use sha2::{Digest, Sha256};

use super::columns::{ColumnMap, MapError};
use super::row::Line;
use crate::sheet::{Fault, Sheet};
use crate::store::packs::PackRow;

/// Which codes a file uses for its desa; the two cannot be told apart by looking.
pub enum Coding {
    /// Codes of Kemendagri.
    Kemendagri,
    /// Codes of BPS, with the bridge to the others.
    Bps(Bridge),
}

/// In which order a file writes day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DateOrder {
    /// 31/12/1958.
    DayFirst,
    /// 12/31/1958.
    MonthFirst,
}

/// How a file is to be read.
pub struct Reading<'a> {
    /// Columns that people named, ours and theirs.
    pub columns: &'a [(String, String)],
    /// Which codes it uses.
    pub coding: Coding,
    /// In which order it writes dates.
    pub dates: DateOrder,
    /// The scopes of the desa of this kabupaten.
    pub scopes: &'a HashMap<Code, ScopeId>,
}

/// What a file holds.
pub struct RegisterFile {
    /// The rows of each desa.
    pub packs: BTreeMap<ScopeId, Vec<PackRow>>,
    /// Lines that cannot be taken.
    pub refused: Vec<Fault>,
}

/// Why nothing of a file can be taken.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file is no CSV.
    #[error("{0}")]
    Sheet(Fault),
    /// Its columns are not those of a register.
    #[error("line 1: {0}")]
    Columns(#[from] MapError),
    /// Not one line can be taken.
    #[error("no line of the file can be taken; the first: {0}")]
    Nothing(Fault),
}

/// Reads a register file.
///
/// # Errors
///
/// [`FileError`] if the file as a whole is unusable; single lines are refused by their number.
pub fn read(bytes: &[u8], reading: &Reading<'_>) -> Result<RegisterFile, FileError> {
    let sheet = Sheet::read(bytes).map_err(FileError::Sheet)?;
    let map = ColumnMap::find(&sheet, reading.columns)?;
    let file = Sha256::digest(bytes);
    let mut found = RegisterFile { packs: BTreeMap::new(), refused: Vec::new() };
    let mut seen: HashMap<(ScopeId, String), u64> = HashMap::new();
    for (number, record) in sheet.rows() {
        let line = Line { map: &map, record };
        let spare = || spare_id(&file, number);
        match take(&line, reading, spare) {
            Err(why) => found.refused.push(Fault::at(number, why)),
            Ok((scope, row)) => match seen.insert((scope, row.row_id.clone()), number) {
                Some(first) => {
                    seen.insert((scope, row.row_id), first);
                    let why = format!("the row stands on line {first} already");
                    found.refused.push(Fault::at(number, why));
                }
                None => found.packs.entry(scope).or_default().push(row),
            },
        }
    }
    match found.refused.first() {
        Some(first) if found.packs.is_empty() => Err(FileError::Nothing(first.clone())),
        None if found.packs.is_empty() => {
            Err(FileError::Sheet(Fault::at(1, "the file has no lines")))
        }
        _ => Ok(found),
    }
}

fn take(
    line: &Line<'_>,
    reading: &Reading<'_>,
    spare_id: impl FnOnce() -> String,
) -> Result<(ScopeId, PackRow), &'static str> {
    let desa = line.desa(&reading.coding)?;
    let scope = reading.scopes.get(&desa).ok_or("the desa is none of this kabupaten")?;
    Ok((*scope, line.row(reading.dates, spare_id)?))
}

/// A row without a name of its own is named by file and line.
fn spare_id(file: &[u8], line: u64) -> String {
    let sum = Sha256::new().chain_update(file).chain_update(line.to_be_bytes()).finalize();
    format!("line-{}", hex::encode(&sum[..8]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "row_id;desa;nik;kk;name;birth_date;sex;desil;programs";

    fn read_lines(lines: &[&str]) -> Result<RegisterFile, FileError> {
        let desa: Code = "9901012001".parse().unwrap();
        let scopes = HashMap::from([(desa, ScopeId(3))]);
        let reading = Reading {
            columns: &[],
            coding: Coding::Kemendagri,
            dates: DateOrder::DayFirst,
            scopes: &scopes,
        };
        let text = format!("{HEADER}\n{}\n", lines.join("\n"));
        read(text.as_bytes(), &reading)
    }

    #[test]
    fn takes_good_lines_and_names_the_others() {
        let file = read_lines(&[
            "1;9901012001;9901017112580003;9901010101100001;SUMIATI;31/12/1958;P;2;pkh,sembako",
            "2;9901012001;123;;TANPA NIK;;;;",
            "3;9901012999;;;DESA LAIN;;;;",
            "4;9901012001;;;;;;;",
            "1;9901012001;;;DUA KALI;;;;",
        ])
        .unwrap_or_else(|error| panic!("{error}"));
        let rows = &file.packs[&ScopeId(3)];
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].programs, ["pkh", "sembako"]);
        assert_eq!(rows[0].birth_date.as_deref(), Some("1958-12-31"));
        assert!(rows[1].nik.is_none(), "123 is no NIK, the row stays");
        assert_eq!(file.refused.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4, 5, 6]);
        assert!(file.refused[2].what.contains("line 2 already"));
    }

    #[test]
    fn a_file_without_one_good_line_is_refused() {
        let error = read_lines(&["3;9901012999;;;DESA LAIN;;;;"]).err().unwrap();
        assert!(matches!(error, FileError::Nothing(Fault { line: 2, .. })));
        assert!(matches!(read_lines(&[]).err(), Some(FileError::Nothing(_) | FileError::Sheet(_))));
    }
}
