//! What members declare in advance. A sentence on somebody's declaration speaks of the last that they made.

use super::super::{Claim, DeclarationIs, Deed, Form, Sentence, pattern::Said};

fn claim(said: &Said<'_>, is: DeclarationIs) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::DeclarationIs { name: said.name("of"), is })]
}

fn reads(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::ReadsDeclaration { name: said.name(""), of: said.name("of"), not })]
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME declares DECLARATION from DATE [without TOPIC]",
        means: "Somebody declares something that begins on that day, with words on every subject or on all but one.",
        example: "Bo declares a personal contract from 2026-04-01",
        read: |said| {
            vec![Sentence::Deed(Deed::Declare {
                name: said.name(""),
                kind: said.phrase("declares"),
                begins: said.date("from"),
                without: said.has("without").then(|| said.phrase("without")),
            })]
        },
    },
    Form {
        pattern: "NAME withdraws the declaration of NAME",
        means: "The first takes back the declaration of the second.",
        example: "Bo withdraws the declaration of Bo",
        read: |said| {
            vec![Sentence::Deed(Deed::WithdrawDeclaration { by: said.name(""), name: said.name("of") })]
        },
    },
    Form {
        pattern: "the declaration of NAME is open|allowed|late|withdrawn",
        means: "How their declaration stands; `late` says that it came after the first day.",
        example: "the declaration of Bo is open",
        read: |said| {
            let is = if said.has("open") {
                DeclarationIs::Open
            } else if said.has("allowed") {
                DeclarationIs::Allowed
            } else if said.has("late") {
                DeclarationIs::Late
            } else {
                DeclarationIs::Withdrawn
            };
            claim(said, is)
        },
    },
    Form {
        pattern: "the declaration of NAME is not allowed",
        means: "The assembly decided that what they declared may not be.",
        example: "the declaration of Bo is not allowed",
        read: |said| claim(said, DeclarationIs::NotAllowed),
    },
    Form {
        pattern: "NAME may read the declaration of NAME",
        means: "The first is among the readers of the second's declaration on the day of the line.",
        example: "Ana may read the declaration of Bo",
        read: |said| reads(said, false),
    },
    Form {
        pattern: "NAME may not read the declaration of NAME",
        means: "The first is not among the readers of the second's declaration.",
        example: "Hana may not read the declaration of Bo",
        read: |said| reads(said, true),
    },
];
