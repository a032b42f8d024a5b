//! `POST /sync/v1/pull`: news of one scope after a cursor.

use jangkau_domain::ScopeId;
use minicbor::{Decode, Encode};

use super::envelope::{Message, MessageType};
use crate::digest::Digest;
use crate::frame::{Frame, FrameError};
use crate::row::{self, FeedRow};

/// Where it is posted, with the session token.
pub const PATH: &str = "/sync/v1/pull";

/// Asks for a page of news.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PullRequest {
    /// The scope.
    #[n(0)]
    pub scope: ScopeId,
    /// The epoch that the cursor belongs to.
    #[n(1)]
    pub epoch: u64,
    /// News after this position; 0 asks for everything.
    #[n(2)]
    pub cursor: u64,
    /// About how many bytes the answer may have.
    #[n(3)]
    pub max_bytes: u32,
    /// Asks for whole ids, whole changes and the tablet's own changes too, after a page did not
    /// rebuild.
    #[n(4)]
    pub full: bool,
}

/// A page of news.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PullAnswer {
    /// The scope that was asked for.
    #[n(0)]
    pub scope: ScopeId,
    /// The cursor that was asked for.
    #[n(1)]
    pub cursor: u64,
    /// The cursor after this page.
    #[n(2)]
    pub next: u64,
    /// Whether more waits behind it.
    #[n(3)]
    pub more: bool,
    /// The server's epoch.
    #[n(4)]
    pub epoch: u64,
    /// The sum over the scope's documents, on the last page.
    #[n(5)]
    pub digest: Option<Digest>,
    /// A frame of changes and snapshots; empty where there are none.
    #[n(6)]
    #[cbor(with = "minicbor::bytes")]
    pub frame: Vec<u8>,
    /// A frame of rows; empty where there are none.
    #[n(7)]
    #[cbor(with = "minicbor::bytes")]
    pub rows: Vec<u8>,
}

impl PullAnswer {
    /// Reads the frame of changes and snapshots.
    ///
    /// # Errors
    /// Where the frame is damaged; the page is then asked for again.
    pub fn documents(&self) -> Result<Option<Frame>, FrameError> {
        (!self.frame.is_empty()).then(|| Frame::decode(&self.frame)).transpose()
    }

    /// Reads the frame of rows.
    ///
    /// # Errors
    /// Where the frame is damaged; the page is then asked for again.
    pub fn feed_rows(&self) -> Result<Vec<FeedRow>, FrameError> {
        if self.rows.is_empty() { Ok(Vec::new()) } else { row::decode_frame(&self.rows) }
    }
}

impl Message for PullRequest {
    const TYPE: MessageType = MessageType::PullRequest;
}

impl Message for PullAnswer {
    const TYPE: MessageType = MessageType::PullAnswer;
}
