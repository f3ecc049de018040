//! Entering, admitting, ending.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Membership, Party, acts::contradicted, application::nominates, apply, represent};
use crate::{
    agreements,
    command::{By, Command, Request},
    decide::{Decided, Denied, Occasion, first_problem, one},
    exits,
    fact::{Basis, Fact, Happened, Recorded},
    finding::{Answer, Finding, Value},
    message::Argument,
    messages as say,
    offices::Power,
    personal::{Beside, Personal, must_be_a_line},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Admission, Bundle, Citation, Class, ClassOf, EffectKind, Rulebook, Ruled},
    sight::{Viewer, sees_party},
    state::State,
    values::{MembershipId, PartyId, Slug},
};

/// Begins a register.
pub(crate) fn found(state: &State, request: &Request, handle: &Slug, bundle: &Bundle) -> Decided {
    if state.is_founded() {
        return Err(Malformed { field: "command", says: say::BOOK_IS_FOUNDED.with([]) }.into());
    }
    if request.by != By::Desk {
        return Err(Malformed { field: "by", says: say::ONLY_THE_DESK_FOUNDS.with([]) }.into());
    }
    if !handle.is_well_formed() {
        return Err(Malformed { field: "handle", says: say::HANDLE_IS_NOT_A_SHORT_NAME.with([]) }.into());
    }
    let outcome = Rulebook::read(bundle);
    if let Some(says) = first_problem(&outcome) {
        return Err(Malformed { field: "rulebook", says }.into());
    }
    Ok(vec![Fact::Founded { handle: handle.clone(), rulebook: bundle.clone() }.into()])
}

/// Decides a command of membership.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::EnterPerson { details } => enter_person(occasion, details),
        Command::EnterOrganization { name, place } => enter_organization(occasion, name, place.as_deref()),
        Command::AdmitMember { party, class, kind, since, basis } => {
            admit(occasion, *party, class, kind.as_ref(), *since, basis)
        }
        Command::EndMembership { membership, on, basis } => end(occasion, *membership, *on, basis),
        Command::EndOnNotice { membership } => end_on_notice(occasion, *membership),
        Command::NameRepresentative { organization, person, from } => {
            represent::name(occasion, *organization, *person, *from)
        }
        Command::HandOverRepresentation { organization, person, from } => {
            represent::hand_over(occasion, *organization, *person, *from)
        }
        Command::NameAlternate { organization, person, from } => {
            represent::name_alternate(occasion, *organization, *person, *from)
        }
        Command::EndRepresentation { organization, person, on } => {
            represent::end(occasion, *organization, *person, *on)
        }
        Command::RecordCapital { membership } => record_capital(occasion, *membership),
        _ => Ok(Vec::new()),
    }
}

/// Entries about a day, unless something stands against them that the book holds already: what was done
/// since for a membership of the party, which with these entries nobody could have done.
pub(super) fn what_leaves_standing(
    occasion: &Occasion<'_>,
    party: &Party,
    field: &'static str,
    facts: Vec<Fact>,
) -> Decided {
    let mut after = occasion.state.clone();
    let Request { at, by, .. } = *occasion.request;
    for fact in &facts {
        apply(&mut after, &Happened { at, by, recorded: fact.clone().into() });
    }
    match contradicted(occasion.state, &after, party, &facts) {
        Some(says) => Err(Malformed { field, says }.into()),
        None => Ok(facts.into_iter().map(Recorded::from).collect()),
    }
}

/// The party with this number, or what is wrong with the field that names it.
pub(crate) fn known_party<'a>(
    state: &'a State,
    field: &'static str,
    id: PartyId,
) -> Result<&'a Arc<Party>, Denied> {
    state.party(id).ok_or_else(|| Malformed { field, says: say::NO_SUCH_PARTY.with([id.into()]) }.into())
}

fn enter_person(occasion: &Occasion<'_>, details: &Personal) -> Decided {
    // Whoever may nominate somebody has to be able to say whom.
    let nominates = occasion
        .person()
        .is_some_and(|person| nominates(occasion.state, occasion.rulebook, person, occasion.today));
    if !nominates {
        occasion.must_have_power(Power::KeepMembers, &occasion.rulebook.clause_on(Power::KeepMembers))?;
    }
    if details.name.trim().is_empty() {
        return Err(Malformed { field: "details.name", says: say::NAME_IS_EMPTY.with([]) }.into());
    }
    details.must_be_hidden()?;
    let party = PartyId::after(occasion.state.parties.len());
    Ok(vec![Recorded {
        fact: Fact::PersonEntered { party },
        personal: Some((party, Beside::Person(details.clone()))),
    }])
}

fn enter_organization(occasion: &Occasion<'_>, name: &str, place: Option<&str>) -> Decided {
    must_be_a_line("name", name)?;
    must_be_a_line("place", place.unwrap_or_default())?;
    occasion.must_have_power(Power::KeepMembers, &occasion.rulebook.clause_on(Power::KeepMembers))?;
    if name.trim().is_empty() {
        return Err(Malformed { field: "name", says: say::NAME_IS_EMPTY.with([]) }.into());
    }
    let party = PartyId::after(occasion.state.parties.len());
    one(Fact::OrganizationEntered { party, name: name.trim().to_owned(), place: place.map(str::to_owned) })
}

fn admit(
    occasion: &Occasion<'_>,
    id: PartyId,
    class_id: &Slug,
    kind: Option<&Slug>,
    since: Date,
    basis: &str,
) -> Decided {
    let class = known_class(occasion.rulebook, class_id)?;
    occasion.must_have_power(Power::Admit, class.cite)?;
    let party = known_party(occasion.state, "party", id)?;
    if basis.trim().is_empty() {
        return Err(Malformed { field: "basis", says: say::BASIS_IS_EMPTY.with([]) }.into());
    }
    let founded = occasion.state.founded_at().map(|at| occasion.state.date_of(at));
    let is_opening_roll = founded.is_some_and(|founded| since <= founded);
    if class.rule.admission == Admission::Decision && !is_opening_roll {
        let because = Finding::answer(
            say::CLASS_IS_ENTERED_BY_DECISION.with([Argument::Class(class_id.clone())]),
            Answer::Yes,
        );
        let matter = occasion.rulebook.matters().find(|matter| enters(&matter.rule.effect, class_id));
        let remedy = match matter {
            Some(matter) => say::OPEN_A_PROPOSAL_ON.with([Argument::Matter(matter.rule.id.clone())]),
            None => say::SETTLE_HOW_TO_ENTER.with([Argument::Class(class_id.clone())]),
        };
        return Err(Refusal::new(Code::AdmissionMustBeDecided, class.cite, because, remedy).into());
    }
    may_enter(occasion, "party", party, class, since)?;
    if let Some(kind) = kind {
        must_be_a_kind_of(class, kind)?;
    }
    if !is_opening_roll {
        agreements::must_have_acknowledged(occasion, party, class_id)?;
    }
    agreements::must_have_agreed(occasion, party, class_id)?;
    one(Fact::MemberAdmitted {
        membership: MembershipId::after(occasion.state.memberships.len()),
        party: id,
        class: class_id.clone(),
        kind: kind.cloned(),
        since,
        basis: Basis::Office(basis.trim().to_owned()),
    })
}

/// Refuses a kind that a class does not have.
pub(crate) fn must_be_a_kind_of(class: Ruled<'_, Class>, kind: &Slug) -> Result<(), Denied> {
    if class.rule.kinds.iter().any(|named| named.id == *kind) {
        return Ok(());
    }
    let kinds: Vec<Argument> =
        class.rule.kinds.iter().map(|named| Argument::Named(named.id.clone())).collect();
    let says =
        say::CLASS_HAS_NO_SUCH_KIND.with([Argument::Class(class.rule.id.clone()), kind.as_str().into()]);
    let because = Finding::answer(says, Answer::No);
    let remedy = say::CHOOSE_ONE_OF.with([kinds.into()]);
    Err(Refusal::new(Code::KindMustBeOfTheClass, class.cite, because, remedy).into())
}

fn enters(effect: &EffectKind, entered: &Slug) -> bool {
    match effect {
        EffectKind::Admit { class } => class == entered,
        EffectKind::ChangeClass { to, .. } => to == entered,
        _ => false,
    }
}

/// The class with this name, or what is wrong with the field.
pub(crate) fn known_class<'a>(rulebook: &'a Rulebook, class: &Slug) -> Result<Ruled<'a, Class>, Denied> {
    rulebook.class(class).ok_or_else(|| {
        Malformed { field: "class", says: say::NO_SUCH_CLASS.with([class.as_str().into()]) }.into()
    })
}

/// Refuses where the party is a person whom nobody knows any longer, is not of the sort that the class is for, or is a
/// member already. `field` names the party in the command.
pub(crate) fn may_enter(
    occasion: &Occasion<'_>,
    field: &'static str,
    party: &Party,
    class: Ruled<'_, Class>,
    since: Date,
) -> Result<(), Denied> {
    if party.is_person() && party.details().is_none() {
        let says = say::PERSON_HAS_NO_DETAILS.with([party.id.into()]);
        return Err(Malformed { field, says }.into());
    }
    let fits = match class.rule.of {
        ClassOf::People => party.is_person(),
        ClassOf::Organizations => !party.is_person(),
        ClassOf::Either => true,
    };
    let class_argument = Argument::Class(class.rule.id.clone());
    if !fits {
        let (says, remedy) = if party.is_person() {
            (&say::CLASS_IS_FOR_ORGANIZATIONS, say::ADMIT_THE_ORGANIZATION.with([]))
        } else {
            (&say::CLASS_IS_FOR_PEOPLE, say::ADMIT_THE_PEOPLE.with([]))
        };
        let because = Finding::answer(says.with([class_argument, party.id.into()]), Answer::No);
        return Err(Refusal::new(Code::PartyMustFitTheClass, class.cite, because, remedy).into());
    }
    let held = party
        .memberships
        .iter()
        .filter_map(|id| occasion.state.membership(*id))
        .find(|held| held.last_day().is_none_or(|last| since <= last));
    if let Some(held) = held {
        let cites = occasion.rulebook.voting_unit().map_or(class.cite, |unit| unit.cite);
        let because = Finding::answer(say::CURRENT.with([held.id.into(), since.into()]), Answer::Yes);
        let remedy = say::END_THE_MEMBERSHIP_FIRST.with([]);
        return Err(Refusal::new(Code::MembershipMustBeSingle, cites, because, remedy).into());
    }
    Ok(())
}

fn end(occasion: &Occasion<'_>, id: MembershipId, on: Date, basis: &str) -> Decided {
    let held = occasion
        .state
        .membership(id)
        .ok_or_else(|| Malformed { field: "membership", says: say::NO_SUCH_MEMBERSHIP.with([id.into()]) })?;
    let cites = clause_of_class(occasion.rulebook, held.latest_class().map(|(_, class)| class));
    occasion.must_have_power(Power::KeepMembers, &cites)?;
    if basis.trim().is_empty() {
        return Err(Malformed { field: "basis", says: say::BASIS_IS_EMPTY.with([]) }.into());
    }
    if held.ended.is_some() {
        return Err(
            Malformed { field: "membership", says: say::MEMBERSHIP_HAS_ENDED.with([id.into()]) }.into()
        );
    }
    if on < held.since() {
        let says = say::DAY_IS_BEFORE.with([on.into(), held.since().into()]);
        return Err(Malformed { field: "on", says }.into());
    }
    let party = known_party(occasion.state, "membership", held.party)?;
    let basis = Basis::Office(basis.trim().to_owned());
    what_leaves_standing(occasion, party, "on", vec![Fact::MembershipEnded { membership: id, on, basis }])
}

/// The end of a membership by its notice, once the last day is over.
fn end_on_notice(occasion: &Occasion<'_>, id: MembershipId) -> Decided {
    // Of whom somebody may not see, a refusal tells them nothing either.
    let is_seen = |held: &&Arc<Membership>| {
        let party = occasion.state.party(held.party);
        occasion.person().is_none_or(|person| {
            party
                .is_some_and(|party| sees_party(occasion.state, Viewer::Party(person), party, occasion.today))
        })
    };
    let held = occasion.state.membership(id).filter(is_seen);
    let leaves = held.filter(|held| held.ended.is_none()).and_then(|held| Some((held, held.leaves?)));
    let exit = exits::open_exit(occasion.state, id);
    let Some(((held, on), exit)) = leaves.zip(exit) else {
        let says = say::NO_NOTICE_STANDS.with([id.into()]);
        return Err(Malformed { field: "membership", says }.into());
    };
    if occasion.today <= on {
        let class = held.latest_class().map(|(_, class)| class);
        let notice = class.and_then(|class| occasion.rulebook.notice(class));
        let cites =
            notice.map_or_else(|| clause_of_class(occasion.rulebook, class), |rule| Arc::clone(rule.cite));
        let because = Finding::new(say::LAST_DAY_IS.with([id.into(), on.into()]), Value::Date(on));
        let remedy = say::WAIT_UNTIL_IT_IS_OVER.with([on.into()]);
        return Err(Refusal::new(Code::LastDayMustBeOver, &cites, because, remedy).into());
    }
    one(Fact::MembershipEnded { membership: id, on, basis: Basis::Notice(exit.id) })
}

/// The clause of a class; of the first where the edition in force has it no longer.
pub(crate) fn clause_of_class(rulebook: &Rulebook, class: Option<&Slug>) -> Arc<Citation> {
    class
        .and_then(|class| rulebook.class(class))
        .map_or_else(|| rulebook.first_clause(), |class| Arc::clone(class.cite))
}

fn record_capital(occasion: &Occasion<'_>, id: MembershipId) -> Decided {
    let held = occasion
        .state
        .membership(id)
        .ok_or_else(|| Malformed { field: "membership", says: say::NO_SUCH_MEMBERSHIP.with([id.into()]) })?;
    let with_capital = occasion.rulebook.classes().find(|class| class.rule.needs_capital);
    let Some(with_capital) = with_capital else {
        return Err(Malformed { field: "command", says: say::NO_CLASS_NEEDS_CAPITAL.with([]) }.into());
    };
    occasion.must_have_power(Power::RecordPayments, with_capital.cite)?;
    if held.capital_paid.is_some() {
        return Err(
            Malformed { field: "membership", says: say::CAPITAL_IS_RECORDED.with([id.into()]) }.into()
        );
    }
    if !held.is_current_on(occasion.today) {
        let because = Finding::answer(say::NOT_CURRENT.with([id.into(), occasion.today.into()]), Answer::No);
        let remedy = say::ADMIT_FIRST.with([]);
        return Err(Refusal::new(Code::MembershipMustBeCurrent, with_capital.cite, because, remedy).into());
    }
    one(Fact::CapitalPaid { membership: id })
}
