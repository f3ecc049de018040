//! The rules of standing: what is asked of members, the channels, good standing, and who may be let off.

use serde::{Deserialize, Serialize};

use super::Named;
use crate::{
    membership::closed_set,
    values::{Names, Slug},
};

closed_set! {
    /// What a duty asks for. A closed set: the book answers whether it is done, or says that nothing in it can.
    Asks {
        /// To commit to the documents of one's class.
        Documents = "documents",
        /// To have the written agreement that one's class needs in force.
        Agreement = "agreement",
        /// To be reviewed.
        Reviews = "reviews",
        /// To write the reviews of those whom one guides.
        Guidance = "guidance",
        /// To have as many representatives as one's class needs.
        Representative = "representative",
        /// To join the channels of one's class.
        Channels = "channels",
        /// To pay dues. Nothing in the book can answer that yet.
        Dues = "dues",
        /// To bear a part of costs or losses. Nothing in the book can answer that yet.
        Costs = "costs",
        /// To attend meetings. Nothing in the book can answer that yet.
        Attendance = "attendance",
        /// To vote in an election. Nothing in the book can answer that yet.
        Election = "election",
        /// To join a committee or a working group. Nothing in the book can answer that yet.
        Groups = "groups",
        /// To conduct oneself as the clause says. No book can answer that.
        Conduct = "conduct",
    }
}

/// By when a duty is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// So many calendar days after it is first asked of a membership.
    Days(u32),
    /// By the last day of the membership year in which it is asked.
    YearEnd,
}

/// Something that is asked of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRule {
    /// `commit`
    pub id: Slug,
    /// What is asked, as people say it.
    pub name: Names,
    /// Of which classes.
    pub classes: Vec<Slug>,
    /// What has to be done.
    pub asks: Asks,
    /// By when; `None` where the bylaws set no day, and what is due is then never late.
    pub deadline: Option<Deadline>,
    /// Whether it is only encouraged: it is never late, and good standing does not depend on it.
    pub encouraged: bool,
}

/// The channels on which members talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelsRule {
    /// The channels.
    pub channels: Vec<Named>,
    /// Whose they are.
    pub classes: Vec<Slug>,
    /// Whether the invitation links are shown to members in good standing only.
    pub good_standing: bool,
}

closed_set! {
    /// How the membership year runs.
    MembershipYear {
        /// From January to December.
        Calendar = "calendar",
        /// From the day of joining to the day before its anniversary.
        Joining = "joining",
    }
}

closed_set! {
    /// When a member is in good standing.
    GoodStanding {
        /// As long as nothing that is required and theirs to do is late.
        NoneLate = "none-late",
        /// As long as nothing that is required and theirs to do is late or due.
        NoneDue = "none-due",
    }
}

/// What standing is. It takes no right away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandingRule {
    /// How the membership year runs.
    pub year: MembershipYear,
    /// When a member is in good standing.
    pub good: GoodStanding,
    /// How many calendar days pass at least between two reminders to one member; 0 where none need pass.
    pub reminder_days: u32,
}

/// Who may waive duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaiverRule {
    /// Whoever holds one of these offices.
    pub offices: Vec<Slug>,
    /// Which duties; all of them where it names none.
    pub duties: Vec<Slug>,
}

impl WaiverRule {
    /// Whether it lets anybody waive this duty.
    pub fn is_for(&self, duty: &Slug) -> bool {
        self.duties.is_empty() || self.duties.contains(duty)
    }
}
