//! The archive: documents of the co-op, each with a confidentiality class that says who reads it. The book
//! holds who filed what of which class and the hash of its bytes; the title, the reasons and the bytes stand
//! beside it, and are found by its readers only.

mod apply;
pub(crate) mod decide;
mod sight;
mod sort;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;
pub use sight::{Because, Reader, documents_for, finding, found, keeps, may_file, may_publish, reads};
pub use sort::Sort;

use crate::{
    command::By,
    state::State,
    values::{Digest, DocumentId, PartyId, Slug, WordsId},
};

/// Under what the title stands in the words of a document.
pub const TITLE: &str = "title";
/// Under what a reason stands.
pub const REASON: &str = "text";

/// A document with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its number in the archive.
    pub id: DocumentId,
    /// Who filed it.
    pub by: PartyId,
    /// When.
    pub at: Timestamp,
    /// The day that it bears.
    pub dated: Date,
    /// Its bytes.
    pub file: File,
    /// What it is called; gone once the document is erased.
    pub title: WordsId,
    /// The classes it was given, in order; never empty.
    pub classes: Vec<Given>,
    /// When its bytes and its words were erased, if they were.
    pub erased: Option<Erased>,
}

/// That a document was given a confidentiality class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Which, as the rulebook calls it.
    pub class: Slug,
    /// Who is named on it from then on, for a class that those named read.
    pub named: Vec<PartyId>,
    /// When.
    pub at: Timestamp,
    /// Who gave it.
    pub by: By,
    /// Why it was changed; none for the class that it was filed with.
    pub reason: Option<WordsId>,
}

/// That a document was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub by: By,
    /// Why.
    pub reason: WordsId,
}

/// The bytes of a document, which stand beside the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Their hash.
    #[schema(value_type = String)]
    pub hash: Digest,
    /// How many there are.
    pub bytes: u64,
    /// What sort of file they are.
    pub sort: Sort,
}

impl File {
    /// What these bytes are; `None` where they are of no sort that the archive takes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        Some(Self { hash: Digest::of(bytes), bytes: bytes.len() as u64, sort: Sort::of(bytes)? })
    }
}

impl Document {
    /// Its confidentiality class.
    pub fn class(&self) -> &Slug {
        // It was filed with one.
        static NONE: std::sync::LazyLock<Slug> = std::sync::LazyLock::new(|| Slug::new(""));
        self.classes.last().map_or(&NONE, |given| &given.class)
    }

    /// Who is named on it.
    pub fn named(&self) -> &[PartyId] {
        self.classes.last().map_or(&[], |given| &given.named)
    }

    /// Whether its bytes and its words are kept.
    pub fn is_kept(&self) -> bool {
        self.erased.is_none()
    }

    /// What it is called; `None` once it is erased.
    pub fn title<'a>(&self, state: &'a State) -> Option<&'a str> {
        state.words(self.title).map(|words| words.on(TITLE))
    }
}

/// With whom the words of a document are erased. What is written of a document is nobody's own: it goes with
/// the document and with no person. Documents are counted down from the last number there is, so that none
/// meets a party, which are counted up from 1.
pub fn bearer(document: DocumentId) -> PartyId {
    PartyId(u32::MAX - document.0.saturating_sub(1))
}
