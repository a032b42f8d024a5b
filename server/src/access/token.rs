//! Secrets handed out once and kept as a hash only: cookies, session tokens, enrolment codes.

use sha2::{Digest, Sha256};

/// Says that the system has no randomness to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandom;

/// 256 random bits; it has no `Debug`, so it cannot slip into a log line.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

impl Token {
    /// Draws a token.
    ///
    /// # Errors
    ///
    /// [`NoRandom`] if the system has none.
    pub fn draw() -> Result<Self, NoRandom> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| NoRandom)?;
        Ok(Self(bytes))
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// Joins 32 bytes that came from elsewhere.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the bytes, for the one to whom it is handed out.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the hexadecimal digits, for the one to whom it is handed out.
    pub fn to_hex(&self) -> String {
        hex::encode(self.0)
    }

    /// Returns what the server keeps.
    pub fn kept(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}
