//! Where everything goes. All lengths are whole thousandths of a point.

use crate::{Document, Table, font::Font};

/// A4.
pub(crate) const PAGE: (i32, i32) = (595_276, 841_890);
const MARGIN: i32 = 51_000;
/// Between two columns.
const GUTTER: i32 = 8_000;
const TITLE: i32 = 20_000;
const HEADING: i32 = 12_000;
const TEXT: i32 = 9_000;
const SMALL: i32 = 7_500;
/// From one baseline to the next, for each thousand of the size.
const LEADING: i32 = 1_450;

/// How dark something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    Grey,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A text, from the left end of its baseline on.
    Text { x: i32, y: i32, size: i32, ink: Ink, text: String },
    /// A line across the page.
    Rule { y: i32 },
}

/// A page with everything on it.
pub(crate) type Page = Vec<Mark>;

struct Setting<'a> {
    font: &'a Font,
    pages: Vec<Page>,
    /// The baseline of the line before.
    y: i32,
    /// The lowest baseline that is above the foot.
    bottom: i32,
    head: String,
}

/// The pages of a document.
pub(crate) fn pages(document: &Document<'_>, font: &Font, lacking: &str) -> Vec<Page> {
    let foot = i32::try_from(document.foot.len()).unwrap_or(0) + 1;
    let bottom = PAGE.1 - MARGIN - foot * leading(SMALL) - 8_000;
    let head = format!("{} · {}", document.of, document.title);
    let mut setting = Setting { font, pages: vec![Page::new()], y: MARGIN, bottom, head };
    setting.paragraph(document.of, TEXT, Ink::Grey);
    setting.paragraph(document.title, TITLE, Ink::Black);
    setting.y += 4_000;
    for line in document.lead {
        setting.paragraph(line, TEXT, Ink::Black);
    }
    for table in &document.tables {
        setting.table(table);
    }
    if !lacking.is_empty() {
        setting.y += 8_000;
        setting.paragraph(&(document.lacking)(lacking), SMALL, Ink::Grey);
    }
    let count = setting.pages.len();
    let mut pages = setting.pages;
    for (place, page) in pages.iter_mut().enumerate() {
        let mut y = PAGE.1 - MARGIN - (foot - 1) * leading(SMALL);
        page.push(Mark::Rule { y: y - leading(SMALL) });
        for line in document.foot {
            page.push(Mark::Text { x: MARGIN, y, size: SMALL, ink: Ink::Grey, text: line.clone() });
            y += leading(SMALL);
        }
        let text = (document.page)(place + 1, count);
        let x = PAGE.0 - MARGIN - font.width(&text, SMALL);
        page.push(Mark::Text { x, y, size: SMALL, ink: Ink::Grey, text });
    }
    pages
}

fn leading(size: i32) -> i32 {
    size / 1_000 * LEADING
}

impl Setting<'_> {
    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Makes room for so much more, on the next page where this one has none.
    fn room(&mut self, height: i32) -> bool {
        if self.y + height <= self.bottom {
            return false;
        }
        self.pages.push(Page::new());
        self.y = MARGIN;
        let head = self.head.clone();
        self.paragraph(&head, SMALL, Ink::Grey);
        true
    }

    fn paragraph(&mut self, text: &str, size: i32, ink: Ink) {
        for line in lines(self.font, text, size, PAGE.0 - 2 * MARGIN) {
            self.room(leading(size));
            self.y += leading(size);
            self.mark(Mark::Text { x: MARGIN, y: self.y, size, ink, text: line });
        }
    }

    fn table(&mut self, table: &Table) {
        // Its heading, that of its columns and one row stay together.
        self.y += 14_000;
        self.room(leading(HEADING) + 4 * leading(TEXT));
        self.paragraph(&table.heading, HEADING, Ink::Black);
        self.y += 4_000;
        let places = places(table);
        let headings: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
        self.row(&headings, &places, SMALL, Ink::Grey);
        for row in &table.rows {
            let height = self.height(row, &places, TEXT);
            if self.room(height + 5_000) {
                self.row(&headings, &places, SMALL, Ink::Grey);
            }
            self.row(row, &places, TEXT, Ink::Black);
        }
    }

    fn height(&self, cells: &[String], places: &[(i32, i32)], size: i32) -> i32 {
        let count = |(cell, (_, width)): (&String, &(i32, i32))| lines(self.font, cell, size, *width).len();
        let most = cells.iter().zip(places).map(count).max().unwrap_or(1).max(1);
        i32::try_from(most).unwrap_or(1) * leading(size)
    }

    fn row(&mut self, cells: &[String], places: &[(i32, i32)], size: i32, ink: Ink) {
        let top = self.y;
        for (cell, (x, width)) in cells.iter().zip(places) {
            let mut y = top;
            for line in lines(self.font, cell, size, *width) {
                y += leading(size);
                self.mark(Mark::Text { x: *x, y, size, ink, text: line });
            }
        }
        self.y = top + self.height(cells, places, size) + 4_000;
        self.mark(Mark::Rule { y: self.y });
        self.y += 1_000;
    }
}

/// Where each column of a table begins, and how wide it is.
fn places(table: &Table) -> Vec<(i32, i32)> {
    let whole: i32 = table.columns.iter().map(|column| column.share).sum();
    let gutters = GUTTER * i32::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    let room = PAGE.0 - 2 * MARGIN - gutters;
    let mut x = MARGIN;
    let place = |column: &crate::Column| {
        let width = room / whole.max(1) * column.share;
        let at = x;
        x += width + GUTTER;
        (at, width)
    };
    table.columns.iter().map(place).collect()
}

/// A text in lines no wider than `width`. It is broken at spaces and between Chinese characters, and within
/// a word only where that alone is wider.
fn lines(font: &Font, text: &str, size: i32, width: i32) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for piece in pieces(text) {
        let fits = |used: i64, more: &str| font.scaled(used + font.advance(more.trim_end()), size) <= width;
        if !line.is_empty() && !fits(used, piece) {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        if fits(used, piece) {
            let piece = if line.is_empty() { piece.trim_start() } else { piece };
            line.push_str(piece);
            used += font.advance(piece);
            continue;
        }
        for one in piece.chars() {
            let mut letter = [0; 4];
            let one = &*one.encode_utf8(&mut letter);
            if !line.is_empty() && !fits(used, one) {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(one);
            used += font.advance(one);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The pieces of a text that stay together: a word with the space behind it, a Chinese character with the
/// mark behind it, which begins no line.
fn pieces(text: &str) -> Vec<&str> {
    let is_chinese = |one: char| matches!(one, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let stays =
        |one: char| matches!(one, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '」' | '』');
    let mut pieces = Vec::new();
    let (mut begins, mut before) = (0, None::<char>);
    for (at, one) in text.char_indices() {
        let breaks = before.is_some_and(|before| {
            (before == ' ' && one != ' ')
                || ((is_chinese(before) || is_chinese(one) || stays(before))
                    && !stays(one)
                    && before != '（'
                    && before != '「')
        });
        if breaks {
            pieces.push(&text[begins..at]);
            begins = at;
        }
        before = Some(one);
    }
    pieces.push(&text[begins..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Column;

    #[test]
    fn lines_are_broken_where_people_break_them() {
        let font = Font::open().unwrap();
        let width = font.width("Cooperativa de", 9_000);
        assert_eq!(lines(&font, "Cooperativa de Vivienda", 9_000, width), ["Cooperativa de", "Vivienda"]);
        assert_eq!(lines(&font, "林小美、陳大文", 9_000, 36_000), ["林小美、", "陳大文"]);
        assert_eq!(lines(&font, "", 9_000, 36_000), [""]);
        let long = lines(&font, "a-very-long-address@example.org", 9_000, 40_000);
        assert!(long.len() > 2 && long.iter().all(|line| font.width(line, 9_000) <= 40_000), "{long:?}");
    }

    #[test]
    fn a_long_table_goes_on_with_its_headings_and_every_page_has_its_foot() {
        let font = Font::open().unwrap();
        let column = |heading: &str| Column { heading: heading.to_owned(), share: 1 };
        let rows = (0..120).map(|row| vec![format!("row {row}"), "林".repeat(30)]).collect();
        let table =
            Table { heading: "Everybody".to_owned(), columns: vec![column("Number"), column("Name")], rows };
        let foot = ["head 12".to_owned()];
        let document = Document {
            language: "en",
            of: "Mill",
            title: "Register",
            lead: &[],
            tables: vec![table],
            foot: &foot,
            page: &|page, pages| format!("page {page} of {pages}"),
            lacking: &|signs| signs.to_owned(),
        };
        let pages = pages(&document, &font, "");
        assert!(pages.len() > 2);
        let has = |page: &Page, wanted: &str| {
            page.iter().any(|mark| matches!(mark, Mark::Text { text, .. } if text == wanted))
        };
        for (place, page) in pages.iter().enumerate() {
            assert!(has(page, "head 12") && has(page, "Number"), "page {place}");
            assert!(has(page, &format!("page {} of {}", place + 1, pages.len())));
            let lowest = page.iter().filter_map(|mark| match mark {
                Mark::Text { text, y, .. } if text.starts_with("row") => Some(*y),
                _ => None,
            });
            assert!(
                lowest.max().unwrap() < PAGE.1 - MARGIN - leading(SMALL),
                "nothing is printed over the foot"
            );
        }
        let count = |wanted: &str| pages.iter().filter(|page| has(page, wanted)).count();
        assert!((0..120).all(|row| count(&format!("row {row}")) == 1), "every row once");
    }
}
