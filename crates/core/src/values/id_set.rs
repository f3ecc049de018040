//! A set of ids kept as ranges: a roll of a million members is a few bytes.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

/// An ordered set of numbered ids, held as closed ranges `[first, last]` in rising order that
/// neither touch nor overlap, so that equal sets have equal bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IdSet<T> {
    ranges: Vec<(u32, u32)>,
    #[serde(skip)]
    of: PhantomData<T>,
}

impl<T> Default for IdSet<T> {
    fn default() -> Self {
        Self { ranges: Vec::new(), of: PhantomData }
    }
}

impl<T: From<u32> + Into<u32>> IdSet<T> {
    /// How many ids are in the set.
    pub fn len(&self) -> u64 {
        self.ranges.iter().map(|(first, last)| u64::from(last - first) + 1).sum()
    }

    /// Whether nobody is in the set.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether `id` is in the set; a search among the ranges.
    pub fn contains(&self, id: T) -> bool {
        let id = id.into();
        let after = self.ranges.partition_point(|(first, _)| *first <= id);
        after > 0 && self.ranges[after - 1].1 >= id
    }

    /// Adds `id`; says whether it was new.
    pub fn insert(&mut self, id: T) -> bool {
        let id = id.into();
        // Most sets are filled in rising order, at the end.
        let is_behind_all = self.ranges.last().is_none_or(|(_, last)| *last < id);
        let after = if is_behind_all {
            self.ranges.len()
        } else {
            self.ranges.partition_point(|(first, _)| *first <= id)
        };
        if after > 0 && self.ranges[after - 1].1 >= id {
            return false;
        }
        let joins_before = after > 0 && self.ranges[after - 1].1.checked_add(1) == Some(id);
        let joins_after = after < self.ranges.len() && id.checked_add(1) == Some(self.ranges[after].0);
        match (joins_before, joins_after) {
            (true, true) => {
                self.ranges[after - 1].1 = self.ranges[after].1;
                self.ranges.remove(after);
            }
            (true, false) => self.ranges[after - 1].1 = id,
            (false, true) => self.ranges[after].0 = id,
            (false, false) => self.ranges.insert(after, (id, id)),
        }
        true
    }

    /// The ids in rising order.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.ranges.iter().flat_map(|(first, last)| (*first..=*last).map(T::from))
    }
}

impl<T: From<u32> + Into<u32>> FromIterator<T> for IdSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(ids: I) -> Self {
        let mut set = Self::default();
        for id in ids {
            set.insert(id);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn holds_what_an_ordinary_set_holds(ids in proptest::collection::vec(0u32..60, 0..80)) {
            let ours: IdSet<u32> = ids.iter().copied().collect();
            let plain: BTreeSet<u32> = ids.into_iter().collect();
            prop_assert_eq!(ours.iter().collect::<Vec<_>>(), plain.iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(ours.len(), plain.len() as u64);
            for id in 0..60 {
                prop_assert_eq!(ours.contains(id), plain.contains(&id));
            }
        }
    }

    #[test]
    fn neighbours_become_one_range() {
        let set: IdSet<u32> = [1, 3, 2, 7].into_iter().collect();
        assert_eq!(serde_json::to_string(&set).unwrap(), "[[1,3],[7,7]]");
    }
}
