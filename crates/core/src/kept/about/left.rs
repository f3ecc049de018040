//! Notice, settlement and what is handed over.

use std::sync::Arc;

use imbl::Vector;

use super::{
    super::{Kept, KeptGroup},
    put::Account,
};
use crate::{
    exits::{self, Exit},
    message::{Argument, Message},
    messages as say,
    offices::Power,
};

impl Account<'_> {
    pub(super) fn exits(&mut self, all: &Vector<Arc<Exit>>) {
        for exit in all {
            if self.party.memberships.contains(&exit.membership) {
                self.exit(exit);
            } else if self.settled_something(exit) {
                self.leaving(say::KEPT_SETTLED.with([exit.id.into()]), Some(exit.opened));
            }
        }
    }

    fn leaving(&mut self, what: Message, at: Option<jiff::Timestamp>) -> &mut Kept {
        let readers = self.by_power(&say::SEEN_BY_SETTLERS, Power::KeepMembers);
        self.book(KeptGroup::Leaving, what, at, readers)
    }

    fn settled_something(&self, exit: &Exit) -> bool {
        let by_line = exit.lines.iter().map(|line| line.by);
        let by_tick = exit.ticks.values().map(|tick| tick.by);
        let by_copy = exit.backup.iter().filter_map(|copy| copy.taken).map(|tick| tick.by);
        let gave = exit.notice.is_some_and(|notice| notice.by == self.person);
        gave || by_line.chain(by_tick).chain(by_copy).any(|by| self.is_me(by))
    }

    fn exit(&mut self, exit: &Exit) {
        let opened = exit.opened;
        let first = match exit.notice {
            Some(notice) => say::KEPT_NOTICE.with([opened.into(), notice.on.into()]),
            None => say::KEPT_EXIT.with([exit.id.into(), opened.into()]),
        };
        self.leaving(first, Some(opened));
        for (_, line) in exit.standing_lines() {
            let named = || Argument::Named(line.kind.clone());
            let what = say::KEPT_OWED.with([named(), self.money(line.owed), line.at.into()]);
            self.leaving(what, Some(line.at));
            for one in &line.instalments {
                let amount = self.money(one.amount);
                let what = match one.paid {
                    Some(on) => say::KEPT_PAID.with([named(), amount, on.into()]),
                    None => say::KEPT_INSTALMENT.with([named(), amount, one.due.into()]),
                };
                self.leaving(what, None);
            }
        }
        let (_, handed) = exits::asked_of(self.state, exit);
        for (item, tick) in &exit.ticks {
            let named = handed.iter().find(|(named, _)| named.id == *item);
            let named = named.map_or_else(|| item.as_str().into(), |(named, _)| named.name.clone().into());
            self.leaving(say::KEPT_HANDED_OVER.with([named, tick.at.into()]), Some(tick.at));
        }
        if let Some(copy) = &exit.backup {
            self.leaving(say::KEPT_COPY.with([copy.proposal.into()]), None);
        }
    }
}
