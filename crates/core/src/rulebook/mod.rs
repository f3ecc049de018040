//! The bylaws as the program: Markdown chapters with the rules as data beside the words.

mod bundle;
mod citation;
mod rule;

pub use bundle::Bundle;
pub use citation::{Citation, ClauseId};
pub use rule::*;
