//! `cells-agree` and `summary-agrees`: tables of rights do not contradict each other unnoticed.

use crate::{
    rulebook::{
        Cell, Check, Clause, ClauseId, Diagnostic, Grant, Rights, RuleKind,
        kinds::{column_of, row_of},
        read::Survey,
    },
    values::Slug,
};

/// A rights table and where it stands.
struct Table<'a> {
    clause: &'a Clause,
    number: usize,
    rights: &'a Rights,
}

/// Two cells that answer the same question differently.
pub(super) struct Contradiction {
    /// The clause of the summary.
    pub clause: ClauseId,
    /// How an unsettled block names the summary's cell.
    pub asked: String,
}

/// Checks the cells of clauses' own tables against each other, and those of summaries against them.
pub(super) fn check(survey: &Survey<'_>) -> Vec<Diagnostic> {
    let tables = tables(survey);
    let mut found = Vec::new();
    for (place, table) in tables.iter().enumerate() {
        for (one, other) in contradictions(table, &tables[..=place], |earlier| {
            earlier.rights.is_summary == table.rights.is_summary
        }) {
            // Two cells of which one is more specific are a rule and its exception.
            if (&one.phase, &one.group) != (&other.phase, &other.group) {
                continue;
            }
            let says = format!(
                "{} already answers `{}` for `{}` otherwise",
                other.cite,
                row_of(one),
                column_of(one)
            );
            let mend = "make the cells agree, or remove one of them";
            let at = survey.rule_place(&table.clause.id, table.number);
            found.push(Diagnostic::error(Check::CellsAgree, at, Some(&table.clause.id), says, mend));
        }
        if !table.rights.is_summary {
            continue;
        }
        for (cell, own) in contradictions(table, &tables, |other| !other.rights.is_summary) {
            let asked = asked(cell);
            if table.clause.unsettled.iter().any(|question| question.asks.contains(&asked)) {
                continue;
            }
            let says = format!("{} answers `{}` for `{}` otherwise", own.cite, row_of(cell), column_of(cell));
            let mend = format!(
                "correct the summary, or say in an unsettled block which reading holds, with `asks = [\"{asked}\"]`"
            );
            let at = survey.rule_place(&table.clause.id, table.number);
            found.push(Diagnostic::error(Check::SummaryAgrees, at, Some(&table.clause.id), says, mend));
        }
    }
    found
}

/// The cells of summaries that contradict a clause.
pub(super) fn against_summaries(survey: &Survey<'_>) -> Vec<Contradiction> {
    let tables = tables(survey);
    let summaries = tables.iter().filter(|table| table.rights.is_summary);
    summaries
        .flat_map(|summary| {
            let pairs = contradictions(summary, &tables, |other| !other.rights.is_summary);
            pairs
                .into_iter()
                .map(|(cell, _)| Contradiction { clause: summary.clause.id.clone(), asked: asked(cell) })
        })
        .collect()
}

fn tables<'a>(survey: &Survey<'a>) -> Vec<Table<'a>> {
    let mut tables = Vec::new();
    for clause in survey.rulebook.clauses() {
        for (number, rule) in clause.rules.iter().enumerate() {
            if let RuleKind::Rights(rights) = &rule.kind {
                tables.push(Table { clause, number, rights });
            }
        }
    }
    tables
}

/// How `asks` names a cell.
fn asked(cell: &Cell) -> String {
    format!("cell:{}:{}", column_of(cell), row_of(cell))
}

/// The cells of a table that answer a question otherwise than a cell of others, with that cell.
fn contradictions<'a>(
    table: &Table<'a>,
    others: &[Table<'a>],
    is_compared: impl Fn(&Table<'a>) -> bool,
) -> Vec<(&'a Cell, &'a Cell)> {
    let others = || others.iter().filter(|other| is_compared(other)).flat_map(|other| &other.rights.cells);
    let first_otherwise = |cell: &'a Cell| {
        let other = others().find(|other| is_otherwise(cell, other))?;
        Some((cell, other))
    };
    table.rights.cells.iter().filter_map(first_otherwise).collect()
}

/// Whether there is a member and a matter for which the two cells give different answers.
fn is_otherwise(one: &Cell, other: &Cell) -> bool {
    let meets = |one: &Option<Slug>, other: &Option<Slug>| one.is_none() || other.is_none() || one == other;
    one.class == other.class
        && one.right == other.right
        && meets(&one.phase, &other.phase)
        && meets(&one.group, &other.group)
        && {
            let group = one.group.as_ref().or(other.group.as_ref());
            on_matters_of(&one.grant, group) != on_matters_of(&other.grant, group)
        }
}

/// What a grant comes to on matters of a group.
fn on_matters_of(grant: &Grant, group: Option<&Slug>) -> Grant {
    match (grant, group) {
        (Grant::OnlyOn(only), Some(group)) if only == group => Grant::Yes,
        (Grant::OnlyOn(_), Some(_)) => Grant::No,
        _ => grant.clone(),
    }
}
