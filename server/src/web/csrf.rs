//! No foreign page changes anything here: same-origin check, and a token in every form.

use axum::extract::Request;
use axum::http::header::{HOST, HeaderMap, ORIGIN};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const PURPOSE: &[u8] = b"jangkau form token 1";

fn mac(secret: &[u8; 32]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length");
    mac.update(PURPOSE);
    mac
}

/// Returns the token of the forms of a login.
pub fn token(secret: &[u8; 32]) -> String {
    hex::encode(mac(secret).finalize().into_bytes())
}

/// Compares two tokens in the same time whatever they hold.
pub fn same(expected: &str, sent: &str) -> bool {
    let difference = expected.bytes().zip(sent.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    expected.len() == sent.len() && difference == 0
}

/// Refuses every unsafe request that another site caused (ASVS 3.5.1).
pub async fn same_origin(request: Request, next: Next) -> Response {
    if request.method() == Method::GET || request.method() == Method::HEAD {
        return next.run(request).await;
    }
    if comes_from_here(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn comes_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok()) {
        return site == "same-origin";
    }
    match (text(ORIGIN), text(HOST)) {
        (Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use rstest::rstest;

    #[rstest]
    #[case::own_form(&[("sec-fetch-site", "same-origin")], true)]
    #[case::foreign_form(&[("sec-fetch-site", "cross-site")], false)]
    #[case::sibling_host(&[("sec-fetch-site", "same-site")], false)]
    #[case::older_browser(&[("origin", "https://slrt.example"), ("host", "slrt.example")], true)]
    #[case::older_browser_foreign(&[("origin", "https://evil.example"), ("host", "slrt.example")], false)]
    #[case::null_origin(&[("origin", "null"), ("host", "slrt.example")], false)]
    #[case::nothing_said(&[], false)]
    fn knows_its_own_forms(#[case] pairs: &[(&'static str, &'static str)], #[case] here: bool) {
        let headers = pairs
            .iter()
            .map(|(name, value)| {
                let name = axum::http::HeaderName::from_static(name);
                (name, HeaderValue::from_static(value))
            })
            .collect();
        assert_eq!(comes_from_here(&headers), here);
    }

    #[test]
    fn tokens_differ_by_login() {
        assert!(same(&token(&[1; 32]), &token(&[1; 32])));
        assert!(!same(&token(&[1; 32]), &token(&[2; 32])));
        assert!(!same(&token(&[1; 32]), ""));
    }
}
