//! HTTPS to the one server that the tablet was enrolled with.

use std::io::Read;
use std::time::Duration;

use jangkau_sync::session::Request;
use reqwest::blocking::{Client, Response};
use reqwest::header::RETRY_AFTER;
use reqwest::redirect;

use crate::error::DeviceError;

/// The largest answer that is read: a page of the feed is far below it.
const ANSWER_BYTES: u64 = 8 * 1024 * 1024;

/// A slow link gives 3 KB/s, a frame has at most 64 KiB.
const REQUEST_SECONDS: u64 = 120;

const CONNECT_SECONDS: u64 = 20;

/// The way to the server.
pub struct Http {
    client: Client,
    server: String,
}

/// An answer that arrived whole.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The header `retry-after`, in seconds.
    pub retry_after: Option<u32>,
    /// The body.
    pub body: Vec<u8>,
}

impl Http {
    /// Makes a client for a server's address.
    ///
    /// It trusts the bundled roots alone: the platform's verifier needs a Kotlin part and panics
    /// without it. It follows no redirect, since a hotel's login page answers with one.
    pub fn new(server: &str) -> Result<Self, DeviceError> {
        // A second call finds the provider in place, which is as good.
        drop(rustls::crypto::ring::default_provider().install_default());
        let roots = webpki_root_certs::TLS_SERVER_ROOT_CERTS
            .iter()
            .filter_map(|der| reqwest::Certificate::from_der(der).ok());
        let client = Client::builder()
            .tls_certs_only(roots)
            .redirect(redirect::Policy::none())
            .no_proxy()
            .connect_timeout(Duration::from_secs(CONNECT_SECONDS))
            .timeout(Duration::from_secs(REQUEST_SECONDS))
            .build()
            .map_err(|_| DeviceError::NoNetwork)?;
        Ok(Self { client, server: server.to_owned() })
    }

    /// Posts a request; an error says that no whole answer came.
    pub fn send(&self, request: &Request) -> Result<Answer, DeviceError> {
        let mut post = self.client.post(format!("{}{}", self.server, request.path));
        for (name, value) in request.headers() {
            post = post.header(name, value);
        }
        let sent = post.body(request.body.clone()).send();
        read(sent.map_err(|_| DeviceError::NoNetwork)?)
    }
}

fn read(response: Response) -> Result<Answer, DeviceError> {
    let status = response.status().as_u16();
    let header = response.headers().get(RETRY_AFTER);
    let retry_after = header.and_then(|value| value.to_str().ok()?.parse().ok());
    let expected = response.content_length();
    let mut body = Vec::new();
    let mut limited = response.take(ANSWER_BYTES + 1);
    limited.read_to_end(&mut body).map_err(|_| DeviceError::NoNetwork)?;
    let read = body.len() as u64;
    if read > ANSWER_BYTES || expected.is_some_and(|expected| expected != read) {
        return Err(DeviceError::NoNetwork);
    }
    Ok(Answer { status, retry_after, body })
}

/// Reads a server's address as typed or scanned: without a scheme it is HTTPS.
pub fn address(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/');
    let with_scheme =
        if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = reqwest::Url::parse(&with_scheme).ok()?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| !host.is_empty())
        && url.username().is_empty()
        && url.query().is_none()
        && url.fragment().is_none();
    plain.then_some(with_scheme)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::bare("slrt.contoh.go.id", Some("https://slrt.contoh.go.id"))]
    #[case::trailing_slash(" https://slrt.contoh.go.id/ ", Some("https://slrt.contoh.go.id"))]
    #[case::port("http://127.0.0.1:8080", Some("http://127.0.0.1:8080"))]
    #[case::other_scheme("ftp://slrt.contoh.go.id", None)]
    #[case::password("https://a:b@slrt.contoh.go.id", None)]
    #[case::empty("  ", None)]
    fn reads_addresses(#[case] typed: &str, #[case] expected: Option<&str>) {
        assert_eq!(address(typed).as_deref(), expected);
    }

    #[test]
    fn nobody_there_is_no_network() {
        let http = Http::new("http://127.0.0.1:1").unwrap();
        let request = Request { path: "/", bearer: None, signature: None, body: Vec::new() };
        assert!(matches!(http.send(&request), Err(DeviceError::NoNetwork)));
    }
}
