//! A change that the server must keep aside: the number of a paper form, which is an office's to
//! write, from a tablet whose app was somebody else's making.

use jangkau_device::edit::{self, Target};
use jangkau_device::error::DeviceError;
use jangkau_device::store::documents;
use jangkau_domain::{DocId, DocKind, ScopeId, Value};
use jangkau_sync::Edit;
use jangkau_tests::tablet::Tablet;

/// The document; the same on every run, so that it is written once.
const STRAY: DocId = DocId([0x9d; 16]);

/// Writes the change into the tablet's outbox, once.
pub fn write(tablet: &Tablet) -> Result<(), DeviceError> {
    let desa = "SELECT id FROM scope ORDER BY id LIMIT 1";
    let scope = ScopeId(u32::try_from(tablet.number(desa)).unwrap_or(0));
    tablet.app().on_device(|device| {
        if documents::get(&device.db, STRAY)?.is_some() {
            return Ok(());
        }
        let pen = device.pen(None, "")?;
        let target = Target { kind: DocKind::Case, id: STRAY, scope };
        let put = |key, text: &str| Edit::put(key, Value::from(text));
        let edits = [
            put("f/kind", "question"),
            put("f/story", "Disalin dari formulir kertas"),
            put("f/paper_no", "K-0099"),
        ];
        device.write(|tx| edit::write(tx, target, &edits, &pen).map(drop))
    })
}
