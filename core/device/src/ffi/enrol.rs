//! Account, enrolment and sync.

use std::cell::Cell;
use std::sync::atomic::Ordering;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use jangkau_domain::Label;
use jangkau_sync::session::{Stop, Summary};

use super::app::FieldApp;
use super::error::FieldError;
use super::view::{Account, SyncReport};
use crate::device::Device;
use crate::error::DeviceError;
use crate::store::meta::{self, Fact};
use crate::store::scopes;
use crate::sync::{enrol, http, run};
use crate::words::{enrol as enrol_words, sync as words};

#[uniffi::export]
impl FieldApp {
    /// Returns who works with this tablet.
    pub fn account(&self) -> Result<Account, FieldError> {
        self.with(|device| account(device))
    }

    /// Enrols the tablet with a code from the office.
    pub fn enrol(
        &self,
        server: String,
        code: String,
        device_name: String,
    ) -> Result<Account, FieldError> {
        let (server, request) = self.with(|device| {
            let server = http::address(&server)
                .ok_or_else(|| DeviceError::refused("server", enrol_words::BAD_ADDRESS))?;
            if code.trim().is_empty() {
                return Err(DeviceError::refused("code", enrol_words::NO_CODE));
            }
            Ok((server, enrol::request(&mut device.db, &code, &device_name)?))
        })?;
        // The tablet is free while the server thinks.
        let lang = self.lock().lang;
        let answer = http::Http::new(&server)
            .and_then(|http| enrol::ask(&http, &request))
            .map_err(|error| FieldError::of(error, lang))?;
        self.with(|device| {
            let now = device.clock.now();
            device.write(|tx| enrol::keep(tx, &server, &answer, now))?;
            account(device)
        })
    }

    /// Runs one whole session: sends what waits, takes what is new.
    pub fn sync(&self) -> Result<SyncReport, FieldError> {
        let _one_at_a_time = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let left = Cell::new(self.patience.load(Ordering::Relaxed));
        let pause = |seconds: u32| {
            let Some(rest) = left.get().checked_sub(seconds) else {
                return false;
            };
            left.set(rest);
            wait(seconds);
            true
        };
        let ended = run::session(&self.device, pause);
        self.with(|device| report(device, ended?))
    }
}

/// Waits for a wake-up call that nobody makes yet: the session has nothing to do until then.
fn wait(seconds: u32) {
    let (calls, bell) = (Mutex::new(()), Condvar::new());
    let guard = calls.lock().unwrap_or_else(PoisonError::into_inner);
    drop(bell.wait_timeout(guard, Duration::from_secs(u64::from(seconds))));
}

fn account(device: &Device) -> Result<Account, DeviceError> {
    let text = |fact| meta::text(&device.db, fact);
    Ok(Account {
        enrolled: meta::number(&device.db, Fact::User)?.is_some(),
        server: text(Fact::Server)?,
        user_name: text(Fact::UserName)?,
        desa_names: scopes::desa(&device.db)?.into_iter().map(|scope| scope.name).collect(),
        device_name: text(Fact::DeviceName)?,
    })
}

fn report(device: &mut Device, summary: Summary) -> Result<SyncReport, DeviceError> {
    let now = device.clock.now();
    device.write(|tx| {
        // A session that was cut compared nothing: what was equal before is so still.
        if summary.stop.is_none() {
            meta::set_number(tx, Fact::Equal, i64::from(summary.complete))?;
        }
        if summary.complete {
            meta::set_number(tx, Fact::LastComplete, now)?;
        }
        Ok(())
    })?;
    let nothing = summary.sent == 0 && summary.received == 0;
    match summary.stop {
        Some(Stop::Revoked) => return Err(DeviceError::SignInAgain),
        Some(Stop::NoNetwork) if nothing => return Err(DeviceError::NoNetwork),
        _ => {}
    }
    let count = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let text = sentence(&summary).text(device.lang);
    let text = if summary.complete {
        format!("{text}, {}", device.moment().time(now))
    } else if summary.stop.is_none() && summary.waiting > 0 {
        format!("{} {}", summary.waiting, words::WAITING.text(device.lang))
    } else {
        text.to_owned()
    };
    Ok(SyncReport {
        complete: summary.complete,
        sent: count(summary.sent),
        received: count(summary.received),
        held: count(summary.held),
        text,
    })
}

fn sentence(summary: &Summary) -> Label {
    match summary.stop {
        None if summary.complete => words::ALL_SENT,
        None | Some(Stop::Revoked) => words::INCOMPLETE,
        Some(Stop::NoNetwork) => words::NO_NETWORK,
        Some(Stop::NotOurServer) => words::NOT_OUR_SERVER,
        Some(Stop::Busy) => words::BUSY,
        Some(Stop::TooOld(_)) => words::TOO_OLD,
        Some(Stop::Broken) => words::BROKEN,
    }
}
