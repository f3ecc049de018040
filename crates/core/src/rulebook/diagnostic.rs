//! What the checker has to say: which check, where, what is wrong, and how to mend it.

use std::fmt::{self, Write as _};

use serde::Serialize;

use super::{Bundle, Check, ClauseId};

/// Whether a rulebook can be in force with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot: the words and the rules disagree, or a rule cannot be followed.
    Error,
    /// It can, and somebody should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// A stretch of one line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The path in the rulebook's folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The first character, counted from 1.
    pub column: u32,
    /// How many characters, at least 1.
    pub width: u32,
}

impl Place {
    /// The beginning of a file.
    pub fn start_of(file: &str) -> Self {
        Self { file: file.to_owned(), line: 1, column: 1, width: 1 }
    }
}

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// Whether it must be mended.
    pub severity: Severity,
    /// Which check found it.
    pub check: Check,
    /// The clause it stands in, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseId>,
    /// What is wrong, in one sentence without a full stop.
    pub says: String,
    /// What to do about it, likewise.
    pub mend: String,
}

impl Diagnostic {
    /// Whether it must be mended before the edition can be in force.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The diagnostic as lines of text with the line of the file and a mark under the place:
    ///
    /// ```text
    /// error[numbers-quoted]: the rule says 3, and the quoted words do not
    ///   --> 03-governance.md:14:10, in GOV-06
    ///    |
    /// 14 | rounds = 3
    ///    |          ^
    ///    = mend: ...
    /// ```
    pub fn in_context(&self, bundle: &Bundle) -> String {
        let Place { file, line, column, width } = &self.place;
        let number = line.to_string();
        let margin = " ".repeat(number.len());
        let mut out =
            format!("{}[{}]: {}\n{margin}--> {file}:{line}:{column}", self.severity, self.check, self.says);
        if let Some(clause) = &self.clause {
            let _ = write!(out, ", in {clause}");
        }
        out.push('\n');
        let text = bundle.text(file).and_then(|text| text.lines().nth(*line as usize - 1));
        if let Some(text) = text {
            let (before, marked) = (*column as usize - 1, *width as usize);
            let room = |letter: char| if is_wide(letter) { 2 } else { 1 };
            let before: usize = text.chars().take(before).map(room).sum();
            let marked: usize = text.chars().skip(*column as usize - 1).take(marked).map(room).sum();
            let (before, mark) = (" ".repeat(before), "^".repeat(marked.max(1)));
            let _ = write!(out, "{margin} |\n{number} | {text}\n{margin} | {before}{mark}\n");
        }
        let _ = writeln!(out, "{margin} = mend: {}", self.mend);
        out
    }
}

/// Whether a letter takes the room of two on a screen, as Chinese ones do.
fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_under_its_words_behind_chinese_ones() {
        let place = Place { file: "x.md".to_owned(), line: 1, column: 4, width: 3 };
        let diagnostic = Diagnostic::error(Check::SameNumbers, place, None, "es", "mend it");
        let bundle = Bundle([("x.md".to_owned(), "社員 2 三\n".to_owned())].into());
        let expected = "1 | 社員 2 三\n  |      ^^^^\n";
        assert!(diagnostic.in_context(&bundle).contains(expected), "{}", diagnostic.in_context(&bundle));
    }
}
