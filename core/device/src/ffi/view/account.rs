//! Opening the file, who uses the tablet, and what a session did.

/// What the app lends the core when it opens the file.
#[derive(Clone, uniffi::Record)]
pub struct OpenConfig {
    /// Folder of the encrypted file; made when it is not there.
    pub dir: String,
    /// Raw key of the file, 32 bytes, unwrapped by the Android Keystore.
    pub key: Vec<u8>,
    /// Language of every text that the core returns: `in` or `en`.
    pub lang: String,
    /// Seconds since 1970 UTC at which the clock stands still; 0 asks the system's clock.
    pub now_hint: i64,
}

/// Who works with this tablet, where, and for which server.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Account {
    /// Whether the tablet has been enrolled.
    pub enrolled: bool,
    /// Address of the server; empty before enrolment.
    pub server: String,
    /// Name of the worker as the office wrote it.
    pub user_name: String,
    /// Names of the desa whose data the tablet holds.
    pub desa_names: Vec<String>,
    /// Name of the tablet as the office sees it.
    pub device_name: String,
}

/// What one sync session did.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SyncReport {
    /// Whether nothing waits and both sides hold the same versions.
    pub complete: bool,
    /// Changes that the server took in this session.
    pub sent: i32,
    /// Documents and rows that arrived in this session.
    pub received: i32,
    /// Changes that the server holds back.
    pub held: i32,
    /// The same as one sentence for the screen.
    pub text: String,
}
