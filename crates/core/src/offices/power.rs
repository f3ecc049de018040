//! The powers that an office can have. A closed set: each is asked for by some command or page.

use serde::{Deserialize, Serialize};

use crate::membership::closed_set;

closed_set! {
    /// What an office lets its holder do for the co-op.
    Power {
        /// Enter people and organizations, name representatives, record the end of memberships, and see
        /// how members can be reached and who committed to what.
        KeepMembers = "keep-members",
        /// Read what applicants sent, answer and invite them.
        AnswerApplicants = "answer-applicants",
        /// Admit to the classes that are entered by office.
        Admit = "admit",
        /// Erase the details of people who have left.
        ProtectData = "protect-data",
        /// Publish the documents that members commit to.
        Publish = "publish",
        /// Sign written agreements for the co-op.
        SignAgreements = "sign-agreements",
        /// Record what was paid.
        RecordPayments = "record-payments",
        /// Give and end offices.
        Appoint = "appoint",
        /// Handle complaints, audit requests and other cases.
        HandleCases = "handle-cases",
        /// Keep the asset register, and lend what stands in it.
        KeepAssets = "keep-assets",
        /// Vouch for somebody who can no longer sign in; it takes two.
        RestoreAccess = "restore-access",
    }
}
