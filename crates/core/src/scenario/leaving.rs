//! Leaving, in examples: from sentences to commands, and to what the register says.

use super::{
    Claim, Deed,
    claim::{same, unknown},
    phrase,
    run::Mismatch,
    sentence::ExitStand,
    world::{Trouble, World},
};
use crate::{
    command::{By, Command},
    exits::{Exit, ExitEnd, SettlementLine, is_late, reads},
    sight::Viewer,
    values::{Minor, Slug, decimals_of},
};

/// Does what somebody does about leaving; other deeds are nothing here.
pub(super) fn perform(world: &mut World, deed: &Deed) -> Result<(), Trouble> {
    let (by, command) = match deed {
        Deed::GiveNotice { name, on, on_behalf } => {
            let membership = world.membership(on_behalf.as_deref().unwrap_or(name))?;
            (name, Command::GiveNotice { membership, on: *on })
        }
        Deed::WithdrawNotice { name, on_behalf } => {
            let membership = world.membership(on_behalf.as_deref().unwrap_or(name))?;
            (name, Command::WithdrawNotice { membership })
        }
        Deed::OpenExit { by, name } => (by, Command::OpenExit { membership: world.membership(name)? }),
        Deed::RecordSettlement { name, line, owed, paid_in, instalments, due } => {
            let line = phrase::settlement(&*world.rulebook()?, line)?;
            let paid_in = paid_in.as_ref().map(|paid_in| amount(world, paid_in)).transpose()?;
            let (exit, owed) = (last(world)?.id, amount(world, owed)?);
            let (instalments, due) = (*instalments, *due);
            (name, Command::RecordSettlement { exit, line, paid_in, owed, instalments, due })
        }
        Deed::StrikeSettlement { name, line } => {
            let ((line, _), exit) = (line_of(world, line)?, last(world)?.id);
            (name, Command::StrikeSettlement { exit, line })
        }
        Deed::PayInstalment { name, line, instalment } => {
            let ((line, _), exit) = (line_of(world, line)?, last(world)?.id);
            let (instalment, on) = (*instalment, world.today());
            (name, Command::RecordInstalment { exit, line, instalment, on })
        }
        Deed::TickHandover { name, item, done } => {
            let item = phrase::item(&*world.rulebook()?, item)?;
            (name, Command::TickHandover { exit: last(world)?.id, item, done: *done })
        }
        Deed::RecordBackup { name, de_identified } => {
            (name, Command::RecordBackup { exit: last(world)?.id, de_identified: *de_identified })
        }
        Deed::CloseExit { name } => (name, Command::CloseExit { exit: last(world)?.id }),
        _ => return Ok(()),
    };
    let by = world.person(by)?;
    world.submit(By::Party(by), command).map(|_| ())
}

/// Compares what is said of an exit, or of a suspension, with what the register says.
pub(super) fn compare(world: &World, claim: &Claim) -> Result<(), Mismatch> {
    match claim {
        Claim::ExitStands { stand } => {
            let exit = last(world).map_err(unknown)?;
            let is_late = is_late(&world.state, exit, world.today());
            let stands = match exit.ended.map(|(_, how)| how) {
                None if is_late && *stand == ExitStand::Late => ExitStand::Late,
                None => ExitStand::Open,
                Some(ExitEnd::Closed) => ExitStand::Closed,
                Some(ExitEnd::Withdrawn) => ExitStand::Withdrawn,
            };
            same(format!("{stand:?}"), format!("{stands:?}"))
        }
        Claim::NoExit => same(0, world.state.exits().count()),
        Claim::ExitOwes { owed, paid } => {
            let exit = last(world).map_err(unknown)?;
            let said = [amount(world, owed).map_err(unknown)?, amount(world, paid).map_err(unknown)?];
            same(format!("{said:?}"), format!("{:?}", [exit.owed(), exit.paid()]))
        }
        Claim::InstalmentIs { instalment, line, amount: said, due } => {
            let (_, line) = line_of(world, line).map_err(unknown)?;
            let place = usize::try_from(*instalment).ok().and_then(|which| which.checked_sub(1));
            let part = place.and_then(|place| line.instalments.get(place));
            let came = part.map(|part| format!("{:?} due on {}", part.amount, part.due));
            let said = amount(world, said).map_err(unknown)?;
            same(format!("{said:?} due on {due}"), came.unwrap_or_else(|| "no such instalment".to_owned()))
        }
        Claim::ReadsExit { name, not } => {
            let (exit, person) = (last(world).map_err(unknown)?, world.known(name).map_err(unknown)?);
            let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
            same(said(!not), said(reads(&world.state, exit, Viewer::Party(person), world.today())))
        }
        Claim::IsSuspended { name, not, on } => {
            let membership = world.membership(name).map_err(unknown)?;
            let day = on.unwrap_or_else(|| world.today());
            let held = world.state.membership(membership);
            let said = |is_so: bool| if is_so { "suspended" } else { "not suspended" };
            same(said(!not), said(held.is_some_and(|held| held.suspended_on(day).is_some())))
        }
        _ => Ok(()),
    }
}

/// The exit that was opened last.
fn last(world: &World) -> Result<&Exit, String> {
    world.state.exits().last().map(|exit| &**exit).ok_or_else(|| "no exit was opened before".to_owned())
}

/// The line of the last exit that stands for this, with its number.
fn line_of<'a>(world: &'a World, phrase: &str) -> Result<(u32, &'a SettlementLine), String> {
    let kind: Slug = phrase::settlement(&*world.rulebook()?, phrase)?;
    let line = last(world)?.standing_lines().find(|(_, line)| line.kind == kind);
    line.ok_or_else(|| format!("no line is recorded for {phrase}"))
}

/// An amount of the co-op's currency, as the sentence writes it.
fn amount(world: &World, text: &str) -> Result<Minor, String> {
    let decimals = decimals_of(&world.rulebook()?.front.currency);
    Minor::read(text, decimals).ok_or_else(|| format!("{text} is no amount"))
}
