-- What a start reads instead of a long book: the state after some entry, in parts. A snapshot is there
-- once its row is; parts without one are what was left of one that was never finished. All of it can
-- be deleted at any time, and is when a person's details are erased.
CREATE TABLE snapshot (
    organization TEXT NOT NULL,
    height BIGINT NOT NULL,
    hash BLOB NOT NULL,
    layout BIGINT NOT NULL,
    parts BIGINT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (organization, height)
) WITHOUT ROWID;

CREATE TABLE snapshot_part (
    organization TEXT NOT NULL,
    height BIGINT NOT NULL,
    part BIGINT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organization, height, part)
);
