//! What is so: how decisions came out, and who was what.

use super::super::{
    Claim, Form, Numbers, ProposalStand, Sentence,
    pattern::{Said, Slot},
};
use crate::standing::DutyStatus;

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

fn numbers(said: &Said<'_>) -> Option<Numbers> {
    said.has("needed").then(|| Numbers {
        got: said.number(":").into(),
        base: said.number("of").into(),
        needed: said.number(",").into(),
    })
}

fn verb<'a>(said: &Said<'_>, one: &'a str, several: &'a str) -> &'a str {
    if said.has(one) { one } else { several }
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "TITLE carries[: NUMBER of NUMBER in favour, NUMBER needed]",
        means: "The proposal is decided and carried, with this count where one is given.",
        example: "\"Buy a van\" carries: 5 of 7 in favour, 5 needed",
        read: |said| claim(Claim::Carries { title: said.title(""), carries: true, numbers: numbers(said) }),
    },
    Form {
        pattern: "TITLE does not carry[: NUMBER of NUMBER in favour, NUMBER needed]",
        means: "The proposal is decided and did not carry.",
        example: "\"Buy a van\" does not carry: 4 of 7 in favour, 5 needed",
        read: |said| claim(Claim::Carries { title: said.title(""), carries: false, numbers: numbers(said) }),
    },
    Form {
        pattern: "TITLE is in round NUMBER",
        means: "That round is open.",
        example: "\"Buy a van\" is in round 2",
        read: |said| {
            let stand = ProposalStand::InRound(said.number("round"));
            claim(Claim::Stands { title: said.title(""), stand })
        },
    },
    Form {
        pattern: "TITLE is in a vote",
        means: "The vote is open.",
        example: "\"Buy a van\" is in a vote",
        read: |said| claim(Claim::Stands { title: said.title(""), stand: ProposalStand::InVote }),
    },
    Form {
        pattern: "TITLE is open",
        means: "The proposal is opened and not decided.",
        example: "\"Buy a van\" is open",
        read: |said| claim(Claim::Stands { title: said.title(""), stand: ProposalStand::Open }),
    },
    Form {
        pattern: "TITLE is withdrawn",
        means: "Its author withdrew the proposal.",
        example: "\"Buy a van\" is withdrawn",
        read: |said| claim(Claim::Stands { title: said.title(""), stand: ProposalStand::Withdrawn }),
    },
    Form {
        pattern: "the roll counts NUMBER [on TITLE]",
        means: "So many memberships are counted on the proposal, before recusal.",
        example: "the roll counts 7",
        read: |said| {
            claim(Claim::RollCounts { number: said.number("counts").into(), title: said.title("on") })
        },
    },
    Form {
        pattern: "NAMES is|are [not] on the roll [of TITLE]",
        means: "They may respond to the proposal, or may not.",
        example: "Hana is not on the roll",
        read: |said| {
            said.each(|name| {
                Sentence::Claim(Claim::OnTheRoll { name, not: said.has("not"), title: said.title("of") })
            })
        },
    },
    Form {
        pattern: "edition NUMBER is in force on DATE",
        means: "That edition of the bylaws holds on that day.",
        example: "edition 1 is in force on 2026-12-31",
        read: |said| claim(Claim::EditionInForce { number: said.number("edition"), on: said.date("on") }),
    },
    Form {
        pattern: "reviews of NAME fall due on DATES",
        means: "The reviews up to the last of these days are on these days.",
        example: "reviews of Hana fall due on 2025-11-30, 2026-02-28, 2026-05-31 and 2026-08-31",
        read: |said| claim(Claim::ReviewsFallDue { name: said.name("of"), dates: said.dates("on") }),
    },
    Form {
        pattern: "NAME may apply for MATTER from DATE",
        means: "The months that the bylaws ask for have passed on that day, and not before.",
        example: "Hana may apply for conversion from 2026-08-31",
        read: |said| {
            let (name, matter) = (said.name(""), said.phrase("for"));
            claim(Claim::MayApply { name, matter, from: said.date("from") })
        },
    },
    Form {
        pattern: "NAMES may [not] RIGHT [on GROUP] [on DATE]",
        means: "They have the right, or do not have it, on matters of the group where one is named.",
        example: "Hana may not vote on major matters on 2026-03-01",
        read: |said| {
            let right = said.phrase(verb(said, "not", "may"));
            said.each(|name| {
                Sentence::Claim(Claim::May {
                    name,
                    right: right.clone(),
                    group: said.text(Slot::Words, "on"),
                    not: said.has("not"),
                    on: said.day("on"),
                })
            })
        },
    },
    Form {
        pattern: "nobody held the vote of NAME on DATE",
        means: "On that day no one could cast the vote of the organization.",
        example: "nobody held the vote of Elm City Co-op on 2026-07-01",
        read: |said| claim(Claim::HeldTheVote { person: None, of: said.name("of"), on: said.date("on") }),
    },
    Form {
        pattern: "NAME held the vote of NAME on DATE",
        means: "On that day the person could cast the vote of the organization: as its official representative, or \
                as an alternate where the bylaws let alternates act.",
        example: "Ana held the vote of Elm City Co-op on 2026-06-30",
        read: |said| {
            let person = Some(said.name(""));
            claim(Claim::HeldTheVote { person, of: said.name("of"), on: said.date("on") })
        },
    },
    Form {
        pattern: "NAME acknowledged version NUMBER of DOCUMENT on DATE",
        means: "The commitment of that day to that version is on record.",
        example: "Ana acknowledged version 1 of the code of conduct on 2026-01-15",
        read: |said| {
            claim(Claim::Acknowledged {
                name: said.name(""),
                version: said.number("version"),
                document: said.phrase("of"),
                on: said.date("on"),
            })
        },
    },
    Form {
        pattern: "CLAUSE is due|late|met|coming|waived|unknown for NAMES [on DATE]",
        means: "What the clause asks of them is due, was due and is not done, is done, is coming, is waived, or is \
                something that nothing in the book can answer.",
        example: "CT-03 is due for Ana and Bo on 2026-05-01",
        read: |said| duty(said, None),
    },
    Form {
        pattern: "CLAUSE with DOCUMENT is due|met for NAMES [on DATE]",
        means: "The same for one document.",
        example: "CT-03 with the code of conduct is met for Ana",
        read: |said| duty(said, Some(said.phrase("with"))),
    },
    Form {
        pattern: "NAMES is|are in PHASE [on DATE]",
        means: "They are in that phase of their class.",
        example: "Hana is in participation on 2026-02-28",
        read: |said| {
            said.each(|name| {
                Sentence::Claim(Claim::IsInPhase { name, phase: said.phrase("in"), on: said.day("on") })
            })
        },
    },
    Form {
        pattern: "NAMES is|are [not] CLASS [on DATE]",
        means: "They are in current membership in that class, or are not.",
        example: "Hana is an associate on 2026-03-01",
        read: |said| {
            let behind = if said.has("not") { "not" } else { verb(said, "is", "are") };
            said.each(|name| {
                let (class, not, on) = (said.phrase(behind), said.has("not"), said.day("on"));
                Sentence::Claim(Claim::IsOfClass { name, class, not, on })
            })
        },
    },
];

/// The status that a sentence says.
pub(super) fn status(said: &Said<'_>) -> DutyStatus {
    let words = [
        ("due", DutyStatus::Due),
        ("late", DutyStatus::Late),
        ("met", DutyStatus::Met),
        ("waived", DutyStatus::Waived),
        ("unknown", DutyStatus::NotYetKnown),
    ];
    let status = words.into_iter().find(|(word, _)| said.has(word));
    status.map_or(DutyStatus::Coming, |(_, status)| status)
}

fn duty(said: &Said<'_>, document: Option<String>) -> Vec<Sentence> {
    let status = status(said);
    let clause = said.text(Slot::Clause, "").unwrap_or_default();
    said.each_after("for", |name| {
        let (clause, document) = (clause.clone(), document.clone());
        Sentence::Claim(Claim::Duty { name, clause, document, status, on: said.day("on") })
    })
}
