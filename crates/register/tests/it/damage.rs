//! Whatever happens to an exported book is found, and where.

use std::sync::LazyLock;

use proptest::prelude::*;
use rochdale_register::{Unread, Wrong, entry::Head, verify_export};

use crate::{
    export::exported,
    specification::FIRST_BOOK,
    support::{Scratch, chain, slug},
};

/// An exported book of ten entries.
static BOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let scratch = Scratch::memory().await;
        let mill = slug("mill");
        scratch.database.append(&mill, &chain(&mill, Head::default(), 10), &[]).await.unwrap();
        exported(&scratch.database, "mill", true).await
    })
});

fn lines() -> Vec<String> {
    String::from_utf8(BOOK.clone()).unwrap().lines().map(str::to_owned).collect()
}

/// What is wrong with a book of these lines, at which line and height.
fn found(lines: &[String]) -> (Option<u64>, u64, Wrong) {
    let book = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    match verify_export(&mut book.as_bytes(), "book") {
        Err(Unread::Damaged(flaw)) => (flaw.line, flaw.height, flaw.wrong),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_changed_byte_is_found(at in 0..BOOK.len(), change in 1..=255_u8) {
        let mut book = BOOK.clone();
        book[at] ^= change;
        prop_assert!(matches!(verify_export(&mut book.as_slice(), "book"), Err(Unread::Damaged(_))));
    }

    #[test]
    fn any_cut_is_found(end in 0..BOOK.len()) {
        prop_assert!(matches!(verify_export(&mut &BOOK[..end], "book"), Err(Unread::Damaged(_))));
    }

    #[test]
    fn bytes_of_anything_are_no_book(bytes: Vec<u8>) {
        prop_assert!(matches!(verify_export(&mut bytes.as_slice(), "book"), Err(Unread::Damaged(_))));
    }
}

#[test]
fn every_single_byte_of_a_book_counts() {
    let book = FIRST_BOOK.as_bytes();
    for at in 0..book.len() {
        let mut book = book.to_vec();
        // Bit 5 turns a capital letter into a small one, which a careless reader takes for the same.
        book[at] ^= 0x20;
        assert!(verify_export(&mut book.as_slice(), "book").is_err(), "byte {at}");
    }
}

#[test]
fn the_unchanged_book_is_sound() {
    assert_eq!(verify_export(&mut BOOK.as_slice(), "book").unwrap().head.height, 10);
}

#[test]
fn a_missing_line_is_found_where_it_is_missing() {
    let mut lines = lines();
    lines.remove(4);
    assert_eq!(found(&lines), (Some(5), 4, Wrong::Height { found: 5, expected: 4 }));
}

#[test]
fn a_missing_end_is_found() {
    let mut lines = lines();
    lines.pop();
    assert_eq!(found(&lines), (Some(10), 9, Wrong::End { found: 9, expected: 10 }));
}

#[test]
fn swapped_lines_are_found() {
    let mut lines = lines();
    lines.swap(3, 4);
    assert_eq!(found(&lines), (Some(4), 3, Wrong::Height { found: 4, expected: 3 }));
}

#[test]
fn a_changed_payload_is_named_as_such() {
    let mut lines = lines();
    lines[2] = lines[2].replace("Bakery", "Butchery");
    assert_eq!(found(&lines), (Some(3), 2, Wrong::Payload));
}

#[test]
fn changed_details_are_named_as_such() {
    let mut lines = lines();
    lines[4] = lines[4].replace("Ana", "Eva");
    assert_eq!(found(&lines), (Some(5), 4, Wrong::Personal));
}

#[test]
fn another_spelling_of_the_same_line_is_found() {
    let mut lines = lines();
    lines[1] = lines[1].replacen(",", ", ", 1);
    assert_eq!(found(&lines), (Some(2), 1, Wrong::Spelling { byte: 13 }));
}

#[test]
fn a_book_without_its_header_is_told_what_is_missing() {
    let lines = lines();
    let (line, height, wrong) = found(&lines[1..]);
    assert_eq!((line, height), (Some(1), 0));
    assert!(wrong.to_string().starts_with("the line cannot be read"), "{wrong}");
}

#[test]
fn another_hash_function_is_told() {
    let mut lines = lines();
    lines[0] = lines[0].replace("\"algorithm\":1", "\"algorithm\":2");
    let (line, height, wrong) = found(&lines);
    assert_eq!((line, height), (Some(1), 0));
    assert_eq!(wrong.to_string(), "the hash function is number 2; this version knows number 1, blake3");
}
