//! Messages in plain English, for where there is no catalogue at hand.

use std::fmt::Write;

use crate::{
    finding::Finding,
    message::{Argument, Message},
    messages,
    refusal::Refusal,
    state::State,
    values::{Language, MembershipId, PartyId, ProposalId, decimals_of},
};

/// A message in English, with names as `state` has them.
pub fn plain(state: &State, message: &Message) -> String {
    let mut text = messages::english(message.key).to_owned();
    for (name, value) in message.named() {
        text = text.replace(&format!("{{{name}}}"), &argument(state, value));
    }
    text
}

/// A refusal with all that it rests on, one thing a line.
pub fn refusal_in_full(state: &State, refusal: &Refusal) -> String {
    let mut text = format!("{} {}\n  “{}”", refusal.cites, refusal.code.id(), refusal.cites.quote);
    for finding in &refusal.because {
        because(state, finding, 1, &mut text);
    }
    let _ = write!(text, "\n  you can: {}", plain(state, &refusal.remedy));
    text
}

fn because(state: &State, finding: &Finding, depth: usize, text: &mut String) {
    let clause = finding.cites.as_ref().map(|cites| format!(" [{cites}]")).unwrap_or_default();
    let _ =
        write!(text, "\n{:indent$}because: {}{clause}", "", plain(state, &finding.says), indent = depth * 2);
    for inner in &finding.of {
        because(state, inner, depth + 1, text);
    }
}

fn argument(state: &State, value: &Argument) -> String {
    match value {
        Argument::Text(text) => text.to_string(),
        Argument::Number(number) => number.to_string(),
        Argument::Ratio(ratio) => ratio.to_string(),
        Argument::Date(date) => date.to_string(),
        Argument::Instant(at) => state.time_zone().to_datetime(*at).strftime("%Y-%m-%d %H:%M").to_string(),
        Argument::Party(party) => party_name(state, *party),
        Argument::Membership(membership) => member_name(state, *membership),
        Argument::Proposal(proposal) => title(state, *proposal),
        Argument::Resolution(number) => number.to_string(),
        Argument::Class(id)
        | Argument::Phase(id)
        | Argument::Matter(id)
        | Argument::Group(id)
        | Argument::Named(id) => id.to_string(),
        Argument::Right(right) => right.id().to_owned(),
        Argument::Power(power) => power.id().to_owned(),
        Argument::Case(case) => case.to_string(),
        Argument::Exit(exit) => exit.to_string(),
        Argument::Money(amount, currency) => format!("{currency} {}", amount.written(decimals_of(currency))),
        Argument::Applicant(applicant) => applicant.to_string(),
        Argument::Stance(stance) => stance.id().to_owned(),
        Argument::Choice(choice) => choice.id().to_owned(),
        Argument::Mark(mark) => mark.id().to_owned(),
        Argument::Name(names) => names.in_language(&Language::new("en")).to_owned(),
        Argument::Clause(cites) => cites.to_string(),
        Argument::List(list) => list.iter().map(|one| argument(state, one)).collect::<Vec<_>>().join(", "),
    }
}

pub(super) fn party_name(state: &State, id: PartyId) -> String {
    let name = state.party(id).and_then(|party| party.name().map(str::to_owned));
    name.unwrap_or_else(|| format!("party {id}"))
}

fn member_name(state: &State, id: MembershipId) -> String {
    state.membership(id).map_or_else(|| format!("membership {id}"), |held| party_name(state, held.party))
}

fn title(state: &State, id: ProposalId) -> String {
    state.proposal(id).map_or_else(|| format!("proposal {id}"), |known| format!("“{}”", known.draft.title))
}
