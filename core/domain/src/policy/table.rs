//! The role table: capability × role → scope.

use super::{Capability, Scope};
use crate::role::Role;
use crate::step::StepId;
use crate::step::StepId::*;
use Capability::{
    AcceptReport, Accounts, Aggregates, AnswerReferral, Approve, Audit, Cases, Coach,
    CompleteQuick, CrossCheck, Export, GiveWork, HandOn, Handle, Letters, ListingLater,
    ListingVillage, MakePrivate, Manage, MarkPair, MasterData, MoveDate, PassOn, People,
    PrivateCases, Reclassify, Record, Review, SecondVerdict, Settle, SpecFields, SubmitReport,
    Unmask,
};

/// One row: a capability, the steps that need it, and each role's scope.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The capability.
    pub capability: Capability,
    /// The steps that need it.
    pub steps: &'static [StepId],
    scopes: [Option<Scope>; Role::ALL.len()],
}

impl Row {
    /// Returns how far a role's right reaches; none where it has no right.
    pub const fn scope(&self, role: Role) -> Option<Scope> {
        self.scopes[role as usize]
    }
}

const fn row(capability: Capability, steps: &'static [StepId], letters: &str) -> Row {
    let text = letters.as_bytes();
    assert!(text.len() == Role::ALL.len(), "one letter a role");
    let mut scopes = [None; Role::ALL.len()];
    let mut at = 0;
    while at < text.len() {
        scopes[at] = Scope::from_letter(text[at]);
        at += 1;
    }
    Row { capability, steps, scopes }
}

/// Every capability; the letters stand in the order of [`Role::ALL`]: fs spv mj fo bo fop bop kp pj
/// pp kprov seknas view ta adm_kab adm_pusat (Guideline III.C–E, IV.D).
#[rustfmt::skip]
pub const TABLE: [Row; 33] = [
    row(Aggregates,     &[], "ockkkddddrpnakkn"),
    row(People,         &[], "dckkkddddrrr--x-"),
    row(Cases,          &[], "dckkkddddrrr----"),
    row(PrivateCases,   &[], "o-kohoo--xhh----"),
    row(Unmask,         &[], "dckkkddd-rrr--x-"),
    row(SpecFields,     &[], "dckkkddd-r------"),
    row(Export,         &[], "--k-k-----------"),
    row(Audit,          &[], "--k----------kkn"),
    row(Record,         &[T1, T1p, T2, T2s, T3, T4, T5, T7, T17r, T22d, T23o, L1, L4, V4, H3, I1], "d--kkdd---------"),
    row(Review,         &[T6, T8, T22, T22g, T22u, L2, L3, V2, V3], "-ck-------------"),
    row(Manage,         &[T5c, T9, T10, T20b, T15, T20, T21, T22m, T23, T23n, M1], "--k-------------"),
    row(Handle,         &[T11, T11a, T12], "----k-d---------"),
    row(HandOn,         &[T14], "----k-dd--------"),
    row(Approve,        &[T11b, T13, T13b, T18d], "--k----d--------"),
    row(AnswerReferral, &[T16, T16r, T16f, T17, T19, T19n], "--k-k-d--rrr----"),
    row(PassOn,         &[T18], "--k-------pn----"),
    row(Reclassify,     &[T24], "-ck-k-----------"),
    row(MakePrivate,    &[T25], "dckkkdd---------"),
    row(ListingVillage, &[L5], "---kkddd--------"),
    row(ListingLater,   &[L6, L7, L8, L9, L10], "---kk-----------"),
    row(Letters,        &[P1], "--kkkdddd-------"),
    row(Settle,         &[C2, C4, D2, D3, H2], "--------------x-"),
    row(SecondVerdict,  &[D4, D6, E1, E2], "--k-----------k-"),
    row(MarkPair,       &[D1], "dc-kkdd---------"),
    row(CompleteQuick,  &[E3], "d-kkkdd---------"),
    row(SubmitReport,   &[R2], "--k----d--p-----"),
    row(AcceptReport,   &[R3], "--k-------pn----"),
    row(Accounts,       &[A1], "--k----d------k-"),
    row(GiveWork,       &[A2], "-ck-------------"),
    row(MoveDate,       &[O2], "--k-------------"),
    row(Coach,          &[X1], "-c--------------"),
    row(CrossCheck,     &[X2], "r---------------"),
    row(MasterData,     &[], "--------------kn"),
];

/// Returns a capability's row.
pub const fn of(capability: Capability) -> &'static Row {
    &TABLE[capability as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The role table as it was agreed, written by hand a second time: one column a role.
    const AGREED: &str = "\
aggregates          – | o c k | k k | d d d d | r p n | a k | k n
people              – | d c k | k k | d d d d | r r r | – – | x –
cases               – | d c k | k k | d d d d | r r r | – – | – –
private cases       – | o – k | o h | o o – – | x h h | – – | – –
unmasked            – | d c k | k k | d d d – | r r r | – – | x –
spec fields         – | d c k | k k | d d d – | r – – | – – | – –
export              – | – – k | – k | – – – – | – – – | – – | – –
audit               – | – – k | – – | – – – – | – – – | – k | k n
record T1 T1p T2 T2s T3 T4 T5 T7 T17r T22d T23o L1 L4 V4 H3 I1 – | d – – | k k | d d – – | – – – | – – | – –
review T6 T8 T22 T22g T22u L2 L3 V2 V3 – | – c k | – – | – – – – | – – – | – – | – –
manage T5c T9 T10 T20b T15 T20 T21 T22m T23 T23n M1 – | – – k | – – | – – – – | – – – | – – | – –
handle T11 T11a T12 – | – – – | – k | – d – – | – – – | – – | – –
hand on T14         – | – – – | – k | – d d – | – – – | – – | – –
approve T11b T13 T13b T18d – | – – k | – – | – – d – | – – – | – – | – –
answer T16 T16r T16f T17 T19 T19n – | – – k | – k | – d – – | r r r | – – | – –
pass on T18         – | – – k | – – | – – – – | – p n | – – | – –
reclassify T24      – | – c k | – k | – – – – | – – – | – – | – –
private T25         – | d c k | k k | d d – – | – – – | – – | – –
village L5          – | – – – | k k | d d d – | – – – | – – | – –
later L6 L7 L8 L9 L10 – | – – – | k k | – – – – | – – – | – – | – –
letters P1          – | – – k | k k | d d d d | – – – | – – | – –
settle C2 C4 D2 D3 H2 – | – – – | – – | – – – – | – – – | – – | x –
second D4 D6 E1 E2  – | – – k | – – | – – – – | – – – | – – | k –
mark D1             – | d c – | k k | d d – – | – – – | – – | – –
complete E3         – | d – k | k k | d d – – | – – – | – – | – –
submit report R2    – | – – k | – – | – – d – | – p – | – – | – –
accept report R3    – | – – k | – – | – – – – | – p n | – – | – –
accounts A1         – | – – k | – – | – – d – | – – – | – – | k –
give work A2        – | – c k | – – | – – – – | – – – | – – | – –
move date O2        – | – – k | – – | – – – – | – – – | – – | – –
coach X1            – | – c – | – – | – – – – | – – – | – – | – –
cross-check X2      – | r – – | – – | – – – – | – – – | – – | – –
master data         – | – – – | – – | – – – – | – – – | – – | k n";

    #[test]
    fn the_role_table_is_the_agreed_one() {
        let agreed: Vec<(Vec<StepId>, String)> = AGREED
            .lines()
            .map(|line| {
                let (head, cells) = line.split_once("– |").expect("a head and cells");
                let steps = head.split_whitespace().filter_map(StepId::from_key).collect();
                (steps, cells.replace(['|', ' '], "").replace('–', "-"))
            })
            .collect();
        assert_eq!(agreed.len(), TABLE.len());
        for (row, (steps, letters)) in TABLE.iter().zip(agreed) {
            let have: String =
                Role::ALL.iter().map(|role| row.scope(*role).map_or('-', Scope::letter)).collect();
            assert_eq!(have, letters, "{:?}", row.capability);
            assert_eq!(row.steps, steps, "{:?}", row.capability);
        }
    }

    #[test]
    fn each_row_stands_at_its_capability() {
        for capability in Capability::ALL {
            assert_eq!(of(capability).capability, capability);
        }
    }
}
