//! Small rulebooks, each with every kind of rule that decides something, under terms that vary.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rochdale_core::rulebook::Bundle;

/// What varies between small rulebooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Terms {
    /// The share that a vote needs.
    pub threshold: (u32, u32),
    /// Whether exactly the share is not enough.
    pub more_than: bool,
    /// Whether the share is of the ballots cast, not of all.
    pub of_cast: bool,
    /// Whether consensus needs everybody's word.
    pub everyone_must_agree: bool,
    /// The rounds before the vote that replaces consensus.
    pub rounds: u32,
    /// Whether a vote replaces consensus.
    pub has_fallback: bool,
    /// The days to respond.
    pub days: u32,
    /// Whether an objection gives its reason.
    pub reasons: bool,
    /// Whether somebody recused leaves the base.
    pub leaves_base: bool,
    /// The months of the two phases of a trainee.
    pub months: (u32, u32),
    /// Whether the second phase goes on.
    pub continues: bool,
    /// The time zone.
    pub time_zone: &'static str,
}

impl Default for Terms {
    /// Two thirds of all, after three rounds.
    fn default() -> Self {
        Self {
            threshold: (2, 3),
            more_than: false,
            of_cast: false,
            everyone_must_agree: false,
            rounds: 3,
            has_fallback: true,
            days: 5,
            reasons: true,
            leaves_base: true,
            months: (6, 4),
            continues: true,
            time_zone: "Europe/Madrid",
        }
    }
}

/// How many different terms there are.
pub const VARIANTS: u8 = 24;

/// Any of the terms. They are few, so that each rulebook is read once and not once a history.
pub fn terms() -> impl Strategy<Value = Terms> {
    (0..VARIANTS).prop_map(variant)
}

/// The terms with this number: each value of each term occurs, in many combinations.
pub fn variant(number: u8) -> Terms {
    let pick = |of: u8, step: u8| u32::from(number / step % of);
    let yes = |bit: u8| (number.wrapping_mul(37) >> bit) & 1 == 1;
    let threshold = [(1, 2), (2, 3), (3, 4), (1, 1), (3, 5)][pick(5, 1) as usize];
    Terms {
        threshold,
        // More than the whole can never be.
        more_than: yes(0) && threshold != (1, 1),
        of_cast: yes(1),
        everyone_must_agree: yes(2),
        rounds: 1 + pick(3, 1),
        has_fallback: yes(3) || yes(4),
        days: pick(7, 1),
        reasons: yes(7),
        leaves_base: yes(5),
        months: (1 + pick(4, 1), 1 + pick(3, 4)),
        continues: yes(6),
        time_zone: ["Europe/Madrid", "Asia/Taipei", "America/New_York"][pick(3, 2) as usize],
    }
}

/// The files of the small rulebook with these terms.
pub fn rulebook(terms: &Terms) -> Bundle {
    let files = [("00-front.md", front(terms)), ("01-who.md", who(terms)), ("02-how.md", how(terms))];
    Bundle(files.into_iter().map(|(name, text)| (name.to_owned(), text)).collect::<BTreeMap<_, _>>())
}

/// The files of the small rulebook with these terms as an edition of this number, in force from this day.
pub fn edition(terms: &Terms, number: u32, from: &str) -> Bundle {
    let mut files = rulebook(terms);
    if let Some(front) = files.0.get_mut("00-front.md") {
        *front = front
            .replace("edition = 1", &format!("edition = {number}"))
            .replace("in_force_from = 2024-01-01", &format!("in_force_from = {from}"));
    }
    files
}

fn front(terms: &Terms) -> String {
    FRONT.replace("TIME_ZONE", terms.time_zone)
}

fn who(terms: &Terms) -> String {
    let (first, second) = terms.months;
    WHO.replace("FIRST", &first.to_string())
        .replace("SECOND", &second.to_string())
        .replace("CONTINUES", &terms.continues.to_string())
}

fn how(terms: &Terms) -> String {
    let (part, whole) = terms.threshold;
    let (first, second) = terms.months;
    HOW.replace("AT_LEAST", if terms.more_than { "more than" } else { "at least" })
        .replace("SHARE", &format!("{part}/{whole}"))
        .replace("OF_WHOM", if terms.of_cast { "the ballots cast" } else { "all who are counted" })
        .replace("MORE_THAN", &terms.more_than.to_string())
        .replace("BASE", if terms.of_cast { "cast" } else { "all" })
        .replace(
            "AGREE_OR_NOT",
            if terms.everyone_must_agree { "everybody agrees" } else { "nobody objects" },
        )
        .replace("EVERYONE", &terms.everyone_must_agree.to_string())
        .replace("ROUNDS", &terms.rounds.to_string())
        .replace("FALLBACK", if terms.has_fallback { "fallback = \"ballot\"" } else { "" })
        .replace("DAYS", &terms.days.to_string())
        .replace("GIVES_OR_NEED_NOT", if terms.reasons { "gives" } else { "need not give" })
        .replace("REASON", &terms.reasons.to_string())
        .replace("LEAVES_OR_STAYS", if terms.leaves_base { "leaves" } else { "stays in" })
        .replace("LEAVES", &terms.leaves_base.to_string())
        .replace("MONTHS", &(first + second).to_string())
}

const FRONT: &str = include_str!("small/00-front.md");
const WHO: &str = include_str!("small/01-who.md");
const HOW: &str = include_str!("small/02-how.md");

#[cfg(test)]
mod tests {
    use rochdale_core::rulebook::Rulebook;

    use super::*;

    #[test]
    fn every_small_rulebook_is_sound() {
        for terms in (0..VARIANTS).map(variant).chain([Terms::default()]) {
            let files = rulebook(&terms);
            let outcome = Rulebook::read(&files);
            let found: Vec<String> =
                outcome.diagnostics.iter().map(|diagnostic| diagnostic.in_context(&files)).collect();
            assert!(found.is_empty(), "{}", found.join("\n"));
        }
    }
}
