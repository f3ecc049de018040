//! The bytes of documents in the archive stand beside the register: given back as they were, and gone with the
//! document and with no person.

use rochdale_core::{
    archive::bearer,
    values::{DocumentId, PartyId},
};
use rochdale_register::{Erasure, Goes};

use crate::support::{Scratch, on_every_database, slug};

const FIRST: DocumentId = DocumentId(1);
const SECOND: DocumentId = DocumentId(2);
const MINUTES: &[u8] = b"We met,\0 and went home.\n\xff";

on_every_database! {
    async fn a_file_is_given_back_as_it_was(scratch: &Scratch) {
        let (mill, database) = (slug("mill"), &scratch.database);
        assert_eq!(database.file(&mill, FIRST).await.unwrap(), None);
        database.keep_file(&mill, FIRST, b"something else").await.unwrap();
        database.keep_file(&mill, FIRST, MINUTES).await.unwrap();
        assert_eq!(database.file(&mill, FIRST).await.unwrap().as_deref(), Some(MINUTES));
        assert_eq!(database.file(&mill, SECOND).await.unwrap(), None, "it is the first one's");
        assert_eq!(database.file(&slug("dairy"), FIRST).await.unwrap(), None, "it is the mill's");
        database.drop_file(&slug("dairy"), FIRST).await.unwrap();
        assert!(database.file(&mill, FIRST).await.unwrap().is_some());
        database.drop_file(&mill, FIRST).await.unwrap();
        assert_eq!(database.file(&mill, FIRST).await.unwrap(), None);
    }

    async fn a_file_goes_with_its_document_and_with_no_person(scratch: &Scratch) {
        let (mill, database) = (slug("mill"), &scratch.database);
        for document in [FIRST, SECOND] {
            database.keep_file(&mill, document, MINUTES).await.unwrap();
        }
        database.erase(&mill, PartyId(1)).await.unwrap();
        assert!(database.file(&mill, FIRST).await.unwrap().is_some());
        let what = Goes::Document(FIRST);
        let erasure = Erasure { party: bearer(FIRST), before: u64::MAX, what };
        database.append(&mill, &[], &[erasure]).await.unwrap();
        assert_eq!(database.file(&mill, FIRST).await.unwrap(), None);
        assert_eq!(database.file(&mill, SECOND).await.unwrap().as_deref(), Some(MINUTES), "another's stays");
    }
}
