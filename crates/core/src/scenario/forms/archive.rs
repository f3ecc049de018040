//! Documents of the archive, which are called by their titles.

use super::super::{
    Claim, Deed, Form, OnDocument, Sentence,
    pattern::{Said, Slot},
};

fn deed(said: &Said<'_>, document: String, does: OnDocument) -> Vec<Sentence> {
    vec![Sentence::Deed(Deed::OnDocument { by: said.name(""), document, does })]
}

fn reads(said: &Said<'_>, name: Option<String>, not: bool) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::ReadsDocument { name, document: said.quoted("document"), not })]
}

fn reason(said: &Said<'_>) -> String {
    said.text(Slot::Reason, ":").unwrap_or_default()
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME files TEXT [as CONFIDENTIALITY] [for NAMES]",
        means: "They file a document of this confidentiality class, or of the default one, on which those are named.",
        example: "Chi files \"Contract with the quarry\" as restricted for Fei",
        read: |said| {
            let (class, named) = (said.text(Slot::Words, "as"), said.list(Slot::Names, "for"));
            deed(said, said.quoted("files"), OnDocument::File { class, named })
        },
    },
    Form {
        pattern: "NAME reclassifies TEXT as CONFIDENTIALITY [for NAMES]: REASON",
        means: "They give a document another confidentiality class, with this reason.",
        example: "Ana reclassifies \"Contract with the quarry\" as internal: it was announced",
        read: |said| {
            let (class, named) = (said.phrase("as"), said.list(Slot::Names, "for"));
            let does = OnDocument::Reclassify { class, named, text: reason(said) };
            deed(said, said.quoted("reclassifies"), does)
        },
    },
    Form {
        pattern: "NAME erases the document TEXT: REASON",
        means: "They erase the bytes and the title of a document, with this reason; its entry stays.",
        example: "Ana erases the document \"Contract with the quarry\": the quarry asked for it",
        read: |said| deed(said, said.quoted("document"), OnDocument::Erase { text: reason(said) }),
    },
    Form {
        pattern: "everybody may read the document TEXT",
        means: "The public reads a document on the day of the line.",
        example: "everybody may read the document \"Report of the year\"",
        read: |said| reads(said, None, false),
    },
    Form {
        pattern: "NAME may read the document TEXT",
        means: "They read a document on the day of the line.",
        example: "Bo may read the document \"Report of the year\"",
        read: |said| reads(said, Some(said.name("")), false),
    },
    Form {
        pattern: "NAME may not read the document TEXT",
        means: "They do not read it, and find it nowhere.",
        example: "Fei may not read the document \"Report of the year\"",
        read: |said| reads(said, Some(said.name("")), true),
    },
    Form {
        pattern: "the document TEXT is erased",
        means: "Its bytes and its title are gone.",
        example: "the document \"Contract with the quarry\" is erased",
        read: |said| vec![Sentence::Claim(Claim::DocumentIsErased { document: said.quoted("document") })],
    },
];
