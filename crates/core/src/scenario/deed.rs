//! From what somebody does to the commands for it.

mod archive;
mod assets;
mod declarations;
mod kept;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Deed, agreeing, applicants, duties, edition, leaving, phrase,
    sentence::{Propose, Title},
    world::{Trouble, World},
};
use crate::{
    command::{By, Command, Draft, Effect, Stance},
    fact::Fact,
    membership::month_of_membership,
    personal::Words,
    proposals::{Choice, Mark, Stage, earliest_close, matter},
    reviews::reviews_on,
    rulebook::{ClassOf, EffectKind},
    values::{MembershipId, PartyId, ProposalId, Slug},
};

/// The time that a vote stays open, where the sentence does not say when it closes.
const DAYS_OF_A_VOTE: u32 = 7;

/// Does it.
pub(super) fn perform(world: &mut World, deed: &Deed) -> Result<(), Trouble> {
    match deed {
        Deed::StandOnTheRoll { name, class, since } => {
            let (party, class) = entrant(world, name, class)?;
            let agreement =
                world.rulebook()?.agreement_for(&class).map(|agreement| agreement.rule.id.clone());
            if let Some(agreement) = agreement {
                agreeing::record(world, party, &agreement, None, None)?;
            }
            let basis = "opening roll".to_owned();
            done(
                world.submit(
                    By::Desk,
                    Command::AdmitMember { party, class, kind: None, since: *since, basis },
                ),
            )
        }
        Deed::Admit { name, class } => {
            let (party, class) = entrant(world, name, class)?;
            let (since, basis) = (world.today(), "admission".to_owned());
            done(world.submit(By::Desk, Command::AdmitMember { party, class, kind: None, since, basis }))
        }
        Deed::EndMembership { name, on } => {
            let (membership, basis) = (world.membership(name)?, "notice".to_owned());
            done(world.submit(By::Desk, Command::EndMembership { membership, on: *on, basis }))
        }
        Deed::Represent { person, organization, from } => {
            let (organization, person) = (world.organization(organization)?, world.person(person)?);
            done(world.submit(By::Desk, Command::NameRepresentative { organization, person, from: *from }))
        }
        Deed::StandIn { person, organization, from } => {
            let (organization, person) = (world.organization(organization)?, world.person(person)?);
            done(world.submit(By::Desk, Command::NameAlternate { organization, person, from: *from }))
        }
        Deed::HandOver { by, organization, person, from } => {
            let (by, organization) = (world.person(by)?, world.known(organization)?);
            let command =
                Command::HandOverRepresentation { organization, person: world.person(person)?, from: *from };
            done(world.submit(By::Party(by), command))
        }
        Deed::StopRepresenting { person, organization, until } => {
            let (organization, person) = (world.known(organization)?, world.known(person)?);
            done(world.submit(By::Desk, Command::EndRepresentation { organization, person, on: *until }))
        }
        Deed::Publish { version, document, from } => publish(world, *version, document, *from),
        Deed::Acknowledge { name, document, on_behalf } => {
            let document = phrase::document(&*world.rulebook()?, document)?;
            let person = world.person(name)?;
            let party = on_behalf.as_ref().map_or(Ok(person), |name| world.known(name))?;
            let version = world.state.document(&document).and_then(|known| known.version_on(world.today()));
            let version = version.map_or(0, |version| version.number);
            done(world.submit(By::Party(person), Command::AcknowledgeDocument { party, document, version }))
        }
        Deed::Sign { name, agreement, without, until } => {
            let party = world.person(name)?;
            let agreement = phrase::agreement(&*world.rulebook()?, agreement)?;
            agreeing::record(world, party, &agreement, without.as_deref(), *until)
        }
        Deed::DraftAgreement { by, again, agreement, name, without, until } => {
            agreeing::draft(world, (by, name), agreement, *again, (without.as_deref(), *until))
        }
        Deed::SignOnScreen { by, agreement, name } => agreeing::sign(world, by, agreement, name),
        Deed::WithdrawAgreement { by, agreement, name } => agreeing::withdraw(world, by, agreement, name),
        Deed::PayCapital { name } => {
            let membership = world.membership(name)?;
            done(world.submit(By::Desk, Command::RecordCapital { membership }))
        }
        Deed::GiveOffice { by, name, office, from } => {
            let office = phrase::office(&*world.rulebook()?, office)?;
            let by = by.as_ref().map(|by| world.person(by)).transpose()?.map_or(By::Desk, By::Party);
            let (person, from) = (world.person(name)?, from.unwrap_or(world.today()));
            done(world.submit(by, Command::GiveOffice { office, person, from, until: None }))
        }
        Deed::EndOffice { by, name, office } => {
            let office = phrase::office(&*world.rulebook()?, office)?;
            let (by, person, on) = (world.person(by)?, world.known(name)?, world.today());
            done(world.submit(By::Party(by), Command::EndOffice { office, person, on }))
        }
        Deed::AdmitAs { by, name, class } => {
            let (by, (party, class)) = (world.person(by)?, entrant(world, name, class)?);
            let (since, basis) = (world.today(), "admission".to_owned());
            let command = Command::AdmitMember { party, class, kind: None, since, basis };
            done(world.submit(By::Party(by), command))
        }
        Deed::CorrectDetails { by, name, address } => kept::correct(world, by, name, *address),
        Deed::Erase { name, by_desk } => kept::erase(world, name, *by_desk),
        Deed::Vouch { by, name } => {
            let (by, party) = (world.person(by)?, world.known(name)?);
            done(world.submit(By::Party(by), Command::VouchForAccess { party }))
        }
        Deed::OpenCase { name, kind, about, text } => {
            let kind = phrase::case(&*world.rulebook()?, kind)?;
            let (by, words) = (world.person(name)?, written(text));
            let about = about.iter().map(|name| world.known(name)).collect::<Result<_, _>>()?;
            done(world.submit(By::Party(by), Command::OpenCase { kind, about, words }))
        }
        Deed::AddToCase { name, text } => {
            let (by, case) = (world.person(name)?, world.last_case()?);
            done(world.submit(By::Party(by), Command::AddToCase { case, words: written(text) }))
        }
        Deed::TakeCaseStep { name } => {
            let (by, case) = (world.person(name)?, world.last_case()?);
            done(world.submit(By::Party(by), Command::TakeCaseStep { case, words: written("We talked.") }))
        }
        Deed::CloseCase { name, outcome } => {
            let (by, case) = (world.person(name)?, world.last_case()?);
            let kind =
                world.state.case(case).map(|known| known.kind.clone()).unwrap_or_else(|| Slug::new(""));
            let outcome = phrase::outcome(&*world.rulebook()?, &kind, outcome)?;
            done(
                world
                    .submit(By::Party(by), Command::CloseCase { case, outcome, words: written("So be it.") }),
            )
        }
        Deed::SendInterest { name, class, representative } => {
            let class = phrase::class(&*world.rulebook()?, class)?;
            let words = applicants::form(name, representative.as_deref());
            done(world.submit(By::Visitor, Command::SendInterest { class, kind: None, words }))
        }
        Deed::NoteApplicant { by, name, text } => {
            let (by, applicant) = (world.person(by)?, world.applicant(name)?);
            done(world.submit(By::Party(by), Command::NoteApplicant { applicant, words: written(text) }))
        }
        Deed::AssignApplicant { by, name, owner } => {
            let (by, applicant, owner) = (world.person(by)?, world.applicant(name)?, world.person(owner)?);
            done(world.submit(By::Party(by), Command::AssignApplicant { applicant, owner }))
        }
        Deed::MoveApplicant { by, name, stage } => {
            let (by, applicant) = (world.person(by)?, world.applicant(name)?);
            let to = phrase::stage(stage)?;
            done(world.submit(By::Party(by), Command::MoveApplicant { applicant, to, words: None }))
        }
        Deed::InviteApplicant { by, name } => {
            let by = By::Party(world.person(by)?);
            done(world.submit(by, applicants::invitation(world, name)?))
        }
        Deed::NameGuide { by, guide, name } => {
            let by = by.as_ref().map(|by| world.person(by)).transpose()?.map_or(By::Desk, By::Party);
            let (person, membership, from) = (world.person(guide)?, world.membership(name)?, world.today());
            done(world.submit(by, Command::NameGuide { membership, person, from }))
        }
        Deed::GiveFeedback { by, name, text } => {
            let (by, membership) = (world.person(by)?, world.membership(name)?);
            let review = next_review(world, membership)?;
            done(
                world.submit(
                    By::Party(by),
                    Command::GiveFeedback { membership, review, words: written(text) },
                ),
            )
        }
        Deed::WriteReview { by, name, review, without } => {
            write_review(world, by, name, *review, without.as_deref())
        }
        Deed::GiveNotice { .. }
        | Deed::WithdrawNotice { .. }
        | Deed::OpenExit { .. }
        | Deed::RecordSettlement { .. }
        | Deed::StrikeSettlement { .. }
        | Deed::PayInstalment { .. }
        | Deed::TickHandover { .. }
        | Deed::RecordBackup { .. }
        | Deed::CloseExit { .. } => leaving::perform(world, deed),
        Deed::Declare { name, kind, begins, without } => {
            declarations::declare(world, name, (kind, *begins), without.as_deref())
        }
        Deed::WithdrawDeclaration { by, name } => declarations::withdraw(world, by, name),
        Deed::WaiveDuty { .. }
        | Deed::EndWaiver { .. }
        | Deed::SetLink { .. }
        | Deed::TickChannel { .. }
        | Deed::Remind { .. } => duties::perform(world, deed),
        Deed::OnAsset { by, asset, does } => assets::perform(world, by.as_deref(), asset, does),
        Deed::OnDocument { by, document, does } => archive::perform(world, by, document, does),
        Deed::Propose(propose) => open(world, propose),
        Deed::Revise { name, title } => {
            let (person, proposal) = (world.person(name)?, world.speak_of(title)?);
            let draft = world.proposal(&None)?.draft.clone();
            let (title, owner, deadline) = (draft.title.clone(), draft.owner, draft.deadline);
            let text = format!("{title}, in new words.");
            let revise = Command::ReviseProposal { proposal, title, text, owner, deadline };
            done(world.submit(By::Party(person), revise))
        }
        Deed::Withdraw { name, title } => {
            simple(world, name, title, |proposal| Command::WithdrawProposal { proposal })
        }
        Deed::TakeStance { name, stance, title, on_behalf } => {
            let (person, membership) = voice(world, name, on_behalf.as_deref())?;
            let proposal = world.speak_of(title)?;
            let is_ballot = *stance == Stance::Abstain && world.proposal(&None)?.stage == Stage::Voting;
            let command = if is_ballot {
                Command::CastBallot { proposal, membership, choice: Choice::Abstain }
            } else {
                Command::TakeStance { proposal, membership, stance: stance.clone() }
            };
            done(world.submit(By::Party(person), command))
        }
        Deed::CloseRound { name, round, without, title } => {
            let left_out = without.as_deref().map(phrase::mark).transpose()?;
            let marks: BTreeSet<Mark> =
                Mark::ALL.iter().copied().filter(|mark| Some(*mark) != left_out).collect();
            let summary = "What spoke for it and what against.".to_owned();
            simple(world, name, title, |proposal| Command::CloseRound { proposal, marks, summary })?;
            must_be_round(world, *round)
        }
        Deed::OpenRound { name, round, title } => {
            simple(world, name, title, |proposal| Command::OpenRound { proposal })?;
            must_be_round(world, *round)
        }
        Deed::CallVote { name, title, closes } => {
            let closes = match closes {
                Some((date, time)) => world.instant(*date, *time)?,
                None => earliest_close(world.now, DAYS_OF_A_VOTE, &world.state.time_zone()),
            };
            simple(world, name, title, |proposal| Command::CallVote { proposal, closes })
        }
        Deed::Vote { name, choice, title, on_behalf } => {
            let (person, membership) = voice(world, name, on_behalf.as_deref())?;
            let proposal = world.speak_of(title)?;
            let command = Command::CastBallot { proposal, membership, choice: *choice };
            done(world.submit(By::Party(person), command))
        }
        Deed::Disclose { name, interest, recuse, title, on_behalf } => {
            let (person, membership) = voice(world, name, on_behalf.as_deref())?;
            let (proposal, interest, recuse) = (world.speak_of(title)?, interest.clone(), *recuse);
            let command = Command::DiscloseInterest { proposal, membership, interest, recuse };
            done(world.submit(By::Party(person), command))
        }
        Deed::Conclude { name, found, title } => {
            simple(world, name, title, |proposal| Command::Conclude { proposal })?;
            let carried = world.proposal(&None)?.decided.is_some_and(|(_, tally)| tally.carried);
            if carried == *found {
                return Ok(());
            }
            let is = if carried { "there is" } else { "there is no" };
            Err(format!("{is} consensus on it").into())
        }
        Deed::CloseVote { name, title } => {
            simple(world, name, title, |proposal| Command::CloseVote { proposal })
        }
    }
}

/// The number of the review of a membership that falls due next.
fn next_review(world: &World, membership: MembershipId) -> Result<u32, String> {
    let (rulebook, held) = (world.rulebook()?, world.state.membership(membership));
    let next = held.and_then(|held| reviews_on(&rulebook, held, world.today()).last().map(|one| one.number));
    next.ok_or_else(|| "no review of them falls due".to_owned())
}

fn write_review(
    world: &mut World,
    by: &str,
    name: &str,
    review: u32,
    without: Option<&str>,
) -> Result<(), Trouble> {
    let (by, membership) = (world.person(by)?, world.membership(name)?);
    let rulebook = world.rulebook()?;
    let class = world.state.membership(membership).and_then(|held| held.latest_class());
    let class = class.map_or_else(|| Slug::new(""), |(_, class)| class.clone());
    let left_out = without.map(|subject| phrase::subject(&rulebook, &class, subject)).transpose()?;
    let subjects = rulebook.review(&class).into_iter().flat_map(|review| &review.rule.subjects);
    let texts = subjects
        .filter(|subject| Some(&subject.id) != left_out.as_ref())
        .map(|subject| (subject.id.clone(), "As we have seen it.".to_owned()))
        .collect();
    let words = Words { texts, ..written("") };
    done(world.submit(By::Party(by), Command::WriteReview { membership, review, words }))
}

/// Words that stand beside a fact.
pub(super) fn written(text: &str) -> Words {
    let texts = BTreeMap::from([(Slug::new("text"), text.to_owned())]);
    Words { texts, salt: "salt of the example".to_owned() }
}

pub(super) fn done<T>(outcome: Result<T, Trouble>) -> Result<(), Trouble> {
    outcome.map(|_| ())
}

/// One command of a person on a proposal.
fn simple(
    world: &mut World,
    name: &str,
    title: &Title,
    command: impl FnOnce(ProposalId) -> Command,
) -> Result<(), Trouble> {
    let (person, proposal) = (world.person(name)?, world.speak_of(title)?);
    done(world.submit(By::Party(person), command(proposal)))
}

/// Who enters a class; new names are organizations where the class is for these alone.
fn entrant(world: &mut World, name: &str, class: &str) -> Result<(PartyId, Slug), Trouble> {
    let rulebook = world.rulebook()?;
    let class = phrase::class(&rulebook, class)?;
    let is_for_organizations =
        rulebook.class(&class).is_some_and(|class| class.rule.of == ClassOf::Organizations);
    let party = if is_for_organizations { world.organization(name)? } else { world.person(name)? };
    Ok((party, class))
}

/// A person and the membership that they speak for: their own, or that of an organization.
fn voice(world: &mut World, name: &str, on_behalf: Option<&str>) -> Result<(PartyId, MembershipId), Trouble> {
    let person = world.person(name)?;
    let membership = world.membership(on_behalf.unwrap_or(name)).map_err(|says| match on_behalf {
        None => format!("{says}; say on behalf of whom, if it is for an organization"),
        Some(_) => says,
    })?;
    Ok((person, membership))
}

fn publish(world: &mut World, version: u32, document: &str, from: jiff::civil::Date) -> Result<(), Trouble> {
    let document = phrase::document(&*world.rulebook()?, document)?;
    let text = format!("The words of version {version}.");
    let command = Command::PublishDocument { document, text, in_force_from: from };
    let facts = world.submit(By::Desk, command)?;
    let published = facts.iter().find_map(|recorded| match &recorded.fact {
        Fact::DocumentPublished { version, .. } => Some(*version),
        _ => None,
    });
    match published {
        Some(published) if published != version => Err(format!("it became version {published}").into()),
        _ => Ok(()),
    }
}

fn must_be_round(world: &World, round: u32) -> Result<(), Trouble> {
    let last = world.proposal(&None)?.rounds.last().map_or(0, |last| last.number);
    if last == round { Ok(()) } else { Err(format!("it was round {last}").into()) }
}

/// Drafts and opens a proposal.
fn open(world: &mut World, propose: &Propose) -> Result<(), Trouble> {
    let rulebook = world.rulebook()?;
    let author = world.person(&propose.name)?;
    let kind = phrase::matter(&world.state, &rulebook, &propose.matter)?;
    let Some(rule) = matter(&world.state, &rulebook, &kind) else {
        return Err(format!("there is no rule for the matter {kind}").into());
    };
    let effect = effect(world, propose, &rule.effect)?;
    let wants = rulebook.resolution(&rule.group).map(|wants| (wants.rule.owner, wants.rule.deadline));
    let (wants_owner, wants_deadline) = wants.unwrap_or_default();
    let owner = match &propose.owner {
        Some(name) => Some(world.person(name)?),
        None => (wants_owner && !propose.without_owner).then_some(author),
    };
    let in_a_year = wants_deadline && !propose.without_deadline;
    let deadline = propose.deadline.or_else(|| in_a_year.then(|| month_of_membership(world.today(), 12)));
    let closes = propose.closes.map(|(date, time)| world.instant(date, time)).transpose()?;
    let draft = Draft {
        title: propose.title.clone(),
        text: format!("{}.", propose.title),
        matter: kind,
        effect,
        owner,
        deadline,
    };
    world.submit(By::Party(author), Command::DraftProposal(draft))?;
    let proposal = world.speak_of(&Some(propose.title.clone()))?;
    done(world.submit(By::Party(author), Command::OpenProposal { proposal, closes }))
}

/// What a proposal does when it carries; nothing, where the sentence does not say whom it is about.
fn effect(world: &mut World, propose: &Propose, kind: &EffectKind) -> Result<Effect, Trouble> {
    let about = propose.about.as_deref();
    if about.is_some()
        && !matches!(
            kind,
            EffectKind::Admit { .. }
                | EffectKind::ChangeClass { .. }
                | EffectKind::ConfirmReview { .. }
                | EffectKind::PauseTraining { .. }
                | EffectKind::ChangeTerms { .. }
                | EffectKind::Suspend { .. }
                | EffectKind::AllowBackup
                | EffectKind::DecideDeclaration { .. }
                | EffectKind::EndMembership { .. }
        )
    {
        return Err(format!("a proposal on the matter {} is about nobody", propose.matter).into());
    }
    Ok(match (kind, about) {
        (EffectKind::Admit { class }, Some(name)) => {
            let class = class.as_str().to_owned();
            Effect::Admit { party: entrant(world, name, &class)?.0 }
        }
        (EffectKind::ChangeClass { .. }, Some(name)) => {
            Effect::ChangeClass { membership: world.membership(name)? }
        }
        (EffectKind::ConfirmReview { .. }, Some(name)) => {
            let membership = world.membership(name)?;
            let last = world.state.reviews(membership).and_then(|reviews| reviews.written.last());
            Effect::ConfirmReview { membership, review: last.map_or(1, |last| last.review) }
        }
        (EffectKind::Suspend { .. }, Some(name)) => match propose.days {
            Some((from, until)) => Effect::Suspend { membership: world.membership(name)?, from, until },
            None => Effect::Nothing,
        },
        (EffectKind::AllowBackup, Some(name)) => Effect::AllowBackup { membership: world.membership(name)? },
        (EffectKind::PauseTraining { .. }, Some(name)) => match propose.days {
            Some((from, until)) => Effect::PauseTraining { membership: world.membership(name)?, from, until },
            None => Effect::Nothing,
        },
        (EffectKind::ChangeTerms { .. }, Some(name)) => {
            let party = world.known(name)?;
            match world.state.agreements_with(party).next_back() {
                Some(last) => Effect::ChangeTerms { agreement: last.id },
                None => Effect::Nothing,
            }
        }
        (EffectKind::DecideDeclaration { .. }, Some(name)) => {
            Effect::DecideDeclaration { declaration: world.declaration(name)?.id }
        }
        (EffectKind::EndMembership { .. }, Some(name)) => {
            Effect::EndMembership { membership: world.membership(name)? }
        }
        (EffectKind::NameMatter { .. }, _) => propose.naming.as_ref().map_or(Effect::Nothing, |name| {
            let matter = Slug::new(&name.to_lowercase().replace(' ', "-"));
            Effect::NameMatter { matter, name: name.clone() }
        }),
        (EffectKind::AdoptEdition, _) => match propose.in_force_from {
            Some(from) => Effect::AdoptEdition { rulebook: edition::next(&world.state, world.today(), from) },
            None => Effect::Nothing,
        },
        _ => Effect::Nothing,
    })
}
