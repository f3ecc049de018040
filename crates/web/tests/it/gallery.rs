//! Every component, rendered from samples into `target/gallery/`, to be looked at and to be checked:
//! `bin/pictures gallery` takes the pictures.

use std::{fs, path::PathBuf, sync::Arc};

use jiff::tz::TimeZone;
use maud::{Markup, html};
use rochdale_core::{
    finding::{Answer, Finding, Value},
    message::Key,
    refusal::{Code, Refusal},
    rulebook::{Citation, ClauseId, Rulebook},
};
use rochdale_web::{assets, look::*};
use rochdale_words::{Catalogue, NoNames, Words};

static SPEAK: Key = Key { id: "right-speak", arguments: &[] };
static VOTE: Key = Key { id: "right-vote", arguments: &[] };
static COUNTED: Key = Key { id: "right-be-counted", arguments: &[] };

fn citation(paragraph: u32, quote: &str, is_reading: bool) -> Arc<Citation> {
    Arc::new(Citation {
        clause: ClauseId::new("GOV-06"),
        paragraph: Some(paragraph),
        quote: quote.into(),
        is_reading,
    })
}

fn finding() -> Finding {
    let three = citation(2, "A vote may be called only after 3 complete rounds of discussion.", false);
    Finding::answer(VOTE.with([]), Answer::No).citing(&three).of(vec![
        Finding::answer(SPEAK.with([]), Answer::Yes).citing(&three),
        Finding::answer(COUNTED.with([]), Answer::NotYetKnown)
            .missing(SPEAK.with([]))
            .of(vec![Finding::new(COUNTED.with([]), Value::Count(5))]),
        Finding::answer(SPEAK.with([]), Answer::DoesNotApply),
    ])
}

fn refused() -> Refusal {
    let three = citation(2, "A vote may be called only after 3 complete rounds of discussion.", false);
    Refusal::new(Code::RoundsMustBeComplete, &three, finding(), VOTE.with([]))
}

/// A form of every kind of field.
fn fields<'a>(words: &Words<'a>) -> Form<'a> {
    let options = [("1", "Ana Kalani"), ("2", "Bo Lindqvist")];
    let options = options.map(|(value, label)| (value.to_owned(), label.to_owned())).to_vec();
    let parts = vec![
        Part::Field(Field::new(Kind::Line, "title").hint(words.text("title-hint"))),
        Part::Field(Field::new(Kind::Lines, "text").hint(words.text("text-hint"))),
        Part::Field(Field::new(Kind::OneOf(options), "owner").required(false)),
        Part::Field(Field::new(Kind::Date, "deadline").value("2026-03-12")),
        Part::Field(Field::new(Kind::DateTime, "closes")),
        Part::Tick("recuse", words.text("recuse-hint")),
        Part::Plain(html! { p class="small soft" { (words.text("draft-hint")) } }),
    ];
    Form::new("/fields".to_owned(), parts).request().submit(words.text("draft-submit"))
}

/// The form in which members respond.
fn stances<'a>(words: &Words<'a>, scope: u32) -> Form<'a> {
    let choice = |value, label, meaning, chosen| Choice { value, label: words.text(label), meaning, chosen };
    let choices = vec![
        choice("agree", "i-agree", Some(words.text("agree-means")), true),
        choice("object", "i-object", Some(words.text("object-means")), false),
    ];
    let reason = Field::new(Kind::Lines, "reason").scope(scope).hint(words.text("reason-hint"));
    let parts = vec![Part::Choices { name: "stance", many: false, choices }, Part::Field(reason)];
    Form::new(format!("/stances-{scope}"), parts).of("membership", "7").submit(words.text("respond"))
}

/// What somebody wrote in one of the forms.
fn written(form: &str) -> Vec<(String, String)> {
    let sent: &[(&str, &str)] = match form {
        "fields" => &[("title", ""), ("text", "Two of them."), ("owner", "2"), ("recuse", "yes")],
        _ => &[("membership", "7"), ("stance", "object"), ("reason", "It is too dear.")],
    };
    sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn everything(reader: Reader<'_>) -> Markup {
    let words = reader.words;
    let text = |key: &str| words.text(key);
    let shares = [
        Share { kind: ShareKind::For, label: words.choice(rochdale_core::proposals::Choice::For), count: 4 },
        Share {
            kind: ShareKind::Against,
            label: words.choice(rochdale_core::proposals::Choice::Against),
            count: 1,
        },
        Share {
            kind: ShareKind::Abstain,
            label: words.choice(rochdale_core::proposals::Choice::Abstain),
            count: 1,
        },
        Share { kind: ShareKind::Absent, label: "—", count: 1 },
    ];
    let tags = html! { div class="tags" {
        (badge(Tone::Plain, text("nav-proposals"))) (badge(Tone::Wait, text("answer-not-yet-known")))
        (badge(Tone::Yes, text("answer-yes"))) (badge(Tone::No, text("answer-no")))
    } };
    let rows: Vec<Vec<Markup>> = (1..4)
        .map(|n| {
            vec![
                html! { a href="#x" { "Ana Kalani" } },
                html! { (text("right-vote")) },
                html! { (words.count(n * 1234)) },
            ]
        })
        .collect();
    html! {
        (title(&html! { (text("nav-proposals")) }, "Buy a van for the printing workshop", Some(&tags)))
        (passage(
            &html! { (note(reader, &citation(2, "A vote may be called only after 3 complete rounds of discussion.", false)))
                     (note(reader, &citation(3, "Somebody recused leaves the base.", true))) },
            &html! {
                h2 { (text("nav-proposals")) }
                (prose("We print for **eleven** members now, and two of them carry paper by bus.\n\n- a used van, electric\n- shared with the market\n\n> Ana keeps the keys."))
                (stamp(true, text("answer-yes"))) " " (stamp(false, text("answer-no")))
                (count(words, text("nav-proposals"), &shares, 7, Some(5)))
                (why(reader, &finding()))
                (findings(reader, &[finding()]))
            },
        ))
        (passage(&html! { (note(reader, &citation(1, "All agree or do not object.", false))) }, &html! {
            h2 { (text("nav-today")) }
            (stances(words, 1).draw(words, None))
        }))
        (passage(&html! {}, &html! {
            h2 { (text("malformed-title")) }
            (fields(words).draw(words, Some(&Tried::malformed("/fields", &written("fields"), words, "title", text("field-is-missing").to_owned()))))
            (stances(words, 2).draw(words, Some(&Tried::malformed("/stances-2", &written("stances"), words, "stance", text("field-is-missing").to_owned()))))
        }))
        (passage(&html! {}, &html! {
            h2 { (text("refused")) }
            (stances(words, 3).draw(words, Some(&Tried::refused("/stances-3", &written("stances"), reader, &refused()))))
        }))
        (passage(&html! {}, &html! {
            h2 { (text("nav-members")) }
            (table(text("nav-members"), &[Column::of_words(text("nav-members")), Column::of_words(text("nav-bylaws")), Column::of_days(text("nav-register"))], &rows))
            (Pages::of(30, 10, Some(2)).links(words, "/gallery", &[]))
            (definitions(&[(text("nav-register"), html! { "Ana Kalani" }), (text("nav-bylaws"), html! { (clause_link(reader, &citation(2, "", false))) })]))
            (empty(text("nothing-here")))
        }))
    }
}

/// Where the gallery is written.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_component_is_in_the_gallery() {
    let catalogue = Catalogue::built_in();
    let zone = TimeZone::UTC;
    let rulebook = Rulebook::read(&rochdale_testkit::coassembly()).rulebook.unwrap();
    for language in catalogue.languages() {
        let words = Words::new(catalogue.tongue(language), &zone, &NoNames);
        let reader = Reader { words: &words, bylaws: "/coassembly/bylaws", rulebook: &rulebook };
        let frame = Frame {
            words: &words,
            catalogue: &catalogue,
            theme: Theme::Auto,
            co_op: Some(CoOp {
                handle: "coassembly",
                name: "CoAssembly",
                places: &Place::ALL,
                foot: &[words.text("footer-rochdale").to_owned()],
            }),
            here: Some(Place::Proposals),
            viewer: Some("Ana Kalani"),
            is_demo: true,
            path: "/coassembly/proposals",
        };
        let page = frame.page("Gallery", &everything(reader)).into_string();
        for needed in ["<main", "class=\"skip\"", "class=\"count\"", "class=\"why\"", "aria-current=\"page\""]
        {
            assert!(page.contains(needed), "{language}: {needed}");
        }
        // Both forms that were tried have what was written, and the first says what is wrong at its field.
        for needed in [
            ">\nTwo of them.<",
            ">\nIt is too dear.<",
            "value=\"2\" selected",
            "aria-describedby=\"title-wrong title-hint\"",
        ] {
            assert!(page.contains(needed), "{language}: {needed}");
        }
        for forbidden in ["style=\"", "<script>", "onclick", "hx-on", "js:"] {
            assert!(!page.contains(forbidden), "{language}: {forbidden} breaks the content security policy");
        }
        // Opened as a file, the page finds its stylesheet beside it.
        let page = page.replace(assets::LOOK.path(), "../../crates/web/assets/look.css");
        fs::write(folder().join(format!("everything-{language}.html")), page).unwrap();
    }
}
