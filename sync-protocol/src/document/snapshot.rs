//! Whole documents as bytes.
//!
//! A snapshot comes from the local store or from the authenticated server; nobody else's reaches
//! this.

use std::panic::catch_unwind;

use automerge::{Automerge, ROOT, ReadDoc, ScalarValue};
use jangkau_domain::{DocId, DocKind};

use super::{Document, DocumentError, bounds};
use crate::{genesis, limit};

impl Document {
    /// Returns the snapshot with its whole history, not compressed: zstd does that better for
    /// many together.
    pub fn save(&self) -> Vec<u8> {
        self.inner.save_nocompress()
    }

    /// Reads a snapshot.
    ///
    /// # Errors
    /// Where it is too large, no plain snapshot, damaged, or holds no genesis of ours.
    pub fn load(bytes: &[u8]) -> Result<Self, DocumentError> {
        if bytes.len() > limit::SNAPSHOT_BYTES || !bounds::are_kept(bytes) {
            return Err(DocumentError::Snapshot);
        }
        // automerge 0.12 panics on some damaged bytes instead of refusing them.
        let loaded = catch_unwind(|| Automerge::load(bytes).ok());
        let inner = loaded.ok().flatten().ok_or(DocumentError::Snapshot)?;
        let (kind, id) = identity(&inner).ok_or(DocumentError::Snapshot)?;
        Ok(Self { inner, kind, id })
    }
}

/// Reads kind and id from the genesis's two keys, and proves that the genesis is ours.
fn identity(inner: &Automerge) -> Option<(DocKind, DocId)> {
    let scalar = |key: &str| match inner.get(ROOT, key) {
        Ok(Some((value, _))) => value.into_scalar().ok(),
        _ => None,
    };
    let kind = match scalar(genesis::KIND_KEY)? {
        ScalarValue::Str(word) => DocKind::from_word(&word)?,
        _ => return None,
    };
    let id = match scalar(genesis::ID_KEY)? {
        ScalarValue::Bytes(bytes) => DocId::from_slice(&bytes)?,
        _ => return None,
    };
    let genesis = automerge::ChangeHash(genesis::hash(kind, &id).0);
    inner.get_missing_deps(&[genesis]).is_empty().then_some((kind, id))
}
