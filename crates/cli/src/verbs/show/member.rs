//! `rochdale show member`

use std::{collections::BTreeSet, fmt::Write as _};

use clap::Args;
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    membership::{Membership, Right, held_by, may},
    rulebook::Rulebook,
    standing::duties,
    state::State,
    values::{MembershipId, Slug},
};
use rochdale_words::Words;
use serde_json::{Value, json};

use crate::{answer::Answer, book::Book, context::Context, failure::Failure, who};

/// Show a person or an organization: memberships, rights with their clauses, what is asked of them
#[derive(Debug, Args)]
pub struct Member {
    /// A party's number, or a part of its name
    who: String,
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl Member {
    pub fn show(self, context: &Context, book: &Book) -> Result<Answer, Failure> {
        let day = self.on.unwrap_or(book.today);
        let id = who::party(&book.state, &self.who, "WHO")?;
        let rulebook = book.state.rulebook_on(day).unwrap_or_else(|| book.rulebook.clone());
        book.said(context, |words| {
            let mut text = format!("{} (party {id}) on {day}\n", words.party(id));
            let party = book.state.party(id);
            for one in party.iter().flat_map(|party| party.representations()) {
                let from = said(&book.state, one.from, Some(one.recorded));
                let until = match one.until {
                    Some(until) => said(&book.state, until, one.end_recorded),
                    None => "now".to_owned(),
                };
                let how = if one.is_alternate { ", as an alternate," } else { "" };
                let who = words.party(one.person);
                let _ = writeln!(text, "  represented by {who}{how} from {from} to {until}");
            }
            let representatives: Vec<Value> = party
                .iter()
                .flat_map(|party| party.representations())
                .map(|one| {
                    json!({
                        "person": one.person, "from": one.from, "recorded": one.recorded,
                        "until": one.until, "end_recorded": one.end_recorded, "is_alternate": one.is_alternate,
                    })
                })
                .collect();
            let mut memberships = Vec::new();
            // A person's own and those they act for; an organization's own.
            let own = party.iter().flat_map(|party| party.memberships.iter().copied());
            let held: BTreeSet<MembershipId> = held_by(&book.state, id, day).chain(own).collect();
            for held in held.into_iter().filter_map(|membership| book.state.membership(membership)) {
                if !held.is_current_on(day) {
                    continue;
                }
                memberships.push(shown(book, words, &rulebook, held, day, &mut text));
            }
            if memberships.is_empty() {
                text.push_str("  in no membership on this day\n");
            }
            let place = party.and_then(|party| party.place());
            let value = json!({
                "party": id, "name": words.party(id), "place": place, "on": day, "memberships": memberships,
                "representatives": representatives,
            });
            Ok(Answer::new(text, value))
        })
    }
}

/// A day of an entry, with the day on which it was recorded where that is later.
fn said(state: &State, day: Date, recorded: Option<Timestamp>) -> String {
    match recorded.and_then(|recorded| state.recorded_late(day, recorded)) {
        Some(recorded) => format!("{day} (recorded {recorded})"),
        None => day.to_string(),
    }
}

/// One membership as lines and as JSON.
fn shown(
    book: &Book,
    words: &Words<'_>,
    rulebook: &Rulebook,
    held: &Membership,
    day: Date,
    text: &mut String,
) -> Value {
    let class = held.class_on(day).map(|(since, class)| (since, class.clone()));
    if let Some((since, class)) = &class {
        let (whose, class) = (words.party(held.party), words.class(class));
        // A class that was changed to began on the day of the decision; only an admission can be late.
        let recorded = Some(held.recorded).filter(|_| *since == held.since());
        let since = said(&book.state, *since, recorded);
        let until = held.last_day().map(|last| format!(" to {}", said(&book.state, last, held.end_recorded)));
        let until = until.unwrap_or_default();
        let _ = writeln!(text, "\nmembership {} of {whose}: {class} since {since}{until}", held.id);
    }
    let groups: Vec<Slug> = rulebook.groups().map(|group| group.id.clone()).collect();
    let mut rights = Vec::new();
    for right in Right::ALL.iter().copied() {
        let asked: Vec<Option<&Slug>> =
            if right.is_about_matters() { groups.iter().map(Some).collect() } else { vec![None] };
        for group in asked {
            let finding = may(&book.state, held.id, right, group, day);
            // What no table speaks of is no question that these bylaws answer.
            let Some(cites) = &finding.cites else { continue };
            let answer = if finding.is_yes() { "may" } else { "may not" };
            let on = group.map_or_else(String::new, |group| format!(", {}", words.group(group)));
            let _ = writeln!(text, "  {answer:<8}{}{on}  [{cites}]", words.right(right));
            rights.push(json!({
                "right": right, "group": group, "value": finding.value, "clause": cites.to_string(),
            }));
        }
    }
    let mut asked = Vec::new();
    for duty in duties(&book.state, held.id, day) {
        let status = super::standing::word(duty.status);
        let clause = duty.finding.cites.as_ref().map(|cites| cites.to_string()).unwrap_or_default();
        let _ = writeln!(text, "  {status:<8}{}  [{clause}]", words.say(&duty.finding.says));
        asked.push(json!({
            "status": duty.status, "day": duty.day, "says": words.say(&duty.finding.says), "clause": clause,
        }));
    }
    json!({
        "membership": held.id, "party": held.party, "class": class.as_ref().map(|(_, class)| class),
        "since": class.as_ref().map(|(since, _)| since), "recorded": held.recorded,
        "until": held.last_day(), "end_recorded": held.end_recorded, "rights": rights, "duties": asked,
    })
}
