//! What a snapshot may ask of automerge before automerge is asked.
//!
//! Snapshots come from a trusted side, but automerge reads a run of 2^40 values out of seven bytes
//! and never ends: so the runs are counted first, and nothing compressed is read.

use crate::change::{Meter, Reader};
use crate::limit;

const MAGIC: &[u8] = &[0x85, 0x6f, 0x4a, 0x83];
const WHOLE_DOCUMENT: u8 = 0;
/// The bit of a column's number that says DEFLATE.
const DEFLATED: u64 = 8;

/// Returns whether the bytes are one document chunk with plain columns of bounded length.
pub(super) fn are_kept(bytes: &[u8]) -> bool {
    let meter = Meter::default();
    let mut reader = Reader::new(bytes, &meter);
    let Ok((head, body)) = reader.take(9).and_then(|head| Ok((head, reader.prefixed()?))) else {
        return false;
    };
    let whole = head.starts_with(MAGIC) && head.ends_with(&[WHOLE_DOCUMENT]);
    whole && reader.is_empty() && columns_are_bounded(body).is_some()
}

fn columns_are_bounded(body: &[u8]) -> Option<()> {
    let meter = Meter::default();
    let mut reader = Reader::new(body, &meter);
    for _ in 0..reader.count(body.len(), 1).ok()? {
        reader.prefixed().ok()?;
    }
    for _ in 0..reader.count(body.len(), 32).ok()? {
        reader.take(32).ok()?;
    }
    // Columns of changes, then columns of operations; then the data of both.
    let mut columns = Vec::new();
    for _ in 0..2 {
        for _ in 0..reader.count(body.len(), 2).ok()? {
            columns.push((reader.unsigned().ok()?, reader.unsigned().ok()?));
        }
    }
    for (number, length) in columns {
        let column = Reader::new(reader.take(length).ok()?, &meter);
        if number & DEFLATED != 0 {
            return None;
        }
        is_bounded(number & 7, column)?;
    }
    Some(())
}

/// Counts the values of a column of one of automerge's types.
fn is_bounded(kind: u64, mut column: Reader<'_>) -> Option<()> {
    const BOOLEAN: u64 = 4;
    const STRING: u64 = 5;
    const RAW_VALUES: u64 = 7;
    let mut left = limit::SNAPSHOT_ROWS;
    while kind != RAW_VALUES && !column.is_empty() {
        if kind == BOOLEAN {
            left = left.checked_sub(column.unsigned().ok()?)?;
            continue;
        }
        let header = column.signed().ok()?;
        let nulls = if header == 0 { column.unsigned().ok()? } else { 0 };
        left = left.checked_sub(header.unsigned_abs())?.checked_sub(nulls)?;
        let written = if header > 0 { 1 } else { header.unsigned_abs() };
        for _ in 0..written {
            if kind == STRING {
                column.prefixed().ok()?;
            } else {
                column.number().ok()?;
            }
        }
    }
    Some(())
}
