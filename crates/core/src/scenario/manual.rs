//! The page of the manual on worked examples, made from the table of forms.

use std::fmt::Write;

use super::{forms::CHAPTERS, line::places};

const OPENING: &str = "# Worked examples

<!-- Made from the forms in crates/core/src/scenario/forms. `ROCHDALE_BLESS=1 cargo test -p rochdale-core` makes it anew. -->

A fenced block ` ```scenario NAME ` in a clause tells, in plain sentences, how the clause works in practice. It runs as
a test of the rulebook: what it says happens must happen, and what it says is so must be so.

    Ana, Bo and Chi are worker-owners since 2024-01-01
    2026-03-02        Ana proposes \"Buy a van\", a purchase or sale of a major asset
    2026-03-04 18:00  Bo objects: the old one still runs
    2026-03-05        Ana calls a vote   refused: GOV-06(2) rounds_must_be_complete

A line opens with a day and, where it matters, a time of day, in the co-op's time zone; without a time it is noon, and
without a day it happens together with the line above it. What stands before the first day happens at the founding: on the
first day of the edition, or on the latest day since which somebody stands on the opening roll, if that is later. An example of
days before the edition takes force is told as if it were in force already. Lines stand in the order of time. Several
sentences on a line are joined with `;`.

Before a line is told, time does what falls due: a vote closes at its closing time.

`refused: CLAUSE code` at the end of a line says that what it tells is refused, under that clause with that code, and
changes nothing. A line that is refused without saying so fails.

A sentence on a proposal without a title speaks of the one that was spoken of last. Names that were not met before are
entered as people, or as organizations where the class is for these alone. The rulebook's own words (classes, phases,
matters, documents and so on) are those of its binding language, in small or capital letters, one or several, with or
without an article; their short names do as well.

## Places

| In a form | stands for |
|:--|:--|
";

/// The page, in Markdown.
pub fn manual() -> String {
    let mut page = OPENING.to_owned();
    for (name, holds) in places() {
        let _ = writeln!(page, "| `{name}` | {holds} |");
    }
    page.push_str("\nIn a form, `a|b` is either word, and what stands in `[...]` may be left out.\n");
    for (title, forms) in CHAPTERS {
        let _ = writeln!(page, "\n## {title}");
        for form in *forms {
            let _ = writeln!(page, "\n### `{}`\n\n{}\n\n    {}", form.pattern, form.means, form.example);
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn the_page_is_the_one_that_the_table_makes() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rulebook/scenarios.md");
        let page = super::manual();
        if std::env::var_os("ROCHDALE_BLESS").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == page, "{} is stale; run with ROCHDALE_BLESS=1", path.display());
    }
}
