//! From what is said to be so to what the register says.

mod archive;
mod assets;
mod kept;

use std::fmt::Display;

use jiff::civil::Date;

use super::{
    Claim, Numbers, ProposalStand, agreeing, duties, leaving, phrase,
    plain::{party_name, plain},
    run::Mismatch,
    world::World,
};
use crate::{
    agreements::reads as reads_agreement,
    cases::{Case, Clock, reads as reads_case},
    membership::{held_by, may, may_party, phase_on, reviews_due, who_acts_for},
    message::Argument,
    offices::holders,
    proposals::{Proposal, Stage, Tally},
    reviews::reads as reads_reviews,
    rulebook::EffectKind,
    sight::{Viewer, must_answer_applicants},
    standing::{Duty, DutyStatus, duties as duties_of},
    values::MembershipId,
};

/// Compares a claim with what the register says.
pub(super) fn must_hold(world: &mut World, claim: &Claim) -> Result<(), Mismatch> {
    if let Claim::Carries { title, .. }
    | Claim::Stands { title, .. }
    | Claim::RollCounts { title, .. }
    | Claim::OnTheRoll { title, .. } = claim
    {
        world.speak_of(title).map_err(unknown)?;
    }
    compare(world, claim)
}

fn compare(world: &World, claim: &Claim) -> Result<(), Mismatch> {
    let day = |on: &Option<Date>| on.unwrap_or_else(|| world.today());
    match claim {
        Claim::Carries { title, carries, numbers } => {
            let proposal = world.proposal(title).map_err(unknown)?;
            let verdict = proposal.decided.map(|(_, tally)| tally);
            let expected = said_verdict(*carries, *numbers);
            let came = verdict.map_or_else(
                || standing(proposal),
                |tally| said_verdict(tally.carried, numbers.map(|_| numbers_of(&tally))),
            );
            same(expected, came)
        }
        Claim::Stands { title, stand } => {
            let proposal = world.proposal(title).map_err(unknown)?;
            let (expected, is_so) = match stand {
                ProposalStand::InRound(round) => {
                    let is_so = proposal.open_round().is_some_and(|open| open.number == *round);
                    (format!("is in round {round}"), is_so)
                }
                ProposalStand::InVote => ("is in a vote".to_owned(), proposal.stage == Stage::Voting),
                ProposalStand::Open => ("is open".to_owned(), proposal.is_open()),
                ProposalStand::Withdrawn => ("is withdrawn".to_owned(), proposal.stage == Stage::Withdrawn),
            };
            if is_so { Ok(()) } else { same(expected, standing(proposal)) }
        }
        Claim::RollCounts { number, title } => {
            let proposal = world.proposal(title).map_err(unknown)?;
            same(number, proposal.roll.counted.len())
        }
        Claim::OnTheRoll { name, not, title } => {
            let membership = world.membership(name).map_err(unknown)?;
            let is_on_it = world.proposal(title).map_err(unknown)?.roll.includes(membership);
            let said = |is_on_it: bool| if is_on_it { "on the roll" } else { "not on the roll" };
            same(said(!not), said(is_on_it))
        }
        Claim::IsOfClass { name, class, not, on } => is_of_class(world, name, class, *not, day(on)),
        Claim::IsInPhase { name, phase, on } => is_in_phase(world, name, phase, day(on)),
        Claim::May { name, right, group, not, on } => {
            has_right(world, name, (right, group.as_deref()), *not, day(on))
        }
        Claim::HeldTheVote { person, of, on } => {
            let party = world.known(of).map_err(unknown)?;
            let acts = world.state.party(party).map(|known| who_acts_for(&world.state, known, *on));
            let mut came: Vec<String> =
                acts.unwrap_or_default().iter().map(|(one, _)| party_name(&world.state, *one)).collect();
            let expected = person.clone().unwrap_or_else(|| "nobody".to_owned());
            if came.is_empty() {
                came.push("nobody".to_owned());
            }
            if came.contains(&expected) { Ok(()) } else { Err(Mismatch { expected, came: came.join(", ") }) }
        }
        Claim::ReviewsFallDue { name, dates } => reviews(world, name, dates),
        Claim::MayApply { name, matter, from } => may_apply(world, name, matter, *from),
        Claim::Duty { name, clause, document, status, on } => {
            duty(world, name, clause, document.as_deref(), *status, day(on))
        }
        Claim::Acknowledged { name, version, document, on } => {
            let rulebook = world.rulebook().map_err(unknown)?;
            let party = world.known(name).map_err(unknown)?;
            let document = phrase::document(&rulebook, document).map_err(unknown)?;
            let versions =
                world.state.document(&document).map(|known| known.versions.as_slice()).unwrap_or_default();
            let signed = versions.iter().find(|known| known.number == *version);
            let signed = signed.and_then(|known| known.acknowledged.get(&party));
            let came = signed.map(|(_, at)| world.state.date_of(*at).to_string());
            same(on, came.unwrap_or_else(|| "no commitment to that version".to_owned()))
        }
        Claim::HoldsOffice { name, office, not, on } => {
            let rulebook = world.rulebook().map_err(unknown)?;
            let person = world.known(name).map_err(unknown)?;
            let office = phrase::office(&rulebook, office).map_err(unknown)?;
            let said = |holds: bool| if holds { "holds it" } else { "does not hold it" };
            let held = rulebook
                .office(&office)
                .into_iter()
                .flat_map(|office| holders(&world.state, office, day(on)));
            same(said(!not), said(held.into_iter().any(|tenure| tenure.person == person)))
        }
        Claim::CaseDue { on } => same(on, last_case(world)?.due),
        Claim::CaseStands { clock } => {
            let said = |clock: Clock| format!("{clock:?}").to_lowercase();
            same(said(*clock), said(last_case(world)?.clock_on(world.today())))
        }
        Claim::ApplicantStands { name, stage } => {
            let expected = phrase::stage(stage).map_err(unknown)?;
            let id = world.applicant(name).map_err(unknown)?;
            let came = world.state.applicant(id).map_or("", |applicant| applicant.stage.0.id());
            same(expected.id(), came)
        }
        Claim::ApplicantAge { name, days } => {
            let id = world.applicant(name).map_err(unknown)?;
            let age = world.state.applicant(id).map(|known| known.age_on(&world.state, world.today()));
            same(i64::from(*days), age.unwrap_or_default())
        }
        Claim::AnswersApplicants { name, not } => {
            let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
            let may = must_answer_applicants(&world.state, viewer, world.today()).is_ok();
            let says = |may: bool| if may { "they may read them" } else { "they may not read them" };
            same(says(!not), says(may))
        }
        Claim::IsErased { name, not } => kept::is_erased(world, name, *not),
        Claim::CaseIsKept { not } => kept::case_is_kept(world, *not),
        Claim::ReadsCase { name, not } => {
            let person = world.known(name).map_err(unknown)?;
            let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
            same(said(!not), said(reads_case(&world.state, last_case(world)?, person, world.today())))
        }
        Claim::ReadsReview { name, of, not } => {
            let (person, membership) =
                (world.known(name).map_err(unknown)?, world.membership(of).map_err(unknown)?);
            let said = |reads: bool| if reads { "may read them" } else { "may not read them" };
            let held = world.state.membership(membership);
            let reads = held.is_some_and(|held| reads_reviews(&world.state, held, person, world.today()));
            same(said(!not), said(reads))
        }
        Claim::AgreementHolds { agreement, name, not, on } => {
            let rulebook = world.rulebook().map_err(unknown)?;
            let kind = phrase::agreement(&rulebook, agreement).map_err(unknown)?;
            let party = world.known(name).map_err(unknown)?;
            let said = |holds: bool| if holds { "in force" } else { "not in force" };
            let mut all = world.state.agreements_with(party).filter(|known| known.kind == kind);
            same(said(!not), said(all.any(|known| known.is_in_force_on(day(on)))))
        }
        Claim::ReadsAgreement { reader, agreement, name, not } => {
            let person = world.known(reader).map_err(unknown)?;
            let known = agreeing::last(world, agreement, name).map_err(unknown)?;
            let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
            same(said(!not), said(reads_agreement(&world.state, known, person, world.today())))
        }
        Claim::ExitStands { .. }
        | Claim::NoExit
        | Claim::ExitOwes { .. }
        | Claim::InstalmentIs { .. }
        | Claim::ReadsExit { .. }
        | Claim::IsSuspended { .. } => leaving::compare(world, claim),
        Claim::DeclarationIs { name, is } => assets::declaration_is(world, name, *is),
        Claim::ReadsDeclaration { name, of, not } => assets::reads_declaration(world, name, of, *not),
        Claim::AssetIs { asset, is, on } => assets::asset_is(world, asset, is, day(on)),
        Claim::SeesAssets { name, not } => assets::sees_assets(world, name, *not),
        Claim::ReadsDamage { name, asset, not } => assets::reads_of(world, name, asset, *not),
        Claim::ReadsDocument { name, document, not } => {
            archive::reads_document(world, name.as_deref(), document, *not)
        }
        Claim::DocumentIsErased { document } => archive::is_erased(world, document),
        Claim::DutyNamed { .. }
        | Claim::InGoodStanding { .. }
        | Claim::SeesLink { .. }
        | Claim::ReadsReason { .. }
        | Claim::SeesStanding { .. }
        | Claim::WasReminded { .. }
        | Claim::AreBehind { .. } => duties::compare(world, claim),
        Claim::AccessRestored { name, not } => {
            let person = world.known(name).map_err(unknown)?;
            let said = |is_so: bool| if is_so { "restored" } else { "not restored" };
            same(said(!not), said(world.state.access_restored(person).is_some()))
        }
        Claim::EditionInForce { number, on } => {
            let edition = world.state.rulebook_on(*on).map_or(0, |rulebook| rulebook.front.edition);
            same(number, edition)
        }
    }
}

fn last_case(world: &World) -> Result<&Case, Mismatch> {
    let case = world.last_case().map_err(unknown)?;
    world.state.case(case).map(|case| &**case).ok_or_else(|| unknown("there is no case".to_owned()))
}

pub(super) fn unknown(says: String) -> Mismatch {
    Mismatch { expected: "that the line speaks of what is there".to_owned(), came: says }
}

pub(super) fn same(expected: impl Display, came: impl Display) -> Result<(), Mismatch> {
    let (expected, came) = (expected.to_string(), came.to_string());
    if expected == came { Ok(()) } else { Err(Mismatch { expected, came }) }
}

fn said_verdict(carries: bool, numbers: Option<Numbers>) -> String {
    let verdict = if carries { "carries" } else { "does not carry" };
    numbers.map_or_else(
        || verdict.to_owned(),
        |Numbers { got, base, needed }| format!("{verdict}: {got} of {base} in favour, {needed} needed"),
    )
}

fn numbers_of(tally: &Tally) -> Numbers {
    Numbers { got: tally.in_favour, base: tally.base, needed: tally.needed }
}

fn standing(proposal: &Proposal) -> String {
    match proposal.stage {
        Stage::Draft => "is a draft".to_owned(),
        Stage::InRound => format!("is in round {}", proposal.rounds.last().map_or(0, |round| round.number)),
        Stage::BetweenRounds => format!("is between rounds; {} are complete", proposal.complete_rounds()),
        Stage::Voting => "is in a vote".to_owned(),
        Stage::Withdrawn => "is withdrawn".to_owned(),
        Stage::Decided => {
            proposal.decided.map_or_else(String::new, |(_, tally)| said_verdict(tally.carried, None))
        }
    }
}

/// The current memberships of a name, own ones only.
fn own(world: &World, name: &str, day: Date) -> Result<Vec<MembershipId>, Mismatch> {
    let party = world.known(name).map_err(unknown)?;
    let all = world.state.party(party).map(|party| party.memberships.clone()).unwrap_or_default();
    let is_current =
        |id: &MembershipId| world.state.membership(*id).is_some_and(|held| held.is_current_on(day));
    Ok(all.into_iter().filter(is_current).collect())
}

fn is_of_class(world: &World, name: &str, class: &str, not: bool, day: Date) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let class = phrase::class(&rulebook, class).map_err(unknown)?;
    let held = own(world, name, day)?;
    let classes: Vec<String> = held
        .iter()
        .filter_map(|id| Some(world.state.membership(*id)?.class_on(day)?.1.to_string()))
        .collect();
    let is_so = classes.iter().any(|known| *known == class.as_str());
    if is_so != not {
        return Ok(());
    }
    let expected = if not { format!("not {class} on {day}") } else { format!("{class} on {day}") };
    let came = if classes.is_empty() { "in no membership".to_owned() } else { classes.join(", ") };
    Err(Mismatch { expected, came })
}

fn is_in_phase(world: &World, name: &str, phase: &str, day: Date) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let phase = phrase::phase(&rulebook, phase).map_err(unknown)?;
    let held = own(world, name, day)?;
    let came = held
        .iter()
        .find_map(|id| Some(phase_on(&rulebook, world.state.membership(*id)?, day)?.phase.id.to_string()));
    same(phase, came.unwrap_or_else(|| "in no phase".to_owned()))
}

fn has_right(
    world: &World,
    name: &str,
    (right, group): (&str, Option<&str>),
    not: bool,
    day: Date,
) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let right = phrase::right(right).map_err(unknown)?;
    let group = group.map(|group| phrase::group(&rulebook, group)).transpose().map_err(unknown)?;
    let party = world.known(name).map_err(unknown)?;
    let is_person = world.state.party(party).is_some_and(|party| party.is_person());
    let finding = match own(world, name, day)?.first() {
        Some(membership) if !is_person || held_by(&world.state, party, day).count() == 1 => {
            may(&world.state, *membership, right, group.as_ref(), day)
        }
        _ => may_party(&world.state, party, right, group.as_ref(), day),
    };
    if finding.is_yes() != not {
        return Ok(());
    }
    let expected = if not { "they may not" } else { "they may" }.to_owned();
    let because = finding.of.iter().map(|inner| format!("\nbecause: {}", plain(&world.state, &inner.says)));
    let is = if finding.is_yes() { "they may" } else { "they may not" };
    Err(Mismatch { expected, came: format!("{is}{}", because.collect::<String>()) })
}

fn reviews(world: &World, name: &str, dates: &[Date]) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let membership = world.membership(name).map_err(unknown)?;
    let last = dates.last().copied().unwrap_or(Date::MAX);
    let held = world.state.membership(membership);
    let due = held.and_then(|held| {
        let (since, class) = held.latest_class()?;
        Some(reviews_due(&rulebook, held, since, class, last))
    });
    let due = due.unwrap_or_default().into_iter().map(|review| review.due).filter(|due| *due <= last);
    let list = |dates: Vec<String>| if dates.is_empty() { "none".to_owned() } else { dates.join(", ") };
    let came = due.map(|due| due.to_string()).collect();
    same(list(dates.iter().map(Date::to_string).collect()), list(came))
}

fn may_apply(world: &World, name: &str, kind: &str, from: Date) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let kind = phrase::matter(&world.state, &rulebook, kind).map_err(unknown)?;
    let membership = world.membership(name).map_err(unknown)?;
    let effect = rulebook.matter(&kind).map(|matter| &matter.rule.effect);
    let Some(EffectKind::ChangeClass { from: class, after_months, .. }) = effect else {
        return Err(unknown(format!("nobody applies for the matter {kind}")));
    };
    let held = world.state.membership(membership);
    let since = held.and_then(|held| held.classes.iter().rev().find(|(_, known, _)| known == class));
    let came =
        held.zip(since).map(|(held, (since, ..))| held.month_begins(*since, *after_months).to_string());
    same(from, came.unwrap_or_else(|| format!("{name} was never in the class {class}")))
}

fn duty(
    world: &World,
    name: &str,
    clause: &str,
    document: Option<&str>,
    status: DutyStatus,
    day: Date,
) -> Result<(), Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    let membership = world.membership(name).map_err(unknown)?;
    let document =
        document.map(|document| phrase::document(&rulebook, document)).transpose().map_err(unknown)?;
    let is_asked = |duty: &Duty| {
        let cites = duty.finding.cites.as_ref();
        let is_of_clause =
            cites.is_some_and(|cites| cites.to_string() == clause || cites.clause.as_str() == clause);
        let speaks_of = |document| duty.finding.says.arguments.contains(&Argument::Named(document));
        is_of_clause && document.clone().is_none_or(speaks_of)
    };
    let asked: Vec<Duty> = duties_of(&world.state, membership, day).into_iter().filter(is_asked).collect();
    // Something is due as long as anything is; it is met when something is and nothing is due.
    let holds = match status {
        DutyStatus::Met => {
            let waits = |duty: &Duty| matches!(duty.status, DutyStatus::Late | DutyStatus::Due);
            asked.iter().any(|duty| duty.status == status) && !asked.iter().any(waits)
        }
        _ => asked.iter().any(|duty| duty.status == status),
    };
    if holds {
        return Ok(());
    }
    let said = |duty: &Duty| format!("{}: {}", word(duty.status), plain(&world.state, &duty.finding.says));
    let came: Vec<String> = asked.iter().map(said).collect();
    let came = if came.is_empty() { format!("{clause} asks nothing on {day}") } else { came.join("\n") };
    Err(Mismatch { expected: format!("{} on {day}", word(status)), came })
}

/// How a sentence calls a status.
pub(super) fn word(status: DutyStatus) -> &'static str {
    if status == DutyStatus::NotYetKnown { "unknown" } else { status.id() }
}
