//! A year of Cooperate Connecticut. Everybody in it is made up.

mod applicants;
mod documents;
mod people;
mod proposals;
mod standing;

use rochdale_core::rulebook::Bundle;

use super::{
    plan::{Plan, When},
    teller::Told,
};

/// The first day of the book, so many days ago.
const FOUNDED: i32 = 400;
/// The day of the second code of conduct.
const SECOND_CODE: i32 = 170;

/// The year, from the founding to today.
pub fn plan(plan: &mut Plan, rulebook: &Bundle) -> Told {
    plan.founds(When(FOUNDED, 9, 0), "cooperate-connecticut", rulebook.clone());
    documents::published(plan);
    people::come(plan);
    proposals::year(plan);
    applicants::ask(plan);
    standing::looked_after(plan, &people::of_the_first_day(), &people::organizations_of_the_first_day());
    Ok(())
}

/// A number from 0 through 99 that always is the same for the same two numbers: who is late, who
/// answers what.
fn lot(one: u32, other: u32) -> u32 {
    let mixed = one.wrapping_mul(0x9E37_79B1) ^ other.wrapping_add(17).wrapping_mul(0x85EB_CA77);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE3D);
    (mixed ^ (mixed >> 13)) % 100
}
