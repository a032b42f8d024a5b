//! Accounts: made, given a new password, ended.

use jangkau_domain::UserId;

use super::{Ingest, IngestError, Writer};
use crate::store::users::{self, User};

impl Ingest {
    /// Makes an account and returns its number; the one in `user` is not read.
    ///
    /// # Errors
    ///
    /// [`IngestError::Refused`] if the login is taken.
    pub async fn add_user(&self, user: User) -> Result<UserId, IngestError> {
        self.run(move |writer| add(writer, &user)).await
    }

    /// Does as [`Ingest::add_user`], on a thread that may wait.
    ///
    /// # Errors
    ///
    /// As [`Ingest::add_user`].
    pub fn add_user_now(&self, user: User) -> Result<UserId, IngestError> {
        self.run_now(move |writer| add(writer, &user))
    }

    /// Lets a program owner answer for programs.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub fn add_programs_now(&self, user: UserId, programs: Vec<String>) -> Result<(), IngestError> {
        self.run_now(move |writer| {
            for program in &programs {
                users::add_program(writer.conn(), writer.kab(), user, program)?;
            }
            Ok(())
        })
    }

    /// Replaces a password by the PHC string of a new one; the caller ends the sessions.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub fn set_password_now(&self, user: UserId, hash: String) -> Result<bool, IngestError> {
        self.run_now(move |writer| {
            Ok(users::set_password(writer.conn(), writer.kab(), user, &hash)?)
        })
    }

    /// Does as [`Ingest::set_password_now`], for a page.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub async fn set_password(&self, user: UserId, hash: String) -> Result<bool, IngestError> {
        self.run(move |writer| Ok(users::set_password(writer.conn(), writer.kab(), user, &hash)?))
            .await
    }

    /// Ends an account and revokes its tablets; the caller ends the sessions.
    ///
    /// # Errors
    ///
    /// [`IngestError`] if the database fails.
    pub fn end_user_now(&self, user: UserId) -> Result<bool, IngestError> {
        self.run_now(move |writer| {
            Ok(users::end(writer.conn(), writer.kab(), user, writer.now_s())?)
        })
    }
}

fn add(writer: &Writer<'_>, user: &User) -> Result<UserId, IngestError> {
    let (conn, kab) = (writer.conn(), writer.kab());
    if users::find_by_login(conn, kab, &user.login)?.is_some() {
        let what = "there is an account with this login already";
        return Err(IngestError::Refused(what.to_owned()));
    }
    Ok(users::insert(conn, kab, writer.now_s(), user)?)
}
