//! Written agreements: drafted, signed by both sides, in force.

use super::super::{Claim, Deed, Form, Sentence, pattern::Said};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn draft(said: &Said<'_>, verb: &'static str) -> Vec<Sentence> {
    deed(Deed::DraftAgreement {
        by: said.name(""),
        again: verb == "redrafts",
        agreement: said.phrase(verb),
        name: said.name("for"),
        without: said.has("without").then(|| said.phrase("without")),
        until: said.day("until"),
    })
}

fn holds(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    let (agreement, name, on) = (said.phrase(""), said.name("of"), said.day("on"));
    vec![Sentence::Claim(Claim::AgreementHolds { agreement, name, not, on })]
}

fn reads(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    let (reader, agreement, name) = (said.name(""), said.phrase("of"), said.name("with"));
    vec![Sentence::Claim(Claim::ReadsAgreement { reader, agreement, name, not })]
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME drafts AGREEMENT for NAME [without SECTION] [until DATE]",
        means: "The first drafts a written agreement with the second, with all its sections or all but one; `until` is \
                its last day.",
        example: "Ana drafts the flying member's agreement for Fei until 2027-03-31",
        read: |said| draft(said, "drafts"),
    },
    Form {
        pattern: "NAME redrafts AGREEMENT for NAME [without SECTION] [until DATE]",
        means: "The first rewrites the agreement with the second that was drafted last; whoever had signed it signs anew.",
        example: "Ana redrafts the flying member's agreement for Fei",
        read: |said| draft(said, "redrafts"),
    },
    Form {
        pattern: "NAME signs AGREEMENT of NAME on screen",
        means: "The first signs the agreement with the second that was drafted last, as it stands: for the party, or for \
                the co-op by an office.",
        example: "Chi signs the flying member's agreement of Fei on screen",
        read: |said| {
            deed(Deed::SignOnScreen {
                by: said.name(""),
                agreement: said.phrase("signs"),
                name: said.name("of"),
            })
        },
    },
    Form {
        pattern: "NAME withdraws AGREEMENT of NAME",
        means: "The first withdraws the agreement with the second that was drafted last and is not in force.",
        example: "Ana withdraws the flying member's agreement of Fei",
        read: |said| {
            deed(Deed::WithdrawAgreement {
                by: said.name(""),
                agreement: said.phrase("withdraws"),
                name: said.name("of"),
            })
        },
    },
    Form {
        pattern: "NAMES sign|signs AGREEMENT [without SECTION] [until DATE]",
        means: "The desk records that an agreement with each of them was signed on paper, with all its sections but one \
                that is named; `until` is its last day.",
        example: "Fei signs the flying member's agreement without the section on exit",
        read: |said| {
            let without = said.has("without").then(|| said.phrase("without"));
            let verb = if said.has("sign") { "sign" } else { "signs" };
            said.each(|name| {
                let (agreement, until) = (said.phrase(verb), said.day("until"));
                Sentence::Deed(Deed::Sign { name, agreement, without: without.clone(), until })
            })
        },
    },
    Form {
        pattern: "AGREEMENT of NAME is in force [on DATE]",
        means: "An agreement of this kind with them is in force on that day.",
        example: "the flying member's agreement of Fei is in force",
        read: |said| holds(said, false),
    },
    Form {
        pattern: "AGREEMENT of NAME is not in force [on DATE]",
        means: "No agreement of this kind with them is in force on that day.",
        example: "the flying member's agreement of Fei is not in force on 2026-03-05",
        read: |said| holds(said, true),
    },
    Form {
        pattern: "NAME may read the text of AGREEMENT with NAME",
        means: "The first is among the readers of the agreement with the second that was drafted last.",
        example: "Fei may read the text of the flying member's agreement with Fei",
        read: |said| reads(said, false),
    },
    Form {
        pattern: "NAME may not read the text of AGREEMENT with NAME",
        means: "The first is not among its readers.",
        example: "Bo may not read the text of the flying member's agreement with Fei",
        read: |said| reads(said, true),
    },
];
