//! `POST /sync/v1/hello`: a signed request opens a session of 60 minutes.

use jangkau_domain::DeviceId;
use minicbor::{Decode, Encode};

use super::envelope::{Message, MessageType};
use super::scope::{ScopeGrant, ScopeState};

/// Where it is posted, signed by the device key (`crate::signing`).
pub const PATH: &str = "/sync/v1/hello";

/// Abilities: each is negotiated by its number, never guessed from a version.
pub mod ability {
    /// Reads records that leave out what the register tells.
    pub const MEANING: u16 = 1;
    /// Reads snapshots in a pull.
    pub const SNAPSHOTS: u16 = 2;
    /// Reads frames of rows.
    pub const ROWS: u16 = 3;
    /// Finds a known document by the first six bytes of its id.
    pub const PREFIX: u16 = 4;
    /// Offers changes of others under a receipt after the server was restored.
    pub const OFFER: u16 = 5;

    /// What this build can do.
    pub const ALL: [u16; 5] = [MEANING, SNAPSHOTS, ROWS, PREFIX, OFFER];
}

/// Opens a session.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Hello {
    /// Who calls.
    #[n(0)]
    pub device: DeviceId,
    /// The server's last nonce, over which the request is signed.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: Vec<u8>,
    /// What the app can do.
    #[n(2)]
    pub abilities: Vec<u16>,
    /// The dictionaries that the app holds.
    #[n(3)]
    pub dictionaries: Vec<u8>,
    /// How far the tablet has got in each scope.
    #[n(4)]
    pub scopes: Vec<ScopeState>,
    /// The version of the app.
    #[n(5)]
    pub app_version: String,
    /// The tablet's clock, seconds since 1970 UTC; shown to supervisors, trusted by nobody.
    #[n(6)]
    pub device_time: Option<i64>,
    /// How many changes wait to be sent.
    #[n(7)]
    pub waiting: Option<u32>,
}

/// Opens the session.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct HelloAnswer {
    /// The session token; it goes back in hexadecimal behind `authorization: Bearer`.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub token: Vec<u8>,
    /// How long the token lives, in seconds.
    #[n(1)]
    pub token_seconds: u32,
    /// The nonce for the next `hello`.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: Vec<u8>,
    /// The server's epoch; another one than before means that it was restored from a backup.
    #[n(3)]
    pub epoch: u64,
    /// Seconds since 1970 UTC by the server's clock.
    #[n(4)]
    pub server_time: i64,
    /// Everything that the tablet may read now, the most important first.
    #[n(5)]
    pub scopes: Vec<ScopeGrant>,
    /// How far the server has got in each of them.
    #[n(6)]
    pub states: Vec<ScopeState>,
    /// What the server can do.
    #[n(7)]
    pub abilities: Vec<u16>,
    /// The dictionary for pushed frames: the newest that both sides hold.
    #[n(8)]
    pub dictionary: u8,
    /// The oldest app version that the server still talks to.
    #[n(9)]
    pub min_version: Option<String>,
    /// The worker's roles, where they have changed.
    #[n(10)]
    pub roles: Option<Vec<String>>,
    /// Until when the lease of this tablet runs, seconds since 1970 UTC.
    #[n(11)]
    pub lease_until: Option<i64>,
}

/// Answers a `hello` that was signed over another nonce than the present one.
///
/// The signature must hold for the nonce that the request names; then the present nonce is told.
/// It is no secret, and nobody is locked out.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StaleNonce {
    /// The nonce to sign over.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: Vec<u8>,
}

impl Message for Hello {
    const TYPE: MessageType = MessageType::Hello;
}

impl Message for HelloAnswer {
    const TYPE: MessageType = MessageType::HelloAnswer;
}

impl Message for StaleNonce {
    const TYPE: MessageType = MessageType::StaleNonce;
}
