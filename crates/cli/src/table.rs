//! Tables for the terminal.

use unicode_width::UnicodeWidthStr;

/// Rows under their headings, each column as wide as its widest cell; Chinese characters take two
/// places. Lines end without spaces.
pub fn table<const N: usize>(headings: [&str; N], rows: &[[String; N]]) -> String {
    let mut widths = headings.map(UnicodeWidthStr::width);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let line = |cells: [&str; N]| {
        let padded = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    let mut out = line(headings);
    for row in rows {
        out.push_str(&line(row.each_ref().map(String::as_str)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_characters_take_two_places() {
        let rows =
            [["1".to_owned(), "林怡君".to_owned(), "x".to_owned()], ["22".into(), "Ana".into(), "y".into()]];
        assert_eq!(
            table(["no", "name", "class"], &rows),
            "no  name    class\n1   林怡君  x\n22  Ana     y\n"
        );
    }
}
