//! `rochdale show proposals`

use clap::Args;
use jiff::civil::Date;
use rochdale_core::proposals::{Proposal, Stage};
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, table::table};

/// Show all proposals, as they stand or as they stood at the end of a day
#[derive(Debug, Args)]
pub struct Proposals {
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Proposals {
    pub async fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let earlier = match self.on {
            Some(day) => Some(book.as_of(day).await?),
            None => None,
        };
        let state = earlier.as_ref().unwrap_or(&book.state);
        let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
        book.said(context, |words| {
            for proposal in state.proposals() {
                rows.push([
                    proposal.id.to_string(),
                    stands(proposal),
                    words.matter(&proposal.draft.matter),
                    words.party(proposal.author),
                    proposal.draft.title.clone(),
                ]);
                values.push(json!({
                    "proposal": proposal.id, "stage": proposal.stage, "matter": proposal.draft.matter,
                    "author": proposal.author, "title": proposal.draft.title, "opened": proposal.opened,
                    "resolution": proposal.resolution,
                }));
            }
        });
        let text = table(["no", "stands", "matter", "by", "title"], &rows);
        Ok(Answer::new(text, json!({ "on": self.on.unwrap_or(book.today), "proposals": values })))
    }
}

/// Where a proposal stands, in two or three words.
pub fn stands(proposal: &Proposal) -> String {
    match proposal.stage {
        Stage::Draft => "draft".to_owned(),
        Stage::InRound => format!("in round {}", proposal.rounds.len()),
        Stage::BetweenRounds => format!("after round {}", proposal.rounds.len()),
        Stage::Voting => "in a vote".to_owned(),
        Stage::Decided => match proposal.resolution {
            Some(number) => format!("resolution {number}"),
            None => "not carried".to_owned(),
        },
        Stage::Withdrawn => "withdrawn".to_owned(),
    }
}
