//! The running server: files opened, writer started.

use std::sync::Arc;

use jangkau_domain::wilayah::Table;

use crate::audit::Audit;
use crate::clock::Clock;
use crate::config::{Config, KeyError};
use crate::ingest::{Ingest, Limits};
use crate::secret::Secrets;
use crate::store::sessions::Sessions;
use crate::store::wilayah;
use crate::store::{Files, Store, StoreError, open_writer};

/// Everything a handler may need. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Reads of the main file.
    pub store: Store,
    /// The one door for writing to it.
    pub ingest: Ingest,
    /// Login and device sessions, a file of their own.
    pub sessions: Sessions,
    /// Who saw or changed what, a file of its own.
    pub audit: Audit,
    /// Tells the time.
    pub clock: Clock,
    /// Keys that stand outside the database.
    pub secrets: Arc<Secrets>,
    /// The areas of Kemendagri, as they were when the server started.
    pub wilayah: Arc<Table>,
    /// Where the files lie.
    pub files: Files,
    /// Settings.
    pub config: Arc<Config>,
}

/// Says why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No key, or a wrong one.
    #[error("a key is missing")]
    Key(#[from] KeyError),
    /// A file does not open.
    #[error("the files do not open")]
    Store(#[from] StoreError),
}

impl App {
    /// Opens the files and starts the writer.
    ///
    /// # Errors
    ///
    /// [`StartError`] if a key is missing, or the files wait for `migrate`.
    pub fn start(config: Config, clock: Clock) -> Result<Self, StartError> {
        let key = config.store_key()?;
        let secrets = Arc::new(Secrets::read(&config.key_folder(), config.kab)?);
        let files = Files::in_folder(&config.data);
        let conn = open_writer(&files, &key)?;
        let readers = std::thread::available_parallelism().map_or(2, |cores| cores.get() * 2);
        Ok(Self {
            store: Store::open(&files, &key, readers.clamp(2, 16))?,
            ingest: Ingest::start(
                conn,
                config.kab,
                clock.clone(),
                secrets.clone(),
                Limits::default(),
            ),
            sessions: Sessions::open(&files, &key, config.kab)?,
            audit: Audit::open(&files, &key, config.kab)?,
            clock,
            secrets,
            wilayah: Arc::new(wilayah::load(&files)?),
            files,
            config: Arc::new(config),
        })
    }

    /// Reads the wilayah table again, after an import filled it.
    ///
    /// # Errors
    ///
    /// [`StartError::Store`] if it cannot be read.
    pub fn reopened_wilayah(self) -> Result<Self, StartError> {
        let wilayah = Arc::new(wilayah::load(&self.files)?);
        Ok(Self { wilayah, ..self })
    }
}
