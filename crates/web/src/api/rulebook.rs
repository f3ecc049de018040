//! The bylaws: their words, the rules beside the words, and what they leave open. Public, as bylaws
//! are.

use std::collections::BTreeMap;

use axum::{Json, extract::Path};
use jiff::civil::Date;
use rochdale_core::{
    rulebook::{self, ClauseId, Rulebook},
    values::{Language, Names, Slug},
};
use rochdale_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    finding::Citation,
    members::AsOf,
    parameters::Parameters,
    problem::{Kind, Problem},
    rule::Rule,
};

/// A text in each language that has one, by the language's BCP 47 tag.
#[derive(Debug, Serialize, ToSchema)]
#[serde(transparent)]
pub struct Texts(pub BTreeMap<String, String>);

/// The bylaws in force on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Bylaws {
    /// The adopted editions, in order.
    pub editions: Vec<Edition>,
    /// The number of the edition in force on the day.
    pub edition: u32,
    /// The languages; the first binds.
    pub languages: Vec<String>,
    /// The day on which a person last read the rules against the words.
    #[schema(value_type = String, format = Date)]
    pub reviewed_on: Date,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// An adopted edition.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edition {
    /// Its number.
    pub edition: u32,
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub in_force_from: Date,
}

/// A chapter.
#[derive(Debug, Serialize, ToSchema)]
pub struct Chapter {
    /// Its title.
    pub title: Texts,
    /// Its words before the first clause, in Markdown.
    pub opening: Texts,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// A clause.
#[derive(Debug, Serialize, ToSchema)]
pub struct Clause {
    /// Its id, as the bylaws write it: `GOV-06`.
    pub clause: String,
    /// Its heading.
    pub title: Texts,
    /// Its words in Markdown.
    pub words: Texts,
    /// The rules that implement them, in order.
    pub rules: Vec<Rule>,
    /// What it leaves open.
    pub unsettled: Vec<Unsettled>,
    /// The clauses that its words name.
    pub names: Vec<String>,
    /// The clauses whose words name it.
    pub named_by: Vec<String>,
}

/// A question that the bylaws leave open.
#[derive(Debug, Serialize, ToSchema)]
pub struct Unsettled {
    /// What the rulebook calls it.
    pub id: Slug,
    /// The question.
    pub question: Texts,
    /// Who decides it.
    pub decides: Texts,
    /// What is done until then; absent where nothing is, and what needs an answer is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Texts>,
    /// Why that is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<Texts>,
    /// The clause.
    pub cites: Citation,
}

/// Shows the bylaws in force on a day.
#[utoipa::path(
    get,
    path = "/{org}/rulebook",
    operation_id = "showRulebook",
    tag = "Rulebook",
    params(("org" = String, Path, description = "The short name of the co-op."), AsOf),
    responses((status = 200, description = "The editions, and the clauses of the one in force on the day.", body = Bylaws))
)]
pub async fn show(caller: Caller, Parameters(as_of): Parameters<AsOf>) -> Result<Json<Bylaws>, Problem> {
    caller.read(|reading| {
        let day = as_of.on.unwrap_or(reading.today);
        let Some(rulebook) = reading.state.rulebook_on(day) else {
            return Err(reading.problem(Kind::NotFound));
        };
        let editions = reading
            .state
            .editions()
            .map(|(in_force_from, rulebook)| Edition { edition: rulebook.front.edition, in_force_from });
        let chapters = rulebook.chapters.iter().map(|chapter| Chapter {
            title: texts(&chapter.title),
            opening: by_tag(&chapter.opening),
            clauses: chapter
                .clauses
                .iter()
                .filter_map(|id| Some(view(&rulebook, rulebook.clause(id)?, reading.words)))
                .collect(),
        });
        Ok(Json(Bylaws {
            editions: editions.collect(),
            edition: rulebook.front.edition,
            languages: rulebook.front.languages.iter().map(ToString::to_string).collect(),
            reviewed_on: rulebook.front.reviewed_on,
            chapters: chapters.collect(),
        }))
    })
}

/// Shows one clause of the bylaws in force on a day.
#[utoipa::path(
    get,
    path = "/{org}/rulebook/clauses/{clause}",
    operation_id = "showClause",
    tag = "Rulebook",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("clause" = String, Path, description = "The id of the clause, such as `GOV-06`."),
        AsOf,
    ),
    responses((status = 200, description = "The clause.", body = Clause))
)]
pub async fn clause(
    caller: Caller,
    Path((_, clause)): Path<(String, String)>,
    Parameters(as_of): Parameters<AsOf>,
) -> Result<Json<Clause>, Problem> {
    caller.read(|reading| {
        let rulebook = reading.state.rulebook_on(as_of.on.unwrap_or(reading.today));
        let found = rulebook.and_then(|rulebook| {
            Some(view(&rulebook, rulebook.clause(&ClauseId::new(&clause))?, reading.words))
        });
        found.map(Json).ok_or_else(|| reading.problem(Kind::NotFound))
    })
}

fn view(rulebook: &Rulebook, clause: &rulebook::Clause, words: &Words<'_>) -> Clause {
    let unsettled = |question: &rulebook::Unsettled| Unsettled {
        id: question.id.clone(),
        question: texts(&question.question),
        decides: texts(&question.decides),
        reading: question.reading.as_ref().map(|reading| texts(&reading.says)),
        because: question.reading.as_ref().map(|reading| texts(&reading.because)),
        cites: Citation::of(&question.cite),
    };
    Clause {
        clause: clause.id.to_string(),
        title: texts(&clause.title),
        words: by_tag(&clause.words),
        rules: Rule::all(rulebook, clause, words),
        unsettled: clause.unsettled.iter().map(unsettled).collect(),
        names: clause.cites.iter().map(ToString::to_string).collect(),
        named_by: rulebook.cited_by(&clause.id).map(|citing| citing.id.to_string()).collect(),
    }
}

fn texts(names: &Names) -> Texts {
    by_tag(&names.0)
}

fn by_tag(texts: &BTreeMap<Language, String>) -> Texts {
    Texts(texts.iter().map(|(language, text)| (language.to_string(), text.clone())).collect())
}
