//! One person at a desk: opens lists, sends the forms of the pages.

use jangkau_tests::browser::{Browser, Page};

/// Pages of a list that are looked through.
const PAGES: usize = 40;

/// Somebody who is logged in.
pub struct Person {
    browser: Browser,
}

/// What became of a step.
pub enum Taken {
    /// It was taken.
    Yes,
    /// The page does not offer it.
    NotOffered,
    /// It was offered and refused, for this reason.
    Refused(String),
}

impl Person {
    /// Logs in.
    pub fn enter(server: &str, login: &str, password: &str) -> Self {
        Self { browser: Browser::enter(server, login, password) }
    }

    /// Returns the addresses of a queue's rows, the first in the list first.
    pub fn queue(&mut self, queue: &str, place: &str) -> Result<Vec<String>, String> {
        let mut all: Vec<String> = Vec::new();
        for number in 1..=PAGES {
            let address = format!("/antrean/{queue}?p={number}");
            let page = self.open(&address)?;
            let before = all.len();
            for found in addresses(&page.html, place) {
                if !all.contains(&found) {
                    all.push(found);
                }
            }
            if all.len() == before {
                break;
            }
        }
        Ok(all)
    }

    /// Opens a page.
    pub fn open(&mut self, address: &str) -> Result<Page, String> {
        let page = self.browser.get(address);
        match page.status {
            200 => Ok(page),
            status => Err(format!("the page {} answers {status}", shortened(address))),
        }
    }

    /// Sends the form of a page; returns the page that answers.
    pub fn send(&mut self, address: &str, page: &Page, fields: &[(&str, &str)]) -> Page {
        let seen = page.hidden("seen").unwrap_or_default();
        let mut all = vec![("seen", seen.as_str())];
        all.extend_from_slice(fields);
        self.browser.post(address, page, &all)
    }

    /// Takes a step of a case.
    pub fn take(
        &mut self,
        address: &str,
        step: &str,
        typed: &[(&str, &str)],
    ) -> Result<Taken, String> {
        let page = self.open(address)?;
        if !page.html.contains(&format!("name=\"step\" value=\"{step}\"")) {
            return Ok(Taken::NotOffered);
        }
        let mut named: Vec<(String, String)> = Vec::new();
        for (name, value) in typed {
            let Some(value) = value_of(&page, value) else { return Ok(Taken::NotOffered) };
            named.push((format!("{step}:{name}"), value));
        }
        let mut fields = vec![("step", step), ("note", "Dibicarakan dengan warga lewat telepon")];
        fields.extend(named.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let answer = self.send(address, &page, &fields);
        Ok(if answer.status == 200 { Taken::Yes } else { Taken::Refused(reason(&answer)) })
    }
}

/// Returns what is typed; what ends in `*` stands for the first choice of the page that begins so.
fn value_of(page: &Page, value: &str) -> Option<String> {
    let Some(start) = value.strip_suffix('*') else { return Some(value.to_owned()) };
    let rest = page.html.split(&format!("<option value=\"{start}")).nth(1)?;
    Some(format!("{start}{}", rest.split('"').next()?))
}

/// Returns the first problem that a page names.
fn reason(page: &Page) -> String {
    let problem = page.html.split("role=\"alert\"").nth(1);
    let problem = problem.and_then(|rest| rest.split("<li>").nth(1)?.split("</li>").next());
    problem.map_or_else(|| format!("status {}", page.status), str::to_owned)
}

/// Returns the links of a page that lead into a place, in order and each once.
fn addresses(html: &str, place: &str) -> Vec<String> {
    let start = format!("href=\"/{place}/");
    let mut found: Vec<String> = Vec::new();
    for rest in html.split(&start).skip(1) {
        let Some(name) = rest.split('"').next() else { continue };
        let name = name.split(['?', '#']).next().unwrap_or(name);
        let address = format!("/{place}/{name}");
        if !name.is_empty() && !name.contains('/') && !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// Returns the first part of an address: the rest names a record.
fn shortened(address: &str) -> &str {
    let end = address[1..].find('/').map_or(address.len(), |at| at + 1);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_rows_of_a_list() {
        let html =
            "<a href=\"/kasus/ab\">1</a><a href=\"/kasus/ab\">1</a><a href=\"/kasus/cd?f=x\">2</a>
                    <a href=\"/kasus/\">0</a><a href=\"/orang/ef\">3</a>";
        assert_eq!(addresses(html, "kasus"), ["/kasus/ab", "/kasus/cd"]);
        assert_eq!(shortened("/kasus/0123"), "/kasus");
        assert_eq!(shortened("/masuk"), "/masuk");
    }
}
