//! Standing: what the bylaws ask of a membership, worked out from the book for any day and never entered; and
//! what is recorded beside it: waivers, the channels that somebody has joined, and who was reminded of what.

mod answer;
mod apply;
mod behind;
mod channels;
pub(crate) mod decide;
mod good;
mod sight;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub use answer::{duties, year_of};
pub(crate) use apply::apply;
pub use behind::{Behind, behind, is_reached, last_reminded, next_reminder, reached};
pub use channels::{ChannelSeen, channels_for, link_for, may_see_links};
pub use decide::REMINDED_AT_ONCE_MAX;
pub use good::{Standing, standing};
pub use sight::{may_waive, reads, reads_reason};

use crate::{
    finding::Finding,
    values::{PartyId, Slug, WordsId},
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
    /// It is not asked of this membership for now, for a reason.
    Waived,
    /// Nothing in the book can answer it.
    NotYetKnown,
}

impl DutyStatus {
    /// Its name in the interface.
    pub fn id(self) -> &'static str {
        match self {
            DutyStatus::Late => "late",
            DutyStatus::Due => "due",
            DutyStatus::Coming => "coming",
            DutyStatus::Met => "met",
            DutyStatus::Waived => "waived",
            DutyStatus::NotYetKnown => "not_yet_known",
        }
    }

    /// Whether something is asked now, however long there still is for it.
    pub fn is_asked_now(self) -> bool {
        matches!(self, DutyStatus::Late | DutyStatus::Due)
    }

    /// Whether something is asked now, or will be.
    pub fn is_ahead(self) -> bool {
        self.is_asked_now() || self == DutyStatus::Coming
    }
}

/// What a domain answers of a duty: how it stands and why, before anybody asks whether it is waived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// How it stands.
    pub status: DutyStatus,
    /// The last day for it, or since when it is met; `None` where it has no last day.
    pub day: Option<Date>,
    /// What is asked, and what that rests on.
    pub finding: Finding,
}

/// One thing that the bylaws ask of a membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The duty, as the rulebook calls it; one duty can ask several things, such as three documents.
    pub id: Slug,
    /// How it stands.
    pub status: DutyStatus,
    /// The last day for it, or since when it is met; `None` where it has no last day.
    pub day: Option<Date>,
    /// Whether it is only encouraged.
    pub is_encouraged: bool,
    /// The waiver that stands, where it is waived.
    pub waiver: Option<Waiver>,
    /// What is asked, with its clause and what it rests on.
    pub finding: Finding,
}

impl Duty {
    /// Whether somebody is behind with it: it is required, and late, or due without a last day. What has a last day
    /// is asked until then, and nobody is behind with it.
    pub fn leaves_behind(&self) -> bool {
        let is_behind = match self.status {
            DutyStatus::Late => true,
            DutyStatus::Due => self.day.is_none(),
            DutyStatus::Coming | DutyStatus::Met | DutyStatus::Waived | DutyStatus::NotYetKnown => false,
        };
        is_behind && !self.is_encouraged
    }

    /// What comes before what: by status, and then the day, of what has one.
    pub fn urgency(&self) -> (DutyStatus, Date) {
        (self.status, self.day.unwrap_or(Date::MAX))
    }
}

/// That a duty is not asked of a membership from a first to a last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// Which duty.
    pub duty: Slug,
    /// The day on which it was waived, which is the first.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Why, for the member and for those who may waive; gone once whose membership it is is erased.
    pub words: WordsId,
}

impl Waiver {
    /// Whether it stands on a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// That somebody said of a membership that it has joined a channel, or has left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Which channel.
    pub channel: Slug,
    /// Whether it has joined.
    pub joined: bool,
    /// Since which day.
    pub on: Date,
    /// Who said so for the membership; `None` where whoever keeps the list of members did.
    pub person: Option<PartyId>,
}

/// That a membership was reminded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// When.
    pub at: Timestamp,
    /// Of which duties.
    pub duties: Vec<Slug>,
}

/// What was recorded beside the standing of a membership, each in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What was waived.
    pub waivers: Vec<Waiver>,
    /// Which channels it has joined and left.
    pub ticks: Vec<Tick>,
    /// When it was reminded.
    pub reminders: Vec<Reminder>,
}

impl Kept {
    /// The waiver of a duty that stands on a day; of several the last.
    pub fn waiver(&self, duty: &Slug, day: Date) -> Option<&Waiver> {
        self.waivers.iter().rev().find(|waiver| waiver.duty == *duty && waiver.is_on(day))
    }

    /// What was last said about a channel by a day.
    pub fn tick(&self, channel: &Slug, day: Date) -> Option<&Tick> {
        self.ticks.iter().rev().find(|tick| tick.channel == *channel && tick.on <= day)
    }
}

/// A channel with the invitation links that were set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// The day on which each was set and the words that have it, in order; the last stands.
    pub links: Vec<(Date, WordsId)>,
}
