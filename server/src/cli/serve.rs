//! `jangkau serve`: the server, until it is told to stop.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::MissedTickBehavior;
use tracing_subscriber::EnvFilter;

use super::CliResult;
use super::say::say;
use crate::{App, router};

/// How often the clock is asked for what has become due.
const TICK: Duration = Duration::from_secs(60);

pub(super) fn run(app: App) -> CliResult {
    serve(app, |address| say(format!("listening on http://{address}")))
}

/// Serves until the process is told to stop, and finishes what waits.
pub(super) fn serve(app: App, ready: impl FnOnce(SocketAddr)) -> CliResult {
    tracing_subscriber::fmt()
        .with_env_filter(
            EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info")),
        )
        .with_writer(std::io::stderr)
        .try_init()
        .map_err(|error| format!("no log: {error}"))?;
    let ingest = app.ingest.clone();
    let address = app.config.address;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(async move {
        let listener = TcpListener::bind(address).await.map_err(|error| taken(address, &error))?;
        ready(listener.local_addr()?);
        let ticker = tokio::spawn(tick(app.clone()));
        axum::serve(listener, router(app)).with_graceful_shutdown(told_to_stop()).await?;
        ticker.abort();
        Ok::<(), Box<dyn std::error::Error>>(())
    });
    // What was taken in is committed before the process ends.
    ingest.stop();
    done
}

/// Looks whether the address is free, before anything is made or emptied for it.
pub(super) fn probe(address: SocketAddr) -> CliResult {
    std::net::TcpListener::bind(address).map_err(|error| taken(address, &error))?;
    Ok(())
}

/// Says what to do where the address cannot be had.
fn taken(address: SocketAddr, error: &std::io::Error) -> String {
    let free = SocketAddr::new(address.ip(), 0);
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "alamat {address} sedang dipakai program lain; hentikan program itu atau pilih alamat \
             lain / another program listens on {address}: end it, or choose another address, as \
             --address {free}"
        ),
        _ => format!("tidak dapat mendengarkan {address} / cannot listen on {address}: {error}"),
    }
}

async fn tick(app: App) {
    let mut every = tokio::time::interval(TICK);
    every.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        if let Err(error) = app.ingest.tick().await {
            tracing::error!(error = ?error, "what is due was not carried out");
        }
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let kind = tokio::signal::unix::SignalKind::terminate();
        if let Ok(mut terminate) = tokio::signal::unix::signal(kind) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    drop(interrupt.await);
}
