//! What is kept about one person, on paper.

use jiff::Timestamp;
use rochdale_paper::{Column, Document, Table, Unprinted, print};
use rochdale_words::Words;

/// How many characters of a text stand in one row: a row is never broken, and must not be longer than a page.
const ROW_CHARACTERS_MAX: usize = 800;

/// What is kept about somebody as PDF: for each group what it is called, and for each thing in it what it is,
/// where it stands, who sees it and until when. The rows are the reader's own; whoever hands them over has made
/// sure of that.
pub fn kept_pdf(
    of: &str,
    now: Timestamp,
    groups: Vec<(String, Vec<[String; 4]>)>,
    words: &Words<'_>,
) -> Result<Vec<u8>, Unprinted> {
    let column = |key: &str, share| Column { heading: words.text(key).to_owned(), share };
    let table = |(heading, rows): (String, Vec<[String; 4]>)| Table {
        heading,
        columns: vec![
            column("kept-what", 46),
            column("kept-where", 12),
            column("kept-who", 26),
            column("kept-how-long", 26),
        ],
        rows: rows.into_iter().flat_map(rows_of).collect(),
    };
    let lead = [words.text_with("kept-as-of", [("at", now.into())])];
    let number = |n: usize| (n as u64).into();
    let page = |page, pages| words.text_with("page-of", [("page", number(page)), ("pages", number(pages))]);
    let lacking = |signs: &str| {
        words.text_with(
            "list-register-lacking",
            [("sign", Document::LACKING.to_string().into()), ("signs", signs.into())],
        )
    };
    print(&Document {
        language: words.language().as_str(),
        of,
        title: words.text("kept-title"),
        lead: &lead,
        tables: groups.into_iter().filter(|(_, rows)| !rows.is_empty()).map(table).collect(),
        foot: &lead,
        page: &page,
        lacking: &lacking,
    })
}

/// A thing as rows: what it is and says goes on below it, line by line, where it does not fit into one.
fn rows_of([what, stands, seen_by, until]: [String; 4]) -> Vec<Vec<String>> {
    let mut beside = [stands, seen_by, until];
    let lines = what.lines().flat_map(pieces);
    lines
        .map(|piece| {
            let row = std::iter::once(piece).chain(beside.iter_mut().map(std::mem::take));
            row.collect()
        })
        .collect()
}

/// A line in pieces that fit into a row, broken between words where there are any.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut count = 0;
    for word in line.split_inclusive(char::is_whitespace) {
        // A text without blanks, as in Chinese, is broken anywhere.
        let letters: Vec<char> = word.chars().map(|one| if one.is_control() { ' ' } else { one }).collect();
        for part in letters.chunks(ROW_CHARACTERS_MAX) {
            if count + part.len() > ROW_CHARACTERS_MAX {
                pieces.push(String::new());
                count = 0;
            }
            count += part.len();
            if let Some(last) = pieces.last_mut() {
                last.extend(part);
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_goes_on_in_further_rows_and_loses_nothing() {
        let long = "a word and ".repeat(300) + &"林".repeat(2000);
        let cells =
            [format!("Wrote in case 1\n{long}\nthe end"), "beside".into(), "you".into(), "a day".into()];
        let rows = rows_of(cells);
        assert_eq!(rows[0], ["Wrote in case 1", "beside", "you", "a day"]);
        assert!(rows[1..].iter().all(|row| row[1..].iter().all(String::is_empty)), "said once");
        assert!(rows.iter().all(|row| row[0].chars().count() <= ROW_CHARACTERS_MAX));
        let all: String = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(all, format!("{long}the end"));
        assert_eq!(
            rows_of(["Name: Ana\tLin".into(), "".into(), "".into(), "".into()])[0][0],
            "Name: Ana Lin"
        );
    }
}
