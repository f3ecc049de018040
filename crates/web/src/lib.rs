//! Pages and the JSON interface. No SQL, no rules and no numbers from bylaws stand here: a page is a
//! function of the state, the rulebook, who reads, and in which language.

pub mod assets;
pub mod look;
