//! Why two records must not be linked without a person: look-alikes that life makes.

use super::evidence::{Evidence, NameLevel, NikLevel};
use super::record::{Record, Scope};
use crate::Label;
use crate::birth::{Closeness, Heap};

/// A reason that forbids linking without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// Two valid identity numbers, more than a slip apart.
    TwoNumbers,
    /// One family card and birth date, two names.
    Twins,
    /// One name, born fifteen years or more apart.
    ParentAndChild,
    /// A frequent name, and of all else only a heaped birth date agrees.
    FrequentNameOnHeap,
}

impl Guard {
    /// Returns the first reason that holds.
    pub fn of(evidence: &Evidence, one: &Record, two: &Record, scope: &Scope) -> Option<Self> {
        let twins = evidence.same_kk == Some(true)
            && matches!(evidence.birth, Some(Closeness::Equal | Closeness::EqualHeap))
            && !letters_agree(one, two)
            && evidence.nik != Some(NikLevel::Equal);
        [
            (Self::TwoNumbers, evidence.nik == Some(NikLevel::Different)),
            (Self::Twins, twins),
            (Self::ParentAndChild, parent_and_child(evidence, one, two)),
            (Self::FrequentNameOnHeap, frequent_on_heap(evidence, one, two, scope)),
        ]
        .into_iter()
        .find_map(|(guard, holds)| holds.then_some(guard))
    }

    /// Returns the reason in words.
    pub const fn label(self) -> Label {
        match self {
            Self::TwoNumbers => Label::new("Kedua NIK sah dan berbeda", "Two valid, different NIK"),
            Self::Twins => Label::new(
                "Mungkin kembar: KK dan tanggal lahir sama, nama berbeda",
                "Perhaps twins: same KK and birth date, different names",
            ),
            Self::ParentAndChild => Label::new(
                "Mungkin orang tua dan anak yang senama",
                "Perhaps parent and child of one name",
            ),
            Self::FrequentNameOnHeap => Label::new(
                "Nama umum, hanya tanggal lahir perkiraan yang sama",
                "A frequent name; only an estimated birth date agrees",
            ),
        }
    }
}

/// Twins are told by letters and sound: a likeness of 0.95 is not enough for Hasan and Hasin.
fn letters_agree(one: &Record, two: &Record) -> bool {
    one.name.joined() == two.name.joined() || one.name.phonetic() == two.name.phonetic()
}

fn parent_and_child(evidence: &Evidence, one: &Record, two: &Record) -> bool {
    let gap = one.birth.zip(two.birth).map(|(one, two)| (one.year() - two.year()).abs());
    let like = evidence.name.is_some_and(|level| level <= NameLevel::Alike);
    like && gap.is_some_and(|years| years >= 15) && evidence.birth != Some(Closeness::Slip)
}

fn frequent_on_heap(evidence: &Evidence, one: &Record, two: &Record, scope: &Scope) -> bool {
    let heaped = [one, two].iter().all(|record| {
        record.birth.is_some_and(|birth| birth.heap() != Heap::None || birth.exact().is_none())
    });
    let frequent = scope.names.is_top(&one.name) && scope.names.is_top(&two.name);
    let nothing_else = evidence.nik.is_none()
        && evidence.same_kk != Some(true)
        && evidence.same_phone != Some(true)
        && evidence.mother.is_none_or(|level| level > NameLevel::SameSound);
    frequent && heaped && nothing_else
}
