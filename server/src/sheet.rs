//! A CSV file from outside: its encoding, its columns, its lines, each fault with its line number.

use std::fmt;

use csv::{ReaderBuilder, StringRecord, Trim};

/// Largest file that is read: the villages of the whole country take 3 MB.
const BYTES: usize = 256 * 1024 * 1024;

/// Something that is wrong with a file, and on which line. It never quotes a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1, the header included.
    pub line: u64,
    /// What is wrong and what to do, in Indonesian and English.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl Fault {
    /// Joins a line and what is wrong there.
    pub fn at(line: u64, what: impl Into<String>) -> Self {
        Self { line, what: what.into() }
    }
}

/// A file's header and its records with their line numbers.
pub struct Sheet {
    header: Vec<String>,
    rows: Vec<(u64, StringRecord)>,
}

impl Sheet {
    /// Reads UTF-8 with or without a mark; the separator is the header's: `,` `;` tab or `|`.
    ///
    /// # Errors
    ///
    /// The first [`Fault`] that makes the whole file unusable: encoding, no header, a line with
    /// more or fewer cells than the header.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let text = text_of(bytes)?;
        let first = text.lines().next().unwrap_or_default();
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(first))
            .trim(Trim::All)
            .from_reader(text.as_bytes());
        let mut lines = Lines { text: text.as_bytes(), byte: 0, line: 1 };
        let header = reader.headers().map_err(|error| fault_of(&error, &mut lines))?;
        let header: Vec<String> = header.iter().map(str::to_lowercase).collect();
        if header.iter().all(String::is_empty) {
            return Err(Fault::at(1, "the file has no header"));
        }
        if let Some(twice) = twice(&header) {
            return Err(Fault::at(1, format!("the column `{twice}` stands twice in the header")));
        }
        let mut rows = Vec::new();
        for record in reader.into_records() {
            let record = record.map_err(|error| fault_of(&error, &mut lines))?;
            rows.push((lines.line_of(record.position()), record));
        }
        Ok(Self { header, rows })
    }

    /// Returns the names of the columns, in lower case.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Returns the place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Returns each record with its line.
    pub fn rows(&self) -> impl Iterator<Item = (u64, &StringRecord)> {
        self.rows.iter().map(|(line, record)| (*line, record))
    }
}

fn twice(header: &[String]) -> Option<&String> {
    header.iter().enumerate().find(|(at, name)| header[..*at].contains(name)).map(|(_, name)| name)
}

fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > BYTES {
        return Err(Fault::at(1, "the file is larger than 256 MB; split it"));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Fault::at(1, "the file is UTF-16; save it as CSV UTF-8"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Fault::at(1, "the file is a spreadsheet; save it as CSV UTF-8"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Fault::at(line as u64, "a character is not UTF-8; save the file as CSV UTF-8")
    })
}

fn delimiter(header: &str) -> u8 {
    let count = |sign: u8| header.bytes().filter(|byte| *byte == sign).count();
    b",;\t|".iter().copied().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Counts lines by the bytes before a record: the reader itself miscounts where lines end in CR LF.
struct Lines<'t> {
    text: &'t [u8],
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    /// Returns the line on which a record begins; records are asked for in their order.
    fn line_of(&mut self, position: Option<&csv::Position>) -> u64 {
        let begin = position.map_or(0, csv::Position::byte);
        let mut begin = usize::try_from(begin).unwrap_or(usize::MAX).min(self.text.len());
        // Ends of lines before the record still belong to what is in front of it.
        while matches!(self.text.get(begin), Some(b'\r' | b'\n')) {
            begin += 1;
        }
        let passed = self.text.get(self.byte..begin).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count() as u64;
        self.byte = self.byte.max(begin);
        self.line
    }
}

fn fault_of(error: &csv::Error, lines: &mut Lines<'_>) -> Fault {
    let line = lines.line_of(error.position());
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            Fault::at(line, format!("{len} cells where the header has {expected_len}"))
        }
        _ => Fault::at(line, "the line cannot be read as CSV"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::comma("a,b\n1,2\n")]
    #[case::semicolon("a;b\n1;2\n")]
    #[case::mark("\u{feff}a,b\r\n1,2\r\n")]
    #[case::upper_case("A,B\n1,2")]
    #[case::quoted("a,b\n\"1\",\" 2 \"\n")]
    fn reads_what_spreadsheets_write(#[case] text: &str) {
        let sheet = Sheet::read(text.as_bytes()).unwrap();
        assert_eq!(sheet.header(), ["a", "b"]);
        let rows: Vec<_> = sheet.rows().map(|(line, row)| (line, row[0].to_owned())).collect();
        assert_eq!(rows, [(2, "1".to_owned())]);
    }

    #[rstest]
    #[case::utf16(b"\xff\xfea\0,\0", 1, "UTF-16")]
    #[case::xlsx(b"PK\x03\x04rest", 1, "spreadsheet")]
    #[case::latin1(b"a,b\n1,2\ncaf\xe9,3\n", 3, "not UTF-8")]
    #[case::short_line(b"a,b\n1,2\n3\n", 3, "1 cells where the header has 2")]
    #[case::long_line(b"a,b\n1,2,3\n", 2, "3 cells where the header has 2")]
    #[case::long_line_after_crlf(b"a,b\r\n1,2\r\n\r\n1,2,3\r\n", 4, "3 cells")]
    #[case::column_twice(b"a,A\n1,2\n", 1, "stands twice")]
    #[case::empty(b"", 1, "no header")]
    fn names_the_line_of_a_fault(#[case] bytes: &[u8], #[case] line: u64, #[case] part: &str) {
        let Err(fault) = Sheet::read(bytes) else { panic!("read all the same") };
        assert_eq!(fault.line, line);
        assert!(fault.what.contains(part), "{}", fault.what);
    }
}
