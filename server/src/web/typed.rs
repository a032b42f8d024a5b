//! What was typed into a field's form, read as the scalar of its type and checked.

use std::collections::BTreeMap;

use jangkau_domain::birth::{BirthDate, Precision};
use jangkau_domain::check::{self, Level};
use jangkau_domain::conflict::normal;
use jangkau_domain::field::{Field, FieldType};
use jangkau_domain::form::{Facts, Record};
use jangkau_domain::phone::Phone;
use jangkau_domain::{DocKind, Lang, Value, format, list};
use jangkau_sync::Edit;

use super::desk::Desk;
use super::read::opened::Opened;
use super::words::edit as words;
use super::{household, show};

/// The values of a record by key, as the checks read them.
pub struct Values(BTreeMap<String, Value>);

impl Values {
    /// Reads the values that a page shows of a document.
    pub fn of(opened: &Opened) -> Self {
        Self(opened.fields().into_iter().map(|(key, _, shown)| (key, shown.value)).collect())
    }
}

impl Record for Values {
    fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }
}

/// Reads what was typed as an edit of the field; empty deletes.
///
/// # Errors
///
/// What is wrong with it, in words for the person.
pub fn edit(
    desk: &Desk,
    opened: &Opened,
    field: &Field,
    key: &str,
    typed: &str,
) -> Result<Edit, String> {
    let (key, typed) = (key.to_owned(), typed.trim());
    if typed.is_empty() {
        return Ok(Edit::Delete { key });
    }
    let unfit =
        || words::UNFIT.text(desk.lang()).replace("{bidang}", show::label(field, desk.lang()));
    let fits = |value: &Value| {
        let long = value.as_str().map_or(0, |text| text.chars().count());
        field.ty.accepts(value) && long <= field.ty.max_chars().unwrap_or(usize::MAX)
    };
    let value = scalar(field.ty, typed).filter(fits).ok_or_else(unfit)?;
    match error(desk, opened, &key, &value) {
        Some(error) => Err(error),
        None => Ok(Edit::Put { key, value }),
    }
}

fn scalar(ty: FieldType, typed: &str) -> Option<Value> {
    match ty {
        FieldType::Int => typed.parse().ok().map(Value::Int),
        FieldType::Money => format::parse_rupiah(typed).map(Value::Int),
        FieldType::Bool => typed.parse().ok().map(Value::Bool),
        FieldType::Ref | FieldType::SetItem(_) | FieldType::Attachment => None,
        FieldType::List(name) => {
            list::find(name).and_then(|list| list.code(typed)).map(|code| Value::from(code.key))
        }
        FieldType::Text(_) => Some(Value::from(typed)),
        FieldType::Phone => typed.parse::<Phone>().ok().map(|phone| Value::from(phone.stored())),
        FieldType::Date => date(typed)
            .filter(|date| date.precision() == Precision::Day && !date.is_estimate())
            .map(|date| Value::from(date.to_string().as_str())),
        FieldType::DateApprox => date(typed).map(|date| Value::from(date.to_string().as_str())),
        FieldType::Digits(_) | FieldType::Wilayah | FieldType::Geo | FieldType::Program => {
            Some(normal(ty, &Value::from(typed)))
        }
    }
}

/// Reads a date as people write it, `31/12/1958` or `12/1958`, and as it is stored.
fn date(typed: &str) -> Option<BirthDate> {
    let (day, estimate) = match typed.strip_suffix('~') {
        Some(day) => (day, "~"),
        None => (typed, ""),
    };
    let parts: Vec<&str> = day.split('/').map(str::trim).collect();
    let stored = match parts.as_slice() {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] => format!("{year}-{month:0>2}"),
        _ => day.to_owned(),
    };
    format!("{stored}{estimate}").parse().ok()
}

/// Returns the error that the checks find at the key once it holds the value.
fn error(desk: &Desk, opened: &Opened, key: &str, value: &Value) -> Option<String> {
    let mut values = Values::of(opened);
    values.0.insert(key.to_owned(), value.clone());
    let mut facts = Facts::new(household::today(desk)?, &desk.catalogue);
    match opened.stored.register.kind() {
        DocKind::Person => facts.person = Some(&values),
        DocKind::Household => facts.household = Some(&values),
        DocKind::Case => facts.case = Some(&values),
    }
    facts.private = opened.thing.private;
    let found = check::all(&facts);
    let error = found.iter().find(|one| one.level == Level::Error && one.key == key);
    error.map(|finding| finding.text(&facts, desk.lang()))
}

/// Returns a stored value as a person would type it.
pub fn shown(field: &Field, value: &Value) -> String {
    match (field.ty, value) {
        (FieldType::Date | FieldType::DateApprox, Value::Str(text)) => {
            text.parse::<BirthDate>().map_or_else(|_| text.clone(), written)
        }
        (_, Value::Str(text)) => text.clone(),
        (_, Value::Int(number)) => number.to_string(),
        (_, Value::Bool(yes)) => if *yes { "true" } else { "false" }.to_owned(),
        (_, Value::Bytes(_)) => String::new(),
    }
}

fn written(date: BirthDate) -> String {
    let first = date.first_day();
    let known = match date.precision() {
        Precision::Day => format::short_date(first),
        Precision::Month => format!("{:02}/{}", first.month(), first.year()),
        Precision::Year => first.year().to_string(),
    };
    if date.is_estimate() { known + "~" } else { known }
}

/// Returns how a value of a type is to be written; nothing where it is plain.
pub fn help(ty: FieldType, lang: Lang) -> &'static str {
    match ty {
        FieldType::Date => words::DATE_HELP.text(lang),
        FieldType::DateApprox => words::DATE_APPROX_HELP.text(lang),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::day("31/12/1958", Some("1958-12-31"))]
    #[case::short_day("5/4/1990", Some("1990-04-05"))]
    #[case::month("08/2019", Some("2019-08"))]
    #[case::year("1949", Some("1949"))]
    #[case::estimate("1949~", Some("1949~"))]
    #[case::as_stored("1958-12-31", Some("1958-12-31"))]
    #[case::no_such_day("31/02/1958", None)]
    #[case::words("akhir tahun", None)]
    fn reads_a_date_as_people_write_it(#[case] typed: &str, #[case] stored: Option<&str>) {
        assert_eq!(date(typed).map(|date| date.to_string()).as_deref(), stored);
    }

    #[rstest]
    #[case::day("1958-12-31", "31/12/1958")]
    #[case::month("2019-08", "08/2019")]
    #[case::estimate("1949~", "1949~")]
    fn a_stored_date_reads_back_as_it_is_written(#[case] stored: &str, #[case] typed: &str) {
        let parsed: BirthDate = stored.parse().expect("a date");
        assert_eq!(written(parsed), typed);
        assert_eq!(date(typed).map(|date| date.to_string()).as_deref(), Some(stored));
    }

    #[rstest]
    #[case::whole_date(FieldType::Date, "1958", false)]
    #[case::part_of_a_date(FieldType::DateApprox, "1958", true)]
    #[case::phone(FieldType::Phone, "0812-0000-0001", true)]
    #[case::no_phone(FieldType::Phone, "tidak ada", false)]
    #[case::a_reference(FieldType::Ref, "29a30f95", false)]
    fn takes_only_what_fits_its_type(
        #[case] ty: FieldType,
        #[case] typed: &str,
        #[case] fits: bool,
    ) {
        assert_eq!(scalar(ty, typed).is_some(), fits);
    }
}
