//! What somebody probably meant to write.

use super::{Form, forms, pattern, token::Token};

/// What to write instead of a sentence that fits no form.
pub(super) fn advice(tokens: &[Token<'_>]) -> String {
    let nearest = forms().max_by_key(|form| likeness(form, tokens));
    nearest.map_or_else(String::new, |form| {
        format!("the nearest form is `{}`, for example `{}`", form.pattern, form.example)
    })
}

/// How alike a form and a sentence are, by the words that they share and those that only the form has.
/// Of two that are equally alike the later one in the table is nearer: the earlier ones ask for more.
fn likeness(form: &Form, tokens: &[Token<'_>]) -> (usize, std::cmp::Reverse<usize>) {
    let words = pattern::words(form.pattern);
    let shared = words.iter().filter(|word| tokens.iter().any(|token| token.is(word))).count();
    (shared, std::cmp::Reverse(words.len() - shared))
}

/// The one of `known` that shares the longest beginning with `written`; "" where there is none.
pub(super) fn word<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> &'a str {
    let alike = |candidate: &&str| {
        candidate.chars().zip(written.chars()).take_while(|(theirs, ours)| theirs == ours).count()
    };
    known.max_by_key(alike).unwrap_or_default()
}
