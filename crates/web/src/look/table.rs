//! Tables, which become a card a row on a phone.

use maud::{Markup, html};

use super::Text;

/// A column.
pub struct Column<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// How its cells are set, where not as words.
    class: Option<&'static str>,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn of_words(heading: &'a str) -> Self {
        Self { heading, class: None }
    }

    /// A column of days, which stay on their line where there is room for a table.
    pub fn of_days(heading: &'a str) -> Self {
        Self { heading, class: Some("day") }
    }
}

/// Rows under their headings. The roles are spelt out, because a table that is drawn as cards is no
/// table to a screen reader otherwise. The first cell of a row is the title of its card.
pub fn table(caption: &str, columns: &[Column<'_>], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table class="cards" role="table" {
            caption { (Text(caption)) }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in columns {
                        th role="columnheader" scope="col" class=[column.class] { (Text(column.heading)) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (place, (cell, column)) in row.iter().zip(columns).enumerate() {
                            td role="cell" class=[column.class]
                                data-label=[(place > 0).then_some(column.heading)] { (cell) }
                        }
                    }
                }
            }
        }
    }
}
