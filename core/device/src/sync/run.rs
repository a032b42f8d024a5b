//! One session from `hello` to its end. The tablet is free for its user between the steps.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jangkau_sync::session::{Response, Session, SessionConfig, Step, Stop, Summary, SyncStore};

use super::Tablet;
use super::http::Http;
use crate::device::Device;
use crate::error::DeviceError;

/// Runs a session; `pause` waits some seconds and tells whether to go on.
///
/// # Errors
/// Where the file fails, or the tablet must be enrolled again. What was acknowledged or read by
/// then is stored.
pub fn session(
    device: &Mutex<Device>,
    pause: impl Fn(u32) -> bool,
) -> Result<Summary, DeviceError> {
    let (mut session, http, before) = {
        let mut device = lock(device);
        let before = Tablet { now: device.clock.now(), db: &mut device.db }.waiting()?;
        let enrolled = device.enrolled()?;
        let config = SessionConfig {
            device: enrolled.device,
            app_version: env!("CARGO_PKG_VERSION").to_owned(),
            device_time: device.clock.now(),
        };
        (Session::new(config), Http::new(&enrolled.server)?, before)
    };
    loop {
        let step = with(device, |tablet| session.next(tablet))?;
        match step {
            Step::Send(request) => match http.send(&request) {
                Ok(answer) => {
                    let response = Response {
                        status: answer.status,
                        retry_after: answer.retry_after,
                        body: &answer.body,
                    };
                    with(device, |tablet| session.answer(tablet, response))?;
                }
                Err(_) => session.lost(),
            },
            Step::Wait { seconds } if pause(seconds) => {}
            Step::Wait { .. } => return with(device, |tablet| cut_short(tablet, before)),
            Step::Done(summary) => return Ok(summary),
        }
    }
}

fn with<T>(
    device: &Mutex<Device>,
    step: impl FnOnce(&mut Tablet<'_>) -> Result<T, DeviceError>,
) -> Result<T, DeviceError> {
    let mut device = lock(device);
    let now = device.clock.now();
    step(&mut Tablet { db: &mut device.db, now })
}

/// Tells of a session that nobody waits for any longer: what was sent by then is sent.
fn cut_short(tablet: &Tablet<'_>, before: u32) -> Result<Summary, DeviceError> {
    let waiting = tablet.waiting()?;
    let sent = before.saturating_sub(waiting);
    Ok(Summary { waiting, sent, stop: Some(Stop::NoNetwork), ..Summary::default() })
}

fn lock(device: &Mutex<Device>) -> MutexGuard<'_, Device> {
    device.lock().unwrap_or_else(PoisonError::into_inner)
}
