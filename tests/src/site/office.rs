//! What an office does for its tablets: accounts, codes, sessions, revocation.

use jangkau_domain::role::{Role, Roles};
use jangkau_domain::{DeviceId, ScopeId, UserId};
use jangkau_server::access::{code, token::Token};
use jangkau_server::ingest;
use jangkau_server::store::{StoreError, devices, scopes, users};
use jangkau_sync::frame::Frame;
use jangkau_sync::message::PushAnswer;
use jangkau_sync::{Author, Change};

use super::{KAB, Site};

impl Site {
    /// Returns the number of an account.
    ///
    /// # Panics
    ///
    /// Where nobody has that login.
    pub fn user(&self, login: &str) -> UserId {
        let read = |conn: &rusqlite::Connection| users::find_by_login(conn, KAB, login);
        let found = self.app.store.read_now(read).expect("accounts are read");
        found.expect("the blueprint has the account").id
    }

    /// Returns the scope of a desa.
    ///
    /// # Panics
    ///
    /// Where the desa has none.
    pub fn scope(&self, desa: &str) -> ScopeId {
        let read = |conn: &rusqlite::Connection| scopes::of_desa(conn, KAB, desa);
        let found = self.app.store.read_now(read).expect("scopes are read");
        found.expect("the blueprint has the desa").id
    }

    /// Makes room for a tablet of a worker and returns the code to type.
    ///
    /// # Panics
    ///
    /// Where the worker is unknown.
    pub fn code_for(&self, login: &str) -> String {
        let user = self.user(login);
        let shown = code::draw().expect("random bytes");
        let kept = code::kept(&shown).expect("a drawn code reads back");
        let until = self.now() + code::HOLDS_S;
        let made =
            self.app.ingest.run_now(move |writer| ingest::make_room(writer, user, &kept, until));
        made.expect("there is room for a tablet");
        shown
    }

    /// Opens a session for a tablet that is enrolled, without its key.
    ///
    /// # Panics
    ///
    /// Where nobody has enrolled so many tablets.
    pub fn session_of(&self, device: DeviceId) -> Token {
        let read = |conn: &rusqlite::Connection| devices::find(conn, KAB, device);
        let found = self.app.store.read_now(read).expect("devices are read");
        let user = found.expect("the tablet is enrolled").user;
        let token = Token::draw().expect("random bytes");
        self.app
            .sessions
            .create_tablet(&token, device, user, self.now())
            .expect("a session is opened");
        token
    }

    /// Gives a worker one more role and area.
    ///
    /// # Panics
    ///
    /// Where the worker is unknown.
    pub fn give_role(&self, login: &str, role: Role, area: &str) {
        let (user, area) = (self.user(login), area.to_owned());
        let done = self.app.ingest.run_now(move |writer| {
            let sql = "INSERT INTO user_role (kab, user_id, role, wilayah) VALUES (?1, ?2, ?3, ?4)";
            let row = (KAB.0, user.0, role.key(), area);
            Ok(writer.conn().execute(sql, row).map_err(StoreError::from)?)
        });
        assert_eq!(done.expect("the role is given"), 1);
    }

    /// Revokes a tablet, as an office does.
    ///
    /// # Panics
    ///
    /// Where it is not in use.
    pub fn revoke(&self, device: DeviceId) {
        let now = self.now();
        let done = self.app.ingest.run_now(move |writer| {
            let sql = "UPDATE device SET revoked_at = ?2 WHERE device_id = ?1";
            Ok(writer.conn().execute(sql, (device.0, now)).map_err(StoreError::from)?)
        });
        assert_eq!(done.expect("the tablet is revoked"), 1);
    }

    /// Tells tablets that the server was restored from a backup.
    ///
    /// # Panics
    ///
    /// Where the kabupaten is not set up.
    pub fn begin_epoch(&self, epoch: u64) {
        let done = self.app.ingest.run_now(move |writer| {
            let sql = "UPDATE kab SET epoch = ?1";
            let bytes = epoch.to_be_bytes();
            Ok(writer.conn().execute(sql, [bytes]).map_err(StoreError::from)?)
        });
        assert_eq!(done.expect("an epoch begins"), 1);
    }

    /// Pushes a frame as the one who wrote a change of it, whoever that is.
    ///
    /// # Panics
    ///
    /// Where the change names nobody, or the frame is refused.
    pub fn push_as_author(&self, frame: &[u8], change: &[u8], scope: ScopeId) -> PushAnswer {
        let change = Change::parse(change).expect("an honest change is read");
        let author: Option<Author> = change.message.and_then(|text| text.parse().ok());
        let author = author.expect("the change names its author");
        let sender = ingest::Sender {
            user: author.user.expect("a person wrote"),
            device: author.device,
            roles: Roles::of("fs"),
            scopes: vec![scope],
        };
        let frame = Frame::decode(frame).expect("an honest frame is read");
        self.app.ingest.push_now(sender, frame).expect("the frame is taken")
    }
}
