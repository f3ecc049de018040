//! The accounts that were looked up a moment ago, so that a page does not wait for the database.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};
use rochdale_core::values::{PartyId, Slug};

use super::Account;
use crate::hash::Digest;

/// How long an account is believed. A revocation by this program counts at once, one by another
/// program on the same database after this time.
const BELIEVED_FOR: SignedDuration = SignedDuration::from_secs(10);

/// How many are remembered, so that memory has a bound.
const REMEMBERED_MAX: usize = 10_000;

/// Accounts with the time at which each was looked up.
#[derive(Default)]
pub struct KnownAccounts(Mutex<BTreeMap<Digest, (Account, Timestamp)>>);

impl KnownAccounts {
    fn accounts(&self) -> MutexGuard<'_, BTreeMap<Digest, (Account, Timestamp)>> {
        // Nothing is half done under this lock, so a panic elsewhere has spoilt nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The account, if it was looked up just now.
    pub fn get(&self, id: Digest, now: Timestamp) -> Option<Account> {
        let accounts = self.accounts();
        let (account, looked_up) = accounts.get(&id)?;
        let age = now.duration_since(*looked_up);
        (!age.is_negative() && age < BELIEVED_FOR).then(|| account.clone())
    }

    /// Remembers an account that was looked up at `now`.
    pub fn remember(&self, account: &Account, now: Timestamp) {
        let mut accounts = self.accounts();
        if accounts.len() >= REMEMBERED_MAX {
            accounts.clear();
        }
        accounts.insert(account.id, (account.clone(), now));
    }

    /// Forgets the accounts of a party: none of them is good any longer.
    pub fn forget_of(&self, organization: &Slug, party: PartyId) {
        let is_theirs =
            |account: &Account| account.organization == *organization && account.party == Some(party);
        self.accounts().retain(|_, (account, _)| !is_theirs(account));
    }

    /// Forgets an account that is no longer good.
    pub fn forget(&self, id: Digest) {
        self.accounts().remove(&id);
    }
}
