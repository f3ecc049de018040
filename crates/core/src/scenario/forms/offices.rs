//! Who may do what for the co-op.

use super::super::{Claim, Deed, Form, Sentence};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME holds the office of OFFICE from DATE",
        means: "The desk gives them the office from that day on.",
        example: "Ana holds the office of facilitator from 2026-01-01",
        read: |said| {
            let (name, office, from) = (said.name(""), said.phrase("of"), Some(said.date("from")));
            deed(Deed::GiveOffice { by: None, name, office, from })
        },
    },
    Form {
        pattern: "NAME gives NAME the office of OFFICE",
        means: "The first gives the second an office, from the day of the line on.",
        example: "Ana gives Chi the office of secretary",
        read: |said| {
            let (by, name, office) = (Some(said.name("")), said.name("gives"), said.phrase("of"));
            deed(Deed::GiveOffice { by, name, office, from: None })
        },
    },
    Form {
        pattern: "NAME ends NAME's office of OFFICE",
        means: "The first ends the second's office; the day of the line is the last.",
        example: "Ana ends Chi's office of secretary",
        read: |said| {
            deed(Deed::EndOffice { by: said.name(""), name: said.name("ends"), office: said.phrase("of") })
        },
    },
    Form {
        pattern: "NAME lays down the office of OFFICE",
        means: "Somebody ends their own office; the day of the line is the last.",
        example: "Bo lays down the office of steward",
        read: |said| {
            deed(Deed::EndOffice { by: said.name(""), name: said.name(""), office: said.phrase("of") })
        },
    },
    Form {
        pattern: "NAME admits NAME as CLASS",
        means: "An office-holder admits somebody on the day of the line. What the class asks for must be there.",
        example: "Bo admits Dora as a cooperator",
        read: |said| {
            deed(Deed::AdmitAs { by: said.name(""), name: said.name("admits"), class: said.phrase("as") })
        },
    },
    Form {
        pattern: "NAME vouches for NAME",
        means: "An office-holder vouches for somebody who can no longer sign in.",
        example: "Ana vouches for Dee",
        read: |said| deed(Deed::Vouch { by: said.name(""), name: said.name("for") }),
    },
    Form {
        pattern: "NAME holds the office of OFFICE [on DATE]",
        means: "They hold the office on that day.",
        example: "Chi holds the office of secretary",
        read: |said| {
            vec![Sentence::Claim(Claim::HoldsOffice {
                name: said.name(""),
                office: said.phrase("of"),
                not: false,
                on: said.day("on"),
            })]
        },
    },
    Form {
        pattern: "NAME does not hold the office of OFFICE [on DATE]",
        means: "They do not hold the office on that day.",
        example: "Bo does not hold the office of secretary",
        read: |said| {
            vec![Sentence::Claim(Claim::HoldsOffice {
                name: said.name(""),
                office: said.phrase("of"),
                not: true,
                on: said.day("on"),
            })]
        },
    },
    Form {
        pattern: "access of NAME is restored",
        means: "Two office-holders vouched for them, on the day of the line.",
        example: "access of Dee is restored",
        read: |said| vec![Sentence::Claim(Claim::AccessRestored { name: said.name("of"), not: false })],
    },
    Form {
        pattern: "access of NAME is not restored",
        means: "Fewer than two office-holders vouched for them.",
        example: "access of Dee is not restored",
        read: |said| vec![Sentence::Claim(Claim::AccessRestored { name: said.name("of"), not: true })],
    },
];
