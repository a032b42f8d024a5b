//! Every address of the pages, in one place.

use jangkau_domain::{DocId, Ulid};

/// A queue by its key.
pub fn queue(key: &str) -> String {
    format!("/antrean/{key}")
}

/// A visit under review.
pub fn visit(visit: &Ulid) -> String {
    format!("/kunjungan/{visit}")
}

/// A case.
pub fn case(doc: &DocId) -> String {
    format!("/kasus/{doc}")
}

/// A household.
pub fn household(doc: &DocId) -> String {
    format!("/keluarga/{doc}")
}

/// A person.
pub fn person(doc: &DocId) -> String {
    format!("/orang/{doc}")
}

/// The edit of one field.
pub fn edit(doc: &DocId, key: &str) -> String {
    format!("/ubah/{doc}/{key}")
}

/// The opening of one masked value.
pub fn reveal(doc: &DocId, key: &str) -> String {
    format!("/buka/{doc}/{key}")
}

/// One field in conflict.
pub fn conflict(doc: &DocId, key: &str) -> String {
    format!("/data-berbeda/{doc}/{key}")
}

/// Returns the path after login: one of this server, never another site.
pub fn safe_next(next: &str) -> &str {
    let inside =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r']);
    if inside { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::safe_next;
    use rstest::rstest;

    #[rstest]
    #[case::inside("/antrean/review?f=late", "/antrean/review?f=late")]
    #[case::other_site("https://example.invalid/", "/")]
    #[case::other_site_without_scheme("//example.invalid/", "/")]
    #[case::backslash("/\\example.invalid/", "/")]
    #[case::empty("", "/")]
    fn never_leaves_the_server(#[case] typed: &str, #[case] path: &str) {
        assert_eq!(safe_next(typed), path);
    }
}
