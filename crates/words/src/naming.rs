//! Where the names in sentences come from.

use rochdale_core::{
    rulebook::Rulebook,
    state::State,
    values::{Language, MembershipId, PartyId, ProposalId, Slug},
};

/// Names of what a sentence speaks of, in a language. They are looked up when the sentence is said,
/// so that an erased person's name stands nowhere, and a class is called what the reader calls it.
pub trait Naming {
    /// A person or organization; `None` for a person whose details are erased.
    fn party(&self, party: PartyId) -> Option<String>;
    /// Whose membership it is; `None` for a person whose details are erased.
    fn membership(&self, membership: MembershipId) -> Option<String>;
    /// The title of a proposal.
    fn proposal(&self, proposal: ProposalId) -> String;
    /// A membership class.
    fn class(&self, class: &Slug, language: &Language) -> String;
    /// A phase of a class.
    fn phase(&self, phase: &Slug, language: &Language) -> String;
    /// A kind of matter.
    fn matter(&self, matter: &Slug, language: &Language) -> String;
    /// A group of matters.
    fn group(&self, group: &Slug, language: &Language) -> String;
    /// A document, an agreement or a section of one, an office, or a kind within a class.
    fn named(&self, name: &Slug, language: &Language) -> String;
}

/// For sentences that stand outside any co-op: everything is called by its number or short name.
pub struct NoNames;

impl Naming for NoNames {
    fn party(&self, party: PartyId) -> Option<String> {
        Some(party.to_string())
    }
    fn membership(&self, membership: MembershipId) -> Option<String> {
        Some(membership.to_string())
    }
    fn proposal(&self, proposal: ProposalId) -> String {
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

/// The names that a co-op's register and an edition of its bylaws give. What neither knows is called
/// by its short name.
#[derive(Clone, Copy)]
pub struct BookNames<'a> {
    /// The register.
    pub state: &'a State,
    /// The edition.
    pub rulebook: &'a Rulebook,
}

impl Naming for BookNames<'_> {
    fn party(&self, party: PartyId) -> Option<String> {
        Some(self.state.party(party)?.name()?.to_owned())
    }

    fn membership(&self, membership: MembershipId) -> Option<String> {
        self.party(self.state.membership(membership)?.party)
    }

    fn proposal(&self, proposal: ProposalId) -> String {
        self.state.proposal(proposal).map_or_else(|| proposal.to_string(), |known| known.draft.title.clone())
    }

    fn class(&self, class: &Slug, language: &Language) -> String {
        let known = self.rulebook.class(class);
        known.map_or_else(|| class.to_string(), |known| known.rule.name.in_language(language).to_owned())
    }

    fn phase(&self, phase: &Slug, language: &Language) -> String {
        let phases = self.rulebook.classes().filter_map(|class| self.rulebook.phases(&class.rule.id));
        let known = phases.flat_map(|phases| &phases.rule.phases).find(|known| known.id == *phase);
        known.map_or_else(|| phase.to_string(), |known| known.name.in_language(language).to_owned())
    }

    fn matter(&self, matter: &Slug, language: &Language) -> String {
        if let Some(known) = self.rulebook.matter(matter) {
            return known.rule.name.in_language(language).to_owned();
        }
        let named = self.state.named_matters().find(|named| named.id == *matter);
        named.map_or_else(|| matter.to_string(), |named| named.name.clone())
    }

    fn group(&self, group: &Slug, language: &Language) -> String {
        // A group may be declared in several clauses, and only one of them gives its name.
        let known = self.rulebook.groups().find(|known| known.id == *group);
        let name = known.map_or("", |known| known.name.in_language(language));
        if name.is_empty() { group.to_string() } else { name.to_owned() }
    }

    fn named(&self, name: &Slug, language: &Language) -> String {
        if let Some(agreement) = self.rulebook.agreement(name) {
            return agreement.rule.name.in_language(language).to_owned();
        }
        if let Some(office) = self.rulebook.office(name) {
            return office.rule.name.in_language(language).to_owned();
        }
        let known = self.rulebook.name_of(name);
        known.map_or_else(|| name.to_string(), |known| known.in_language(language).to_owned())
    }
}
