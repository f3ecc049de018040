//! Writing, rewriting and withdrawing.

use super::{
    checks, one,
    open::{carried, must_carry},
};
use crate::{
    command::Draft,
    decide::{Decided, Denied, Occasion},
    fact::{Carries, Fact},
    membership::decide::known_party,
    messages as say,
    proposals::Stage,
    refusal::Malformed,
    values::ProposalId,
};

/// The longest title that fits on a line of a phone's share sheet, in characters.
const TITLE_CHARACTERS_MAX: usize = 140;

pub(super) fn draft(occasion: &Occasion<'_>, draft: &Draft) -> Decided {
    let matter = checks::known_matter(occasion, occasion.rulebook, &draft.matter)?;
    let author = checks::must_propose(occasion, &matter)?;
    words_must_be_there(&draft.title, &draft.text)?;
    must_be_possible(occasion, Carries { owner: draft.owner, deadline: draft.deadline })?;
    let proposal = ProposalId::after(occasion.state.proposals.len());
    one(Fact::ProposalDrafted { proposal, author, draft: draft.clone() })
}

/// Rewrites a proposal. Once it is open it must go on carrying what the bylaws want on record with it, so that who
/// sees to it and by when is asked anew where that changes.
pub(super) fn revise(
    occasion: &Occasion<'_>,
    id: ProposalId,
    title: &str,
    text: &str,
    carries: Carries,
) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    checks::must_be_the_author(occasion, &ruling)?;
    words_must_be_there(title, text)?;
    checks::must_be_at(&ruling, &[Stage::Draft, Stage::BetweenRounds], say::REVISE_BETWEEN_ROUNDS.with([]))?;
    let is_changed = carries != carried(ruling.proposal);
    if is_changed {
        if ruling.proposal.stage != Stage::Draft {
            must_carry(occasion, &ruling, carries)?;
        }
        must_be_possible(occasion, carries)?;
    }
    let carries = is_changed.then_some(carries);
    one(Fact::ProposalRevised { proposal: id, title: title.to_owned(), text: text.to_owned(), carries })
}

pub(super) fn withdraw(occasion: &Occasion<'_>, id: ProposalId) -> Decided {
    let ruling = checks::ruling(occasion, id)?;
    checks::must_be_the_author(occasion, &ruling)?;
    let stages = [Stage::Draft, Stage::InRound, Stage::BetweenRounds];
    checks::must_be_at(&ruling, &stages, say::LET_THE_VOTE_END.with([]))?;
    one(Fact::ProposalWithdrawn { proposal: id })
}

/// Whether somebody can see to it: the owner is known, and the day is not over.
fn must_be_possible(occasion: &Occasion<'_>, carries: Carries) -> Result<(), Denied> {
    if let Some(owner) = carries.owner {
        known_party(occasion.state, "owner", owner)?;
    }
    match carries.deadline.filter(|day| *day < occasion.today) {
        Some(day) => {
            let says = say::DAY_IS_BEFORE.with([day.into(), occasion.today.into()]);
            Err(Malformed { field: "deadline", says }.into())
        }
        None => Ok(()),
    }
}

fn words_must_be_there(title: &str, text: &str) -> Result<(), Malformed> {
    if title.trim().is_empty() {
        return Err(Malformed { field: "title", says: say::TITLE_IS_EMPTY.with([]) });
    }
    let length = title.chars().count();
    if length > TITLE_CHARACTERS_MAX {
        let says =
            say::TITLE_IS_TOO_LONG.with([(length as u64).into(), (TITLE_CHARACTERS_MAX as u64).into()]);
        return Err(Malformed { field: "title", says });
    }
    if text.trim().is_empty() {
        return Err(Malformed { field: "text", says: say::TEXT_IS_EMPTY.with([]) });
    }
    Ok(())
}
