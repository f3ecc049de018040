//! Steps of a year: cases, and vouching for somebody who is locked out.

use rochdale_core::{command::Command, values::Slug};

use super::{Plan, Untold, When};

impl Plan {
    /// Somebody opens a case about others, or about nobody.
    pub fn opens_case(
        &mut self,
        when: When,
        by: &'static str,
        kind: &'static str,
        about: &'static [&'static str],
        text: &'static str,
    ) {
        self.at(when, move |teller| {
            let about = about.iter().map(|name| teller.party(name)).collect::<Result<_, _>>()?;
            let words = teller.words([("text", text)]);
            teller.ask_as(by, Command::OpenCase { kind: Slug::new(kind), about, words })
        });
    }

    /// Somebody takes the first step in the last case that `of` opened.
    pub fn takes_step(&mut self, when: When, of: &'static str, by: &'static str, text: &'static str) {
        self.at(when, move |teller| {
            let opened_by = teller.party(of)?;
            let case = teller.state.cases().rev().find(|case| case.by == opened_by).map(|case| case.id);
            let case = case.ok_or_else(|| Untold(format!("{of} opened no case")))?;
            let words = teller.words([("text", text)]);
            teller.ask_as(by, Command::TakeCaseStep { case, words })
        });
    }

    /// An office-holder vouches for somebody who can no longer sign in.
    pub fn vouches(&mut self, when: When, by: &'static str, of: &'static str) {
        self.at(when, move |teller| {
            let party = teller.party(of)?;
            teller.ask_as(by, Command::VouchForAccess { party })
        });
    }
}
