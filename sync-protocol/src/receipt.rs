//! The server's proof that it once held a document in a certain version.
//!
//! After a restore from a backup a tablet offers again what the backup lacks, the changes of
//! others included; the receipt makes those acceptable. Its key is kept outside the database, so
//! a restore does not change it.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use jangkau_domain::DocId;
use minicbor::decode::{Decode, Decoder, Error as DecodeError};
use minicbor::encode::{Encode, Encoder, Error as EncodeError, Write};
use sha2::Sha256;

use crate::hash::Hash;

/// Bytes of a receipt: the key's number, then the shortened MAC.
pub const RECEIPT_BYTES: usize = 17;

/// The secret that signs receipts; the number tells old keys from the present one.
#[derive(Clone)]
pub struct ReceiptKey {
    number: u8,
    secret: [u8; 32],
}

/// HMAC-SHA256 over `receipt:1:`, document id and heads in byte order, cut to 16 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Receipt {
    /// The number of the key.
    pub key: u8,
    /// The shortened MAC.
    pub mac: [u8; 16],
}

impl ReceiptKey {
    /// Takes 32 random bytes that the server keeps outside its database.
    pub const fn new(number: u8, secret: [u8; 32]) -> Self {
        Self { number, secret }
    }

    /// Returns the number that receipts name.
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// Signs a version of a document; the heads may come in any order.
    pub fn sign(&self, doc: &DocId, heads: &[Hash]) -> Receipt {
        let mut mac = [0; 16];
        mac.copy_from_slice(&self.mac(doc, heads).finalize().into_bytes()[..16]);
        Receipt { key: self.number, mac }
    }

    /// Returns whether this key signed this version of the document.
    pub fn verify(&self, receipt: &Receipt, doc: &DocId, heads: &[Hash]) -> bool {
        receipt.key == self.number
            && self.mac(doc, heads).verify_truncated_left(&receipt.mac).is_ok()
    }

    fn mac(&self, doc: &DocId, heads: &[Hash]) -> Hmac<Sha256> {
        let mut heads = heads.to_vec();
        heads.sort_unstable();
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.secret).expect("HMAC takes keys of every length");
        mac.update(b"receipt:1:");
        mac.update(&doc.0);
        heads.iter().for_each(|head| mac.update(&head.0));
        mac
    }
}

impl fmt::Debug for ReceiptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiptKey({}, ..)", self.number)
    }
}

impl Receipt {
    /// Reads the 17 bytes that are stored beside a document.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let (key, mac) = bytes.split_first()?;
        Some(Self { key: *key, mac: mac.try_into().ok()? })
    }

    /// Returns the 17 bytes: the key's number, then the MAC.
    pub fn to_bytes(self) -> [u8; RECEIPT_BYTES] {
        let mut bytes = [0; RECEIPT_BYTES];
        bytes[0] = self.key;
        bytes[1..].copy_from_slice(&self.mac);
        bytes
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Receipt({}, ..)", self.key)
    }
}

impl<C> Encode<C> for Receipt {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.bytes(&self.to_bytes())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Receipt {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        let at = decoder.position();
        let receipt = Self::from_slice(decoder.bytes()?);
        receipt.ok_or_else(|| DecodeError::message("not 17 bytes").at(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOC: DocId = DocId([0xab; 16]);

    fn key() -> ReceiptKey {
        ReceiptKey::new(3, [7; 32])
    }

    #[test]
    fn is_the_same_for_ever() {
        let receipt = key().sign(&DOC, &[Hash([2; 32]), Hash([1; 32])]);
        assert_eq!(hex::encode(receipt.to_bytes()), "0322fe16569a222ff26b0066a1c12b5276");
    }

    #[test]
    fn holds_for_the_same_version_in_any_order() {
        let (a, b) = (Hash([1; 32]), Hash([2; 32]));
        assert!(key().verify(&key().sign(&DOC, &[b, a]), &DOC, &[a, b]));
    }

    #[test]
    fn holds_for_nothing_else() {
        let heads = [Hash([1; 32])];
        let receipt = key().sign(&DOC, &heads);
        let mut bent = receipt;
        bent.mac[15] ^= 1;
        assert!(!key().verify(&bent, &DOC, &heads));
        assert!(!key().verify(&receipt, &DocId([0xac; 16]), &heads));
        assert!(!key().verify(&receipt, &DOC, &[]));
        assert!(!ReceiptKey::new(3, [8; 32]).verify(&receipt, &DOC, &heads));
        assert!(!ReceiptKey::new(4, [7; 32]).verify(&receipt, &DOC, &heads));
    }

    #[test]
    fn reads_back_what_it_stores() {
        let receipt = key().sign(&DOC, &[]);
        assert_eq!(Receipt::from_slice(&receipt.to_bytes()), Some(receipt));
        assert_eq!(Receipt::from_slice(&[0; 16]), None);
    }
}
