//! Naming a guide, giving feedback, writing a review.

use jiff::civil::Date;

use super::{guide_on, reviews_on};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding, Value},
    membership::{Membership, ReviewDue, Right, classes_of, decide::known_party, may_party, rule_for},
    message::Argument,
    messages as say,
    offices::Power,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Review, Ruled},
    values::{MembershipId, PartyId, Slug},
};

/// What feedback stands under.
const TEXT: &str = "text";

/// Decides a command of reviews.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::NameGuide { membership, person, from } => name_guide(occasion, *membership, *person, *from),
        Command::GiveFeedback { membership, review, words } => {
            give_feedback(occasion, *membership, *review, words)
        }
        Command::WriteReview { membership, review, words } => write(occasion, *membership, *review, words),
        _ => Ok(Vec::new()),
    }
}

/// The current membership with this number and the rule by which it is reviewed.
fn reviewed<'a>(
    occasion: &Occasion<'a>,
    id: MembershipId,
) -> Result<(&'a Membership, Ruled<'a, Review>), Denied> {
    let held = occasion.state.membership(id).filter(|held| held.is_current_on(occasion.today));
    let Some(held) = held else {
        let says = say::NO_SUCH_MEMBERSHIP.with([id.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    let rule = held.class_on(occasion.today).and_then(|(_, class)| occasion.rulebook.review(class));
    let Some(rule) = rule.filter(|review| review.rule.led_by.is_some()) else {
        let says = say::IS_NOT_REVIEWED.with([id.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    Ok((held, rule))
}

fn name_guide(occasion: &Occasion<'_>, id: MembershipId, person: PartyId, from: Date) -> Decided {
    let (held, rule) = reviewed(occasion, id)?;
    occasion.must_have_power(Power::KeepMembers, rule.cite)?;
    known_party(occasion.state, "person", person)?;
    let named = occasion.state.reviews(id).and_then(|reviews| reviews.guides.last());
    let earliest = named.map_or(occasion.today, |(last, _)| (*last).max(occasion.today));
    if from < earliest {
        return Err(Malformed {
            field: "from",
            says: say::DAY_IS_BEFORE.with([from.into(), earliest.into()]),
        }
        .into());
    }
    if held.party == person {
        let because = Finding::answer(say::GUIDES_THEMSELVES.with([person.into()]), Answer::Yes);
        let remedy = say::NAME_ANOTHER.with([]);
        return Err(Refusal::new(Code::GuideMustFit, rule.cite, because, remedy).into());
    }
    let is_in = |class: &Slug| classes_of(occasion.state, person, from).any(|one| one == class);
    if let Some(class) = rule.rule.led_by.as_ref().filter(|class| !is_in(class)) {
        let class = Argument::Class(class.clone());
        let because = Finding::answer(
            say::IS_NOT_IN_CLASS.with([person.into(), class.clone(), from.into()]),
            Answer::No,
        );
        let remedy = say::CHOOSE_SOMEBODY_OF.with([vec![class].into()]);
        return Err(Refusal::new(Code::GuideMustFit, rule.cite, because, remedy).into());
    }
    Ok(vec![Fact::GuideNamed { membership: id, person, from }.into()])
}

/// The person who asks; reviews are written by people.
fn person(occasion: &Occasion<'_>) -> Result<PartyId, Denied> {
    occasion
        .person()
        .ok_or_else(|| Malformed { field: "by", says: say::PEOPLE_WRITE_REVIEWS.with([]) }.into())
}

/// The review with this number, which its time has come for and which is not confirmed.
fn open<'a>(
    occasion: &Occasion<'a>,
    held: &Membership,
    rule: Ruled<'a, Review>,
    number: u32,
) -> Result<ReviewDue<'a>, Denied> {
    let reviews = reviews_on(occasion.rulebook, held, occasion.today);
    let Some(review) = reviews.iter().find(|review| review.number == number) else {
        let opens = reviews.last().map_or(occasion.today, |last| last.due);
        let because =
            Finding::new(say::REVIEW_IS_NOT_OPEN.with([number.into(), opens.into()]), Value::Date(opens));
        let remedy = say::WRITE_IT_FROM.with([opens.into()]);
        return Err(Refusal::new(Code::ReviewMustBeOpen, rule.cite, because, remedy).into());
    };
    let since = held.class_on(occasion.today).map_or(Date::MIN, |(since, _)| since);
    let written = occasion.state.reviews(held.id).and_then(|all| all.written(number, since));
    let confirmed = written.and_then(|written| written.confirmed);
    if let Some((on, proposal)) = confirmed {
        let because =
            Finding::answer(say::REVIEW_IS_CONFIRMED.with([on.into(), proposal.into()]), Answer::Yes);
        let remedy = say::WRITE_THE_NEXT_REVIEW.with([]);
        return Err(Refusal::new(Code::ReviewMustBeOpen, rule.cite, because, remedy).into());
    }
    if let Some(proposal) = super::being_confirmed(occasion.state, held.id, number) {
        let because = Finding::answer(say::REVIEW_IS_BEING_CONFIRMED.with([proposal.into()]), Answer::Yes);
        let remedy = say::WAIT_FOR_THE_DECISION.with([]);
        return Err(Refusal::new(Code::ReviewMustBeOpen, rule.cite, because, remedy).into());
    }
    Ok(*review)
}

fn give_feedback(occasion: &Occasion<'_>, id: MembershipId, number: u32, words: &Words) -> Decided {
    let by = person(occasion)?;
    let (held, rule) = reviewed(occasion, id)?;
    let member = may_party(occasion.state, by, Right::BeMember, None, occasion.today);
    if !member.is_yes() {
        let cites =
            member.cites.clone().unwrap_or_else(|| rule_for(occasion.rulebook, Right::BeMember, None));
        let remedy = say::ASK_A_MEMBER.with([]);
        return Err(Refusal::new(Code::RightMustBeHeld, &cites, member, remedy).into());
    }
    let is_theirs =
        occasion.state.party(held.party).is_some_and(|party| party.is_acted_for_by(by, occasion.today));
    if is_theirs {
        let because = Finding::answer(say::REVIEW_IS_THEIR_OWN.with([by.into()]), Answer::Yes);
        let remedy = say::LET_OTHERS_SPEAK.with([]);
        return Err(Refusal::new(Code::FeedbackMustBeAnothers, rule.cite, because, remedy).into());
    }
    let review = open(occasion, held, rule, number)?;
    words.must_speak_of(TEXT)?;
    let fact =
        Fact::FeedbackGiven { membership: id, review: review.number, by, words: occasion.state.next_words() };
    Ok(vec![Recorded { fact, personal: Some((held.party, Beside::Words(words.clone()))) }])
}

fn write(occasion: &Occasion<'_>, id: MembershipId, number: u32, words: &Words) -> Decided {
    let by = person(occasion)?;
    let (held, rule) = reviewed(occasion, id)?;
    let guide = guide_on(occasion.state, occasion.rulebook, held, occasion.today);
    if guide != Some(by) {
        let (because, remedy) = match guide {
            Some(guide) => {
                (say::IS_GUIDED_BY.with([id.into(), guide.into()]), say::ASK_THE_GUIDE.with([guide.into()]))
            }
            None => (say::HAS_NO_GUIDE.with([id.into()]), say::NAME_A_GUIDE.with([])),
        };
        let because = Finding::answer(because, Answer::No);
        return Err(Refusal::new(Code::GuideMustWrite, rule.cite, because, remedy).into());
    }
    let review = open(occasion, held, rule, number)?;
    words.must_be_hidden()?;
    let missing: Vec<Argument> = rule
        .rule
        .subjects
        .iter()
        .filter(|subject| words.on(subject.id.as_str()).trim().is_empty())
        .map(|subject| subject.name.clone().into())
        .collect();
    if !missing.is_empty() {
        let because = Finding::answer(say::REVIEW_LACKS.with([missing.clone().into()]), Answer::No);
        let remedy = say::WRITE_ON.with([missing.into()]);
        return Err(Refusal::new(Code::ReviewMustBeComplete, rule.cite, because, remedy).into());
    }
    let known = |subject: &Slug| rule.rule.subjects.iter().any(|one| one.id == *subject);
    if let Some(other) = words.texts.keys().find(|subject| !known(subject)) {
        let says = say::NO_SUCH_SUBJECT.with([other.as_str().into()]);
        return Err(Malformed { field: "words.texts", says }.into());
    }
    let fact =
        Fact::ReviewWritten { membership: id, review: review.number, by, words: occasion.state.next_words() };
    Ok(vec![Recorded { fact, personal: Some((held.party, Beside::Words(words.clone()))) }])
}
