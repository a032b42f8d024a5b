-- Who saw or changed what: append only, each line sealed by the hash of the one before.
CREATE TABLE audit (
    kab       INTEGER NOT NULL,
    n         INTEGER NOT NULL, -- 1, 2, 3 … without a gap
    at        INTEGER NOT NULL,
    user_id   INTEGER, -- NULL: the server itself or the command line
    device_id INTEGER,
    what      TEXT    NOT NULL, -- reveal, export, login, grant, refused …
    doc       BLOB,
    detail    TEXT    NOT NULL, -- purpose, field keys, route; never a citizen's data
    hash      BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (kab, n)
) STRICT;
CREATE INDEX audit_doc ON audit (kab, doc) WHERE doc IS NOT NULL;
CREATE INDEX audit_user ON audit (kab, user_id);
