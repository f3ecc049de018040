//! Long lists, a page at a time.

use rochdale_core::{message::Message, messages::VALUE_IS_NO_NUMBER};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How many items a page has, unless the caller asks for another number.
const PER_PAGE: u32 = 50;
/// How many items a page has at most.
pub const PER_PAGE_MAX: u32 = 200;

/// Which page.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// Which page, from 1.
    #[param(minimum = 1)]
    pub page: Option<u32>,
    /// How many items on a page.
    #[param(minimum = 1, maximum = 200)]
    pub per_page: Option<u32>,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are; 1 where the list is empty.
    pub pages: u64,
    /// How many items there are on all pages, of those that the caller may see.
    pub total: u64,
}

impl Paging {
    /// The parameter that is out of range, and what would be in it; `None` where all is well.
    pub fn wrong(self) -> Option<(&'static str, Message)> {
        let numbers = |most: u32| VALUE_IS_NO_NUMBER.with(["1".into(), most.to_string().into()]);
        if self.page == Some(0) {
            return Some(("page", numbers(u32::MAX)));
        }
        let in_range = self.per_page.is_none_or(|per_page| (1..=PER_PAGE_MAX).contains(&per_page));
        (!in_range).then(|| ("per_page", numbers(PER_PAGE_MAX)))
    }

    /// Which page, from 1.
    pub fn number(self) -> u32 {
        self.page.unwrap_or(1)
    }

    /// The place of the first item of the page in a list that starts at 0, and how many items it has
    /// at most.
    pub fn stretch(self) -> (u64, u64) {
        let size = u64::from(self.per_page.unwrap_or(PER_PAGE));
        (u64::from(self.number() - 1) * size, size)
    }

    /// The page of these items of a list of `total`.
    pub fn page<T>(self, items: Vec<T>, total: u64) -> Page<T> {
        let (_, size) = self.stretch();
        Page { items, page: self.number(), pages: total.div_ceil(size).max(1), total }
    }

    /// The page of a whole list, each item of it drawn by `view`.
    pub fn cut<T, V>(self, all: &[T], view: impl Fn(&T) -> V) -> Page<V> {
        let (first, size) = self.stretch();
        let skipped = usize::try_from(first).unwrap_or(usize::MAX);
        let taken = usize::try_from(size).unwrap_or(usize::MAX);
        self.page(all.iter().skip(skipped).take(taken).map(view).collect(), all.len() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(page: u32, per_page: u32) -> (Vec<u32>, u64) {
        let paging = Paging { page: Some(page), per_page: Some(per_page) };
        let page = paging.cut(&[1, 2, 3, 4, 5], |item| *item);
        (page.items, page.pages)
    }

    #[test]
    fn a_list_is_cut_into_pages() {
        assert_eq!(cut(1, 2), (vec![1, 2], 3));
        assert_eq!(cut(3, 2), (vec![5], 3));
        assert_eq!(cut(4, 2), (vec![], 3));
        assert_eq!(cut(u32::MAX, 200), (vec![], 1));
    }

    #[test]
    fn what_is_out_of_range_is_named() {
        let wrong = |page, per_page| Paging { page, per_page }.wrong().map(|(name, _)| name);
        assert_eq!(wrong(None, None), None);
        assert_eq!(wrong(Some(0), None), Some("page"));
        assert_eq!(wrong(None, Some(0)), Some("per_page"));
        assert_eq!(wrong(None, Some(201)), Some("per_page"));
    }
}
