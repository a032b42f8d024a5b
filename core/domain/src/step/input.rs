//! What a desk types in for a step; kept in the log beside the decision.

use minicbor::{Decode, Encode};

/// A note beside one field of one document.
#[derive(Clone, PartialEq, Eq, Encode, Decode, Default)]
#[cbor(map)]
pub struct FieldNote {
    /// The document, as 32 hexadecimal digits.
    #[n(0)]
    pub doc: String,
    /// The field's key.
    #[n(1)]
    pub key: String,
    /// What is to be corrected.
    #[n(2)]
    pub note: String,
}

/// What shows that a program owner without a login answered.
#[derive(Clone, PartialEq, Eq, Encode, Decode, Default)]
#[cbor(map)]
pub struct Behalf {
    /// SHA-256 of the scanned letter or minutes, in hexadecimal.
    #[n(0)]
    pub scan: String,
    /// The letter's number.
    #[n(1)]
    pub number: String,
    /// The letter's date.
    #[n(2)]
    pub date: String,
    /// Who signed.
    #[n(3)]
    pub official: String,
}

impl Behalf {
    /// Tells whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        let given = |text: &str| !text.trim().is_empty();
        given(&self.scan) && given(&self.number) && given(&self.date) && given(&self.official)
    }
}

/// Everything a step may ask for; a step reads only what its guards name.
#[derive(Clone, PartialEq, Eq, Encode, Decode, Default)]
#[cbor(map)]
pub struct Input {
    /// A note.
    #[n(0)]
    pub note: Option<String>,
    /// A reason in words.
    #[n(1)]
    pub why: Option<String>,
    /// Notes per field.
    #[n(2)]
    pub fields: Option<Vec<FieldNote>>,
    /// Key of the outcome.
    #[n(3)]
    pub outcome: Option<String>,
    /// Key of a reason of refusal or withdrawal.
    #[n(4)]
    pub reason: Option<String>,
    /// The sentence beside the reason.
    #[n(5)]
    pub sentence: Option<String>,
    /// An answer, a reply, an objection.
    #[n(6)]
    pub text: Option<String>,
    /// Code of the program.
    #[n(7)]
    pub program: Option<String>,
    /// Key of the target's kind.
    #[n(8)]
    pub target: Option<String>,
    /// Which target.
    #[n(9)]
    pub target_id: Option<String>,
    /// Key of the level.
    #[n(10)]
    pub level: Option<String>,
    /// Text of a draft letter, or number of a letter that came.
    #[n(11)]
    pub letter: Option<String>,
    /// SHA-256 of a proof, in hexadecimal.
    #[n(12)]
    pub proof: Option<String>,
    /// What shows that a target without a login answered.
    #[n(13)]
    pub behalf: Option<Behalf>,
    /// A date: the target's own, of delivery, of a meeting.
    #[n(14)]
    pub date: Option<String>,
    /// A question about data.
    #[n(15)]
    pub question: Option<String>,
    /// The fields that it is about.
    #[n(16)]
    pub keys: Option<Vec<String>>,
    /// The office that takes it.
    #[n(17)]
    pub unit: Option<String>,
    /// The named handler.
    #[n(18)]
    pub handler: Option<u32>,
    /// The case that survives, as 32 hexadecimal digits.
    #[n(19)]
    pub survivor: Option<String>,
    /// The new kind.
    #[n(20)]
    pub kind: Option<String>,
    /// The new category.
    #[n(21)]
    pub subcat: Option<String>,
    /// Number of minutes.
    #[n(22)]
    pub number: Option<String>,
    /// Result of a verification.
    #[n(23)]
    pub result: Option<String>,
    /// The data request that is replied to, a ULID.
    #[n(24)]
    pub request: Option<String>,
    /// The worker named instead of the author.
    #[n(25)]
    pub stand_in: Option<u32>,
    /// Whether the target answers by login.
    #[n(26)]
    pub login: Option<bool>,
}

/// Tells whether something was typed.
pub(super) fn given(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_wrote_and_ignores_what_a_newer_one_adds() {
        let input = Input {
            note: Some("cek KK".into()),
            fields: Some(vec![FieldNote {
                doc: "00".repeat(16),
                key: "f/kk".into(),
                note: "15 angka".into(),
            }]),
            handler: Some(7),
            ..Input::default()
        };
        let bytes = minicbor::to_vec(&input).unwrap();
        assert!(minicbor::decode::<Input>(&bytes).unwrap() == input);
        let newer = [0xa1, 0x18, 0x63, 0x61, b'x'];
        assert!(minicbor::decode::<Input>(&newer).unwrap() == Input::default());
    }
}
