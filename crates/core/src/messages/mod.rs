//! Every sentence that the core can say. The words stand in the message catalogue, in each language;
//! here is the list of them, with the names of their arguments, and in English what they say.

mod archive;
mod assets;
mod commands;
mod declarations;
mod findings;
mod kept;
mod problems;
mod remedies;
mod sentences;
mod standing;

pub use archive::*;
pub use assets::*;
pub use commands::*;
pub use declarations::*;
pub use findings::*;
pub use kept::*;
pub use problems::*;
pub use remedies::*;
pub use sentences::*;
pub use standing::*;

use crate::message::Key;

macro_rules! messages {
    ($all:ident: $($(#[doc = $doc:literal])+ $name:ident = $id:literal ($($argument:ident),*);)*) => {
        $(
            $(#[doc = $doc])+
            pub const $name: Key = Key { id: $id, arguments: &[$(stringify!($argument)),*] };
        )*
        /// All of this list, with what each says in English.
        pub const $all: &[(&Key, &str)] = &[$((&$name, concat!($($doc),+))),*];
    };
}
pub(crate) use messages;

/// The lists.
const LISTS: [&[(&Key, &str)]; 10] =
    [FINDINGS, PROBLEMS, COMMANDS, REMEDIES, SENTENCES, ASSETS, DECLARATIONS, ARCHIVE, STANDING, KEPT];

/// Every sentence of the core.
pub fn all() -> impl Iterator<Item = &'static Key> {
    LISTS.into_iter().flatten().map(|(key, _)| *key)
}

/// What a sentence says in English, with `{argument}` where an argument goes: for where there is no
/// catalogue at hand, such as the report of an example that fails.
pub fn english(key: &Key) -> &'static str {
    let known = LISTS.into_iter().flatten().find(|(known, _)| known.id == key.id);
    known.map_or("", |(_, says)| says.trim_ascii())
}
