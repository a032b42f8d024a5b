//! Bare answers of the frame around the pages, put into a page with one way on.

use askama::Template;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use jangkau_domain::Label;

use super::page::fault::FaultPage;
use super::say;
use super::session::lang_of;

/// A bare answer holds an error's number at most.
const MOST: usize = 256;

/// Draws a page for every refusal or fault that is answered in plain words.
pub async fn plain(request: Request, next: Next) -> Response {
    let lang = lang_of(request.headers());
    let answer = next.run(request).await;
    let Some((title, text)) = words(answer.status()) else { return answer };
    if is_page(answer.headers()) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let said = to_bytes(body, MOST).await.unwrap_or_default();
    let said = std::str::from_utf8(&said).unwrap_or_default();
    let id = said.trim().strip_prefix("error ").unwrap_or_default();
    let page = FaultPage {
        lang_code: if lang == jangkau_domain::Lang::En { "en" } else { "id" },
        title: title.text(lang).to_owned(),
        text: text.text(lang).to_owned(),
        id: if id.is_empty() {
            String::new()
        } else {
            format!("{} {id}", say::FAULT_ID.text(lang))
        },
        back: say::TO_START.text(lang).to_owned(),
    };
    let html = page.render().unwrap_or_default();
    parts.headers.remove(axum::http::header::CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(parts, html.into())
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

const fn words(status: StatusCode) -> Option<(Label, Label)> {
    Some(match status {
        StatusCode::FORBIDDEN => (say::FORM_OLD, say::FORM_OLD_TEXT),
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
            (say::NOT_FOUND, say::NOT_FOUND_TEXT)
        }
        StatusCode::BAD_REQUEST
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY => (say::UNREADABLE, say::UNREADABLE_TEXT),
        StatusCode::INTERNAL_SERVER_ERROR => (say::FAULT, say::FAULT_TEXT),
        StatusCode::SERVICE_UNAVAILABLE => (say::BUSY, say::BUSY_TEXT),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::response::IntoResponse;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    async fn drawn(status: StatusCode, said: &'static str) -> (StatusCode, String) {
        let site = Router::new()
            .route("/", get(move || async move { (status, said).into_response() }))
            .layer(from_fn(plain));
        let request = Request::builder().uri("/").body(Body::empty()).expect("a request");
        let answer = site.oneshot(request).await.expect("an answer");
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
        (status, String::from_utf8(bytes.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn a_fault_is_a_page_with_its_number_and_keeps_its_status() {
        let (status, html) = drawn(StatusCode::INTERNAL_SERVER_ERROR, "error 0a1b2c\n").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(html.contains("0a1b2c") && html.contains("<h1>"), "{html}");
    }

    #[tokio::test]
    async fn what_succeeds_stays_as_it_is() {
        assert_eq!(drawn(StatusCode::OK, "style").await.1, "style");
    }
}
