//! "Mungkin memenuhi syarat": a hint with its rule in plain words, never a promise.

use super::{Facts, RegisterStatus, computed};
use crate::Label;
use crate::catalogue::Program;

/// Why a program may fit; shown with the program, no decision follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The decile, where the program has a limit.
    pub desil: Option<u8>,
    /// The program's limit.
    pub desil_max: Option<u8>,
}

impl Hint {
    /// The words over it.
    pub const LABEL: Label = Label::new("Mungkin memenuhi syarat", "May be eligible");
}

/// Returns a hint if the citizen may fit a program and does not receive it: right unit, place,
/// age and decile, register where it is required.
pub fn hint(facts: &Facts<'_>, program: &Program) -> Option<Hint> {
    let record = facts.record(program.unit.doc())?;
    let receiving = record.text(&format!("prog/{}/status", program.code)) == Some("receiving");
    let here = program.valid_here(facts.place()?, facts.today);
    let age_fits = match program.ages {
        Some(_) => computed::age(facts).is_some_and(|age| program.takes_age(age.years)),
        None => true,
    };
    let desil = facts.register.desil;
    let desil_fits = match program.desil_max {
        Some(_) => desil.is_some_and(|desil| program.takes_desil(desil)),
        None => true,
    };
    let listed = !program.requires_register || facts.register_status() == RegisterStatus::Listed;
    (!receiving && here && age_fits && desil_fits && listed)
        .then_some(Hint { desil: program.desil_max.and(desil), desil_max: program.desil_max })
}
