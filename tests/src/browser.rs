//! A person's browser without its window: cookies, forms, pages.

use std::collections::BTreeMap;

use reqwest::blocking::{Client, Response};

use crate::caller::client;
use crate::site::{PASSWORD, Site};

/// A browser that is logged in. It follows redirects itself, so that each address is seen.
pub struct Browser {
    http: Client,
    url: String,
    cookies: BTreeMap<String, String>,
}

/// A page as it arrived.
pub struct Page {
    /// The HTTP status.
    pub status: u16,
    /// The HTML.
    pub html: String,
}

impl Page {
    /// Returns the value of a hidden field.
    pub fn hidden(&self, name: &str) -> Option<String> {
        hidden(&self.html, name)
    }
}

impl Browser {
    /// Logs a person of a site in.
    ///
    /// # Panics
    ///
    /// Where the login is refused.
    pub fn logged_in(site: &Site, login: &str) -> Self {
        Self::enter(&site.url(), login, PASSWORD)
    }

    /// Logs a person in at a server's address.
    ///
    /// # Panics
    ///
    /// Where the login is refused.
    pub fn enter(url: &str, login: &str, password: &str) -> Self {
        let mut browser = Self { http: client(), url: url.to_owned(), cookies: BTreeMap::new() };
        let form = browser.get("/masuk");
        let fields = [("login", login), ("password", password)];
        let page = browser.post("/masuk", &form, &fields);
        assert_eq!(page.status, 200, "the login is taken");
        assert!(!page.html.contains("name=\"password\""), "the login is taken");
        browser
    }

    /// Opens a page.
    ///
    /// # Panics
    ///
    /// Where the server does not answer.
    pub fn get(&mut self, path: &str) -> Page {
        let request = self.http.get(format!("{}{path}", self.url));
        let answer = request.header("cookie", self.cookie()).send();
        self.follow(answer.expect("the server answers"))
    }

    /// Sends a form of a page with its hidden token.
    ///
    /// # Panics
    ///
    /// Where the server does not answer.
    pub fn post(&mut self, path: &str, form: &Page, fields: &[(&str, &str)]) -> Page {
        let token = hidden(&form.html, "csrf").unwrap_or_default();
        let all = fields.iter().copied().chain([("csrf", token.as_str())]);
        let body: Vec<String> =
            all.map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        let request = self
            .http
            .post(format!("{}{path}", self.url))
            .header("cookie", self.cookie())
            .header("origin", &self.url)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let answer = request.body(body.join("&")).send();
        self.follow(answer.expect("the server answers"))
    }

    fn follow(&mut self, answer: Response) -> Page {
        for cookie in answer.headers().get_all("set-cookie") {
            let text = cookie.to_str().unwrap_or_default();
            let pair = text.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let next = answer.headers().get("location").and_then(|place| place.to_str().ok());
        if let Some(next) = next.filter(|_| answer.status().is_redirection()) {
            let next = next.to_owned();
            return self.get(&next);
        }
        let status = answer.status().as_u16();
        Page { status, html: answer.text().expect("a page is text") }
    }

    fn cookie(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }
}

/// Returns the value of a hidden field.
fn hidden(html: &str, name: &str) -> Option<String> {
    let marker = format!("name=\"{name}\"");
    let tag = html.split('<').find(|tag| tag.starts_with("input") && tag.contains(&marker))?;
    let value = tag.split("value=\"").nth(1)?;
    value.split('"').next().map(str::to_owned)
}

fn escaped(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        b' ' => "+".to_owned(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_forms_and_escapes_what_is_typed() {
        let html = "<form><input type=\"hidden\" name=\"csrf\" value=\"abc\"><input name=\"a\">";
        assert_eq!(hidden(html, "csrf").as_deref(), Some("abc"));
        assert_eq!(hidden(html, "b"), None);
        assert_eq!(escaped("a b&é"), "a+b%26%C3%A9");
    }
}
