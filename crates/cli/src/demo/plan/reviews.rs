//! Steps of a year: reviews.

use rochdale_core::command::{By, Command};

use super::{Plan, When};

impl Plan {
    /// The desk names who guides somebody, from that day on.
    pub fn names_guide(&mut self, when: When, name: &'static str, guide: &'static str) {
        self.at(when, move |teller| {
            let (membership, person) = (teller.membership(name)?, teller.party(guide)?);
            teller.ask(By::Desk, Command::NameGuide { membership, person, from: teller.today() })
        });
    }

    /// Somebody says something towards a review of another.
    pub fn says_towards(
        &mut self,
        when: When,
        by: &'static str,
        of: &'static str,
        review: u32,
        text: &'static str,
    ) {
        self.at(when, move |teller| {
            let (membership, words) = (teller.membership(of)?, teller.words([("text", text)]));
            teller.ask_as(by, Command::GiveFeedback { membership, review, words })
        });
    }

    /// The guide writes a review: what it says on each subject.
    pub fn writes_review(
        &mut self,
        when: When,
        by: &'static str,
        of: &'static str,
        review: u32,
        texts: Vec<(&'static str, &'static str)>,
    ) {
        self.at(when, move |teller| {
            let (membership, words) = (teller.membership(of)?, teller.words(texts));
            teller.ask_as(by, Command::WriteReview { membership, review, words })
        });
    }
}
