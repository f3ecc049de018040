//! Agreements that were signed on paper.

use rochdale_core::{
    command::Command,
    personal::Words,
    values::{PartyId, Slug},
};

/// The command that records an agreement of a kind with a party, in which each of these sections says something.
pub fn agreed(party: PartyId, kind: &str, sections: &[&str]) -> Command {
    Command::RecordAgreement {
        party,
        kind: Slug::new(kind),
        signed: None,
        until: None,
        words: terms(sections, "salt of what was agreed"),
        paper: None,
    }
}

/// The words of an agreement in which each of these sections says something.
pub fn terms(sections: &[&str], salt: &str) -> Words {
    let texts = sections.iter().map(|section| (Slug::new(section), "As agreed.".to_owned())).collect();
    Words { texts, salt: salt.to_owned() }
}
