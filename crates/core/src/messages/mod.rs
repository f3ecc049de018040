//! Every sentence that the core can say. The words stand in the message catalogue, in each language;
//! here is the list of them, with the names of their arguments, and in English what they say.

mod findings;
mod problems;
mod remedies;

pub use findings::*;
pub use problems::*;
pub use remedies::*;

use crate::message::Key;

macro_rules! messages {
    ($all:ident: $($(#[$doc:meta])* $name:ident = $id:literal ($($argument:ident),*);)*) => {
        $(
            $(#[$doc])*
            pub const $name: Key = Key { id: $id, arguments: &[$(stringify!($argument)),*] };
        )*
        /// All of this list.
        pub const $all: &[&Key] = &[$(&$name),*];
    };
}
pub(crate) use messages;

/// Every sentence of the core.
pub fn all() -> impl Iterator<Item = &'static Key> {
    [FINDINGS, PROBLEMS, REMEDIES].into_iter().flatten().copied()
}
