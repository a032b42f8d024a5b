//! A login that ended while somebody typed: what was typed waits on the login page and goes on.

use askama::Template;
use axum::Form;
use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use jangkau_domain::Lang;

use super::page::again::AgainPage;
use super::session::{self, lang_of};
use super::{Pages, login, say, url};
use crate::fault;

/// Pairs of a form.
pub type Pairs = Vec<(String, String)>;

/// What a field is called while it waits on the login page.
const KEPT: &str = "kept:";

/// Pages on which somebody types for longer than a login may rest.
const TYPED: [&str; 4] = ["/kunjungan/", "/kasus/", "/ubah/", "/data-berbeda/"];

/// Answers a form without a login with the login page, and keeps the form in it.
pub async fn keep(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if request.method() != Method::POST || !TYPED.iter().any(|begin| path.starts_with(begin)) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    match session::find(&parts, &pages).await {
        Ok(Some(_)) => return next.run(Request::from_parts(parts, body)).await,
        Ok(None) => {}
        Err(answer) => return answer,
    }
    let lang = lang_of(&parts.headers);
    match Form::<Pairs>::from_request(Request::from_parts(parts, body), &()).await {
        Ok(Form(pairs)) => {
            let problem = say::LOGIN_ENDED.text(lang).to_owned();
            let mut page = login::page(&pages, lang, problem, String::new(), &path, "");
            page.tries_left = say::LOGIN_KEPT.text(lang).to_owned();
            page.kept = named(pairs);
            (StatusCode::UNAUTHORIZED, login::draw(&page)).into_response()
        }
        Err(refused) => refused.into_response(),
    }
}

/// The token of the ended login is worth nothing; everything else stays.
fn named(pairs: Pairs) -> Pairs {
    let typed = pairs.into_iter().filter(|(name, _)| name != "csrf");
    typed.map(|(name, value)| (format!("{KEPT}{name}"), value)).collect()
}

/// Returns a form's pairs as they wait on the login page.
pub fn waiting(kept: &[(String, String)]) -> Pairs {
    named(kept.to_vec())
}

/// Returns the pairs of a form that waited while its writer signed in.
pub fn kept(pairs: &[(String, String)]) -> Pairs {
    let waiting = |(name, value): &(String, String)| {
        Some((name.strip_prefix(KEPT)?.to_owned(), value.clone()))
    };
    pairs.iter().filter_map(waiting).collect()
}

/// Offers the form again under the new login: it is sent only when its writer says so.
pub fn offer(lang: Lang, csrf: String, action: &str, kept: Pairs) -> Response {
    let page = AgainPage {
        lang,
        csrf,
        action: url::safe_next(action).to_owned(),
        texts: texts(&kept),
        kept,
    };
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => fault::internal(&error),
    }
}

/// What the person typed, apart from the choices and marks that the form carries by itself.
fn texts(kept: &[(String, String)]) -> Vec<String> {
    let own = |name: &str| matches!(name, "seen" | "verdict" | "step" | "choice");
    let typed = kept.iter().filter(|(name, value)| !own(name) && !value.trim().is_empty());
    typed.map(|(_, value)| value.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_waits_whole_but_for_its_token() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let sent = vec![pair("csrf", "old"), pair("seen", "1:7"), pair("review_note", "sesuai")];
        let waiting = named(sent);
        let back = kept(&waiting);
        assert_eq!(back, [pair("seen", "1:7"), pair("review_note", "sesuai")]);
        assert_eq!(texts(&back), ["sesuai"]);
        assert!(kept(&[pair("login", "spv")]).is_empty());
    }
}
