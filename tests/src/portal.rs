//! A hotel's login page: answers everything with 200 and its own words.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::response::Html;

use crate::site::runtime;

/// The page's server; it ends when it is dropped.
pub struct Portal {
    address: SocketAddr,
    asked: Arc<AtomicUsize>,
    served: tokio::task::JoinHandle<()>,
}

impl Portal {
    /// Opens the page on a free port.
    ///
    /// # Panics
    ///
    /// Where no port is free.
    pub fn open() -> Self {
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = asked.clone();
        let page = move || {
            counter.fetch_add(1, Ordering::Relaxed);
            async { Html("<!doctype html><title>Wi-Fi</title><p>Silakan masuk") }
        };
        let _guard = runtime().enter();
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        listener.set_nonblocking(true).expect("a socket can be asked not to block");
        let address = listener.local_addr().expect("a bound socket has an address");
        let listener = tokio::net::TcpListener::from_std(listener).expect("a socket");
        let served = runtime().spawn(async move {
            axum::serve(listener, Router::new().fallback(page)).await.ok();
        });
        Self { address, asked, served }
    }

    /// Returns where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns how often it was asked.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.served.abort();
    }
}
