//! A proposal and what became of it, as it is written down and as it is told.

use rochdale_core::{command::Stance, proposals::Choice};

use super::{Plan, Proposed, When};

/// One proposal from its opening on.
pub struct Story<'a> {
    /// What is proposed, and by whom.
    pub proposed: Proposed,
    /// When it is opened.
    pub opens: When,
    /// When its vote closes, where the matter is decided by a vote.
    pub closes: Option<When>,
    /// What happens then.
    pub then: &'a [(When, Turn)],
}

type Names = &'static [&'static str];

/// Something that happens to a proposal. Whoever does it comes first.
pub enum Turn {
    /// Several people agree, a few minutes apart.
    Agree(Names),
    /// Somebody stands aside.
    StandAside(Names),
    /// Somebody objects, with a reason.
    Object(&'static str, &'static str),
    /// Somebody discloses an interest, and withdraws from deciding.
    Recuse(&'static str, &'static str),
    /// Somebody closes the round with a summary.
    CloseRound(&'static str, &'static str),
    /// Somebody opens the next round.
    OpenRound(&'static str),
    /// Its author rewrites it.
    Revise(&'static str, &'static str),
    /// Its author withdraws it.
    Withdraw(&'static str),
    /// Somebody calls the vote that replaces consensus.
    CallVote(&'static str, When),
    /// Several people cast the same ballot, a few minutes apart.
    Vote(Choice, Names),
    /// Somebody records that consensus was found.
    Conclude(&'static str),
    /// The desk records that somebody paid the capital that they now need.
    PayCapital(&'static str),
}

/// Puts stories into the plan of the year.
pub fn tell(plan: &mut Plan, stories: &[Story<'_>]) {
    for Story { proposed, opens, closes, then } in stories {
        let title = proposed.title;
        plan.proposes(*opens, proposed.clone(), *closes);
        for (when, turn) in *then {
            let when = *when;
            match *turn {
                Turn::Agree(names) => plan.take(when, title, names, &Stance::Agree),
                Turn::StandAside(names) => plan.take(when, title, names, &Stance::StandAside),
                Turn::Object(name, reason) => {
                    plan.take(when, title, &[name], &Stance::Object { reason: reason.to_owned() });
                }
                Turn::Recuse(name, interest) => plan.recuses(when, name, title, interest),
                Turn::CloseRound(name, summary) => plan.closes_round(when, name, title, summary),
                Turn::OpenRound(name) => plan.opens_round(when, name, title),
                Turn::Revise(name, text) => plan.revises(when, name, title, text),
                Turn::Withdraw(name) => plan.withdraws(when, name, title),
                Turn::CallVote(name, closes) => plan.calls_vote(when, name, title, closes),
                Turn::Vote(choice, names) => plan.vote(when, title, names, choice),
                Turn::Conclude(name) => plan.concludes(when, name, title),
                Turn::PayCapital(name) => plan.pays_capital(when, name),
            }
        }
    }
}
