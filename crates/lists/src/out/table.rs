//! Tables for spreadsheets.

use std::borrow::Cow;

/// A table as CSV: UTF-8 with a mark at the beginning, by which Excel knows it, cells separated by commas,
/// lines ended as RFC 4180 says.
pub struct Csv(csv::Writer<Vec<u8>>);

/// The signs with which a spreadsheet begins a formula; also in the width of Chinese characters. A cell that
/// begins with one is written after `'`, which is no part of it when it is read back.
pub(crate) const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

impl Csv {
    /// An empty table.
    pub fn new() -> Self {
        Self::after("\u{feff}".as_bytes().to_vec())
    }

    /// The same without a mark, for programs that would take it for a part of the first heading.
    pub fn plain() -> Self {
        Self::after(Vec::new())
    }

    fn after(text: Vec<u8>) -> Self {
        let writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(text);
        Self(writer)
    }

    /// Adds a row. A cell that a spreadsheet would take for a formula gets a `'` before it, which shows in no
    /// spreadsheet: names are what members call themselves, and nobody's computer should run them.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        let cells: Vec<T> = cells.into_iter().collect();
        let guarded: Vec<Cow<'_, str>> = cells.iter().map(|cell| guarded(cell.as_ref())).collect();
        // Memory takes every row, and rows have any width.
        let _ = self.0.write_record(guarded.iter().map(|cell| cell.as_bytes()));
    }

    /// The bytes of the file.
    pub fn bytes(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

impl Default for Csv {
    fn default() -> Self {
        Self::new()
    }
}

fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_formula() {
        let mut table = Csv::new();
        table.row(["Name", "Place"]);
        table.row(["=HYPERLINK(\"https://a.example\",\"click\")", "-1+1"]);
        table.row(["@SUM(A1)", "\t=1"]);
        table.row(["＝1", "Rivera, Ana"]);
        let text = String::from_utf8(table.bytes()).unwrap();
        assert_eq!(
            text,
            "\u{feff}Name,Place\r\n\"'=HYPERLINK(\"\"https://a.example\"\",\"\"click\"\")\",'-1+1\r\n'@SUM(A1),'\t=1\r\n'＝1,\"Rivera, Ana\"\r\n"
        );
    }
}
