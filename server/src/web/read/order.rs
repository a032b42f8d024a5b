//! The order in which a record's keys stand on a page: that of the forms, programs last.

use jangkau_domain::DocKind;
use jangkau_domain::field::{self, Field};

/// The place of a key; smaller ones come first.
pub type Place = (bool, String, usize, String);

/// Returns the place of a key among those of its document.
pub fn place(kind: DocKind, key: &str, found: &Field) -> Place {
    let row = field::all(kind).position(|one| std::ptr::eq(one, found)).unwrap_or(usize::MAX);
    let program = key.strip_prefix("prog/").and_then(|rest| rest.split('/').next());
    (program.is_some(), program.unwrap_or_default().to_owned(), row, key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_follow_the_form_and_programs_come_last_one_by_one() {
        let mut keys =
            ["prog/pkh/source", "f/nik", "prog/lpg3/status", "prog/pkh/status", "f/name"];
        keys.sort_by_key(|key| {
            place(DocKind::Person, key, field::find(DocKind::Person, key).expect("a field"))
        });
        let expected =
            ["f/name", "f/nik", "prog/lpg3/status", "prog/pkh/status", "prog/pkh/source"];
        assert_eq!(keys, expected);
    }
}
