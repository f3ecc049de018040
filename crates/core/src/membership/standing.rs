//! What the bylaws ask of a member, computed for any day and never typed in.

use jiff::civil::Date;

use crate::{
    agreements,
    finding::{Answer, Finding},
    message::Argument,
    messages as say, reviews,
    state::State,
    values::MembershipId,
};

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyStatus {
    /// The day on which it was to be done is over, and it is not.
    Late,
    /// It is asked now.
    Due,
    /// It will be asked, on a day that is known.
    Coming,
    /// It is done.
    Met,
}

/// One thing that the bylaws ask of a membership.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Duty {
    /// How it stands.
    pub status: DutyStatus,
    /// The day on which it falls due, where it has one.
    pub day: Option<Date>,
    /// What is asked, with its clause and what it rests on.
    pub finding: Finding,
}

/// What the bylaws ask of a membership as of a day: documents to commit to, and reviews. What is late
/// comes first, then what is due, what is coming, and what is met. Empty for a membership that is not current.
pub fn duties(state: &State, membership: MembershipId, day: Date) -> Vec<Duty> {
    let Some((held, rulebook)) = state.membership(membership).zip(state.rulebook_on(day)) else {
        return Vec::new();
    };
    let Some((_, class)) = held.class_on(day).filter(|_| held.is_current_on(day)) else {
        return Vec::new();
    };
    let mut duties = Vec::new();
    for asked in agreements::commitments_asked(state, &rulebook, held.party, class, day) {
        let document = Argument::Named(asked.document.clone());
        let (status, says) = match asked.acknowledged {
            Some(on) => {
                (DutyStatus::Met, say::COMMITTED_TO.with([document, asked.version.into(), on.into()]))
            }
            None => (DutyStatus::Due, say::COMMIT_TO.with([document, asked.version.into()])),
        };
        let answer = if status == DutyStatus::Met { Answer::Yes } else { Answer::No };
        let finding = Finding::answer(says, answer).citing(asked.cite);
        duties.push(Duty { status, day: Some(asked.in_force_from), finding });
    }
    duties.extend(agreements::duties(state, &rulebook, held, day));
    duties.extend(reviews::duties(state, &rulebook, held, day));
    duties.sort_by_key(|duty| (duty.status, duty.day));
    duties
}
