//! The one exported object. Its methods stand in four files by noun.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use super::error::FieldError;
use super::view::OpenConfig;
use crate::device::{Device, language};
use crate::error::DeviceError;

/// Seconds that a session waits for a better network before it ends.
const PATIENCE: u32 = 16;

/// The app's one door into the core. Every method blocks: call it off the main thread.
#[derive(uniffi::Object)]
pub struct FieldApp {
    pub(super) device: Mutex<Device>,
    /// Held while a session runs; the tablet itself is free between its steps.
    pub(super) session: Mutex<()>,
    pub(super) patience: AtomicU32,
}

#[uniffi::export]
impl FieldApp {
    /// Opens the encrypted file, or makes it.
    #[uniffi::constructor]
    pub fn open(config: OpenConfig) -> Result<Arc<Self>, FieldError> {
        let device =
            Device::open(&config).map_err(|error| FieldError::of(error, language(&config.lang)))?;
        Ok(Arc::new(Self {
            device: Mutex::new(device),
            session: Mutex::new(()),
            patience: AtomicU32::new(PATIENCE),
        }))
    }

    /// Changes the language of every later text: `in` or `en`.
    pub fn set_lang(&self, lang: String) {
        self.lock().lang = language(&lang);
    }
}

impl FieldApp {
    /// Puts the clock to a time; 0 lets it follow the system again. For tests and pictures.
    pub fn set_now(&self, seconds: i64) {
        self.lock().clock.set(seconds);
    }

    /// Sets how many seconds in all a session waits for a better network. For tests.
    pub fn set_patience(&self, seconds: u32) {
        self.patience.store(seconds, Ordering::Relaxed);
    }

    /// Calls with the tablet itself, for tests that look below the screens.
    pub fn on_device<T>(&self, call: impl FnOnce(&mut Device) -> T) -> T {
        call(&mut self.lock())
    }

    /// Returns whether a session runs.
    pub(super) fn is_sending(&self) -> bool {
        matches!(self.session.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Waits for the tablet. A panic of another call left no open transaction, so its lock is fine.
    pub(super) fn lock(&self) -> MutexGuard<'_, Device> {
        self.device.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a call on the tablet and words its error.
    pub(super) fn with<T>(
        &self,
        call: impl FnOnce(&mut Device) -> Result<T, DeviceError>,
    ) -> Result<T, FieldError> {
        let mut device = self.lock();
        let done = call(&mut device);
        done.map_err(|error| FieldError::of(device.notice(error), device.lang))
    }
}
