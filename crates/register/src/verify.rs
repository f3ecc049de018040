//! Verifying a book from its first entry to its last, in a database or in an exported file. Needs
//! no rule and no state: only the entries and their hashes.

use std::io::BufRead;

use futures_util::TryStreamExt;
use rochdale_core::values::Slug;

use crate::{
    database::Database,
    entry::{Entry, Head},
    fault::{Fault, Unread},
    flaw::{Flaw, Wrong},
    line::{Header, read_entry},
};

/// A book in which nothing is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Whose book.
    pub organization: Slug,
    /// Its end. Whoever wrote this hash down before can compare: the same height must have the same hash.
    pub head: Head,
    /// How many entries bring personal details that are not here: erased, or left out of the export.
    pub without_details: u64,
}

impl Verified {
    fn empty(organization: &Slug) -> Self {
        Self { organization: organization.clone(), head: Head::default(), without_details: 0 }
    }

    fn follow(&mut self, entry: &Entry) -> Result<(), Flaw> {
        entry.check(&self.head)?;
        self.head = entry.head();
        self.without_details += u64::from(entry.personal.as_ref().is_some_and(|part| part.body.is_none()));
        Ok(())
    }
}

/// Verifies the book of an organization in a database; the error is the first flaw.
pub async fn verify(database: &Database, organization: &Slug) -> Result<Verified, Unread> {
    let mut verified = Verified::empty(organization);
    let mut entries = database.entries(organization, 1, u64::MAX);
    while let Some(entry) = entries.try_next().await? {
        verified.follow(&entry)?;
    }
    Ok(verified)
}

/// Verifies an exported book; the error is the first flaw, with its line. `place` names the file in
/// faults.
pub fn verify_export(book: &mut impl BufRead, place: &str) -> Result<Verified, Unread> {
    read_export(book, place, |_| Ok(())).map(|(_, verified)| verified)
}

/// Reads and verifies an exported book, handing over each entry once it is found sound.
pub(crate) fn read_export(
    book: &mut impl BufRead,
    place: &str,
    mut take: impl FnMut(Entry) -> Result<(), Flaw>,
) -> Result<(Header, Verified), Unread> {
    let mut lines = Lines { book, place, number: 0 };
    let on_line = |number: u64, mut flaw: Flaw| {
        flaw.line = Some(number);
        Unread::from(flaw)
    };
    let first = lines.next(0)?.unwrap_or_default();
    let header = Header::read(&first).map_err(|wrong| on_line(1, Flaw::at(0, wrong)))?;
    let mut verified = Verified::empty(&header.organization);
    while let Some(line) = lines.next(verified.head.height + 1)? {
        let height = verified.head.height + 1;
        let entry =
            read_entry(&header, &line).map_err(|wrong| on_line(lines.number, Flaw::at(height, wrong)))?;
        verified.follow(&entry).map_err(|flaw| on_line(lines.number, flaw))?;
        take(entry).map_err(|flaw| on_line(lines.number, flaw))?;
    }
    let wrong = if verified.head.height != header.height {
        Wrong::End { found: verified.head.height, expected: header.height }
    } else if verified.head.hash != header.head {
        Wrong::EndHash
    } else {
        return Ok((header, verified));
    };
    Err(on_line(lines.number, Flaw::at(verified.head.height, wrong)))
}

/// The lines of a file, each with its end.
struct Lines<'a, B> {
    book: &'a mut B,
    place: &'a str,
    number: u64,
}

impl<B: BufRead> Lines<'_, B> {
    /// The next line without its end; `None` after the last. `height` is where a flaw would be.
    fn next(&mut self, height: u64) -> Result<Option<String>, Unread> {
        let mut bytes = Vec::new();
        self.book.read_until(b'\n', &mut bytes).map_err(|error| {
            Unread::from(Fault {
                what: format!("the file cannot be read: {error}"),
                place: self.place.to_owned(),
                mend: "Look whether the file is there and may be read.".to_owned(),
            })
        })?;
        if bytes.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let flaw = |what: &str| {
            let wrong = Wrong::Unreadable(what.to_owned());
            Unread::from(Flaw { line: Some(self.number), height, wrong })
        };
        if bytes.pop() != Some(b'\n') {
            return Err(flaw("the line has no end: the file was cut off"));
        }
        String::from_utf8(bytes).map(Some).map_err(|_| flaw("the line is not UTF-8 text"))
    }
}
