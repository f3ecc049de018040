//! Where the names in sentences come from.

use rochdale_core::values::{Language, MembershipId, PartyId, ProposalId, Slug};

/// Names of what a sentence speaks of, in a language. They are looked up when the sentence is said,
/// so that an erased person's name stands nowhere, and a class is called what the reader calls it.
pub trait Naming {
    /// A person or organization.
    fn party(&self, party: PartyId, language: &Language) -> String;
    /// Whose membership it is.
    fn membership(&self, membership: MembershipId, language: &Language) -> String;
    /// The title of a proposal.
    fn proposal(&self, proposal: ProposalId, language: &Language) -> String;
    /// A membership class.
    fn class(&self, class: &Slug, language: &Language) -> String;
    /// A phase of a class.
    fn phase(&self, phase: &Slug, language: &Language) -> String;
    /// A kind of matter.
    fn matter(&self, matter: &Slug, language: &Language) -> String;
    /// A group of matters.
    fn group(&self, group: &Slug, language: &Language) -> String;
    /// A document, a section of an agreement, or a kind within a class.
    fn named(&self, name: &Slug, language: &Language) -> String;
}

/// For sentences that stand outside any co-op: everything is called by its number or short name.
pub struct NoNames;

impl Naming for NoNames {
    fn party(&self, party: PartyId, _: &Language) -> String {
        party.to_string()
    }
    fn membership(&self, membership: MembershipId, _: &Language) -> String {
        membership.to_string()
    }
    fn proposal(&self, proposal: ProposalId, _: &Language) -> String {
        proposal.to_string()
    }
    fn class(&self, class: &Slug, _: &Language) -> String {
        class.to_string()
    }
    fn phase(&self, phase: &Slug, _: &Language) -> String {
        phase.to_string()
    }
    fn matter(&self, matter: &Slug, _: &Language) -> String {
        matter.to_string()
    }
    fn group(&self, group: &Slug, _: &Language) -> String {
        group.to_string()
    }
    fn named(&self, name: &Slug, _: &Language) -> String {
        name.to_string()
    }
}
