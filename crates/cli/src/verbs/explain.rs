//! `rochdale explain`

use clap::{
    Args, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use jiff::civil::Date;
use rochdale_core::{
    finding::Finding,
    membership::{Right, may_party},
    proposals::{count_now, verdict},
    values::{ProposalId, Slug},
};
use serde_json::json;

use crate::{
    answer::Answer, book::Book, context::Context, failure::Failure, verbs::show::no_such_proposal, who,
};

/// Explain an answer of the bylaws: each step with its clause, and what would change it
#[derive(Debug, Args)]
pub struct Explain {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Why somebody may or may not do something
    Right {
        /// A party's number, or a part of its name
        who: String,
        /// The right
        #[arg(value_parser = rights())]
        right: Right,
        /// On matters of this group only, such as `major`
        #[arg(long)]
        group: Option<Slug>,
        /// The day [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
    /// Why a proposal carried or did not, or how it stands
    Proposal {
        /// Its number
        number: u32,
        /// As it stood at the end of this day [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
}

fn rights() -> impl TypedValueParser<Value = Right> {
    PossibleValuesParser::new(Right::ALL.iter().map(|right| right.id()))
        .try_map(|id| Right::from_id(&id).ok_or("there is no such right"))
}

impl Explain {
    pub async fn run(self, context: &Context) -> Result<Answer, Failure> {
        let book = Book::open(context).await?;
        match self.question {
            Question::Right { who, right, group, on } => {
                explain_right(context, &book, &who, right, group.as_ref(), on.unwrap_or(book.today))
            }
            Question::Proposal { number, on } => explain_proposal(context, &book, number, on).await,
        }
    }
}

fn explain_right(
    context: &Context,
    book: &Book,
    who: &str,
    right: Right,
    group: Option<&Slug>,
    day: Date,
) -> Result<Answer, Failure> {
    let party = who::party(&book.state, who, "WHO")?;
    let known: Vec<&Slug> = book.rulebook.groups().map(|known| &known.id).collect();
    if let Some(group) = group.filter(|group| !known.contains(group)) {
        let known: Vec<&str> = known.iter().map(|known| known.as_str()).collect();
        return Err(Failure::not_understood(
            format!("these bylaws know no group of matters called {group}"),
            "--group",
            format!("name one of these: {}", known.join(", ")),
        ));
    }
    let groups: Vec<Option<&Slug>> = match group {
        Some(group) => vec![Some(group)],
        None if right.is_about_matters() => known.into_iter().map(Some).collect(),
        None => vec![None],
    };
    let findings: Vec<Finding> =
        groups.into_iter().map(|group| may_party(&book.state, party, right, group, day)).collect();
    let text = book.said(context, |words| {
        findings.iter().map(|finding| words.finding_text(finding)).collect::<String>()
    });
    Ok(Answer::new(text, json!({ "on": day, "findings": findings })))
}

async fn explain_proposal(
    context: &Context,
    book: &Book,
    number: u32,
    on: Option<Date>,
) -> Result<Answer, Failure> {
    let earlier = match on {
        Some(day) => Some(book.as_of(day).await?),
        None => None,
    };
    let state = earlier.as_ref().unwrap_or(&book.state);
    let proposal = state.proposal(ProposalId(number)).ok_or_else(|| no_such_proposal(number))?;
    let decided = proposal.decided.map(|(_, tally)| tally);
    let Some(tally) = decided.or_else(|| count_now(state, proposal)) else {
        return Ok(Answer::new(
            "It is a draft: nothing has been decided on it, and nobody has been asked.\n",
            json!({ "decided": false, "finding": null }),
        ));
    };
    let finding = verdict(state, proposal, &tally);
    let so_far = if decided.is_some() { "" } else { "It is open. If it closed now:\n" };
    let text = book.said(context, |words| format!("{so_far}{}", words.finding_text(&finding)));
    Ok(Answer::new(text, json!({ "decided": decided.is_some(), "finding": finding })))
}
