//! A long list, a page at a time.

use maud::{Markup, html};
use rochdale_core::message::Argument;
use rochdale_words::Words;

/// Where somebody is in a long list. Pages are counted from 1, and there is always one.
#[derive(Debug, Clone, Copy)]
pub struct Pages {
    number: usize,
    count: usize,
    size: usize,
}

impl Pages {
    /// The page that was asked for of a list of so many, `size` a page: the first where none was, the last where there
    /// are not so many.
    pub fn of(length: usize, size: usize, asked: Option<usize>) -> Self {
        let count = length.div_ceil(size).max(1);
        Self { number: asked.unwrap_or(1).clamp(1, count), count, size }
    }

    /// How many of the list come before this page.
    pub fn before(self) -> usize {
        (self.number - 1) * self.size
    }

    /// What of the list stands on this page.
    pub fn cut<T>(self, list: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        list.into_iter().skip(self.before()).take(self.size)
    }

    /// Links to the page before and the page after of the list at a path; nothing where there is but one page. `query`
    /// is what else the list was asked for, by name; what is empty was not asked.
    pub fn links(self, words: &Words<'_>, path: &str, query: &[(&str, &str)]) -> Markup {
        let asked = query.iter().filter(|(_, value)| !value.is_empty());
        let asked: String = asked.map(|(name, value)| format!("{name}={}&", encoded(value))).collect();
        let address = |page: usize| format!("{path}?{asked}page={page}");
        let number = |n: usize| Argument::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let of = words.text_with("page-of", [("page", number(self.number)), ("pages", number(self.count))]);
        html! {
            @if self.count > 1 {
                nav class="pages" aria-label=(of) {
                    @if self.number > 1 { a rel="prev" href=(address(self.number - 1)) { "← " (words.text("previous")) } }
                    span { (of) }
                    @if self.number < self.count { a rel="next" href=(address(self.number + 1)) { (words.text("next")) " →" } }
                }
            }
        }
    }
}

/// Words as they stand in the query of an address.
fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
