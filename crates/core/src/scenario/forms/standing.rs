//! What is asked of members, who is let off, the channels, and who is reminded.

use super::{
    super::{
        Claim, Deed, Form, Sentence,
        pattern::{Said, Slot},
    },
    claims::status,
};

fn deed(deed: Deed) -> Vec<Sentence> {
    vec![Sentence::Deed(deed)]
}

fn claim(claim: Claim) -> Vec<Sentence> {
    vec![Sentence::Claim(claim)]
}

fn tick(said: &Said<'_>, joined: bool) -> Vec<Sentence> {
    deed(Deed::TickChannel {
        by: said.name(""),
        channel: said.phrase(if joined { "joins" } else { "quits" }),
        name: said.text(Slot::Name, "for"),
        joined,
    })
}

fn sees_link(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    claim(Claim::SeesLink { name: said.name(""), channel: said.phrase("of"), not })
}

fn reads_reason(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    let (name, duty, of) = (said.name(""), said.quoted("why"), said.name("for"));
    claim(Claim::ReadsReason { name, duty, of, not })
}

fn sees_standing(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    claim(Claim::SeesStanding { name: said.name(""), of: said.name("of"), not })
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "NAME waives TEXT for NAME [until DATE]: REASON",
        means: "The first lets the second off a duty, called by its name, through that day or the end of the membership \
                year.",
        example: "Bo waives \"Pay the annual dues\" for Dora until 2026-06-30: she is between jobs",
        read: |said| {
            deed(Deed::WaiveDuty {
                by: said.name(""),
                duty: said.quoted("waives"),
                name: said.name("for"),
                until: said.day("until"),
                reason: said.text(Slot::Reason, ":").unwrap_or_default(),
            })
        },
    },
    Form {
        pattern: "NAME ends the waiver of TEXT for NAME",
        means: "The first ends it: the day of the line is its last.",
        example: "Bo ends the waiver of \"Pay the annual dues\" for Dora",
        read: |said| {
            let (by, duty, name) = (said.name(""), said.quoted("of"), said.name("for"));
            deed(Deed::EndWaiver { by, duty, name })
        },
    },
    Form {
        pattern: "NAME sets the link of CHANNEL",
        means: "Somebody sets the invitation link of a channel.",
        example: "Bo sets the link of the Google Group",
        read: |said| deed(Deed::SetLink { by: said.name(""), channel: said.phrase("of") }),
    },
    Form {
        pattern: "NAME joins CHANNEL [for NAME]",
        means: "Somebody ticks that they have joined a channel, or that a member has.",
        example: "Ana joins the Google Group for Elm City Co-op",
        read: |said| tick(said, true),
    },
    Form {
        pattern: "NAME quits CHANNEL [for NAME]",
        means: "Somebody ticks that they have left a channel, or that a member has.",
        example: "Ana quits the Google Group",
        read: |said| tick(said, false),
    },
    Form {
        pattern: "NAME reminds everybody [of TEXT]",
        means: "Somebody reminds all who are behind, with anything or with one duty, of everything they are behind with.",
        example: "Bo reminds everybody",
        read: |said| deed(Deed::Remind { by: said.name(""), name: None, duty: said.text(Slot::Text, "of") }),
    },
    Form {
        pattern: "NAME reminds NAME [of TEXT]",
        means: "The first reminds the second of everything they are behind with; where a duty is named, only if it is part of that.",
        example: "Bo reminds Dora",
        read: |said| {
            let (by, name) = (said.name(""), Some(said.name("reminds")));
            deed(Deed::Remind { by, name, duty: said.text(Slot::Text, "of") })
        },
    },
    Form {
        pattern: "NAME's duty TEXT is late|due|coming|met|waived|unknown [on DATE]",
        means: "How a duty stands, called by its name: where it asks several things, how the most pressing does.",
        example: "Dora's duty \"Join the channels\" is late on 2026-04-02",
        read: |said| {
            claim(Claim::DutyNamed {
                name: said.name(""),
                duty: said.quoted("duty"),
                status: status(said),
                on: said.day("on"),
            })
        },
    },
    Form {
        pattern: "NAMES is|are [not] in good standing [on DATE]",
        means: "Whether they are in good standing, as the bylaws say what that is.",
        example: "Dora is not in good standing on 2026-04-02",
        read: |said| {
            said.each(|name| {
                let (not, on) = (said.has("not"), said.day("on"));
                Sentence::Claim(Claim::InGoodStanding { name, not, on })
            })
        },
    },
    Form {
        pattern: "NAME may see the link of CHANNEL",
        means: "Somebody finds the invitation link of a channel on the day of the line.",
        example: "Dora may see the link of the Google Group",
        read: |said| sees_link(said, false),
    },
    Form {
        pattern: "NAME may not see the link of CHANNEL",
        means: "Somebody finds it nowhere.",
        example: "Eve may not see the link of the Google Group",
        read: |said| sees_link(said, true),
    },
    Form {
        pattern: "NAME may read why TEXT is waived for NAME",
        means: "The first reads the reason for which a duty of the second was waived.",
        example: "Dora may read why \"Pay the annual dues\" is waived for Dora",
        read: |said| reads_reason(said, false),
    },
    Form {
        pattern: "NAME may not read why TEXT is waived for NAME",
        means: "The first does not read it.",
        example: "Ana may not read why \"Pay the annual dues\" is waived for Dora",
        read: |said| reads_reason(said, true),
    },
    Form {
        pattern: "NAME may see the standing of NAME",
        means: "The first sees how the second stands.",
        example: "Bo may see the standing of Dora",
        read: |said| sees_standing(said, false),
    },
    Form {
        pattern: "NAME may not see the standing of NAME",
        means: "The first does not see it.",
        example: "Ana may not see the standing of Dora",
        read: |said| sees_standing(said, true),
    },
    Form {
        pattern: "NAME was reminded on DATE",
        means: "Their last reminder was on that day.",
        example: "Dora was reminded on 2026-04-02",
        read: |said| claim(Claim::WasReminded { name: said.name(""), on: said.date("on") }),
    },
    Form {
        pattern: "NUMBER members are behind [with TEXT] [on DATE]",
        means: "So many are behind: something required is late, or due without a last day, or this duty is.",
        example: "2 members are behind with \"Join the channels\"",
        read: |said| {
            claim(Claim::AreBehind {
                number: said.number(""),
                duty: said.text(Slot::Text, "with"),
                on: said.day("on"),
            })
        },
    },
];
