//! Who is who: memberships, representatives, documents, capital.

use super::super::{Deed, Form, Sentence};

fn deed(deed: Deed) -> Sentence {
    Sentence::Deed(deed)
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAMES is|are CLASS since DATE",
        means: "They are in membership from that day on: the desk records it, and before it the written agreement \
                with all its sections, where the class needs one.",
        example: "Ana, Bo and Chi are worker-owners since 2024-01-01",
        read: |said| {
            let class = if said.has("is") { said.phrase("is") } else { said.phrase("are") };
            said.each(|name| {
                deed(Deed::StandOnTheRoll { name, class: class.clone(), since: said.date("since") })
            })
        },
    },
    Form {
        pattern: "NAMES is|are admitted as CLASS",
        means: "The desk admits them on the day of the line. What the class asks for must be there.",
        example: "Elm City Co-op is admitted as a coop",
        read: |said| said.each(|name| deed(Deed::Admit { name, class: said.phrase("as") })),
    },
    Form {
        pattern: "NAME's membership ends on DATE",
        means: "The desk records the last day of a membership.",
        example: "Gus's membership ends on 2026-03-31",
        read: |said| vec![deed(Deed::EndMembership { name: said.name(""), on: said.date("on") })],
    },
    Form {
        pattern: "NAME represents NAME from DATE",
        means: "The desk records that a person is the official representative of an organization from that day on.",
        example: "Ana represents Elm City Co-op from 2026-01-01",
        read: |said| {
            vec![deed(Deed::Represent {
                person: said.name(""),
                organization: said.name("represents"),
                from: said.date("from"),
            })]
        },
    },
    Form {
        pattern: "NAME stands in for NAME from DATE",
        means: "The desk records that a person is an alternate of an organization from that day on.",
        example: "Cleo stands in for Elm City Co-op from 2026-01-01",
        read: |said| {
            vec![deed(Deed::StandIn {
                person: said.name(""),
                organization: said.name("for"),
                from: said.date("from"),
            })]
        },
    },
    Form {
        pattern: "NAME hands over NAME to NAME from DATE",
        means: "In one act they record that another is the official representative of an organization from that \
                day on; the last day of the one before is the day before it.",
        example: "Ana hands over Elm City Co-op to Ben from 2026-07-01",
        read: |said| {
            vec![deed(Deed::HandOver {
                by: said.name(""),
                organization: said.name("over"),
                person: said.name("to"),
                from: said.date("from"),
            })]
        },
    },
    Form {
        pattern: "NAME represents NAME until DATE",
        means: "The desk records the last day on which a person represents an organization, as its official \
                representative or as an alternate.",
        example: "Ana represents Elm City Co-op until 2026-06-30",
        read: |said| {
            vec![deed(Deed::StopRepresenting {
                person: said.name(""),
                organization: said.name("represents"),
                until: said.date("until"),
            })]
        },
    },
    Form {
        pattern: "version NUMBER of DOCUMENT is in force from DATE",
        means: "The desk publishes a version of a document that members commit to.",
        example: "version 2 of the code of conduct is in force from 2026-05-01",
        read: |said| {
            vec![deed(Deed::Publish {
                version: said.number("version"),
                document: said.phrase("of"),
                from: said.date("from"),
            })]
        },
    },
    Form {
        pattern: "NAMES acknowledge|acknowledges DOCUMENT [for NAME]",
        means: "They commit to the version in force, for themselves or for an organization.",
        example: "Ana acknowledges the code of conduct for Elm City Co-op",
        read: |said| {
            let on_behalf = said.text(super::super::pattern::Slot::Name, "for");
            let verb = if said.has("acknowledge") { "acknowledge" } else { "acknowledges" };
            said.each(|name| {
                let (document, on_behalf) = (said.phrase(verb), on_behalf.clone());
                deed(Deed::Acknowledge { name, document, on_behalf })
            })
        },
    },
    Form {
        pattern: "NAMES pay|pays the capital",
        means: "The desk records that their capital is paid in full.",
        example: "Hana pays the capital",
        read: |said| said.each(|name| deed(Deed::PayCapital { name })),
    },
];
