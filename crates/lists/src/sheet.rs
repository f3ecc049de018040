//! A file as a sheet: headings, and rows under them.

use csv::StringRecord;

use crate::{Encoding, Field, Separator, fold::spaced, out::FORMULA, separator::reader};

/// How many rows a list has at most: what a registrar takes in some minutes.
pub const ROWS_MAX: usize = 200_000;

/// Among so many rows at the top the headings are looked for: lists have titles above them.
const TOP: usize = 10;

/// A file of rows.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// How its characters were read.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub separator: Separator,
    /// What stands above each column; empty where nothing does.
    pub headings: Vec<String>,
    /// The row in which the headings stand; `None` where the file has none.
    pub heading_row: Option<u32>,
    /// The rows that have something in them, without that of the headings and what stands above it.
    pub rows: Vec<Row>,
    /// How many rows were passed over because nothing stands in them.
    pub blank: u32,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its number in the spreadsheet, counted from 1.
    pub number: u32,
    cells: StringRecord,
}

impl Row {
    /// What stands in a column, with single spaces and none around; empty where the row is shorter. The
    /// sign that keeps a spreadsheet from taking a cell for a formula is no part of it.
    pub fn cell(&self, column: usize) -> String {
        let cell = spaced(self.cells.get(column).unwrap_or_default());
        match cell.strip_prefix('\'') {
            Some(rest) if rest.starts_with(FORMULA) => rest.to_owned(),
            _ => cell,
        }
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| spaced(cell).is_empty())
    }
}

/// Why a file is no sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Nothing stands in it.
    Empty,
    /// It is a workbook or another file of no text.
    NoText,
    /// It has more than [`ROWS_MAX`] rows.
    TooLong,
}

impl Sheet {
    /// Reads a file. How its characters are written and what separates its cells is found out where
    /// neither is said.
    pub fn read(
        bytes: &[u8],
        encoding: Option<Encoding>,
        separator: Option<Separator>,
    ) -> Result<Self, Unread> {
        // A workbook is a ZIP archive, an older one a compound file.
        if bytes.starts_with(b"PK\x03\x04")
            || bytes.starts_with(b"\xd0\xcf\x11\xe0")
            || bytes.starts_with(b"%PDF")
        {
            return Err(Unread::NoText);
        }
        let encoding = encoding.unwrap_or_else(|| Encoding::of(bytes));
        let text = encoding.text(bytes);
        if text.contains('\0') {
            return Err(Unread::NoText);
        }
        let (told, text, above) = match Separator::told(&text) {
            Some((told, rest)) => (Some(told), rest, 1),
            None => (None, text.as_str(), 0),
        };
        let separator = separator.or(told).unwrap_or_else(|| Separator::of(text));
        let (rows, blank) = rows_of(text, separator, above)?;
        Ok(Self::under_headings(encoding, separator, rows, blank))
    }

    fn under_headings(encoding: Encoding, separator: Separator, mut rows: Vec<Row>, blank: u32) -> Self {
        let words =
            |row: &Row| -> Vec<String> { (0..row.cells.len()).map(|column| row.cell(column)).collect() };
        let known = |row: &Row| Field::of_headings(&words(row)).into_iter().flatten().count();
        let most = rows.iter().take(TOP).map(known).max().unwrap_or_default();
        // Where hardly any heading is known, that row is taken for them, unless it is like those below it.
        let place = rows.iter().take(TOP).position(|row| known(row) == most).filter(|place| {
            most > 1
                || !words(&rows[*place])
                    .iter()
                    .any(|cell| cell.contains('@') || cell.starts_with(|one: char| one.is_ascii_digit()))
        });
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let mut headings = place.map(|place| words(&rows[place])).unwrap_or_default();
        headings.resize(width, String::new());
        let heading_row = place.map(|place| rows[place].number);
        if let Some(place) = place {
            rows.drain(..=place);
        }
        Self { encoding, separator, headings, heading_row, rows, blank }
    }

    /// What a column is called: its heading, with its letter where another has the same or it has none.
    pub fn column_name(&self, column: usize) -> String {
        let heading = self.headings.get(column).map_or("", String::as_str);
        let is_alone = self.headings.iter().filter(|other| *other == heading).count() == 1;
        match (heading, is_alone) {
            ("", _) => column_letters(column),
            (heading, true) => heading.to_owned(),
            (heading, false) => format!("{heading} ({})", column_letters(column)),
        }
    }
}

/// The rows that have something in them with their numbers, and how many have nothing.
fn rows_of(text: &str, separator: Separator, above: u32) -> Result<(Vec<Row>, u32), Unread> {
    let mut reader = reader(text, separator);
    let (mut rows, mut number, mut blank, mut begins) = (Vec::new(), above, 0, 0);
    let mut cells = StringRecord::new();
    // The text is UTF-8 and rows have any width, so that nothing in it cannot be read.
    while reader.read_record(&mut cells).unwrap_or(false) {
        // The reader passes over empty lines without a word; they are rows all the same.
        let passed = u32::try_from(line_ends(&text[begins..])).unwrap_or(u32::MAX);
        begins = usize::try_from(reader.position().byte()).unwrap_or(text.len()).min(text.len());
        // It stops between the two signs of a line end.
        if text[..begins].ends_with('\r') && text[begins..].starts_with('\n') {
            begins += 1;
        }
        number += passed + 1;
        blank += passed;
        let row = Row { number, cells: cells.clone() };
        if row.is_blank() {
            blank += 1;
        } else if rows.len() == ROWS_MAX {
            return Err(Unread::TooLong);
        } else {
            rows.push(row);
        }
    }
    if rows.is_empty() { Err(Unread::Empty) } else { Ok((rows, blank)) }
}

/// How many line ends a text begins with; `\r\n` is one.
fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at) = (0, 0);
    loop {
        match bytes.get(at) {
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => at += 2,
            Some(b'\r' | b'\n') => at += 1,
            _ => return count,
        }
        count += 1;
    }
}

/// The letters of a column in a spreadsheet: A, B, ... Z, AA.
pub fn column_letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match (column / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", column_letters(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Sheet {
        Sheet::read(text.as_bytes(), None, None).unwrap()
    }

    #[test]
    fn rows_have_the_numbers_of_the_spreadsheet() {
        let sheet = read("Name,Place\r\n\r\nAna,\"New\r\nHaven\"\r\n,,\r\n\r\n Bo ,\r\n");
        let rows: Vec<_> = sheet.rows.iter().map(|row| (row.number, row.cell(0), row.cell(1))).collect();
        let expected = [(3, "Ana", "New Haven"), (6, "Bo", "")];
        assert_eq!(rows, expected.map(|(number, name, place)| (number, name.to_owned(), place.to_owned())));
        assert_eq!((sheet.heading_row, sheet.blank), (Some(1), 3));
    }

    /// A list that went out comes in again as it was.
    #[test]
    fn what_is_no_formula_is_read_as_it_was_written() {
        for sign in FORMULA.into_iter().filter(|sign| !sign.is_whitespace()) {
            let name = format!("{sign}Ana");
            let mut table = crate::out::Csv::new();
            table.row(["Name", "Place"]);
            table.row([&name, "Hartford"]);
            let sheet = Sheet::read(&table.bytes(), None, None).unwrap();
            assert_eq!(sheet.rows[0].cell(0), name);
        }
        assert_eq!(read("Name,Place\n'Ana,Hartford\n").rows[0].cell(0), "'Ana", "an apostrophe of its own");
    }

    #[test]
    fn titles_stand_above_headings() {
        let sheet = read(
            "Members of the network;;\n\nprinted 3 March;;\nName;Email;City\nAna;ana@example.org;Hartford\n",
        );
        assert_eq!(sheet.headings, ["Name", "Email", "City"]);
        assert_eq!((sheet.heading_row, sheet.rows.len(), sheet.rows[0].number), (Some(4), 1, 5));
    }

    #[test]
    fn a_file_may_have_no_headings() {
        let sheet = read("Ana Rivera,ana@example.org\nBo Chen,bo@example.org\n");
        assert_eq!((sheet.heading_row, sheet.rows.len()), (None, 2));
        assert_eq!(sheet.column_name(1), "B");
        let unknown = read("Quién,Dónde\nAna,Mataró\n");
        assert_eq!(
            (unknown.heading_row, unknown.rows.len()),
            (Some(1), 1),
            "words in the first row are headings"
        );
    }

    #[test]
    fn columns_of_one_heading_are_told_apart_by_their_letters() {
        let sheet = read("Name,Email,Email\nAna,a@example.org,b@example.org\n");
        assert_eq!([0, 1, 2].map(|column| sheet.column_name(column)), ["Name", "Email (B)", "Email (C)"]);
        assert_eq!([0, 25, 26, 52, 701, 702].map(column_letters), ["A", "Z", "AA", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn short_rows_and_guarded_cells() {
        let sheet = read("Name,Email,Place\nAna\n'=Ben,'-,'t Hooft\n");
        assert_eq!(sheet.rows[0].cell(2), "");
        assert_eq!(sheet.rows[1].cell(0), "=Ben");
        assert_eq!(sheet.rows[1].cell(2), "'t Hooft", "only a sign before a formula is no part of the cell");
    }

    #[test]
    fn what_is_no_sheet_is_told() {
        let read = |bytes: &[u8]| Sheet::read(bytes, None, None).map(|_| ()).unwrap_err();
        assert_eq!(read(b""), Unread::Empty);
        assert_eq!(read(b"\r\n,,\r\n"), Unread::Empty);
        assert_eq!(read(b"PK\x03\x04\x14\x00"), Unread::NoText);
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10"), Unread::NoText);
    }
}
