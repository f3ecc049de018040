//! Telling of agreements that are drafted and signed on screen.

use std::collections::BTreeMap;

use rochdale_core::{agreements::Agreement, command::Command, personal::Words, values::Slug};

use super::{
    plan::{Plan, When},
    teller::{Teller, Untold},
};

/// What the sections of an agreement say.
pub type Sections = &'static [(&'static str, &'static str)];

/// The same as words that stand beside the register.
pub fn terms(teller: &Teller, sections: Sections) -> Words {
    let texts: BTreeMap<Slug, String> =
        sections.iter().map(|(section, text)| (Slug::new(section), (*text).to_owned())).collect();
    Words { texts, salt: teller.salt() }
}

/// The agreement with somebody that waits for a signature.
fn open<'a>(teller: &'a Teller, name: &str) -> Result<&'a Agreement, Untold> {
    let open = teller.state.agreements_with(teller.party(name)?).find(|agreement| agreement.is_open());
    open.map(|agreement| &**agreement).ok_or_else(|| Untold(format!("no agreement with {name} waits")))
}

impl Plan {
    /// Somebody drafts an agreement with another; `until` is how many days ago its last day was.
    pub fn drafts_agreement(
        &mut self,
        when: When,
        by: &'static str,
        name: &'static str,
        kind: &'static str,
        sections: Sections,
        until: i32,
    ) {
        let until = Some(self.day(until));
        self.at(when, move |teller| {
            let (party, words) = (teller.party(name)?, terms(teller, sections));
            teller.ask_as(by, Command::DraftAgreement { party, kind: Slug::new(kind), until, words })
        });
    }

    /// Somebody signs the agreement with another that waits, for the side that is theirs.
    pub fn signs_on_screen(&mut self, when: When, by: &'static str, name: &'static str) {
        self.at(when, move |teller| {
            let waits = open(teller, name)?;
            let (agreement, hash) = (waits.id, waits.hash().unwrap_or_default());
            let words = terms(teller, &[]);
            let texts = BTreeMap::from([(Slug::new("name"), by.to_owned())]);
            teller.ask_as(by, Command::SignAgreement { agreement, hash, words: Words { texts, ..words } })
        });
    }
}
