//! How long what is kept about people is kept.

use serde::{Deserialize, Serialize};

use crate::membership::closed_set;

closed_set! {
    /// What is kept about people beside the book, and has a time of its own.
    Retained {
        /// The details of whoever has left, with everything that goes with them.
        Details = "details",
        /// What applicants sent who were declined or withdrew, and what was noted about them.
        Applicants = "applicants",
        /// What was written in a case, once it is closed.
        Cases = "cases",
        /// What was written in reviews, and towards them.
        Reviews = "reviews",
        /// Mail that was sent, with its addresses.
        Mail = "mail",
    }
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// What.
    pub what: Retained,
    /// After how many calendar months it is erased by itself.
    pub months: u32,
    /// For how many calendar months it is kept at least; 0 where whoever asks earlier is erased at once.
    pub months_min: u32,
}
