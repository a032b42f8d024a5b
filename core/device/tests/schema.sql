CREATE INDEX document_scope ON document (scope);
CREATE INDEX household_kk ON household (kk) WHERE kk IS NOT NULL;
CREATE INDEX household_place ON household (rt, rw);
CREATE INDEX kase_person ON kase (person);
CREATE INDEX outbox_visit ON outbox (visit);
CREATE INDEX person_household ON person (household);
CREATE INDEX person_nik ON person (nik) WHERE nik IS NOT NULL;
CREATE INDEX register_family_order ON register_family (desil, rw, rt, n);
CREATE INDEX register_household ON register_row (household);
CREATE INDEX register_kk ON register_row (kk) WHERE kk IS NOT NULL;
CREATE INDEX register_nik ON register_row (nik) WHERE nik IS NOT NULL;
CREATE INDEX register_person ON register_row (person);
CREATE INDEX register_place ON register_row (rt, rw);
CREATE INDEX register_row_id ON register_row (row_id);
CREATE INDEX row_doc ON row (doc_id, kind);
CREATE INDEX visit_household ON visit (household, finished_s);
CREATE TABLE cursor (
    scope INTEGER PRIMARY KEY REFERENCES scope (id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    pos   INTEGER NOT NULL
) STRICT;
CREATE TABLE digest (
    scope INTEGER PRIMARY KEY,
    sum   BLOB NOT NULL CHECK (length(sum) = 32)
) STRICT;
CREATE TABLE document (
    doc_id          BLOB PRIMARY KEY CHECK (length(doc_id) = 16),
    kind            INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
    scope           INTEGER NOT NULL,
    save            BLOB NOT NULL, -- automerge's own bytes, with the whole history
    register        BLOB NOT NULL, -- the same as keys and candidates
    heads           BLOB NOT NULL, -- 32 bytes each, ascending
    confirmed_heads BLOB, -- those that the server named; the digest counts them alone
    confirmed       BLOB, -- the register at those heads, where it is not the same
    receipt         BLOB, -- the server's proof over the confirmed heads
    offer           BLOB  -- receipt and heads to offer others' changes with, after a restore
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    visit   TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    doc     TEXT NOT NULL, -- a document's id, or the visit's own
    key     TEXT NOT NULL,
    value   TEXT NOT NULL, -- empty: take the value away
    saved_s INTEGER NOT NULL,
    PRIMARY KEY (visit, doc, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE household (
    doc_id     BLOB PRIMARY KEY,
    scope      INTEGER NOT NULL,
    kk         TEXT,
    desa       TEXT,
    address    TEXT,
    hamlet     TEXT,
    rt         TEXT,
    rw         TEXT,
    state      TEXT,
    reg_row    TEXT,
    visited_s  INTEGER, -- newest visit event
    visited_by INTEGER,
    own        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE kase (
    doc_id  BLOB PRIMARY KEY,
    scope   INTEGER NOT NULL,
    number  TEXT,
    kind    TEXT,
    subcat  TEXT,
    program TEXT,
    person  BLOB,
    own     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE number_block (
    block TEXT PRIMARY KEY, -- three characters
    kab   INTEGER NOT NULL,
    n     INTEGER NOT NULL, -- order of handing out
    next  INTEGER NOT NULL  -- next serial; it never goes back
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox (
    -- Order of saving: a change never leaves before its parent. No number is used twice.
    n       INTEGER PRIMARY KEY AUTOINCREMENT,
    doc_id  BLOB NOT NULL REFERENCES document (doc_id) ON DELETE RESTRICT,
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    body    BLOB NOT NULL, -- the raw change, sent as it is
    visit   TEXT, -- the visit that it belongs to
    saved_s INTEGER NOT NULL, -- seconds since 1970 UTC, tablet clock
    held    TEXT, -- the server's code; a held change blocks no other document
    why     TEXT,
    UNIQUE (doc_id, hash)
) STRICT;
CREATE TABLE person (
    n         INTEGER PRIMARY KEY,
    doc_id    BLOB NOT NULL UNIQUE,
    scope     INTEGER NOT NULL,
    household BLOB,
    name      TEXT,
    nik       TEXT,
    birth     TEXT,
    sex       TEXT,
    relation  TEXT,
    presence  TEXT,
    mother    TEXT,
    phone     TEXT,
    reg_row   TEXT,
    own       INTEGER NOT NULL -- 1: this worker wrote on it
) STRICT;
CREATE VIRTUAL TABLE person_name USING fts5 (
    normal, sound, content = '', contentless_delete = 1, prefix = '1 2 3'
);
CREATE TABLE purged (doc_id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE register_family (
    household BLOB PRIMARY KEY,
    scope     INTEGER NOT NULL,
    source    TEXT NOT NULL,
    n         INTEGER NOT NULL, -- its first row
    desil     INTEGER NOT NULL, -- the lowest; 99 for none
    rw        TEXT,
    rt        TEXT
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE register_name USING fts5 (
    normal, sound, content = '', contentless_delete = 1, prefix = '1 2 3'
);
CREATE TABLE register_pack (
    scope    INTEGER NOT NULL,
    source   TEXT NOT NULL, -- dtks or dtsen
    release  TEXT NOT NULL,
    released TEXT NOT NULL, -- its day
    PRIMARY KEY (scope, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE register_row (
    n         INTEGER PRIMARY KEY,
    scope     INTEGER NOT NULL,
    source    TEXT NOT NULL,
    row_id    TEXT NOT NULL,
    release   TEXT NOT NULL,
    nik       TEXT,
    kk        TEXT,
    name      TEXT NOT NULL,
    birth     TEXT,
    rt        TEXT,
    rw        TEXT,
    desil     INTEGER,
    programs  TEXT NOT NULL, -- codes, joined by a blank
    person    BLOB NOT NULL, -- the document that lies, or would lie, over it
    household BLOB NOT NULL,
    UNIQUE (scope, source, row_id)
) STRICT;
CREATE TABLE row (
    kind   INTEGER NOT NULL,
    row_id BLOB NOT NULL,
    scope  INTEGER NOT NULL,
    pos    INTEGER NOT NULL,
    at_s   INTEGER NOT NULL, -- when the server took it in
    doc_id BLOB, -- the document that it concerns
    body   BLOB NOT NULL,
    PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE scope (
    id   INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL, -- 1 desa, 2 private, 3 kabupaten; others are a newer server's
    code TEXT NOT NULL, -- wilayah code, may be empty; it may change, the id may not
    name TEXT NOT NULL,
    key  BLOB CHECK (key IS NULL OR length(key) = 32)
) STRICT;
CREATE TABLE visit (
    id         TEXT PRIMARY KEY, -- ULID of the visit's event
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'correction')),
    scope      INTEGER NOT NULL,
    household  BLOB NOT NULL, -- provisional until finished, where its KK was not known
    source     TEXT, -- register source and row that it began with
    row_id     TEXT,
    returned   BLOB, -- the return row that a correction answers
    started_s  INTEGER NOT NULL,
    saved_s    INTEGER NOT NULL,
    finished_s INTEGER,
    sent_s     INTEGER -- when the server had acknowledged its last change
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_part (
    visit   TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    n       INTEGER NOT NULL,
    kind    INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
    doc_id  BLOB NOT NULL, -- provisional for a person whose NIK was not known
    fresh   INTEGER NOT NULL, -- 1: added in this visit, may be taken away again
    source  TEXT, -- the register row under it
    row_id  TEXT,
    final   BLOB, -- the document that it became
    PRIMARY KEY (visit, n),
    UNIQUE (visit, doc_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_program (
    visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    code  TEXT NOT NULL,
    PRIMARY KEY (visit, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE visit_same (
    visit   TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    section TEXT NOT NULL,
    PRIMARY KEY (visit, section)
) STRICT, WITHOUT ROWID;
