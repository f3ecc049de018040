//! What the rules of standing make the program do, in plain words.

use super::{classes, named};
use crate::{
    message::{Argument, Message},
    messages as say,
    rulebook::{
        Asks, ChannelsRule, Deadline, DutyRule, GoodStanding, MembershipYear, Rulebook, StandingRule,
        WaiverRule,
    },
};

/// Why nothing in the book can answer what is asked; `None` where it can. Here alone it is decided which duties the
/// program acts on: whoever lets the book answer one more takes it out of here.
pub(crate) fn unanswered(asks: Asks) -> Option<Message> {
    Some(match asks {
        Asks::Dues => say::DUES_ARE_NOT_KEPT.with([]),
        Asks::Costs => say::COSTS_ARE_NOT_KEPT.with([]),
        Asks::Attendance => say::ATTENDANCE_IS_NOT_KEPT.with([]),
        Asks::Election => say::ELECTIONS_ARE_NOT_KEPT.with([]),
        Asks::Groups => say::GROUPS_ARE_NOT_KEPT.with([]),
        Asks::Conduct => say::CONDUCT_IS_NOT_KEPT.with([]),
        Asks::Documents
        | Asks::Agreement
        | Asks::Reviews
        | Asks::Guidance
        | Asks::Representative
        | Asks::Channels => return None,
    })
}

pub(super) fn of_duty(rule: &DutyRule) -> Vec<Message> {
    let (name, of) = (Argument::from(rule.name.clone()), classes(&rule.classes));
    let key = if rule.encouraged { &say::RULE_DUTY_ENCOURAGED } else { &say::RULE_DUTY };
    let deadline = rule.deadline.map(|deadline| match deadline {
        Deadline::Days(days) => say::RULE_DUTY_DAYS.with([days.into()]),
        Deadline::YearEnd => say::RULE_DUTY_YEAR_END.with([]),
    });
    [Some(key.with([name, of])), deadline, unanswered(rule.asks)].into_iter().flatten().collect()
}

pub(super) fn of_channels(rule: &ChannelsRule) -> Vec<Message> {
    let shown = if rule.good_standing { &say::RULE_LINKS_IN_GOOD_STANDING } else { &say::RULE_LINKS };
    vec![say::RULE_CHANNELS.with([classes(&rule.classes), named(&rule.channels)]), shown.with([])]
}

pub(super) fn of_standing(rule: &StandingRule) -> Vec<Message> {
    let year = match rule.year {
        MembershipYear::Calendar => say::RULE_YEAR_IS_THE_CALENDARS.with([]),
        MembershipYear::Joining => say::RULE_YEAR_BEGINS_WITH_JOINING.with([]),
    };
    let good = match rule.good {
        GoodStanding::NoneLate => say::RULE_GOOD_IF_NONE_LATE.with([]),
        GoodStanding::NoneDue => say::RULE_GOOD_IF_NONE_DUE.with([]),
    };
    let reminder =
        (rule.reminder_days > 0).then(|| say::RULE_REMINDER_DAYS.with([rule.reminder_days.into()]));
    [Some(year), Some(good), Some(say::RULE_STANDING_TAKES_NOTHING.with([])), reminder]
        .into_iter()
        .flatten()
        .collect()
}

impl Rulebook {
    pub(super) fn of_waiver(&self, rule: &WaiverRule) -> Vec<Message> {
        let offices = rule.offices.iter().map(|office| {
            self.office(office).map_or_else(|| office.as_str().into(), |known| known.rule.name.clone().into())
        });
        let offices = Argument::List(offices.collect());
        let duties = rule.duties.iter().map(|duty| {
            self.duty(duty).map_or_else(|| duty.as_str().into(), |known| known.rule.name.clone().into())
        });
        let duties: Vec<Argument> = duties.collect();
        vec![match duties.is_empty() {
            true => say::RULE_WAIVER.with([offices]),
            false => say::RULE_WAIVER_OF.with([offices, duties.into()]),
        }]
    }
}
