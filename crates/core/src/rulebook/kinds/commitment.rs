//! `commitment`: documents that members commit to.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::rulebook::{
    Check, Commitment, Key,
    read::{Fields, NAMED, Role},
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "commitment",
    purpose: "Says which documents the members of some classes commit to. Each document has versions, and a new \
              version asks everybody again.",
    keys: &[
        Key::needed("documents", "list of `{ id, name }`", "the documents"),
        Key::needed("classes", "list of classes", "who commits to them"),
    ],
    entries: &[("documents", NAMED)],
    checks: &[Check::NamesDefined, Check::DefinedOnce],
    example: r#"## What we stand for {#X-01}

Every member commits to the code of conduct.

```toml rule
kind = "commitment"
quote = "commits to the code of conduct"
documents = [{ id = "code-of-conduct", name = { en = "Code of conduct" } }]
classes = ["member", "partner"]
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Commitment> {
    let documents = fields.things("documents");
    let classes = fields.mentions("classes", Role::Class);
    Some(Commitment { documents: documents?, classes: classes? })
}

pub(super) fn write(commitment: &Commitment, lines: &mut Lines) {
    lines.put("documents", written::list(written::things(&commitment.documents)));
    lines.put("classes", written::list(written::slugs(&commitment.classes)));
}
