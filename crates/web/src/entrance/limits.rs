//! How often somebody may knock, by the address they come from and by whom they knock for. Each has a
//! bucket that fills drop by drop; an instant says all that there is to say of one: when it is full again.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{SignedDuration, Timestamp};

/// How many buckets are remembered, so that memory has a bound.
const BUCKETS_MAX: usize = 50_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Asking for links by mail, from one address.
    AskForLinks,
    /// Asking for links to one mailbox.
    FillMailbox,
    /// Opening and redeeming links, from one address.
    OpenLinks,
    /// Signing in by tokens, from one address.
    TryTokens,
    /// Beginning sessions by one token.
    UseToken,
    /// Asking for and answering passkeys' challenges, from one address.
    TryPasskeys,
    /// Signing in as one person by passkeys.
    UsePasskeys,
    /// Sending the interest form, from one address.
    SendInterest,
    /// Sending mail to try whether it arrives, by one desk.
    TestMail,
}

impl Deed {
    /// How many fit at once, and how long one takes to come back.
    fn bucket(self) -> (i32, SignedDuration) {
        match self {
            Deed::AskForLinks => (10, SignedDuration::from_mins(1)),
            Deed::FillMailbox => (3, SignedDuration::from_mins(5)),
            Deed::OpenLinks => (30, SignedDuration::from_secs(10)),
            Deed::TryTokens => (10, SignedDuration::from_secs(30)),
            Deed::UseToken => (10, SignedDuration::from_mins(1)),
            Deed::TryPasskeys => (60, SignedDuration::from_secs(5)),
            Deed::UsePasskeys => (10, SignedDuration::from_secs(30)),
            // A library or an office has one address for many; a program has no use for six an hour.
            Deed::SendInterest => (10, SignedDuration::from_mins(10)),
            Deed::TestMail => (5, SignedDuration::from_mins(1)),
        }
    }
}

type Key = (Deed, String);

/// The buckets that are not full.
#[derive(Default)]
pub struct Limits(Mutex<Buckets>);

#[derive(Default)]
struct Buckets {
    /// When each is full again.
    full: BTreeMap<Key, Timestamp>,
    /// The same, the first to be full first.
    order: BTreeSet<(Timestamp, Key)>,
}

impl Limits {
    fn buckets(&self) -> MutexGuard<'_, Buckets> {
        // Nothing is half done under this lock, so a panic elsewhere has spoilt nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes one out of the bucket of `whom`; where it is empty, says how long until there is one.
    pub fn take(&self, deed: Deed, whom: &str, now: Timestamp) -> Result<(), SignedDuration> {
        let (size, each) = deed.bucket();
        let mut buckets = self.buckets();
        buckets.forget_full(now);
        let key = (deed, whom.to_owned());
        let full = buckets.full.get(&key).copied().unwrap_or(now).max(now);
        let after = full.checked_add(each).unwrap_or(Timestamp::MAX);
        let wait = after.duration_since(now) - each * size;
        if wait.is_positive() {
            return Err(wait);
        }
        buckets.set(key, after);
        Ok(())
    }
}

impl Buckets {
    /// Forgets the buckets that are full again: they are like those never touched.
    fn forget_full(&mut self, now: Timestamp) {
        while let Some((full, key)) = self.order.first().filter(|(full, _)| *full <= now).cloned() {
            self.order.remove(&(full, key.clone()));
            self.full.remove(&key);
        }
    }

    fn set(&mut self, key: Key, full: Timestamp) {
        if let Some(before) = self.full.insert(key.clone(), full) {
            self.order.remove(&(before, key.clone()));
        }
        self.order.insert((full, key));
        // Whoever knocks as ever new people pushes out those nearest to being full, and nobody who is at
        // their limit.
        if self.full.len() > BUCKETS_MAX
            && let Some((_, key)) = self.order.pop_first()
        {
            self.full.remove(&key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_767_225_600 + second).unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills_drop_by_drop() {
        let limits = Limits::default();
        for _ in 0..3 {
            assert_eq!(limits.take(Deed::FillMailbox, "ana", at(0)), Ok(()));
        }
        assert_eq!(limits.take(Deed::FillMailbox, "ana", at(0)), Err(SignedDuration::from_mins(5)));
        assert_eq!(limits.take(Deed::FillMailbox, "ana", at(299)), Err(SignedDuration::from_secs(1)));
        // Being turned away costs nothing.
        assert_eq!(limits.take(Deed::FillMailbox, "ana", at(300)), Ok(()));
        assert!(limits.take(Deed::FillMailbox, "ana", at(300)).is_err());
        assert_eq!(limits.take(Deed::FillMailbox, "ana", at(100_000)), Ok(()));
    }

    #[test]
    fn nobody_empties_the_bucket_of_another() {
        let limits = Limits::default();
        while limits.take(Deed::FillMailbox, "ana", at(0)).is_ok() {}
        assert_eq!(limits.take(Deed::FillMailbox, "bo", at(0)), Ok(()));
        assert_eq!(limits.take(Deed::TryTokens, "ana", at(0)), Ok(()));
    }

    #[test]
    fn memory_has_a_bound_and_whoever_is_at_their_limit_stays_there() {
        let limits = Limits::default();
        while limits.take(Deed::FillMailbox, "ana", at(0)).is_ok() {}
        for number in 0..BUCKETS_MAX + 500 {
            limits.take(Deed::FillMailbox, &number.to_string(), at(0)).unwrap();
        }
        assert_eq!(limits.buckets().full.len(), BUCKETS_MAX);
        assert_eq!(limits.buckets().order.len(), BUCKETS_MAX);
        assert!(limits.take(Deed::FillMailbox, "ana", at(0)).is_err());
        limits.take(Deed::FillMailbox, "bo", at(100_000)).unwrap();
        assert_eq!(limits.buckets().full.len(), 1, "what is full is forgotten");
    }
}
