//! `phases`: the stages of a class.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    rulebook::{
        Check, Key, Phase, Phases,
        read::{Fields, Role, Value},
    },
    values::Slug,
};

const PHASE: &[Key] = &[
    Key::needed("id", "name in lower case", "what columns of rights tables call it"),
    Key::needed("name", "text in each language", "what people call it"),
    Key::needed("months", "whole number", "how many calendar months it lasts"),
];

pub(super) const PAGE: KindPage = KindPage {
    kind: "phases",
    purpose: "Divides the time in a class into stages, by calendar months from the first day of membership. \
              A stage can have a column of its own in a rights table.",
    keys: &[
        Key::needed("class", "name of a class", "whose stages they are"),
        Key::needed("phases", "list of `{ id, name, months }`", "the stages, in order"),
        Key::needed(
            "continues",
            "`true` or `false`",
            "whether the last goes on until the class changes; if not, its months are its end",
        ),
    ],
    entries: &[("phases", PHASE)],
    checks: &[Check::NamesDefined, Check::DefinedOnce, Check::PhasesEnd],
    example: r#"## Trying out {#X-01}

A member's first 3 months are the trial; after it come 9 months of practice.

```toml rule
kind = "phases"
quote = "first 3 months are the trial; after it come 9 months of practice"
class = "member"
phases = [
  { id = "trial", name = { en = "Trial" }, months = 3 },
  { id = "practice", name = { en = "Practice" }, months = 9 },
]
continues = false
```
"#,
};

pub(super) fn read(fields: &Fields<'_>) -> Option<Phases> {
    let class = fields.mention("class", Role::Class);
    let phases = fields.get("phases").and_then(|value| value.list());
    let phases: Option<Vec<Phase>> =
        phases.map(|phases| phases.iter().filter_map(|phase| read_phase(phase, class.as_ref())).collect());
    let continues = fields.flag("continues");
    let phases = phases?;
    if phases.is_empty() {
        let says = "a class with phases has at least one";
        fields.spot.problem(Check::PhasesEnd, &fields.at(), says, "name its stages, or remove the rule");
        return None;
    }
    Some(Phases { class: class?, phases, continues: continues? })
}

fn read_phase(value: &Value<'_>, class: Option<&Slug>) -> Option<Phase> {
    let fields = value.fields(PHASE)?;
    let id = fields.get("id").and_then(|value| Some((value.slug()?, value.at)));
    let name = fields.names("name");
    let months = fields.number("months");
    let (id, at) = id?;
    if let Some(class) = class {
        fields.spot.define(Role::Phase, &Slug::new(&format!("{class}/{id}")), None, &at);
    }
    if months == Some(0) {
        let says = format!("the phase `{id}` lasts 0 months");
        fields.spot.problem(Check::PhasesEnd, &fields.at(), says, "give it at least 1 month, or remove it");
    }
    Some(Phase { id, name: name?, months: months? })
}

pub(super) fn write(phases: &Phases, lines: &mut Lines) {
    lines.put("class", written::text(phases.class.as_str()));
    let stages = phases.phases.iter().map(|phase| {
        written::table(&[
            ("id", written::text(phase.id.as_str())),
            ("name", written::names(&phase.name)),
            ("months", phase.months.to_string()),
        ])
    });
    lines.put("phases", written::list(stages.collect()));
    lines.put("continues", phases.continues);
}
