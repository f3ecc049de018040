-- The append-only book: one row an entry. docs/register.md says what an entry holds and how its hash
-- is made. `digests` has the hashes of the command, of the payload, of the entry before, of the entry
-- and, where there is a party, of their details, 32 bytes each: a book is read in half the time that
-- it takes with a column for each.
CREATE TABLE entry (
    organization TEXT NOT NULL,
    height BIGINT NOT NULL,
    at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    request BYTEA NOT NULL,
    payload TEXT NOT NULL,
    party BIGINT,
    digests BYTEA NOT NULL,
    PRIMARY KEY (organization, height)
);

-- What can be erased: the details of a person, bound to an entry by their hash in it.
CREATE TABLE personal (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    height BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (organization, party, height)
);
