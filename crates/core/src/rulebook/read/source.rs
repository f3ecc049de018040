//! A file and the places in it.

use std::ops::Range;

use crate::rulebook::Place;

/// A file of the bundle.
#[derive(Debug, Clone, Copy)]
pub(in crate::rulebook) struct Source<'a> {
    /// Its path.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// The place of these bytes, cut off at the end of their first line.
    pub(in crate::rulebook) fn place(&self, bytes: &Range<usize>) -> Place {
        let start = floor(self.text, bytes.start);
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = floor(self.text, bytes.end).max(start);
        let first_line = self.text[start..end].lines().next().unwrap_or("").trim_end();
        Place {
            file: self.file.to_owned(),
            line: count(before.matches('\n').count()) + 1,
            column: count(self.text[line_start..start].chars().count()) + 1,
            width: count(first_line.chars().count()).max(1),
        }
    }
}

/// The nearest character boundary at or before `byte`.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Which bytes of a file a text was put together from: pairs of where a piece begins in the text and
/// where it begins in the file, in rising order.
#[derive(Debug, Clone, Default)]
pub(in crate::rulebook) struct Origin(Vec<(usize, usize)>);

impl Origin {
    /// The next piece begins here.
    pub(in crate::rulebook) fn push(&mut self, in_text: usize, in_file: usize) {
        self.0.push((in_text, in_file));
    }

    /// The bytes of the file that these bytes of the text came from.
    pub(in crate::rulebook) fn of(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.byte(bytes.start);
        start..self.byte(bytes.end).max(start)
    }

    fn byte(&self, in_text: usize) -> usize {
        let piece = self.0.iter().rev().find(|(begins, _)| *begins <= in_text);
        piece.map_or(in_text, |(begins, in_file)| in_file + (in_text - begins))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_not_bytes() {
        let source = Source { file: "x.md", text: "一二\n三 four\n" };
        let at = source.text.find("four").unwrap();
        let place = source.place(&(at..at + 4));
        assert_eq!((place.line, place.column, place.width), (2, 3, 4));
    }

    #[test]
    fn a_place_ends_with_its_first_line() {
        let source = Source { file: "x.md", text: "one\ntwo\n" };
        assert_eq!(source.place(&(0..8)).width, 3);
        assert_eq!(source.place(&(8..99)).line, 3);
    }
}
