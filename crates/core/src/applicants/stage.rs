//! How far an applicant has come.

use serde::{Deserialize, Serialize};

use crate::membership::closed_set;

closed_set! {
    /// How far an applicant has come.
    ApplicantStage {
        /// Nobody has answered yet.
        New = "new",
        /// Somebody talks with them.
        Talking = "talking",
        /// They are in the book, and invited to commit to what members commit to.
        Invited = "invited",
        /// They are in.
        Admitted = "admitted",
        /// They are not taken in.
        Declined = "declined",
        /// They do not want to come any more.
        Withdrawn = "withdrawn",
    }
}

impl ApplicantStage {
    /// Whether they still ask to come in.
    pub fn is_open(self) -> bool {
        matches!(self, ApplicantStage::New | ApplicantStage::Talking | ApplicantStage::Invited)
    }
}
