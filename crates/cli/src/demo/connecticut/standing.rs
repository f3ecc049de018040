//! The network's channels, who has joined them, who is let off, and who was reminded.

use super::{FOUNDED, Plan, When, lot};

/// Who keeps the list of members from the first day on.
const STEWARD: &str = "Sanjay Bhatt";

/// Sample invitations, which lead nowhere.
const LINKS: [(&str, &str); 2] = [
    ("whatsapp", "https://chat.example.org/cooperate-connecticut"),
    ("google-group", "https://groups.example.org/g/cooperate-connecticut"),
];

/// How many in a hundred have joined a channel.
const JOINED: u32 = 88;

/// Sets the invitations, and has the members of the first morning join, some by the steward's hand.
pub fn looked_after(plan: &mut Plan, people: &[&'static str], organizations: &[&'static str]) {
    for (channel, link) in LINKS {
        plan.sets_link(When(FOUNDED - 2, 9, 0), STEWARD, channel, link);
    }
    for (place, (channel, _)) in LINKS.iter().enumerate() {
        let tells = 20 + u32::try_from(place).unwrap_or(0);
        for (number, name) in people.iter().enumerate() {
            let number = u32::try_from(number).unwrap_or(0);
            if lot(number, tells) < JOINED {
                let days = i32::try_from(lot(number, tells + 2) / 2).unwrap_or(0);
                plan.joins(When(FOUNDED - 3 - days, 21, 0), name, name, channel);
            }
        }
        for (number, name) in organizations.iter().enumerate() {
            let number = 1000 + u32::try_from(number).unwrap_or(0);
            if lot(number, tells) < JOINED {
                plan.joins(When(FOUNDED - 30, 11, 0), STEWARD, name, channel);
            }
        }
    }
    plan.waives(
        When(1, 10, 0),
        STEWARD,
        "pay-dues",
        "Ruth Tryon",
        "Between jobs until the new year; she helps at the Bridgeport table instead.",
    );
    plan.reminds_the_first(When(1, 10, 30), STEWARD);
}
