//! What the bylaws ask of a person today, what is open, and what comes next.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::{
    agreements::{Ending, endings_for, waits_for},
    applicants::{ApplicantStage, invitations_of, waiting_at},
    assets::{keeps, loans_on},
    cases::{Case, cases_for, handles},
    declarations::{Standing, declarations_for, declarer, standing},
    exits::{Exit, exits_for},
    membership::{Application, Membership, applications, held_by, phase_on},
    message::{Argument, Message},
    messages as say,
    proposals::{Proposal, Stage},
    reviews::guide_on,
    rulebook::Citation,
    sight::{Viewer, must_answer_applicants, must_keep_members, proposals_for},
    standing::{Duty, duties},
    state::State,
    values::{
        AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, ExitId, MembershipId, PartyId, ProposalId,
    },
};

/// A person's page of today.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// Open rounds and votes that wait for a response, with the membership that it is for.
    pub to_respond: Vec<(ProposalId, MembershipId)>,
    /// Proposals that are theirs to take the next step of: their drafts, and those between rounds.
    pub to_lead: Vec<ProposalId>,
    /// What the bylaws ask of each membership that they hold or act for: what is late first, of all of them, then what
    /// is due, coming, met, waived and not yet known.
    pub duties: Vec<(MembershipId, Duty)>,
    /// Open cases that are theirs to handle, or that they brought or are about them; the first due first.
    pub cases: Vec<CaseId>,
    /// Open exits that are their own, or theirs to settle; the first to leave first.
    pub exits: Vec<ExitId>,
    /// Their own ways in: they are invited, and are to commit to what members commit to.
    pub invitations: Vec<ApplicantId>,
    /// Applicants who wait for an answer of theirs: those that are theirs to answer, and those that nobody's are.
    pub applicants: Vec<ApplicantId>,
    /// Whose reviews they lead.
    pub reviews: Vec<MembershipId>,
    /// Agreements that wait for their signature.
    pub to_sign: Vec<AgreementId>,
    /// What their memberships may apply for now, or wait for.
    pub applications: Vec<Application>,
    /// Declarations that wait for the assembly: their own, and those that somebody has yet to put to it.
    pub declarations: Vec<DeclarationId>,
    /// Assets that they have borrowed; for whoever keeps the register also what is overdue, and what waits with
    /// damage. The first due first.
    pub assets: Vec<AssetId>,
    /// The other open proposals that they may see.
    pub open: Vec<ProposalId>,
    /// What comes next, by day.
    pub next: Vec<Coming>,
}

/// Something that comes on a day that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The day.
    pub day: Date,
    /// What.
    pub says: Message,
    /// The clause, where one says so.
    pub cites: Option<Arc<Citation>>,
}

/// What a person's day looks like at `now`.
pub fn today(state: &State, person: PartyId, now: Timestamp) -> Today {
    let day = state.date_of(now);
    let mut page = Today::default();
    let held: Vec<MembershipId> = held_by(state, person, day).collect();
    for proposal in proposals_for(state, Viewer::Party(person), day) {
        place(&mut page, state, proposal, person, &held, now);
    }
    for membership in held.iter().copied() {
        page.duties.extend(duties(state, membership, day).into_iter().map(|duty| (membership, duty)));
        apply_for(&mut page, state, membership, day);
        let ends = last_day(state, membership, day);
        let is_before_it = |coming: &Coming| ends.as_ref().is_none_or(|ends| coming.day <= ends.day);
        page.next.extend(next_phase(state, membership, day).filter(is_before_it));
        page.next.extend(ends);
    }
    if must_keep_members(state, Viewer::Party(person), day).is_ok() {
        let others = state.leaving.keys().filter(|membership| !held.contains(membership));
        page.next.extend(others.filter_map(|membership| last_day(state, *membership, day)));
    }
    page.duties.sort_by_key(|(_, duty)| duty.urgency());
    if let Some(rulebook) = state.rulebook_on(day) {
        let leads = |held: &&Arc<Membership>| guide_on(state, &rulebook, held, day) == Some(person);
        let guided =
            state.reviewed().filter_map(|id| state.membership(id)).filter(|held| held.is_current_on(day));
        page.reviews = guided.filter(leads).map(|held| held.id).collect();
    }
    let to_sign = state.unsigned_agreements().filter(|agreement| waits_for(state, agreement, person, day));
    page.to_sign = to_sign.map(|agreement| agreement.id).collect();
    page.next
        .extend(endings_for(state, person, day).into_iter().filter_map(|ending| ends(state, &ending, day)));
    let owned = state.resolutions().filter(|resolution| resolution.owner == Some(person));
    for resolution in owned {
        if let Some(deadline) = resolution.deadline.filter(|deadline| *deadline >= day) {
            let says = say::RESOLUTION_IS_DUE.with([resolution.proposal.into(), deadline.into()]);
            page.next.push(Coming { day: deadline, says, cites: None });
        }
    }
    let is_theirs =
        |case: &&Case| case.by == person || case.about.contains(&person) || handles(state, case, person, day);
    let mut cases: Vec<&Case> =
        cases_for(state, person, day).filter(|case| case.is_open()).filter(is_theirs).collect();
    cases.sort_by_key(|case| (case.stepped.is_some(), case.due, case.id));
    page.cases = cases.into_iter().map(|case| case.id).collect();
    let mut exits: Vec<&Exit> =
        exits_for(state, Viewer::Party(person), day).filter(|exit| exit.is_open()).collect();
    exits.sort_by_key(|exit| (state.membership(exit.membership).and_then(|held| held.last_day()), exit.id));
    page.exits = exits.into_iter().map(|exit| exit.id).collect();
    page.invitations = invitations_of(state, person).map(|(applicant, _)| applicant.id).collect();
    if must_answer_applicants(state, Viewer::Party(person), day).is_ok() {
        let stages = [ApplicantStage::New, ApplicantStage::Talking, ApplicantStage::Invited];
        let waiting = stages.into_iter().flat_map(|stage| waiting_at(state, stage));
        let theirs = waiting.filter(|applicant| applicant.owner.is_none_or(|owner| owner == person));
        page.applicants = theirs.map(|applicant| applicant.id).collect();
    }
    let waits = declarations_for(state, person, day).filter(|known| match standing(state, known) {
        Standing::Open => true,
        Standing::BeforeTheAssembly(_) => declarer(state, known) == Some(person),
        _ => false,
    });
    page.declarations = waits.map(|known| known.id).collect();
    place_assets(&mut page, state, person, day);
    page.next.sort_by_key(|coming| coming.day);
    page
}

fn place_assets(page: &mut Today, state: &State, person: PartyId, day: Date) {
    let is_keeper = keeps(state, Viewer::Party(person), day);
    for (asset, loan) in loans_on(state, day) {
        let is_theirs = loan.to == person;
        if is_theirs || (is_keeper && loan.is_overdue_on(day)) {
            page.assets.push(asset.id);
        }
        if is_theirs && !loan.is_overdue_on(day) {
            let says = say::ASSET_IS_DUE.with([asset.name.as_str().into(), loan.due.into()]);
            let cites = state.rulebook_on(day).and_then(|rulebook| Some(Arc::clone(rulebook.assets()?.cite)));
            page.next.push(Coming { day: loan.due, says, cites });
        }
    }
    if is_keeper {
        let damaged = state.assets().filter(|asset| asset.damage_on(day).is_some()).map(|asset| asset.id);
        let new: Vec<AssetId> = damaged.filter(|id| !page.assets.contains(id)).collect();
        page.assets.extend(new);
    }
}

fn place(
    page: &mut Today,
    state: &State,
    proposal: &Proposal,
    person: PartyId,
    held: &[MembershipId],
    now: Timestamp,
) {
    let id = proposal.id;
    let is_author = proposal.author == person;
    if proposal.stage == Stage::Draft || (proposal.stage == Stage::BetweenRounds && is_author) {
        page.to_lead.push(id);
        return;
    }
    if !proposal.is_open() {
        return;
    }
    let closes = proposal.vote.as_ref().map(|vote| vote.closes);
    if closes.is_some_and(|closes| closes <= now) {
        return;
    }
    if let Some(closes) = closes {
        let says = say::VOTE_CLOSES.with([id.into(), closes.into()]);
        page.next.push(Coming { day: state.date_of(closes), says, cites: None });
    }
    let waiting: Vec<_> = held
        .iter()
        .filter(|_| proposal.stage != Stage::BetweenRounds)
        .filter(|membership| proposal.roll.includes(**membership) && !proposal.is_recused(**membership))
        .filter(|membership| !proposal.has_response_of(**membership))
        .map(|membership| (id, *membership))
        .collect();
    if waiting.is_empty() {
        page.open.push(id);
    } else {
        page.to_respond.extend(waiting);
    }
}

/// The end of an agreement that somebody signs for the co-op.
fn ends(state: &State, ending: &Ending, day: Date) -> Option<Coming> {
    let agreement = state.agreement(ending.agreement)?;
    let key = if ending.until < day { &say::AGREEMENT_WITH_ENDED } else { &say::AGREEMENT_WITH_ENDS };
    let named = Argument::Named(agreement.kind.clone());
    let says = key.with([named, agreement.party.into(), ending.until.into()]);
    Some(Coming { day: ending.until, says, cites: Some(Arc::clone(&ending.cites)) })
}

/// What a membership may apply for today, and what it will.
fn apply_for(page: &mut Today, state: &State, membership: MembershipId, day: Date) {
    let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_on(day)) else { return };
    for application in applications(state, &rulebook, held, day) {
        if application.from <= day {
            page.applications.push(application);
            continue;
        }
        let matter = Argument::Matter(application.matter);
        let says = say::MAY_APPLY_FROM.with([membership.into(), application.from.into(), matter]);
        page.next.push(Coming { day: application.from, says, cites: Some(application.cites) });
    }
}

/// The end of a membership whose last day is known.
fn last_day(state: &State, membership: MembershipId, day: Date) -> Option<Coming> {
    let held = state.membership(membership)?;
    let last = held.last_day()?;
    let says = say::LAST_DAY_IS.with([membership.into(), last.into()]);
    let rulebook = state.rulebook_on(day)?;
    let cites = rulebook.notice(held.latest_class()?.1).map(|rule| Arc::clone(rule.cite));
    Some(Coming { day: last, says, cites })
}

fn next_phase(state: &State, membership: MembershipId, day: Date) -> Option<Coming> {
    let rulebook = state.rulebook_on(day)?;
    let on = phase_on(&rulebook, state.membership(membership)?, day)?;
    let next = Argument::Phase(on.next?.id.clone());
    let says = say::PHASE_BEGINS.with([membership.into(), next, on.next_from.into()]);
    Some(Coming { day: on.next_from, says, cites: Some(Arc::clone(on.cite)) })
}
