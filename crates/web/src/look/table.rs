//! Tables, which become a card a row on a phone.

use maud::{Markup, html};

/// A column.
pub struct Column<'a> {
    /// Its heading.
    pub heading: &'a str,
    /// Whether it holds numbers.
    pub is_number: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn of_words(heading: &'a str) -> Self {
        Self { heading, is_number: false }
    }

    /// A column of numbers.
    pub fn of_numbers(heading: &'a str) -> Self {
        Self { heading, is_number: true }
    }
}

/// Rows under their headings. The roles are spelt out, because a table that is drawn as cards is no
/// table to a screen reader otherwise. The first cell of a row is the title of its card.
pub fn table(caption: &str, columns: &[Column<'_>], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table class="cards" role="table" {
            caption { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    @for column in columns {
                        th role="columnheader" scope="col" class=[column.is_number.then_some("number")] { (column.heading) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (place, (cell, column)) in row.iter().zip(columns).enumerate() {
                            td role="cell" class=[column.is_number.then_some("number")]
                                data-label=[(place > 0).then_some(column.heading)] { (cell) }
                        }
                    }
                }
            }
        }
    }
}
