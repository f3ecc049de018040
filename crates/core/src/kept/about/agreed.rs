//! Agreements, declarations and what was borrowed.

use std::sync::Arc;

use imbl::Vector;

use super::{
    super::KeptGroup,
    put::{Account, Readers, Until},
};
use crate::{
    agreements::{self, Agreement, Written},
    assets::{self, Asset},
    command::By,
    declarations::{self, Declaration},
    membership::Right,
    message::{Argument, Message},
    messages as say,
    offices::Power,
    values::{PartyId, WordsId},
};

impl Account<'_> {
    pub(super) fn agreements(&mut self, all: &Vector<Arc<Agreement>>) {
        let me = self.person;
        for agreement in all {
            if agreement.party == me {
                self.own_agreement(agreement);
            }
            for one in agreement.signatures.iter().filter(|one| one.person == me) {
                self.signature(agreement, one.at, one.words);
            }
            let drafted = agreement.by == Some(me) || agreement.text.by == Some(me);
            if drafted && agreement.party != me {
                let named = Argument::Named(agreement.kind.clone());
                let (party, at) = (agreement.party.into(), agreement.text.at.into());
                let what = say::KEPT_DRAFTED.with([named, party, at]);
                let readers = self.sides(agreement);
                self.book(KeptGroup::Agreements, what, agreement.text.at, readers);
            }
        }
    }

    fn sides(&self, agreement: &Agreement) -> Readers {
        let rule = self.rulebook.agreement(&agreement.kind);
        Readers::These(&say::SEEN_BY_SIDES, rule.map(|rule| Arc::clone(rule.cite)))
    }

    fn own_agreement(&mut self, agreement: &Agreement) {
        let me = self.person;
        let group = KeptGroup::Agreements;
        let at = agreement.text.at;
        let what = || say::KEPT_AGREEMENT.with([Argument::Named(agreement.kind.clone()), at.into()]);
        match &agreement.text.written {
            Written::Beside { words, .. } => {
                let reads = agreements::reads(self.state, agreement, me, self.day);
                let readers = self.sides(agreement);
                self.words((group, what(), Some(at)), *words, reads, readers, Until::Erased);
            }
            Written::Within(sections) => {
                let texts = sections.iter().map(|(section, text)| (section.clone(), text.clone())).collect();
                let readers = self.sides(agreement);
                self.book(group, what(), at, readers).texts = texts;
            }
        }
        let days = [agreement.in_force_from, agreement.until];
        if days.iter().any(Option::is_some) || matches!(agreement.text.written, Written::Beside { .. }) {
            let readers = Readers::Having(Right::SeeMembers);
            self.book(group, what(), at, readers);
        }
        if let Some(paper) = &agreement.paper {
            let bytes = say::KEPT_PAPER.with([paper.bytes.into()]);
            let readers = self.sides(agreement);
            self.beside(group, bytes, None, readers, Until::Erased);
        }
    }

    fn signature(&mut self, agreement: &Agreement, at: jiff::Timestamp, words: WordsId) {
        let Some(said) = self.state.words(words) else { return };
        let name = said.on("name").into();
        let what = say::KEPT_SIGNATURE.with([Argument::Named(agreement.kind.clone()), at.into(), name]);
        let readers = self.sides(agreement);
        self.words((KeptGroup::Agreements, what, Some(at)), words, false, readers, Until::Erased);
    }

    pub(super) fn declarations(&mut self, all: &Vector<Arc<Declaration>>) {
        let me = self.person;
        for known in all {
            if declarations::declarer(self.state, known) != Some(me) {
                continue;
            }
            let rule = declarations::rule_of(self.state, known);
            let name = rule.map_or_else(|| known.kind.as_str().into(), |rule| rule.rule.name.clone().into());
            let what = say::KEPT_DECLARATION.with([name, known.declared.into(), known.begins.into()]);
            let cites = rule.map(|rule| Arc::clone(rule.cite));
            let readers = || Readers::These(&say::SEEN_BY_DECIDERS, cites.clone());
            let (group, at) = (KeptGroup::Declarations, known.declared);
            self.book(group, what.clone(), at, readers());
            self.words((group, what, Some(at)), known.words, true, readers(), Until::Erased);
        }
    }

    pub(super) fn assets(&mut self, all: &Vector<Arc<Asset>>) {
        let me = self.person;
        for asset in all {
            let name = || Argument::from(asset.name.as_str());
            for loan in asset.loans.iter().filter(|loan| loan.to == me) {
                let what = match loan.ended {
                    Some(ended) => say::KEPT_LOAN_ENDED.with([name(), loan.from.into(), ended.into()]),
                    None => say::KEPT_LOAN.with([name(), loan.from.into(), loan.due.into()]),
                };
                let right = self.rulebook.assets().map_or(Right::SeeRegister, |rule| rule.rule.see);
                self.book(KeptGroup::Assets, what, None, Readers::Having(right));
            }
            for damage in &asset.damages {
                let what = say::KEPT_DAMAGE.with([name(), damage.on.into()]);
                let words = [Some(damage.words), damage.settled.map(|(_, words)| words)];
                self.of_asset(what, damage.people(), words.into_iter().flatten());
            }
            for loss in &asset.losses {
                let what = say::KEPT_LOSS.with([name(), loss.on.into()]);
                self.of_asset(what, loss.people(), [loss.words].into_iter());
            }
        }
    }

    fn of_asset(&mut self, what: Message, people: (By, PartyId), words: impl Iterator<Item = WordsId>) {
        let me = self.person;
        let (by, of) = people;
        if of != me && !self.is_me(by) {
            return;
        }
        let reads = assets::reads_damage(self.state, self.viewer, people, self.day);
        let until = if of == me { Until::Erased } else { Until::AnotherErased };
        let readers = || self.by_power(&say::SEEN_BY_ASSET_KEEPERS, Power::KeepAssets);
        let right = self.rulebook.assets().map_or(Right::SeeRegister, |rule| rule.rule.see);
        let all: Vec<(WordsId, Readers)> = words.map(|words| (words, readers())).collect();
        self.book(KeptGroup::Assets, what.clone(), None, Readers::Having(right));
        for (words, readers) in all {
            self.words((KeptGroup::Assets, what.clone(), None), words, reads, readers, until);
        }
    }
}
