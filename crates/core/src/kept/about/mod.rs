//! Everything that a state holds about a person, field by field.

mod agreed;
mod asked;
mod decided;
mod left;
mod person;
mod put;
mod stands;

use jiff::Timestamp;

use self::put::Account;
use super::Kept;
use crate::{state::State, values::PartyId};

/// Everything that the state holds about a person at `now`, as they themselves may read it, in the order of its
/// groups. Nothing for an organization, and for a number that the book does not know.
pub fn about(state: &State, person: PartyId, now: Timestamp) -> Vec<Kept> {
    let known = state.party(person).filter(|party| party.is_person());
    let Some((party, rulebook)) = known.zip(state.rulebook_at(now)) else { return Vec::new() };
    // Every field is named here and none passed over, so that one that is added has to be thought of.
    let State {
        handle: _,
        editions: _,
        bundles: _,
        parties,
        memberships,
        proposals,
        resolutions,
        documents,
        agreements,
        agreed_with: _,
        unsigned: _,
        // The assembly named them; by whose proposal, the proposals say.
        named_matters: _,
        tenures,
        vouched,
        restored,
        cases,
        exits,
        // What it has, the memberships say too.
        leaving: _,
        applicants,
        declarations,
        assets,
        archive,
        kept,
        channels,
        reviews,
        // Each is given with what it was written for; `every_word_is_told` holds that none is left out.
        words: _,
        last_words: _,
        open: _,
        awaited: _,
        // Who is in it, memberships and representations say.
        parted: _,
        founded: _,
        last: _,
    } = state;
    let mut account = Account::new(state, &rulebook, party, now);
    account.details(party);
    account.memberships(memberships);
    account.rolls(proposals);
    account.represented(parties);
    account.offices(tenures);
    account.vouching(vouched, restored);
    account.commitments(documents);
    account.agreements(agreements);
    account.proposals(proposals);
    account.resolutions(resolutions);
    account.reviews(reviews);
    account.cases(cases);
    account.applications(applicants);
    account.exits(exits);
    account.declarations(declarations);
    account.assets(assets);
    account.standing(kept);
    account.channels(channels);
    account.archive(archive);
    account.kept
}
