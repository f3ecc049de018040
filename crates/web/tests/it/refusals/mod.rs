//! Every refusal, kept word for word in its three renderings: as text in each language, as the panel of a page, and as
//! the problem of the JSON interface. One golden a rendering and language, in the order of the codes.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::response::IntoResponse;
use rochdale_core::{
    refusal::{Code, Refusal},
    sight::Viewer,
    values::Language,
};
use rochdale_testkit::refusals::{Provoked, provoked};
use rochdale_web::{
    api::Problem,
    look::{self, Reader},
};
use rochdale_words::{BookNames, Catalogue, Words};
use serde_json::Value;

static PROVOKED: LazyLock<Vec<Provoked>> = LazyLock::new(provoked);

/// Every refusal as `say` has it for a reader of this language, with its code.
fn each<T>(language: &str, say: impl Fn(Reader<'_>, &Refusal) -> T) -> Vec<(Code, T)> {
    let catalogue = Catalogue::built_in();
    let tongue = catalogue.tongue(&Language::new(language));
    let said = PROVOKED.iter().map(|Provoked { refusal, register, .. }| {
        let at = register.last_decided().or(register.founded_at()).expect("a register that has begun");
        let rulebook = register.rulebook_at(at).expect("an edition in force");
        let (zone, names) = (register.time_zone(), BookNames { state: register, rulebook: &rulebook });
        let words = Words::new(tongue, &zone, &names);
        let bylaws = format!("/{}/bylaws", rulebook.front.id);
        (refusal.code, say(Reader { words: &words, bylaws: &bylaws, rulebook: &rulebook }, refusal))
    });
    said.collect()
}

/// Each below its code.
fn one_after_the_other(said: Vec<(Code, String)>) -> String {
    let said = said.into_iter().map(|(code, said)| format!("== {}\n\n{}\n", code.id(), said.trim_end()));
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn as_text_they_read_as_they_were_agreed() {
    let goldens = [("en", "text-en"), ("es", "text-es"), ("zh-Hant", "text-zh-Hant")];
    assert_eq!(goldens.len(), Catalogue::built_in().languages().count(), "each language has a golden");
    for (language, name) in goldens {
        let texts = each(language, |reader, refusal| reader.words.refusal_text(refusal));
        insta::assert_snapshot!(name, one_after_the_other(texts));
    }
}

#[test]
fn on_a_page_they_read_as_they_were_agreed() {
    let panels = each("en", |reader, refusal| {
        // A tag a line.
        look::refusal(reader, refusal).into_string().replace("><", ">\n<")
    });
    insta::assert_snapshot!("page-en", one_after_the_other(panels));
}

#[tokio::test]
async fn as_problems_they_read_as_they_were_agreed() {
    let answers =
        each("en", |reader, refusal| Problem::refused(refusal, Viewer::Desk, reader.words).into_response());
    let mut problems = Vec::new();
    for (code, answer) in answers {
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let problem: Value = serde_json::from_slice(&body).unwrap();
        problems.push((code, serde_json::to_string_pretty(&sorted(problem)).unwrap()));
    }
    insta::assert_snapshot!("problem-en", one_after_the_other(problems));
}

/// The same, whichever order its fields come in.
fn sorted(answer: Value) -> Value {
    match answer {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, sorted(value)));
            fields.collect::<BTreeMap<_, _>>().into_iter().collect()
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}
