//! Passwords: argon2id at the OWASP floor (m = 19,456 KiB, t = 2, p = 1) or above.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, PasswordHash, Version};

/// Shortest password, in characters (ASVS 6.2.1).
pub const SHORTEST: usize = 12;
/// Longest password, in characters (ASVS 6.2.9).
pub const LONGEST: usize = 128;

const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hash of a password nobody has: checking it costs an unknown login the time of a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Says why a new password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than twelve characters.
    #[error("a password has at least {SHORTEST} characters")]
    Short,
    /// More than 128 characters.
    #[error("a password has at most {LONGEST} characters")]
    Long,
    /// The machine could not compute it.
    #[error("the password could not be hashed")]
    Machine,
}

/// Returns the PHC string of a new password; slow by design, so never on an async thread.
///
/// # Errors
///
/// [`PasswordError`] if it is too short or too long.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    match password.chars().count() {
        ..SHORTEST => return Err(PasswordError::Short),
        SHORTEST..=LONGEST => {}
        _ => return Err(PasswordError::Long),
    }
    let hash: PasswordHash =
        hasher()?.hash_password(password.as_bytes()).map_err(|_| PasswordError::Machine)?;
    Ok(hash.to_string())
}

/// Returns whether the password is the one of `stored`; takes as long when there is none.
pub fn matches(password: &str, stored: Option<&str>) -> bool {
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else {
        return false;
    };
    // The parameters are those of the stored string, so older ones keep working.
    let same = Argon2::default().verify_password(password.as_bytes(), &hash).is_ok();
    same && stored.is_some()
}

fn hasher() -> Result<Argon2<'static>, PasswordError> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| PasswordError::Machine)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn stores_argon2id_at_the_floor_and_finds_it_again() -> Result<(), PasswordError> {
        let stored = hash("ubi kayu goreng")?;
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(matches("ubi kayu goreng", Some(&stored)));
        assert!(!matches("ubi kayu rebus.", Some(&stored)));
        assert_ne!(stored, hash("ubi kayu goreng")?, "each has its own salt");
        Ok(())
    }

    #[rstest]
    #[case::short("elevenchars", PasswordError::Short)]
    #[case::long(&"a".repeat(129), PasswordError::Long)]
    fn refuses_other_lengths(#[case] typed: &str, #[case] expected: PasswordError) {
        assert_eq!(hash(typed), Err(expected));
    }

    #[test]
    fn nobody_has_a_password() {
        assert!(!matches("", None));
        assert!(PasswordHash::new(NOBODY).is_ok(), "else unknown logins would answer faster");
    }
}
