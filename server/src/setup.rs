//! Makes what a server needs before it starts: keys, files, the kabupaten's row.

use jangkau_domain::Kab;

use crate::app::{App, StartError};
use crate::clock::Clock;
use crate::config::{Config, KeyError, StoreKey};
use crate::ingest::{Ingest, IngestError};
use crate::secret::Secrets;
use crate::store::{Files, StoreError, kab};

/// What was made; the rest was there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The key of the database.
    pub key: bool,
    /// Root key and receipt key of the kabupaten.
    pub secrets: bool,
    /// The kabupaten's row.
    pub kab: bool,
    /// Migrations that ran.
    pub migrations: usize,
}

/// Says why the server could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// A key is missing, damaged, or cannot be made.
    #[error("a key cannot be had")]
    Key(#[from] KeyError),
    /// The files cannot be made or upgraded.
    #[error("the files cannot be made or upgraded")]
    Store(#[from] StoreError),
    /// The files do not open after that.
    #[error("the server does not start")]
    Start(#[from] StartError),
    /// The kabupaten's row cannot be written.
    #[error("the kabupaten cannot be set up")]
    Ingest(#[from] IngestError),
    /// The root key is gone, while the database knows the kabupaten.
    #[error(
        "the secrets of kabupaten {0:?} are gone: put the copy of their file back; new ones would \
         give every citizen another id"
    )]
    SecretsLost(Kab),
}

/// Makes keys and files where there are none, upgrades the files, and opens them.
///
/// Keys are made once. They are never replaced, and a lost one is never made anew for a database
/// that was written with it.
///
/// # Errors
///
/// [`SetupError`]; what was made until then stays, and the next call goes on from there.
pub fn prepare(config: Config, clock: Clock) -> Result<(App, Made), SetupError> {
    let mut made = Made::default();
    let files = Files::in_folder(&config.data);
    let old = files.main().exists();
    let key = match config.store_key() {
        Ok(key) => key,
        // Without its key an existing database stays closed; a new key would not open it.
        Err(KeyError::File { .. }) if !old && config.key.is_none() => {
            made.key = true;
            StoreKey::create(&config.key_path())?
        }
        Err(error) => return Err(error.into()),
    };
    if Secrets::read(&config.key_folder(), config.kab).is_err() {
        if old && knows(&config, &files, &key)? {
            return Err(SetupError::SecretsLost(config.kab));
        }
        Secrets::create(&config.key_folder(), config.kab)?;
        made.secrets = true;
    }
    made.migrations = files.migrate(&key, clock.now_s())?;
    let kab = config.kab;
    let app = App::start(config, clock)?;
    made.kab = ensure(&app.ingest, kab)?;
    Ok((app, made))
}

fn knows(config: &Config, files: &Files, key: &StoreKey) -> Result<bool, SetupError> {
    let store = crate::store::Store::open(files, key, 1)?;
    let kab = config.kab;
    let epoch = store.read_now(|conn| match kab::epoch(conn, kab) {
        Ok(_) => Ok(true),
        Err(StoreError::Older { .. }) => Ok(false),
        Err(error) => Err(error),
    })?;
    Ok(epoch)
}

fn ensure(ingest: &Ingest, kab: Kab) -> Result<bool, SetupError> {
    let mut epoch = [0; 8];
    getrandom::fill(&mut epoch).map_err(|_| KeyError::Random)?;
    // Tablets keep it as a signed number.
    let epoch = u64::from_be_bytes(epoch) >> 1;
    Ok(ingest.run_now(move |writer| Ok(kab::ensure(writer.conn(), kab, epoch)?))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KAB: Kab = Kab(9901);

    #[test]
    fn makes_everything_once() -> Result<(), SetupError> {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::in_folder(folder.path().to_owned(), KAB);
        let clock = Clock::held_at(1_752_460_500);
        let (app, first) = prepare(config.clone(), clock.clone())?;
        app.ingest.stop();
        assert!(first.key && first.secrets && first.kab && first.migrations >= 3);
        let (app, second) = prepare(config, clock)?;
        app.ingest.stop();
        assert_eq!(second, Made::default());
        Ok(())
    }

    #[test]
    fn a_lost_key_is_never_made_anew() -> Result<(), SetupError> {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::in_folder(folder.path().to_owned(), KAB);
        let clock = Clock::held_at(1_752_460_500);
        prepare(config.clone(), clock.clone())?.0.ingest.stop();
        std::fs::rename(folder.path().join("keys/kab-9901.key"), folder.path().join("away"))
            .unwrap();
        let lost = prepare(config.clone(), clock.clone()).err();
        assert!(matches!(lost, Some(SetupError::SecretsLost(KAB))));
        std::fs::remove_file(config.key_path()).unwrap();
        assert!(matches!(prepare(config.clone(), clock).err(), Some(SetupError::Key(_))));
        assert!(!config.key_path().exists());
        Ok(())
    }
}
