//! `rochdale show standing`

use std::fmt::Write as _;

use clap::Args;
use jiff::civil::Date;
use rochdale_core::{
    finding::{Answer as Found, Value as FindingValue},
    message::Argument,
    standing::{Duty, DutyStatus, behind, last_reminded, standing},
};
use rochdale_words::Words;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, table::table, who};

/// Show how a member stands on a day: what is late, due, met, waived; without a member, who is behind
#[derive(Debug, Args)]
pub struct Standing {
    /// A party's number, or a part of its name; everybody who is behind if left out
    who: Option<String>,
    /// The day, not one to come [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

/// A status in one word.
pub fn word(status: DutyStatus) -> &'static str {
    if status == DutyStatus::NotYetKnown { "unknown" } else { status.id() }
}

fn clause(duty: &Duty) -> String {
    duty.finding.cites.as_ref().map(|cites| cites.to_string()).unwrap_or_default()
}

fn value(words: &Words<'_>, duty: &Duty) -> Value {
    json!({
        "duty": duty.id, "status": duty.status, "day": duty.day, "encouraged": duty.is_encouraged,
        "waived_through": duty.waiver.as_ref().map(|waiver| waiver.until),
        "says": words.say(&duty.finding.says), "clause": clause(duty),
    })
}

impl Standing {
    pub fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let day = book.day(self.on)?;
        match &self.who {
            Some(who) => one(context, book, who, day),
            None => Ok(all(context, book, day)),
        }
    }
}

fn one(context: &Context, book: &Book, who: &str, day: Date) -> Result<Answer, Failure> {
    let id = who::party(&book.state, who, "WHO")?;
    book.said(context, |words| {
        let mut text = format!("{} (party {id}) on {day}\n", words.party(id));
        let mut memberships = Vec::new();
        let held = book.state.party(id).map(|party| party.memberships.clone()).unwrap_or_default();
        for membership in held {
            let Some(found) = standing(&book.state, membership, day) else { continue };
            let good = match found.good.value {
                FindingValue::Answer(Found::Yes) => "in good standing",
                FindingValue::Answer(Found::No) => "not in good standing",
                _ => "the bylaws do not say what good standing is",
            };
            let cites = found.good.cites.as_ref().map(|cites| format!("  [{cites}]")).unwrap_or_default();
            let _ = writeln!(text, "\nmembership {membership}: {good}{cites}");
            for duty in &found.duties {
                // Some sentences have the day in them already.
                let is_said = |day: &Date| duty.finding.says.arguments.contains(&Argument::Date(*day));
                let day = duty.day.filter(|day| duty.status.is_ahead() && !is_said(day));
                let day = day.map(|day| format!(", {day}")).unwrap_or_default();
                let says = words.say(&duty.finding.says);
                let _ = writeln!(text, "  {:<8}{says}{day}  [{}]", word(duty.status), clause(duty));
                for of in &duty.finding.of {
                    let _ = writeln!(text, "          {}", words.say(&of.says));
                }
            }
            let duties: Vec<Value> = found.duties.iter().map(|duty| value(words, duty)).collect();
            memberships.push(json!({
                "membership": membership, "good": found.good.value, "duties": duties,
                "reminded": last_reminded(&book.state, membership).map(|last| last.at),
            }));
        }
        if memberships.is_empty() {
            text.push_str("  in no membership on this day\n");
        }
        Ok(Answer::new(text, json!({ "party": id, "on": day, "memberships": memberships })))
    })
}

fn all(context: &Context, book: &Book, day: Date) -> Answer {
    let (mut rows, mut values) = (Vec::new(), Vec::<Value>::new());
    book.said(context, |words| {
        for one in behind(&book.state, None, day) {
            let party = book.state.membership(one.membership).map(|held| held.party);
            let name = party.map(|party| words.party(party)).unwrap_or_default();
            let reminded = last_reminded(&book.state, one.membership).map(|last| book.state.date_of(last.at));
            for duty in &one.duties {
                rows.push([
                    one.membership.to_string(),
                    name.clone(),
                    word(duty.status).to_owned(),
                    words.say(&duty.finding.says),
                    clause(duty),
                    duty.day.map(|day| day.to_string()).unwrap_or_default(),
                    reminded.map(|day| day.to_string()).unwrap_or_default(),
                ]);
            }
            let duties: Vec<Value> = one.duties.iter().map(|duty| value(words, duty)).collect();
            values.push(json!({
                "membership": one.membership, "party": party, "name": name, "duties": duties, "reminded": reminded,
            }));
        }
    });
    let headings = ["membership", "member", "status", "what", "clause", "day", "reminded"];
    Answer::new(table(headings, &rows), json!({ "on": day, "behind": values }))
}
