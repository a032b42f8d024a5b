//! The tablet behind the one door: its file, its clock, and the actor of this process.

use std::path::PathBuf;

use jangkau_domain::calendar::Zone;
use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DeviceId, Kab, Lang, Ulid, UserId};
use jangkau_sync::{Actor, Author};
use rusqlite::{Connection, Transaction};

use crate::clock::Clock;
use crate::edit::Pen;
use crate::error::DeviceError;
use crate::ffi::view::OpenConfig;
use crate::moment::Moment;
use crate::random;
use crate::store::meta::{self, Fact};
use crate::store::{integrity, open};

/// One running tablet.
pub struct Device {
    /// The encrypted file.
    pub db: Connection,
    /// The tablet's clock.
    pub clock: Clock,
    /// Language of every text.
    pub lang: Lang,
    dir: PathBuf,
    actor: Actor,
}

/// Who works with an enrolled tablet.
pub struct Enrolled {
    /// Address of the server.
    pub server: String,
    /// The account.
    pub user: UserId,
    /// The tablet.
    pub device: DeviceId,
    /// The kabupaten.
    pub kab: Kab,
    /// The worker's roles.
    pub roles: Roles,
}

impl Device {
    /// Opens the tablet's file. Its actor is made anew: a restored or copied file must not write
    /// under the actor of another process.
    pub fn open(config: &OpenConfig) -> Result<Self, DeviceError> {
        let clock = Clock::new(config.now_hint);
        let dir = PathBuf::from(&config.dir);
        let db = open::open(&dir, &config.key, clock.now())?;
        let actor = Actor::new(random::bytes()?);
        Ok(Self { db, clock, lang: language(&config.lang), dir, actor })
    }

    /// Returns who works with the tablet.
    pub fn enrolled(&self) -> Result<Enrolled, DeviceError> {
        let number = |fact| meta::number(&self.db, fact);
        let (Some(user), Some(device), Some(kab)) =
            (number(Fact::User)?, number(Fact::Device)?, number(Fact::Kab)?)
        else {
            return Err(DeviceError::NotEnrolled);
        };
        let wrong = |_| DeviceError::Stored("fact");
        Ok(Enrolled {
            server: meta::text(&self.db, Fact::Server)?,
            user: UserId(u32::try_from(user).map_err(wrong)?),
            device: DeviceId(u32::try_from(device).map_err(wrong)?),
            kab: Kab(u16::try_from(kab).map_err(wrong)?),
            roles: meta::text(&self.db, Fact::Roles)?
                .split(' ')
                .filter_map(Role::from_key)
                .collect(),
        })
    }

    /// Returns the present moment in the kabupaten's zone and the app's language.
    pub fn moment(&self) -> Moment {
        let kab = meta::number(&self.db, Fact::Kab).ok().flatten().unwrap_or(0);
        let province = u8::try_from(kab / 100).unwrap_or(0);
        let set = meta::text(&self.db, Fact::Zone).unwrap_or_default();
        let zone = Zone::from_letters(&set).unwrap_or_else(|| Zone::of_province(province));
        Moment { now: self.clock.now(), zone, lang: self.lang }
    }

    /// Returns what a change of this moment is written with: the visit that is reviewed, and the
    /// visit or correction of this tablet that sends it.
    pub fn pen(&self, visit: Option<Ulid>, sender: &str) -> Result<Pen, DeviceError> {
        let enrolled = self.enrolled()?;
        let author = Author { user: Some(enrolled.user), device: Some(enrolled.device), visit };
        let visit = Some(sender.to_owned());
        Ok(Pen { actor: self.actor, author, visit, now: self.clock.now() })
    }

    /// Runs a step in one transaction: whole or not at all.
    pub fn write<T>(
        &mut self,
        step: impl FnOnce(&Transaction<'_>) -> Result<T, DeviceError>,
    ) -> Result<T, DeviceError> {
        let tx = self.db.transaction()?;
        let done = step(&tx)?;
        tx.commit()?;
        Ok(done)
    }

    /// Returns a new time-ordered id.
    pub fn ulid(&self) -> Result<Ulid, DeviceError> {
        let ms = u64::try_from(self.clock.now_ms()).unwrap_or(0);
        Ok(Ulid::new(ms, random::bytes()?))
    }

    /// Looks at an error on its way out: a page that cannot be read makes the file suspect.
    pub fn notice(&self, error: DeviceError) -> DeviceError {
        if open::is_damage(&error) {
            integrity::suspect(&self.dir);
        }
        error
    }
}

/// Reads `in` (or `id`) and `en`; anything else is Indonesian.
pub fn language(code: &str) -> Lang {
    if code.starts_with("en") { Lang::En } else { Lang::Id }
}
