//! Facts of standing to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Channel, Kept, Reminder, Tick, Waiver};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::MembershipId,
};

/// Takes a fact of standing into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, on) = (happened.at, state.date_of(happened.at));
    match &happened.recorded.fact {
        Fact::DutyWaived { membership, duty, until, words } => {
            let waiver = Waiver { duty: duty.clone(), from: on, until: *until, words: *words };
            with_kept(state, *membership, |kept| kept.waivers.push(waiver));
        }
        Fact::WaiverEnded { membership, duty, on } => with_kept(state, *membership, |kept| {
            let last = kept.waivers.iter_mut().rev().find(|waiver| waiver.duty == *duty);
            if let Some(waiver) = last {
                waiver.until = *on;
            }
        }),
        Fact::ChannelLinkSet { channel, words } => {
            let known: &mut Arc<Channel> = state.channels.entry(channel.clone()).or_default();
            Arc::make_mut(known).links.push((on, *words));
        }
        Fact::ChannelTicked { membership, channel, joined, person } => {
            let tick = Tick { channel: channel.clone(), joined: *joined, on, person: *person };
            with_kept(state, *membership, |kept| kept.ticks.push(tick));
        }
        Fact::MemberReminded { membership, duties } => {
            let reminder = Reminder { at, duties: duties.clone() };
            with_kept(state, *membership, |kept| kept.reminders.push(reminder));
        }
        _ => {}
    }
}

fn with_kept(state: &mut State, id: MembershipId, change: impl FnOnce(&mut Kept)) {
    change(Arc::make_mut(state.kept.entry(id).or_default()));
}
