//! Signing in and out.

use std::net::{IpAddr, SocketAddr};

use askama::Template;
use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::header::{HeaderMap, SET_COOKIE};
use axum::http::{Extensions, HeaderValue, StatusCode};
use axum::response::{AppendHeaders, Html, IntoResponse, Redirect, Response};
use jangkau_domain::{Label, Lang};
use serde::Deserialize;

use super::Pages;
use super::page::login::LoginPage;
use super::resume::Pairs;
use super::session::{COOKIE_NAME, KEYS_COOKIE, LANG_COOKIE, SignedIn, lang_of};
use super::{csrf, resume, say, url};
use crate::access::password;
use crate::access::token::Token;
use crate::audit::Line;
use crate::fault;
use crate::store::users::{self, User};

/// What the address may carry.
#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
    lang: Option<String>,
}

/// What the form sends, with the form that waits in it if a login ended while somebody typed.
struct Typed {
    login: String,
    password: String,
    next: String,
    kept: Pairs,
}

impl Typed {
    fn read(pairs: &[(String, String)]) -> Self {
        let get = |name: &str| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found.map_or_else(String::new, |(_, value)| value.clone())
        };
        Self {
            login: get("login"),
            password: get("password"),
            next: get("next"),
            kept: resume::kept(pairs),
        }
    }

    /// The page again, with everything but the password.
    fn again(&self, pages: &Pages, lang: Lang, problem: Label, more: String) -> LoginPage {
        let problem = problem.text(lang).to_owned();
        let login = self.login.trim().to_lowercase();
        let mut page = page(pages, lang, problem, more, &self.next, &login);
        page.kept = resume::waiting(&self.kept);
        page
    }
}

/// Shows the login page; `?lang=` also sets the language of later pages.
pub async fn show(
    State(pages): State<Pages>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let lang = match asked.lang.as_deref() {
        Some("en") => Lang::En,
        Some(_) => Lang::Id,
        None => lang_of(&headers),
    };
    let next = asked.next.unwrap_or_default();
    let ended = super::session::cookie(&headers, COOKIE_NAME).is_some();
    let problem = if ended { say::LOGIN_ENDED.text(lang) } else { "" };
    let page = page(&pages, lang, problem.to_owned(), String::new(), &next, "");
    let code = if lang == Lang::En { "en" } else { "id" };
    let kept = format!("{LANG_COOKIE}={code}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly");
    let mut answer = draw(&page);
    if let (true, Ok(value)) = (asked.lang.is_some(), HeaderValue::from_str(&kept)) {
        answer.headers_mut().append(SET_COOKIE, value);
    }
    answer
}

/// Checks the password and begins a login; a wrong one costs the same time as an unknown account.
pub async fn enter(
    State(pages): State<Pages>,
    headers: HeaderMap,
    extensions: Extensions,
    Form(pairs): Form<Pairs>,
) -> Response {
    let typed = Typed::read(&pairs);
    let lang = lang_of(&headers);
    let source = source_of(&extensions);
    let login = typed.login.trim().to_lowercase();
    let now_s = pages.app.clock.now_s();
    if pages.throttle.wait_s(&login, source, now_s) > 0 {
        let page = typed.again(&pages, lang, say::LOGIN_WAIT, String::new());
        return (StatusCode::TOO_MANY_REQUESTS, draw(&page)).into_response();
    }
    match checked(&pages, &login, typed.password.clone()).await {
        Ok(Some(user)) => {
            pages.throttle.succeeded(&login, source);
            begin(&pages, &user, typed, lang)
        }
        Ok(None) => {
            let left = pages.throttle.failed(&login, source, now_s);
            let tries = match lang {
                Lang::Id => format!("Tersisa {left} kali percobaan."),
                Lang::En => format!("{left} tries left."),
            };
            let page = typed.again(&pages, lang, say::LOGIN_WRONG, tries);
            (StatusCode::UNAUTHORIZED, draw(&page)).into_response()
        }
        Err(answer) => answer,
    }
}

async fn checked(pages: &Pages, login: &str, typed: String) -> Result<Option<User>, Response> {
    let kab = pages.app.config.kab;
    let name = login.to_owned();
    let found = pages
        .app
        .store
        .read(move |conn| users::find_by_login(conn, kab, &name))
        .await
        .map_err(|error: crate::store::StoreError| fault::internal(&error))?;
    let found = found.filter(|user| !user.ended);
    let stored = found.as_ref().and_then(|user| user.password.clone());
    // argon2 takes megabytes and milliseconds: a few at once, never on an async thread.
    let permit = pages.hashing.acquire().await.map_err(|error| fault::unavailable(&error))?;
    let right = tokio::task::spawn_blocking(move || password::matches(&typed, stored.as_deref()))
        .await
        .map_err(|error| fault::internal(&error))?;
    drop(permit);
    Ok(found.filter(|_| right))
}

fn begin(pages: &Pages, user: &User, typed: Typed, lang: Lang) -> Response {
    let (Ok(token), Ok(secret)) = (Token::draw(), Token::draw()) else {
        return fault::unavailable(&crate::access::token::NoRandom);
    };
    let now_s = pages.app.clock.now_s();
    let line = Line {
        at: now_s,
        user: Some(user.id),
        device: None,
        what: "login",
        doc: None,
        detail: String::new(),
    };
    if let Err(error) = pages.app.audit.append(&line) {
        return fault::unavailable(&error);
    }
    if let Err(error) = pages.app.sessions.create(&token, user.id, &secret, now_s) {
        return fault::unavailable(&error);
    }
    let cookie =
        format!("{COOKIE_NAME}={}; Path=/; Secure; HttpOnly; SameSite=Strict", token.to_hex());
    let cookie = AppendHeaders([(SET_COOKIE, cookie)]);
    if typed.kept.is_empty() {
        return (cookie, Redirect::to(url::safe_next(&typed.next))).into_response();
    }
    let csrf = csrf::token(secret.bytes());
    (cookie, resume::offer(lang, csrf, &typed.next, typed.kept)).into_response()
}

/// What the sign-out form sends.
#[derive(Deserialize)]
pub struct Leaving {
    csrf: String,
}

/// Ends the login.
pub async fn leave(
    State(pages): State<Pages>,
    signed: SignedIn,
    Form(sent): Form<Leaving>,
) -> Response {
    if !csrf::same(&signed.csrf, &sent.csrf) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if let Err(error) = pages.app.sessions.end(&signed.token) {
        return fault::unavailable(&error);
    }
    let gone = format!("{COOKIE_NAME}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
    (AppendHeaders([(SET_COOKIE, gone)]), Redirect::to("/masuk")).into_response()
}

fn source_of(extensions: &Extensions) -> Option<IpAddr> {
    extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip())
}

/// Builds the page.
pub fn page(
    pages: &Pages,
    lang: Lang,
    problem: String,
    tries_left: String,
    next: &str,
    login: &str,
) -> LoginPage {
    LoginPage {
        lang,
        lang_code: if lang == Lang::En { "en" } else { "id" },
        kab_name: pages.kab_name(lang),
        problem,
        tries_left,
        csrf: String::new(),
        next: url::safe_next(next).to_owned(),
        login: login.to_owned(),
        kept: Vec::new(),
    }
}

/// Draws the page.
pub fn draw(page: &LoginPage) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => fault::internal(&error),
    }
}

/// What the forms of language and keys send.
#[derive(Deserialize)]
pub struct Chosen {
    lang: Option<String>,
    keys: Option<String>,
}

/// Sets the language of later pages, or turns their single keys on and off.
pub async fn language(_signed: SignedIn, Form(chosen): Form<Chosen>) -> Response {
    let lang = chosen.lang.map(|lang| (LANG_COOKIE, if lang == "en" { "en" } else { "id" }));
    let keys = chosen.keys.map(|keys| (KEYS_COOKIE, if keys == "off" { "off" } else { "on" }));
    let kept = lang.into_iter().chain(keys).map(|(name, value)| {
        let kept = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly");
        (SET_COOKIE, kept)
    });
    let mut answer = Redirect::to("/akun").into_response();
    for (name, value) in kept.filter_map(|(name, kept)| Some((name, kept.parse().ok()?))) {
        answer.headers_mut().append(name, value);
    }
    answer
}
