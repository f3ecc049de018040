//! A rule of the bylaws as JSON.

use rochdale_core::{
    membership::Right,
    rulebook::{self, Clause, Condition, Grant, RuleKind, Rulebook},
    values::Slug,
};
use rochdale_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

use super::finding::Citation;

/// One rule and the words that it implements.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rule {
    /// The kind, such as `decision`.
    pub kind: &'static str,
    /// The words, and where they stand.
    pub cites: Citation,
    /// What it makes the program do, in the language of the caller.
    pub says: Vec<String>,
    /// The rule itself: the keys of its block in the bylaws, as the manual of rule kinds explains them.
    #[schema(value_type = Object)]
    pub rule: serde_json::Value,
    /// The cells of the table that a rule of rights reads; absent for the other kinds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<Vec<Cell>>,
}

/// One cell of a table of rights.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cell {
    /// The class of the column.
    pub class: Slug,
    /// The phase of the column; absent where it speaks of the whole class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Slug>,
    /// The right of the row.
    pub right: Right,
    /// The group of matters of the row; absent where it speaks of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Slug>,
    /// The answer.
    pub grant: CellGrant,
    /// What it says, in the language of the caller.
    pub says: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// What a cell grants.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CellGrant {
    /// Yes.
    Yes,
    /// No.
    No,
    /// On matters of this group only.
    OnlyOn(Slug),
    /// By invitation to the occasion.
    ByInvitation,
    /// As the written agreement says.
    ByAgreement,
    /// As the written contract says.
    ByContract,
    /// In projects that they work in.
    InOwnProjects,
    /// In a quarter that closed with a loss.
    AfterALoss,
}

impl Rule {
    /// The rules of a clause, in order.
    pub fn all(rulebook: &Rulebook, clause: &Clause, words: &Words<'_>) -> Vec<Rule> {
        let blocks = clause.rule_blocks(rulebook.front.binding());
        let rules = clause.rules.iter().zip(blocks);
        rules.map(|(rule, block)| Rule::of(rulebook, rule, &block, words)).collect()
    }

    fn of(rulebook: &Rulebook, rule: &rulebook::Rule, block: &str, words: &Words<'_>) -> Self {
        let cells = match &rule.kind {
            RuleKind::Rights(rights) => Some(rights.cells.iter().map(|one| cell(one, words)).collect()),
            _ => None,
        };
        Self {
            kind: rule.kind.id(),
            cites: Citation::of(&rule.cite),
            says: rulebook.sentences(rule).iter().map(|sentence| words.say(sentence)).collect(),
            // Core writes blocks that core reads, so they are always TOML.
            rule: toml::from_str(block).unwrap_or_default(),
            cells,
        }
    }
}

fn cell(cell: &rulebook::Cell, words: &Words<'_>) -> Cell {
    Cell {
        class: cell.class.clone(),
        phase: cell.phase.clone(),
        right: cell.right,
        group: cell.group.clone(),
        grant: match &cell.grant {
            Grant::Yes => CellGrant::Yes,
            Grant::No => CellGrant::No,
            Grant::OnlyOn(group) => CellGrant::OnlyOn(group.clone()),
            Grant::Depends(Condition::Invitation) => CellGrant::ByInvitation,
            Grant::Depends(Condition::Agreement) => CellGrant::ByAgreement,
            Grant::Depends(Condition::Contract) => CellGrant::ByContract,
            Grant::Depends(Condition::OwnProjects) => CellGrant::InOwnProjects,
            Grant::Depends(Condition::Loss) => CellGrant::AfterALoss,
        },
        says: cell.sentences().iter().map(|sentence| words.say(sentence)).collect(),
        clause: cell.cite.to_string(),
    }
}
