//! Who answers for a change: user, tablet and visit, written in the change's message.

use std::fmt;
use std::str::FromStr;

use jangkau_domain::{DeviceId, Ulid, UserId};

/// Names who wrote a change, and during which visit.
///
/// It stands inside the hash as `v1.<user>.<device>.<visit>`, `-` where there is none, and the
/// gate compares it with the session.
///
/// ```
/// use jangkau_domain::{DeviceId, UserId};
/// use jangkau_sync::author::Author;
///
/// let author: Author = "v1.7.12.-".parse().unwrap();
/// assert_eq!(author.user, Some(UserId(7)));
/// assert_eq!(author.to_string(), "v1.7.12.-");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Author {
    /// The account; none where the server itself wrote.
    pub user: Option<UserId>,
    /// The tablet; none for a page.
    pub device: Option<DeviceId>,
    /// The visit's event, or the decision that the change carries out.
    pub visit: Option<Ulid>,
}

/// Says that a change's message does not name an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the message is not v1.<user>.<device>.<visit>")]
pub struct NotAuthor;

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("v1.")?;
        part(f, self.user)?;
        f.write_str(".")?;
        part(f, self.device)?;
        f.write_str(".")?;
        part(f, self.visit)
    }
}

fn part(f: &mut fmt::Formatter<'_>, value: Option<impl fmt::Display>) -> fmt::Result {
    match value {
        Some(value) => write!(f, "{value}"),
        None => f.write_str("-"),
    }
}

impl FromStr for Author {
    type Err = NotAuthor;

    /// Reads exactly what `Display` writes: one author has one spelling.
    fn from_str(text: &str) -> Result<Self, NotAuthor> {
        let mut parts = text.strip_prefix("v1.").ok_or(NotAuthor)?.split('.');
        let (Some(user), Some(device), Some(visit), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotAuthor);
        };
        Ok(Self {
            user: number(user)?.map(UserId),
            device: number(device)?.map(DeviceId),
            visit: match visit {
                "-" => None,
                ulid => Some(ulid.parse().map_err(|_| NotAuthor)?),
            },
        })
    }
}

fn number(text: &str) -> Result<Option<u32>, NotAuthor> {
    if text == "-" {
        return Ok(None);
    }
    // No sign, no leading zero: `parse` alone would take "+7" and "007".
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || (text.len() > 1 && text.starts_with('0')) {
        return Err(NotAuthor);
    }
    text.parse().map(Some).map_err(|_| NotAuthor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::nobody("v1.-.-.-")]
    #[case::page("v1.4294967295.-.-")]
    #[case::visit("v1.0.12.01jzk3v6r8f5q2w9x0y4abcdef")]
    fn shows_what_it_reads(#[case] text: &str) {
        assert_eq!(text.parse::<Author>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case::empty("")]
    #[case::other_version("v2.1.1.-")]
    #[case::short("v1.1.1")]
    #[case::long("v1.1.1.-.-")]
    #[case::leading_zero("v1.01.1.-")]
    #[case::sign("v1.+1.1.-")]
    #[case::too_large("v1.4294967296.1.-")]
    #[case::blank("v1..1.-")]
    #[case::upper_case_visit("v1.1.1.01JZK3V6R8F5Q2W9X0Y4ABCDEF")]
    #[case::short_visit("v1.1.1.01jzk3")]
    fn refuses_other_spellings(#[case] text: &str) {
        assert_eq!(text.parse::<Author>(), Err(NotAuthor));
    }
}
