//! "Sama seperti sebelumnya": a section that somebody looked at and found unchanged.

use jangkau_domain::DocKind;

use super::fields;
use super::form;
use super::leaf::Leaf;
use super::section::SectionKey;
use super::sheet::Sheet;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::FormView;
use crate::store::{drafts, visit_notes, visits};

/// The fields that the register can give.
const REGISTERED: [&str; 6] = ["f/name", "f/nik", "f/birth_date", "f/kk", "f/rt", "f/rw"];

/// Confirms a section. Values of the register that nobody has typed over become what the citizen
/// confirmed; what stands in documents is left alone.
pub fn same_as_before(
    device: &mut Device,
    visit: &str,
    section: &str,
) -> Result<FormView, DeviceError> {
    let key = SectionKey::from_key(section).ok_or(DeviceError::NotFound)?;
    let sheet = Sheet::load(device, visit)?;
    let now = device.clock.now();
    device.write(|tx| {
        for leaf in sheet.leaves.iter().filter(|leaf| belongs(leaf, key)) {
            for (key, value) in confirmed(leaf) {
                drafts::put(tx, visit, &leaf.doc, key, &value, now)?;
            }
        }
        visit_notes::confirm(tx, visit, section)?;
        visits::touch(tx, visit, now)
    })?;
    form::form(device, visit, section)
}

fn belongs(leaf: &Leaf, section: SectionKey) -> bool {
    match section {
        SectionKey::Household => leaf.part.kind == DocKind::Household,
        SectionKey::Members => leaf.part.kind == DocKind::Person,
        _ => false,
    }
}

fn confirmed(leaf: &Leaf) -> Vec<(&'static str, String)> {
    let empty = |key: &&str| leaf.text(key).is_empty();
    let mut values: Vec<(&str, String)> = REGISTERED
        .into_iter()
        .filter(empty)
        .map(|key| (key, fields::registered(leaf, key)))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    if leaf.part.kind == DocKind::Person && !values.is_empty() && leaf.text("f/presence").is_empty()
    {
        values.push(("f/presence", "present".to_owned()));
    }
    values
}
