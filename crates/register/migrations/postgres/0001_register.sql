-- The append-only book: one row an entry. docs/register.md says what each column holds and how an
-- entry's hash is made of them.
CREATE TABLE entry (
    organization TEXT NOT NULL,
    height BIGINT NOT NULL,
    at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    request BYTEA NOT NULL,
    command_hash BYTEA NOT NULL,
    payload TEXT NOT NULL,
    payload_hash BYTEA NOT NULL,
    party BIGINT,
    personal_hash BYTEA,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (organization, height)
);

-- What can be erased: the details of a person, bound to an entry by its personal_hash.
CREATE TABLE personal (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    height BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization, party, height)
);
