//! The body of a row: one struct a kind, and all kinds as one type.

use minicbor::{Decode, Decoder, Encode};

use super::feed::FeedRow;
use super::kind::RowKind;
use super::{
    Account, Alias, Calendar, CaseState, Catalogue, DataRequest, FieldChoice, HeldChange,
    InformTask, Lease, Mode, Moved, Notice, Number, Office, Pack, Pending, Purge, Refusal,
    RegisterStatus, Return, Target, Task, Text, VisitState,
};

/// What a row of one kind says.
pub trait RowBody: Encode<()> + for<'b> Decode<'b, ()> {
    /// Its kind.
    const KIND: RowKind;

    /// Returns the bytes that stand in the feed.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        minicbor::encode(self, &mut bytes).expect("a vector takes all bytes");
        bytes
    }

    /// Reads the bytes that stand in the feed.
    ///
    /// # Errors
    /// Where the CBOR is damaged, or a key that must be there is not.
    fn from_bytes(bytes: &[u8]) -> Result<Self, RowError> {
        let mut decoder = Decoder::new(bytes);
        let body = decoder.decode().map_err(|_| RowError(Self::KIND))?;
        let all_read = decoder.position() == bytes.len();
        all_read.then_some(body).ok_or(RowError(Self::KIND))
    }
}

/// Says that a row's body cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the body of a row of kind {} is damaged", .0.key())]
pub struct RowError(pub RowKind);

macro_rules! rows {
    ($($kind:ident($body:ty)),* $(,)?) => {
        /// What a row says, whatever its kind.
        #[derive(Clone, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is the row kind of its name")]
        pub enum Row {
            $($kind($body),)*
            /// A kind that a newer server knows: its number, and its body as it came.
            Unknown(u8, Vec<u8>),
        }

        impl Row {
            /// Reads what a row of the feed says.
            ///
            /// # Errors
            /// Where its body is damaged.
            pub fn read(row: &FeedRow) -> Result<Self, RowError> {
                match RowKind::from_number(row.kind) {
                    $(Some(RowKind::$kind) => RowBody::from_bytes(&row.body).map(Self::$kind),)*
                    None => Ok(Self::Unknown(row.kind, row.body.clone())),
                }
            }

            /// Returns the number of its kind.
            pub const fn number(&self) -> u8 {
                match self {
                    $(Self::$kind(_) => RowKind::$kind as u8,)*
                    Self::Unknown(number, _) => *number,
                }
            }

            /// Returns the bytes that stand in the feed.
            pub fn to_bytes(&self) -> Vec<u8> {
                match self {
                    $(Self::$kind(body) => body.to_bytes(),)*
                    Self::Unknown(_, body) => body.clone(),
                }
            }
        }

        $(
            impl RowBody for $body {
                const KIND: RowKind = RowKind::$kind;
            }

            impl From<$body> for Row {
                fn from(body: $body) -> Self {
                    Self::$kind(body)
                }
            }
        )*
    };
}

rows! {
    CaseState(CaseState),
    VisitState(VisitState),
    Return(Return),
    Refusal(Refusal),
    Held(HeldChange),
    InformTask(InformTask),
    DataRequest(DataRequest),
    Task(Task),
    Alias(Alias),
    Number(Number),
    Pending(Pending),
    FieldChoice(FieldChoice),
    RegisterStatus(RegisterStatus),
    Moved(Moved),
    Purge(Purge),
    Pack(Pack),
    Catalogue(Catalogue),
    Office(Office),
    Calendar(Calendar),
    Mode(Mode),
    Target(Target),
    Notice(Notice),
    Text(Text),
    Account(Account),
    Lease(Lease),
}
