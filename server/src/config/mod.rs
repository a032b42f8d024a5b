//! Settings: where the files lie, which key opens them, where to listen. Each has one default.

mod key;

pub use key::{KeyError, StoreKey};
pub(crate) use key::{private_folder, write_private};

use std::net::SocketAddr;
use std::path::PathBuf;

use jangkau_domain::Kab;

/// What every command needs to open the server's files; each option is also an environment variable.
#[derive(Clone, clap::Args)]
pub struct Config {
    /// Folder of the server's files.
    #[arg(long, global = true, env = "JANGKAU_DATA", default_value = "jangkau-data")]
    pub data: PathBuf,
    /// File with the key of the database (64 hexadecimal digits); kept on another disk if possible.
    #[arg(long, global = true, env = "JANGKAU_KEY_FILE")]
    pub key_file: Option<PathBuf>,
    /// The key itself, for a service manager that hands secrets over in the environment.
    #[arg(
        long,
        global = true,
        env = "JANGKAU_KEY",
        hide_env_values = true,
        conflicts_with = "key_file"
    )]
    pub key: Option<StoreKey>,
    /// Four-digit code of the kabupaten or kota.
    #[arg(long, global = true, env = "JANGKAU_KAB", default_value = "9901", value_parser = read_kab)]
    pub kab: Kab,
    /// Name of the office, shown on tablets and pages.
    #[arg(long, global = true, env = "JANGKAU_NAME", default_value = "Jangkau")]
    pub name: String,
    /// Address to listen on.
    #[arg(long, global = true, env = "JANGKAU_ADDRESS", default_value = "127.0.0.1:8480")]
    pub address: SocketAddr,
}

fn read_kab(typed: &str) -> Result<Kab, String> {
    let digits = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
    match typed.parse() {
        Ok(code) if digits => Ok(Kab(code)),
        _ => Err("four digits, such as 9901".to_owned()),
    }
}

impl Config {
    /// Returns the settings of a server whose every file, the key's too, lies in `data`.
    pub fn in_folder(data: PathBuf, kab: Kab) -> Self {
        let address = ([127, 0, 0, 1], 0).into();
        Self { data, key_file: None, key: None, kab, name: "Jangkau".to_owned(), address }
    }

    /// Returns the file that holds the database key when the environment does not.
    pub fn key_path(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.key_folder().join("store.key"))
    }

    /// Returns the folder of the keys that stand outside the database.
    pub fn key_folder(&self) -> PathBuf {
        self.data.join("keys")
    }

    /// Reads the database key.
    ///
    /// # Errors
    ///
    /// [`KeyError`] if there is none, or it is not 32 bytes.
    pub fn store_key(&self) -> Result<StoreKey, KeyError> {
        match &self.key {
            Some(key) => Ok(key.clone()),
            None => StoreKey::from_file(&self.key_path()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::plain("9901", Some(9901))]
    #[case::three("990", None)]
    #[case::sign("+990", None)]
    #[case::dotted("99.01", None)]
    fn reads_only_four_digits(#[case] typed: &str, #[case] expected: Option<u16>) {
        assert_eq!(read_kab(typed).ok(), expected.map(Kab));
    }
}
