//! Taking a book out of a database and into another one, as JSON Lines.

use std::io::{BufRead, Write};

use futures_util::TryStreamExt;
use rochdale_core::values::Slug;

use crate::{
    database::{Database, Erasure, NotAppended},
    entry::Head,
    fault::{Fault, Unread},
    flaw::Flaw,
    line::{Header, entry_line, written},
    verify::{Verified, read_export},
};

/// Writes the book of `organization` through its present end to `out`, with the personal details
/// that are not erased only if `personal`. Each entry is checked on its way out, so that a damaged
/// book is not handed on as a sound one. `place` names the file in faults.
pub async fn export(
    database: &Database,
    organization: &Slug,
    personal: bool,
    out: &mut impl Write,
    place: &str,
) -> Result<Head, Unread> {
    let (head, mut entries) = database.whole_book(organization).await?;
    let mut line = |text: Result<String, crate::flaw::Wrong>, height: u64| -> Result<(), Unread> {
        let text = text.map_err(|wrong| Flaw::at(height, wrong))?;
        writeln!(out, "{text}").map_err(|error| cannot_write(place, &error).into())
    };
    line(written(&Header::new(organization, &head, personal)), 0)?;
    let mut last = Head::default();
    while let Some(entry) = entries.try_next().await? {
        entry.check(&last)?;
        last = entry.head();
        line(entry_line(&entry, personal), entry.height)?;
    }
    out.flush().map_err(|error| cannot_write(place, &error))?;
    Ok(head)
}

fn cannot_write(place: &str, error: &std::io::Error) -> Fault {
    Fault {
        what: format!("the export cannot be written: {error}"),
        place: place.to_owned(),
        mend: "Make room or choose another place, and export again; the book itself is unharmed.".to_owned(),
    }
}

/// Why a book was not brought in. Nothing of it is in the database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotImported {
    /// The database has a book of that organization: no machine has failed, it was brought to the wrong place.
    #[error("{0}")]
    IsThere(Fault),
    /// The file is damaged, or the machine failed.
    #[error("{0}")]
    Unread(#[from] Unread),
}

impl NotImported {
    /// The same as a fault, for callers that can do nothing else about it either.
    pub fn into_fault(self, place: &str) -> Fault {
        match self {
            Self::IsThere(fault) => fault,
            Self::Unread(unread) => unread.into_fault(place),
        }
    }
}

/// Brings an exported book into a database that has no book of that organization yet: all of it, or
/// nothing. The whole file is verified, and every fact read, before the first entry goes in. `place`
/// names the file in faults.
pub async fn import(
    database: &Database,
    book: &mut impl BufRead,
    place: &str,
) -> Result<Verified, NotImported> {
    let (mut entries, mut erasures) = (Vec::new(), Vec::new());
    let (header, verified) = read_export(book, place, |entry| {
        // A book that this version cannot replay would keep it from starting.
        let happened = entry.happened()?;
        // What the book says was erased does not come back with a file that still has it.
        erasures.extend(Erasure::by(&happened.recorded.fact, entry.height));
        entries.push(entry);
        Ok(())
    })?;
    let already_there = Fault {
        what: format!("there already is a book of {}", header.organization),
        place: database.place().to_owned(),
        mend: "Import into another database; a book is never written over.".to_owned(),
    };
    match database.append(&header.organization, &entries, &erasures).await {
        Ok(()) => Ok(verified),
        Err(NotAppended::HeadMoved) => Err(NotImported::IsThere(already_there)),
        Err(NotAppended::Fault(fault)) => Err(Unread::Fault(fault).into()),
    }
}
