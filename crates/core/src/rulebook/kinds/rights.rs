//! `rights`: who may do what, read from the table in the clause.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use super::{
    KindPage,
    written::{self, Lines},
};
use crate::{
    membership::Right,
    rulebook::{
        Cell, Check, Citation, Condition, Grant, Key, Rights,
        read::{Fields, Role, Said, Spot, TableCell, Value, advise, fold},
    },
    values::Slug,
};

pub(super) const PAGE: KindPage = KindPage {
    kind: "rights",
    purpose: "Reads the table in the clause: its columns are classes, or phases of them; its rows are rights. A \
              cell says `yes`, `no`, or words that `words` explains; a link at its end names the clause that the \
              cell cites. A clause's own table prevails over one marked `summary`.",
    keys: &[
        Key::needed("columns", "list of `class` or `class/phase`", "what each column is about, in order"),
        Key::needed("rows", "list of `right` or `right:group`", "what each row is about, in order"),
        Key::optional(
            "words",
            "table of texts",
            "what cells mean that say neither yes nor no: `yes`, `no`, `only:GROUP`, `invitation`, `agreement`, \
             `contract`, `own-projects` or `loss`",
        ),
        Key::optional("summary", "`true` or `false`", "whether the table sums up what other clauses say"),
    ],
    entries: &[],
    checks: &[
        Check::RightsTable,
        Check::NamesDefined,
        Check::ClassesInRights,
        Check::CellsAgree,
        Check::SummaryAgrees,
    ],
    example: r#"## Elections {#X-01}

This table says who elects:

| | Member | Partner |
|:--|:--|:--|
| Vote in elections | yes | when invited |

```toml rule
kind = "rights"
quote = "who elects"
columns = ["member", "partner"]
rows = ["elect"]
words = { "when invited" = "invitation" }
```
"#,
};

/// What a rights rule reads besides its block.
pub(in crate::rulebook) struct RightsTable<'a> {
    /// The words of the clause.
    pub said: &'a Said,
    /// The citation of the rule.
    pub citation: Arc<Citation>,
    /// The citation of a clause with the words that a link quotes.
    pub cite: &'a dyn Fn(&TableCell) -> Option<Citation>,
    /// Where the words of the clause stand.
    pub words: &'a Spot<'a>,
}

/// What a column is about: a class and perhaps a phase.
pub(super) type Column = (Slug, Option<Slug>);
/// What a row is about: a right and perhaps a group.
type Row = (Right, Option<Slug>);

pub(super) fn read(fields: &Fields<'_>, table: &RightsTable<'_>) -> Option<Rights> {
    let columns = fields.get("columns").and_then(|value| value.list());
    let columns: Option<Vec<Column>> = columns.map(|all| all.iter().filter_map(read_column).collect());
    let rows = fields.get("rows").and_then(|value| value.list());
    let rows: Option<Vec<Row>> = rows.map(|all| all.iter().filter_map(read_row).collect());
    let words = fields.get("words").map(|value| read_words(&value)).unwrap_or_default();
    let is_summary = fields.flag("summary").unwrap_or(false);
    let (columns, rows) = (columns?, rows?);
    let [shown] = table.said.tables.as_slice() else {
        let says =
            format!("the clause has {} tables, and a rights rule reads exactly one", table.said.tables.len());
        fields.spot.problem(
            Check::RightsTable,
            &fields.at(),
            says,
            "put one table into the clause, in the words",
        );
        return None;
    };
    let (has, told) = (shown.rows.len().saturating_sub(1), rows.len());
    if has != told {
        let says = format!("the table has {has} rows below its heading, and the rule tells {told}");
        table.words.problem(
            Check::RightsTable,
            &shown.at,
            says,
            "make `rows` name every row of the table".to_owned(),
        );
    }
    let mut cells = Vec::new();
    for (row, line) in rows.iter().zip(shown.rows.iter().skip(1)) {
        let has = line.len().saturating_sub(1);
        if has != columns.len() {
            let says = format!("the row has {has} columns, and the rule tells {}", columns.len());
            table.words.problem(
                Check::RightsTable,
                &shown.at,
                says,
                "make `columns` name every column".to_owned(),
            );
            return None;
        }
        for (column, cell) in columns.iter().zip(line.iter().skip(1)) {
            cells.extend(read_cell(column, row, cell, &words, table));
        }
    }
    let answers =
        || shown.rows.iter().skip(1).flat_map(|row| row.iter().skip(1)).map(|cell| cell.text.as_str());
    for (said, (_, at)) in words.iter().filter(|(said, _)| !answers().any(|answer| answer == *said)) {
        let unexplained =
            answers().filter(|answer| grant_of(answer).is_none() && !words.contains_key(*answer));
        let mend = match unexplained.collect::<Vec<_>>().as_slice() {
            [] => "remove it from `words`".to_owned(),
            some => advise(said, some.iter().copied()),
        };
        fields.spot.problem(Check::RightsTable, at, format!("no cell of the table says `{said}`"), mend);
    }
    Some(Rights { cells, is_summary })
}

/// What a column is about: `class` or `class/phase`.
pub(super) fn read_column(value: &Value<'_>) -> Option<Column> {
    let text = value.text()?;
    let (class, phase) = text.split_once('/').map_or((text, None), |(class, phase)| (class, Some(phase)));
    value.spot.mention(Role::Class, &Slug::new(class), &value.at);
    if phase.is_some() {
        value.spot.mention(Role::Phase, &Slug::new(text), &value.at);
    }
    Some((Slug::new(class), phase.map(Slug::new)))
}

fn read_row(value: &Value<'_>) -> Option<Row> {
    let text = value.text()?;
    let (right, group) = text.split_once(':').map_or((text, None), |(right, group)| (right, Some(group)));
    if let Some(group) = group {
        value.spot.mention(Role::Group, &Slug::new(group), &value.at);
    }
    let known = Right::from_id(right);
    if known.is_none() {
        let mend = advise(right, Right::ALL.iter().map(|right| right.id()));
        value.spot.problem(Check::RightsTable, &value.at, format!("there is no right `{right}`"), mend);
    }
    Some((known?, group.map(Slug::new)))
}

/// What the words of cells mean, and where that stands.
fn read_words(value: &Value<'_>) -> BTreeMap<String, (Option<Grant>, Range<usize>)> {
    let mut words = BTreeMap::new();
    for (said, entry) in value.entries() {
        let grant = entry.text().and_then(|meaning| read_grant(&entry, meaning));
        words.insert(fold(said), (grant, entry.at));
    }
    words
}

const GRANTS: [(&str, Grant); 7] = [
    ("yes", Grant::Yes),
    ("no", Grant::No),
    ("invitation", Grant::Depends(Condition::Invitation)),
    ("agreement", Grant::Depends(Condition::Agreement)),
    ("contract", Grant::Depends(Condition::Contract)),
    ("own-projects", Grant::Depends(Condition::OwnProjects)),
    ("loss", Grant::Depends(Condition::Loss)),
];

fn read_grant(value: &Value<'_>, meaning: &str) -> Option<Grant> {
    if let Some(group) = meaning.strip_prefix("only:") {
        value.spot.mention(Role::Group, &Slug::new(group), &value.at);
        return Some(Grant::OnlyOn(Slug::new(group)));
    }
    let grant = GRANTS.iter().find(|(word, _)| *word == meaning).map(|(_, grant)| grant.clone());
    if grant.is_none() {
        let known = GRANTS.iter().map(|(word, _)| *word).chain(["only:GROUP"]);
        value.spot.problem(
            Check::RightsTable,
            &value.at,
            format!("`{meaning}` is no answer"),
            advise(meaning, known),
        );
    }
    grant
}

/// What a cell says without being explained.
fn grant_of(text: &str) -> Option<Grant> {
    match text.to_lowercase().as_str() {
        "yes" => Some(Grant::Yes),
        "no" => Some(Grant::No),
        _ => None,
    }
}

fn read_cell(
    (class, phase): &Column,
    (right, group): &Row,
    cell: &TableCell,
    words: &BTreeMap<String, (Option<Grant>, Range<usize>)>,
    table: &RightsTable<'_>,
) -> Option<Cell> {
    let explained = words.get(&cell.text).map(|(grant, _)| grant.clone());
    let grant = explained.unwrap_or_else(|| grant_of(&cell.text));
    if grant.is_none() && !words.contains_key(&cell.text) {
        let says = format!("the cell says `{}`, which is neither yes nor no", cell.text);
        let mend = format!("explain it in the rule: `words = {{ \"{}\" = \"...\" }}`", cell.text);
        table.words.problem(Check::RightsTable, &cell.at, says, mend);
    }
    let cite = (table.cite)(cell).map_or_else(|| Arc::clone(&table.citation), Arc::new);
    let (class, phase, group) = (class.clone(), phase.clone(), group.clone());
    Some(Cell { class, phase, right: *right, group, grant: grant?, cite })
}

/// `cells` are the words of the table's cells below and beside its headings, in the order of reading.
pub(super) fn write(rights: &Rights, cells: &[String], lines: &mut Lines) {
    let (mut columns, mut rows, mut words) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (number, cell) in rights.cells.iter().enumerate() {
        let column = written::text(&column_of(cell));
        if !columns.contains(&column) {
            columns.push(column);
        }
        let row = written::text(&row_of(cell));
        if !rows.contains(&row) {
            rows.push(row);
        }
        let said = cells.get(number).map_or("", String::as_str);
        if grant_of(said).as_ref() != Some(&cell.grant) {
            words.insert(written::text(said), written::text(&meaning_of(&cell.grant)));
        }
    }
    lines.put("columns", written::list(columns));
    lines.put("rows", written::list(rows));
    let words: Vec<(&str, String)> =
        words.iter().map(|(said, meaning)| (said.as_str(), meaning.clone())).collect();
    if !words.is_empty() {
        lines.put("words", written::table(&words));
    }
    if rights.is_summary {
        lines.put("summary", true);
    }
}

/// `associate/internship`, as `columns` writes it.
pub(in crate::rulebook) fn column_of(cell: &Cell) -> String {
    cell.phase.as_ref().map_or_else(|| cell.class.to_string(), |phase| format!("{}/{phase}", cell.class))
}

/// `vote:major`, as `rows` writes it.
pub(in crate::rulebook) fn row_of(cell: &Cell) -> String {
    cell.group
        .as_ref()
        .map_or_else(|| cell.right.id().to_owned(), |group| format!("{}:{group}", cell.right.id()))
}

fn meaning_of(grant: &Grant) -> String {
    match grant {
        Grant::OnlyOn(group) => format!("only:{group}"),
        other => GRANTS.iter().find(|(_, grant)| grant == other).map_or("", |(word, _)| word).to_owned(),
    }
}
