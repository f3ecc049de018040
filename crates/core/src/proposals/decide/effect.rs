//! What a proposal does when it carries must be what its kind of matter does, and must be possible.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};

use crate::{
    agreements::{decide::must_be_open, terms_decided_by},
    command::Effect,
    decide::{Denied, Occasion, first_problem},
    declarations::{self, Declaration, Standing},
    exits::open_exit,
    finding::{Answer, Finding, Value},
    membership::{
        Membership,
        decide::{known_class, known_party, may_enter},
    },
    message::{Argument, Message},
    messages as say,
    proposals::{MatterRule, matter},
    refusal::{Code, Malformed, Refusal},
    reviews,
    rulebook::{Bundle, EffectKind, Front, Gap, Rulebook},
    values::{AgreementId, DeclarationId, MembershipId, Slug},
};

/// Refuses an effect that does not fit the matter, or that could not be applied today. `closes` is when
/// the responses close, where it is known.
pub(super) fn must_fit(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    effect: &Effect,
    closes: Option<Timestamp>,
) -> Result<(), Denied> {
    match (&matter.effect, effect) {
        (EffectKind::None, Effect::Nothing) => Ok(()),
        (EffectKind::Admit { class }, Effect::Admit { party }) => {
            let party = known_party(occasion.state, "effect.party", *party)?;
            may_enter(occasion, "effect.party", party, known_class(occasion.rulebook, class)?, occasion.today)
        }
        (EffectKind::ChangeClass { from, after_months, .. }, Effect::ChangeClass { membership }) => {
            may_change(occasion, matter, *membership, from, *after_months)
        }
        (EffectKind::NameMatter { .. }, Effect::NameMatter { matter, name }) => {
            may_be_named(occasion, matter, name)
        }
        (EffectKind::AdoptEdition, Effect::AdoptEdition { rulebook }) => {
            must_be_sound(occasion, matter, rulebook, closes)
        }
        (EffectKind::ConfirmReview { class }, Effect::ConfirmReview { membership, review }) => {
            may_be_confirmed(occasion, matter, class, *membership, *review)
        }
        (EffectKind::PauseTraining { class }, Effect::PauseTraining { membership, from, until }) => {
            may_pause(occasion, matter, class, *membership, (*from, *until))
        }
        (EffectKind::ChangeTerms { class }, Effect::ChangeTerms { agreement }) => {
            may_change_terms(occasion, matter, class, *agreement)
        }
        (EffectKind::DecideDeclaration { declaration: kind }, Effect::DecideDeclaration { declaration }) => {
            may_be_decided(occasion, matter, kind, *declaration)
        }
        (EffectKind::EndMembership { classes }, Effect::EndMembership { membership }) => {
            must_be_in(occasion, matter, *membership, classes).map(|_| ())
        }
        (EffectKind::Suspend { classes }, Effect::Suspend { membership, from, until }) => {
            may_suspend(occasion, matter, classes, *membership, (*from, *until))
        }
        (EffectKind::AllowBackup, Effect::AllowBackup { membership }) => {
            may_keep_a_copy(occasion, matter, *membership)
        }
        _ => {
            let of_matter = Argument::Matter(matter.id.clone());
            let because = Finding::answer(say::EFFECT_DOES_NOT_FIT.with([of_matter.clone()]), Answer::No);
            let remedy = say::WRITE_WHAT_THE_MATTER_DOES.with([of_matter]);
            Err(Refusal::new(Code::EffectMustFitTheMatter, &matter.cite, because, remedy).into())
        }
    }
}

/// A current membership, since when it is in the class that it is in today, and which that is.
fn current<'a>(
    occasion: &Occasion<'a>,
    matter: &MatterRule,
    id: MembershipId,
) -> Result<(&'a Membership, Date, &'a Slug), Denied> {
    let Some(held) = occasion.state.membership(id) else {
        let says = say::NO_SUCH_MEMBERSHIP.with([id.into()]);
        return Err(Malformed { field: "effect.membership", says }.into());
    };
    let class = held.class_on(occasion.today).filter(|_| held.is_current_on(occasion.today));
    class.map(|(since, class)| (&**held, since, class)).ok_or_else(|| {
        let says = say::NOT_CURRENT.with([id.into(), occasion.today.into()]);
        let because = Finding::answer(says, Answer::No);
        Refusal::new(Code::MembershipMustBeCurrent, &matter.cite, because, say::ADMIT_FIRST.with([])).into()
    })
}

/// A current membership of a class, since when it is in it, and the finding that says so; refuses one of
/// another class.
fn must_be_of<'a>(
    occasion: &Occasion<'a>,
    matter: &MatterRule,
    wanted: &Slug,
    id: MembershipId,
) -> Result<(&'a Membership, Date, Finding), Denied> {
    let (held, since, class) = current(occasion, matter, id)?;
    let in_class = Finding::answer(
        say::IN_CLASS_SINCE.with([id.into(), Argument::Class(class.clone()), since.into()]),
        Answer::Yes,
    );
    if class == wanted {
        return Ok((held, since, in_class));
    }
    let remedy =
        say::MATTER_IS_FOR_CLASS.with([Argument::Matter(matter.id.clone()), Argument::Class(wanted.clone())]);
    Err(Refusal::new(Code::ClassMustMatch, &matter.cite, in_class, remedy).into())
}

fn may_be_confirmed(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    class: &Slug,
    id: MembershipId,
    review: u32,
) -> Result<(), Denied> {
    let (_, since, _) = must_be_of(occasion, matter, class, id)?;
    let written = occasion.state.reviews(id).and_then(|all| all.written(review, since));
    let (because, remedy) = match written.map(|written| written.confirmed) {
        Some(None) => match reviews::being_confirmed(occasion.state, id, review) {
            Some(proposal) => {
                let says = say::REVIEW_IS_BEING_CONFIRMED.with([proposal.into()]);
                (Finding::answer(says, Answer::Yes), say::WAIT_FOR_THE_DECISION.with([]))
            }
            None => return Ok(()),
        },
        Some(Some((on, proposal))) => {
            let says = say::REVIEW_IS_CONFIRMED.with([on.into(), proposal.into()]);
            (Finding::answer(says, Answer::Yes), say::WRITE_THE_NEXT_REVIEW.with([]))
        }
        None => {
            let because = Finding::answer(say::REVIEW_IS_NOT_WRITTEN.with([]), Answer::No);
            (because, say::WRITE_THE_REVIEW_FIRST.with([]))
        }
    };
    Err(Refusal::new(Code::ReviewMustBeWritten, &matter.cite, because, remedy).into())
}

/// What is decided on is the draft of another agreement with somebody in the class.
fn may_change_terms(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    class: &Slug,
    id: AgreementId,
) -> Result<(), Denied> {
    let known = occasion.state.agreement(id).zip(occasion.rulebook.agreement_for(class));
    let known = known.filter(|(agreement, rule)| agreement.kind == rule.rule.id);
    let Some((agreement, rule)) = known else {
        let says = say::NO_AGREEMENT_NUMBERED.with([u32::from(id).into()]);
        return Err(Malformed { field: "effect.agreement", says }.into());
    };
    must_be_open(occasion, agreement, &matter.cite)?;
    let party = agreement.party;
    if terms_decided_by(occasion.state, occasion.rulebook, rule.rule, party, occasion.today).is_some() {
        return Ok(());
    }
    let class = Argument::Class(class.clone());
    let says = say::IS_NOT_IN_CLASS.with([party.into(), class.clone(), occasion.today.into()]);
    let remedy = say::MATTER_IS_FOR_CLASS.with([Argument::Matter(matter.id.clone()), class]);
    Err(Refusal::new(Code::ClassMustMatch, &matter.cite, Finding::answer(says, Answer::No), remedy).into())
}

fn may_be_decided(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    kind: &Slug,
    id: DeclarationId,
) -> Result<(), Denied> {
    let reads = |known: &&Arc<Declaration>| {
        let by = occasion.person();
        by.is_some_and(|by| declarations::reads(occasion.state, known, by, occasion.today))
    };
    let known = occasion.state.declaration(id).filter(|known| known.kind == *kind).filter(reads);
    let Some(known) = known else {
        let says = say::NO_SUCH_DECLARATION.with([u32::from(id).into()]);
        return Err(Malformed { field: "effect.declaration", says }.into());
    };
    let standing = declarations::standing(occasion.state, known);
    let remedy = match standing {
        Standing::Open => return Ok(()),
        Standing::BeforeTheAssembly(_) => say::WAIT_FOR_THE_DECISION.with([]),
        _ => say::DECLARE_ANEW.with([]),
    };
    let because = Finding::answer(declarations::decide::says(id, standing), Answer::Yes);
    Err(Refusal::new(Code::DeclarationMustBeOpen, &matter.cite, because, remedy).into())
}

fn may_pause(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    class: &Slug,
    id: MembershipId,
    days: (Date, Date),
) -> Result<(), Denied> {
    let (held, ..) = must_be_of(occasion, matter, class, id)?;
    let other = held.pauses.iter().find(|pause| pause.overlaps(days.0, days.1));
    let taken =
        other.map(|other| say::TRAINING_IS_PAUSED.with([id.into(), other.from.into(), other.until.into()]));
    let too_early = say::PAUSE_BEGINS_TOO_EARLY.with([days.0.into()]);
    days_must_fit(occasion, matter, Code::PauseMustFit, days, taken, too_early)
}

fn may_suspend(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    classes: &[Slug],
    id: MembershipId,
    days: (Date, Date),
) -> Result<(), Denied> {
    let held = must_be_in(occasion, matter, id, classes)?;
    let other = held.suspensions.iter().find(|one| one.overlaps(days.0, days.1));
    let taken = other.map(|other| say::IS_SUSPENDED.with([id.into(), other.from.into(), other.until.into()]));
    let too_early = say::SUSPENSION_BEGINS_TOO_EARLY.with([days.0.into()]);
    days_must_fit(occasion, matter, Code::SuspensionMustFit, days, taken, too_early)
}

/// Refuses days that are `taken`, or that begin before today.
fn days_must_fit(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    code: Code,
    (from, until): (Date, Date),
    taken: Option<Message>,
    too_early: Message,
) -> Result<(), Denied> {
    if until < from {
        let says = say::DAY_IS_BEFORE.with([until.into(), from.into()]);
        return Err(Malformed { field: "effect.until", says }.into());
    }
    let (because, remedy) = match taken {
        Some(taken) => (taken, say::CHOOSE_OTHER_DAYS.with([])),
        None if from < occasion.today => (too_early, say::BEGIN_IT_FROM.with([occasion.today.into()])),
        None => return Ok(()),
    };
    Err(Refusal::new(code, &matter.cite, Finding::answer(because, Answer::No), remedy).into())
}

/// Whoever leaves is allowed a copy once, and while their exit is open.
fn may_keep_a_copy(occasion: &Occasion<'_>, matter: &MatterRule, id: MembershipId) -> Result<(), Denied> {
    let exit = open_exit(occasion.state, id);
    if exit.is_some_and(|exit| exit.backup.is_none()) {
        return Ok(());
    }
    let (says, remedy) = if exit.is_some() {
        (&say::BACKUP_IS_ALLOWED, say::NOTHING_IS_LEFT_TO_DO.with([]))
    } else {
        (&say::NO_EXIT_IS_OPEN, say::GIVE_NOTICE_FIRST.with([id.into()]))
    };
    let because = Finding::answer(says.with([id.into()]), Answer::No);
    Err(Refusal::new(Code::ExitMustBeOpen, &matter.cite, because, remedy).into())
}

fn may_change(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    id: MembershipId,
    from: &Slug,
    after_months: u32,
) -> Result<(), Denied> {
    let (held, since, in_class) = must_be_of(occasion, matter, from, id)?;
    let earliest = held.month_begins(since, after_months);
    if occasion.today < earliest {
        let because = Finding::new(
            say::MONTHS_HAVE_NOT_PASSED.with([after_months.into(), earliest.into()]),
            Value::Date(earliest),
        )
        .of(vec![in_class])
        .citing(&matter.cite);
        let remedy = say::APPLY_FROM.with([earliest.into()]);
        return Err(Refusal::new(Code::MonthsMustHavePassed, &matter.cite, because, remedy).into());
    }
    Ok(())
}

/// A current membership of one of these classes, of any where none is named: some are left by a decision of
/// their own, such as a flying member's (MEM-14).
fn must_be_in<'a>(
    occasion: &Occasion<'a>,
    matter: &MatterRule,
    id: MembershipId,
    classes: &[Slug],
) -> Result<&'a Membership, Denied> {
    let (held, since, class) = current(occasion, matter, id)?;
    if classes.is_empty() || classes.contains(class) {
        return Ok(held);
    }
    let in_class = Finding::answer(
        say::IN_CLASS_SINCE.with([id.into(), Argument::Class(class.clone()), since.into()]),
        Answer::Yes,
    );
    let wanted: Vec<Argument> = classes.iter().cloned().map(Argument::Class).collect();
    let remedy = say::MATTER_IS_FOR_CLASS.with([Argument::Matter(matter.id.clone()), wanted.into()]);
    Err(Refusal::new(Code::ClassMustMatch, &matter.cite, in_class, remedy).into())
}

fn may_be_named(occasion: &Occasion<'_>, id: &Slug, name: &str) -> Result<(), Denied> {
    if !id.is_well_formed() {
        let says = say::HANDLE_IS_NOT_A_SHORT_NAME.with([]);
        return Err(Malformed { field: "effect.matter", says }.into());
    }
    if name.trim().is_empty() {
        return Err(Malformed { field: "effect.name", says: say::NAME_IS_EMPTY.with([]) }.into());
    }
    if matter(occasion.state, occasion.rulebook, id).is_some() {
        let says = say::MATTER_EXISTS.with([Argument::Matter(id.clone())]);
        return Err(Malformed { field: "effect.matter", says }.into());
    }
    Ok(())
}

/// Refuses to vote until `closes` on an edition that cannot come next when the vote ends.
pub(super) fn must_come_next(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    effect: &Effect,
    closes: Timestamp,
) -> Result<(), Denied> {
    match effect {
        Effect::AdoptEdition { rulebook } => must_be_sound(occasion, matter, rulebook, Some(closes)),
        _ => Ok(()),
    }
}

fn must_be_sound(
    occasion: &Occasion<'_>,
    matter: &MatterRule,
    bundle: &Bundle,
    closes: Option<Timestamp>,
) -> Result<(), Denied> {
    let outcome = Rulebook::read(bundle);
    let front = outcome.rulebook.as_ref().map(|rulebook| &rulebook.front);
    let problem = first_problem(&outcome).or_else(|| does_not_follow(occasion, front?, closes));
    let Some(problem) = problem else { return Ok(()) };
    let because = Finding::answer(problem, Answer::No);
    let remedy = say::MEND_THE_EDITION.with([]);
    Err(Refusal::new(Code::EditionMustBeSound, &matter.cite, because, remedy).into())
}

/// Why an edition cannot follow the last one that was adopted, or would be in force before it is decided.
fn does_not_follow(occasion: &Occasion<'_>, next: &Front, closes: Option<Timestamp>) -> Option<Message> {
    let last = occasion.state.last_edition();
    let gap = last.and_then(|last| next.gaps_after(&last.front).into_iter().next());
    let from = next.in_force_from;
    let closes_too_late = closes.filter(|closes| from <= occasion.state.date_of(*closes));
    match gap {
        Some(Gap::OfAnotherCoOp) => Some(say::EDITION_IS_OF_ANOTHER_CO_OP.with([next.id.as_str().into()])),
        Some(Gap::NumberIsNotNext(number)) => {
            Some(say::EDITION_NUMBER_IS_NOT_NEXT.with([next.edition.into(), number.into()]))
        }
        _ if from <= occasion.today => Some(say::EDITION_IN_FORCE_TOO_EARLY.with([from.into()])),
        Some(Gap::InForceNoLater(day)) => {
            Some(say::EDITION_IN_FORCE_BEFORE_ANOTHER.with([from.into(), day.into()]))
        }
        None => closes_too_late
            .map(|closes| say::EDITION_IN_FORCE_BEFORE_THE_CLOSE.with([from.into(), closes.into()])),
    }
}
