//! Opening a case, adding to it, taking its first step, closing it.

use jiff::ToSpan;

use super::{Case, handles, may_open, reads, rule_of};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    follow::concerns,
    membership::{decide::known_party, may_party, rule_for},
    message::Argument,
    messages as say,
    offices::Power,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{CaseRule, Ruled},
    values::{CaseId, PartyId, Slug},
};

/// What the words of a case stand under.
const TEXT: &str = "text";

/// Decides a command of cases.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::OpenCase { kind, about, words } => open(occasion, kind, about, words),
        Command::AddToCase { case, words } => {
            let (known, by) = readable(occasion, *case)?;
            must_be_open(occasion, known)?;
            let next = occasion.state.next_words();
            written(known, words, Fact::CaseNoted { case: known.id, by, words: next })
        }
        Command::TakeCaseStep { case, words } => step(occasion, *case, words),
        Command::CloseCase { case, outcome, words } => close(occasion, *case, outcome, words),
        _ => Ok(Vec::new()),
    }
}

/// The person who asks; neither the desk nor the clock writes in cases.
fn person(occasion: &Occasion<'_>) -> Result<PartyId, Denied> {
    occasion.person().ok_or_else(|| Malformed { field: "by", says: say::PEOPLE_BRING_CASES.with([]) }.into())
}

fn open(occasion: &Occasion<'_>, kind: &Slug, about: &[PartyId], words: &Words) -> Decided {
    let by = person(occasion)?;
    let Some(rule) = occasion.rulebook.case(kind) else {
        let says = say::NO_SUCH_CASE_KIND.with([kind.as_str().into()]);
        return Err(Malformed { field: "kind", says }.into());
    };
    if !may_open(occasion.state, rule, by, occasion.today) {
        return Err(may_not_open(occasion, rule, by).into());
    }
    for party in about {
        known_party(occasion.state, "about", *party)?;
    }
    if about.contains(&by) {
        return Err(Malformed { field: "about", says: say::CASE_IS_ABOUT_OTHERS.with([]) }.into());
    }
    words.must_speak_of(TEXT)?;
    let due = occasion.today.saturating_add(i64::from(rule.rule.days).days());
    let mut about = about.to_vec();
    about.sort();
    about.dedup();
    let case = CaseId::after(occasion.state.cases.len());
    let fact =
        Fact::CaseOpened { case, kind: kind.clone(), by, about, due, words: occasion.state.next_words() };
    Ok(vec![Recorded { fact, personal: Some((by, Beside::Words(words.clone()))) }])
}

fn may_not_open(occasion: &Occasion<'_>, rule: Ruled<'_, CaseRule>, by: PartyId) -> Refusal {
    let (finding, cites) = match rule.rule.right {
        Some(right) => {
            let finding = may_party(occasion.state, by, right, None, occasion.today);
            let cites = finding.cites.clone().unwrap_or_else(|| rule_for(occasion.rulebook, right, None));
            (finding, cites)
        }
        None => {
            let says = say::IN_NO_MEMBERSHIP.with([by.into(), occasion.today.into()]);
            (Finding::answer(says, Answer::No), std::sync::Arc::clone(rule.cite))
        }
    };
    Refusal::new(Code::RightMustBeHeld, &cites, finding, say::ASK_A_MEMBER.with([]))
}

/// The case with this number and the person who asks, if they may read it. Whoever may not is told what
/// somebody is told who asks for one that does not exist.
fn readable<'a>(occasion: &Occasion<'a>, id: CaseId) -> Result<(&'a Case, PartyId), Denied> {
    let by = person(occasion)?;
    let known = occasion.state.case(id).filter(|case| reads(occasion.state, case, by, occasion.today));
    let known =
        known.ok_or_else(|| Malformed { field: "case", says: say::NO_SUCH_CASE.with([id.into()]) })?;
    Ok((known, by))
}

/// The same, of somebody who handles it.
fn handled<'a>(
    occasion: &Occasion<'a>,
    id: CaseId,
) -> Result<(&'a Case, PartyId, Ruled<'a, CaseRule>), Denied> {
    let (case, by) = readable(occasion, id)?;
    let rule = known_rule(occasion, case)?;
    if handles(occasion.state, case, by, occasion.today) {
        return Ok((case, by, rule));
    }
    occasion.must_have_power(Power::HandleCases, rule.cite)?;
    // They have the power, so it is their own case.
    let because = Finding::answer(say::CASE_IS_THEIR_OWN.with([by.into(), id.into()]), Answer::Yes);
    let remedy = say::LET_ANOTHER_HANDLE_IT.with([]);
    Err(Refusal::new(Code::CaseMustBeHandledByAnother, rule.cite, because, remedy).into())
}

/// What the bylaws say of a case, by the edition under which it was opened.
fn known_rule<'a>(occasion: &Occasion<'a>, case: &Case) -> Result<Ruled<'a, CaseRule>, Malformed> {
    let missing = || Malformed { field: "case", says: say::NO_SUCH_CASE.with([case.id.into()]) };
    rule_of(occasion.state, case).ok_or_else(missing)
}

fn must_be_open(occasion: &Occasion<'_>, case: &Case) -> Result<(), Denied> {
    let Some((at, _)) = &case.closed else { return Ok(()) };
    let rule = known_rule(occasion, case)?;
    let because = Finding::answer(say::CASE_IS_CLOSED.with([case.id.into(), (*at).into()]), Answer::Yes);
    Err(Refusal::new(Code::CaseMustBeOpen, rule.cite, because, say::OPEN_ANOTHER_CASE.with([])).into())
}

/// A fact with words that go when whoever opened the case is erased.
fn written(case: &Case, words: &Words, fact: Fact) -> Decided {
    words.must_speak_of(TEXT)?;
    Ok(vec![Recorded { fact, personal: Some((case.by, Beside::Words(words.clone()))) }])
}

/// Refuses a sanction that takes a decision, unless one about somebody in the case has carried since it was
/// opened (DISC-02).
fn must_be_decided(occasion: &Occasion<'_>, case: &Case, outcome: &Slug) -> Result<(), Denied> {
    let rulebook = occasion.state.edition(case.edition);
    let Some(rule) = rulebook.and_then(|rulebook| rulebook.sanctions()) else { return Ok(()) };
    let Some(sanction) = rule.rule.by_decision.iter().find(|one| one.named.id == *outcome) else {
        return Ok(());
    };
    let is_decided = occasion.state.resolutions().any(|resolution| {
        let known = occasion.state.proposal(resolution.proposal);
        resolution.at >= case.opened
            && known.is_some_and(|known| {
                sanction.matters.contains(&known.draft.matter)
                    && concerns(occasion.state, known).is_some_and(|party| case.about.contains(&party))
            })
    });
    if is_decided {
        return Ok(());
    }
    let name = sanction.named.name.clone();
    let matters: Vec<Argument> = sanction.matters.iter().cloned().map(Argument::Matter).collect();
    let says = say::SANCTION_IS_NOT_DECIDED.with([name.into(), matters.clone().into()]);
    let because = Finding::answer(says, Answer::No);
    let remedy = match matters.as_slice() {
        [only] => say::OPEN_A_PROPOSAL_ON.with([only.clone()]),
        _ => say::OPEN_A_PROPOSAL_ON_ONE_OF.with([matters.into()]),
    };
    Err(Refusal::new(Code::OutcomeMustBeDecided, rule.cite, because, remedy).into())
}

fn step(occasion: &Occasion<'_>, id: CaseId, words: &Words) -> Decided {
    let (case, by, rule) = handled(occasion, id)?;
    must_be_open(occasion, case)?;
    if let Some(at) = case.stepped {
        let first = Argument::Name(rule.rule.first.name.clone());
        let says = say::STEP_WAS_TAKEN.with([first, at.into()]);
        return Err(Malformed { field: "case", says }.into());
    }
    let next = occasion.state.next_words();
    written(case, words, Fact::CaseStepTaken { case: id, by, words: next })
}

fn close(occasion: &Occasion<'_>, id: CaseId, outcome: &Slug, words: &Words) -> Decided {
    let (case, by, rule) = handled(occasion, id)?;
    if !rule.rule.outcomes.iter().any(|named| named.id == *outcome) {
        let known: Vec<Argument> =
            rule.rule.outcomes.iter().map(|named| Argument::Named(named.id.clone())).collect();
        let says = say::NO_SUCH_OUTCOME.with([outcome.as_str().into(), known.into()]);
        return Err(Malformed { field: "outcome", says }.into());
    }
    must_be_open(occasion, case)?;
    if case.stepped.is_none() {
        let first = Argument::Name(rule.rule.first.name.clone());
        let because =
            Finding::answer(say::STEP_WAS_NOT_TAKEN.with([first.clone(), case.due.into()]), Answer::No);
        let remedy = say::TAKE_THE_STEP_FIRST.with([first]);
        return Err(Refusal::new(Code::FirstStepMustBeTaken, rule.cite, because, remedy).into());
    }
    must_be_decided(occasion, case, outcome)?;
    let (outcome, next) = (outcome.clone(), occasion.state.next_words());
    written(case, words, Fact::CaseClosed { case: id, by, outcome, words: next })
}
