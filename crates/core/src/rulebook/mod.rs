//! The bylaws as the program: Markdown chapters with the rules as data beside the words.

mod book;
mod bundle;
mod cells;
mod changes;
mod check;
mod checks;
mod citation;
mod diagnostic;
mod index;
mod kinds;
mod nearest;
mod read;
mod render;
mod rule;
mod sentence;
mod succession;
mod summary;
mod text;
mod translated;
#[cfg(test)]
mod trial;

pub use book::{Rulebook, Ruled};
pub use bundle::Bundle;
pub use changes::Changes;
pub use check::{Check, Tier};
pub use checks::{check_examples, check_next};
pub use citation::{Citation, ClauseId};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use kinds::{KINDS, KindPage};
pub use read::{Key, Outcome};
pub use rule::*;
pub(crate) use sentence::standing::unanswered;
pub use succession::Gap;
pub use summary::Summary;
pub use text::{Chapter, Clause, Example, Front};
