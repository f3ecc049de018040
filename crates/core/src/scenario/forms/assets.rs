//! What the co-op has, and who has it.

use super::super::{
    AssetIs, Claim, Deed, Form, OnAsset, Sentence,
    pattern::{Said, Slot},
};

fn deed(by: Option<String>, asset: String, does: OnAsset) -> Vec<Sentence> {
    vec![Sentence::Deed(Deed::OnAsset { by, asset, does })]
}

fn claim(said: &Said<'_>, asset: &str, is: AssetIs) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::AssetIs { asset: said.quoted(asset), is, on: said.day("on") })]
}

fn sees(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::SeesAssets { name: said.name(""), not })]
}

fn reads(said: &Said<'_>, not: bool) -> Vec<Sentence> {
    vec![Sentence::Claim(Claim::ReadsDamage { name: said.name(""), asset: said.quoted("to"), not })]
}

fn reason(said: &Said<'_>) -> String {
    said.text(Slot::Reason, ":").unwrap_or_default()
}

pub(super) const FORMS: &[Form] = &[
    Form {
        pattern: "TEXT stands in the asset register as KIND [since DATE]",
        means: "The desk enters something of this kind; the co-op has it since that day, or since the day of the line.",
        example: "\"the field camera\" stands in the asset register as a device",
        read: |said| {
            let (kind, since) = (said.phrase("as"), said.day("since"));
            deed(None, said.quoted(""), OnAsset::Enter { kind, since })
        },
    },
    Form {
        pattern: "NAME enters TEXT as KIND",
        means: "Somebody enters something of this kind into the asset register.",
        example: "Chi enters \"the field camera\" as a device",
        read: |said| {
            let (kind, since) = (said.phrase("as"), None);
            deed(Some(said.name("")), said.quoted("enters"), OnAsset::Enter { kind, since })
        },
    },
    Form {
        pattern: "NAME borrows TEXT until DATE",
        means: "They borrow an asset on the day of the line, to bring it back by that day.",
        example: "Bo borrows \"the field camera\" until 2026-03-10",
        read: |said| {
            let due = said.date("until");
            deed(Some(said.name("")), said.quoted("borrows"), OnAsset::Lend { to: None, due })
        },
    },
    Form {
        pattern: "NAME lends TEXT to NAME until DATE",
        means: "The first lends an asset to the second.",
        example: "Chi lends \"the field camera\" to Bo until 2026-03-10",
        read: |said| {
            let (to, due) = (Some(said.name("to")), said.date("until"));
            deed(Some(said.name("")), said.quoted("lends"), OnAsset::Lend { to, due })
        },
    },
    Form {
        pattern: "NAME returns TEXT",
        means: "They record that an asset is back.",
        example: "Bo returns \"the field camera\"",
        read: |said| deed(Some(said.name("")), said.quoted("returns"), OnAsset::Return),
    },
    Form {
        pattern: "NAME moves TEXT to TEXT",
        means: "They record that an asset is kept elsewhere.",
        example: "Chi moves \"the field camera\" to \"the back room\"",
        read: |said| {
            deed(Some(said.name("")), said.quoted("moves"), OnAsset::Move { place: said.quoted("to") })
        },
    },
    Form {
        pattern: "NAME reports damage to TEXT: REASON",
        means: "They report damage, with these words.",
        example: "Bo reports damage to \"the field camera\": the lens is scratched",
        read: |said| deed(Some(said.name("")), said.quoted("to"), OnAsset::Damage { text: reason(said) }),
    },
    Form {
        pattern: "NAME settles the damage to TEXT: REASON",
        means: "They settle the oldest damage that waits, with what was decided.",
        example: "Chi settles the damage to \"the field camera\": the co-op had it polished",
        read: |said| deed(Some(said.name("")), said.quoted("to"), OnAsset::Settle { text: reason(said) }),
    },
    Form {
        pattern: "NAME reports the loss of TEXT: REASON",
        means: "They report that an asset is lost.",
        example: "Bo reports the loss of \"the field camera\": it was left on a train",
        read: |said| deed(Some(said.name("")), said.quoted("of"), OnAsset::Lose { text: reason(said) }),
    },
    Form {
        pattern: "NAME retires TEXT",
        means: "They take an asset out of use for good.",
        example: "Chi retires \"the field camera\"",
        read: |said| deed(Some(said.name("")), said.quoted("retires"), OnAsset::Retire),
    },
    Form {
        pattern: "TEXT is with NAME [on DATE]",
        means: "They have the asset at the end of that day.",
        example: "\"the field camera\" is with Bo on 2026-03-05",
        read: |said| claim(said, "", AssetIs::With(said.name("with"))),
    },
    Form {
        pattern: "TEXT is in store [on DATE]",
        means: "The asset is where it is kept, and sound, at the end of that day.",
        example: "\"the field camera\" is in store",
        read: |said| claim(said, "", AssetIs::InStore),
    },
    Form {
        pattern: "TEXT is damaged|lost|retired [on DATE]",
        means: "How the asset stands at the end of that day.",
        example: "\"the field camera\" is damaged",
        read: |said| {
            let is = if said.has("damaged") {
                AssetIs::Damaged
            } else if said.has("lost") {
                AssetIs::Lost
            } else {
                AssetIs::Retired
            };
            claim(said, "", is)
        },
    },
    Form {
        pattern: "the loan of TEXT is overdue [on DATE]",
        means: "The asset should have been back before that day, and is not.",
        example: "the loan of \"the field camera\" is overdue",
        read: |said| claim(said, "of", AssetIs::Overdue { not: false }),
    },
    Form {
        pattern: "the loan of TEXT is not overdue [on DATE]",
        means: "The asset is back by that day, or there is still time.",
        example: "the loan of \"the field camera\" is not overdue",
        read: |said| claim(said, "of", AssetIs::Overdue { not: true }),
    },
    Form {
        pattern: "NAME may see the assets",
        means: "They see the asset register on the day of the line.",
        example: "Bo may see the assets",
        read: |said| sees(said, false),
    },
    Form {
        pattern: "NAME may not see the assets",
        means: "They do not see the asset register.",
        example: "Fei may not see the assets",
        read: |said| sees(said, true),
    },
    Form {
        pattern: "NAME may read the damage to TEXT",
        means: "They read what was written about the last damage to an asset.",
        example: "Chi may read the damage to \"the field camera\"",
        read: |said| reads(said, false),
    },
    Form {
        pattern: "NAME may not read the damage to TEXT",
        means: "They do not read what was written about it.",
        example: "Dee may not read the damage to \"the field camera\"",
        read: |said| reads(said, true),
    },
];
