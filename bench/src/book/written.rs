//! Writing a book without its registrar, to have one to measure with.

use rochdale_core::{
    fact::Happened,
    values::{RequestId, Slug},
};
use rochdale_register::{
    Database, Digest,
    entry::{Entry, Head, Origin},
};

use super::SAMPLE;

/// How many entries a transaction takes.
const BATCH: usize = 4096;

/// Writes what happened, in order, as a new book of the sample co-op. Each came of a request of its
/// own.
pub async fn write(database: &Database, happened: impl Iterator<Item = Happened>) {
    let organization = Slug::new(SAMPLE);
    let mut head = Head::default();
    let mut entries = Vec::with_capacity(BATCH);
    for happened in happened {
        let origin = Origin {
            at: happened.at,
            by: happened.by,
            request: RequestId(uuid::Uuid::now_v7()),
            command_hash: Digest::of(b"written without a command"),
        };
        let entry = Entry::chained(&organization, &head, &origin, &happened.recorded)
            .expect("a fact of the sample can be written");
        head = entry.head();
        entries.push(entry);
        if entries.len() == BATCH {
            database.append(&organization, &entries, &[]).await.expect("the sample's book can be written");
            entries.clear();
        }
    }
    database.append(&organization, &entries, &[]).await.expect("the sample's book can be written");
}
