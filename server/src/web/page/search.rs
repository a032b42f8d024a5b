//! Search results, and the plain lists of households and cases.

use askama::Template;

use crate::web::view::{Badge, Frame};
use crate::web::words::search as words;
use crate::web::{say, sign};

/// One thing found.
pub struct Hit {
    /// Its page.
    pub href: String,
    /// Name or number.
    pub name: String,
    /// Second line.
    pub meta: String,
    /// Person, family or case.
    pub kind: String,
    /// Desa.
    pub place: String,
    /// State.
    pub badge: Option<Badge>,
}

/// The page.
#[derive(Template)]
#[template(path = "page/search.html")]
pub struct SearchPage {
    /// What surrounds it.
    pub f: Frame,
    /// Title.
    pub title: String,
    /// What was searched, how many were found.
    pub rule: String,
    /// Hits, best first.
    pub hits: Vec<Hit>,
    /// What is true when nothing was found.
    pub empty_first: String,
    /// What to try.
    pub empty_second: String,
}
