//! What several commands on proposals ask first.

use std::sync::Arc;

use crate::{
    command::Effect,
    decide::{Denied, Occasion, must_be_settled},
    finding::{Answer, Finding},
    membership::{Right, decide::clause_of_class, held_by, may_party, remedy_for, rule_for, suspension_of},
    message::{Argument, Message},
    messages as say,
    proposals::{MatterRule, Proposal, Reason, Stage, matter},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Citation, Decision, Rulebook, Ruled, Window},
    values::{MembershipId, PartyId, ProposalId, Slug},
};

/// A proposal with the edition that rules it and what that edition says of its matter.
pub(super) struct Ruling<'a> {
    pub proposal: &'a Proposal,
    pub rulebook: &'a Rulebook,
    pub matter: MatterRule,
}

impl<'a> Ruling<'a> {
    /// The rule by which it is decided.
    pub fn decision(&self) -> Result<Ruled<'a, Decision>, Denied> {
        decision(self.rulebook, &self.matter)
    }

    /// The response window of its group; `None` where the bylaws set none.
    pub fn window(&self) -> Option<Ruled<'a, Window>> {
        self.rulebook.window(&self.matter.group)
    }

    /// The clause of the decision rule, else that of the kind of matter.
    pub fn clause(&self) -> Arc<Citation> {
        self.decision().map_or_else(|_| Arc::clone(&self.matter.cite), |rule| Arc::clone(rule.cite))
    }
}

/// The proposal with this number under the edition that rules it: the one under which it opened, else
/// the one in force.
pub(super) fn ruling<'a>(occasion: &Occasion<'a>, id: ProposalId) -> Result<Ruling<'a>, Denied> {
    // A draft is its author's alone: to others it is not there.
    let person = occasion.person();
    let is_there = |proposal: &&Arc<Proposal>| {
        proposal.opened.is_some() || person.is_none_or(|person| person == proposal.author)
    };
    let Some(proposal) = occasion.state.proposal(id).filter(is_there) else {
        let says = say::NO_SUCH_PROPOSAL.with([id.into()]);
        return Err(Malformed { field: "proposal", says }.into());
    };
    let rulebook = proposal.ruled_by(occasion.state, occasion.rulebook);
    let matter = known_matter(occasion, rulebook, &proposal.draft.matter)?;
    Ok(Ruling { proposal, rulebook, matter })
}

/// The kind of matter with this name, or what is wrong with the field.
pub(super) fn known_matter(
    occasion: &Occasion<'_>,
    rulebook: &Rulebook,
    id: &Slug,
) -> Result<MatterRule, Denied> {
    matter(occasion.state, rulebook, id).ok_or_else(|| {
        Malformed { field: "matter", says: say::NO_SUCH_MATTER.with([id.as_str().into()]) }.into()
    })
}

/// The decision rule of a kind of matter; where it is an open question, the refusal that says so.
pub(super) fn decision<'a>(
    rulebook: &'a Rulebook,
    matter: &MatterRule,
) -> Result<Ruled<'a, Decision>, Denied> {
    if let Some(decision) = rulebook.decision(&matter.decision) {
        return Ok(decision);
    }
    must_be_settled(rulebook, &format!("decision:{}", matter.decision))?;
    let says = say::NO_SUCH_DECISION_RULE.with([matter.decision.as_str().into()]);
    Err(Malformed { field: "matter", says }.into())
}

/// The person who asks; the desk and the clock take part in no decision.
pub(super) fn person(occasion: &Occasion<'_>, right: Right, group: Option<&Slug>) -> Result<PartyId, Denied> {
    occasion.person().ok_or_else(|| {
        let because = Finding::answer(say::DESK_DECIDES_NOTHING.with([]), Answer::No);
        let cites = rule_for(occasion.rulebook, right, group);
        Refusal::new(Code::RightMustBeHeld, &cites, because, say::ASK_A_MEMBER.with([])).into()
    })
}

/// Refuses where the one who asks may not make proposals on matters of the group.
pub(super) fn must_propose(occasion: &Occasion<'_>, matter: &MatterRule) -> Result<PartyId, Denied> {
    let person = person(occasion, Right::Propose, Some(&matter.group))?;
    let finding = may_party(occasion.state, person, Right::Propose, Some(&matter.group), occasion.today);
    if finding.is_yes() {
        return Ok(person);
    }
    let cites = finding
        .cites
        .clone()
        .unwrap_or_else(|| rule_for(occasion.rulebook, Right::Propose, Some(&matter.group)));
    let remedy = remedy_for(&finding);
    Err(Refusal::new(Code::RightMustBeHeld, &cites, finding, remedy).into())
}

/// Refuses unless the author asks.
pub(super) fn must_be_the_author(occasion: &Occasion<'_>, ruling: &Ruling<'_>) -> Result<(), Denied> {
    if occasion.person() == Some(ruling.proposal.author) {
        return Ok(());
    }
    let author = ruling.proposal.author;
    let because =
        Finding::answer(say::WROTE_IT.with([author.into(), ruling.proposal.id.into()]), Answer::Yes);
    let cites = rule_for(occasion.rulebook, Right::Propose, Some(&ruling.matter.group));
    Err(Refusal::new(Code::AuthorMustAsk, &cites, because, say::ASK_THE_AUTHOR.with([author.into()])).into())
}

/// Refuses unless the one who asks wrote the proposal or holds the vote of a membership counted on it:
/// they lead it from step to step.
pub(super) fn must_lead(occasion: &Occasion<'_>, ruling: &Ruling<'_>) -> Result<(), Denied> {
    let group = Some(&ruling.matter.group);
    let person = person(occasion, Right::Vote, group)?;
    let leads = ruling.proposal.author == person
        || held_by(occasion.state, person, occasion.today)
            .any(|membership| ruling.proposal.roll.counted.contains(membership));
    if leads {
        return Ok(());
    }
    let because =
        Finding::answer(say::IS_NOT_COUNTED_ON.with([person.into(), ruling.proposal.id.into()]), Answer::No);
    let cites = rule_for(ruling.rulebook, Right::BeCounted, group);
    Err(Refusal::new(Code::RightMustBeHeld, &cites, because, say::ASK_A_MEMBER.with([])).into())
}

/// Refuses unless the proposal is at one of `stages`.
pub(super) fn must_be_at(ruling: &Ruling<'_>, stages: &[Stage], remedy: Message) -> Result<(), Denied> {
    if stages.contains(&ruling.proposal.stage) {
        return Ok(());
    }
    let because = Finding::answer(stage_says(ruling.proposal), Answer::Yes);
    Err(Refusal::new(Code::StageMustFit, &ruling.clause(), because, remedy).into())
}

/// The sentence that says where a proposal stands.
pub(super) fn stage_says(proposal: &Proposal) -> Message {
    let id = proposal.id.into();
    match proposal.stage {
        Stage::Draft => say::IS_A_DRAFT.with([id]),
        Stage::InRound => {
            let round = proposal.rounds.last().map_or(0, |round| round.number);
            say::IS_IN_ROUND.with([id, round.into()])
        }
        Stage::BetweenRounds => say::IS_BETWEEN_ROUNDS.with([id, proposal.complete_rounds().into()]),
        Stage::Voting => say::IS_IN_A_VOTE.with([id]),
        Stage::Decided => say::IS_DECIDED.with([id]),
        Stage::Withdrawn => say::IS_WITHDRAWN.with([id]),
    }
}

/// Refuses unless the one who asks may respond for a membership: they hold its vote today, it is
/// current, on the roll, and not recused. Gives the person.
pub(super) fn must_respond_for(
    occasion: &Occasion<'_>,
    ruling: &Ruling<'_>,
    membership: MembershipId,
) -> Result<PartyId, Denied> {
    let group = Some(&ruling.matter.group);
    let person = person(occasion, Right::Vote, group)?;
    let Some(held) = occasion.state.membership(membership) else {
        let says = say::NO_SUCH_MEMBERSHIP.with([membership.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    let id: Argument = membership.into();
    let today = occasion.today;
    if !held.is_current_on(today) {
        let because = Finding::answer(say::NOT_CURRENT.with([id, today.into()]), Answer::No);
        let cites = clause_of_class(occasion.rulebook, held.latest_class().map(|(_, class)| class));
        let remedy = say::EARLIER_RESPONSES_STAND.with([]);
        return Err(Refusal::new(Code::MembershipMustBeCurrent, &cites, because, remedy).into());
    }
    if !occasion.state.vote_is_held_by(membership, person, today) {
        let holder = occasion.state.party(held.party).and_then(|party| party.representative_on(today));
        let organization = occasion.state.party(held.party).filter(|party| !party.is_person());
        let (says, remedy) = match (organization, holder) {
            (Some(_), Some(holder)) => (
                say::VOTE_IS_HELD_BY.with([id, holder.into(), today.into()]),
                say::ASK_THEM.with([holder.into()]),
            ),
            (Some(party), None) => (
                say::VOTE_IS_HELD_BY_NOBODY.with([id, today.into()]),
                say::NAME_A_REPRESENTATIVE.with([party.id.into()]),
            ),
            (None, _) => (
                say::VOTE_IS_THEIR_OWN.with([id, held.party.into()]),
                say::ASK_THEM.with([held.party.into()]),
            ),
        };
        let cites = held
            .class_on(today)
            .and_then(|(_, class)| ruling.rulebook.representatives(class))
            .map_or_else(|| rule_for(ruling.rulebook, Right::Vote, group), |rule| Arc::clone(rule.cite));
        let waits = organization
            .filter(|party| party.alternates_on(today).any(|one| one == person))
            .map(|party| waits_to_be_named(person, party.id));
        let because = Finding::answer(says, Answer::No).of(waits.into_iter().flatten().collect());
        return Err(Refusal::new(Code::VoteMustBeHeld, &cites, because, remedy).into());
    }
    if let Some((suspended, rule)) = suspension_of(occasion.rulebook, held, Right::Vote, today) {
        let says = say::IS_SUSPENDED.with([id, suspended.from.into(), suspended.until.into()]);
        let because = Finding::answer(says, Answer::Yes).citing(rule.cite);
        let remedy = say::WHEN_THE_SUSPENSION_IS_OVER.with([suspended.until.into()]);
        return Err(Refusal::new(Code::MembershipMustNotBeSuspended, rule.cite, because, remedy).into());
    }
    if !ruling.proposal.roll.includes(membership) {
        return Err(off_the_roll(occasion, ruling, membership).into());
    }
    if ruling.proposal.is_recused(membership) {
        let because = Finding::answer(say::IS_RECUSED.with([id]), Answer::Yes);
        let cites = ruling.rulebook.recusal().map_or_else(|| ruling.clause(), |rule| Arc::clone(rule.cite));
        let remedy = say::STATE_FACTS_ONLY.with([]);
        return Err(Refusal::new(Code::VoterMustNotBeRecused, &cites, because, remedy).into());
    }
    Ok(person)
}

/// Why an alternate cannot act: the bylaws do not let them.
fn waits_to_be_named(person: PartyId, organization: PartyId) -> [Finding; 2] {
    [
        Finding::answer(say::IS_ALTERNATE_OF.with([person.into(), organization.into()]), Answer::Yes),
        Finding::answer(say::ALTERNATES_DO_NOT_ACT.with([organization.into()]), Answer::Yes),
    ]
}

fn off_the_roll(occasion: &Occasion<'_>, ruling: &Ruling<'_>, membership: MembershipId) -> Refusal {
    let group = &ruling.matter.group;
    let opened = ruling.proposal.opened.map(|at| occasion.state.date_of(at));
    let because = match (ruling.proposal.roll.exclusion(membership), opened) {
        (Some(left_off), _) if left_off.reason == Reason::Concerned => {
            let key = match ruling.proposal.draft.effect {
                Effect::DecideDeclaration { .. } => &say::IS_ABOUT_THEIR_DECLARATION,
                _ => &say::IS_ABOUT_THEMSELVES,
            };
            let says = key.with([ruling.proposal.id.into(), membership.into()]);
            let finding = Finding::answer(says, Answer::Yes);
            match super::open::concerned(occasion.state, ruling) {
                Some((_, cite)) => finding.citing(&cite),
                None => finding,
            }
        }
        // The roll keeps the clause; the table of the edition that fixed it says the rest.
        (Some(_), Some(opened)) => {
            crate::membership::may(occasion.state, membership, Right::Vote, Some(group), opened)
        }
        _ => Finding::answer(
            say::JOINED_AFTER_THE_ROLL.with([membership.into(), ruling.proposal.id.into()]),
            Answer::No,
        ),
    };
    let cites = because.cites.clone().unwrap_or_else(|| rule_for(ruling.rulebook, Right::Vote, Some(group)));
    Refusal::new(Code::MembershipMustBeOnTheRoll, &cites, because, say::SPEAK_AND_WATCH.with([]))
}
