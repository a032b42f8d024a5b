//! The read table of families.

use jangkau_domain::kk::Kk;

use super::Touched;
use super::conflict::Review;
use crate::ingest::{IngestError, Writer};
use crate::store::households::{self, Household};

const KEYS: &[&str] =
    &["f/desa", "f/kk", "f/address", "f/hamlet", "f/rt", "f/rw", "f/state", "f/size", "f/roof"];

/// Folds a change of a family.
pub(super) fn fold(
    writer: &Writer<'_>,
    touched: &Touched<'_>,
    review: &Review,
) -> Result<(), IngestError> {
    if !touched.is_first() && !touched.any(KEYS) && !review.altered {
        return Ok(());
    }
    let kk = touched.text("f/kk");
    let root = &writer.secrets().root;
    let kk_hash =
        kk.as_deref().and_then(|kk| kk.parse::<Kk>().ok()).map(|kk| root.search_hash_kk(&kk));
    let household = Household {
        doc: touched.stored.register.id(),
        scope: touched.stored.scope,
        desa: touched.text("f/desa"),
        kk,
        kk_hash,
        address: touched.text("f/address"),
        hamlet: touched.text("f/hamlet"),
        rt: touched.text("f/rt"),
        rw: touched.text("f/rw"),
        state: touched.text("f/state"),
        size: touched.int("f/size"),
        roof: touched.doc("f/roof"),
        review: review.count,
    };
    Ok(households::put(writer.conn(), writer.kab(), &household)?)
}
