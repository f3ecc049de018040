//! What is kept about people: every bit of it, where it stands, who sees it and until when; correcting it, and
//! erasing it.

mod about;
mod apply;
pub(crate) mod decide;
mod sight;
mod tied;
mod time;

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub use about::about;
pub(crate) use apply::apply;
pub use sight::{Corrects, corrects, erases, has_left};
pub use tied::{Tie, left_on, ties};
pub(crate) use time::ends;
pub use time::{details_end, mail_before};

use crate::{
    membership::closed_set,
    message::Message,
    rulebook::Citation,
    values::{Slug, WordsId},
};

closed_set! {
    /// What something that is kept belongs to.
    KeptGroup {
        /// Name, address, town.
        Details = "details",
        /// Classes and dates.
        Membership = "membership",
        /// Organizations that one acts for, offices, vouching.
        Offices = "offices",
        /// Documents that one committed to.
        Commitments = "commitments",
        /// Written agreements and signatures.
        Agreements = "agreements",
        /// Proposals, stances, ballots, disclosures, resolutions.
        Decisions = "decisions",
        /// Reviews and feedback.
        Reviews = "reviews",
        /// Cases.
        Cases = "cases",
        /// The interest form and what came of it.
        Applying = "applying",
        /// Notice, settlement and what is handed over.
        Leaving = "leaving",
        /// What one declared.
        Declarations = "declarations",
        /// What one borrowed.
        Assets = "assets",
        /// Waivers, channels and reminders.
        Standing = "standing",
        /// What one filed in the archive, or is named on.
        Archive = "archive",
    }
}

closed_set! {
    /// Where something stands that is kept.
    Stands {
        /// In the book, for good.
        Book = "book",
        /// Beside the book, so that it can be erased.
        Beside = "beside",
    }
}

/// Something that is kept about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it belongs to.
    pub group: KeptGroup,
    /// What it is.
    pub what: Message,
    /// What was written, by what each text speaks of; nothing where nothing was, where it is erased, or where the
    /// person it is about is not among its readers.
    pub texts: Vec<(Slug, String)>,
    /// The words that the texts are, where they stand beside the book.
    pub words: Option<WordsId>,
    /// Where it stands.
    pub stands: Stands,
    /// Who sees it today.
    pub seen_by: Said,
    /// Until when it is kept.
    pub until: Said,
    /// The first day on which it is kept no longer, where that is known.
    pub until_day: Option<Date>,
    /// When it was recorded, where the book has the time.
    pub at: Option<Timestamp>,
}

/// A sentence with the clause that makes it so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The sentence.
    pub says: Message,
    /// The clause, where one makes it so.
    pub cites: Option<Arc<Citation>>,
}
