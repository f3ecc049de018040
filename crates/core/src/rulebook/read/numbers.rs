//! The numbers in a text, written as digits.

use std::collections::BTreeMap;

/// The numbers in a text and how often each occurs: `6`, `2/3`, `1.5`. Digits that belong to a name, such
/// as those of `GOV-06`, are none.
pub(in crate::rulebook) fn numbers_in(text: &str) -> BTreeMap<String, u32> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = BTreeMap::new();
    let mut place = 0;
    while place < letters.len() {
        if !letters[place].is_ascii_digit() {
            place += 1;
            continue;
        }
        let begins = place;
        while place < letters.len() && continues(&letters, place) {
            place += 1;
        }
        if !is_in_name(&letters, begins) {
            *found.entry(written_alike(&letters[begins..place])).or_insert(0) += 1;
        }
    }
    found
}

/// Whether the number goes on here: with a digit, or with a mark between two digits.
fn continues(letters: &[char], place: usize) -> bool {
    let is_digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    is_digit(place)
        || (matches!(letters[place], '/' | '.' | ',') && is_digit(place - 1) && is_digit(place + 1))
}

/// Whether a letter, or a letter and a hyphen, stand right before.
fn is_in_name(letters: &[char], begins: usize) -> bool {
    let before = |steps: usize| begins.checked_sub(steps).and_then(|place| letters.get(place));
    let is_letter = |letter: Option<&char>| letter.is_some_and(char::is_ascii_alphabetic);
    is_letter(before(1)) || (before(1) == Some(&'-') && is_letter(before(2)))
}

/// Leading zeros fall away, and a comma is a point, because languages differ in which they write.
fn written_alike(digits: &[char]) -> String {
    let text: String = digits.iter().map(|letter| if *letter == ',' { '.' } else { *letter }).collect();
    let trimmed = text.trim_start_matches('0');
    if trimmed.starts_with(|letter: char| letter.is_ascii_digit()) {
        trimmed.to_owned()
    } else {
        format!("0{trimmed}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, u32)> {
        numbers_in(text).into_iter().collect()
    }

    #[test]
    fn finds_counts_and_shares_and_skips_names() {
        let expected = [("15".to_owned(), 1), ("2/3".to_owned(), 1), ("6".to_owned(), 2)];
        assert_eq!(found("6+6 months, 2/3 of all, 15 %, as GOV-06 and Q1 say."), expected);
    }

    #[test]
    fn languages_may_differ_in_the_mark() {
        assert_eq!(found("1,5 y 007."), found("7 and 1.5"));
        assert_eq!(found("每3個月"), [("3".to_owned(), 1)]);
        assert_eq!(found("0 and 00"), [("0".to_owned(), 2)]);
    }
}
