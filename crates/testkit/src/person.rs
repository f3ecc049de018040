//! People who act, and organizations that they act for.

use jiff::civil::Date;
use rochdale_core::{
    command::{By, Command, Draft, Effect, Stance},
    proposals::{Choice, Mark, matter},
    values::{MembershipId, PartyId, ProposalId, Slug},
};

use crate::{Answer, CoOp};

/// A person of a co-op. What they do, they do now, for their own membership.
#[derive(Debug, Clone)]
pub struct Person {
    co_op: CoOp,
    /// Who it is.
    pub party: PartyId,
}

/// An organization of a co-op.
#[derive(Debug, Clone)]
pub struct Organization {
    co_op: CoOp,
    /// Which it is.
    pub party: PartyId,
}

/// Has the desk admit a party to a class from today on.
fn admitted(co_op: &CoOp, party: PartyId, class: &str, kind: Option<&str>) -> Answer {
    co_op.desk(Command::AdmitMember {
        party,
        class: Slug::new(class),
        kind: kind.map(Slug::new),
        since: co_op.today(),
        basis: "opening roll".to_owned(),
    })
}

/// Has the desk record the last day of a membership.
fn left(co_op: &CoOp, membership: MembershipId, on: Date) -> Answer {
    co_op.desk(Command::EndMembership { membership, on, basis: "a letter".to_owned() })
}

fn last_membership(co_op: &CoOp, party: PartyId) -> MembershipId {
    let state = co_op.state();
    let known = state.party(party).expect("a party that was entered");
    *known.memberships.last().expect("a membership")
}

impl Organization {
    pub(crate) fn new(co_op: CoOp, party: PartyId) -> Self {
        Self { co_op, party }
    }

    /// Its last membership. Panics where it has none.
    #[track_caller]
    pub fn membership(&self) -> MembershipId {
        last_membership(&self.co_op, self.party)
    }

    /// The desk admits it to a class from today on.
    pub fn is_admitted(&self, class: &str) -> Answer {
        admitted(&self.co_op, self.party, class, None)
    }

    /// The desk admits it to a class from today on, as one of its kinds.
    pub fn is_admitted_as(&self, class: &str, kind: &str) -> Answer {
        admitted(&self.co_op, self.party, class, Some(kind))
    }

    /// The desk records that somebody acts for it from today on.
    pub fn is_represented_by(&self, person: &Person) -> Answer {
        self.is_represented_from(person, self.co_op.today())
    }

    /// The desk records that somebody acts for it from a day on.
    pub fn is_represented_from(&self, person: &Person, from: Date) -> Answer {
        let (organization, person) = (self.party, person.party);
        self.co_op.desk(Command::NameRepresentative { organization, person, from })
    }

    /// The desk records that somebody is an alternate of it from today on.
    pub fn has_alternate(&self, person: &Person) -> Answer {
        let (organization, person, from) = (self.party, person.party, self.co_op.today());
        self.co_op.desk(Command::NameAlternate { organization, person, from })
    }

    /// The desk records in one act that somebody else is its official representative from a day on.
    pub fn is_handed_over_to(&self, person: &Person, from: Date) -> Answer {
        let (organization, person) = (self.party, person.party);
        self.co_op.desk(Command::HandOverRepresentation { organization, person, from })
    }

    /// The desk records the last day on which somebody acts for it.
    pub fn is_represented_until(&self, person: &Person, on: Date) -> Answer {
        let (organization, person) = (self.party, person.party);
        self.co_op.desk(Command::EndRepresentation { organization, person, on })
    }

    /// The desk records the last day of its membership.
    #[track_caller]
    pub fn leaves_on(&self, on: Date) -> Answer {
        left(&self.co_op, self.membership(), on)
    }
}

impl Person {
    pub(crate) fn new(co_op: CoOp, party: PartyId) -> Self {
        Self { co_op, party }
    }

    /// Their last membership. Panics where they have none.
    #[track_caller]
    pub fn membership(&self) -> MembershipId {
        last_membership(&self.co_op, self.party)
    }

    /// They ask for something.
    pub fn asks(&self, command: Command) -> Answer {
        self.co_op.asks(By::Party(self.party), command)
    }

    /// The desk admits them to a class from today on.
    pub fn is_admitted(&self, class: &str) -> Answer {
        admitted(&self.co_op, self.party, class, None)
    }

    /// The desk records the last day of their membership.
    #[track_caller]
    pub fn leaves_on(&self, on: Date) -> Answer {
        left(&self.co_op, self.membership(), on)
    }

    /// They write a proposal; owner and deadline are there where the bylaws want them.
    pub fn drafts(&self, title: &str, kind: &str, effect: Effect) -> Answer {
        let state = self.co_op.state();
        let rulebook = state.rulebook_at(self.co_op.now()).expect("an edition in force");
        let kind = Slug::new(kind);
        let wanted = matter(&state, &rulebook, &kind).and_then(|rule| {
            let rule = rulebook.resolution(&rule.group)?;
            Some((rule.rule.owner, rule.rule.deadline))
        });
        let (owner, deadline) = wanted.unwrap_or_default();
        self.asks(Command::DraftProposal(Draft {
            title: title.to_owned(),
            text: format!("{title}."),
            matter: kind,
            effect,
            owner: owner.then_some(self.party),
            deadline: deadline
                .then(|| self.co_op.today().checked_add(jiff::Span::new().years(1)).expect("a day")),
        }))
    }

    /// They write and open a proposal that does nothing beyond its resolution. Panics where it is refused.
    #[track_caller]
    pub fn proposes(&self, title: &str, kind: &str) -> ProposalId {
        self.proposes_that(title, kind, Effect::Nothing)
    }

    /// They write and open a proposal. Panics where it is refused.
    #[track_caller]
    pub fn proposes_that(&self, title: &str, kind: &str, effect: Effect) -> ProposalId {
        self.drafts(title, kind, effect).done();
        let proposal = self.co_op.state().proposals().next_back().expect("a draft").id;
        self.asks(Command::OpenProposal { proposal, closes: None }).done();
        proposal
    }

    /// They write and open a proposal that is decided by a vote, which closes at a time such as
    /// `2026-03-02T18:00`. Panics where it is refused.
    #[track_caller]
    pub fn puts_to_the_vote(&self, title: &str, kind: &str, closes: &str) -> ProposalId {
        self.puts_to_the_vote_that(title, kind, Effect::Nothing, closes)
    }

    /// The same for a proposal that does something when it carries. Panics where it is refused.
    #[track_caller]
    pub fn puts_to_the_vote_that(&self, title: &str, kind: &str, effect: Effect, closes: &str) -> ProposalId {
        self.drafts(title, kind, effect).done();
        let proposal = self.co_op.state().proposals().next_back().expect("a draft").id;
        let closes = Some(self.co_op.instant(closes));
        self.asks(Command::OpenProposal { proposal, closes }).done();
        proposal
    }

    fn takes(&self, proposal: ProposalId, stance: Stance) -> Answer {
        self.asks(Command::TakeStance { proposal, membership: self.membership(), stance })
    }

    /// They agree in the open round.
    pub fn agrees(&self, proposal: ProposalId) -> Answer {
        self.takes(proposal, Stance::Agree)
    }

    /// They object in the open round.
    pub fn objects(&self, proposal: ProposalId, reason: &str) -> Answer {
        self.takes(proposal, Stance::Object { reason: reason.to_owned() })
    }

    /// They close the open round with all its marks.
    pub fn closes_the_round(&self, proposal: ProposalId) -> Answer {
        let marks = Mark::ALL.iter().copied().collect();
        self.asks(Command::CloseRound { proposal, marks, summary: "For and against.".to_owned() })
    }

    /// They open the next round.
    pub fn opens_a_round(&self, proposal: ProposalId) -> Answer {
        self.asks(Command::OpenRound { proposal })
    }

    /// They call the vote that replaces consensus, closing at a time such as `2026-03-02T18:00`.
    #[track_caller]
    pub fn calls_a_vote(&self, proposal: ProposalId, closes: &str) -> Answer {
        self.asks(Command::CallVote { proposal, closes: self.co_op.instant(closes) })
    }

    /// They record what the rounds found.
    pub fn concludes(&self, proposal: ProposalId) -> Answer {
        self.asks(Command::Conclude { proposal })
    }

    /// They cast their own ballot.
    pub fn votes(&self, proposal: ProposalId, choice: Choice) -> Answer {
        self.votes_for_membership(proposal, self.membership(), choice)
    }

    /// They cast the ballot of a membership.
    pub fn votes_for_membership(
        &self,
        proposal: ProposalId,
        membership: MembershipId,
        choice: Choice,
    ) -> Answer {
        self.asks(Command::CastBallot { proposal, membership, choice })
    }

    /// They disclose an interest and withdraw from deciding.
    pub fn recuses(&self, proposal: ProposalId, interest: &str) -> Answer {
        let (membership, interest) = (self.membership(), interest.to_owned());
        self.asks(Command::DiscloseInterest { proposal, membership, interest, recuse: true })
    }
}
