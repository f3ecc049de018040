//! Mail as a reader gets it: plain text, short, in their language.

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
    /// The mail that brings a link to sign in to `organization` to somebody called `name`.
    pub fn letter_with_link(&self, organization: &str, name: &str, link: &str) -> Letter {
        let body = [("organization", organization.into()), ("name", name.into()), ("link", link.into())];
        Letter {
            subject: self.text_with("letter-sign-in-subject", [("organization", organization.into())]),
            body: self.text_with("letter-sign-in-body", body),
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
