//! `rochdale show proposal`

use std::fmt::Write as _;

use clap::Args;
use jiff::civil::Date;
use rochdale_core::{
    command::Stance,
    proposals::{Proposal as Proposed, count_now, verdict},
    state::State,
    values::ProposalId,
};
use rochdale_words::Words;
use serde_json::json;

use super::proposals::stands;
use crate::{answer::Answer, book::Book, context::Context, failure::Failure};

/// Show one proposal: its text, its roll, its rounds and stances, its vote, its verdict
#[derive(Debug, Args)]
pub struct Proposal {
    /// Its number
    number: u32,
    /// As it stood at the end of this day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Proposal {
    pub async fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let earlier = match self.on {
            Some(day) => Some(book.as_of(day).await?),
            None => None,
        };
        let state = earlier.as_ref().unwrap_or(&book.state);
        let proposal =
            state.proposal(ProposalId(self.number)).ok_or_else(|| no_such_proposal(self.number))?;
        let tally = proposal.decided.map(|(_, tally)| tally).or_else(|| count_now(state, proposal));
        let text = book.said(context, |words| described(state, words, proposal));
        let value = json!({
            "proposal": proposal.id, "title": proposal.draft.title, "text": proposal.draft.text,
            "matter": proposal.draft.matter, "effect": proposal.draft.effect, "author": proposal.author,
            "owner": proposal.draft.owner, "deadline": proposal.draft.deadline, "stage": proposal.stage,
            "edition": proposal.edition, "opened": proposal.opened, "roll": proposal.roll,
            "rounds": proposal.rounds.iter().map(|round| json!({
                "round": round.number, "opened": round.opened,
                "stances": round.stances.iter().map(|(membership, taken)| json!({
                    "membership": membership, "person": taken.person, "at": taken.at, "stance": taken.stance,
                })).collect::<Vec<_>>(),
                "closed": round.closed.as_ref().map(|close| json!({
                    "at": close.at, "marks": close.marks, "summary": close.summary,
                })),
            })).collect::<Vec<_>>(),
            "vote": proposal.vote.as_ref().map(|vote| json!({
                "opened": vote.opened, "closes": vote.closes,
                "ballots": vote.ballots.iter().map(|(membership, ballot)| json!({
                    "membership": membership, "person": ballot.person, "at": ballot.at, "choice": ballot.choice,
                })).collect::<Vec<_>>(),
            })),
            "disclosures": proposal.disclosures.iter().map(|one| json!({
                "membership": one.membership, "interest": one.interest, "recused": one.recused, "at": one.at,
            })).collect::<Vec<_>>(),
            "tally": tally, "resolution": proposal.resolution,
        });
        Ok(Answer::new(text, value))
    }
}

/// What is said where no proposal has this number.
pub fn no_such_proposal(number: u32) -> Failure {
    Failure::not_understood(
        format!("there is no proposal number {number}"),
        "NUMBER",
        "look for the number with `rochdale show proposals`",
    )
}

fn described(state: &State, words: &Words<'_>, proposal: &Proposed) -> String {
    let draft = &proposal.draft;
    let mut text = format!(
        "{} (proposal {}): {}\n  {}, by {}\n\n{}\n",
        draft.title,
        proposal.id,
        stands(proposal),
        words.matter(&draft.matter),
        words.party(proposal.author),
        draft.text.trim_end()
    );
    if let Some(opened) = proposal.opened {
        let (counted, apart) = (proposal.roll.counted.len(), proposal.roll.apart.len());
        let _ =
            writeln!(text, "\nopened {}; on the roll {counted}, and {apart} apart", words.instant(opened));
    }
    for one in &proposal.disclosures {
        let what = if one.recused { "recused" } else { "discloses" };
        let _ = writeln!(text, "  {what}: {}, {}", words.membership(one.membership), one.interest);
    }
    for round in &proposal.rounds {
        let _ = writeln!(text, "\nround {}, opened {}", round.number, words.instant(round.opened));
        for (membership, taken) in &round.stances {
            let stance = words.stance(taken.stance.kind());
            let reason = match &taken.stance {
                Stance::Object { reason } => format!(": {reason}"),
                _ => String::new(),
            };
            let _ = writeln!(text, "  {} {stance}{reason}", words.membership(*membership));
        }
        if let Some(close) = &round.closed {
            let _ = writeln!(text, "  closed {}: {}", words.instant(close.at), close.summary);
        }
    }
    if let Some(vote) = &proposal.vote {
        let _ =
            writeln!(text, "\nvote, closes {}: {} ballots", words.instant(vote.closes), vote.ballots.len());
    }
    if let Some((at, tally)) = &proposal.decided {
        let _ = writeln!(text, "\ndecided {}", words.instant(*at));
        text.push_str(&words.finding_text(&verdict(state, proposal, tally)));
    }
    text
}
