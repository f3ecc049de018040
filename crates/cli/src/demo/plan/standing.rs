//! Steps of a year: waivers, the invitations of channels, who has joined them, reminders.

use rochdale_core::{command::Command, standing::behind, values::Slug};

use super::{Plan, Untold, When};

impl Plan {
    /// Somebody waives a duty of another through the end of the membership year.
    pub fn waives(
        &mut self,
        when: When,
        by: &'static str,
        duty: &'static str,
        of: &'static str,
        reason: &'static str,
    ) {
        self.at(when, move |teller| {
            let (membership, words) = (teller.membership(of)?, teller.words([("text", reason)]));
            teller.ask_as(by, Command::WaiveDuty { membership, duty: Slug::new(duty), until: None, words })
        });
    }

    /// Somebody sets the invitation of a channel.
    pub fn sets_link(&mut self, when: When, by: &'static str, channel: &'static str, link: &'static str) {
        self.at(when, move |teller| {
            let words = teller.words([("link", link)]);
            teller.ask_as(by, Command::SetChannelLink { channel: Slug::new(channel), words })
        });
    }

    /// Somebody ticks for a member that they have joined a channel.
    pub fn joins(&mut self, when: When, by: &'static str, of: &'static str, channel: &'static str) {
        self.at(when, move |teller| {
            let (membership, channel) = (teller.membership(of)?, Slug::new(channel));
            teller.ask_as(by, Command::TickChannel { membership, channel, joined: true })
        });
    }

    /// Somebody reminds the first who is behind.
    pub fn reminds_the_first(&mut self, when: When, by: &'static str) {
        self.at(when, move |teller| {
            let first = behind(&teller.state, None, teller.today()).first().map(|one| one.membership);
            let membership = Some(first.ok_or_else(|| Untold("nobody is behind".to_owned()))?);
            teller.ask_as(by, Command::Remind { membership, duty: None })
        });
    }
}
