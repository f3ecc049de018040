//! A proposal that is written, or written anew.

use axum::http::StatusCode;

use super::{ONE, came_back, forms, height, is_wrong_as_a_whole, is_wrong_at, lines, tag};
use crate::{
    browse::{Browser, Shown},
    pages::is_sound,
    village::{COASSEMBLY, Village},
};

async fn ana_writes(ana: &Browser<'_>, fields: &[(&str, &str)]) -> Shown {
    let fields: Vec<_> =
        [("request", ONE), ("matter", "day-to-day")].into_iter().chain(fields.iter().copied()).collect();
    ana.send("/coassembly/proposals/new", &fields).await
}

#[tokio::test]
async fn a_new_proposal_without_a_title_comes_back_with_its_text() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let bo = village.person("Bo Chen").to_string();
    let text = "\nOne is never enough:\r\n- the old one leaks <br>\r\n";
    let fields = [("title", " "), ("text", text), ("owner", &bo), ("deadline", "2026-05-01")];
    let shown = ana_writes(&ana, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/coassembly/proposals/new");
    is_wrong_at(form, "title", "The title is empty.");
    assert!(tag(form, " name=\"title\"").contains("value=\" \""), "{form}");
    assert_eq!(lines(form, "text"), "\nOne is never enough:\r\n- the old one leaks &lt;br&gt;\r\n");
    assert!(form.contains(&format!("<option value=\"{bo}\" selected>Bo Chen")), "{form}");
    assert!(tag(form, " name=\"deadline\"").contains("value=\"2026-05-01\""), "{form}");
    assert!(shown.body.contains("<title>The form was not accepted · New proposal · "), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);

    // What was not done has used up no id: mended, the same form is taken.
    assert!(tag(form, " name=\"request\"").contains(ONE), "{form}");
    let mended = ana_writes(&ana, &[("title", "A second kettle"), ("text", text)]).await;
    assert_eq!(mended.leads_to(), "/coassembly/proposals/5", "{}", mended.body);
    assert_eq!(height(&village, COASSEMBLY), before + 1);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_the_field_as_it_is_called_on_the_page() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let words = [("title", "A second kettle"), ("text", "One is never enough.")];
    for (field, value, says) in [
        ("deadline", "soon", "This is not a day such as 2026-03-12."),
        ("owner", "nobody", "This is not one of the choices."),
        ("owner", "9999", "There is no party number #9999."),
        ("title", &"x".repeat(141), "The title has 141 characters; 140 fit."),
        ("text", "", "The text is empty."),
    ] {
        let others = words.iter().copied().filter(|(name, _)| *name != field);
        let fields: Vec<_> = others.chain([(field, value)]).collect();
        let shown = ana_writes(&ana, &fields).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/coassembly/proposals/new");
        is_wrong_at(form, field, says);
        assert!(!form.contains(&format!("{field}: ")), "{form}");
    }
    let fields =
        [("request", ONE), ("matter", "flying-admission"), ("title", "Kai"), ("text", "He is good.")];
    let shown = ana.send("/coassembly/proposals/new", &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/coassembly/proposals/new");
    is_wrong_at(form, "admits", "This must be filled in.");
    assert_eq!(lines(form, "text"), "He is good.");
    let fields = [
        ("request", ONE),
        ("matter", "naming-major"),
        ("title", "Boats"),
        ("text", "We row."),
        ("name", "Boats"),
    ];
    let shown = ana.send("/coassembly/proposals/new", &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/coassembly/proposals/new");
    is_wrong_at(form, "short-name", "This must be filled in.");
    assert!(tag(form, " name=\"name\"").contains("value=\"Boats\""), "{form}");
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_new_proposal_that_is_refused_comes_back_with_its_text() {
    let village = Village::settle(false).await;
    let joy = Browser::of(&village, COASSEMBLY, "Joy Pan").await;
    let before = height(&village, COASSEMBLY);
    let fields = [("title", "A second kettle"), ("text", "One is never enough.")];
    let shown = ana_writes(&joy, &fields).await;
    let form = came_back(&shown, StatusCode::CONFLICT, "/coassembly/proposals/new");
    is_wrong_as_a_whole(form, "right_must_be_held");
    assert!(tag(form, " name=\"title\"").contains("value=\"A second kettle\""), "{form}");
    assert_eq!(lines(form, "text"), "One is never enough.");
    assert!(shown.body.contains("<title>Not possible as things stand · New proposal · "), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_draft_that_is_rewritten_comes_back_unfolded() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/4/revise";
    let shown = ana.send(address, &[("request", ONE), ("title", "Paper, and ink"), ("text", " ")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "text", "The text is empty.");
    assert!(tag(form, " name=\"title\"").contains("value=\"Paper, and ink\""), "{form}");
    let folded = format!(
        "<details class=\"more\" open><summary>Rewrite it</summary><form method=\"post\" action=\"{address}\">"
    );
    assert!(shown.body.contains(&folded), "{}", shown.body);
    // The page itself has still what is kept.
    assert!(shown.body.contains("<h1>A library of paper samples</h1>"), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn who_sees_to_a_draft_and_until_when_is_rewritten_with_it() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let address = "/coassembly/proposals/4/revise";
    let page = ana.get("/coassembly/proposals/4").await.body;
    let form = &page[page.find(address).expect("the form")..];
    let owner = format!("<option value=\"{}\" selected>Ana Lin</option>", village.person("Ana Lin"));
    assert!(form.contains(&owner) && tag(form, " name=\"deadline\"").contains("2026-09-30"), "{form}");
    let bo = village.person("Bo Chen").to_string();
    let mut fields = vec![
        ("request", ONE),
        ("title", "Paper, and ink"),
        ("text", "One shelf."),
        ("owner", &bo),
        ("deadline", "2026-03-19"),
    ];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "deadline", "March 19, 2026 is before March 20, 2026.");
    fields[4].1 = "2026-10-31";
    let sent = ana.send(address, &fields).await;
    assert_eq!(sent.leads_to(), "/coassembly/proposals/4");
    let page = ana.get("/coassembly/proposals/4").await.body;
    assert!(page.contains("Bo Chen</a>") && page.contains("October 31, 2026"), "{page}");
}

/// A draft without the edition could never be opened, so none is kept, whoever sends what the page has no form for.
#[tokio::test]
async fn an_amendment_has_no_form_and_says_how_it_is_drafted() {
    let village = Village::settle(false).await;
    let before = height(&village, COASSEMBLY);
    let page = "/coassembly/proposals/new?matter=amendment";
    for (language, says) in [("en", "takes force"), ("es", "entra en vigor"), ("zh-Hant", "新版生效的日期")]
    {
        let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading(language);
        let shown = ana.get(page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(forms(&shown.body, "/coassembly/proposals/new").is_empty(), "{}", shown.body);
        let by = village.person("Ana Lin");
        let command = format!("rochdale submit draft.json --rulebook next/ --by {by}");
        for part in [says, &command, "docs/guides/secretary.md#amending-the-bylaws"] {
            assert!(shown.body.contains(part), "{part} is not in {}", shown.body);
        }
    }
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let fields =
        [("request", ONE), ("matter", "amendment"), ("title", "Ten days"), ("text", "They come late.")];
    let shown = ana.send("/coassembly/proposals/new", &fields).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(shown.body.contains("these pages take no files of bylaws"), "{}", shown.body);
    assert!(shown.body.contains(&format!("<a href=\"{page}\">Go back</a>")), "{}", shown.body);
    assert!(shown.body.contains("<pre>They come late.</pre>"), "{}", shown.body);
    is_sound("/coassembly/proposals/new", "en", &shown);
    assert_eq!(height(&village, COASSEMBLY), before);
}
