//! The read table of what a case says; where it stands is the step engine's.

use super::Touched;
use super::conflict::Review;
use crate::ingest::{IngestError, Writer};
use crate::store::case_files::{self, CaseFile};

const KEYS: &[&str] = &[
    "f/kind",
    "f/subcat",
    "f/number",
    "f/person",
    "f/channel",
    "f/program",
    "f/sector",
    "f/urgent",
];

/// Folds a change of a case.
pub(super) fn fold(
    writer: &Writer<'_>,
    touched: &Touched<'_>,
    review: &Review,
) -> Result<(), IngestError> {
    if !touched.is_first() && !touched.any(KEYS) && !review.altered {
        return Ok(());
    }
    let case = CaseFile {
        doc: touched.stored.register.id(),
        scope: touched.stored.scope,
        kind: touched.text("f/kind"),
        subcat: touched.text("f/subcat"),
        number: touched.text("f/number"),
        person: touched.doc("f/person"),
        channel: touched.text("f/channel"),
        program: touched.text("f/program"),
        sector: touched.text("f/sector"),
        urgent: touched.yes("f/urgent"),
        review: review.count,
    };
    Ok(case_files::put(writer.conn(), writer.kab(), &case)?)
}
