//! Categories of a case: their kinds, how long all may take, which are private from the start.

use super::{CaseKind, Kinds};

/// What the steps need to know of a category; its words stand in the code lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subcat {
    /// The key on the wire.
    pub key: &'static str,
    /// The kinds it fits.
    pub kinds: Kinds,
    /// Working days from receipt to end (tiers of SP4N-LAPOR!).
    pub total: u16,
    /// Private from the first save: the party complained about must not learn who complained.
    pub private: bool,
}

const fn subcat(key: &'static str, kinds: &str, total: u16, private: bool) -> Subcat {
    Subcat { key, kinds: Kinds::of(kinds), total, private }
}

/// Every category.
pub const ALL: &[Subcat] = &[
    subcat("k01", "N", 60, false),
    subcat("k02", "G", 60, false),
    subcat("k03", "G", 14, false),
    subcat("k04", "G", 14, false),
    subcat("k05", "G", 14, false),
    subcat("k06", "G", 14, false),
    subcat("k07", "G", 14, false),
    subcat("k08", "G", 60, true),
    subcat("k09", "G", 14, false),
    subcat("k10", "G", 14, false),
    subcat("k11", "G", 60, true),
    subcat("k12", "G", 14, false),
    subcat("k13", "GN", 14, false),
    subcat("k14", "N", 14, false),
    subcat("k15", "Q", 2, false),
    subcat("k16", "S", 5, false),
    subcat("k99", "QSGN", 14, false),
];

/// Categories that concern the papers themselves, so they never wait for papers (T4).
pub const ABOUT_PAPERS: [&str; 3] = ["k04", "k05", "k14"];

impl Subcat {
    /// Finds a category by its key.
    pub fn find(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|subcat| subcat.key == key)
    }

    /// Returns the working days for the whole case; "other" as a need takes as long as a need.
    pub fn total_for(&self, kind: CaseKind) -> u16 {
        if self.key == "k99" && kind == CaseKind::Need { 60 } else { self.total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_complaint_kind_has_a_category_and_other_as_a_need_takes_sixty_days() {
        for kind in CaseKind::ALL {
            assert_eq!(ALL.iter().any(|subcat| subcat.kinds.has(kind)), !kind.is_listing());
        }
        let other = Subcat::find("k99").unwrap();
        assert_eq!(other.total_for(CaseKind::Need), 60);
        assert_eq!(other.total_for(CaseKind::Grievance), 14);
    }
}
