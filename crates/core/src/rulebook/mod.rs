//! The bylaws as the program: Markdown chapters with the rules as data beside the words.

mod book;
mod bundle;
mod cells;
mod citation;
mod index;
mod rule;
mod stub;
mod text;
pub use stub::*;

pub use book::{Rulebook, Ruled};
pub use bundle::Bundle;
pub use citation::{Citation, ClauseId};
pub use rule::*;
pub use text::{Chapter, Clause, Example, Front};
