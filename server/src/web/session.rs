//! Who is signed in: read from the cookie, an argument of every page's handler.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header::{COOKIE, HeaderMap};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use jangkau_domain::Lang;
use jangkau_domain::role::Role;

use super::{Pages, csrf};
use crate::access::token::Token;
use crate::fault;
use crate::store::users::{self, User};

/// Name of the login cookie; the prefix binds it to this host and to TLS or loopback.
pub const COOKIE_NAME: &str = "__Host-jangkau";
/// Name of the language cookie.
pub const LANG_COOKIE: &str = "jangkau_lang";
/// Name of the cookie that turns single keys off (WCAG 2.1.4).
pub const KEYS_COOKIE: &str = "jangkau_keys";

/// A person who is signed in. A handler that forgets it has nobody to name.
pub struct SignedIn {
    /// The account, with its roles.
    pub user: User,
    /// Language of the pages.
    pub lang: Lang,
    /// Whether single keys act on lists.
    pub keys: bool,
    /// Token of this login's forms.
    pub csrf: String,
    /// The login itself, to end it.
    pub token: Token,
}

impl SignedIn {
    /// Returns the person's roles with the part of the wilayah each reaches.
    pub fn roles(&self) -> impl Iterator<Item = (Role, &str)> {
        self.user.grants.iter().map(|grant| (grant.role, grant.wilayah.as_str()))
    }

    /// Says whether the person holds a role anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.roles().any(|(held, _)| held == role)
    }
}

/// Returns the language that the cookie asks for; Indonesian without one.
pub fn lang_of(headers: &HeaderMap) -> Lang {
    match cookie(headers, LANG_COOKIE) {
        Some("en") => Lang::En,
        Some(_) | None => Lang::Id,
    }
}

/// Finds a cookie by its name.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split("; "))
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

/// Finds who is signed in; `None` without a login or with one that is over.
///
/// # Errors
///
/// The answer to give where the login cannot be read.
pub async fn find(parts: &Parts, pages: &Pages) -> Result<Option<SignedIn>, Response> {
    let app = &pages.app;
    let Some(token) = cookie(&parts.headers, COOKIE_NAME).and_then(Token::from_hex) else {
        return Ok(None);
    };
    let login =
        app.sessions.find(&token, app.clock.now_s()).map_err(|error| fault::internal(&error))?;
    let Some(login) = login else {
        return Ok(None);
    };
    let kab = app.config.kab;
    let user = app
        .store
        .read(move |conn| users::find(conn, kab, login.user))
        .await
        .map_err(|error: crate::store::StoreError| fault::internal(&error))?;
    let lang = lang_of(&parts.headers);
    let keys = cookie(&parts.headers, KEYS_COOKIE) != Some("off");
    let csrf = csrf::token(&login.csrf);
    let signed =
        user.filter(|user| !user.ended).map(|user| SignedIn { user, lang, keys, csrf, token });
    Ok(signed)
}

impl FromRequestParts<Pages> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Self, Response> {
        if let Some(signed) = find(parts, pages).await? {
            return Ok(signed);
        }
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        let next = if parts.method == axum::http::Method::GET { path } else { "/" };
        // The query of a search may hold a name: it is not carried into another address.
        let next = next.split('?').next().unwrap_or("/");
        Err(Redirect::to(&format!("/masuk?next={next}")).into_response())
    }
}

impl OptionalFromRequestParts<Pages> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(
        parts: &mut Parts,
        pages: &Pages,
    ) -> Result<Option<Self>, Response> {
        find(parts, pages).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn finds_one_cookie_among_several_lines() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; jangkau_lang=en"));
        headers.append(COOKIE, HeaderValue::from_static("__Host-jangkau=ff"));
        assert_eq!(cookie(&headers, COOKIE_NAME), Some("ff"));
        assert_eq!(lang_of(&headers), Lang::En);
        assert_eq!(cookie(&headers, "jangkau"), None);
    }
}
