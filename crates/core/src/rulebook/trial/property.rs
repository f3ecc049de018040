//! `read(render(rulebook)) == rulebook`, for small rulebooks of every kind of rule.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::{civil::date, tz::TimeZone};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::kinds_of_rule::{Grid, a_grid, a_name, a_rule, a_slug, names, some_names};
use crate::{
    rulebook::{
        Chapter, Citation, Clause, ClauseId, Example, Front, Reading, Rights, Rule, RuleKind, Rulebook,
        Unsettled,
    },
    values::{Language, Names},
};

/// What a clause is made from.
#[derive(Debug, Clone)]
struct Seed {
    titles: (String, String),
    is_numbered: bool,
    kinds: Vec<(RuleKind, bool)>,
    grid: Option<Grid>,
    questions: Vec<Question>,
    examples: Vec<(String, Vec<String>)>,
    cites: Option<usize>,
}

#[derive(Debug, Clone)]
struct Question {
    texts: [Names; 4],
    has_reading: bool,
    asks: Vec<String>,
}

prop_compose! {
    fn a_question()(
        question in some_names(), decides in some_names(), says in some_names(), because in some_names(),
        has_reading: bool, asks in vec(a_name(), 0..2),
    ) -> Question {
        Question { texts: [question, decides, says, because], has_reading, asks }
    }
}

prop_compose! {
    fn a_seed()(
        titles in (a_name(), a_name()), is_numbered: bool, kinds in vec((a_rule(), any::<bool>()), 0..4),
        grid in option::of(a_grid()), questions in vec(a_question(), 0..2),
        examples in vec(("[a-z]{1,6}( [a-z&_]{1,4})?", vec("\\PC{0,12}", 0..3)), 0..2),
        cites in option::of(0usize..4),
    ) -> Seed {
        Seed { titles, is_numbered, kinds, grid, questions, examples, cites }
    }
}

prop_compose! {
    fn a_rulebook()(
        id in a_slug(), name in some_names(), edition in 1u32..9, zone in select(vec!["Asia/Taipei", "America/New_York"]),
        prefaces in (option::of("[a-z ]{0,8}[a-z]"), option::of("[a-z ]{0,8}[a-z]")),
        seeds in vec(a_seed(), 0..4), split in 0usize..4,
    ) -> Rulebook {
        let front = Front {
            id, name, edition,
            in_force_from: date(2026, 1, 31),
            languages: vec![Language::new("en"), Language::new("es")],
            currency: "TWD".to_owned(),
            time_zone: TimeZone::get(zone).unwrap(),
            reviewed_on: date(2026, 11, 1),
        };
        let mut preface = BTreeMap::new();
        for (language, text) in [("en", prefaces.0), ("es", prefaces.1)] {
            preface.extend(text.map(|text| (Language::new(language), text.trim().to_owned())));
        }
        let split = split.min(seeds.len());
        let files = ["01-one.md", "02-two.md"];
        let clauses: Vec<Clause> = seeds.iter().enumerate()
            .map(|(place, seed)| a_clause(place, seed, &seeds, files[usize::from(place >= split)]))
            .collect();
        let ids: Vec<ClauseId> = clauses.iter().map(|clause| clause.id.clone()).collect();
        let chapter = |file: &str, ids: &[ClauseId]| Chapter {
            file: file.to_owned(),
            title: names("Chapter", "Capítulo"),
            opening: BTreeMap::from([(Language::new("en"), "Opening words.".to_owned())]),
            clauses: ids.to_vec(),
        };
        let chapters = vec![chapter(files[0], &ids[..split]), chapter(files[1], &ids[split..])];
        Rulebook::new(front, preface, chapters, clauses)
    }
}

fn clause_id(place: usize) -> ClauseId {
    ClauseId::new(&format!("X-{place:02}"))
}

/// The clause of this seed. Each rule quotes a sentence of its own.
fn a_clause(place: usize, seed: &Seed, seeds: &[Seed], file: &str) -> Clause {
    let id = clause_id(place);
    let unsettled: Vec<Unsettled> = seed
        .questions
        .iter()
        .enumerate()
        .map(|(number, question)| an_unsettled(&id, number, question))
        .collect();
    let mut words = String::new();
    let mut rules = Vec::new();
    for (number, (kind, takes_reading)) in seed.kinds.iter().enumerate() {
        let quote = format!("Rule {number} of {id} says this");
        let mark = if seed.is_numbered { format!("{}. ", number + 1) } else { String::new() };
        words.push_str(&format!("{mark}So *it* is: {quote}.\n\n"));
        let question = unsettled.iter().find(|question| *takes_reading && question.reading.is_some());
        let cite = question.map_or_else(
            || {
                let paragraph = seed.is_numbered.then_some(u32::try_from(number).unwrap() + 1);
                Arc::new(Citation { clause: id.clone(), paragraph, quote, is_reading: false })
            },
            |question| Arc::clone(&question.cite),
        );
        rules.push(Rule { cite, kind: kind.clone() });
    }
    if seed.is_numbered && !seed.kinds.is_empty() {
        words.push_str("<!-- the end of the list -->\n\n");
    }
    let mut cites = BTreeSet::new();
    if let Some(grid) = &seed.grid {
        let quote = format!("This table of {id} says who");
        words.push_str(&format!("{quote}:\n\n"));
        let cite = Arc::new(Citation { clause: id.clone(), paragraph: None, quote, is_reading: false });
        let cited = seed.cites.filter(|cited| *cited < seeds.len()).map(|cited| Citation {
            clause: clause_id(cited),
            paragraph: None,
            quote: seeds[cited].titles.0.clone(),
            is_reading: false,
        });
        let (table, cells) = grid.table(&cite, cited.as_ref());
        let linked = cells.iter().filter(|cell| !Arc::ptr_eq(&cell.cite, &cite));
        cites.extend(linked.map(|cell| cell.cite.clause.clone()));
        words.push_str(&table);
        rules.push(Rule { cite, kind: RuleKind::Rights(Rights { cells, is_summary: grid.is_summary }) });
    }
    let words = words.trim_end().to_owned();
    let examples = seed.examples.iter().map(|(name, lines)| Example {
        name: name.clone(),
        file: file.to_owned(),
        line: 0,
        text: lines.iter().map(|line| format!("{line}\n")).collect(),
    });
    Clause {
        title: names(&seed.titles.0, &seed.titles.1),
        words: [(Language::new("en"), words), (Language::new("es"), "Palabras.".to_owned())].into(),
        rules,
        unsettled,
        cites,
        examples: examples.collect(),
        id,
    }
}

fn an_unsettled(clause: &ClauseId, number: usize, seed: &Question) -> Unsettled {
    let [question, decides, says, because] = seed.texts.clone();
    let reading = seed.has_reading.then_some(Reading { says, because });
    let quoted = reading.as_ref().map_or(&question, |reading| &reading.says);
    let quote = quoted.in_language(&Language::new("en")).to_owned();
    let cite = Arc::new(Citation { clause: clause.clone(), paragraph: None, quote, is_reading: true });
    let id = format!("question-{number}").as_str().into();
    Unsettled { id, cite, question, decides, reading, asks: seed.asks.clone() }
}

proptest! {
    #[test]
    fn what_is_rendered_reads_as_the_same_rulebook(rulebook in a_rulebook()) {
        let read = Rulebook::read(&rulebook.render()).rulebook;
        prop_assert_eq!(read.as_ref(), Some(&rulebook));
    }
}
