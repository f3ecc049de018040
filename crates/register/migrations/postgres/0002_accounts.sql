-- Who may act through which secret. Only the blake3 hash of a secret is here, and none of it is in
-- the register: it comes and goes. `party` is NULL for the co-op's desk.
CREATE TABLE account (
    secret_hash BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    organization TEXT NOT NULL,
    party BIGINT,
    label TEXT NOT NULL,
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    expires BIGINT NOT NULL
);

CREATE INDEX account_of ON account (organization, party);
