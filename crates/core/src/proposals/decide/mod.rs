//! Drafting, opening, discussing, voting, deciding: a file for each.

mod checks;
mod conclude;
mod draft;
mod effect;
mod interest;
mod open;
mod round;
mod vote;

use crate::{
    command::Command,
    decide::{Decided, Occasion, one},
    fact::Carries,
};

/// Decides a command of proposals.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::DraftProposal(draft) => draft::draft(occasion, draft),
        Command::ReviseProposal { proposal, title, text, owner, deadline } => {
            let carries = Carries { owner: *owner, deadline: *deadline };
            draft::revise(occasion, *proposal, title, text, carries)
        }
        Command::WithdrawProposal { proposal } => draft::withdraw(occasion, *proposal),
        Command::OpenProposal { proposal, closes } => open::open(occasion, *proposal, *closes),
        Command::TakeStance { proposal, membership, stance } => {
            round::take_stance(occasion, *proposal, *membership, stance)
        }
        Command::CloseRound { proposal, marks, summary } => round::close(occasion, *proposal, marks, summary),
        Command::OpenRound { proposal } => round::open(occasion, *proposal),
        Command::CallVote { proposal, closes } => vote::call(occasion, *proposal, *closes),
        Command::CastBallot { proposal, membership, choice } => {
            vote::cast(occasion, *proposal, *membership, *choice)
        }
        Command::CloseVote { proposal } => conclude::close_vote(occasion, *proposal),
        Command::Conclude { proposal } => conclude::conclude(occasion, *proposal),
        Command::DiscloseInterest { proposal, membership, interest, recuse } => {
            interest::disclose(occasion, *proposal, *membership, interest, *recuse)
        }
        _ => Ok(Vec::new()),
    }
}
