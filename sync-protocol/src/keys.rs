//! Keys of the kabupaten and the identifiers that are made with them.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use jangkau_domain::kk::Kk;
use jangkau_domain::nik::Nik;
use jangkau_domain::{DocId, ScopeId};
use sha2::Sha256;

const SEARCH: &str = "jangkau:search:1";

/// The national registers whose rows come with a row number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Data Terpadu Kesejahteraan Sosial.
    Dtks,
    /// Data Tunggal Sosial dan Ekonomi Nasional.
    Dtsen,
}

impl Source {
    /// Returns the word that goes into the id.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dtks => "dtks",
            Self::Dtsen => "dtsen",
        }
    }
}

/// The secret of one kabupaten; it never leaves the server.
#[derive(Clone)]
pub struct RootKey([u8; 32]);

/// The secret of one scope; a tablet holds only those of its own desa.
///
/// So a stolen tablet cannot try out the NIK of another desa.
#[derive(Clone)]
pub struct ScopeKey([u8; 32]);

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey(..)")
    }
}

impl fmt::Debug for ScopeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScopeKey(..)")
    }
}

impl RootKey {
    /// Takes 32 random bytes that were made once, when the kabupaten was set up.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the key of a scope.
    pub fn scope_key(&self, scope: ScopeId) -> ScopeKey {
        ScopeKey(self.derive(&format!("jangkau:scope:1:{scope}")))
    }

    /// Returns what the server looks a NIK up by; it tells equal NIK of all desa apart from others
    /// without keeping them readable.
    pub fn search_hash_nik(&self, nik: &Nik) -> [u8; 32] {
        mac(&self.derive(SEARCH), &["nik:", nik.digits()])
    }

    /// Returns what the server looks a KK up by.
    pub fn search_hash_kk(&self, kk: &Kk) -> [u8; 32] {
        mac(&self.derive(SEARCH), &["kk:", kk.digits()])
    }

    fn derive(&self, info: &str) -> [u8; 32] {
        let mut key = [0; 32];
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(info.as_bytes(), &mut key)
            .expect("32 bytes are fewer than HKDF's limit of 255 blocks");
        key
    }
}

impl ScopeKey {
    /// Takes the bytes that the server handed to a tablet.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the bytes, to be handed to a tablet or sealed into its file.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the id of the person with a NIK: two tablets that register the same person while
    /// apart make the same document.
    pub fn person_id(&self, nik: &Nik) -> DocId {
        self.id(&["person:1:", nik.digits()])
    }

    /// Returns the id of the household with a KK.
    pub fn household_id(&self, kk: &Kk) -> DocId {
        self.id(&["household:1:", kk.digits()])
    }

    /// Returns the id of a person of the register who has no NIK there.
    pub fn register_person_id(&self, source: Source, row: &str) -> DocId {
        self.id(&["reg-person:1:", source.as_str(), ":", row])
    }

    /// Returns the id of a household of the register that has no KK there.
    pub fn register_household_id(&self, source: Source, row: &str) -> DocId {
        self.id(&["reg-household:1:", source.as_str(), ":", row])
    }

    fn id(&self, parts: &[&str]) -> DocId {
        let mac = mac(&self.0, parts);
        let mut id = [0; 16];
        id.copy_from_slice(&mac[..16]);
        DocId(id)
    }
}

fn mac(key: &[u8; 32], parts: &[&str]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of every length");
    parts.iter().for_each(|part| mac.update(part.as_bytes()));
    mac.finalize().into_bytes().into()
}
