//! Duties, waivers, channels and reminders in worked examples.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    Claim, Deed,
    claim::{same, unknown, word},
    deed::{done, written},
    phrase,
    run::Mismatch,
    world::{Trouble, World},
};
use crate::{
    command::{By, Command},
    personal::Words,
    sight::Viewer,
    standing::{behind, duties, last_reminded, link_for, reads, reads_reason, standing},
    values::{MembershipId, Slug},
};

/// Where the invitation links of examples lead.
const LINK: &str = "https://chat.example.org/join";

/// Does it.
pub(super) fn perform(world: &mut World, deed: &Deed) -> Result<(), Trouble> {
    match deed {
        Deed::WaiveDuty { by, duty, name, until, reason } => {
            let (by, membership) = (world.person(by)?, world.membership(name)?);
            let duty = phrase::duty(&*world.rulebook()?, duty)?;
            let command = Command::WaiveDuty { membership, duty, until: *until, words: written(reason) };
            done(world.submit(By::Party(by), command))
        }
        Deed::EndWaiver { by, duty, name } => {
            let (by, membership) = (world.person(by)?, world.membership(name)?);
            let duty = phrase::duty(&*world.rulebook()?, duty)?;
            done(world.submit(By::Party(by), Command::EndWaiver { membership, duty }))
        }
        Deed::SetLink { by, channel } => {
            let (by, channel) = (world.person(by)?, phrase::channel(&*world.rulebook()?, channel)?);
            let texts = BTreeMap::from([(Slug::new("link"), LINK.to_owned())]);
            let words = Words { texts, ..written("") };
            done(world.submit(By::Party(by), Command::SetChannelLink { channel, words }))
        }
        Deed::TickChannel { by, channel, name, joined } => {
            let person = world.person(by)?;
            let membership = world.membership(name.as_ref().unwrap_or(by))?;
            let channel = phrase::channel(&*world.rulebook()?, channel)?;
            let command = Command::TickChannel { membership, channel, joined: *joined };
            done(world.submit(By::Party(person), command))
        }
        Deed::Remind { by, name, duty } => {
            let by = world.person(by)?;
            let membership = name.as_ref().map(|name| world.membership(name)).transpose()?;
            let rulebook = world.rulebook()?;
            let duty = duty.as_ref().map(|duty| phrase::duty(&rulebook, duty)).transpose()?;
            done(world.submit(By::Party(by), Command::Remind { membership, duty }))
        }
        _ => Ok(()),
    }
}

/// Compares what is said with what the register says.
pub(super) fn compare(world: &World, claim: &Claim) -> Result<(), Mismatch> {
    let (state, today) = (&world.state, world.today());
    let day = |on: &Option<Date>| on.unwrap_or(today);
    let may = |may: bool| if may { "they may" } else { "they may not" };
    match claim {
        Claim::DutyNamed { name, duty, status, on } => {
            let (membership, duty) = (of(world, name)?, named(world, duty)?);
            let asked = duties(state, membership, day(on)).into_iter().find(|asked| asked.id == duty);
            same(word(*status), asked.map_or("not asked", |asked| word(asked.status)))
        }
        Claim::InGoodStanding { name, not, on } => {
            let found = standing(state, of(world, name)?, day(on));
            let said = |good: bool| if good { "in good standing" } else { "not in good standing" };
            same(said(!not), said(found.is_some_and(|found| found.good.is_yes())))
        }
        Claim::SeesLink { name, channel, not } => {
            let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
            let rulebook = world.rulebook().map_err(unknown)?;
            let channel = phrase::channel(&rulebook, channel).map_err(unknown)?;
            same(may(!not), may(link_for(state, viewer, &channel, today).is_some()))
        }
        Claim::ReadsReason { name, duty, of: whose, not } => {
            let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
            let (membership, duty) = (of(world, whose)?, named(world, duty)?);
            let waiver = state.kept(membership).and_then(|kept| kept.waiver(&duty, today));
            let waiver = waiver.ok_or_else(|| unknown("it is not waived".to_owned()))?;
            let held = state.membership(membership);
            let reads = held.is_some_and(|held| reads_reason(state, viewer, held, today));
            same(may(!not), may(reads && state.words(waiver.words).is_some()))
        }
        Claim::SeesStanding { name, of: whose, not } => {
            let viewer = Viewer::Party(world.known(name).map_err(unknown)?);
            let held = state.membership(of(world, whose)?);
            same(may(!not), may(held.is_some_and(|held| reads(state, viewer, held, today))))
        }
        Claim::WasReminded { name, on } => {
            let last = last_reminded(state, of(world, name)?).map(|last| state.date_of(last.at).to_string());
            same(on, last.unwrap_or_else(|| "never".to_owned()))
        }
        Claim::AreBehind { number, duty, on } => {
            let duty = duty.as_ref().map(|duty| named(world, duty)).transpose()?;
            same(number, behind(state, duty.as_ref(), day(on)).len())
        }
        _ => Ok(()),
    }
}

fn of(world: &World, name: &str) -> Result<MembershipId, Mismatch> {
    world.membership(name).map_err(unknown)
}

fn named(world: &World, duty: &str) -> Result<Slug, Mismatch> {
    let rulebook = world.rulebook().map_err(unknown)?;
    phrase::duty(&rulebook, duty).map_err(unknown)
}
