//! The login page.

use askama::Template;
use jangkau_domain::{Label, Lang};

use crate::web::{say, sign};

/// Who runs this, what to type, and what went wrong the last time.
#[derive(Template)]
#[template(path = "page/login.html")]
pub struct LoginPage {
    /// Language of the page.
    pub lang: Lang,
    /// Value of the `lang` attribute.
    pub lang_code: &'static str,
    /// Name of the kabupaten.
    pub kab_name: String,
    /// What is wrong, or nothing.
    pub problem: String,
    /// How many tries are left, or nothing.
    pub tries_left: String,
    /// Token of the form.
    pub csrf: String,
    /// Where to go afterwards; a path of this server.
    pub next: String,
    /// The user name as typed.
    pub login: String,
    /// Fields of a form that waits for the login.
    pub kept: Vec<(String, String)>,
}

impl LoginPage {
    fn say(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }
}
