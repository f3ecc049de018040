//! Papers stand beside the register: kept once, given back as they were, and gone with their party.

use rochdale_core::values::{Digest, PartyId};
use rochdale_register::{NotKept, PAPER_BYTES_MAX};

use crate::support::{Scratch, on_every_database, slug};

const ANA: PartyId = PartyId(7);
const BO: PartyId = PartyId(8);

fn pdf(says: &str) -> Vec<u8> {
    // All bytes there are, to see that none is taken for a text.
    let every: Vec<u8> = (0..=u8::MAX).collect();
    [b"%PDF-1.7\n", says.as_bytes(), &every, b"\n%%EOF\n"].concat()
}

on_every_database! {
    async fn a_paper_is_given_back_as_it_was(scratch: &Scratch) {
        let (mill, database) = (slug("mill"), &scratch.database);
        let paper = pdf("As we agreed.");
        let hash = database.keep_paper(&mill, ANA, &paper).await.unwrap();
        assert_eq!(hash, Digest::of(&paper));
        assert_eq!(database.keep_paper(&mill, ANA, &paper).await.unwrap(), hash, "twice is once");
        assert_eq!(database.paper(&mill, ANA, hash).await.unwrap(), Some(paper));
        assert_eq!(database.paper(&mill, BO, hash).await.unwrap(), None, "it is Ana's");
        assert_eq!(database.paper(&slug("dairy"), ANA, hash).await.unwrap(), None, "it is the mill's");
        database.drop_paper(&mill, ANA, hash).await.unwrap();
        assert_eq!(database.paper(&mill, ANA, hash).await.unwrap(), None);
    }

    async fn what_is_no_paper_is_not_kept(scratch: &Scratch) {
        let (mill, database) = (slug("mill"), &scratch.database);
        let page = b"<script>alert(1)</script>".to_vec();
        assert_eq!(database.keep_paper(&mill, ANA, &page).await, Err(NotKept::NotAPdf));
        assert_eq!(database.paper(&mill, ANA, Digest::of(&page)).await.unwrap(), None);
        let mut large = vec![b' '; PAPER_BYTES_MAX - 12];
        large.splice(0..0, *b"%PDF-1.7");
        large.extend(b"%%EOF");
        assert_eq!(large.len(), PAPER_BYTES_MAX + 1);
        assert_eq!(database.keep_paper(&mill, ANA, &large).await, Err(NotKept::TooLarge));
        large.remove(9);
        let hash = database.keep_paper(&mill, ANA, &large).await.unwrap();
        assert_eq!(database.paper(&mill, ANA, hash).await.unwrap().map(|kept| kept.len()), Some(PAPER_BYTES_MAX));
    }

    async fn papers_go_with_their_party(scratch: &Scratch) {
        let (mill, database) = (slug("mill"), &scratch.database);
        let (anas, bos) = (pdf("Ana's"), pdf("Bo's"));
        let of_ana = database.keep_paper(&mill, ANA, &anas).await.unwrap();
        let of_bo = database.keep_paper(&mill, BO, &bos).await.unwrap();
        database.erase(&mill, ANA).await.unwrap();
        assert_eq!(database.paper(&mill, ANA, of_ana).await.unwrap(), None);
        assert_eq!(database.paper(&mill, BO, of_bo).await.unwrap(), Some(bos));
    }
}
