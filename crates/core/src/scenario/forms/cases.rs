//! Complaints, audit requests and other cases. A sentence on a case speaks of the one that was opened last.

use super::super::{
    Claim, Deed, Form, Sentence,
    pattern::{Said, Slot},
};
use crate::cases::Clock;

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

fn reason(said: &Said<'_>) -> String {
    said.text(Slot::Reason, ":").unwrap_or_default()
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME brings CASE [about NAMES]: REASON",
        means: "They open a case of this kind, with these words.",
        example: "Chi brings a complaint about Bo: he reads my mail",
        read: |said| {
            deed(Deed::OpenCase {
                name: said.name(""),
                kind: said.phrase("brings"),
                about: said.list(Slot::Names, "about"),
                text: reason(said),
            })
        },
    },
    Form {
        pattern: "NAME adds to the case: REASON",
        means: "They write something in the case.",
        example: "Chi adds to the case: it began again",
        read: |said| deed(Deed::AddToCase { name: said.name(""), text: reason(said) }),
    },
    Form {
        pattern: "NAME takes its first step",
        means: "Whoever handles the case records its first step, which stops the clock.",
        example: "Ana takes its first step",
        read: |said| deed(Deed::TakeCaseStep { name: said.name("") }),
    },
    Form {
        pattern: "NAME closes the case as OUTCOME",
        means: "Whoever handles the case closes it with one of the outcomes of its kind.",
        example: "Ana closes the case as settled",
        read: |said| deed(Deed::CloseCase { name: said.name(""), outcome: said.phrase("as") }),
    },
    Form {
        pattern: "the case is due on DATE",
        means: "The last day for its first step.",
        example: "the case is due on 2026-03-16",
        read: |said| claim(Claim::CaseDue { on: said.date("on") }),
    },
    Form {
        pattern: "the case is running|late|stopped",
        means: "How its clock stands on the day of the line.",
        example: "the case is late",
        read: |said| {
            let clock = if said.has("running") {
                Clock::Running
            } else if said.has("late") {
                Clock::Late
            } else {
                Clock::Stopped
            };
            claim(Claim::CaseStands { clock })
        },
    },
    Form {
        pattern: "NAME may read the case",
        means: "They are among its readers on the day of the line.",
        example: "Ana may read the case",
        read: |said| claim(Claim::ReadsCase { name: said.name(""), not: false }),
    },
    Form {
        pattern: "NAME may not read the case",
        means: "They are not among its readers.",
        example: "Dee may not read the case",
        read: |said| claim(Claim::ReadsCase { name: said.name(""), not: true }),
    },
];
