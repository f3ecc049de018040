//! Proposals, stances, ballots, disclosures and resolutions.

use std::sync::Arc;

use imbl::Vector;

use super::{
    super::{Kept, KeptGroup},
    put::{Account, Readers},
};
use crate::{
    command::Stance,
    follow::concerns,
    membership::Right,
    message::Message,
    messages as say,
    proposals::{Proposal, Resolution},
    sight::{is_sealed, proposal_for},
    values::Slug,
};

/// What stands in one field, where anything does.
fn text(subject: &str, text: &str) -> Vec<(Slug, String)> {
    if text.is_empty() { Vec::new() } else { vec![(Slug::new(subject), text.to_owned())] }
}

impl Account<'_> {
    fn decision(&mut self, what: Message, at: Option<jiff::Timestamp>) -> &mut Kept {
        self.book(KeptGroup::Decisions, what, at, Readers::Having(Right::Observe))
    }

    pub(super) fn proposals(&mut self, all: &Vector<Arc<Proposal>>) {
        for proposal in all {
            self.proposal(proposal);
        }
    }

    fn proposal(&mut self, proposal: &Proposal) {
        let me = self.person;
        let id = || proposal.id.into();
        if proposal.author == me {
            let what = say::KEPT_PROPOSAL.with([id(), proposal.drafted.into()]);
            let title = proposal.draft.title.as_str();
            let texts = [text("title", title), text("text", &proposal.draft.text)].concat();
            if proposal.opened.is_some() {
                self.decision(what, Some(proposal.drafted)).texts = texts;
            } else {
                let readers = Readers::These(&say::SEEN_BY_YOU, None);
                self.book(KeptGroup::Decisions, what, proposal.drafted, readers).texts = texts;
            }
        }
        let sees = proposal_for(self.state, self.viewer, proposal.id, self.day).is_some();
        if sees && concerns(self.state, proposal) == Some(me) {
            self.decision(say::KEPT_CONCERNED.with([id()]), proposal.opened);
        }
        if sees && proposal.draft.owner == Some(me) {
            self.decision(say::KEPT_OWNER.with([id()]), proposal.opened);
        }
        for round in &proposal.rounds {
            for (membership, one) in round.stances.iter().filter(|(_, one)| one.person == me) {
                let (stance, at) = (one.stance.kind().into(), one.at.into());
                let what = if self.party.memberships.contains(membership) {
                    say::KEPT_STANCE.with([id(), stance, at])
                } else {
                    say::KEPT_STANCE_FOR.with([id(), stance, at, (*membership).into()])
                };
                let reason = if let Stance::Object { reason } = &one.stance { reason } else { "" };
                self.decision(what, Some(one.at)).texts = text("reason", reason);
            }
        }
        let ballots = proposal.vote.iter().flat_map(|vote| &vote.ballots);
        let sealed = is_sealed(self.state, proposal, self.now);
        for (membership, one) in ballots.filter(|(_, one)| one.person == me) {
            let what = if self.party.memberships.contains(membership) {
                say::KEPT_BALLOT.with([id(), one.choice.into(), one.at.into()])
            } else {
                say::KEPT_BALLOT_FOR.with([id(), one.choice.into(), one.at.into(), (*membership).into()])
            };
            let kept = self.decision(what, Some(one.at));
            if sealed {
                kept.seen_by.says = say::SEEN_BY_RIGHT_LATER.with([Right::Observe.into()]);
            }
        }
        for one in proposal.disclosures.iter().filter(|one| one.person == me) {
            let what = say::KEPT_DISCLOSURE.with([id(), one.at.into()]);
            self.decision(what, Some(one.at)).texts = text("interest", &one.interest);
        }
    }

    pub(super) fn resolutions(&mut self, all: &Vector<Arc<Resolution>>) {
        let me = self.person;
        for one in all.iter().filter(|one| one.owner == Some(me)) {
            // The proposal that it came of may name somebody else by now.
            let named = self.state.proposal(one.proposal).and_then(|proposal| proposal.draft.owner);
            if named != one.owner {
                self.decision(say::KEPT_OWNER.with([one.proposal.into()]), Some(one.at));
            }
        }
    }
}
