//! The style sheet and the script, built into the binary.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

const STYLE: &str = concat!(
    include_str!("../../static/01-tokens.css"),
    include_str!("../../static/02-frame.css"),
    include_str!("../../static/03-head.css"),
    include_str!("../../static/04-controls.css"),
    include_str!("../../static/05-marks.css"),
    include_str!("../../static/06-records.css"),
    include_str!("../../static/07-tables.css"),
    include_str!("../../static/08-way.css"),
    include_str!("../../static/09-desk.css"),
    include_str!("../../static/10-login.css"),
    include_str!("../../static/11-pages.css"),
    include_str!("../../static/12-notes.css"),
    include_str!("../../static/13-narrow.css"),
    include_str!("../../static/14-phone.css"),
    include_str!("../../static/15-phone-rows.css"),
    include_str!("../../static/16-forced.css"),
    include_str!("../../static/17-paper.css"),
);
const SCRIPT: &str =
    concat!(include_str!("../../static/keys.js"), include_str!("../../static/forms.js"));

fn file(kind: &'static str, text: &'static str) -> impl IntoResponse {
    // Short, since the name carries no version: a new server shows its new style within minutes.
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "public, max-age=300")], text)
}

/// Answers with the style sheet.
pub async fn style() -> impl IntoResponse {
    file("text/css; charset=utf-8", STYLE)
}

/// Answers with the script.
pub async fn script() -> impl IntoResponse {
    file("text/javascript; charset=utf-8", SCRIPT)
}
