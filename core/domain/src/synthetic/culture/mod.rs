//! Names as regions give them; invented people, common words.

mod java;
mod modern;
mod outer;

pub(super) use modern::{MODERN_MEN, MODERN_WOMEN};

/// How a region builds a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// One word, or a word and another.
    Plain,
    /// A word and the clan of the father.
    Clan,
    /// A word and BIN or BINTI with the father's.
    Patronymic,
    /// I or NI, the order of birth, a word.
    Balinese,
}

/// The words of a region.
pub(super) struct Culture {
    pub style: Style,
    /// Words before the name, for men and for women; most people have none.
    pub before: [&'static [&'static str]; 2],
    pub men: &'static [&'static str],
    pub women: &'static [&'static str],
    /// Second words of men and of women, or clans.
    pub second: [&'static [&'static str]; 2],
}

/// Every region, the first being that of most villages.
pub(super) static CULTURES: &[Culture] = &[
    java::JAVANESE,
    java::SUNDANESE,
    java::BETAWI,
    java::MADURESE,
    outer::ACEHNESE,
    outer::MINANG,
    outer::BATAK,
    outer::BANJAR,
    outer::BUGIS,
    outer::BALINESE,
    outer::SASAK,
    outer::TIMORESE,
    outer::MOLUCCAN,
    outer::PAPUAN,
];

/// The place of the Javanese in [`CULTURES`]: older ones often have one name only.
pub(super) const JAVANESE: usize = 0;
