//! The visit form: sections, groups and fields with what stands beside each.

/// One section of a visit, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FormView {
    /// The visit.
    pub visit: String,
    /// Whom it goes to.
    pub title: String,
    /// Purpose and start.
    pub subtitle: String,
    /// Key of the section shown.
    pub section: String,
    /// The rail.
    pub sections: Vec<SectionView>,
    /// Groups of the section shown.
    pub groups: Vec<GroupView>,
    /// When the last field was saved.
    pub saved_text: String,
    /// Release of the register beside which the form stands.
    pub register_note: Option<String>,
    /// What else may be done here.
    pub actions: Vec<FormAction>,
}

/// One line of the rail.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SectionView {
    /// `household`, `members`, `participation`, `cases`, `consent` or `finish`.
    pub key: String,
    /// Title.
    pub title: String,
    /// Required fields that hold something.
    pub filled: i32,
    /// Fields that are required.
    pub total: i32,
    /// Fields whose value is wrong; what is merely missing is told at the end.
    pub errors: i32,
    /// Whether it is the one shown.
    pub current: bool,
}

/// Fields that belong to one thing: a member, a program, a case.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct GroupView {
    /// Names the group inside the visit.
    pub key: String,
    /// The document that its fields go to.
    pub doc: String,
    /// Title.
    pub title: String,
    /// Fields in order.
    pub fields: Vec<FieldView>,
    /// Whether it may be taken away again.
    pub removable: bool,
}

/// One field with its value, checks and what the register says.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldView {
    /// Key inside the document; a set is one control, `set/<set>`.
    pub key: String,
    /// The document it goes to.
    pub doc: String,
    /// Label.
    pub label: String,
    /// Which control.
    pub kind: FieldKind,
    /// The value as typed or as stored.
    pub value: String,
    /// The value as shown.
    pub display: String,
    /// What may be chosen.
    pub choices: Vec<Choice>,
    /// Whether "wajib" stands at the label.
    pub required: bool,
    /// Help text.
    pub help: String,
    /// Longest input; 0 for no limit.
    pub max_len: i32,
    /// What blocks sending; empty for none.
    pub error: String,
    /// What is odd but may stay; empty for none.
    pub warning: String,
    /// A note: information, or the supervisor's words.
    pub note: String,
    /// What the register says; empty where it agrees or knows nothing.
    pub register_value: String,
    /// The value before this edit.
    pub old_value: String,
}

/// Which control a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum FieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// Digits that are not a quantity.
    Digits,
    /// A quantity.
    Number,
    /// Whole rupiah.
    Money,
    /// Yes or no.
    YesNo,
    /// One of a list.
    Choice,
    /// Several of a list, joined by commas.
    MultiChoice,
    /// A date that may be cut to what is known.
    Date,
    /// A telephone number.
    Phone,
    /// A wilayah.
    Place,
    /// A program of the catalogue.
    Program,
    /// Shown, not asked.
    ReadOnly,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Choice {
    /// What is stored.
    pub key: String,
    /// What is shown.
    pub label: String,
}

/// A button of a section.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FormAction {
    /// `add_member`, `add_program`, `add_case`, `same_as_before` or `finish`.
    pub key: String,
    /// Words on the button.
    pub label: String,
}

/// What became of one typed field. It is on disk when this returns.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct FieldSaved {
    /// "Tersimpan" with the time.
    pub saved_text: String,
    /// What blocks sending; empty for none.
    pub error: String,
    /// What is odd but may stay; empty for none.
    pub warning: String,
    /// The value as it will be sent.
    pub normalised: String,
    /// People who may be the same.
    pub similar: Vec<super::SearchHit>,
}
