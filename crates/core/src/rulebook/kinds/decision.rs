//! `decision`: how a matter is decided.

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    proposals::Mark,
    rulebook::{
        Base, Check, Consensus, Decision, Key, Method, Vote,
        read::{Fields, Role},
    },
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "decision",
    purpose: "Says how a matter is decided: by consensus in rounds, or by a vote. A matter names the decision \
              rule that it is decided by.",
    keys: &[
        Key::needed("id", "name in lower case", "what matters call it"),
        Key::needed("name", "text in each language", "what people call it"),
        Key::needed("method", "`consensus` or `vote`", "which of the two"),
        Key::optional(
            "everyone_must_agree",
            "`true` or `false`",
            "consensus, needed: whether everybody counted must say that they agree; else nobody may object",
        ),
        Key::optional(
            "rounds",
            "whole number",
            "consensus: complete rounds before the fallback vote; 1 if left out",
        ),
        Key::optional(
            "marks",
            "list of `agenda`, `everyone`, `pros-cons`, `minutes`",
            "consensus: what makes a round complete",
        ),
        Key::optional(
            "fallback",
            "name of a decision rule",
            "consensus: the vote that replaces it when it fails",
        ),
        Key::optional("threshold", "share such as \"2/3\"", "vote, needed: the share in favour that carries"),
        Key::optional("more_than", "`true` or `false`", "vote: whether exactly the share is not enough"),
        Key::optional(
            "base",
            "`all` or `cast`",
            "vote, needed: of everybody counted, or of those who voted in favour or against",
        ),
    ],
    entries: &[],
    checks: &[Check::DefinedOnce, Check::NamesUsed, Check::MattersDecided, Check::FallbackVotes],
    example: r#"## Deciding {#X-01}

We vote; more than 1/2 of those who vote in favour or against carries.

```toml rule
kind = "decision"
quote = "more than 1/2 of those who vote in favour or against"
id = "majority"
name = { en = "Simple majority" }
method = "vote"
threshold = "1/2"
more_than = true
base = "cast"
```
"#,
};

const CONSENSUS_KEYS: &[&str] = &["everyone_must_agree", "rounds", "marks", "fallback"];
const VOTE_KEYS: &[&str] = &["threshold", "more_than", "base"];

pub(super) fn read(fields: &Fields<'_>) -> Option<Decision> {
    let defined = fields.defined(Role::Decision);
    let is_vote = fields.choice("method", &[("consensus", false), ("vote", true)])?;
    let strangers = if is_vote { CONSENSUS_KEYS } else { VOTE_KEYS };
    for (key, at, _) in fields.entries().filter(|(key, ..)| strangers.contains(key)) {
        let (method, other) = if is_vote { ("vote", "consensus") } else { ("consensus", "vote") };
        let says = format!("a {method} has no `{key}`");
        fields.spot.problem(Check::Keys, &at, says, format!("remove it, or make the method `{other}`"));
    }
    let method = if is_vote {
        read_vote(fields).map(Method::Vote)
    } else {
        read_consensus(fields).map(Method::Consensus)
    };
    let (id, name) = defined?;
    Some(Decision { id, name, method: method? })
}

fn read_consensus(fields: &Fields<'_>) -> Option<Consensus> {
    let everyone_must_agree = fields.flag("everyone_must_agree");
    if everyone_must_agree.is_none() {
        needed(
            fields,
            "everyone_must_agree",
            "say whether everybody must agree (`true`) or nobody may object (`false`)",
        );
    }
    let rounds = fields.number_or("rounds", 1);
    let choices: Vec<(&str, Mark)> = Mark::ALL.iter().map(|mark| (mark.id(), *mark)).collect();
    let marks = fields.get("marks").and_then(|value| value.list()).unwrap_or_default();
    let marks = marks.iter().filter_map(|mark| mark.choice(&choices)).collect();
    let fallback = fields.mention("fallback", Role::Fallback);
    Some(Consensus { everyone_must_agree: everyone_must_agree?, rounds, marks, fallback })
}

fn read_vote(fields: &Fields<'_>) -> Option<Vote> {
    let threshold = fields.ratio("threshold");
    let more_than = fields.flag("more_than").unwrap_or(false);
    let base = fields.choice("base", &[("all", Base::All), ("cast", Base::Cast)]);
    if threshold.is_none() {
        needed(fields, "threshold", "add the share that carries, like `threshold = \"2/3\"`");
    }
    if base.is_none() {
        needed(
            fields,
            "base",
            "say `base = \"all\"` (absent ones count) or `base = \"cast\"` (only votes in favour or against)",
        );
    }
    Some(Vote { threshold: threshold?, more_than, base: base? })
}

/// Reports a key that only one of the methods needs, unless it is there and wrong, which is reported already.
fn needed(fields: &Fields<'_>, key: &str, mend: &str) {
    if fields.entries().all(|(written, ..)| written != key) {
        let says = format!("a decision rule of this method needs the key `{key}`");
        fields.spot.problem(Check::Keys, &fields.at(), says, mend);
    }
}

pub(super) fn write(decision: &Decision, lines: &mut Lines) {
    lines.put("id", written::text(decision.id.as_str()));
    lines.put("name", written::names(&decision.name));
    match &decision.method {
        Method::Consensus(consensus) => {
            lines.put("method", written::text("consensus"));
            lines.put("everyone_must_agree", consensus.everyone_must_agree);
            if consensus.rounds != 1 {
                lines.put("rounds", consensus.rounds);
            }
            lines.put_some("marks", consensus.marks.iter().map(|mark| written::text(mark.id())).collect());
            if let Some(fallback) = &consensus.fallback {
                lines.put("fallback", written::text(fallback.as_str()));
            }
        }
        Method::Vote(vote) => {
            lines.put("method", written::text("vote"));
            lines.put("threshold", written::text(&vote.threshold.to_string()));
            if vote.more_than {
                lines.put("more_than", true);
            }
            lines.put("base", written::text(if vote.base == Base::All { "all" } else { "cast" }));
        }
    }
}
