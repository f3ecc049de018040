//! Declaring, and taking a declaration back.

use jiff::civil::Date;

use super::{Standing, declarer, declares_by, reads, rule_of, standing};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    message::{Argument, Message},
    messages as say,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{DeclarationRule, Ruled},
    values::{DeclarationId, PartyId, Slug},
};

/// Decides a command of declarations.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::Declare { kind, begins, words } => declare(occasion, kind, *begins, words),
        Command::WithdrawDeclaration { declaration } => withdraw(occasion, *declaration),
        _ => Ok(Vec::new()),
    }
}

/// The person who asks; the desk and the clock have nothing to declare.
fn person(occasion: &Occasion<'_>) -> Result<PartyId, Malformed> {
    let nobody = || Malformed { field: "by", says: say::PEOPLE_DECLARE.with([]) };
    occasion.person().ok_or_else(nobody)
}

fn declare(occasion: &Occasion<'_>, kind: &Slug, begins: Date, words: &Words) -> Decided {
    let by = person(occasion)?;
    let Some(rule) = occasion.rulebook.declaration(kind) else {
        let says = say::NO_SUCH_DECLARATION_KIND.with([kind.as_str().into()]);
        return Err(Malformed { field: "kind", says }.into());
    };
    let Some(held) = declares_by(occasion.state, rule.rule, by, occasion.today) else {
        let classes: Vec<Argument> = rule.rule.classes.iter().cloned().map(Argument::Class).collect();
        let says = say::NOT_AMONG_DECLARERS.with([by.into(), classes.into(), occasion.today.into()]);
        let because = Finding::answer(says, Answer::No);
        let remedy = say::NEED_NOT_DECLARE.with([]);
        return Err(Refusal::new(Code::DeclarerMustFit, rule.cite, because, remedy).into());
    };
    let late = begins < occasion.today;
    if late && !rule.rule.late {
        let because =
            Finding::answer(say::IT_BEGAN.with([begins.into(), occasion.today.into()]), Answer::Yes);
        let remedy = say::TELL_THE_ASSEMBLY.with([]);
        return Err(Refusal::new(Code::DeclarationMustBeInAdvance, rule.cite, because, remedy).into());
    }
    words.must_be_hidden()?;
    must_be_complete(rule, words)?;
    let fact = Fact::Declared {
        declaration: DeclarationId::after(occasion.state.declarations.len()),
        kind: kind.clone(),
        membership: held.id,
        begins,
        late,
        words: occasion.state.next_words(),
    };
    Ok(vec![Recorded { fact, personal: Some((by, Beside::Words(words.clone()))) }])
}

/// Refuses words that leave a subject out, or speak of one that there is not.
fn must_be_complete(rule: Ruled<'_, DeclarationRule>, words: &Words) -> Result<(), Denied> {
    let subjects = &rule.rule.subjects;
    let is_empty = |id: &Slug| words.on(id.as_str()).trim().is_empty();
    let missing: Vec<Argument> = subjects
        .iter()
        .filter(|subject| is_empty(&subject.id))
        .map(|subject| subject.name.clone().into())
        .collect();
    if !missing.is_empty() {
        let because = Finding::answer(say::DECLARATION_LACKS.with([missing.clone().into()]), Answer::No);
        let remedy = say::WRITE_ON.with([missing.into()]);
        return Err(Refusal::new(Code::DeclarationMustBeComplete, rule.cite, because, remedy).into());
    }
    let is_known = |id: &Slug| subjects.iter().any(|subject| subject.id == *id);
    if let Some(other) = words.texts.keys().find(|id| !is_known(id)) {
        let says = say::NO_SUCH_DECLARATION_SUBJECT.with([other.as_str().into()]);
        return Err(Malformed { field: "words.texts", says }.into());
    }
    Ok(())
}

fn withdraw(occasion: &Occasion<'_>, id: DeclarationId) -> Decided {
    let by = person(occasion)?;
    let known = occasion.state.declaration(id);
    let known = known.filter(|known| reads(occasion.state, known, by, occasion.today));
    let Some(known) = known else {
        let says = say::NO_SUCH_DECLARATION.with([u32::from(id).into()]);
        return Err(Malformed { field: "declaration", says }.into());
    };
    let Some(rule) = rule_of(occasion.state, known) else { return Ok(Vec::new()) };
    let whose = declarer(occasion.state, known);
    if whose != Some(by) {
        let whose: Argument = whose.unwrap_or_default().into();
        let because =
            Finding::answer(say::DECLARED_IT.with([whose.clone(), u32::from(id).into()]), Answer::Yes);
        let remedy = say::ASK_THEM.with([vec![whose].into()]);
        return Err(Refusal::new(Code::DeclarerMustAsk, rule.cite, because, remedy).into());
    }
    let standing = standing(occasion.state, known);
    if !standing.is_open() {
        let because = Finding::answer(says(id, standing), Answer::Yes);
        let remedy = say::DECLARE_ANEW.with([]);
        return Err(Refusal::new(Code::DeclarationMustBeOpen, rule.cite, because, remedy).into());
    }
    Ok(vec![Fact::DeclarationWithdrawn { declaration: id }.into()])
}

/// How a declaration stands, as a sentence.
pub(crate) fn says(id: DeclarationId, standing: Standing) -> Message {
    let number = || Argument::from(u32::from(id));
    match standing {
        Standing::Open => say::DECLARATION_IS_OPEN.with([number()]),
        Standing::BeforeTheAssembly(proposal) => {
            say::DECLARATION_IS_BEFORE_THE_ASSEMBLY.with([number(), proposal.into()])
        }
        Standing::Allowed(decided) => {
            say::DECLARATION_IS_ALLOWED.with([number(), decided.on.into(), decided.proposal.into()])
        }
        Standing::NotAllowed(decided) => {
            say::DECLARATION_IS_NOT_ALLOWED.with([number(), decided.on.into(), decided.proposal.into()])
        }
        Standing::Withdrawn(on) => say::DECLARATION_IS_WITHDRAWN.with([number(), on.into()]),
    }
}
