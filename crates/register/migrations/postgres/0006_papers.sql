-- Papers that both sides signed, as they were uploaded: beside the register, which has the hash of the bytes.
-- They are deleted when the details of the party are erased.
CREATE TABLE paper (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (organization, party, hash)
);
