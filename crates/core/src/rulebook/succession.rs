//! What makes an edition the next one after another. The checker of folders and the deciding on amendments
//! both ask here.

use jiff::civil::Date;

use super::Front;

/// Why an edition cannot come next after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// It is of another co-op.
    OfAnotherCoOp,
    /// Its number is not the next one, which is this.
    NumberIsNotNext(u32),
    /// It would take force no later than the one before it, which does on this day.
    InForceNoLater(Date),
}

impl Front {
    /// Why this edition cannot come next after `before`: an edition holds from its first day until the day
    /// before the next one's, so that every day has one edition and no day has two. Empty where it can; of
    /// another co-op's edition nothing else is asked.
    pub fn gaps_after(&self, before: &Front) -> Vec<Gap> {
        if self.id != before.id {
            return vec![Gap::OfAnotherCoOp];
        }
        let next = before.edition.checked_add(1);
        let number = (next != Some(self.edition)).then(|| Gap::NumberIsNotNext(next.unwrap_or(u32::MAX)));
        let is_later = self.in_force_from > before.in_force_from;
        let day = (!is_later).then_some(Gap::InForceNoLater(before.in_force_from));
        number.into_iter().chain(day).collect()
    }
}
