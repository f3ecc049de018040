//! What sort of file a document is, by its bytes: what a file is called says nothing.

use serde::{Deserialize, Serialize};

use crate::membership::closed_set;

/// What a PDF begins with (ISO 32000-1, 7.5.2), what stands at its end, and how far from it at the most.
const PDF_BEGINS: &[u8] = b"%PDF-";
const PDF_ENDS: &[u8] = b"%%EOF";
const PDF_END_WITHIN: usize = 1024;
/// What a PNG begins with (ISO 15948, 5.2).
const PNG_BEGINS: &[u8] = b"\x89PNG\r\n\x1a\n";
/// What a JPEG begins with (ISO 10918-1, B.1.1.3: start of image, and the next marker).
const JPEG_BEGINS: &[u8] = b"\xff\xd8\xff";

closed_set! {
    /// The sorts of file that the archive takes.
    Sort {
        /// A PDF.
        Pdf = "pdf",
        /// A table as text: on each line as many fields.
        Csv = "csv",
        /// A text in UTF-8.
        Text = "text",
        /// A picture as PNG.
        Png = "png",
        /// A picture as JPEG.
        Jpeg = "jpeg",
    }
}

impl Sort {
    /// What sort of file these bytes are; `None` for one that the archive does not take.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let end = &bytes[bytes.len().saturating_sub(PDF_END_WITHIN)..];
        if bytes.starts_with(PDF_BEGINS) {
            return end.windows(PDF_ENDS.len()).any(|window| window == PDF_ENDS).then_some(Sort::Pdf);
        }
        if bytes.starts_with(PNG_BEGINS) {
            return Some(Sort::Png);
        }
        if bytes.starts_with(JPEG_BEGINS) {
            return Some(Sort::Jpeg);
        }
        let text = std::str::from_utf8(bytes).ok()?;
        let is_plain = |c: char| !c.is_control() || matches!(c, '\t' | '\r' | '\n');
        let is_text = !text.trim().is_empty() && text.chars().all(is_plain);
        is_text.then(|| if is_table(text) { Sort::Csv } else { Sort::Text })
    }

    /// The media type that it is handed out as.
    pub fn media_type(self) -> &'static str {
        match self {
            Sort::Pdf => "application/pdf",
            Sort::Csv => "text/csv; charset=utf-8",
            Sort::Text => "text/plain; charset=utf-8",
            Sort::Png => "image/png",
            Sort::Jpeg => "image/jpeg",
        }
    }

    /// What the name of such a file ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Sort::Pdf => "pdf",
            Sort::Csv => "csv",
            Sort::Text => "txt",
            Sort::Png => "png",
            Sort::Jpeg => "jpg",
        }
    }
}

/// Whether there are several lines, and every one has as many fields as the first, and more than one.
fn is_table(text: &str) -> bool {
    [',', ';', '\t'].into_iter().any(|separator| {
        let mut counts =
            text.lines().filter(|line| !line.trim().is_empty()).map(|line| fields(line, separator));
        let first = counts.next();
        let second = counts.next();
        first.is_some_and(|first| first > 1 && second == Some(first) && counts.all(|count| count == first))
    })
}

/// How many fields a line has; what stands in quotation marks is one.
fn fields(line: &str, separator: char) -> usize {
    let mut is_quoted = false;
    let mut found = 1;
    for c in line.chars() {
        if c == '"' {
            is_quoted = !is_quoted;
        } else if c == separator && !is_quoted {
            found += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_bytes() {
        for (bytes, sort) in [
            (&b"%PDF-1.7\n1 0 obj\n%%EOF\n"[..], Sort::Pdf),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Sort::Png),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Sort::Jpeg),
            ("科目,金額\n收入,\"1,000\"\n".as_bytes(), Sort::Csv),
            (b"account;amount\r\nincome;1000,50\r\n", Sort::Csv),
            (b"account\tamount\nincome\t1000\n", Sort::Csv),
            ("會議紀錄\n出席：五人\n".as_bytes(), Sort::Text),
            (b"Minutes, in short\nWe met.\n", Sort::Text),
            (b"We met, and went home.\n", Sort::Text),
            // A page of HTML is a text: it is handed out as one, and never shown.
            (b"<script>alert(1)</script>", Sort::Text),
        ] {
            assert_eq!(Sort::of(bytes), Some(sort), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_the_archive_does_not_take_is_no_sort() {
        for bytes in [
            &b""[..],
            b" \n\t",
            b"MZ\x90\0\x03",
            b"PK\x03\x04\x14\0",
            b"%PDF-1.7\nwithout an end",
            b"a\0b",
            b"\xff\xfea\0b\0",
            b"GIF89a\x01\0",
            b"caf\xe9",
        ] {
            assert_eq!(Sort::of(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
