//! What the words of a clause say, without their Markdown marks: passages, links and tables.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::page::options;
use crate::rulebook::ClauseId;

/// The words of a clause, read.
#[derive(Debug, Default, Clone)]
pub(in crate::rulebook) struct Said {
    passages: Vec<Passage>,
    /// The links, in order.
    pub links: Vec<Link>,
    /// The tables, in order.
    pub tables: Vec<Table>,
}

/// Words that stand in one paragraph of the clause's numbering, or before and after it.
#[derive(Debug, Default, Clone)]
struct Passage {
    paragraph: Option<u32>,
    text: String,
}

/// A link in the words.
#[derive(Debug, Default, Clone)]
pub(in crate::rulebook) struct Link {
    /// Where it leads: `#MEM-07`, `#term:admin-share`.
    pub to: String,
    /// The words that the citing clause needs, white space folded; "" for none.
    pub needs: String,
    /// Its bytes in the words.
    pub at: Range<usize>,
}

/// A table in the words.
#[derive(Debug, Default, Clone)]
pub(in crate::rulebook) struct Table {
    /// Its rows, the heading first.
    pub rows: Vec<Vec<TableCell>>,
    /// Its bytes in the words.
    pub at: Range<usize>,
}

/// A cell of a table.
#[derive(Debug, Default, Clone)]
pub(in crate::rulebook) struct TableCell {
    /// Its words, without a link at their end.
    pub text: String,
    /// The link at the end.
    pub link: Option<Link>,
    /// Its bytes in the words.
    pub at: Range<usize>,
}

impl Link {
    /// The clause that it leads to, if to one.
    pub(in crate::rulebook) fn clause(&self) -> Option<ClauseId> {
        let id = self.to.strip_prefix('#')?;
        (!id.contains(':')).then(|| ClauseId::new(id))
    }

    /// The term that it leads to, if to one.
    pub(in crate::rulebook) fn term(&self) -> Option<&str> {
        self.to.strip_prefix("#term:")
    }
}

impl Said {
    /// Reads the words of a clause.
    pub(in crate::rulebook) fn by(words: &str) -> Self {
        let mut listener = Listener::default();
        for (event, at) in Parser::new_ext(words, options()).into_offset_iter() {
            listener.hear(event, at);
        }
        let mut said = listener.said;
        for passage in &mut said.passages {
            passage.text = fold(&passage.text);
        }
        said.passages.retain(|passage| !passage.text.is_empty());
        said
    }

    /// All the words, with single spaces.
    pub(in crate::rulebook) fn plain(&self) -> String {
        let texts: Vec<&str> = self.passages.iter().map(|passage| passage.text.as_str()).collect();
        texts.join(" ")
    }

    /// The words of a numbered paragraph; empty where there is none of that number.
    pub(in crate::rulebook) fn paragraph(&self, number: u32) -> String {
        let within = self.passages.iter().filter(|passage| passage.paragraph == Some(number));
        within.map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Where these words stand: the paragraph, if they stand within a numbered one. `None` if they do
    /// not stand here at all.
    pub(in crate::rulebook) fn find(&self, quote: &str) -> Option<Option<u32>> {
        let quote = fold(quote);
        match self.passages.iter().find(|passage| passage.text.contains(&quote)) {
            Some(passage) => Some(passage.paragraph),
            None => self.plain().contains(&quote).then_some(None),
        }
    }
}

/// The text with every stretch of white space as one space, and none at the ends. Between two Chinese
/// characters there is none either: a line may break anywhere between them.
pub(in crate::rulebook) fn fold(text: &str) -> String {
    let mut folded = String::new();
    for word in text.split_whitespace() {
        let is_chinese = |letter: Option<char>| {
            letter.is_some_and(|letter| matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'))
        };
        let is_unbroken = is_chinese(folded.chars().next_back()) && is_chinese(word.chars().next());
        if !folded.is_empty() && !is_unbroken {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// Collects what the Markdown reader tells.
#[derive(Default)]
struct Listener {
    said: Said,
    /// For each open list the number of its present item, if it is a numbered list.
    lists: Vec<Option<u64>>,
    link: Option<Link>,
    cell: Option<OpenCell>,
}

/// A cell that is being read, and the bytes of its text that belong to the last link to a clause.
#[derive(Default)]
struct OpenCell {
    cell: TableCell,
    link_begins: usize,
    link_ends: usize,
}

impl Listener {
    fn hear(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(Tag::List(first)) => self.lists.push(first.map(|first| first.saturating_sub(1))),
            Event::Start(Tag::Item) => {
                if let Some(Some(number)) = self.lists.last_mut() {
                    *number += 1;
                }
            }
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                self.link = Some(Link { to: dest_url.into_string(), needs: fold(&title), at });
                if let Some(open) = &mut self.cell {
                    open.link_begins = open.cell.text.len();
                }
            }
            Event::Start(Tag::Table(_)) => self.said.tables.push(Table { rows: Vec::new(), at }),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some(table) = self.said.tables.last_mut() {
                    table.rows.push(Vec::new());
                }
            }
            Event::Start(Tag::TableCell) => {
                self.cell =
                    Some(OpenCell { cell: TableCell { at, ..TableCell::default() }, ..OpenCell::default() });
            }
            Event::Text(text) | Event::Code(text) => self.say(&text),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::End(TagEnd::Link) => self.end_link(),
            Event::End(TagEnd::TableCell) => {
                self.end_cell();
                self.say(" ");
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Image) => {}
            Event::End(end) => {
                // Said while the list is still open, so that it does not begin a passage of its own.
                self.say(" ");
                if matches!(end, TagEnd::List(_)) {
                    self.lists.pop();
                }
            }
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(open) = &mut self.cell {
            open.cell.text.push_str(text);
        }
        let number = self.lists.first().copied().flatten();
        let paragraph = number.and_then(|number| u32::try_from(number).ok());
        match self.said.passages.last_mut() {
            Some(passage) if passage.paragraph == paragraph => passage.text.push_str(text),
            _ => self.said.passages.push(Passage { paragraph, text: text.to_owned() }),
        }
    }

    fn end_link(&mut self) {
        let Some(link) = self.link.take() else { return };
        if let Some(open) = &mut self.cell
            && link.clause().is_some()
        {
            open.link_ends = open.cell.text.len();
            open.cell.link = Some(link.clone());
        }
        self.said.links.push(link);
    }

    fn end_cell(&mut self) {
        let Some(OpenCell { mut cell, link_begins, link_ends }) = self.cell.take() else { return };
        if cell.link.is_some() {
            let is_at_end = cell.text[link_ends..].trim_matches([' ', ')']).is_empty();
            if is_at_end {
                cell.text.truncate(link_begins);
                cell.text.truncate(cell.text.trim_end_matches([' ', '(']).len());
            } else {
                cell.link = None;
            }
        }
        cell.text = fold(&cell.text);
        if let Some(row) = self.said.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.push(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_found_in_its_paragraph_without_the_marks() {
        let said = Said::by(
            "Before it\n**all**:\n\n1. One *vote* each.\n2. A [link](#A-02 \"x  y\") here.\n\nAfter.",
        );
        assert_eq!(said.find("before it"), None);
        assert_eq!(said.find("Before it all"), Some(None));
        assert_eq!(said.find("One vote"), Some(Some(1)));
        assert_eq!(said.find("A link here."), Some(Some(2)));
        assert_eq!(said.find("each. A link"), Some(None));
        assert_eq!(said.find("After."), Some(None));
        assert_eq!((said.links[0].to.as_str(), said.links[0].needs.as_str()), ("#A-02", "x y"));
    }

    #[test]
    fn a_line_may_break_between_chinese_characters() {
        assert_eq!(Said::by("工作社員\n一人一票\nby 1 vote").find("社員一人一票 by 1 vote"), Some(None));
    }

    #[test]
    fn cells_come_without_the_link_at_their_end() {
        let said =
            Said::by("| | A |\n|:--|:--|\n| x | yes ([B-01](#B-01 \"q\")) |\n| y | the [C](#C) says |\n");
        let rows = &said.tables[0].rows;
        assert_eq!(
            (rows[1][1].text.as_str(), rows[1][1].link.as_ref().unwrap().to.as_str()),
            ("yes", "#B-01")
        );
        assert_eq!((rows[2][1].text.as_str(), rows[2][1].link.is_none()), ("the C says", true));
        assert_eq!(said.plain(), "A x yes (B-01) y the C says");
    }
}
