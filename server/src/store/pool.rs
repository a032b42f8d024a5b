//! Several readers beside the one writer.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

use rusqlite::Connection;

use super::StoreError;
use super::open::{Files, open_reader};
use crate::config::StoreKey;

/// Hands out read connections of the main file; each read sees one moment.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    idle: Mutex<Vec<Connection>>,
    freed: Condvar,
}

/// Gives the connection back, also when the reader panicked.
struct Lease<'a> {
    inner: &'a Inner,
    conn: Option<Connection>,
}

impl Store {
    /// Opens `readers` connections.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file does not open.
    pub fn open(files: &Files, key: &StoreKey, readers: usize) -> Result<Self, StoreError> {
        let idle =
            (0..readers.max(1)).map(|_| open_reader(files, key)).collect::<Result<_, _>>()?;
        Ok(Self(Arc::new(Inner { idle: Mutex::new(idle), freed: Condvar::new() })))
    }

    /// Reads at one moment; blocks the calling thread, so handlers use [`Store::read`].
    ///
    /// # Errors
    ///
    /// Whatever `work` returns, or [`StoreError::Sql`].
    pub fn read_now<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let lease = self.0.take();
        let Some(conn) = &lease.conn else {
            return Err(StoreError::Lost.into());
        };
        let moment = conn.unchecked_transaction().map_err(StoreError::from)?;
        let answer = work(&moment);
        moment.finish().map_err(StoreError::from)?;
        answer
    }

    /// Reads at one moment on a thread of its own.
    ///
    /// # Errors
    ///
    /// Whatever `work` returns, or [`StoreError::Lost`] if it panicked.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let store = self.clone();
        tokio::task::spawn_blocking(move || store.read_now(work))
            .await
            .unwrap_or_else(|_| Err(StoreError::Lost.into()))
    }
}

impl Inner {
    fn take(&self) -> Lease<'_> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(conn) = idle.pop() {
                return Lease { inner: self, conn: Some(conn) };
            }
            idle = self.freed.wait(idle).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            self.inner.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
            self.inner.freed.notify_one();
        }
    }
}
