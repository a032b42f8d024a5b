//! Search before create.

/// What a search found, the surest first.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SearchPage {
    /// The words as typed.
    pub query: String,
    /// At most fifty hits.
    pub hits: Vec<SearchHit>,
    /// Whether "Daftarkan baru" may be shown: something was searched for.
    pub can_register: bool,
    /// A hint about the words, such as digits missing in a NIK.
    pub note: Option<String>,
}

/// One person that somebody knows.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SearchHit {
    /// The person's document, or the register row.
    pub id: String,
    /// The household to open or visit, recorded or only registered.
    pub household: Option<String>,
    /// Who knows the person.
    pub source: HitSource,
    /// Name.
    pub title: String,
    /// Age, RT/RW, last visit.
    pub subtitle: String,
    /// The source in words.
    pub badge: String,
    /// The last four digits of the NIK behind dots; empty for none.
    pub nik_masked: String,
    /// The register row, for a hit of the register.
    pub register_row: Option<String>,
    /// Name of another hit that may be the same person.
    pub possible_double: Option<String>,
}

/// Who knows a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, uniffi::Enum)]
pub enum HitSource {
    /// Recorded by this worker.
    Own,
    /// Recorded by somebody else and pulled.
    Office,
    /// Only in the desa's register pack.
    Register,
}
