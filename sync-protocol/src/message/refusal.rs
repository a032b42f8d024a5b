//! What the server answers where it does not do what was asked.

use minicbor::decode::{Decoder, Error as DecodeError};
use minicbor::encode::{Encoder, Error as EncodeError, Write};
use minicbor::{Decode, Encode};

use super::envelope::{Message, MessageType};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal),* $(,)?) => {
        /// Why a request was refused; numbers are never given twice.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ErrorCode {
            $($(#[$doc])* $name,)*
            /// A reason that a newer server knows.
            Other(u16),
        }

        impl ErrorCode {
            /// Every code that this build knows.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the number on the wire.
            pub const fn number(self) -> u16 {
                match self {
                    $(Self::$name => $number,)*
                    Self::Other(number) => number,
                }
            }

            /// Reads the number.
            pub const fn from_number(number: u16) -> Self {
                match number {
                    $($number => Self::$name,)*
                    other => Self::Other(other),
                }
            }
        }
    };
}

codes! {
    /// The message is damaged or has another type than the path asks for.
    BadMessage = 1,
    /// The frame is damaged or breaks a limit.
    BadFrame = 2,
    /// The signature does not hold for the nonce that the request names.
    BadSignature = 3,
    /// The session token is unknown or too old: a new `hello` is needed.
    SessionOver = 4,
    /// The device was revoked: the office must enrol it again.
    Revoked = 5,
    /// The enrolment code is wrong, used or expired.
    BadCode = 6,
    /// Too many requests; the time to wait follows.
    TooMany = 7,
    /// The app is too old; the oldest accepted version follows.
    TooOld = 8,
    /// The scope is not this tablet's.
    NotYourScope = 9,
    /// The server is busy or stopping; the time to wait follows.
    Busy = 10,
    /// Something broke inside the server; the error id follows.
    Internal = 11,
    /// The frame names a dictionary that the server does not hold.
    UnknownDictionary = 12,
}

impl<C> Encode<C> for ErrorCode {
    fn encode<W: Write>(
        &self,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.u16(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for ErrorCode {
    fn decode(decoder: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        decoder.u16().map(Self::from_number)
    }
}

/// Refuses a request.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ErrorAnswer {
    /// Why.
    #[n(0)]
    pub code: ErrorCode,
    /// After how many seconds to ask again.
    #[n(1)]
    pub retry_after: Option<u32>,
    /// Names the entry of the server's log.
    #[n(2)]
    pub error_id: Option<String>,
    /// The oldest app version that the server still talks to.
    #[n(3)]
    pub min_version: Option<String>,
}

impl ErrorAnswer {
    /// Refuses for a reason alone.
    pub const fn new(code: ErrorCode) -> Self {
        Self { code, retry_after: None, error_id: None, min_version: None }
    }
}

impl Message for ErrorAnswer {
    const TYPE: MessageType = MessageType::ErrorAnswer;
}
