//! What is to be printed.

/// A document of tables on A4.
pub struct Document<'a> {
    /// Its language, as a BCP 47 tag.
    pub language: &'a str,
    /// Whose it is; stands above the title, and at the head of every page.
    pub of: &'a str,
    /// What it is.
    pub title: &'a str,
    /// Lines below the title.
    pub lead: &'a [String],
    /// The tables, one after the other.
    pub tables: Vec<Table>,
    /// Lines at the foot of every page.
    pub foot: &'a [String],
    /// What stands at the foot of a page: its number, and how many there are.
    pub page: &'a dyn Fn(usize, usize) -> String,
    /// What is said, below the last table, of characters that the font does not have: it gets them with their
    /// code points. They are printed as [`Document::LACKING`].
    pub lacking: &'a dyn Fn(&str) -> String,
}

impl Document<'_> {
    /// The sign that printers set where they lack a character.
    pub const LACKING: char = '〓';
}

/// A table.
pub struct Table {
    /// What stands above it.
    pub heading: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A column.
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its part of the width, in parts of those of all columns together.
    pub share: i32,
}
