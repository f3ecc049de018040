//! Waiving a duty, setting the link of a channel, ticking what one has joined, reminding.

mod channel;
mod remind;
mod waive;

pub use remind::REMINDED_AT_ONCE_MAX;

use crate::{
    command::Command,
    decide::{Decided, Occasion},
    membership::Membership,
    message::Argument,
    messages as say,
    refusal::Malformed,
    rulebook::{DutyRule, Ruled},
    values::{MembershipId, Slug},
};

/// Decides a command of standing.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::WaiveDuty { membership, duty, until, words } => {
            waive::waive(occasion, *membership, duty, *until, words)
        }
        Command::EndWaiver { membership, duty } => waive::end(occasion, *membership, duty),
        Command::SetChannelLink { channel, words } => channel::set_link(occasion, channel, words),
        Command::TickChannel { membership, channel, joined } => {
            channel::tick(occasion, *membership, channel, *joined)
        }
        Command::Remind { membership, duty } => remind::remind(occasion, *membership, duty.as_ref()),
        _ => Ok(Vec::new()),
    }
}

/// The current membership with this number, or what is wrong with the field.
fn known_membership<'a>(occasion: &Occasion<'a>, id: MembershipId) -> Result<&'a Membership, Malformed> {
    let held = occasion.state.membership(id).filter(|held| held.is_current_on(occasion.today));
    held.map(|held| &**held)
        .ok_or_else(|| Malformed { field: "membership", says: say::NO_SUCH_MEMBERSHIP.with([id.into()]) })
}

/// The duty of this name, or what is wrong with the field.
fn known_duty<'a>(occasion: &Occasion<'a>, duty: &Slug) -> Result<Ruled<'a, DutyRule>, Malformed> {
    occasion.rulebook.duty(duty).ok_or_else(|| {
        let known: Vec<Argument> =
            occasion.rulebook.duties().map(|duty| Argument::Text(duty.id.as_str().into())).collect();
        Malformed { field: "duty", says: say::NO_SUCH_DUTY.with([duty.as_str().into(), known.into()]) }
    })
}
