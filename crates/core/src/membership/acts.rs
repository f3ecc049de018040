//! What the book holds of a party from day to day: what an entry about a day in the past must leave
//! standing (docs/adr/0010).

use jiff::{Timestamp, civil::Date};

use super::{Membership, Party, Right, acts_as, has_right};
use crate::{
    agreements::{Agreement, Side},
    fact::Fact,
    message::{Argument, Message},
    messages as say,
    proposals::{Proposal, group_of},
    reviews::guide_on,
    state::State,
    values::{MembershipId, PartyId, Slug},
};

/// Something that was done for a party, or with it.
struct Act<'a> {
    day: Date,
    /// Who acted; `None` where the desk recorded it, or an assembly decided it.
    person: Option<PartyId>,
    deed: Deed<'a>,
}

enum Deed<'a> {
    Stance(MembershipId, &'a Proposal),
    Ballot(MembershipId, &'a Proposal),
    Disclosure(MembershipId, &'a Proposal),
    Opening(MembershipId, &'a Proposal),
    ClassChange(MembershipId, &'a Slug),
    Capital(MembershipId),
    Acknowledgement(PartyId, &'a Slug),
    Agreement(PartyId, &'a Slug),
    Notice(MembershipId),
    Suspension(MembershipId),
    Pause(MembershipId),
    /// A review of this membership was written or confirmed.
    Review(MembershipId),
    /// Others said something towards a review of this membership.
    Feedback(MembershipId),
    /// The party wrote a review of somebody else's membership, which takes a class.
    Guiding(MembershipId),
    /// The party said something towards a review of somebody else, which takes being a member.
    Speaking,
    /// Something was recorded about the duties of this membership: a waiver, or a channel that it joined.
    Standing(MembershipId),
}

/// The last act for `party` that entries about a day would leave without ground, as the sentence that names
/// its day; `None` where nothing stands against them. `after` is the state with them.
pub(super) fn contradicted(state: &State, after: &State, party: &Party, entries: &[Fact]) -> Option<Message> {
    let is_denied = |act: &Act<'_>| entries.iter().any(|entry| act.is_denied_by(state, after, party, entry));
    let falls = |act: &Act<'_>| is_denied(act) && !act.had_another_ground(after);
    acts_for(state, party).into_iter().filter(falls).max_by_key(|act| act.day).map(|act| act.says(party.id))
}

/// Every act for a party. A ballot, and a stance in a round, is the last one: an earlier one by the same
/// person was on an earlier day.
fn acts_for<'a>(state: &'a State, party: &Party) -> Vec<Act<'a>> {
    let mut acts = Vec::new();
    for held in party.memberships.iter().filter_map(|id| state.membership(*id)) {
        for proposal in state.proposals() {
            on_a_proposal(state, held.id, proposal, &mut acts);
        }
        let capital = held.capital_paid.map(|at| by_nobody(state, at, Deed::Capital(held.id)));
        acts.extend(capital);
        acts.extend(class_changes(held));
        on_leaving(state, held, &mut acts);
        of_its_reviews(state, held.id, &mut acts);
        of_its_standing(state, held.id, &mut acts);
    }
    in_reviews_of_others(state, party.id, &mut acts);
    for document in state.documents.values() {
        let made = document.versions.iter().filter_map(|version| version.acknowledged.get(&party.id));
        acts.extend(
            made.map(|(person, at)| by(state, *at, *person, Deed::Acknowledgement(party.id, &document.id))),
        );
    }
    acts.extend(state.agreements_with(party.id).flat_map(|agreement| signing(state, agreement)));
    acts
}

/// What a party's side did about an agreement: it signed on screen, or on paper that was recorded.
fn signing<'a>(state: &State, agreement: &'a Agreement) -> impl Iterator<Item = Act<'a>> {
    let deed = || Deed::Agreement(agreement.party, &agreement.kind);
    let on_paper = agreement.is_recorded().then(|| by_nobody(state, agreement.text.at, deed()));
    let theirs = agreement.signatures.iter().filter(|signature| signature.side == Side::Party);
    on_paper.into_iter().chain(theirs.map(move |signature| by(state, signature.at, signature.person, deed())))
}

fn by<'a>(state: &State, at: Timestamp, person: PartyId, deed: Deed<'a>) -> Act<'a> {
    Act { day: state.date_of(at), person: Some(person), deed }
}

fn by_nobody<'a>(state: &State, at: Timestamp, deed: Deed<'a>) -> Act<'a> {
    Act { day: state.date_of(at), person: None, deed }
}

fn class_changes(held: &Membership) -> impl Iterator<Item = Act<'_>> {
    let changes = held.classes.iter().skip(1);
    changes.map(|(since, class, _)| Act {
        day: *since,
        person: None,
        deed: Deed::ClassChange(held.id, class),
    })
}

/// Its notices, its suspensions and the pauses of its training.
fn on_leaving<'a>(state: &State, held: &Membership, acts: &mut Vec<Act<'a>>) {
    let notices = state.exits().filter(|exit| exit.membership == held.id);
    acts.extend(
        notices.filter_map(|exit| Some(by(state, exit.opened, exit.notice?.by, Deed::Notice(held.id)))),
    );
    acts.extend(held.suspensions.iter().map(|one| by_nobody(state, one.decided, Deed::Suspension(held.id))));
    let decided = held.pauses.iter().filter_map(|pause| state.proposal(pause.proposal)?.decided);
    acts.extend(decided.map(|(at, _)| by_nobody(state, at, Deed::Pause(held.id))));
}

/// What was written and confirmed about a membership in its reviews.
fn of_its_reviews<'a>(state: &State, held: MembershipId, acts: &mut Vec<Act<'a>>) {
    let Some(all) = state.reviews(held) else { return };
    for written in &all.written {
        acts.push(Act { day: written.on, person: Some(written.by), deed: Deed::Review(held) });
        let confirmed = written.confirmed.map(|(on, _)| on);
        acts.extend(confirmed.map(|day| Act { day, person: None, deed: Deed::Review(held) }));
    }
    acts.extend(all.feedback.iter().map(|one| by_nobody(state, one.at, Deed::Feedback(held))));
}

/// What was waived of a membership, and which channels it joined.
fn of_its_standing<'a>(state: &State, held: MembershipId, acts: &mut Vec<Act<'a>>) {
    let Some(kept) = state.kept(held) else { return };
    let waived = kept.waivers.iter().map(|waiver| (waiver.from, None));
    let ticked = kept.ticks.iter().map(|tick| (tick.on, tick.person));
    acts.extend(waived.chain(ticked).map(|(day, person)| Act { day, person, deed: Deed::Standing(held) }));
}

/// What a party wrote in the reviews of others.
fn in_reviews_of_others<'a>(state: &State, party: PartyId, acts: &mut Vec<Act<'a>>) {
    for (held, all) in state.reviewed().filter_map(|held| Some((held, state.reviews(held)?))) {
        let written = all.written.iter().filter(|one| one.by == party);
        acts.extend(written.map(|one| Act { day: one.on, person: Some(party), deed: Deed::Guiding(held) }));
        let said = all.feedback.iter().filter(|one| one.by == party);
        acts.extend(said.map(|one| by(state, one.at, party, Deed::Speaking)));
    }
}

fn on_a_proposal<'a>(state: &State, held: MembershipId, proposal: &'a Proposal, acts: &mut Vec<Act<'a>>) {
    let Some(opened) = proposal.opened else { return };
    if state.vote_is_held_by(held, proposal.author, state.date_of(opened)) {
        acts.push(by(state, opened, proposal.author, Deed::Opening(held, proposal)));
    }
    for taken in proposal.rounds.iter().filter_map(|round| round.stances.get(&held)) {
        acts.push(by(state, taken.at, taken.person, Deed::Stance(held, proposal)));
    }
    if let Some(cast) = proposal.vote.as_ref().and_then(|vote| vote.ballots.get(&held)) {
        acts.push(by(state, cast.at, cast.person, Deed::Ballot(held, proposal)));
    }
    for disclosed in proposal.disclosures.iter().filter(|one| one.membership == held) {
        acts.push(by(state, disclosed.at, disclosed.person, Deed::Disclosure(held, proposal)));
    }
}

impl Act<'_> {
    /// Whether an entry says that it could not be: the membership was over, or whoever acted did not
    /// represent the organization, or somebody else did.
    fn is_denied_by(&self, state: &State, after: &State, party: &Party, entry: &Fact) -> bool {
        match entry {
            Fact::MembershipEnded { membership, on, .. } => {
                let was_current =
                    state.membership(*membership).is_some_and(|held| held.is_current_on(self.day));
                self.day > *on && was_current && self.membership().is_none_or(|own| own == *membership)
            }
            Fact::RepresentationEnded { person, on, .. } => {
                self.day > *on && self.person == Some(*person) && !self.may_be_done(after, party)
            }
            Fact::RepresentativeNamed { person, from, .. } => {
                let is_by_another = self.person.is_some_and(|acted| acted != *person);
                self.day >= *from && is_by_another && !self.may_be_done(after, party)
            }
            _ => false,
        }
    }

    /// Whether whoever acted may do it for the party as it stands in `after`: an alternate acts beside the
    /// representative, but commits the organization to nothing.
    fn may_be_done(&self, after: &State, party: &Party) -> bool {
        let holder = self.person.zip(after.party(party.id));
        holder.is_some_and(|(person, party)| match self.deed {
            Deed::Acknowledgement(..) => party.is_acted_for_by(person, self.day),
            _ => acts_as(after, party, person, self.day).is_some(),
        })
    }

    /// The membership that it was done for; `None` where it was done for the party, member or not.
    fn membership(&self) -> Option<MembershipId> {
        match self.deed {
            Deed::Stance(held, _)
            | Deed::Ballot(held, _)
            | Deed::Disclosure(held, _)
            | Deed::Opening(held, _)
            | Deed::ClassChange(held, _)
            | Deed::Capital(held)
            | Deed::Notice(held)
            | Deed::Suspension(held)
            | Deed::Pause(held)
            | Deed::Review(held)
            | Deed::Feedback(held)
            | Deed::Standing(held) => Some(held),
            Deed::Acknowledgement(..) | Deed::Agreement(..) | Deed::Guiding(_) | Deed::Speaking => None,
        }
    }

    /// Whether whoever acted could have by another membership as well: opened a proposal, written in the
    /// reviews of others.
    fn had_another_ground(&self, after: &State) -> bool {
        let Some(person) = self.person else { return false };
        match &self.deed {
            Deed::Opening(_, proposal) => {
                let rulebook = proposal.edition.and_then(|edition| after.edition(edition));
                let group = rulebook.and_then(|rulebook| group_of(after, rulebook, &proposal.draft.matter));
                has_right(after, person, Right::Propose, group.as_ref(), self.day)
            }
            Deed::Guiding(reviewed) => after
                .membership(*reviewed)
                .zip(after.rulebook_on(self.day))
                .is_some_and(|(held, rulebook)| guide_on(after, &rulebook, held, self.day) == Some(person)),
            Deed::Speaking => has_right(after, person, Right::BeMember, None, self.day),
            _ => false,
        }
    }

    fn says(&self, party: PartyId) -> Message {
        let day: Argument = self.day.into();
        let person: Argument = self.person.unwrap_or(party).into();
        match self.deed {
            Deed::Stance(held, on) => {
                say::DAY_CONTRADICTS_STANCE.with([day, person, held.into(), on.id.into()])
            }
            Deed::Ballot(held, on) => {
                say::DAY_CONTRADICTS_BALLOT.with([day, person, held.into(), on.id.into()])
            }
            Deed::Disclosure(held, on) => {
                say::DAY_CONTRADICTS_DISCLOSURE.with([day, person, held.into(), on.id.into()])
            }
            Deed::Opening(held, on) => {
                say::DAY_CONTRADICTS_OPENING.with([day, person, held.into(), on.id.into()])
            }
            Deed::ClassChange(held, class) => {
                say::DAY_CONTRADICTS_CLASS.with([day, held.into(), Argument::Class(class.clone())])
            }
            Deed::Capital(held) => say::DAY_CONTRADICTS_CAPITAL.with([day, held.into()]),
            Deed::Acknowledgement(party, document) => {
                let document = Argument::Named(document.clone());
                say::DAY_CONTRADICTS_ACKNOWLEDGEMENT.with([day, person, party.into(), document])
            }
            Deed::Agreement(party, agreement) => {
                let agreement = Argument::Named(agreement.clone());
                say::DAY_CONTRADICTS_AGREEMENT.with([day, party.into(), agreement])
            }
            Deed::Notice(held) => say::DAY_CONTRADICTS_NOTICE.with([day, person, held.into()]),
            Deed::Suspension(held) => say::DAY_CONTRADICTS_SUSPENSION.with([day, held.into()]),
            Deed::Pause(held) => say::DAY_CONTRADICTS_PAUSE.with([day, held.into()]),
            Deed::Review(held) => say::DAY_CONTRADICTS_REVIEW.with([day, held.into()]),
            Deed::Feedback(held) => say::DAY_CONTRADICTS_FEEDBACK.with([day, held.into()]),
            Deed::Guiding(held) => say::DAY_CONTRADICTS_GUIDING.with([day, person, held.into()]),
            Deed::Speaking => say::DAY_CONTRADICTS_SPEAKING.with([day, person]),
            Deed::Standing(held) => say::DAY_CONTRADICTS_STANDING.with([day, held.into()]),
        }
    }
}
