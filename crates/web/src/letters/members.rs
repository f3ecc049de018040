//! What members are written: reminders of what waits for them, and that their membership ended.

use jiff::{SignedDuration, civil::Date};
use rochdale_core::{
    personal::is_address,
    standing::{Duty, DutyStatus, duties, reached},
    state::State,
    values::{Language, MembershipId, PartyId, Slug},
};
use rochdale_register::{Fault, Registrar};
use rochdale_words::{BookNames, Letter, Words};

use crate::site::Site;

/// How long it is tried to send what a member is written.
const TRIED_FOR: SignedDuration = SignedDuration::from_hours(48);

/// What waits, a line each, with its clause.
pub fn lines(words: &Words<'_>, duties: &[Duty]) -> String {
    let line = |duty: &Duty| {
        let clause = duty.finding.cites.as_ref().map(|cites| format!(" ({cites})")).unwrap_or_default();
        let by = duty.day.map(|day| format!(", {}", words.text_with("duty-by", [("day", day.into())])));
        let late =
            if duty.status == DutyStatus::Late { words.text("duty-late") } else { words.text("duty-due") };
        format!("– {}{clause}: {late}{}", words.say(&duty.finding.says), by.unwrap_or_default())
    };
    duties.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A reminder of duties of a membership, to somebody who acts for it.
pub fn reminder(
    words: &Words<'_>,
    co_op: &str,
    (person, membership): (PartyId, MembershipId),
    duties: &[Duty],
    today: &str,
) -> Letter {
    let (name, member) = (words.party(person), words.argument(&membership.into()));
    let of_whom = if member == name { words.text("reminder-you") } else { &member };
    words.letter_of_reminder(co_op, &name, of_whom, &lines(words, duties), today)
}

impl Site {
    /// Writes to a member who was reminded of duties, or to those who act for one, each in their own language.
    pub(super) async fn remind(
        &self,
        registrar: &Registrar,
        state: &State,
        (membership, of): (MembershipId, &[Slug]),
        height: u64,
    ) -> Result<(), Fault> {
        let now = self.clock.now();
        let today = state.date_of(now);
        let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_at(now)) else {
            return Ok(());
        };
        let mut waits = duties(state, membership, today);
        waits.retain(|duty| duty.leaves_behind() && of.contains(&duty.id));
        if waits.is_empty() {
            return Ok(());
        }
        let organization = registrar.organization();
        let database = self.registers.database();
        let address = format!("{}/{organization}/today", self.entrance.origin);
        for (person, recipient) in reached(state, held, today) {
            if !is_address(recipient) {
                continue;
            }
            let chosen: Option<Language> = database.language_of(organization, person).await?;
            let language = chosen.unwrap_or_else(|| rulebook.front.binding().clone());
            let co_op = rulebook.front.name.in_language(&language);
            let (zone, names) = (state.time_zone(), BookNames { state, rulebook: &rulebook });
            let letter = {
                let words = Words::new(self.catalogue.tongue(&language), &zone, &names);
                reminder(&words, co_op, (person, membership), &waits, &address)
            };
            let name = format!("reminder/{membership}/{height}/{person}");
            let written = (co_op.to_owned(), letter);
            self.queue_letter(organization, name, (person, recipient), written, TRIED_FOR).await?;
        }
        Ok(())
    }

    /// Writes to those whose membership ended by an office or by a decision: whoever did not give notice should not learn
    /// of it by chance.
    pub(super) async fn tell_end(
        &self,
        registrar: &Registrar,
        state: &State,
        (membership, on): (MembershipId, Date),
        height: u64,
    ) -> Result<(), Fault> {
        let Some(held) = state.membership(membership) else { return Ok(()) };
        let organization = registrar.organization();
        let address = format!("{}/{organization}/account/kept", self.entrance.origin);
        for (person, recipient) in reached(state, held, state.date_of(self.clock.now())) {
            if !is_address(recipient) {
                continue;
            }
            let chosen = self.registers.database().language_of(organization, person).await?;
            let written = self.written(state, organization, chosen, |words, co_op| {
                words.letter_of_an_end(co_op, on, &address)
            });
            let name = format!("ended/{membership}/{height}/{person}");
            self.queue_letter(organization, name, (person, recipient), written, TRIED_FOR).await?;
        }
        Ok(())
    }
}
