//! Names as far as one reader may see them.

use jiff::civil::Date;
use rochdale_core::{
    membership::Right,
    sight::{Viewer, proposal_for, sees, sees_party},
    values::{Language, MembershipId, PartyId, ProposalId, Slug},
};
use rochdale_words::{BookNames, Naming};

/// The names of a co-op for one reader: people, organizations and proposals that they may not see are
/// called by their numbers.
pub struct SeenNames<'a> {
    book: BookNames<'a>,
    viewer: Viewer,
    day: Date,
    /// Asked once: a list of members has many names.
    sees_members: bool,
}

impl<'a> SeenNames<'a> {
    /// The names of `book` for `viewer` on a day.
    pub fn new(book: BookNames<'a>, viewer: Viewer, day: Date) -> Self {
        Self { book, viewer, day, sees_members: sees(book.state, viewer, Right::SeeMembers, day) }
    }

    /// Whether the reader may see this party; nobody sees one that does not exist.
    pub fn sees(&self, party: PartyId) -> bool {
        let known = self.book.state.party(party);
        known.is_some_and(|known| {
            self.sees_members || sees_party(self.book.state, self.viewer, known, self.day)
        })
    }
}

impl Naming for SeenNames<'_> {
    fn party(&self, party: PartyId) -> Option<String> {
        if self.sees(party) { self.book.party(party) } else { Some(format!("#{party}")) }
    }

    fn membership(&self, membership: MembershipId) -> Option<String> {
        match self.book.state.membership(membership) {
            Some(known) if self.sees(known.party) => self.book.membership(membership),
            _ => Some(format!("#{membership}")),
        }
    }

    fn proposal(&self, proposal: ProposalId) -> String {
        match proposal_for(self.book.state, self.viewer, proposal, self.day) {
            Some(_) => self.book.proposal(proposal),
            None => format!("#{proposal}"),
        }
    }

    fn class(&self, class: &Slug, language: &Language) -> String {
        self.book.class(class, language)
    }

    fn phase(&self, phase: &Slug, language: &Language) -> String {
        self.book.phase(phase, language)
    }

    fn matter(&self, matter: &Slug, language: &Language) -> String {
        self.book.matter(matter, language)
    }

    fn group(&self, group: &Slug, language: &Language) -> String {
        self.book.group(group, language)
    }

    fn named(&self, name: &Slug, language: &Language) -> String {
        self.book.named(name, language)
    }
}
