//! One number for a scope: equal on both sides when both confirm the same versions.

use std::fmt;

use jangkau_domain::DocId;
use minicbor::decode::{Decode, Decoder, Error as DecodeError};
use minicbor::encode::{Encode, Encoder, Error as EncodeError, Write};
use sha2::{Digest as _, Sha256};

use crate::hash::Hash;

/// The sum over a scope's documents of SHA-256(document id, confirmed heads in byte order), each
/// read as a little-endian number, modulo 2^256.
///
/// It proves equality against accident, not against an attacker, and says nothing about rows:
/// "complete" also needs equal cursors. The order of additions does not matter, so it is kept up
/// to date by subtracting a document's old part and adding its new one.
///
/// ```
/// use jangkau_domain::DocId;
/// use jangkau_sync::digest::Digest;
///
/// let part = Digest::of(&DocId([1; 16]), &[]);
/// let mut scope = Digest::ZERO;
/// scope.add(part);
/// scope.subtract(part);
/// assert_eq!(scope, Digest::ZERO);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of a scope without documents.
    pub const ZERO: Self = Self([0; 32]);

    /// Returns the part of one document; the heads may come in any order.
    pub fn of(doc: &DocId, heads: &[Hash]) -> Self {
        let mut heads = heads.to_vec();
        heads.sort_unstable();
        let mut hasher = Sha256::new();
        hasher.update(doc.0);
        heads.iter().for_each(|head| hasher.update(head.0));
        Self(hasher.finalize().into())
    }

    /// Takes stored bytes, the lowest first.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Returns the bytes, the lowest first.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Adds a document's part, or another scope's sum.
    pub fn add(&mut self, other: Self) {
        let mut carry = 0;
        for (byte, more) in self.0.iter_mut().zip(other.0) {
            let sum = u16::from(*byte) + u16::from(more) + carry;
            *byte = sum.to_le_bytes()[0];
            carry = sum >> 8;
        }
    }

    /// Takes a document's part away.
    pub fn subtract(&mut self, other: Self) {
        let mut negative = Self(other.0.map(|byte| !byte));
        let mut one = Self::ZERO;
        one.0[0] = 1;
        negative.add(one);
        self.add(negative);
    }

    /// Replaces a document's part after its confirmed heads have moved.
    pub fn replace(&mut self, doc: &DocId, old: Option<&[Hash]>, new: Option<&[Hash]>) {
        if let Some(heads) = old {
            self.subtract(Self::of(doc, heads));
        }
        if let Some(heads) = new {
            self.add(Self::of(doc, heads));
        }
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digest(")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        f.write_str(")")
    }
}

impl<C> Encode<C> for Digest {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Digest {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        let at = decoder.position();
        let digest = Self::from_slice(decoder.bytes()?);
        digest.ok_or_else(|| DecodeError::message("not 32 bytes").at(at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn digest() -> impl Strategy<Value = Digest> {
        any::<[u8; 32]>().prop_map(Digest)
    }

    fn sum(parts: &[Digest]) -> Digest {
        let mut sum = Digest::ZERO;
        parts.iter().for_each(|part| sum.add(*part));
        sum
    }

    #[test]
    fn carries_through_all_bytes() {
        let mut all = Digest([255; 32]);
        let mut one = Digest::ZERO;
        one.0[0] = 1;
        all.add(one);
        assert_eq!(all, Digest::ZERO);
        all.subtract(one);
        assert_eq!(all, Digest([255; 32]));
    }

    proptest! {
        #[test]
        fn order_does_not_matter(mut parts in prop::collection::vec(digest(), 0..8)) {
            let forward = sum(&parts);
            parts.reverse();
            prop_assert_eq!(sum(&parts), forward);
        }

        #[test]
        fn subtracting_undoes_adding(a in digest(), b in digest()) {
            let mut both = a;
            both.add(b);
            both.subtract(b);
            prop_assert_eq!(both, a);
        }

        #[test]
        fn equals_the_sum_over_all_documents_after_any_replacement(
            ids in prop::collection::btree_set(any::<[u8; 16]>(), 1..6),
            moves in prop::collection::vec((any::<prop::sample::Index>(), any::<[u8; 32]>()), 0..20),
        ) {
            let mut docs: Vec<(DocId, Option<Vec<Hash>>)> =
                ids.into_iter().map(|id| (DocId(id), None)).collect();
            let count = docs.len();
            let mut kept = Digest::ZERO;
            for (pick, head) in moves {
                let (id, heads) = &mut docs[pick.index(count)];
                let new = vec![Hash(head)];
                kept.replace(id, heads.as_deref(), Some(&new));
                *heads = Some(new);
            }
            let parts: Vec<Digest> = docs.iter()
                .filter_map(|(id, heads)| heads.as_ref().map(|heads| Digest::of(id, heads)))
                .collect();
            prop_assert_eq!(kept, sum(&parts));
        }

        #[test]
        fn heads_count_in_any_order(id in any::<[u8; 16]>(), a in any::<[u8; 32]>(), b in any::<[u8; 32]>()) {
            let (a, b) = (Hash(a), Hash(b));
            prop_assert_eq!(Digest::of(&DocId(id), &[a, b]), Digest::of(&DocId(id), &[b, a]));
        }
    }
}
