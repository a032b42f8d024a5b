//! A page with one short form: edit of a field, purpose of a reveal, account.

use askama::Template;

use crate::web::view::{Frame, Problem};
use crate::web::{say, sign};

/// One field of a form, with what was typed and what is wrong with it.
pub struct Input {
    /// Name in the form.
    pub name: String,
    /// Label.
    pub label: String,
    /// Value as typed.
    pub value: String,
    /// Choices (key, word); empty for free text.
    pub choices: Vec<(String, String)>,
    /// Whether it takes several lines.
    pub long: bool,
    /// Type of the input element.
    pub input_type: &'static str,
    /// Value of `autocomplete`, or nothing.
    pub autocomplete: &'static str,
    /// Help beneath it, or nothing.
    pub help: String,
    /// What is wrong, or nothing.
    pub error: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it only shows its value.
    pub shown: bool,
}

impl Input {
    /// Returns a line of text.
    pub fn text(name: &str, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            label: label.into(),
            value: value.into(),
            choices: Vec::new(),
            long: false,
            input_type: "text",
            autocomplete: "off",
            help: String::new(),
            error: String::new(),
            optional: false,
            shown: false,
        }
    }

    /// Returns a choice of a list.
    pub fn choice(
        name: &str,
        label: impl Into<String>,
        value: impl Into<String>,
        choices: Vec<(String, String)>,
    ) -> Self {
        Self { choices, ..Self::text(name, label, value) }
    }
}

/// A further action under the form.
pub struct Block {
    /// Its place on the page, for links.
    pub id: &'static str,
    /// Title.
    pub title: String,
    /// Explanation, or nothing.
    pub text: String,
    /// Where its form goes; nothing for text alone.
    pub action: String,
    /// Hidden fields.
    pub hidden: Vec<(&'static str, &'static str)>,
    /// Words of the button.
    pub button: String,
}

/// The page.
#[derive(Template)]
#[template(path = "page/form.html")]
pub struct FormPage {
    /// What surrounds it.
    pub f: Frame,
    /// Title.
    pub title: String,
    /// Explanation, or nothing.
    pub explain: String,
    /// What is wrong with what was sent.
    pub problems: Vec<Problem>,
    /// Where the form goes.
    pub action: String,
    /// Hidden fields.
    pub hidden: Vec<(&'static str, String)>,
    /// Fields.
    pub inputs: Vec<Input>,
    /// Words of the button; nothing where there is nothing to send.
    pub submit: String,
    /// Where cancelling goes, or nothing.
    pub back: String,
    /// Further actions.
    pub below: Vec<Block>,
}
