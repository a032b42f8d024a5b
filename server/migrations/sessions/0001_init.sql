-- Who is logged in. A file of its own: a login never waits for ingest.

-- Pages: the cookie's token is kept as SHA-256 only.
CREATE TABLE login (
    kab     INTEGER NOT NULL,
    token   BLOB    NOT NULL CHECK (length(token) = 32),
    user_id INTEGER NOT NULL,
    csrf    BLOB    NOT NULL, -- secret of the form tokens
    made_at INTEGER NOT NULL, -- absolute end: twelve hours later
    seen_at INTEGER NOT NULL, -- idle end: thirty minutes later
    PRIMARY KEY (kab, token)
) STRICT;
CREATE INDEX login_user ON login (kab, user_id);

-- Tablets: sixty minutes, and never longer than the device is enrolled.
CREATE TABLE sync_session (
    kab       INTEGER NOT NULL,
    token     BLOB    NOT NULL CHECK (length(token) = 32),
    device_id INTEGER NOT NULL,
    user_id   INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL,
    PRIMARY KEY (kab, token)
) STRICT;
CREATE INDEX sync_session_device ON sync_session (kab, device_id);

-- The nonce that the next hello of a device must sign.
CREATE TABLE nonce (
    kab       INTEGER NOT NULL,
    device_id INTEGER NOT NULL,
    nonce     BLOB    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (kab, device_id)
) STRICT;
