//! Who guides whom, and what is written in reviews.

use super::super::{
    Claim, Deed, Form, Sentence,
    pattern::{Said, Slot},
};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn reads(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::ReadsReview { name: said.name(""), of: said.name("of"), not })]
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME is the guide of NAME",
        means: "The desk names the first as the one who guides the second, from the day of the line on.",
        example: "Bo is the guide of Hana",
        read: |said| deed(Deed::NameGuide { by: None, guide: said.name(""), name: said.name("of") }),
    },
    Form {
        pattern: "NAME makes NAME the guide of NAME",
        means: "The first names the second as the one who guides the third, from the day of the line on.",
        example: "Chi makes Bo the guide of Hana",
        read: |said| {
            deed(Deed::NameGuide {
                by: Some(said.name("")),
                guide: said.name("makes"),
                name: said.name("of"),
            })
        },
    },
    Form {
        pattern: "NAME gives feedback on NAME: REASON",
        means: "The first says something towards the next review of the second.",
        example: "Chi gives feedback on Hana: she listens",
        read: |said| {
            let text = said.text(Slot::Reason, ":").unwrap_or_default();
            deed(Deed::GiveFeedback { by: said.name(""), name: said.name("on"), text })
        },
    },
    Form {
        pattern: "NAME writes review NUMBER of NAME [without SUBJECT]",
        means: "The first writes a review of the second, counted from 1, on every subject or on all but one.",
        example: "Bo writes review 1 of Hana",
        read: |said| {
            let (by, name, review) = (said.name(""), said.name("of"), said.number("review"));
            let without = said.has("without").then(|| said.phrase("without"));
            deed(Deed::WriteReview { by, name, review, without })
        },
    },
    Form {
        pattern: "NAME may read the reviews of NAME",
        means: "The first is among the readers of the second's reviews on the day of the line.",
        example: "Ana may read the reviews of Hana",
        read: |said| reads(said, false),
    },
    Form {
        pattern: "NAME may not read the reviews of NAME",
        means: "The first is not among the readers of the second's reviews.",
        example: "Ina may not read the reviews of Hana",
        read: |said| reads(said, true),
    },
];
