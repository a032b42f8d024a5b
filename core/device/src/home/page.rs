//! The first screen.

use super::chip::chip;
use super::tasks;
use crate::device::Device;
use crate::error::DeviceError;
use crate::ffi::view::{Count, Home};
use crate::returned;
use crate::store::meta::{self, Fact};
use crate::store::{outbox, register, scopes, visits};
use crate::words::home as words;

/// Returns today's work.
pub fn home(device: &Device, sending: bool) -> Result<Home, DeviceError> {
    let (db, moment) = (&device.db, device.moment());
    let desa: Vec<String> = scopes::desa(db)?.into_iter().map(|scope| scope.name).collect();
    let (ready, held) = outbox::count(db)?;
    let (visited, sent) = visits::counts(db, moment.month_start())?;
    let open = visits::open(db)?.len();
    let returned = returned::open(db)?.len();
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let figures = [
        ("draft", words::DRAFTS, number(open)),
        ("ready", words::READY, ready),
        ("sent", words::SENT, sent),
        ("action", words::ACTION, held + number(returned)),
        ("visits", words::VISITS, visited),
        ("unvisited", words::UNVISITED, register::count_unvisited(db)?),
    ];
    let counts = figures.map(|(key, title, number)| Count {
        key: key.to_owned(),
        title: moment.say(title).to_owned(),
        number,
    });
    Ok(Home {
        greeting: meta::text(db, Fact::UserName)?,
        date_text: format!("{} · {}", moment.long_today(), desa.join(", ")),
        chip: chip(db, &moment, sending)?,
        counts: counts.to_vec(),
        tasks: tasks::all(device)?,
    })
}
