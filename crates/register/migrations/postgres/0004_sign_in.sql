-- What signing in stands on, beside the register: it comes and goes, and a person's is deleted when their
-- details are erased. Of a link only the blake3 hash of its secret is here. There is one link a person
-- and purpose, so that a new one makes the one before it worthless.
CREATE TABLE link (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    secret_hash BYTEA NOT NULL UNIQUE,
    expires BIGINT NOT NULL,
    PRIMARY KEY (organization, party, purpose)
);

-- The public half of a passkey; the other half never leaves the person's device.
CREATE TABLE passkey (
    credential BYTEA NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    label TEXT NOT NULL,
    body TEXT NOT NULL,
    created BIGINT NOT NULL,
    last_used BIGINT NOT NULL
);

CREATE INDEX passkey_of ON passkey (organization, party);

-- What a browser was asked and has not answered yet: answered once, and within minutes.
CREATE TABLE challenge (
    secret_hash BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    body TEXT NOT NULL,
    expires BIGINT NOT NULL
);

-- The language that a person chose last, in which they are written to.
CREATE TABLE reader (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (organization, party)
);
