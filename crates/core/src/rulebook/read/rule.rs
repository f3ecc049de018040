//! A rule and the words that it quotes.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    block,
    fields::{Fields, Key},
    near,
    numbers::numbers_in,
    page::Block,
    spot::Spot,
    words::{Said, TableCell, fold},
};
use crate::rulebook::{
    Check, Citation, ClauseId, Rule, Unsettled,
    kinds::{self, EVERY_RULE, KINDS, KindPage, RightsTable},
};

/// The keys of every kind, with those that every rule has.
fn keys_of(page: &KindPage) -> &'static [Key] {
    use std::sync::LazyLock;
    static KEYS: LazyLock<BTreeMap<&'static str, Vec<Key>>> = LazyLock::new(|| {
        KINDS.iter().map(|page| (page.kind, EVERY_RULE.iter().chain(page.keys).copied().collect())).collect()
    });
    KEYS.get(page.kind).map_or(EVERY_RULE, Vec::as_slice)
}

/// What a rule is read against.
pub(super) struct Setting<'a> {
    pub clause: &'a ClauseId,
    /// The words of every clause in the binding language, and its title.
    pub said: &'a BTreeMap<ClauseId, (String, Said)>,
    /// What this clause leaves open.
    pub unsettled: &'a [Unsettled],
    pub binding: &'a crate::values::Language,
    /// Where the words of the clause stand.
    pub words: &'a Spot<'a>,
}

/// The rule in this block, unless it is not whole, which is reported.
pub(super) fn read(spot: &Spot<'_>, written: &Block, setting: &Setting<'_>) -> Option<Rule> {
    let (table, at) = block::table(spot, written);
    // The keys are compared with those of the kind, once it is known; until then with their own.
    let kind = table.get("kind").and_then(|value| value.get_ref().as_str());
    let Some(kind) = kind else {
        let mend = "add `kind = \"...\"`, the name of a kind of rule, in quotes";
        spot.problem(Check::Kinds, &at, "a rule needs a kind", mend);
        return None;
    };
    let Some(page) = KINDS.iter().find(|page| page.kind == kind) else {
        let at = table.get("kind").map_or(at, toml::Spanned::span);
        let mend = near::advise(kind, KINDS.iter().map(|page| page.kind));
        spot.problem(Check::Kinds, &at, format!("there is no kind of rule `{kind}`"), mend);
        return None;
    };
    let fields = Fields::new(spot, format!("a rule of kind `{kind}`"), keys_of(page), &table, at);
    let (citation, words) = cite(&fields, setting)?;
    let citation = Arc::new(citation);
    let nothing = Said::default();
    let said = setting.said.get(setting.clause).map_or(&nothing, |(_, said)| said);
    let cell_cite = |cell: &TableCell| cite_cell(cell, setting);
    let rights =
        RightsTable { said, citation: Arc::clone(&citation), cite: &cell_cite, words: setting.words };
    let kind = kinds::read(kind, &fields, &rights);
    check_numbers(spot, &words);
    Some(Rule { cite: citation, kind: kind? })
}

/// The words that the rule implements, and the text in which its numbers must occur.
fn cite(fields: &Fields<'_>, setting: &Setting<'_>) -> Option<(Citation, String)> {
    let clause = setting.clause.clone();
    match (fields.get("quote"), fields.get("reading")) {
        (Some(quote), None) => {
            let words = fold(quote.text()?);
            let found = setting.said.get(&clause).and_then(|(_, said)| said.find(&words));
            if found.is_none() {
                let says = format!("the clause does not say \"{words}\"");
                let mend = "quote words that stand in the clause, exactly, or amend rule and words together";
                fields.spot.problem(Check::QuoteStands, &quote.at, says, mend);
            }
            let paragraph = found.flatten();
            Some((Citation { clause, paragraph, quote: words.clone(), is_reading: false }, words))
        }
        (None, Some(reading)) => {
            let id = reading.slug()?;
            let question = setting.unsettled.iter().find(|question| question.id == id);
            let taken = question.and_then(|question| question.reading.as_ref());
            let Some(taken) = taken else {
                let says = match question {
                    Some(_) => format!("the question `{id}` has no reading"),
                    None => format!("the clause has no open question `{id}`"),
                };
                let mend =
                    near::advise(id.as_str(), setting.unsettled.iter().map(|question| question.id.as_str()));
                fields.spot.problem(Check::QuoteStands, &reading.at, says, mend);
                return None;
            };
            let quote = taken.says.in_language(setting.binding).to_owned();
            Some((Citation { clause, paragraph: None, quote: quote.clone(), is_reading: true }, quote))
        }
        _ => {
            let says = "a rule has either a quote or a reading";
            let mend = "add `quote = \"...\"` with words of the clause, or `reading = \"...\"` with the name of a question";
            fields.spot.problem(Check::QuoteStands, &fields.at(), says, mend);
            None
        }
    }
}

/// The clause that the link at the end of a cell names, with the words that it quotes, or else the
/// clause's title; `None` for a cell without one.
fn cite_cell(cell: &TableCell, setting: &Setting<'_>) -> Option<Citation> {
    let link = cell.link.as_ref()?;
    let clause = link.clause()?;
    let (title, said) = setting.said.get(&clause)?;
    let (paragraph, quote) = if link.needs.is_empty() {
        (None, title.clone())
    } else {
        (said.find(&link.needs).flatten(), link.needs.clone())
    };
    Some(Citation { clause, paragraph, quote, is_reading: false })
}

/// Reports the numbers of the rule that the words do not say.
fn check_numbers(spot: &Spot<'_>, words: &str) {
    let said = numbers_in(words);
    for (number, at) in spot.numbers.borrow().iter().filter(|(number, _)| !said.contains_key(number)) {
        let says = format!("the rule says {number}, and the quoted words \"{words}\" do not");
        let mend = format!("quote words that say {number} in digits, or correct the number");
        spot.problem(Check::NumbersQuoted, at, says, mend);
    }
}
