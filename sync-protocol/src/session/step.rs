//! What a session asks its caller to do, and what the caller tells it.

use crate::signing;

/// The content type of every request and answer.
pub const CONTENT_TYPE: &str = "application/vnd.jangkau";

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Send this request, then call `answer` or `lost`.
    Send(Request),
    /// Wait so long, then call `next`; a caller in a hurry may end the session instead.
    Wait {
        /// Seconds.
        seconds: u32,
    },
    /// The session is over.
    Done(Summary),
}

/// One POST to the server.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The path below the server's address.
    pub path: &'static str,
    /// The session token in hexadecimal, for the header `authorization: Bearer …`.
    pub bearer: Option<String>,
    /// The signature in hexadecimal, for the header `jangkau-signature`.
    pub signature: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// Returns the headers to send: content type, and session token or signature.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = vec![("content-type", CONTENT_TYPE.to_owned())];
        if let Some(token) = &self.bearer {
            headers.push(("authorization", format!("Bearer {token}")));
        }
        if let Some(signature) = &self.signature {
            headers.push((signing::SIGNATURE_HEADER, signature.clone()));
        }
        headers
    }
}

impl std::fmt::Debug for Request {
    /// Leaves token, signature and body out.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Request({}, {} bytes)", self.path, self.body.len())
    }
}

/// An answer that arrived whole.
#[derive(Clone, Copy)]
pub struct Response<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The header `retry-after`, in seconds.
    pub retry_after: Option<u32>,
    /// The body.
    pub body: &'a [u8],
}

impl<'a> Response<'a> {
    /// Takes an answer without the header `retry-after`.
    pub const fn new(status: u16, body: &'a [u8]) -> Self {
        Self { status, retry_after: None, body }
    }
}

/// What a session has done.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Summary {
    /// Both sides hold the same versions, and nothing waits to be sent.
    pub complete: bool,
    /// Changes that the server confirmed.
    pub sent: u32,
    /// Documents and rows that arrived.
    pub received: u32,
    /// Changes that the server keeps aside.
    pub held: u32,
    /// Changes of this tablet that the server has not confirmed, held ones included.
    pub waiting: u32,
    /// Why the session ended early.
    pub stop: Option<Stop>,
}

/// Why a session ended early; each asks for something else of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// No answer came, several times in a row: try later.
    NoNetwork,
    /// Something that is not our server answered, as a hotel's login page does.
    NotOurServer,
    /// The server asks to be left alone for a while.
    Busy,
    /// The server no longer knows this tablet: the office must enrol it again.
    Revoked,
    /// The app is too old; the oldest accepted version, where it was told.
    TooOld(Option<String>),
    /// The server's answers cannot be read, or it refuses what every server must take.
    Broken,
}
