-- The bytes of documents in the archive: beside the register, which has their hash. Each document has its own, also
-- where two have the same, so that a hash gives nobody the bytes. They are deleted when the document is erased.
CREATE TABLE archive_file (
    organization TEXT NOT NULL,
    document BIGINT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (organization, document)
);
