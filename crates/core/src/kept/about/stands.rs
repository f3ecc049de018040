//! Waivers, channels and reminders; and what was done in the archive.

use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::{
    super::KeptGroup,
    put::{Account, Readers, Until},
};
use crate::{
    archive::Document,
    message::Argument,
    messages as say,
    offices::Power,
    standing::{Channel, Kept, Waiver},
    values::{MembershipId, Slug},
};

impl Account<'_> {
    pub(super) fn standing(&mut self, all: &OrdMap<MembershipId, Arc<Kept>>) {
        let me = self.person;
        for (membership, kept) in all {
            if self.party.memberships.contains(membership) {
                self.own_standing(*membership, kept);
            }
            for tick in kept.ticks.iter().filter(|tick| tick.person == Some(me)) {
                let key = if tick.joined { &say::KEPT_JOINED } else { &say::KEPT_LEFT_CHANNEL };
                let channel = Argument::Named(tick.channel.clone());
                let what = key.with([(*membership).into(), channel, tick.on.into()]);
                self.book(KeptGroup::Standing, what, None, Self::of_standing());
            }
        }
    }

    fn of_standing() -> Readers {
        Readers::These(&say::SEEN_BY_STANDING, None)
    }

    fn own_standing(&mut self, membership: MembershipId, kept: &Kept) {
        let me = self.person;
        for waiver in &kept.waivers {
            self.waiver(waiver);
        }
        // What the member said themself is told with what they said of others.
        for tick in kept.ticks.iter().filter(|tick| tick.person != Some(me)) {
            let key = if tick.joined { &say::KEPT_JOINED } else { &say::KEPT_LEFT_CHANNEL };
            let what = key.with([membership.into(), Argument::Named(tick.channel.clone()), tick.on.into()]);
            self.book(KeptGroup::Standing, what, None, Self::of_standing());
        }
        for reminder in &kept.reminders {
            let what = say::KEPT_REMINDED.with([reminder.at.into()]);
            self.book(KeptGroup::Standing, what, reminder.at, Self::of_standing());
        }
    }

    fn waiver(&mut self, waiver: &Waiver) {
        let known = self.rulebook.duty(&waiver.duty);
        let duty: Argument =
            known.map_or_else(|| waiver.duty.as_str().into(), |duty| duty.rule.name.clone().into());
        let what = say::KEPT_WAIVER.with([duty, waiver.from.into(), waiver.until.into()]);
        self.book(KeptGroup::Standing, what.clone(), None, Self::of_standing());
        let rule = self.rulebook.waivers().find(|rule| rule.is_for(&waiver.duty));
        let readers = Readers::These(&say::SEEN_BY_WAIVERS, rule.map(|rule| Arc::clone(rule.cite)));
        self.words((KeptGroup::Standing, what, None), waiver.words, true, readers, Until::Erased);
    }

    pub(super) fn channels(&mut self, all: &OrdMap<Slug, Arc<Channel>>) {
        for (id, channel) in all {
            for (on, words) in &channel.links {
                // A link goes with whoever set it.
                if self.state.words.get(words).is_none_or(|(by, _)| *by != self.person) {
                    continue;
                }
                let what = say::KEPT_LINK.with([Argument::Named(id.clone()), (*on).into()]);
                let readers = self.by_power(&say::SEEN_BY_CHANNEL, Power::KeepMembers);
                self.words((KeptGroup::Standing, what, None), *words, true, readers, Until::Erased);
            }
        }
    }

    pub(super) fn archive(&mut self, all: &Vector<Arc<Document>>) {
        let me = self.person;
        for document in all {
            let number = || Argument::from(u32::from(document.id));
            let mut said = Vec::new();
            if document.by == me {
                said.push((say::KEPT_FILED.with([number(), document.at.into()]), document.at));
            }
            for given in &document.classes {
                if given.named.contains(&me) {
                    said.push((say::KEPT_NAMED_ON.with([number(), given.at.into()]), given.at));
                }
                if self.is_me(given.by) && given.at != document.at {
                    said.push((say::KEPT_CLASSED.with([number(), given.at.into()]), given.at));
                }
            }
            for erased in document.erased.iter().filter(|erased| self.is_me(erased.by)) {
                said.push((say::KEPT_ERASED_DOCUMENT.with([number(), erased.at.into()]), erased.at));
            }
            for (what, at) in said {
                let cites = self.rulebook.confidentiality().map(|rule| Arc::clone(rule.cite));
                self.book(KeptGroup::Archive, what, at, Readers::These(&say::SEEN_BY_ARCHIVE, cites));
            }
        }
    }
}
