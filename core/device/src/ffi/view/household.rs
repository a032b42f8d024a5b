//! One family: who lives there, what they receive, what is open.

/// A label and what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is known.
    pub value: String,
}

/// The page of a family.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct HouseholdView {
    /// The household's document.
    pub id: String,
    /// "Keluarga" and the head's name.
    pub title: String,
    /// Address with RT and RW.
    pub address: String,
    /// KK, register status, size.
    pub facts: Vec<Fact>,
    /// Members, the head first.
    pub members: Vec<MemberRow>,
    /// Programs of the household and its members.
    pub programs: Vec<Fact>,
    /// Cases that are still under way.
    pub open_cases: Vec<CaseRow>,
    /// Why a value carries a badge, such as differing data.
    pub badge: Option<String>,
    /// When and by whom it was last visited.
    pub last_visit_text: String,
}

/// One member of a family.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct MemberRow {
    /// The person's document.
    pub id: String,
    /// Name.
    pub name: String,
    /// Relation and age.
    pub detail: String,
}

/// One case of a family.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CaseRow {
    /// The case's document.
    pub id: String,
    /// Registration number.
    pub number: String,
    /// Kind and program.
    pub title: String,
    /// State in words.
    pub state_text: String,
}

/// Whom a visit goes to.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum VisitTarget {
    /// A family that nobody knows yet.
    NewHousehold {
        /// Ten-digit code or name of the desa; empty takes the worker's only one.
        desa: String,
    },
    /// A family with a document.
    Household {
        /// The household's document or a member's, recorded or only registered.
        id: String,
    },
    /// A family of the register pack.
    RegisterRow {
        /// Ten-digit code or name of the desa; empty looks in all.
        desa: String,
        /// Row id of one of its members.
        row: String,
    },
}
