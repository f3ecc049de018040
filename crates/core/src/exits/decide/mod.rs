//! Giving notice, and settling and handing over: a file for each.

mod backup;
mod close;
mod hand_over;
mod notice;
mod settle;

use std::sync::Arc;

use super::{Exit, ExitEnd, asked_of, is_theirs, reads};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion, one},
    fact::Fact,
    finding::{Answer, Finding},
    membership::decide::clause_of_class,
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::Citation,
    values::{ExitId, MembershipId},
};

/// Decides a command of exits.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::GiveNotice { membership, on } => notice::give(occasion, *membership, *on),
        Command::WithdrawNotice { membership } => notice::withdraw(occasion, *membership),
        Command::OpenExit { membership } => open(occasion, *membership),
        Command::RecordSettlement { exit, line, paid_in, owed, instalments, due } => {
            let amounts = settle::Amounts { paid_in: *paid_in, owed: *owed, parts: *instalments, due: *due };
            settle::record(occasion, *exit, line, &amounts)
        }
        Command::StrikeSettlement { exit, line } => settle::strike(occasion, *exit, *line),
        Command::RecordInstalment { exit, line, instalment, on } => {
            settle::pay(occasion, *exit, (*line, *instalment), *on)
        }
        Command::TickHandover { exit, item, done } => hand_over::tick(occasion, *exit, item, *done),
        Command::RecordBackup { exit, de_identified } => backup::record(occasion, *exit, *de_identified),
        Command::CloseExit { exit } => close::close(occasion, *exit),
        _ => Ok(Vec::new()),
    }
}

/// Opens the exit of a membership whose last day is known. Those that end from now on open by themselves.
fn open(occasion: &Occasion<'_>, id: MembershipId) -> Decided {
    let malformed = |says| Err(Malformed { field: "membership", says }.into());
    let Some(held) = occasion.state.membership(id) else {
        return malformed(say::NO_SUCH_MEMBERSHIP.with([id.into()]));
    };
    let cites = clause_of_class(occasion.rulebook, held.latest_class().map(|(_, class)| class));
    occasion.must_have_power(Power::KeepMembers, &cites)?;
    if held.last_day().is_none() {
        return malformed(say::LAST_DAY_IS_NOT_KNOWN.with([id.into()]));
    }
    let is_there = |exit: &&Arc<Exit>| {
        exit.membership == id && exit.ended.is_none_or(|(_, how)| how != ExitEnd::Withdrawn)
    };
    if let Some(exit) = occasion.state.exits().find(is_there) {
        return malformed(say::EXIT_IS_THERE.with([exit.id.into(), id.into()]));
    }
    one(Fact::ExitOpened { exit: ExitId::after(occasion.state.exits.len()), membership: id })
}

/// The exit with this number, if whoever asks may read it. Whoever may not is told what somebody is told who
/// asks for one that does not exist.
fn readable<'a>(occasion: &Occasion<'a>, id: ExitId) -> Result<&'a Exit, Denied> {
    let viewer = occasion.viewer();
    let known = occasion.state.exit(id).filter(|exit| reads(occasion.state, exit, viewer, occasion.today));
    let missing = || Malformed { field: "exit", says: say::NO_SUCH_EXIT.with([id.into()]) };
    Ok(known.ok_or_else(missing)?)
}

/// The same, open, of somebody who has a power and whose exit it is not. `cites` is the clause that a refusal
/// names.
fn handled<'a>(
    occasion: &Occasion<'a>,
    id: ExitId,
    power: Power,
    cites: impl FnOnce(&Exit) -> Arc<Citation>,
) -> Result<(&'a Exit, Arc<Citation>), Denied> {
    let exit = readable(occasion, id)?;
    let cites = cites(exit);
    occasion.must_have_power(power, &cites)?;
    let own = occasion.person().filter(|person| is_theirs(occasion.state, exit, *person, occasion.today));
    if let Some(person) = own {
        let because = Finding::answer(say::EXIT_IS_THEIR_OWN.with([person.into(), id.into()]), Answer::Yes);
        let remedy = say::LET_ANOTHER_HANDLE_IT.with([]);
        return Err(Refusal::new(Code::ExitMustBeHandledByAnother, &cites, because, remedy).into());
    }
    if let Some((at, _)) = exit.ended {
        let because = Finding::answer(say::EXIT_IS_OVER.with([id.into(), at.into()]), Answer::Yes);
        let remedy = say::NOTHING_IS_LEFT_TO_DO.with([]);
        return Err(Refusal::new(Code::ExitMustBeOpen, &cites, because, remedy).into());
    }
    Ok((exit, cites))
}

/// The clause by which an exit is settled, else that of its class.
fn clause_of_settlement(occasion: &Occasion<'_>, exit: &Exit) -> Arc<Citation> {
    let (settled, _) = asked_of(occasion.state, exit);
    settled.first().map_or_else(|| clause_of_leaver(occasion, exit), |(_, rule)| Arc::clone(rule.cite))
}

/// The clause by which things are handed over, else that of the class.
fn clause_of_handover(occasion: &Occasion<'_>, exit: &Exit) -> Arc<Citation> {
    let (_, handed) = asked_of(occasion.state, exit);
    handed.first().map_or_else(|| clause_of_leaver(occasion, exit), |(_, rule)| Arc::clone(rule.cite))
}

fn clause_of_leaver(occasion: &Occasion<'_>, exit: &Exit) -> Arc<Citation> {
    let held = occasion.state.membership(exit.membership);
    clause_of_class(occasion.rulebook, held.and_then(|held| held.latest_class()).map(|(_, class)| class))
}
