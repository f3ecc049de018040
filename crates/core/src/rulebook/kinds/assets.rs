//! `assets`: the register of what the co-op has, and who borrows from it.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    membership::Right,
    rulebook::{
        AssetRegister, Check, Key,
        read::{Fields, NAMED},
    },
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "assets",
    purpose: "Opens the asset register: which kinds of asset stand in it, who borrows them and who sees who has \
              what. Whoever holds an office with the power `keep-assets` keeps it.",
    keys: &[
        Key::needed("kinds", "list of `{ id, name }`", "the kinds of asset"),
        Key::needed(
            "borrow",
            "a right, such as `use-assets`",
            "what whoever borrows must have a right to, on the day of the loan",
        ),
        Key::needed(
            "see",
            "a right, such as `see-register`",
            "what whoever looks at the register must have a right to; a borrower sees what they have or had",
        ),
    ],
    entries: &[("kinds", NAMED)],
    checks: &[Check::DefinedOnce],
    example: r#"## Tools {#X-01}

Members who may use the tools sign them out in the book.

```toml rule
kind = "assets"
quote = "Members who may use the tools sign them out in the book"
kinds = [{ id = "tool", name = { en = "Tool" } }]
borrow = "use-assets"
see = "see-register"
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<AssetRegister> {
    let kinds = fields.things("kinds");
    let rights: Vec<(&str, Right)> = Right::ALL.iter().map(|right| (right.id(), *right)).collect();
    let (borrow, see) = (fields.choice("borrow", &rights), fields.choice("see", &rights));
    Some(AssetRegister { kinds: kinds?, borrow: borrow?, see: see? })
}

pub(super) fn write(rule: &AssetRegister, lines: &mut Lines) {
    lines.put("kinds", written::list(written::things(&rule.kinds)));
    lines.put("borrow", written::text(rule.borrow.id()));
    lines.put("see", written::text(rule.see.id()));
}
