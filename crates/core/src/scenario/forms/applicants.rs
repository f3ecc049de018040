//! How people come in: the interest form, and what becomes of it.

use super::super::{
    Claim, Deed, Form, Sentence,
    pattern::{Said, Slot},
};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

fn sent(said: &Said<'_>) -> Vec<Sentence> {
    let representative = said.text(Slot::Name, "by");
    deed(Deed::SendInterest { name: said.name(""), class: said.phrase("as"), representative })
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME asks to join as CLASS [represented by NAME]",
        means: "A visitor sends the interest form; an organization's names its official representative. Nobody \
                is entered by that.",
        example: "Elm City Co-op asks to join as a coop represented by Ana",
        read: sent,
    },
    Form {
        pattern: "NAME notes on NAME: REASON",
        means: "The first, who answers applicants, writes a note on the second.",
        example: "Bo notes on Dora: she knows Ana",
        read: |said| {
            let text = said.text(Slot::Reason, ":").unwrap_or_default();
            deed(Deed::NoteApplicant { by: said.name(""), name: said.name("on"), text })
        },
    },
    Form {
        pattern: "NAME leaves NAME to NAME",
        means: "The first says that the third answers the second, an applicant, from now on.",
        example: "Bo leaves Dora to Chi",
        read: |said| {
            let (by, name, owner) = (said.name(""), said.name("leaves"), said.name("to"));
            deed(Deed::AssignApplicant { by, name, owner })
        },
    },
    Form {
        pattern: "NAME moves NAME to STAGE",
        means: "The first, who answers applicants, moves the second to a stage.",
        example: "Bo moves Dora to talking",
        read: |said| {
            let (by, name, stage) = (said.name(""), said.name("moves"), said.phrase("to"));
            deed(Deed::MoveApplicant { by, name, stage })
        },
    },
    Form {
        pattern: "NAME invites NAME",
        means: "The first invites the second, who is in the book from then on: a person, or an organization with \
                its representative.",
        example: "Bo invites Dora",
        read: |said| deed(Deed::InviteApplicant { by: said.name(""), name: said.name("invites") }),
    },
    Form {
        pattern: "the form of NAME is NUMBER days old",
        means: "How long ago the applicant sent it, on the day of the line.",
        example: "the form of Dora is 3 days old",
        read: |said| claim(Claim::ApplicantAge { name: said.name("of"), days: said.number("is") }),
    },
    Form {
        pattern: "the form of NAME is STAGE",
        means: "How far the applicant has come.",
        example: "the form of Dora is talking",
        read: |said| claim(Claim::ApplicantStands { name: said.name("of"), stage: said.phrase("is") }),
    },
    Form {
        pattern: "NAME may read the forms",
        means: "They read what applicants sent, on the day of the line.",
        example: "Bo may read the forms",
        read: |said| claim(Claim::AnswersApplicants { name: said.name(""), not: false }),
    },
    Form {
        pattern: "NAME may not read the forms",
        means: "They do not read what applicants sent.",
        example: "Dora may not read the forms",
        read: |said| claim(Claim::AnswersApplicants { name: said.name(""), not: true }),
    },
];
