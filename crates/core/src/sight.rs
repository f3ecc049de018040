//! What somebody may see. Every page, API answer and search asks here, so that what a person may not
//! see they cannot find anywhere.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::{
    agreements, archive, assets,
    cases::reads,
    declarations, exits,
    fact::Fact,
    finding::{Answer, Finding},
    membership::{Party, PartyKind, Right, has_right, may_party, remedy_for, rule_for},
    messages as say,
    offices::{Power, decide::power_must_be_held, has_power},
    personal::Personal,
    proposals::{Apart, Proposal, Stage, Tally, count_apart, count_now, group_of},
    refusal::{Code, Refusal},
    reviews,
    rulebook::Count,
    standing,
    state::State,
    values::{PartyId, ProposalId},
};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Anybody, signed in or not.
    Public,
    /// A person who is signed in.
    Party(PartyId),
    /// The co-op's desk.
    Desk,
}

impl Viewer {
    /// The person, if it is one.
    pub fn person(self) -> Option<PartyId> {
        match self {
            Viewer::Party(party) => Some(party),
            Viewer::Public | Viewer::Desk => None,
        }
    }
}

/// Refuses a viewer who does not have the right to see something of its kind on a day: `observe` for
/// proposals, `see-members`, `see-register`, `see-finances`.
pub fn must_see(state: &State, viewer: Viewer, right: Right, day: Date) -> Result<(), Box<Refusal>> {
    if sees(state, viewer, right, day) {
        return Ok(());
    }
    let Some(rulebook) = state.rulebook_on(day) else { return Ok(()) };
    let finding = match viewer.person() {
        Some(person) => may_party(state, person, right, None, day),
        None => Finding::answer(say::NOT_SIGNED_IN.with([]), Answer::No),
    };
    let cites = finding.cites.clone().unwrap_or_else(|| rule_for(&rulebook, right, None));
    let remedy = match viewer {
        Viewer::Public => say::SIGN_IN.with([]),
        _ => remedy_for(&finding),
    };
    Err(Box::new(Refusal::new(Code::RightMustBeHeld, &cites, finding, remedy)))
}

/// Whether a viewer may see what a right opens; [`must_see`] says why not.
pub fn sees(state: &State, viewer: Viewer, right: Right, day: Date) -> bool {
    let has_it = |person| has_right(state, person, right, None, day);
    viewer == Viewer::Desk || viewer.person().is_some_and(has_it) || state.rulebook_on(day).is_none()
}

/// Refuses a viewer who has not a power on a day, where there is something to see that goes with it: with
/// `keep-members`, lists that say how members can be reached, and what a list of people would bring.
pub fn must_have_power(state: &State, viewer: Viewer, power: Power, day: Date) -> Result<(), Box<Refusal>> {
    if viewer == Viewer::Desk || viewer.person().is_some_and(|person| has_power(state, person, power, day)) {
        return Ok(());
    }
    let Some(rulebook) = state.rulebook_on(day) else { return Ok(()) };
    let mut refusal = power_must_be_held(state, &rulebook, power, day, &rulebook.clause_on(power));
    if viewer == Viewer::Public {
        refusal.because = vec![Finding::answer(say::NOT_SIGNED_IN.with([]), Answer::No)];
        refusal.remedy = say::SIGN_IN.with([]);
    }
    Err(Box::new(refusal))
}

/// Whether a viewer may see a party's page: their own, one they act for, or everybody's with the right
/// to see the members. Somebody who sent a form and is not invited is nobody to the members.
pub fn sees_party(state: &State, viewer: Viewer, party: &Party, day: Date) -> bool {
    let is_theirs =
        viewer.person().is_some_and(|person| person == party.id || party.is_represented_by(person, day));
    let has_a_past = !party.memberships.is_empty() || !party.represents.is_empty();
    is_theirs || ((party.name().is_some() || has_a_past) && sees(state, viewer, Right::SeeMembers, day))
}

/// Refuses a viewer who may not see what applicants sent: that is for the desk, and for whoever answers
/// applicants by an office.
pub fn must_answer_applicants(state: &State, viewer: Viewer, day: Date) -> Result<(), Box<Refusal>> {
    must_have_power(state, viewer, Power::AnswerApplicants, day)
}

/// Refuses a viewer who may not see who committed to which document: that is for the desk, and for whoever
/// keeps the list of members by an office.
pub fn must_keep_members(state: &State, viewer: Viewer, day: Date) -> Result<(), Box<Refusal>> {
    must_have_power(state, viewer, Power::KeepMembers, day)
}

/// Whether a viewer may say who represents an organization: the desk, whoever keeps the list of members, and its
/// official representative.
pub fn names_representatives(state: &State, viewer: Viewer, organization: &Party, day: Date) -> bool {
    match viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => {
            organization.representative_on(day) == Some(person)
                || has_power(state, person, Power::KeepMembers, day)
        }
        Viewer::Public => false,
    }
}

/// Whether a viewer may know how members can be reached: the desk, and whoever keeps the list of members.
pub fn reaches_members(state: &State, viewer: Viewer, day: Date) -> bool {
    let keeps = |person| has_power(state, person, Power::KeepMembers, day);
    viewer == Viewer::Desk || viewer.person().is_some_and(keeps)
}

/// A person's details, for themselves, for the desk, and for whoever keeps the list of members; `None` for
/// everybody else, for an organization, and once they are erased.
pub fn details_for<'a>(
    state: &State,
    viewer: Viewer,
    party: &'a Party,
    day: Date,
) -> Option<&'a Arc<Personal>> {
    let may = viewer.person() == Some(party.id) || reaches_members(state, viewer, day);
    match &party.kind {
        PartyKind::Person(details) if may => details.as_ref(),
        _ => None,
    }
}

/// Whether a viewer may hand a person a way in, and see what mail went out in the co-op's name: the desk,
/// which also has everybody's address.
pub fn lets_people_in(viewer: Viewer) -> bool {
    viewer == Viewer::Desk
}

/// The proposal with this number, if the viewer may see it: a draft is its author's alone, and all
/// others are open to whoever may follow governance.
pub fn proposal_for(state: &State, viewer: Viewer, id: ProposalId, day: Date) -> Option<&Arc<Proposal>> {
    let proposal = state.proposal(id)?;
    let is_theirs = viewer.person() == Some(proposal.author);
    let was_opened = proposal.opened.is_some();
    let may = is_theirs || (was_opened && sees(state, viewer, Right::Observe, day));
    may.then_some(proposal)
}

/// The proposals that a viewer may see, in the order of drafting.
pub fn proposals_for(
    state: &State,
    viewer: Viewer,
    day: Date,
) -> impl DoubleEndedIterator<Item = &Arc<Proposal>> {
    let observes = sees(state, viewer, Right::Observe, day);
    state.proposals().filter(move |proposal| {
        viewer.person() == Some(proposal.author) || (observes && proposal.opened.is_some())
    })
}

/// The count of a proposal and the voices apart, as anybody who may see the proposal sees them at
/// `now`: the count that decided it; else as it stands, unless the bylaws seal an open vote.
pub fn count_for(state: &State, proposal: &Proposal, now: Timestamp) -> Option<(Tally, Apart)> {
    let tally = match &proposal.decided {
        Some((_, tally)) => *tally,
        None if is_sealed(state, proposal, now) => return None,
        None => count_now(state, proposal)?,
    };
    Some((tally, count_apart(proposal)))
}

/// Whether the count of a proposal is sealed at `now`.
pub fn is_sealed(state: &State, proposal: &Proposal, now: Timestamp) -> bool {
    if proposal.stage != Stage::Voting {
        return false;
    }
    let closes = proposal.vote.as_ref().map(|vote| vote.closes);
    let count = proposal.edition.and_then(|edition| state.edition(edition)).and_then(|rulebook| {
        let group = group_of(state, rulebook, &proposal.draft.matter)?;
        rulebook.window(&group).map(|window| window.rule.count)
    });
    closes.is_some_and(|closes| now < closes) && count == Some(Count::Sealed)
}

/// Whether a fact is a ballot in a vote that is not decided yet: that somebody voted may be seen, how they did may not.
pub fn is_running_ballot(state: &State, fact: &Fact) -> bool {
    let Fact::BallotCast { proposal, .. } = fact else { return false };
    state.proposal(*proposal).is_some_and(|known| known.stage == Stage::Voting)
}

/// Whether a viewer may see what a fact of the register says, at `now`: of the members whoever may see
/// them, of a proposal whoever may see it, and a ballot only once the count is not sealed.
pub fn fact_is_seen(state: &State, viewer: Viewer, fact: &Fact, now: Timestamp) -> bool {
    let day = state.date_of(now);
    match fact {
        Fact::Founded { .. } | Fact::EditionAdopted { .. } | Fact::DocumentPublished { .. } => return true,
        Fact::PersonEntered { .. }
        | Fact::OrganizationEntered { .. }
        | Fact::PersonErased { .. }
        | Fact::DetailsCorrected { .. }
        | Fact::MemberAdmitted { .. }
        | Fact::ClassChanged { .. }
        | Fact::MembershipEnded { .. }
        | Fact::RepresentativeNamed { .. }
        | Fact::AlternateNamed { .. }
        | Fact::RepresentationEnded { .. }
        | Fact::DocumentAcknowledged { .. }
        | Fact::SignatureGiven { .. }
        | Fact::AgreementRecorded { .. }
        | Fact::AgreementSigned { .. }
        | Fact::CapitalPaid { .. }
        | Fact::TrainingPaused { .. }
        | Fact::MemberSuspended { .. }
        | Fact::NoticeGiven { .. }
        | Fact::NoticeWithdrawn { .. }
        | Fact::GuideNamed { .. }
        | Fact::ReviewWritten { .. }
        | Fact::ReviewConfirmed { .. }
        | Fact::OfficeGiven { .. }
        | Fact::OfficeEnded { .. }
        | Fact::AccessVouched { .. }
        | Fact::AccessRestored { .. }
        | Fact::ChannelLinkSet { .. } => return sees(state, viewer, Right::SeeMembers, day),
        // What is not in force is for those who may read it.
        Fact::AgreementDrafted { agreement, .. }
        | Fact::AgreementRedrafted { agreement, .. }
        | Fact::AgreementWithdrawn { agreement, .. } => {
            let reader = viewer.person().zip(state.agreement(*agreement));
            return reader
                .is_some_and(|(person, agreement)| agreements::reads(state, agreement, person, day));
        }
        Fact::FeedbackGiven { membership, by, .. } => {
            let reader = viewer.person().zip(state.membership(*membership));
            return reader
                .is_some_and(|(person, held)| person == *by || reviews::reads(state, held, person, day));
        }
        // That something was written that only some may read is not for everybody either.
        Fact::WordsErased { party, .. } => return viewer.person() == Some(*party),
        // What is owed and handed over is for whoever leaves and for those who settle it.
        Fact::ExitOpened { exit, .. }
        | Fact::SettlementRecorded { exit, .. }
        | Fact::SettlementStruck { exit, .. }
        | Fact::InstalmentPaid { exit, .. }
        | Fact::HandoverTicked { exit, .. }
        | Fact::BackupAllowed { exit, .. }
        | Fact::BackupTaken { exit }
        | Fact::ExitClosed { exit } => {
            return state.exit(*exit).is_some_and(|exit| exits::reads(state, exit, viewer, day));
        }
        Fact::InterestSent { .. }
        | Fact::ApplicantNoted { .. }
        | Fact::ApplicantAssigned { .. }
        | Fact::ApplicantMoved { .. }
        | Fact::ApplicantInvited { .. } => return must_answer_applicants(state, viewer, day).is_ok(),
        // A case is for its readers; the desk, which runs the program, is none.
        Fact::CaseOpened { case, .. }
        | Fact::CaseNoted { case, .. }
        | Fact::CaseStepTaken { case, .. }
        | Fact::CaseClosed { case, .. } => {
            let reader = viewer.person().zip(state.case(*case));
            return reader.is_some_and(|(person, case)| reads(state, case, person, day));
        }
        // So is a declaration, for whoever made it and for those who decide.
        Fact::Declared { declaration, .. }
        | Fact::DeclarationWithdrawn { declaration }
        | Fact::DeclarationDecided { declaration, .. } => {
            let reader = viewer.person().zip(state.declaration(*declaration));
            return reader.is_some_and(|(person, known)| declarations::reads(state, known, person, day));
        }
        Fact::AssetEntered { asset, .. }
        | Fact::AssetMoved { asset, .. }
        | Fact::AssetLent { asset, .. }
        | Fact::AssetReturned { asset, .. }
        | Fact::AssetDamaged { asset, .. }
        | Fact::DamageSettled { asset, .. }
        | Fact::AssetLost { asset, .. }
        | Fact::AssetRetired { asset, .. } => {
            let known = state.asset(*asset);
            return known.is_some_and(|known| assets::is_seen(state, viewer, known, day));
        }
        // A document, and that there is one, is for those who read it.
        Fact::DocumentFiled { document, .. }
        | Fact::DocumentReclassified { document, .. }
        | Fact::DocumentErased { document, .. } => {
            let known = state.filed_document(*document);
            return known.is_some_and(|known| archive::reads(state, known, viewer, day));
        }
        // How somebody stands is for them and for those who keep the list.
        Fact::DutyWaived { membership, .. }
        | Fact::WaiverEnded { membership, .. }
        | Fact::ChannelTicked { membership, .. }
        | Fact::MemberReminded { membership, .. } => {
            let held = state.membership(*membership);
            return held.is_some_and(|held| standing::reads(state, viewer, held, day));
        }
        Fact::ProposalDrafted { .. }
        | Fact::ProposalRevised { .. }
        | Fact::ProposalWithdrawn { .. }
        | Fact::ProposalOpened { .. }
        | Fact::RoundOpened { .. }
        | Fact::StanceTaken { .. }
        | Fact::RoundClosed { .. }
        | Fact::VoteCalled { .. }
        | Fact::BallotCast { .. }
        | Fact::InterestDisclosed { .. }
        | Fact::ProposalDecided { .. }
        | Fact::EffectAwaited { .. }
        | Fact::TermsDecided { .. }
        | Fact::MatterNamed { .. } => {}
    }
    let proposal = fact.proposal().and_then(|id| proposal_for(state, viewer, id, day));
    let Some(proposal) = proposal else { return false };
    !(matches!(fact, Fact::BallotCast { .. }) && is_sealed(state, proposal, now))
}
