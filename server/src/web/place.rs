//! Names of areas in place of their codes, as the imported table has them.

use jangkau_domain::wilayah::{Code, Level, Table};
use jangkau_domain::{Kab, Lang};

/// Returns an area's name; its code where the table does not know it.
pub fn name(table: &Table, code: &str) -> String {
    let known = code.parse::<Code>().ok().and_then(|code| table.name(code));
    known.map_or_else(|| code.to_owned(), sentence_case)
}

/// Returns a desa with its kecamatan: "Karangwulung, Jatiwulung".
pub fn with_kecamatan(table: &Table, desa: &str) -> String {
    let above = desa.parse::<Code>().ok().and_then(|code| code.at(Level::Kecamatan));
    match above.and_then(|code| table.name(code)) {
        Some(above) => format!("{}, {}", name(table, desa), sentence_case(above)),
        None => name(table, desa),
    }
}

/// Returns the kabupaten or kota by its full name, "Kabupaten Lembah Jatirasa".
pub fn kab(table: &Table, kab: Kab, lang: Lang) -> String {
    let code = kab.to_string();
    match name(table, &code) {
        unknown if unknown == code && lang == Lang::Id => format!("Kabupaten {code}"),
        unknown if unknown == code => format!("Regency {code}"),
        known => known,
    }
}

/// Returns a name with "Kab." for "Kabupaten", where room is scarce.
pub fn short(name: &str) -> String {
    name.strip_prefix("Kabupaten ").map_or_else(|| name.to_owned(), |rest| format!("Kab. {rest}"))
}

/// The national list writes kabupaten and kecamatan in capitals; pages write them as names.
fn sentence_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jangkau_domain::wilayah::Area;
    use rstest::rstest;

    fn table() -> Table {
        let row = |code: &str, name: &str| Area::new(code.parse().expect("a code"), name);
        Table::new([
            row("99.01", "KABUPATEN LEMBAH JATIRASA"),
            row("99.01.01", "Jatiwulung"),
            row("99.01.01.2006", "Ma'ranggati"),
        ])
    }

    #[rstest]
    #[case::capitals("9901", "Kabupaten Lembah Jatirasa")]
    #[case::as_written("9901012006", "Ma'ranggati")]
    #[case::unknown("9901012007", "9901012007")]
    #[case::no_code("slrt", "slrt")]
    fn a_name_stands_for_its_code(#[case] code: &str, #[case] shown: &str) {
        assert_eq!(name(&table(), code), shown);
    }

    #[test]
    fn a_desa_is_found_by_its_kecamatan_too() {
        assert_eq!(with_kecamatan(&table(), "9901012006"), "Ma'ranggati, Jatiwulung");
        assert_eq!(with_kecamatan(&table(), "9901999999"), "9901999999");
        assert_eq!(short("Kabupaten Lembah Jatirasa"), "Kab. Lembah Jatirasa");
    }

    #[test]
    fn a_kabupaten_without_a_row_keeps_its_code() {
        assert_eq!(kab(&Table::default(), Kab(9901), Lang::Id), "Kabupaten 9901");
    }
}
