-- What ends a case's way: letters with the number series of each office, and the programs that a
-- program owner's login answers for. An entry 7 of the log says that a case went on in a private
-- scope: its rows follow the copy, the open document is gone from every table but the log.

-- A letter that left an office. A receipt bears the case's own number, so it has none here.
CREATE TABLE letter (
    kab     INTEGER NOT NULL,
    cause   TEXT    NOT NULL, -- of the queue row that it ended
    doc     BLOB    NOT NULL,
    letter  TEXT    NOT NULL, -- receipt, civil_papers, referral, refusal, cover
    office  TEXT    NOT NULL, -- slrt, puskesos:<desa>
    year    INTEGER NOT NULL,
    no      INTEGER, -- counts up for each office and year
    signer  TEXT, -- who signed, where it is not the office's head
    user_id INTEGER,
    pos     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (kab, cause),
    UNIQUE (kab, office, year, no)
) STRICT;
CREATE INDEX letter_doc ON letter (kab, doc);

-- The programs of a program owner; where is in user_role.
CREATE TABLE user_program (
    kab     INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    program TEXT    NOT NULL,
    PRIMARY KEY (kab, user_id, program)
) STRICT;
