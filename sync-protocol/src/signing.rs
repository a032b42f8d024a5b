//! What a tablet signs with its device key: one request, bound to the server's last nonce.
//!
//! No clock takes part, so a tablet with a wrong date still syncs; a replayed request fails on
//! its nonce and is offered the present one.

use sha2::{Digest as _, Sha256};

/// The header that carries the signature as 128 hexadecimal digits.
pub const SIGNATURE_HEADER: &str = "jangkau-signature";

/// Returns the bytes under the Ed25519 signature of a request.
///
/// Five lines of text: `jangkau:sign:1`, method, path, SHA-256 of the body and nonce, the last
/// two in lower-case hexadecimal, each line ended by a line feed.
pub fn message(method: &str, path: &str, body: &[u8], nonce: &[u8]) -> Vec<u8> {
    let digest = hex::encode(Sha256::digest(body));
    let nonce = hex::encode(nonce);
    format!("jangkau:sign:1\n{method}\n{path}\n{digest}\n{nonce}\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn is_the_same_for_ever() {
        let expected = "jangkau:sign:1\nPOST\n/sync/v1/hello\n\
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n0a0b\n";
        assert_eq!(message("POST", "/sync/v1/hello", b"", &[10, 11]), expected.as_bytes());
    }

    #[rstest]
    #[case::method(message("PUT", "/a", b"body", &[1]))]
    #[case::path(message("POST", "/b", b"body", &[1]))]
    #[case::body(message("POST", "/a", b"Body", &[1]))]
    #[case::nonce(message("POST", "/a", b"body", &[2]))]
    fn changes_with_every_part(#[case] other: Vec<u8>) {
        assert_ne!(message("POST", "/a", b"body", &[1]), other);
    }
}
