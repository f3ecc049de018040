-- The append-only book: one row an entry. docs/register.md says what each column holds and how an
-- entry's hash is made of them.
CREATE TABLE entry (
    organization TEXT NOT NULL,
    height BIGINT NOT NULL,
    at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    request BLOB NOT NULL,
    command_hash BLOB NOT NULL,
    payload TEXT NOT NULL,
    payload_hash BLOB NOT NULL,
    party BIGINT,
    personal_hash BLOB,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (organization, height)
) WITHOUT ROWID;

-- What can be erased: the details of a person, bound to an entry by its personal_hash.
CREATE TABLE personal (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    height BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization, party, height)
) WITHOUT ROWID;
