//! Which records are worth comparing: those that share a key.
//!
//! Every key is exact, so an index finds candidates without looking at all records.

use std::collections::BTreeSet;

use super::frequency::NameFrequency;
use super::record::Record;
use crate::birth::Heap;
use crate::wilayah::Level;

/// A key that candidates share; it holds personal data and has no `Debug`.
///
/// The server keeps it hashed beside the record, the tablet in its encrypted file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockKey(String);

impl BlockKey {
    /// Returns the text of the key, for an index or a keyed hash.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns the keys under which a record is kept.
pub fn stored_keys(record: &Record, names: &NameFrequency) -> BTreeSet<BlockKey> {
    keys(record, names, &[0], &[0])
}

/// Returns the keys to ask for: also those of neighbouring birth years.
pub fn query_keys(record: &Record, names: &NameFrequency) -> BTreeSet<BlockKey> {
    keys(record, names, &[-1, 0, 1], &[-2, -1, 0, 1, 2])
}

fn keys(
    record: &Record,
    names: &NameFrequency,
    years: &[i16],
    mother_years: &[i16],
) -> BTreeSet<BlockKey> {
    let mut found = BTreeSet::new();
    let mut add = |parts: &[&str]| {
        found.insert(BlockKey(parts.join(":")));
    };
    add_numbers(record, &mut add);
    let year = record.birth.map(|birth| birth.year());
    if let (Some(desa), Some(year)) = (&record.desa, year) {
        let rarest = rarest_sound(record, names);
        for offset in years {
            add(&["sound", desa.digits(), &rarest, &(year + offset).to_string()]);
        }
    }
    if let (Some(desa), Some(day)) = (&record.desa, exact_day(record)) {
        add(&["birth", desa.digits(), &day]);
    }
    if let (Some(mother), Some(year)) = (&record.mother, year) {
        for offset in mother_years {
            add(&["mother", mother.phonetic(), &(year + offset).to_string()]);
        }
    }
    let kecamatan = record.desa.and_then(|desa| desa.at(Level::Kecamatan));
    if let (Some(kecamatan), Some(sex)) = (kecamatan, record.sex) {
        add(&["loose", kecamatan.digits(), &record.name.loose(), sex.key()]);
    }
    found
}

/// Adds the keys of numbers, which hold across desa.
fn add_numbers(record: &Record, add: &mut impl FnMut(&[&str])) {
    let initial = record.name.initial().map(String::from);
    if let Some(nik) = &record.nik {
        add(&["nik", nik.digits()]);
        if let Some(initial) = &initial {
            add(&["nik12", &nik.digits()[..12], initial]);
        }
    }
    if let Some(kk) = &record.kk {
        add(&["kk", kk.digits()]);
    }
    if let (Some(phone), Some(initial)) = (&record.phone, &initial) {
        add(&["phone", phone.stored(), initial]);
    }
}

/// Returns the birth day unless it is one that many share.
fn exact_day(record: &Record) -> Option<String> {
    let birth = record.birth.filter(|birth| birth.heap() == Heap::None)?;
    birth.exact().map(|day| day.to_string())
}

/// Returns the sound of the rarest word; of equally rare ones the longest, then the first.
fn rarest_sound(record: &Record, names: &NameFrequency) -> String {
    let words = record.name.words().iter().map(|word| crate::name::NameKey::read(word));
    let rarest = words.min_by(|one, two| {
        let order = names.share(one).total_cmp(&names.share(two));
        order
            .then(two.phonetic().len().cmp(&one.phonetic().len()))
            .then(one.phonetic().cmp(two.phonetic()))
    });
    rarest.map(|word| word.phonetic().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::name::NameKey;
    use crate::nik::Sex;

    fn meet(one: &Record, two: &Record) -> bool {
        let names = NameFrequency::default();
        !stored_keys(one, &names).is_disjoint(&query_keys(two, &names))
    }

    fn person(name: &str, birth: &str) -> Record {
        Record {
            name: NameKey::read(name),
            birth: birth.parse().ok(),
            desa: "9901012001".parse().ok(),
            ..Record::default()
        }
    }

    #[rstest]
    #[case::sound_in_the_desa("Sumiyati", "1958-12-31", "Sumiati", "1958~", true)]
    #[case::year_off_by_one("Sumiyati", "1958-12-31", "Sumiati", "1959", true)]
    #[case::year_off_by_two("Sumiyati", "1958-12-31", "Sumiati", "1960", false)]
    #[case::day_alone("Suparman", "1970-03-12", "Soepardi", "1970-03-12", true)]
    #[case::heaped_day_alone("Suparman", "1970-07-01", "Kartini", "1970-07-01", false)]
    #[case::rarest_word("Siti Rahayuningsih", "1970-03-12", "Rahayuningsih", "1970", true)]
    #[case::strangers("Suparman", "1970-03-12", "Kartini", "1982-08-21", false)]
    fn candidates_share_a_key(
        #[case] name: &str,
        #[case] birth: &str,
        #[case] other_name: &str,
        #[case] other_birth: &str,
        #[case] expected: bool,
    ) {
        let (one, two) = (person(name, birth), person(other_name, other_birth));
        assert_eq!(meet(&one, &two), expected);
        assert_eq!(meet(&two, &one), expected);
    }

    #[test]
    fn numbers_meet_across_desa() {
        let nik = |digits: &str, name: &str| Record {
            nik: digits.parse().ok(),
            name: NameKey::read(name),
            ..Record::default()
        };
        assert!(meet(&nik("9901011203700003", "Suparman"), &nik("9901011203700003", "Kartini")));
        assert!(meet(&nik("9901011203700003", "Suparman"), &nik("9901011203700008", "Slamet")));
        assert!(!meet(&nik("9901011203700003", "Suparman"), &nik("9901011203700008", "Kartini")));
    }

    #[test]
    fn loose_names_meet_in_the_kecamatan() {
        let rohman = Record { sex: Some(Sex::Male), ..person("Rohman", "") };
        let rahman = Record {
            sex: Some(Sex::Male),
            desa: "9901012009".parse().ok(),
            ..person("Rahman", "")
        };
        assert!(meet(&rohman, &rahman));
    }
}
