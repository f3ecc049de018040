//! Books that end with the program: for tests, simulations and trying things out.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use rochdale_core::values::Slug;

use super::{Erasure, Goes, NotAppended};
use crate::{
    accounts::Account,
    beside::Beside,
    entry::{Entry, Head},
    hash::Digest,
};

/// Everything that a database keeps, in ordered maps.
#[derive(Default)]
pub struct Memory {
    books: Mutex<BTreeMap<Slug, Vec<Entry>>>,
    accounts: Mutex<BTreeMap<Digest, Account>>,
    beside: Mutex<Beside>,
}

impl Memory {
    fn books(&self) -> MutexGuard<'_, BTreeMap<Slug, Vec<Entry>>> {
        // Nothing is half done under this lock, so a panic elsewhere has spoilt nothing.
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn accounts(&self) -> MutexGuard<'_, BTreeMap<Digest, Account>> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What signing in and the outbox keep.
    pub fn beside(&self) -> MutexGuard<'_, Beside> {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn organizations(&self) -> Vec<Slug> {
        self.books().keys().cloned().collect()
    }

    pub fn head(&self, organization: &Slug) -> Head {
        self.books().get(organization).and_then(|book| book.last()).map_or_else(Head::default, Entry::head)
    }

    pub fn entries(&self, organization: &Slug, from: u64, through: u64) -> Vec<Entry> {
        let books = self.books();
        let book = books.get(organization).map_or(&[][..], Vec::as_slice);
        book.iter().filter(|entry| (from..=through).contains(&entry.height)).cloned().collect()
    }

    pub fn append(
        &self,
        organization: &Slug,
        entries: &[Entry],
        erasures: &[Erasure],
    ) -> Result<(), NotAppended> {
        let mut books = self.books();
        if let Some(first) = entries.first() {
            let height = books.get(organization).map_or(0, Vec::len) as u64;
            if first.height != height + 1 {
                return Err(NotAppended::HeadMoved);
            }
            books.entry(organization.clone()).or_default().extend_from_slice(entries);
        }
        drop(books);
        for erasure in erasures {
            self.erase(organization, erasure);
        }
        Ok(())
    }

    pub fn erase(&self, organization: &Slug, erasure: &Erasure) {
        for entry in self.books().get_mut(organization).into_iter().flatten() {
            if let Some(personal) = &mut entry.personal
                && personal.party == erasure.party
                && entry.height < erasure.before
                && erasure.what.takes_beside(&entry.payload)
            {
                personal.body = None;
            }
        }
        let is_theirs = |of: &Slug, party| of == organization && party == Some(erasure.party);
        match erasure.what {
            Goes::Everything => {
                self.accounts().retain(|_, account| !is_theirs(&account.organization, account.party));
                self.beside().forget(organization, erasure.party);
            }
            Goes::Details => self.beside().forget_ways(organization, erasure.party),
            Goes::Words(_) => {}
            Goes::Document(document) => {
                self.beside().files.remove(&(organization.clone(), document));
            }
        }
    }
}
