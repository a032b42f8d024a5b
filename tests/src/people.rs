//! Invented families of the scenarios, and what a worker types for them.

use jangkau_device::FieldApp;

use crate::typed::Typed;

/// A family of one, as a number makes it.
#[derive(Clone)]
pub struct Family {
    /// The head's NIK.
    pub nik: String,
    /// The number of the card.
    pub kk: String,
    /// The head's name.
    pub name: String,
}

const NAMES: [&str; 8] =
    ["SUMIATI", "SULASTRI", "WAHYUNI", "TUMINI", "SUMARNI", "LESTARI", "KARTINI", "SUNARTI"];

impl Family {
    /// Makes the family of a number, up to 9,999.
    pub fn numbered(number: u64) -> Self {
        let name = NAMES[(number % NAMES.len() as u64) as usize];
        Self {
            nik: format!("990101711258{number:04}"),
            kk: format!("990101120315{number:04}"),
            name: format!("{name} {}", letters(number)),
        }
    }

    /// Types what the form asks of the family and its head; returns both documents.
    ///
    /// # Panics
    ///
    /// Where the core refuses a field.
    pub fn fill(&self, typed: &Typed<'_>) -> (String, String) {
        let household = typed.doc("household");
        let head = typed.doc("members");
        for (of_head, key, value) in self.fields() {
            typed.set(if of_head { &head } else { &household }, key, &value);
        }
        typed.set(typed.visit(), "consent", "spoken");
        (household, head)
    }

    /// Returns what the form asks: whether of the head, the key, what is typed.
    fn fields(&self) -> Vec<(bool, &'static str, String)> {
        let text = |of_head, key, value: &str| (of_head, key, value.to_owned());
        vec![
            text(false, "f/kk", &self.kk),
            text(false, "f/address", "Dusun Krajan"),
            text(false, "f/rt", "3"),
            text(false, "f/rw", "1"),
            text(false, "f/size", "1"),
            text(false, "prog/sembako/status", "never"),
            text(false, "prog/sembako/source", "said"),
            text(false, "prog/lpg3/status", "never"),
            text(false, "prog/lpg3/source", "said"),
            text(true, "f/name", &self.name),
            text(true, "f/nik", &self.nik),
            text(true, "f/birth_date", "31/12/1958"),
            text(true, "f/sex", "female"),
            text(true, "prog/pbi/status", "never"),
            text(true, "prog/pbi/source", "said"),
        ]
    }
}

/// Adds a need for the staple food program; returns its document.
///
/// # Panics
///
/// Where the core refuses a field.
pub fn need(typed: &Typed<'_>, story: &str) -> String {
    let case = typed.add_case("need");
    typed.fill(
        &case,
        &[("f/subcat", "k01"), ("f/program", "sembako"), ("set/ppks", "poor"), ("f/story", story)],
    );
    case
}

/// Returns what is typed at a small family: section, key, value.
pub fn small_family(number: u64) -> Vec<(&'static str, &'static str, String)> {
    let section = |of_head| if of_head { "members" } else { "household" };
    let fields = Family::numbered(number).fields();
    let fields = fields.into_iter().map(|(of_head, key, value)| (section(of_head), key, value));
    fields.chain([("consent", "consent", "spoken".to_owned())]).collect()
}

/// Returns the document of a section's first group.
///
/// # Panics
///
/// Where the section has none.
pub fn doc_of(app: &FieldApp, visit: &str, section: &str) -> String {
    let form = app.form(visit.to_owned(), section.to_owned()).expect("a form is read");
    form.groups.first().expect("the section has a group").doc.clone()
}

/// Writes a number as letters, so that names stay names.
fn letters(number: u64) -> String {
    let letter = |place: u32| {
        let digit = number / 26_u64.pow(place) % 26;
        char::from(b'A' + u8::try_from(digit).unwrap_or(0))
    };
    (0..3).rev().map(letter).collect()
}
