//! `POST /sync/v1/enrol`: a typed or scanned code makes a tablet a device of the server.

use jangkau_domain::{DeviceId, Kab, UserId};
use minicbor::{Decode, Encode};

use super::envelope::{Message, MessageType};
use super::scope::ScopeGrant;

/// Where it is posted; the code alone admits, no signature is asked.
pub const PATH: &str = "/sync/v1/enrol";

/// Asks for enrolment.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Enrol {
    /// The one-time code as typed, without spaces.
    #[n(0)]
    pub code: String,
    /// The Ed25519 public key that the tablet has just made.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub public_key: [u8; 32],
    /// The name that the office will see for the tablet.
    #[n(2)]
    pub device_name: String,
    /// The version of the app.
    #[n(3)]
    pub app_version: String,
    /// What the app can do.
    #[n(4)]
    pub abilities: Vec<u16>,
    /// The dictionaries that the app holds.
    #[n(5)]
    pub dictionaries: Vec<u8>,
    /// Whether the app seals its file's key and asks for the recipient to seal it to.
    #[n(6)]
    pub wants_recovery: Option<bool>,
}

/// Where a tablet's registration numbers begin: `KKKK-YYMM-PPP`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct NumberBlock {
    /// The four digits of the kabupaten.
    #[n(0)]
    pub kab: Kab,
    /// The three characters that no other tablet has.
    #[n(1)]
    pub block: String,
}

/// Says that the tablet is enrolled.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct EnrolAnswer {
    /// The tablet's number from now on.
    #[n(0)]
    pub device: DeviceId,
    /// The worker that the code was made for.
    #[n(1)]
    pub user: UserId,
    /// The worker's name.
    #[n(2)]
    pub user_name: String,
    /// The tablet's name as stored.
    #[n(3)]
    pub device_name: String,
    /// The name of the office or kabupaten.
    #[n(4)]
    pub server_name: String,
    /// The worker's roles, as keys of the role table.
    #[n(5)]
    pub roles: Vec<String>,
    /// What the tablet may read, the most important first, with keys.
    #[n(6)]
    pub scopes: Vec<ScopeGrant>,
    /// Seconds since 1970 UTC by the server's clock.
    #[n(7)]
    pub server_time: i64,
    /// The block of registration numbers.
    #[n(8)]
    pub number_block: NumberBlock,
    /// The nonce for the first `hello`.
    #[n(9)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: Vec<u8>,
    /// The server's epoch.
    #[n(10)]
    pub epoch: u64,
    /// The oldest app version that the server still talks to.
    #[n(11)]
    pub min_version: Option<String>,
    /// The age recipient to which the tablet seals its file's key.
    #[n(12)]
    pub recovery_recipient: Option<String>,
    /// Until when the lease of this tablet runs, seconds since 1970 UTC.
    #[n(13)]
    pub lease_until: Option<i64>,
}

impl Message for Enrol {
    const TYPE: MessageType = MessageType::Enrol;
}

impl Message for EnrolAnswer {
    const TYPE: MessageType = MessageType::EnrolAnswer;
}
