//! Mail as a reader gets it: plain text, short, in their language.

use jiff::{Timestamp, civil::Date};

use crate::Words;

/// A mail before it has an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// What stands above it.
    pub subject: String,
    /// What it says.
    pub body: String,
}

impl Words<'_> {
    /// The mail that brings a link to sign in to `organization`. It names nobody: whoever has an account writes their
    /// name and address as they like, and would else write to strangers through us.
    pub fn letter_with_link(&self, organization: &str, link: &str) -> Letter {
        let body = [("organization", organization.into()), ("link", link.into())];
        Letter {
            subject: self.text_with("letter-sign-in-subject", [("organization", organization.into())]),
            body: self.text_with("letter-sign-in-body", body),
        }
    }

    /// The mail that says that an interest form arrived.
    pub fn letter_of_arrival(&self, organization: &str) -> Letter {
        let named = || [("organization", organization.into())];
        Letter {
            subject: self.text_with("letter-arrival-subject", named()),
            body: self.text_with("letter-arrival-body", named()),
        }
    }

    /// The mail that invites an applicant to commit, with a link to sign in, and where to get another.
    pub fn letter_of_invitation(&self, organization: &str, class: &str, link: &str, sign_in: &str) -> Letter {
        let body = [
            ("organization", organization.into()),
            ("class", class.into()),
            ("link", link.into()),
            ("address", sign_in.into()),
        ];
        Letter {
            subject: self.text_with("letter-invitation-subject", [("organization", organization.into())]),
            body: self.text_with("letter-invitation-body", body),
        }
    }

    /// The mail that tells an applicant that they are in, with the address of their page of today.
    pub fn letter_of_admission(&self, organization: &str, class: &str, today: &str) -> Letter {
        let body =
            [("organization", organization.into()), ("class", class.into()), ("address", today.into())];
        Letter {
            subject: self.text_with("letter-admission-subject", [("organization", organization.into())]),
            body: self.text_with("letter-admission-body", body),
        }
    }

    /// The mail that reminds somebody called `name` of what waits for a member; `duties` has a line for each.
    pub fn letter_of_reminder(
        &self,
        organization: &str,
        name: &str,
        member: &str,
        duties: &str,
        today: &str,
    ) -> Letter {
        let body = [
            ("organization", organization.into()),
            ("name", name.into()),
            ("member", member.into()),
            ("duties", duties.into()),
            ("address", today.into()),
        ];
        Letter {
            subject: self.text_with("letter-reminder-subject", [("organization", organization.into())]),
            body: self.text_with("letter-reminder-body", body),
        }
    }

    /// The mail that tells a member, or whoever acts for one, that the membership ended, with the address of the page of
    /// what is kept about them.
    pub fn letter_of_an_end(&self, organization: &str, on: Date, kept: &str) -> Letter {
        let body = [("organization", organization.into()), ("day", on.into()), ("address", kept.into())];
        Letter {
            subject: self.text_with("letter-end-subject", [("organization", organization.into())]),
            body: self.text_with("letter-end-body", body),
        }
    }

    /// The mail that tells somebody that they were named to act for a member, with the address of their page of today.
    pub fn letter_to_a_representative(&self, organization: &str, today: &str) -> Letter {
        let body = [("organization", organization.into()), ("address", today.into())];
        Letter {
            subject: self.text_with("letter-representative-subject", [("organization", organization.into())]),
            body: self.text_with("letter-representative-body", body),
        }
    }

    /// The mail that tells an applicant that they are not taken in.
    pub fn letter_to_the_declined(&self, organization: &str) -> Letter {
        let named = || [("organization", organization.into())];
        Letter {
            subject: self.text_with("letter-declined-subject", named()),
            body: self.text_with("letter-declined-body", named()),
        }
    }

    /// The mail to the address that somebody had: it was changed, and when.
    pub fn letter_of_correction(&self, organization: &str, at: Timestamp) -> Letter {
        Letter {
            subject: self.text_with("letter-corrected-subject", [("organization", organization.into())]),
            body: self.text_with(
                "letter-corrected-body",
                [("organization", organization.into()), ("at", at.into())],
            ),
        }
    }

    /// The mail that says nothing but that it arrived.
    pub fn test_letter(&self, organization: &str) -> Letter {
        Letter {
            subject: self.text_with("letter-test-subject", [("organization", organization.into())]),
            body: self.text_with("letter-test-body", [("organization", organization.into())]),
        }
    }
}
