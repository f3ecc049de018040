//! What a carried proposal waits for, outside the decision.

use jiff::civil::Date;

use crate::{
    agreements,
    command::Effect,
    finding::{Answer, Finding},
    membership::Membership,
    messages as say,
    proposals::{Proposal, matter},
    rulebook::{EffectKind, Rulebook},
    state::State,
    values::Slug,
};

/// What a proposal's effect waits for on a day, each with its clause; empty where it waits for nothing, or has none.
pub fn missing(state: &State, proposal: &Proposal, day: Date) -> Vec<Finding> {
    let rulebook = proposal.edition.and_then(|edition| state.edition(edition));
    let rule =
        rulebook.and_then(|rulebook| Some((rulebook, matter(state, rulebook, &proposal.draft.matter)?)));
    let Some((rulebook, rule)) = rule else { return Vec::new() };
    match (&proposal.draft.effect, &rule.effect) {
        (Effect::Admit { party }, EffectKind::Admit { class }) => {
            agreements::missing_in_writing(state, rulebook, *party, class, day)
        }
        (Effect::ChangeClass { membership }, EffectKind::ChangeClass { to, .. }) => state
            .membership(*membership)
            .map(|held| missing_to_change(state, rulebook, held, to, day))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// What a membership still lacks on a day to be in another class.
pub(crate) fn missing_to_change(
    state: &State,
    rulebook: &Rulebook,
    held: &Membership,
    to: &Slug,
    day: Date,
) -> Vec<Finding> {
    let with_capital =
        rulebook.class(to).filter(|class| class.rule.needs_capital && held.capital_paid.is_none());
    let capital = with_capital.map(|class| {
        Finding::answer(say::CAPITAL_IS_NOT_PAID.with([held.id.into()]), Answer::No)
            .citing(class.cite)
            .missing(say::LET_THE_PAYMENT_BE_RECORDED.with([]))
    });
    let in_writing = agreements::missing_in_writing(state, rulebook, held.party, to, day);
    capital.into_iter().chain(in_writing).collect()
}
