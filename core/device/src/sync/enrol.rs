//! Enrolment: a code from the office makes the tablet a device of the server.

use jangkau_sync::dictionary;
use jangkau_sync::message::enrol::{Enrol, EnrolAnswer, PATH};
use jangkau_sync::message::hello::ability;
use jangkau_sync::message::{self, ErrorAnswer, ErrorCode};
use jangkau_sync::session::Request;
use rusqlite::{Connection, Transaction};

use super::http::{Answer, Http};
use super::{device_key, opened};
use crate::error::DeviceError;
use crate::store::meta::{self, Fact};
use crate::store::numbers;
use crate::words::enrol as words;

/// Returns the request that asks for enrolment; the tablet's key is on disk before it is sent.
pub fn request(db: &mut Connection, code: &str, device_name: &str) -> Result<Request, DeviceError> {
    let tx = db.transaction()?;
    let key = device_key::make(&tx)?;
    tx.commit()?;
    let body = message::encode(&Enrol {
        code: code.chars().filter(|letter| !letter.is_whitespace()).collect(),
        public_key: key.verifying_key().to_bytes(),
        device_name: device_name.trim().to_owned(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        abilities: ability::ALL.to_vec(),
        dictionaries: dictionary::ALL.to_vec(),
        wants_recovery: None,
    });
    Ok(Request { path: PATH, bearer: None, signature: None, body })
}

/// Posts the request and reads the answer.
pub fn ask(http: &Http, request: &Request) -> Result<EnrolAnswer, DeviceError> {
    let answer = http.send(request)?;
    if answer.status == 200 {
        return message::decode(&answer.body).map_err(|_| DeviceError::Server(answer.status));
    }
    Err(refusal(&answer))
}

fn refusal(answer: &Answer) -> DeviceError {
    let said = message::decode::<ErrorAnswer>(&answer.body).ok().map(|said| said.code);
    match said {
        Some(ErrorCode::BadCode) => DeviceError::refused("code", words::BAD_CODE),
        Some(ErrorCode::TooMany) => DeviceError::refused("code", words::TOO_MANY),
        Some(ErrorCode::TooOld) => DeviceError::refused("code", words::TOO_OLD),
        _ => DeviceError::Server(answer.status),
    }
}

/// Keeps what the server said: account, scopes with keys, block of numbers.
///
/// # Errors
/// Where the file belongs to another worker or server: one file is one person's work.
pub fn keep(
    tx: &Transaction<'_>,
    server: &str,
    answer: &EnrolAnswer,
    now: i64,
) -> Result<(), DeviceError> {
    let user = i64::from(answer.user.0);
    let owner = meta::number(tx, Fact::User)?;
    let other = owner.is_some_and(|owner| owner != user)
        || (owner.is_some() && meta::text(tx, Fact::Server)? != server);
    if other {
        return Err(DeviceError::refused("code", words::OTHER_OWNER));
    }
    meta::set(tx, Fact::Server, server.as_bytes())?;
    meta::set_number(tx, Fact::User, user)?;
    meta::set(tx, Fact::UserName, answer.user_name.as_bytes())?;
    meta::set(tx, Fact::Roles, answer.roles.join(" ").as_bytes())?;
    meta::set_number(tx, Fact::Device, i64::from(answer.device.0))?;
    meta::set(tx, Fact::DeviceName, answer.device_name.as_bytes())?;
    meta::set_number(tx, Fact::Kab, i64::from(answer.number_block.kab.0))?;
    meta::set(tx, Fact::Nonce, &answer.nonce)?;
    meta::set_number(tx, Fact::ServerTime, answer.server_time)?;
    meta::set_number(tx, Fact::LastContact, now)?;
    meta::set_number(tx, Fact::Epoch, answer.epoch.cast_signed())?;
    opened::grant(tx, &answer.scopes)?;
    numbers::add(tx, answer.number_block.kab.0, &answer.number_block.block)
}
