//! A sentence in its parts.

/// What a part of a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A word, a number, a date.
    Word,
    /// A comma, a colon, a semicolon, or the `'s` of a possessive.
    Mark,
    /// Words in quotation marks.
    Quoted,
}

/// A part of a sentence and where in the line it stands, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub sort: Sort,
    /// The part without its quotation marks.
    pub text: &'a str,
    pub from: usize,
    pub to: usize,
}

impl Token<'_> {
    /// Whether it is this word or mark, in any case of letters.
    pub fn is(&self, word: &str) -> bool {
        self.sort != Sort::Quoted && self.text.to_lowercase() == word.to_lowercase()
    }
}

/// The parts of a line, or what is wrong with it.
pub(super) fn tokens(line: &str) -> Result<Vec<Token<'_>>, String> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = line[at..].chars().next() {
        if letter.is_whitespace() {
            at += letter.len_utf8();
        } else if let Some(end) = closing(letter) {
            let from = at + letter.len_utf8();
            let Some(length) = line[from..].find(end) else {
                return Err(format!("the words that open with {letter} are not closed"));
            };
            let to = from + length;
            tokens.push(Token {
                sort: Sort::Quoted,
                text: &line[from..to],
                from: at,
                to: to + end.len_utf8(),
            });
            at = to + end.len_utf8();
        } else if is_mark(letter) {
            tokens.push(part(line, Sort::Mark, at, at + 1));
            at += 1;
        } else {
            let rest = &line[at..];
            let to =
                at + rest.find(|c: char| c.is_whitespace() || closing(c).is_some()).unwrap_or(rest.len());
            let end = at + line[at..to].trim_end_matches(is_mark).len();
            let word = &line[at..end];
            match ["'s", "’s"]
                .into_iter()
                .find(|possessive| word.len() > possessive.len() && word.ends_with(possessive))
            {
                Some(possessive) => {
                    let split = end - possessive.len();
                    tokens.push(part(line, Sort::Word, at, split));
                    tokens.push(Token { sort: Sort::Mark, text: "'s", from: split, to: end });
                }
                None => tokens.push(part(line, Sort::Word, at, end)),
            }
            at = end;
        }
    }
    Ok(tokens)
}

fn part(line: &str, sort: Sort, from: usize, to: usize) -> Token<'_> {
    Token { sort, text: &line[from..to], from, to }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, ',' | ':' | ';')
}

fn closing(opening: char) -> Option<char> {
    match opening {
        '"' => Some('"'),
        '“' => Some('”'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_falls_into_its_parts() {
        let parts =
            |line| tokens(line).unwrap().iter().map(|token| token.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            parts("Ana, Bo and Chi's Kitchen vote for \"Buy a van\"; 18:00: yes"),
            [
                "Ana",
                ",",
                "Bo",
                "and",
                "Chi",
                "'s",
                "Kitchen",
                "vote",
                "for",
                "Buy a van",
                ";",
                "18:00",
                ":",
                "yes"
            ]
        );
        assert_eq!(tokens("Ana proposes \"Buy").unwrap_err(), "the words that open with \" are not closed");
    }
}
