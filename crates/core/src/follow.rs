//! What follows from a fact across domains, in one table.
//!
//! | when | then |
//! |:--|:--|
//! | a proposal carried, and nothing stands in the way | its effect |
//! | a proposal on a declaration was decided, carried or not | what was declared is allowed, or not |
//! | a proposal carried, and an agreement, a commitment or the capital is missing | its effect is awaited |
//! | an agreement is signed by both sides, a document acknowledged, the capital paid | the effects that waited for it |
//! | a membership ended, and the bylaws settle or hand over anything then | its exit is opened, unless it is |
//! | a membership ended by a notice, and they do not | its exit is closed |
//! | an applicant is invited | their organization is entered, and has them as its representative |
//! | a membership begins | the applicants of whom it is are admitted |
//! | a person is erased | so is what they sent as an applicant before they were in the book, and whatever of it was open is withdrawn |

use jiff::civil::Date;

use crate::{
    agreements,
    applicants::{self, ApplicantStage, decide::what_an_invitation_enters},
    awaited::missing_to_change,
    command::Effect,
    exits,
    fact::{Basis, Fact, Happened},
    proposals::{MatterRule, Proposal, matter},
    rulebook::{Bundle, EffectKind, Rulebook},
    state::State,
    values::{DeclarationId, ExitId, MembershipId, PartyId, ProposalId},
};

/// Whether anything can follow from a fact at all.
pub(crate) fn may_lead_on(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::ProposalDecided { .. }
            | Fact::SignatureGiven { .. }
            | Fact::AgreementRecorded { .. }
            | Fact::DocumentAcknowledged { .. }
            | Fact::CapitalPaid { .. }
            | Fact::MembershipEnded { .. }
            | Fact::ApplicantInvited { .. }
            | Fact::MemberAdmitted { .. }
            | Fact::PersonErased { .. }
    )
}

/// The facts that follow from `happened`, which `state` has taken in already.
pub(crate) fn follow(state: &State, happened: &Happened) -> Vec<Fact> {
    let day = state.date_of(happened.at);
    match &happened.recorded.fact {
        Fact::ProposalDecided { proposal, resolution: Some(_), .. } => {
            state.proposal(*proposal).and_then(|decided| enact(state, decided, day)).into_iter().collect()
        }
        Fact::ProposalDecided { proposal, resolution: None, .. } => {
            state.proposal(*proposal).and_then(|decided| turn_down(state, decided)).into_iter().collect()
        }
        Fact::AgreementRecorded { party, .. } | Fact::DocumentAcknowledged { party, .. } => {
            what_waited_for(state, *party, day)
        }
        Fact::SignatureGiven { agreement, .. } => state
            .agreement(*agreement)
            .map(|agreement| what_waited_for(state, agreement.party, day))
            .unwrap_or_default(),
        Fact::CapitalPaid { membership } => state
            .membership(*membership)
            .map(|held| what_waited_for(state, held.party, day))
            .unwrap_or_default(),
        Fact::MembershipEnded { membership, .. } => exit_of(state, *membership, day).into_iter().collect(),
        Fact::ApplicantInvited { applicant, .. } => what_an_invitation_enters(state, *applicant, day),
        Fact::MemberAdmitted { party, .. } => applicants::open_of(state, *party)
            .map(|known| Fact::ApplicantMoved {
                applicant: known.id,
                to: ApplicantStage::Admitted,
                words: None,
            })
            .collect(),
        Fact::PersonErased { party } => {
            // Withdrawn first: what follows from the forms finds nothing open any longer.
            let withdrawn = applicants::open_by(state, *party).map(|known| Fact::ApplicantMoved {
                applicant: known.id,
                to: ApplicantStage::Withdrawn,
                words: None,
            });
            let forms = applicants::forms_of(state, *party).map(|party| Fact::PersonErased { party });
            withdrawn.chain(forms).collect()
        }
        _ => Vec::new(),
    }
}

/// The exit of a membership that ended is opened, unless its notice has opened one. Where the bylaws ask
/// nothing then, none is needed, and one that is open is closed.
fn exit_of(state: &State, membership: MembershipId, day: Date) -> Option<Fact> {
    let (_, class) = state.membership(membership)?.latest_class()?;
    let is_asked = exits::asks_anything(&*state.rulebook_on(day)?, class);
    match exits::open_exit(state, membership) {
        Some(exit) => (!is_asked).then_some(Fact::ExitClosed { exit: exit.id }),
        None => is_asked.then(|| Fact::ExitOpened { exit: ExitId::after(state.exits.len()), membership }),
    }
}

/// The first effect about a party that waits and need wait no longer.
fn what_waited_for(state: &State, party: PartyId, day: Date) -> Vec<Fact> {
    state
        .awaited_effects()
        .filter(|waiting| concerns(state, waiting) == Some(party))
        .filter_map(|waiting| enact(state, waiting, day))
        .find(|fact| !matches!(fact, Fact::EffectAwaited { .. }))
        .into_iter()
        .collect()
}

/// The party that a proposal's effect is about, if it is about one.
pub(crate) fn concerns(state: &State, proposal: &Proposal) -> Option<PartyId> {
    match &proposal.draft.effect {
        Effect::Admit { party } => Some(*party),
        Effect::ChangeClass { membership }
        | Effect::EndMembership { membership }
        | Effect::Suspend { membership, .. }
        | Effect::AllowBackup { membership } => state.membership(*membership).map(|held| held.party),
        Effect::Nothing
        | Effect::NameMatter { .. }
        | Effect::AdoptEdition { .. }
        | Effect::ConfirmReview { .. }
        | Effect::PauseTraining { .. }
        | Effect::ChangeTerms { .. }
        | Effect::DecideDeclaration { .. } => None,
    }
}

/// The fact that follows where a proposal did not carry: what it was to allow is not allowed.
fn turn_down(state: &State, proposal: &Proposal) -> Option<Fact> {
    match &proposal.draft.effect {
        Effect::DecideDeclaration { declaration } => decide_on(state, *declaration, proposal.id, false),
        _ => None,
    }
}

/// What the assembly decided on a declaration; `None` where it was decided or taken back before.
fn decide_on(state: &State, declaration: DeclarationId, proposal: ProposalId, allowed: bool) -> Option<Fact> {
    let known = state.declaration(declaration)?;
    let is_open = known.decided.is_none() && known.withdrawn.is_none();
    is_open.then_some(Fact::DeclarationDecided { declaration, proposal, allowed })
}

/// The fact that carries out a carried proposal on `day`, or that says it is awaited; `None` where it
/// has no effect, or where what it was about has meanwhile come to an end.
fn enact(state: &State, proposal: &Proposal, day: Date) -> Option<Fact> {
    let rulebook = state.edition(proposal.edition?)?;
    let rule = matter(state, rulebook, &proposal.draft.matter)?;
    let id = proposal.id;
    match &proposal.draft.effect {
        Effect::Nothing => None,
        Effect::Admit { party } => admit(state, rulebook, &rule, id, *party, day),
        Effect::ChangeClass { membership } => change_class(state, rulebook, &rule, id, *membership, day),
        Effect::NameMatter { matter, name } => {
            let EffectKind::NameMatter { group } = &rule.effect else { return None };
            Some(Fact::MatterNamed {
                proposal: id,
                matter: matter.clone(),
                name: name.clone(),
                group: group.clone(),
                decision: rulebook.others(group)?.rule.clone(),
            })
        }
        Effect::AdoptEdition { rulebook } => comes_next(state, rulebook)
            .then(|| Fact::EditionAdopted { proposal: id, rulebook: rulebook.clone() }),
        Effect::ConfirmReview { membership, review } => {
            let (membership, review) = (*membership, *review);
            let (since, _) = state.membership(membership)?.latest_class()?;
            let written = state.reviews(membership)?.written(review, since)?;
            written.confirmed.is_none().then_some(Fact::ReviewConfirmed { membership, review, proposal: id })
        }
        Effect::DecideDeclaration { declaration } => decide_on(state, *declaration, id, true),
        Effect::PauseTraining { membership, from, until } => {
            // What came before the decision stays as it was: days that are over by then have counted.
            let (from, until) = ((*from).max(day), *until);
            let held = state.membership(*membership).filter(|held| held.is_current_on(day))?;
            let is_free = from <= until && !held.pauses.iter().any(|pause| pause.overlaps(from, until));
            is_free.then_some(Fact::TrainingPaused { membership: *membership, from, until, proposal: id })
        }
        Effect::ChangeTerms { agreement } => {
            let agreement = state.agreement(*agreement).filter(|agreement| agreement.is_open())?;
            Some(Fact::TermsDecided { agreement: agreement.id, hash: agreement.hash()?, proposal: id })
        }
        Effect::Suspend { membership, from, until } => {
            let (from, until) = ((*from).max(day), *until);
            let held = state.membership(*membership).filter(|held| held.is_current_on(day))?;
            let is_free = from <= until && !held.suspensions.iter().any(|one| one.overlaps(from, until));
            is_free.then_some(Fact::MemberSuspended { membership: *membership, from, until, proposal: id })
        }
        Effect::AllowBackup { membership } => {
            let exit = exits::open_exit(state, *membership)?;
            exit.backup.is_none().then_some(Fact::BackupAllowed { exit: exit.id, proposal: id })
        }
        Effect::EndMembership { membership } => {
            let held = state.membership(*membership)?;
            // A notice that stands does not keep the assembly from ending it sooner.
            let is_current = held.is_current_on(day) && held.ended.is_none();
            is_current.then_some(Fact::MembershipEnded {
                membership: *membership,
                on: day,
                basis: Basis::Proposal(id),
            })
        }
    }
}

/// Whether an edition can still come next: while it was voted on, another may have been adopted, and two
/// with one number would both claim the same days.
fn comes_next(state: &State, bundle: &Bundle) -> bool {
    let next = Rulebook::read(bundle).rulebook;
    let last = state.last_edition();
    next.zip(last).is_some_and(|(next, last)| next.front.gaps_after(&last.front).is_empty())
}

fn admit(
    state: &State,
    rulebook: &Rulebook,
    rule: &MatterRule,
    proposal: ProposalId,
    id: PartyId,
    day: Date,
) -> Option<Fact> {
    let EffectKind::Admit { class } = &rule.effect else { return None };
    let party = state.party(id)?;
    if party.is_person() && party.details().is_none() {
        return None;
    }
    let is_member = party
        .memberships
        .iter()
        .filter_map(|held| state.membership(*held))
        .any(|held| held.last_day().is_none_or(|last| day <= last));
    if is_member {
        return None;
    }
    if !agreements::missing_in_writing(state, rulebook, id, class, day).is_empty() {
        return Some(Fact::EffectAwaited { proposal });
    }
    Some(Fact::MemberAdmitted {
        membership: MembershipId::after(state.memberships.len()),
        party: id,
        class: class.clone(),
        kind: None,
        since: day,
        basis: Basis::Proposal(proposal),
    })
}

fn change_class(
    state: &State,
    rulebook: &Rulebook,
    rule: &MatterRule,
    proposal: ProposalId,
    id: MembershipId,
    day: Date,
) -> Option<Fact> {
    let EffectKind::ChangeClass { from, to, .. } = &rule.effect else { return None };
    let held = state.membership(id)?;
    let (_, class) = held.class_on(day).filter(|_| held.is_current_on(day))?;
    if class != from {
        return None;
    }
    if !missing_to_change(state, rulebook, held, to, day).is_empty() {
        return Some(Fact::EffectAwaited { proposal });
    }
    Some(Fact::ClassChanged {
        membership: id,
        class: to.clone(),
        since: day,
        basis: Basis::Proposal(proposal),
    })
}
