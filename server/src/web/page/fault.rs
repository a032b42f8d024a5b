//! A page for what cannot be shown: no right, not found, a fault with its id.

use askama::Template;

use crate::web::sign;

/// Says what is the matter and offers one way on.
#[derive(Template)]
#[template(path = "page/fault.html")]
pub struct FaultPage {
    /// Value of the `lang` attribute.
    pub lang_code: &'static str,
    /// What is the matter.
    pub title: String,
    /// What to do.
    pub text: String,
    /// Id of the fault in the log, or nothing.
    pub id: String,
    /// Words of the way on.
    pub back: String,
}
