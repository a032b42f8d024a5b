//! The read table of who takes part in which program.

use std::collections::BTreeSet;

use super::Touched;
use crate::ingest::{IngestError, Writer};
use crate::store::participations::{self, Participation};

/// Folds what a change touched under `prog/`.
pub(super) fn fold(writer: &Writer<'_>, touched: &Touched<'_>) -> Result<(), IngestError> {
    let program_of = |key: &str| -> Option<String> {
        let (program, _) = key.strip_prefix("prog/")?.split_once('/')?;
        Some(program.to_owned())
    };
    let programs: BTreeSet<String> =
        touched.change.ops.iter().filter_map(|op| program_of(&op.key)).collect();
    for program in programs {
        let text = |attr: &str| touched.text(&format!("prog/{program}/{attr}"));
        let row = Participation {
            doc: touched.stored.register.id(),
            scope: touched.stored.scope,
            status: text("status"),
            source: text("source"),
            since: text("since"),
            last: text("last"),
            card: text("card"),
            problem: text("problem"),
            program,
        };
        participations::put(writer.conn(), writer.kab(), &row)?;
    }
    Ok(())
}
