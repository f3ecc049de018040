//! Every refusal, provoked: one of each code.

mod asked;
mod told;

use rochdale_core::{
    refusal::{Code, Refusal},
    state::State,
};

/// A refusal that came, beside the one that must come.
#[derive(Debug)]
pub struct Provoked {
    /// The code that it must have.
    pub code: Code,
    /// The clause that it must cite.
    pub clause: &'static str,
    /// What came.
    pub refusal: Refusal,
    /// The register that refused it, which has the names.
    pub register: State,
}

/// One refusal of each code, in the order of the codes. Panics where a code has none, or more than one.
pub fn provoked() -> Vec<Provoked> {
    let mut all: Vec<Provoked> = told::provoked().chain(asked::provoked()).collect();
    all.sort_by_key(|provoked| provoked.code);
    let has = |code: Code| all.iter().filter(|provoked| provoked.code == code).count();
    let wrong = Code::ALL.iter().filter(|code| has(**code) != 1).map(|code| code.id());
    let wrong: Vec<&str> = wrong.collect();
    assert!(wrong.is_empty(), "not provoked, or more than once: {}", wrong.join(", "));
    all
}
