//! One Markdown file, taken apart: front matter, headings, words and fenced blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::source::{Origin, Source};

/// The Markdown that rulebooks are written in.
pub(in crate::rulebook) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// A file, taken apart.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub source: Source<'a>,
    pub front: Option<Block>,
    pub title: String,
    pub opening: Words,
    pub sections: Vec<Section>,
    /// Blocks that stand before the first clause.
    pub strays: Vec<Block>,
}

/// A second-level heading and what stands under it.
#[derive(Debug)]
pub(super) struct Section {
    /// The id in the heading; "" where it has none.
    pub id: String,
    pub title: String,
    /// Where the heading stands.
    pub at: Range<usize>,
    pub words: Words,
    pub blocks: Vec<Block>,
}

/// Markdown without the blocks.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub text: String,
    pub origin: Origin,
}

/// A fenced block of a sort that Rochdale reads, or that looks like one.
#[derive(Debug)]
pub(super) struct Block {
    /// The words behind the fence.
    pub sort: String,
    pub text: String,
    pub origin: Origin,
    pub at: Range<usize>,
}

/// Blocks whose sort begins like this are read, or reported where they cannot be.
const SORTS: [&str; 4] = ["toml", "scenario", "rule", "unsettled"];

/// What a stretch of a file belongs to.
enum Part {
    Heading { level: HeadingLevel, id: String, title: String, at: Range<usize> },
    Block { block: Block, is_front: bool },
}

impl<'a> Page<'a> {
    /// Takes a file apart.
    pub(super) fn of(source: Source<'a>) -> Self {
        let mut page = Self {
            source,
            front: None,
            title: String::new(),
            opening: Words::default(),
            sections: Vec::new(),
            strays: Vec::new(),
        };
        let mut from = 0;
        for part in parts(source.text) {
            match part {
                Part::Heading { level, id, title, at } => {
                    page.words_until(from, at.start);
                    from = at.end;
                    if level == HeadingLevel::H1 {
                        page.title = title;
                    } else {
                        let words = Words::default();
                        page.sections.push(Section { id, title, at, words, blocks: Vec::new() });
                    }
                }
                Part::Block { block, is_front } => {
                    page.words_until(from, block.at.start);
                    from = block.at.end;
                    match page.sections.last_mut() {
                        _ if is_front => page.front = Some(block),
                        Some(section) => section.blocks.push(block),
                        None => page.strays.push(block),
                    }
                }
            }
        }
        page.words_until(from, source.text.len());
        page
    }

    /// Adds the words between two places to the clause, or to what stands before the first.
    fn words_until(&mut self, from: usize, to: usize) {
        let words = self.sections.last_mut().map_or(&mut self.opening, |section| &mut section.words);
        let piece = self.source.text[from..to].trim_end();
        let trimmed = piece.trim_start_matches(['\n', '\r']);
        if trimmed.is_empty() {
            return;
        }
        if !words.text.is_empty() {
            words.text.push_str("\n\n");
        }
        words.origin.push(words.text.len(), from + (piece.len() - trimmed.len()));
        words.text.push_str(trimmed);
    }
}

/// The first- and second-level headings and the blocks of a file, in order.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open: Option<Part> = None;
    for (event, at) in Parser::new_ext(text, options()).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, id, .. }), _) if level <= HeadingLevel::H2 => {
                let id = id.map(String::from).unwrap_or_default();
                open = Some(Part::Heading { level, id, title: String::new(), at });
            }
            (Event::Start(Tag::MetadataBlock(MetadataBlockKind::PlusesStyle)), _) => {
                open = Some(Part::Block { block: Block::new("front", at), is_front: true });
            }
            (Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(sort))), _) if is_ours(&sort) => {
                open = Some(Part::Block { block: Block::new(&sort, at), is_front: false });
            }
            (Event::Text(words) | Event::Code(words), Some(Part::Heading { title, .. })) => {
                title.push_str(&words);
            }
            (Event::Text(words), Some(Part::Block { block, .. })) => {
                block.origin.push(block.text.len(), at.start);
                block.text.push_str(&words);
            }
            (Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::MetadataBlock(_)), _) => {
                parts.extend(open.take());
            }
            _ => {}
        }
    }
    parts
}

fn is_ours(sort: &str) -> bool {
    let first = sort.split_whitespace().next().unwrap_or("");
    SORTS.iter().any(|ours| super::near::is_near(first, ours))
}

impl Block {
    fn new(sort: &str, at: Range<usize>) -> Self {
        let mut origin = Origin::default();
        // Where no text follows, what is wrong with the block is reported at its fence.
        origin.push(0, at.start);
        Self { sort: sort.trim().to_owned(), text: String::new(), origin, at }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_blocks_and_places_come_apart() {
        let text =
            "# Title\n\nBefore.\n\n## One {#A-01}\n\nFirst words.\n\n```toml rule\nkind = 1\n```\n\nMore.\n";
        let page = Page::of(Source { file: "x.md", text });
        assert_eq!((page.title.as_str(), page.opening.text.as_str()), ("Title", "Before."));
        let section = &page.sections[0];
        assert_eq!((section.id.as_str(), section.title.as_str()), ("A-01", "One"));
        assert_eq!(section.words.text, "First words.\n\nMore.");
        let more = section.words.text.find("More").unwrap();
        assert_eq!(&text[section.words.origin.of(&(more..more + 4))], "More");
        assert_eq!(section.blocks[0].text, "kind = 1\n");
        assert_eq!(&text[section.blocks[0].origin.of(&(0..4))], "kind");
    }

    #[test]
    fn other_code_blocks_stay_in_the_words() {
        let page = Page::of(Source { file: "x.md", text: "## One {#A-01}\n\n```text\nplain\n```\n" });
        assert_eq!(page.sections[0].words.text, "```text\nplain\n```");
        assert!(page.sections[0].blocks.is_empty());
    }
}
