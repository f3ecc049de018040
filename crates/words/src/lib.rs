//! What Rochdale says to people, in the language they read.
//!
//! The sentences stand in `locales/LANGUAGE/DOMAIN.ftl`, one file a domain, and are built into the
//! program. A [`Catalogue`] is read once; [`Words`] is the catalogue as one reader hears it: in their
//! language, with times in the co-op's zone and the names that its register and rulebook give.

mod catalogue;
mod explain;
mod format;
mod letter;
mod naming;
mod pieces;
mod words;

pub use catalogue::{Catalogue, Tongue};
pub use letter::Letter;
pub use naming::{BookNames, Naming, NoNames};
pub use words::Words;
