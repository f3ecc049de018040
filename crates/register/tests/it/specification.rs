//! docs/register.md is enough to verify a book: this verifier follows it and uses nothing of the crate.

use rochdale_register::entry::Head;
use serde_json::Value;

use crate::{
    export::exported,
    support::{Scratch, chain, slug},
};

/// A book as it was first written. The format is a promise: old books must verify for ever.
pub const FIRST_BOOK: &str = include_str!("first-book.jsonl");

fn text<'a>(line: &'a Value, field: &str) -> &'a str {
    line[field].as_str().unwrap()
}

fn hash_of(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

fn unhex(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2)
        .map(|byte| u8::from_str_radix(&digits[byte * 2..byte * 2 + 2], 16).unwrap())
        .collect()
}

fn with_length(text: &str) -> Vec<u8> {
    [&(text.len() as u64).to_le_bytes()[..], text.as_bytes()].concat()
}

/// The hash of the entry of a line, as the page says.
fn entry_hash(organization: &str, line: &Value) -> String {
    let at: jiff::Timestamp = text(line, "at").parse().unwrap();
    let mut bytes = b"rochdale entry 1".to_vec();
    bytes.extend(with_length(organization));
    bytes.extend(line["height"].as_u64().unwrap().to_le_bytes());
    bytes.extend(at.as_microsecond().to_le_bytes());
    bytes.extend(with_length(text(line, "by")));
    bytes.extend(unhex(&text(line, "request").replace('-', "")));
    bytes.extend(unhex(text(line, "command_hash")));
    bytes.extend(unhex(text(line, "payload_hash")));
    match line.get("personal") {
        None => bytes.push(0),
        Some(personal) => {
            bytes.push(1);
            bytes.extend(u32::try_from(personal["party"].as_u64().unwrap()).unwrap().to_le_bytes());
            bytes.extend(unhex(text(personal, "hash")));
        }
    }
    bytes.extend(unhex(text(line, "previous")));
    blake3::hash(&bytes).to_hex().to_string()
}

fn verified(book: &str) -> u64 {
    let mut lines = book.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let header = lines.next().unwrap();
    assert_eq!((text(&header, "format"), header["algorithm"].as_u64()), ("rochdale book 1", Some(1)));
    let (mut height, mut head) = (0, "0".repeat(64));
    for line in lines {
        height += 1;
        assert_eq!(line["height"], height);
        assert_eq!(text(&line, "previous"), head);
        assert_eq!(text(&line, "payload_hash"), hash_of(text(&line, "payload")));
        if let Some(personal) = line.get("personal") {
            assert_eq!(text(personal, "hash"), hash_of(text(personal, "body")));
        }
        head = entry_hash(text(&header, "organization"), &line);
        assert_eq!(text(&line, "hash"), head);
    }
    assert_eq!((header["height"].as_u64(), text(&header, "head")), (Some(height), head.as_str()));
    height
}

#[test]
fn the_page_is_enough_to_verify_a_book() {
    assert_eq!(verified(FIRST_BOOK), 4);
}

#[tokio::test]
async fn the_format_does_not_change() {
    let scratch = Scratch::memory().await;
    let mill = slug("mill");
    scratch.database.append(&mill, &chain(&mill, Head::default(), 4), &[]).await.unwrap();

    let book = String::from_utf8(exported(&scratch.database, "mill", true).await).unwrap();

    assert_eq!(book, FIRST_BOOK);
}
