-- How somebody came in, and the ways in that others made for them, so that nobody is signed in as somebody
-- without their seeing it.
ALTER TABLE account ADD COLUMN begun TEXT NOT NULL DEFAULT '';
ALTER TABLE link ADD COLUMN way TEXT NOT NULL DEFAULT 'mail';

CREATE TABLE handed (
    organization TEXT NOT NULL,
    party BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (organization, party, number)
);
