//! Reads what the demo's server left in its folder, for the person who looks at it.

use std::path::Path;

/// Prints the address and one login a role, as the demo's own file has them.
///
/// # Errors
/// When the file is missing.
pub fn greet(folder: &Path) -> Result<(), String> {
    let path = folder.join("demo.json");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("demo.json: {error}"))?;
    println!("\nJangkau runs at {}", field(&text, "address").unwrap_or_default());
    println!("{:<10} {:<22} password", "role", "login");
    for (role, login, password) in one_a_role(&text) {
        println!("{role:<10} {login:<22} {password}");
    }
    Ok(())
}

/// Returns the first login of each role.
fn one_a_role(text: &str) -> Vec<(&str, &str, &str)> {
    let mut found: Vec<(&str, &str, &str)> = Vec::new();
    let logins = text.split("\"logins\"").nth(1).and_then(|rest| rest.split(']').next());
    for login in logins.unwrap_or("").split('}') {
        if let (Some(role), Some(name), Some(password)) =
            (field(login, "role"), field(login, "login"), field(login, "password"))
            && found.iter().all(|(known, ..)| *known != role)
        {
            found.push((role, name, password));
        }
    }
    found
}

/// Returns the text of a key; the file is written by our own server.
fn field<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let rest = text.split(&format!("\"{key}\":")).nth(1)?;
    rest.split('"').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_key_and_one_login_a_role() {
        let text = "{\"address\": \"http://127.0.0.1:1\",\n \"logins\": [
            {\"login\": \"fs01\", \"password\": \"p\", \"role\": \"fs\"},
            {\"login\": \"fs02\", \"password\": \"p\", \"role\": \"fs\"},
            {\"login\": \"spv\", \"password\": \"q\", \"role\": \"spv\"}]}";
        assert_eq!(field(text, "address"), Some("http://127.0.0.1:1"));
        assert_eq!(field(text, "seed"), None);
        assert_eq!(one_a_role(text), [("fs", "fs01", "p"), ("spv", "spv", "q")]);
    }
}
