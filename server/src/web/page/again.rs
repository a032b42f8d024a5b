//! What somebody had typed when the login ended, offered again after the new one.

use askama::Template;
use jangkau_domain::{Label, Lang};

use crate::web::{say, sign};

/// The form that waited.
#[derive(Template)]
#[template(path = "page/again.html")]
pub struct AgainPage {
    /// Language of the page.
    pub lang: Lang,
    /// Token of the new login.
    pub csrf: String,
    /// Where the form goes; the page behind it is opened without sending.
    pub action: String,
    /// What was typed, to read again.
    pub texts: Vec<String>,
    /// The form's fields.
    pub kept: Vec<(String, String)>,
}

impl AgainPage {
    fn say(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }

    const fn lang_code(&self) -> &'static str {
        match self.lang {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }
}
