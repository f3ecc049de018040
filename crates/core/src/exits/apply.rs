//! Facts of exits to state. Knows no rule and cannot fail.

use std::sync::Arc;

use super::{Exit, ExitEnd, Instalment, KeptCopy, Notice, SettlementLine, Tick};
use crate::{
    fact::{Fact, Happened},
    state::State,
    values::{ExitId, MembershipId},
};

/// Takes a fact of exits into the state; other facts change nothing.
pub(crate) fn apply(state: &mut State, happened: &Happened) {
    let (at, by) = (happened.at, happened.by);
    match &happened.recorded.fact {
        Fact::NoticeGiven { membership, exit, by, on } => {
            open(state, happened, *exit, *membership, Some(Notice { by: *by, on: *on }));
            state.leaving.insert(*membership, *on);
        }
        Fact::ExitOpened { exit, membership } => open(state, happened, *exit, *membership, None),
        Fact::NoticeWithdrawn { exit, membership, .. } => {
            with_exit(state, *exit, |known| known.ended = Some((at, ExitEnd::Withdrawn)));
            state.leaving.remove(membership);
        }
        Fact::MembershipEnded { membership, .. } => {
            state.leaving.remove(membership);
        }
        Fact::SettlementRecorded { exit, line, paid_in, owed, instalments } => {
            let instalments = instalments.iter();
            let line = SettlementLine {
                kind: line.clone(),
                paid_in: *paid_in,
                owed: *owed,
                instalments: instalments
                    .map(|(due, amount)| Instalment { due: *due, amount: *amount, paid: None })
                    .collect(),
                by,
                at,
                is_struck: false,
            };
            with_exit(state, *exit, |known| known.lines.push(line));
        }
        Fact::SettlementStruck { exit, line } => {
            with_line(state, *exit, *line, |known| known.is_struck = true);
        }
        Fact::InstalmentPaid { exit, line, instalment, on } => {
            with_line(state, *exit, *line, |known| {
                let place = (*instalment as usize).checked_sub(1);
                if let Some(part) = place.and_then(|place| known.instalments.get_mut(place)) {
                    part.paid = Some(*on);
                }
            });
        }
        Fact::HandoverTicked { exit, item, done } => with_exit(state, *exit, |known| {
            if *done {
                known.ticks.insert(item.clone(), Tick { by, at });
            } else {
                known.ticks.remove(item);
            }
        }),
        Fact::BackupAllowed { exit, proposal } => with_exit(state, *exit, |known| {
            known.backup = Some(KeptCopy { proposal: *proposal, taken: None });
        }),
        Fact::BackupTaken { exit } => with_exit(state, *exit, |known| {
            if let Some(copy) = &mut known.backup {
                copy.taken = Some(Tick { by, at });
            }
        }),
        Fact::ExitClosed { exit } => {
            with_exit(state, *exit, |known| known.ended = Some((at, ExitEnd::Closed)));
        }
        _ => {}
    }
}

fn open(
    state: &mut State,
    happened: &Happened,
    id: ExitId,
    membership: MembershipId,
    notice: Option<Notice>,
) {
    let edition = state.rulebook_at(happened.at).map_or(0, |rulebook| rulebook.front.edition);
    state.exits.push_back(Arc::new(Exit {
        id,
        membership,
        edition,
        opened: happened.at,
        notice,
        lines: Vec::new(),
        ticks: Default::default(),
        backup: None,
        ended: None,
    }));
}

fn with_exit(state: &mut State, id: ExitId, change: impl FnOnce(&mut Exit)) {
    if let Some(exit) = id.index().and_then(|place| state.exits.get_mut(place)) {
        change(Arc::make_mut(exit));
    }
}

fn with_line(state: &mut State, id: ExitId, line: u32, change: impl FnOnce(&mut SettlementLine)) {
    with_exit(state, id, |exit| {
        let place = (line as usize).checked_sub(1);
        if let Some(known) = place.and_then(|place| exit.lines.get_mut(place)) {
            change(known);
        }
    });
}
