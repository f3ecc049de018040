-- What lists of members leave beside the register. From the key the ids of what a list brings are derived, so
-- that the same row enters once; it is forgotten whenever a person's details are erased.
CREATE TABLE list_key (
    organization TEXT NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;

-- Whom the members' mail group had when somebody last brought it up to date: the numbers of people, as closed
-- ranges. `party` is NULL for the co-op's desk.
CREATE TABLE group_export (
    organization TEXT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    party BIGINT,
    address TEXT NOT NULL,
    people TEXT NOT NULL,
    PRIMARY KEY (organization, number)
) WITHOUT ROWID;
