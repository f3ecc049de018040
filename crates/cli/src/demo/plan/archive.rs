//! What is filed in the archive.

use rochdale_core::{
    archive::{File, REASON, TITLE},
    command::Command,
    values::{DocumentId, PartyId, Slug},
};

use super::{Plan, When};
use crate::demo::teller::Untold;

/// A document as a story has it.
#[derive(Debug, Clone, Copy)]
pub struct Filed {
    /// Its title, by which the rest of the story calls it.
    pub title: &'static str,
    /// Its confidentiality class; the default one if it is given none.
    pub class: Option<&'static str>,
    /// Who is named on it.
    pub named: &'static [&'static str],
}

impl Plan {
    /// Somebody files a document with these bytes.
    pub fn files(&mut self, when: When, by: &'static str, filed: Filed, bytes: Vec<u8>) {
        self.at(when, move |teller| {
            let file = File::of(&bytes)
                .ok_or_else(|| Untold(format!("the archive does not take the file of {}", filed.title)))?;
            let named: Result<Vec<PartyId>, Untold> =
                filed.named.iter().map(|name| teller.party(name)).collect();
            let command = Command::FileDocument {
                class: filed.class.map(Slug::new),
                dated: teller.today(),
                file,
                named: named?,
                words: teller.words([(TITLE, filed.title)]),
            };
            teller.ask_as(by, command)?;
            let document = DocumentId::after(teller.files.len());
            teller.files.push((document, bytes));
            Ok(())
        });
    }

    /// Somebody gives a document another confidentiality class.
    pub fn reclassifies(
        &mut self,
        when: When,
        by: &'static str,
        title: &'static str,
        class: &'static str,
        why: &'static str,
    ) {
        self.at(when, move |teller| {
            let found =
                teller.state.filed_documents().find(|known| known.title(&teller.state) == Some(title));
            let document =
                found.map(|known| known.id).ok_or_else(|| Untold(format!("nobody filed {title}")))?;
            let words = teller.words([(REASON, why)]);
            let class = Slug::new(class);
            teller.ask_as(by, Command::ReclassifyDocument { document, class, named: Vec::new(), words })
        });
    }
}
