-- What is decided and what waits: functions of the log, written by the step engine alone.
-- Times are seconds since 1970-01-01 UTC by the server's clock.

-- Where each case stands; the newest row, its history is case_step.
CREATE TABLE case_state (
    kab            INTEGER NOT NULL,
    doc            BLOB    NOT NULL CHECK (length(doc) = 16),
    scope          INTEGER NOT NULL,
    desa           TEXT,  -- ten digits of the scope
    kind           TEXT    NOT NULL, -- question, suggestion, grievance, need, listing
    state          TEXT    NOT NULL,
    n              INTEGER NOT NULL, -- number of the newest state row; an event names the one seen
    since_pos      INTEGER NOT NULL,
    since_at       INTEGER NOT NULL,
    earlier        TEXT,  -- before papers were waited for, or before a merge
    returned_from  TEXT,  -- who returned it
    unit           TEXT,  -- slrt, puskesos:<desa>, prov:<province>
    handler        INTEGER,  -- the named back officer of a private case
    ask            TEXT,  -- refer, close
    ask_by         INTEGER,
    ask_input      BLOB,  -- what was asked for, CBOR
    word           TEXT,  -- the citizen's
    word_at        INTEGER,
    outcome        TEXT,
    reason         TEXT,
    sentence       TEXT,
    author         INTEGER,
    author_role    TEXT,
    stand_in       INTEGER,  -- the worker named instead of the author
    visit          BLOB,  -- the visit that submitted it
    person         BLOB,
    private        INTEGER NOT NULL,
    urgent         INTEGER NOT NULL,
    mode           INTEGER NOT NULL, -- made in a mode of emergency
    unsure         INTEGER NOT NULL, -- 1: submitted before person and household were here
    withdraw_asked INTEGER NOT NULL,
    answered       INTEGER NOT NULL,
    first_at       INTEGER,  -- first receipt: the clock of the whole case
    total_due      INTEGER,
    paused_at      INTEGER,
    staff_done_at  INTEGER,
    survivor       BLOB,  -- the case that it was merged into
    PRIMARY KEY (kab, doc)
) STRICT;
CREATE INDEX case_state_person ON case_state (kab, person, doc) WHERE person IS NOT NULL;
CREATE INDEX case_state_papers ON case_state (kab, person) WHERE state = 'awaiting_papers' OR unsure = 1;
CREATE INDEX case_state_visit ON case_state (kab, visit, doc) WHERE visit IS NOT NULL;

-- Each step with actor, role and both times; nothing is overwritten.
CREATE TABLE case_step (
    kab        INTEGER NOT NULL,
    doc        BLOB    NOT NULL,
    n          INTEGER NOT NULL,
    step       TEXT    NOT NULL,
    from_state TEXT    NOT NULL,
    to_state   TEXT    NOT NULL,
    user_id    INTEGER,  -- NULL: the system
    role       TEXT,
    note       TEXT,
    event      BLOB,  -- the event or decision that asked
    claimed    INTEGER,  -- by the author's clock
    at         INTEGER NOT NULL,
    pos        INTEGER NOT NULL,
    PRIMARY KEY (kab, doc, n)
) STRICT;

-- Review of a visit: waiting, accepted, returned, counted.
CREATE TABLE visit_state (
    kab        INTEGER NOT NULL,
    visit      BLOB    NOT NULL CHECK (length(visit) = 16),
    doc        BLOB,  -- where its event stands
    scope      INTEGER NOT NULL,
    desa       TEXT,
    user_id    INTEGER,
    state      TEXT    NOT NULL,
    round      INTEGER NOT NULL,
    from_pos   INTEGER NOT NULL, -- changes after it are new in this round
    decided_by INTEGER,
    note       TEXT,
    pos        INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (kab, visit)
) STRICT;

-- What came back to its author, one row a document.
CREATE TABLE return_note (
    kab     INTEGER NOT NULL,
    id      BLOB    NOT NULL CHECK (length(id) = 16),
    doc     BLOB    NOT NULL,
    visit   BLOB,
    n       INTEGER NOT NULL, -- the how-manieth return of the document
    fields  BLOB    NOT NULL, -- CBOR: key and note of each field
    note    TEXT,
    by_user INTEGER NOT NULL,
    to_user INTEGER,
    due     INTEGER NOT NULL,
    state   TEXT    NOT NULL, -- open, corrected, closed
    pos     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kab, id),
    UNIQUE (kab, doc, n)
) STRICT;
CREATE INDEX return_note_visit ON return_note (kab, visit) WHERE visit IS NOT NULL;

-- Each event and decision acts once, however often it comes.
CREATE TABLE acted (
    kab  INTEGER NOT NULL,
    id   BLOB    NOT NULL CHECK (length(id) = 16), -- ULID of the event or decision
    pos  INTEGER NOT NULL,
    PRIMARY KEY (kab, id)
) STRICT;

-- What an event asked and the table forbids: visible, never dropped.
CREATE TABLE refusal (
    kab     INTEGER NOT NULL,
    event   BLOB    NOT NULL,
    doc     BLOB    NOT NULL,
    step    TEXT    NOT NULL,
    code    TEXT    NOT NULL, -- illegal, not_allowed, missing, repeated, late
    guard   TEXT    NOT NULL,
    fields  TEXT    NOT NULL, -- keys in the way, separated by blanks
    seen    TEXT,  -- the state that its author had seen
    present TEXT,
    user_id INTEGER,
    pos     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kab, event)
) STRICT;
CREATE INDEX refusal_doc ON refusal (kab, doc);

-- What waits for a person; a done row stays as history.
CREATE TABLE queue (
    kab         INTEGER NOT NULL,
    cause       TEXT    NOT NULL, -- unique: the same cause never makes two rows
    queue       TEXT    NOT NULL,
    row_pos     INTEGER NOT NULL, -- its number, for rows that speak of it
    doc         BLOB,  -- what a list shows
    case_doc    BLOB,  -- the case whose steps close it
    visit       BLOB,
    key         TEXT,  -- conflict: the field; print: the letter
    scope       INTEGER NOT NULL,
    desa        TEXT,
    unit        TEXT,  -- the office that it waits for
    private     INTEGER NOT NULL,
    owner       INTEGER,  -- the person that it waits for
    handler     INTEGER,
    mode        INTEGER NOT NULL,
    urgent      INTEGER NOT NULL,
    received_at INTEGER NOT NULL, -- order: oldest receipt
    opened_pos  INTEGER NOT NULL,
    opened_at   INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    done_pos    INTEGER,
    done_at     INTEGER,
    done_by     INTEGER,
    done_step   TEXT,
    PRIMARY KEY (kab, cause),
    UNIQUE (kab, row_pos)
) STRICT;
CREATE INDEX queue_open ON queue (kab, queue, desa, mode DESC, urgent DESC, due, received_at)
    WHERE done_pos IS NULL;
CREATE INDEX queue_case ON queue (kab, case_doc, row_pos) WHERE case_doc IS NOT NULL;
CREATE INDEX queue_visit ON queue (kab, visit) WHERE visit IS NOT NULL;
CREATE INDEX queue_doc ON queue (kab, doc, queue, row_pos) WHERE doc IS NOT NULL;
CREATE INDEX queue_due ON queue (kab, due) WHERE done_pos IS NULL;

-- "Ambil": a holder, lapsing by itself; not part of the log.
CREATE TABLE queue_hold (
    kab     INTEGER NOT NULL,
    cause   TEXT    NOT NULL,
    user_id INTEGER NOT NULL,
    until   INTEGER NOT NULL,
    PRIMARY KEY (kab, cause)
) STRICT;

-- Telling the citizen: one open task a case, the newest word.
CREATE TABLE inform_task (
    kab     INTEGER NOT NULL,
    id      BLOB    NOT NULL CHECK (length(id) = 16),
    doc     BLOB    NOT NULL,
    n       INTEGER NOT NULL, -- of the state row
    word    TEXT    NOT NULL,
    due     INTEGER NOT NULL,
    state   TEXT    NOT NULL, -- open, done, not_reached, superseded
    tries   INTEGER NOT NULL,
    channel TEXT,
    reached TEXT,
    told_on TEXT,
    done_at INTEGER,
    pos     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kab, id)
) STRICT;
CREATE INDEX inform_task_doc ON inform_task (kab, doc);

-- Questions about data; clocks of the case stand still while one is open.
CREATE TABLE data_request (
    kab      INTEGER NOT NULL,
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    doc      BLOB    NOT NULL,
    question TEXT    NOT NULL,
    keys     TEXT    NOT NULL, -- separated by blanks
    by_user  INTEGER,
    due      INTEGER NOT NULL,
    state    TEXT    NOT NULL, -- open, replied
    reply    TEXT,
    pos      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (kab, id)
) STRICT;
CREATE INDEX data_request_doc ON data_request (kab, doc);

-- One open referral a case; several in sequence, children by parent.
CREATE TABLE referral (
    kab         INTEGER NOT NULL,
    id          BLOB    NOT NULL CHECK (length(id) = 16),
    doc         BLOB    NOT NULL,
    seq         INTEGER NOT NULL,
    parent      BLOB,
    state       TEXT    NOT NULL,
    target      TEXT    NOT NULL,
    target_id   TEXT,
    program     TEXT,
    level       TEXT    NOT NULL,
    final_level TEXT    NOT NULL,
    login       INTEGER NOT NULL, -- 0: answers by letter
    asked_by    INTEGER,
    approved_by INTEGER,
    sent_at     INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    own_date    TEXT,
    answer      BLOB,  -- the input of the answering step, CBOR
    realised_on TEXT,
    pos         INTEGER NOT NULL,
    PRIMARY KEY (kab, id),
    UNIQUE (kab, doc, seq)
) STRICT;

-- Two documents that may be one.
CREATE TABLE pair (
    kab         INTEGER NOT NULL,
    one         BLOB    NOT NULL,
    other       BLOB    NOT NULL, -- the larger id
    kind        INTEGER NOT NULL,
    state       TEXT    NOT NULL, -- open, different, proposed, linked, split, undone
    score       INTEGER,
    reasons     TEXT    NOT NULL,
    verdict     TEXT,  -- same, two_in_one
    survivor    BLOB,
    proposed_by INTEGER,
    decided_by  INTEGER,
    why         TEXT,
    pos         INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    PRIMARY KEY (kab, one, other)
) STRICT;
CREATE INDEX pair_other ON pair (kab, other);

-- Links; nothing is deleted, undoing closes the row.
CREATE TABLE alias (
    kab       INTEGER NOT NULL,
    loser     BLOB    NOT NULL,
    winner    BLOB    NOT NULL,
    kind      INTEGER NOT NULL,
    pos       INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    closed_at INTEGER,
    PRIMARY KEY (kab, loser, pos)
) STRICT;
CREATE INDEX alias_winner ON alias (kab, winner);
