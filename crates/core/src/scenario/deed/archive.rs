//! From what somebody does with a document to the command for it.

use std::collections::BTreeMap;

use super::{Trouble, World, written};
use crate::{
    archive::{File, Sort, TITLE},
    command::{By, Command},
    fact::Fact,
    personal::Words,
    scenario::{OnDocument, phrase},
    values::{Digest, PartyId, Slug},
};

/// Does it.
pub(super) fn perform(world: &mut World, by: &str, title: &str, does: &OnDocument) -> Result<(), Trouble> {
    let by = By::Party(world.person(by)?);
    let command = match does {
        OnDocument::File { class, named } => {
            let rulebook = world.rulebook()?;
            let class =
                class.as_deref().map(|class| phrase::confidentiality(&rulebook, class)).transpose()?;
            let file =
                File { hash: Digest::of(title.as_bytes()), bytes: title.len() as u64, sort: Sort::Text };
            let texts = BTreeMap::from([(Slug::new(TITLE), title.to_owned())]);
            let words = Words { texts, salt: "salt of the example".to_owned() };
            Command::FileDocument { class, dated: world.today(), file, named: those(world, named)?, words }
        }
        OnDocument::Reclassify { class, named, text } => {
            let class = phrase::confidentiality(&*world.rulebook()?, class)?;
            let (document, named) = (world.document(title)?.id, those(world, named)?);
            Command::ReclassifyDocument { document, class, named, words: written(text) }
        }
        OnDocument::Erase { text } => {
            Command::EraseDocument { document: world.document(title)?.id, words: written(text) }
        }
    };
    let facts = world.submit(by, command)?;
    for recorded in facts {
        if let Fact::DocumentFiled { document, .. } = recorded.fact {
            world.titles.push((title.to_owned(), document));
        }
    }
    Ok(())
}

fn those(world: &mut World, names: &[String]) -> Result<Vec<PartyId>, Trouble> {
    names.iter().map(|name| world.person(name)).collect()
}
