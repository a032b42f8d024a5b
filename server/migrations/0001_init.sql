-- The log, what follows from it, and who may come in. Every table leads with kab.
-- Times are seconds since 1970-01-01 UTC by the server's clock. Ids of documents are 16 bytes.
-- An index ends with the columns that its query orders by: else the planner takes the primary key
-- for the order and walks through the whole kabupaten.

CREATE TABLE kab (
    kab      INTEGER NOT NULL PRIMARY KEY, -- four-digit code, 9901
    epoch    BLOB    NOT NULL CHECK (length(epoch) = 8), -- new after a restore: tablets re-offer
    next_pos INTEGER NOT NULL DEFAULT 1,   -- the position the next log entry takes
    zone     TEXT    NOT NULL DEFAULT 'Asia/Jakarta'
) STRICT;

-- Everything that happened, in one order. Rows and projections are functions of this table.
CREATE TABLE log (
    kab       INTEGER NOT NULL,
    pos       INTEGER NOT NULL,
    what      INTEGER NOT NULL, -- 1 change, 2 held, 3 decision, 4 import, 5 move, 6 settled held
    doc       BLOB, -- the document it touches
    kind      INTEGER, -- its kind
    hash      BLOB, -- of a change: its identity, on the wire too
    scope     INTEGER, -- whose feed it goes to
    user_id   INTEGER, -- its author; NULL: the server itself
    device_id INTEGER, -- the tablet it was written on; NULL: a page
    visit     BLOB, -- the visit or decision it belongs to
    recv_at   INTEGER NOT NULL, -- when the server received it; the clock is never asked again
    body      BLOB    NOT NULL, -- the raw change, or the CBOR of the entry; empty once purged
    PRIMARY KEY (kab, pos),
    UNIQUE (kab, doc, hash)   -- a change is stored once
) STRICT;
CREATE INDEX log_scope ON log (kab, scope, pos) WHERE scope IS NOT NULL;
CREATE INDEX log_visit ON log (kab, visit, pos) WHERE visit IS NOT NULL;

-- One row a document: its whole meaning as the register machine keeps it.
CREATE TABLE doc (
    kab       INTEGER NOT NULL,
    doc       BLOB    NOT NULL CHECK (length(doc) = 16),
    kind      INTEGER NOT NULL, -- 1 person, 2 household, 3 case
    scope     INTEGER NOT NULL,
    register  BLOB    NOT NULL, -- heads, highest op, seq of each actor, candidates of each key
    changes   INTEGER NOT NULL,
    first_pos INTEGER NOT NULL,
    last_pos  INTEGER NOT NULL, -- its place in the feed
    scope_pos INTEGER NOT NULL, -- when it came into this scope: older cursors get all of it
    PRIMARY KEY (kab, doc)
) STRICT;

-- Changes kept aside, with the reason; nothing a tablet sent is thrown away.
CREATE TABLE held (
    kab       INTEGER NOT NULL,
    doc       BLOB    NOT NULL,
    hash      BLOB    NOT NULL,
    kind      INTEGER NOT NULL,
    scope     INTEGER NOT NULL,
    code      TEXT    NOT NULL, -- hostile, not_allowed, unknown_dep, purged
    why       TEXT    NOT NULL,
    need      BLOB, -- the change that must come first
    user_id   INTEGER NOT NULL, -- who sent it
    device_id INTEGER,
    state     TEXT    NOT NULL, -- held, applied, set_aside
    pos       INTEGER NOT NULL,
    recv_at   INTEGER NOT NULL,
    body      BLOB    NOT NULL,
    PRIMARY KEY (kab, doc, hash)
) STRICT;
CREATE INDEX held_need ON held (kab, need, pos) WHERE need IS NOT NULL;
CREATE INDEX held_device ON held (kab, device_id);
CREATE INDEX held_open ON held (kab, pos) WHERE state = 'held';

-- What is handed out together. The id is given once; wilayah codes split and move.
CREATE TABLE scope (
    kab     INTEGER NOT NULL,
    scope   INTEGER NOT NULL,
    type    TEXT    NOT NULL, -- desa, private, kab
    wilayah TEXT, -- desa: its ten digits now; kab: its four; private: desa of the author
    owner   INTEGER, -- private: the author
    name    TEXT    NOT NULL, -- to show
    digest  BLOB    NOT NULL CHECK (length(digest) = 32),
    docs    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kab, scope)
) STRICT;
CREATE INDEX scope_wilayah ON scope (kab, wilayah);
CREATE INDEX scope_owner ON scope (kab, owner) WHERE owner IS NOT NULL;

-- Handlers named for a private scope, besides its author.
CREATE TABLE scope_member (
    kab     INTEGER NOT NULL,
    scope   INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    pos     INTEGER NOT NULL,
    PRIMARY KEY (kab, scope, user_id)
) STRICT;
CREATE INDEX scope_member_user ON scope_member (kab, user_id, scope);

-- What the authority decided or hands out, as tablets get it. Only the server writes rows.
CREATE TABLE feed_row (
    kab     INTEGER NOT NULL,
    row_id  BLOB    NOT NULL CHECK (length(row_id) = 16),
    kind    INTEGER NOT NULL,
    scope   INTEGER NOT NULL, -- whose feed carries it
    to_user INTEGER, -- only this person's tablets get it
    doc     BLOB, -- what it speaks of
    pos     INTEGER NOT NULL, -- of the log entry that caused it
    at      INTEGER NOT NULL,
    body    BLOB    NOT NULL, -- CBOR with integer keys
    PRIMARY KEY (kab, row_id)
) STRICT;
CREATE INDEX feed_row_scope ON feed_row (kab, scope, pos);
CREATE INDEX feed_row_doc ON feed_row (kab, doc) WHERE doc IS NOT NULL;

CREATE TABLE user_account (
    kab      INTEGER NOT NULL,
    user_id  INTEGER NOT NULL,
    login    TEXT    NOT NULL, -- lower case
    name     TEXT    NOT NULL,
    password TEXT, -- PHC string; NULL: may not log in to pages
    state    TEXT    NOT NULL, -- active, ended
    made_at  INTEGER NOT NULL,
    ended_at INTEGER,
    PRIMARY KEY (kab, user_id),
    UNIQUE (kab, login)
) STRICT;

-- A person may have several roles, each for a part of the wilayah (prefix of its code).
CREATE TABLE user_role (
    kab     INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    role    TEXT    NOT NULL,
    wilayah TEXT    NOT NULL, -- undotted: 99, 9901, 990101, 9901012001
    PRIMARY KEY (kab, user_id, role, wilayah)
) STRICT;

CREATE TABLE device (
    kab        INTEGER NOT NULL,
    device_id  INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    name       TEXT    NOT NULL DEFAULT '',
    block      TEXT    NOT NULL, -- PPP of its registration numbers
    code_hash  BLOB, -- SHA-256 of the enrolment code, until it was used
    code_until INTEGER,
    public_key BLOB    CHECK (public_key IS NULL OR length(public_key) = 32), -- Ed25519
    made_at    INTEGER NOT NULL,
    joined_at  INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (kab, device_id),
    UNIQUE (kab, block)
) STRICT;
CREATE UNIQUE INDEX device_code ON device (kab, code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX device_user ON device (kab, user_id);

-- Documents erased by law (UU 27/2022 art. 43-45); later changes for them are held.
CREATE TABLE purged (
    kab    INTEGER NOT NULL,
    doc    BLOB    NOT NULL,
    reason TEXT    NOT NULL,
    pos    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (kab, doc)
) STRICT;

-- Register packs (DTKS/DTSEN), read-only; a document lies over a row.
CREATE TABLE pack (
    kab      INTEGER NOT NULL,
    scope    INTEGER NOT NULL,
    source   TEXT    NOT NULL, -- dtks, dtsen
    release     TEXT    NOT NULL, -- such as dtsen-2025-2
    released_on TEXT    NOT NULL, -- day of the release
    rows     INTEGER NOT NULL,
    hash     BLOB    NOT NULL, -- of the rows: the same file again changes nothing
    pos      INTEGER NOT NULL,
    PRIMARY KEY (kab, scope, source)
) STRICT;
CREATE TABLE pack_row (
    kab        INTEGER NOT NULL,
    scope      INTEGER NOT NULL,
    source     TEXT    NOT NULL,
    row_id     TEXT    NOT NULL,
    family     TEXT, -- household id of the register
    nik        TEXT,
    kk         TEXT,
    nik_hash   BLOB,
    name       TEXT    NOT NULL,
    birth_date TEXT,
    sex        TEXT,
    relation   TEXT,
    mother     TEXT,
    address    TEXT,
    rt         TEXT,
    rw         TEXT,
    desil      INTEGER,
    programs   TEXT    NOT NULL DEFAULT '', -- codes, separated by blanks
    gone       INTEGER NOT NULL DEFAULT 0, -- marked by the register, never deleted
    PRIMARY KEY (kab, scope, source, row_id)
) STRICT;
CREATE INDEX pack_row_nik ON pack_row (kab, nik_hash) WHERE nik_hash IS NOT NULL;

-- Read tables, folded from documents.

CREATE TABLE person (
    kab        INTEGER NOT NULL,
    doc        BLOB    NOT NULL,
    scope      INTEGER NOT NULL,
    name       TEXT,
    nik        TEXT,
    nik_hash   BLOB,
    birth_date TEXT,
    sex        TEXT,
    phone      TEXT,
    household  BLOB,
    relation   TEXT,
    presence   TEXT,
    review     INTEGER NOT NULL, -- keys that wait for an admin
    PRIMARY KEY (kab, doc)
) STRICT;
CREATE INDEX person_nik ON person (kab, nik_hash, doc) WHERE nik_hash IS NOT NULL;
CREATE INDEX person_household ON person (kab, household) WHERE household IS NOT NULL;

CREATE TABLE household (
    kab     INTEGER NOT NULL,
    doc     BLOB    NOT NULL,
    scope   INTEGER NOT NULL,
    desa    TEXT,
    kk      TEXT,
    kk_hash BLOB,
    address TEXT,
    hamlet  TEXT,
    rt      TEXT,
    rw      TEXT,
    state   TEXT,
    size    INTEGER,
    roof    BLOB,
    review  INTEGER NOT NULL,
    PRIMARY KEY (kab, doc)
) STRICT;
CREATE INDEX household_kk ON household (kab, kk_hash, doc) WHERE kk_hash IS NOT NULL;
CREATE INDEX household_place ON household (kab, scope, rw, rt);

CREATE TABLE participation (
    kab     INTEGER NOT NULL,
    doc     BLOB    NOT NULL,
    program TEXT    NOT NULL,
    scope   INTEGER NOT NULL,
    status  TEXT,
    source  TEXT,
    since   TEXT,
    last    TEXT,
    card    TEXT,
    problem TEXT,
    PRIMARY KEY (kab, doc, program)
) STRICT;

CREATE TABLE case_file (
    kab     INTEGER NOT NULL,
    doc     BLOB    NOT NULL,
    scope   INTEGER NOT NULL,
    kind    TEXT,
    subcat  TEXT,
    number  TEXT,
    person  BLOB,
    channel TEXT,
    program TEXT,
    sector  TEXT,
    urgent  INTEGER NOT NULL,
    review  INTEGER NOT NULL,
    PRIMARY KEY (kab, doc)
) STRICT;
CREATE INDEX case_file_number ON case_file (kab, number, doc) WHERE number IS NOT NULL;
CREATE INDEX case_file_person ON case_file (kab, person, doc) WHERE person IS NOT NULL;

-- The unit of review: every change made during a visit names it.
CREATE TABLE visit (
    kab       INTEGER NOT NULL,
    visit     BLOB    NOT NULL CHECK (length(visit) = 16),
    user_id   INTEGER NOT NULL,
    device_id INTEGER,
    scope     INTEGER NOT NULL,
    doc       BLOB, -- where its event stands; NULL until that came
    claimed   INTEGER, -- when it was, by the tablet's clock
    place     TEXT,
    purpose   TEXT,
    outcome   TEXT,
    channel   TEXT,
    first_pos INTEGER NOT NULL,
    last_pos  INTEGER NOT NULL,
    first_at  INTEGER NOT NULL, -- when the server received the first change naming it
    last_at   INTEGER NOT NULL,
    PRIMARY KEY (kab, visit)
) STRICT;
CREATE INDEX visit_doc ON visit (kab, doc) WHERE doc IS NOT NULL;
CREATE INDEX visit_silent ON visit (kab, first_pos) WHERE doc IS NULL;

CREATE TABLE visit_part (
    kab       INTEGER NOT NULL,
    visit     BLOB    NOT NULL,
    doc       BLOB    NOT NULL,
    kind      INTEGER NOT NULL,
    changes   INTEGER NOT NULL,
    first_pos INTEGER NOT NULL,
    last_pos  INTEGER NOT NULL,
    PRIMARY KEY (kab, visit, doc)
) STRICT;
CREATE INDEX visit_part_doc ON visit_part (kab, doc, visit);

-- Keys with unequal values, and who wrote each.
CREATE TABLE conflict (
    kab    INTEGER NOT NULL,
    doc    BLOB    NOT NULL,
    key    TEXT    NOT NULL,
    review INTEGER NOT NULL, -- 1: an admin must choose; 0: a rule shows one
    hash   BLOB    NOT NULL, -- of the candidates: asked once for the same set
    pos    INTEGER NOT NULL, -- the entry that brought this set
    PRIMARY KEY (kab, doc, key)
) STRICT;
CREATE TABLE candidate (
    kab       INTEGER NOT NULL,
    doc       BLOB    NOT NULL,
    key       TEXT    NOT NULL,
    n         INTEGER NOT NULL, -- order of the register machine; the last one wins
    value     BLOB    NOT NULL, -- as the register machine writes a scalar
    shown     INTEGER NOT NULL, -- 1: what screens show until it is settled
    hash      BLOB    NOT NULL, -- the change that wrote it
    user_id   INTEGER,
    device_id INTEGER,
    visit     BLOB,
    claimed   INTEGER NOT NULL, -- by the writer's clock
    recv_at   INTEGER NOT NULL,
    PRIMARY KEY (kab, doc, key, n)
) STRICT;

-- What a search finds a person by: how each word of the name sounds.
CREATE TABLE search_key (
    kab   INTEGER NOT NULL,
    key   TEXT    NOT NULL,
    doc   BLOB    NOT NULL,
    scope INTEGER NOT NULL,
    PRIMARY KEY (kab, key, doc)
) STRICT, WITHOUT ROWID;
