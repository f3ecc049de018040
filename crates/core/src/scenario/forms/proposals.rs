//! Proposals, rounds and votes.

use super::super::{Deed, Form, Sentence, pattern::Slot, sentence::Propose};
use crate::{command::Stance, proposals::Choice};

fn deed(deed: Deed) -> Sentence {
    Sentence::Deed(deed)
}

fn stances(said: &super::super::pattern::Said<'_>, stance: &Stance) -> Vec<Sentence> {
    said.each(|name| {
        let (title, on_behalf) = (said.title("on"), said.on_behalf());
        deed(Deed::TakeStance { name, stance: stance.clone(), title, on_behalf })
    })
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME proposes TITLE, MATTER [about NAME] [naming TEXT] [in force from DATE] [from DATE until DATE] \
                  [closing DATE [TIME]] [without an owner] [with owner NAME] [without a deadline] [by DATE]",
        means: "Somebody writes a proposal and opens it. `about` names whom it admits, converts or removes; `naming` the \
                kind of matter that it names; `in force from` the day from which the amended bylaws hold; `from` and \
                `until` the first and the last day of the pause or the suspension; `closing` \
                the end of the vote, where the matter is decided by one. Where the rulebook asks for an owner and a \
                deadline, they are the proposer and a year from then, unless the sentence says otherwise.",
        example: "Ana proposes \"Welcome Hana\", an admission of an associate about Hana with owner Bo by 2026-12-31",
        read: |said| {
            vec![deed(Deed::Propose(Box::new(Propose {
                name: said.name(""),
                title: said.text(Slot::Title, "proposes").unwrap_or_default(),
                matter: said.phrase(","),
                about: said.text(Slot::Name, "about"),
                naming: said.text(Slot::Text, "naming"),
                in_force_from: said.day("from"),
                days: said.day("from").zip(said.day("until")),
                closes: said.closing(),
                owner: said.text(Slot::Name, "owner").filter(|_| said.has("with")),
                without_owner: said.has("an"),
                deadline: said.day("by"),
                without_deadline: said.has("a"),
            })))]
        },
    },
    Form {
        pattern: "NAME revises TITLE",
        means: "Somebody gives a proposal a new text.",
        example: "Ana revises \"Buy a van\"",
        read: |said| vec![deed(Deed::Revise { name: said.name(""), title: said.title("revises") })],
    },
    Form {
        pattern: "NAME withdraws TITLE",
        means: "Somebody withdraws a proposal.",
        example: "Ana withdraws it",
        read: |said| vec![deed(Deed::Withdraw { name: said.name(""), title: said.title("withdraws") })],
    },
    Form {
        pattern: "NAMES agree|agrees [on TITLE] [on behalf of NAME]",
        means: "They agree in the open round.",
        example: "Ana, Bo and Chi agree",
        read: |said| stances(said, &Stance::Agree),
    },
    Form {
        pattern: "NAMES stand|stands aside [on TITLE] [on behalf of NAME]",
        means: "They stand aside in the open round.",
        example: "Dee stands aside",
        read: |said| stances(said, &Stance::StandAside),
    },
    Form {
        pattern: "NAMES object|objects [on TITLE] [on behalf of NAME][: REASON]",
        means: "They object in the open round.",
        example: "Bo objects: the old van still runs",
        read: |said| {
            let reason = said.text(Slot::Reason, ":").unwrap_or_default();
            stances(said, &Stance::Object { reason })
        },
    },
    Form {
        pattern: "NAMES abstain|abstains [on TITLE] [on behalf of NAME]",
        means: "They abstain in what is open, a round or a vote.",
        example: "Eli abstains",
        read: |said| stances(said, &Stance::Abstain),
    },
    Form {
        pattern: "NAME closes round NUMBER [without MARK] [on TITLE]",
        means: "Somebody closes the open round, with all its marks but one that is named.",
        example: "Ana closes round 1 without the minutes",
        read: |said| {
            vec![deed(Deed::CloseRound {
                name: said.name(""),
                round: said.number("round"),
                without: said.text(Slot::Words, "without"),
                title: said.title("on"),
            })]
        },
    },
    Form {
        pattern: "NAME opens round NUMBER [on TITLE]",
        means: "Somebody opens the next round.",
        example: "Ana opens round 2",
        read: |said| {
            let (name, round) = (said.name(""), said.number("round"));
            vec![deed(Deed::OpenRound { name, round, title: said.title("on") })]
        },
    },
    Form {
        pattern: "NAME calls a vote [on TITLE] [closing DATE [TIME]]",
        means: "Somebody calls the vote that replaces consensus. It closes seven days later unless the sentence says \
                otherwise.",
        example: "Ana calls a vote closing 2026-03-26 18:00",
        read: |said| {
            vec![deed(Deed::CallVote {
                name: said.name(""),
                title: said.title("on"),
                closes: said.closing(),
            })]
        },
    },
    Form {
        pattern: "NAMES vote|votes for|against [on TITLE] [on behalf of NAME]",
        means: "They cast their ballots, or change them.",
        example: "Ana, Chi and Dee vote for; Bo votes against",
        read: |said| {
            let choice = if said.has("for") { Choice::For } else { Choice::Against };
            said.each(|name| {
                let (title, on_behalf) = (said.title("on"), said.on_behalf());
                deed(Deed::Vote { name, choice, title, on_behalf })
            })
        },
    },
    Form {
        pattern: "NAMES disclose|discloses TEXT [on TITLE] [on behalf of NAME]",
        means: "They disclose an interest in the matter and go on deciding.",
        example: "Gus discloses \"my cousin sells vans\"",
        read: |said| {
            let verb = if said.has("disclose") { "disclose" } else { "discloses" };
            said.each(|name| {
                let (interest, title, on_behalf) = (said.quoted(verb), said.title("on"), said.on_behalf());
                deed(Deed::Disclose { name, interest, recuse: false, title, on_behalf })
            })
        },
    },
    Form {
        pattern: "NAMES recuse|recuses because TEXT [on TITLE] [on behalf of NAME]",
        means: "They disclose an interest in the matter and withdraw from deciding.",
        example: "Gus recuses because \"my cousin sells vans\"",
        read: |said| {
            said.each(|name| {
                let (interest, title, on_behalf) =
                    (said.quoted("because"), said.title("on"), said.on_behalf());
                deed(Deed::Disclose { name, interest, recuse: true, title, on_behalf })
            })
        },
    },
    Form {
        pattern: "NAME records consensus [on TITLE]",
        means: "Somebody records that the rounds found consensus.",
        example: "Ana records consensus",
        read: |said| vec![deed(Deed::Conclude { name: said.name(""), found: true, title: said.title("on") })],
    },
    Form {
        pattern: "NAME records that there is no consensus [on TITLE]",
        means: "Somebody records that the rounds found none, where no vote can replace it.",
        example: "Ana records that there is no consensus",
        read: |said| {
            vec![deed(Deed::Conclude { name: said.name(""), found: false, title: said.title("on") })]
        },
    },
    Form {
        pattern: "NAME closes the vote [on TITLE]",
        means: "Somebody closes the vote. When its time has come it closes by itself.",
        example: "Ana closes the vote",
        read: |said| vec![deed(Deed::CloseVote { name: said.name(""), title: said.title("on") })],
    },
];
