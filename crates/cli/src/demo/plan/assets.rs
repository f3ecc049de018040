//! What happens to assets, and what is declared.

use rochdale_core::{
    command::Command,
    personal::Words,
    values::{AssetId, Slug},
};

use super::{Plan, When};
use crate::demo::teller::{Teller, Untold};

/// The asset that was entered last by this name.
fn asset(teller: &Teller, name: &str) -> Result<AssetId, Untold> {
    let known = teller.state.assets().rev().find(|asset| asset.name == name);
    known.map(|asset| asset.id).ok_or_else(|| Untold(format!("nothing called {name} was entered")))
}

/// Words that stand beside a fact.
fn written(teller: &Teller, texts: &[(&str, &str)]) -> Words {
    let texts = texts.iter().map(|(subject, text)| (Slug::new(subject), (*text).to_owned())).collect();
    Words { texts, salt: teller.salt() }
}

impl Plan {
    /// Somebody enters an asset: its name, its kind, the number on it and where it is kept.
    pub fn enters_asset(
        &mut self,
        when: When,
        by: &'static str,
        (name, kind, label, place): (&'static str, &'static str, &'static str, &'static str),
    ) {
        self.at(when, move |teller| {
            let command = Command::EnterAsset {
                kind: Slug::new(kind),
                name: name.to_owned(),
                label: label.to_owned(),
                place: place.to_owned(),
                since: teller.today(),
            };
            teller.ask_as(by, command)
        });
    }

    /// Somebody borrows an asset, to bring it back by the day so many days before today.
    pub fn borrows(&mut self, when: When, name: &'static str, what: &'static str, due: i32) {
        let due = self.day(due);
        self.at(when, move |teller| {
            let (asset, to, on) = (asset(teller, what)?, teller.party(name)?, teller.today());
            teller.ask_as(name, Command::LendAsset { asset, to, on, due })
        });
    }

    /// Somebody brings an asset back.
    pub fn returns(&mut self, when: When, name: &'static str, what: &'static str) {
        self.at(when, move |teller| {
            let (asset, on) = (asset(teller, what)?, teller.today());
            teller.ask_as(name, Command::ReturnAsset { asset, on })
        });
    }

    /// Somebody reports damage to an asset.
    pub fn reports_damage(&mut self, when: When, name: &'static str, what: &'static str, said: &'static str) {
        self.at(when, move |teller| {
            let (asset, on) = (asset(teller, what)?, teller.today());
            let words = written(teller, &[("text", said)]);
            teller.ask_as(name, Command::ReportDamage { asset, on, words })
        });
    }

    /// Somebody settles the damage to an asset.
    pub fn settles_damage(&mut self, when: When, name: &'static str, what: &'static str, said: &'static str) {
        self.at(when, move |teller| {
            let (asset, on) = (asset(teller, what)?, teller.today());
            let words = written(teller, &[("text", said)]);
            teller.ask_as(name, Command::SettleDamage { asset, on, words })
        });
    }

    /// Somebody declares something that begins on the day so many days before today.
    pub fn declares(
        &mut self,
        when: When,
        name: &'static str,
        kind: &'static str,
        begins: i32,
        texts: &'static [(&'static str, &'static str)],
    ) {
        let begins = self.day(begins);
        self.at(when, move |teller| {
            let words = written(teller, texts);
            teller.ask_as(name, Command::Declare { kind: Slug::new(kind), begins, words })
        });
    }
}
