//! What is kept about people: corrected, erased, kept no longer.

use super::super::{Claim, Deed, Form, Sentence};

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME corrects the place|address of NAME",
        means: "The first corrects the details of the second: their town or city, or their e-mail address.",
        example: "Ana corrects the place of Gus",
        read: |said| {
            let address = said.has("address");
            vec![Sentence::Deed(Deed::CorrectDetails { by: said.name(""), name: said.name("of"), address })]
        },
    },
    Form {
        pattern: "NAME asks to be erased",
        means: "Somebody who has left asks that their details be erased, and they are.",
        example: "Gus asks to be erased",
        read: |said| vec![Sentence::Deed(Deed::Erase { name: said.name(""), by_desk: false })],
    },
    Form {
        pattern: "the desk erases NAME",
        means: "The desk erases somebody's details.",
        example: "the desk erases Gus",
        read: |said| vec![Sentence::Deed(Deed::Erase { name: said.name("erases"), by_desk: true })],
    },
    Form {
        pattern: "NAME is erased",
        means: "Nothing in the book names them any longer: they asked for it, or the time set for it is over.",
        example: "Gus is erased",
        read: |said| claim(Claim::IsErased { name: said.name(""), not: false }),
    },
    Form {
        pattern: "NAME is not erased",
        means: "Their details are kept.",
        example: "Gus is not erased",
        read: |said| claim(Claim::IsErased { name: said.name(""), not: true }),
    },
    Form {
        pattern: "the case can be read",
        means: "What was written in the last case is kept, for its readers.",
        example: "the case can be read",
        read: |_| claim(Claim::CaseIsKept { not: false }),
    },
    Form {
        pattern: "the case can be read no longer",
        means: "What was written in the last case is erased.",
        example: "the case can be read no longer",
        read: |_| claim(Claim::CaseIsKept { not: true }),
    },
];
