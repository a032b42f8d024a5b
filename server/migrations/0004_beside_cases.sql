-- What is decided beside the cases: emergencies, reports, accounts, cross-checks, numbers, pairs.
-- But for accounts and the index of likeness, functions of the log.

-- A question that an admin asks about a clash of data.
ALTER TABLE data_request ADD COLUMN conflict TEXT;

-- What was compared of a pair, hashed: asked again when it changes. Two in one: the author whose
-- values and cases the new document takes.
ALTER TABLE pair ADD COLUMN compared BLOB;
ALTER TABLE pair ADD COLUMN taken INTEGER;

-- What a person decided about a held change, and why.
ALTER TABLE held ADD COLUMN ended_by INTEGER;
ALTER TABLE held ADD COLUMN ended_why TEXT;

-- Since and until which log entry an account and a role hold: a replay asks for that moment.
ALTER TABLE user_account ADD COLUMN made_pos INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user_account ADD COLUMN ended_pos INTEGER;
ALTER TABLE user_role ADD COLUMN from_pos INTEGER NOT NULL DEFAULT 0;
CREATE TABLE user_role_past (
    kab       INTEGER NOT NULL,
    user_id   INTEGER NOT NULL,
    role      TEXT    NOT NULL,
    wilayah   TEXT    NOT NULL,
    from_pos  INTEGER NOT NULL,
    until_pos INTEGER NOT NULL,
    PRIMARY KEY (kab, user_id, role, wilayah, from_pos)
) STRICT;
CREATE INDEX user_role_who ON user_role (kab, role, user_id, wilayah, from_pos);
CREATE INDEX user_role_past_who
    ON user_role_past (kab, role, user_id, wilayah, from_pos, until_pos);

-- Under which keys, hashed, a person is compared with others, and how far the log was read for it.
CREATE TABLE match_key (
    kab INTEGER NOT NULL,
    key BLOB    NOT NULL CHECK (length(key) = 16),
    doc BLOB    NOT NULL,
    PRIMARY KEY (kab, key, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_doc ON match_key (kab, doc);
CREATE TABLE match_cursor (
    kab INTEGER NOT NULL PRIMARY KEY,
    pos INTEGER NOT NULL
) STRICT;

-- A registration number that another case had already; both answer.
CREATE TABLE renumbered (
    kab    INTEGER NOT NULL,
    doc    BLOB    NOT NULL,
    old    TEXT    NOT NULL,
    number TEXT    NOT NULL,
    n      INTEGER NOT NULL, -- the how-manieth of the kabupaten
    pos    INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (kab, doc),
    UNIQUE (kab, number),
    UNIQUE (kab, n)
) STRICT;

-- Modes of emergency.
CREATE TABLE emergency (
    kab      INTEGER NOT NULL,
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    wilayah  TEXT    NOT NULL, -- undotted code
    kind     TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    from_at  INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    state    TEXT    NOT NULL, -- on, off
    by_user  INTEGER,
    ended_by INTEGER,
    ended_at INTEGER,
    pos      INTEGER NOT NULL,
    PRIMARY KEY (kab, id)
) STRICT;
CREATE INDEX emergency_state ON emergency (kab, state, until_at);

-- Cases recorded in an emergency that lacked something when it was over.
CREATE TABLE quick_case (
    kab     INTEGER NOT NULL,
    doc     BLOB    NOT NULL,
    mode    BLOB    NOT NULL,
    state   TEXT    NOT NULL, -- open, complete, waived
    why     TEXT,
    by_user INTEGER,
    pos     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kab, doc)
) STRICT;
CREATE INDEX case_state_mode ON case_state (kab, desa, doc) WHERE mode = 1;

-- Quarterly reports; the figures of an accepted one never change.
CREATE TABLE report (
    kab          INTEGER NOT NULL,
    unit         TEXT    NOT NULL, -- puskesos:<desa>, slrt, prov:<province>
    quarter      TEXT    NOT NULL, -- 2025-3
    n            INTEGER NOT NULL, -- how often it waited for somebody
    state        TEXT    NOT NULL, -- drafted, submitted, returned, accepted
    definitions  INTEGER NOT NULL, -- version of what is counted how
    from_at      INTEGER NOT NULL,
    until_at     INTEGER NOT NULL,
    figures      BLOB    NOT NULL, -- CBOR
    figures_at   INTEGER NOT NULL, -- what came later is susulan
    hash         BLOB, -- SHA-256 of the figures, once accepted
    submitted_by INTEGER,
    decided_by   INTEGER,
    proof        TEXT,
    note         TEXT,
    pos          INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (kab, unit, quarter)
) STRICT;
CREATE INDEX case_step_first ON case_step (kab, at) WHERE n = 1;

-- A household that a facilitator of another desa looks at.
CREATE TABLE cross_check (
    kab        INTEGER NOT NULL,
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    doc        BLOB    NOT NULL,
    scope      INTEGER NOT NULL, -- whose feed tells the facilitator
    to_user    INTEGER NOT NULL,
    about_user INTEGER,
    by_user    INTEGER,
    name       TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    due        INTEGER NOT NULL,
    state      TEXT    NOT NULL, -- given, done
    answer     BLOB, -- the event
    pos        INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (kab, id)
) STRICT;
CREATE INDEX cross_check_doc ON cross_check (kab, doc);

-- Rows whose owner left, and who took them.
CREATE TABLE handover (
    kab      INTEGER NOT NULL,
    row_pos  INTEGER NOT NULL, -- number of the queue row
    cause    TEXT    NOT NULL, -- of the queue row
    old_user INTEGER,
    new_user INTEGER,
    unit     TEXT, -- the office that took it
    state    TEXT    NOT NULL, -- open, given
    pos      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (kab, row_pos)
) STRICT;
CREATE INDEX queue_owner ON queue (kab, owner) WHERE done_pos IS NULL AND owner IS NOT NULL;
CREATE INDEX queue_handler ON queue (kab, handler) WHERE done_pos IS NULL AND handler IS NOT NULL;
