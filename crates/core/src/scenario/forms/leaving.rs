//! Notice, exits, suspension: who leaves, and what is settled and handed over.

use super::super::{
    Claim, Deed, Form, Sentence,
    pattern::{Said, Slot},
    sentence::ExitStand,
};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

fn reads(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    claim(Claim::ReadsExit { name: said.name(""), not })
}

fn suspended(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    claim(Claim::IsSuspended { name: said.name(""), not, on: said.day("on") })
}

fn stand(said: &Said<'_>) -> ExitStand {
    if said.has("open") {
        ExitStand::Open
    } else if said.has("late") {
        ExitStand::Late
    } else if said.has("closed") {
        ExitStand::Closed
    } else {
        ExitStand::Withdrawn
    }
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME gives notice to leave on DATE [for NAME]",
        means: "They give notice, for themselves or for an organization; the day is the last of the membership.",
        example: "Gus gives notice to leave on 2026-03-31",
        read: |said| {
            let on_behalf = said.text(Slot::Name, "for");
            deed(Deed::GiveNotice { name: said.name(""), on: said.date("on"), on_behalf })
        },
    },
    Form {
        pattern: "NAME withdraws the notice [for NAME]",
        means: "They take their notice back, or that of an organization.",
        example: "Gus withdraws the notice",
        read: |said| {
            let on_behalf = said.text(Slot::Name, "for");
            deed(Deed::WithdrawNotice { name: said.name(""), on_behalf })
        },
    },
    Form {
        pattern: "NAME opens the exit of NAME",
        means: "The first opens the exit of the second, whose last day is known.",
        example: "Ana opens the exit of Gus",
        read: |said| deed(Deed::OpenExit { by: said.name(""), name: said.name("of") }),
    },
    Form {
        pattern: "NAME records AMOUNT owed for SETTLEMENT [with AMOUNT paid in] [in NUMBER instalments] from DATE",
        means: "They record in the exit that was opened last what is owed; it is paid from that day on, at once or in \
                monthly instalments.",
        example: "Bo records 30000 owed for capital with 30000 paid in in 3 instalments from 2026-04-30",
        read: |said| {
            deed(Deed::RecordSettlement {
                name: said.name(""),
                line: said.phrase("for"),
                owed: said.amount("records"),
                paid_in: said.has("with").then(|| said.amount("with")),
                instalments: said.text(Slot::Number, "in").and_then(|text| text.parse().ok()).unwrap_or(1),
                due: said.date("from"),
            })
        },
    },
    Form {
        pattern: "NAME strikes SETTLEMENT",
        means: "They strike the line of the exit that was recorded for it.",
        example: "Bo strikes capital",
        read: |said| deed(Deed::StrikeSettlement { name: said.name(""), line: said.phrase("strikes") }),
    },
    Form {
        pattern: "NAME pays instalment NUMBER of SETTLEMENT",
        means: "They record that an instalment, counted from 1, was paid on the day of the line.",
        example: "Bo pays instalment 1 of capital",
        read: |said| {
            let (name, line) = (said.name(""), said.phrase("of"));
            deed(Deed::PayInstalment { name, line, instalment: said.number("instalment") })
        },
    },
    Form {
        pattern: "NAME ticks off ITEM",
        means: "They record in the exit that was opened last that something was handed over.",
        example: "Ana ticks off versions and to-dos",
        read: |said| deed(Deed::TickHandover { name: said.name(""), item: said.phrase("off"), done: true }),
    },
    Form {
        pattern: "NAME takes back the tick of ITEM",
        means: "They record that it was not handed over after all.",
        example: "Ana takes back the tick of versions and to-dos",
        read: |said| deed(Deed::TickHandover { name: said.name(""), item: said.phrase("of"), done: false }),
    },
    Form {
        pattern: "NAME records a copy [that names people]",
        means: "They record that whoever leaves took a copy of their own work, with all names taken out or not.",
        example: "Ana records a copy that names people",
        read: |said| deed(Deed::RecordBackup { name: said.name(""), de_identified: !said.has("names") }),
    },
    Form {
        pattern: "NAME closes the exit",
        means: "They close the exit that was opened last.",
        example: "Ana closes the exit",
        read: |said| deed(Deed::CloseExit { name: said.name("") }),
    },
    Form {
        pattern: "the exit is open|late|closed|withdrawn",
        means: "How the exit that was opened last stands on the day of the line; a late one is open as well.",
        example: "the exit is late",
        read: |said| claim(Claim::ExitStands { stand: stand(said) }),
    },
    Form {
        pattern: "there is no exit",
        means: "No exit was opened.",
        example: "there is no exit",
        read: |_| claim(Claim::NoExit),
    },
    Form {
        pattern: "AMOUNT is owed and AMOUNT is paid",
        means: "What is owed in the exit that was opened last, altogether, and what of it is paid.",
        example: "30000 is owed and 10000 is paid",
        read: |said| claim(Claim::ExitOwes { owed: said.amount(""), paid: said.amount("and") }),
    },
    Form {
        pattern: "instalment NUMBER of SETTLEMENT is AMOUNT due on DATE",
        means: "How much an instalment is, and by when it is paid.",
        example: "instalment 2 of capital is 10000 due on 2026-05-30",
        read: |said| {
            claim(Claim::InstalmentIs {
                instalment: said.number("instalment"),
                line: said.phrase("of"),
                amount: said.amount("is"),
                due: said.date("on"),
            })
        },
    },
    Form {
        pattern: "NAME may read the exit",
        means: "They are among the readers of the exit on the day of the line.",
        example: "Ana may read the exit",
        read: |said| reads(said, false),
    },
    Form {
        pattern: "NAME may not read the exit",
        means: "They are not among its readers.",
        example: "Dee may not read the exit",
        read: |said| reads(said, true),
    },
    Form {
        pattern: "NAME is suspended [on DATE]",
        means: "A suspension of their membership includes that day.",
        example: "Gus is suspended",
        read: |said| suspended(said, false),
    },
    Form {
        pattern: "NAME is not suspended [on DATE]",
        means: "No suspension of their membership includes that day.",
        example: "Gus is not suspended",
        read: |said| suspended(said, true),
    },
];
