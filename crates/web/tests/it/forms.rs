//! A form that was not accepted comes back with what was written in it, and opens at what is wrong.

use axum::http::StatusCode;
use rochdale_core::values::{ProposalId, Slug};

use crate::{
    browse::{Browser, Shown},
    pages::is_sound,
    village::{COASSEMBLY, CONNECTICUT, Village},
};

const ONE: &str = "018f0000-0000-7000-8000-000000000001";
const TWO: &str = "018f0000-0000-7000-8000-000000000002";

fn height(village: &Village, org: &str) -> u64 {
    village.site.registers.registrar(&Slug::new(org)).unwrap().head().height
}

/// The forms of a page that are sent to an address.
fn forms<'p>(page: &'p str, address: &str) -> Vec<&'p str> {
    let opening = format!("<form method=\"post\" action=\"{address}\">");
    page.split(opening.as_str()).skip(1).map(|rest| rest.split("</form>").next().unwrap()).collect()
}

/// The one tag among the parts of a page that has an attribute.
fn tag<'p>(part: &'p str, attribute: &str) -> &'p str {
    let mut tags =
        part.split('<').map(|tag| tag.split('>').next().unwrap()).filter(|tag| tag.contains(attribute));
    let found = tags.next().unwrap_or_else(|| panic!("no {attribute} in {part}"));
    assert_eq!(tags.next(), None, "{attribute} stands twice in {part}");
    found
}

/// What stands in a field of several lines.
fn lines<'p>(form: &'p str, name: &str) -> &'p str {
    let field = form.split(&format!(" name=\"{name}\"")).nth(1).unwrap();
    let text = field.split_once(">\n").unwrap().1;
    text.split("</textarea>").next().unwrap()
}

/// The form that was sent to `address`, as it came back; nothing else on the page is marked as wrong,
/// and the page opens once.
fn came_back<'p>(shown: &'p Shown, status: StatusCode, address: &str) -> &'p str {
    assert_eq!(shown.status, status, "{address}: {}", shown.body);
    let tried: Vec<&str> =
        forms(&shown.body, address).into_iter().filter(|form| form.contains(" autofocus")).collect();
    assert_eq!(tried.len(), 1, "{address} opens at one form: {}", shown.body);
    for mark in [" autofocus", "class=\"wrong\"", "id=\"problem\""] {
        assert_eq!(
            shown.body.matches(mark).count(),
            tried[0].matches(mark).count(),
            "{mark}: {}",
            shown.body
        );
    }
    assert_eq!(shown.body.matches(" autofocus").count(), 1, "{address}");
    tried[0]
}

/// That a form opens at a field, which says what is wrong with it: above it for everybody, and with it for
/// those who hear the page.
fn is_wrong_at(form: &str, name: &str, says: &str) {
    let opened = tag(form, " autofocus");
    assert!(opened.contains(&format!(" name=\"{name}\"")), "it opens at {opened}");
    let marked = tag(form, "class=\"wrong\"");
    let id = marked.split("id=\"").nth(1).unwrap().split('"').next().unwrap();
    let invalid = tag(form, "aria-invalid=\"true\"");
    assert!(invalid.contains(&format!("aria-describedby=\"{id}")), "{invalid} is not described by {id}");
    assert!(form.contains(&format!("✕ {says}</span>")), "{says}: {form}");
}

/// That a form opens at the panel before its fields.
fn is_wrong_as_a_whole(form: &str, says: &str) {
    let opened = tag(form, " autofocus");
    assert_eq!(opened, "h2 id=\"problem\" tabindex=\"-1\" autofocus", "{form}");
    let (head, fields) = form.split_once("</section>").unwrap();
    assert!(head.contains(says), "{says}: {head}");
    assert!(
        !head.contains("<input") && fields.contains("<button"),
        "the panel stands before the fields: {form}"
    );
    assert!(!form.contains("aria-invalid"), "{form}");
}

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

#[tokio::test]
async fn an_objection_without_a_reason_comes_back_as_an_objection() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/stance";
    let fields = [("request", ONE), ("membership", &membership), ("stance", "object"), ("reason", "  ")];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "objection_must_have_a_reason");
    assert!(tag(form, "value=\"object\"").contains(" checked"), "{form}");
    assert_eq!(form.matches(" checked").count(), 1, "{form}");
    assert_eq!(lines(form, "reason"), "  ");
    // The other form of the page is as it was.
    let disclose = forms(&shown.body, "/coassembly/proposals/3/disclose");
    assert!(disclose.len() == 1 && !disclose[0].contains("wrong"), "{disclose:?}");
    assert_eq!(height(&village, COASSEMBLY), before, "a refusal changes nothing");
}

#[tokio::test]
async fn a_response_without_a_stance_comes_back_with_its_reason() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/stance";
    for (fields, says) in [
        (&[][..], "This must be filled in."),
        (&[("stance", "perhaps")][..], "This is not one of the choices."),
    ] {
        let start = [("request", ONE), ("membership", membership.as_str()), ("reason", "I do not know Kai.")];
        let fields: Vec<_> = start.iter().chain(fields).copied().collect();
        let shown = ana.send(address, &fields).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
        is_wrong_at(form, "stance", says);
        assert!(tag(form, "aria-invalid").starts_with("fieldset role=\"radiogroup\""), "{form}");
        assert!(!form.contains(" checked"), "nobody has chosen for Ana: {form}");
        assert_eq!(lines(form, "reason"), "I do not know Kai.");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

/// Rosa has two ballots on one page, her own and the bakery's.
#[tokio::test]
async fn of_two_ballots_the_one_that_was_sent_comes_back() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let before = height(&village, CONNECTICUT);
    let bakery = village.membership("Riverside Bread").to_string();
    let address = "/cooperate-connecticut/proposals/1/ballot";
    let shown = rosa.send(address, &[("request", ONE), ("membership", &bakery)]).await;
    assert_eq!(forms(&shown.body, address).len(), 2);
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "choice", "This must be filled in.");
    assert!(tag(form, " name=\"membership\"").contains(&format!("value=\"{bakery}\"")), "{form}");
    // Which membership it is for is never guessed.
    let shown = rosa.send(address, &[("request", ONE), ("membership", "many"), ("choice", "for")]).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forms(&shown.body, address).is_empty(), "{}", shown.body);
    assert!(
        shown.body.contains("Something that the page itself puts into the form is missing"),
        "{}",
        shown.body
    );
    assert!(!shown.body.contains("membership:"), "{}", shown.body);
    assert_eq!(height(&village, CONNECTICUT), before);
}

#[tokio::test]
async fn an_interest_that_is_not_said_comes_back_with_the_box_ticked() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/disclose";
    let fields = [("request", ONE), ("membership", &membership), ("interest", ""), ("recuse", "yes")];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "interest", "Say what the interest is.");
    assert!(tag(form, " name=\"recuse\"").contains(" checked"), "{form}");
    let shown = ana.send(address, &fields[..3]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    assert!(!tag(form, " name=\"recuse\"").contains(" checked"), "nobody is recused by a mistake: {form}");
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_round_that_is_not_complete_comes_back_with_its_marks_and_summary() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/close-round";
    let summary = "**For:** it is quiet.\r\n**Against:** the price.";
    let fields = [("request", ONE), ("mark", "agenda"), ("mark", "minutes"), ("summary", summary)];
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "round_must_be_complete");
    assert_eq!(lines(form, "summary"), summary);
    for (mark, ticked) in [("agenda", true), ("everyone", false), ("pros-cons", false), ("minutes", true)] {
        assert_eq!(tag(form, &format!("value=\"{mark}\"")).contains(" checked"), ticked, "{mark}: {form}");
    }
    let marks = ["agenda", "everyone", "pros-cons", "minutes"].map(|mark| ("mark", mark));
    let fields: Vec<_> = [("request", ONE), ("summary", " ")].into_iter().chain(marks).collect();
    let shown = ana.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "summary", "Sum up the pros and cons.");
    assert_eq!(form.matches(" checked").count(), 4, "{form}");
    let shown = ana.send(address, &[("request", ONE), ("mark", "tea"), ("summary", summary)]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    assert!(form.contains("✕ This is not one of the choices.</span>"), "{form}");
    assert!(tag(form, " autofocus").contains(" name=\"mark\""), "{form}");
    assert_eq!(lines(form, "summary"), summary);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_vote_called_too_early_comes_back_with_its_closing_time() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/call-vote";
    let shown = ana.send(address, &[("request", ONE), ("closes", "2026-04-01T18:00")]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "rounds_must_be_complete");
    assert!(tag(form, " name=\"closes\"").contains("value=\"2026-04-01T18:00\""), "{form}");
    let shown = ana.send(address, &[("request", ONE), ("closes", "at six")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "closes", "This is not a day and a time such as 2026-03-12 18:00.");
    assert!(tag(form, " name=\"closes\"").contains("value=\"at six\""), "{form}");
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_step_without_fields_comes_back_unfolded() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/1/conclude";
    let shown = ana.send(address, &[("request", ONE)]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "stage_must_fit");
    let folded = "<details class=\"more\"><summary>Record consensus</summary>";
    assert!(!shown.body.contains(folded), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn an_opening_comes_back_with_its_closing_time() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let fields = [("request", ONE), ("matter", "proposal"), ("title", "A summer fair"), ("text", "In July.")];
    let written = rosa.send("/cooperate-connecticut/proposals/new", &fields).await;
    assert_eq!(written.leads_to(), "/cooperate-connecticut/proposals/2", "{}", written.body);
    let before = height(&village, CONNECTICUT);
    let address = "/cooperate-connecticut/proposals/2/open";
    let shown = rosa.send(address, &[("request", TWO), ("closes", "2026-03-19T23:00")]).await;
    let form = came_back(&shown, StatusCode::CONFLICT, address);
    is_wrong_as_a_whole(form, "window_must_be_long_enough");
    assert!(tag(form, " name=\"closes\"").contains("value=\"2026-03-19T23:00\""), "{form}");
    let shown = rosa.send(address, &[("request", TWO), ("closes", "2026-03-01T18:00")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_at(form, "closes", "The closing time March 1, 2026 at 6:00\u{202f}PM has passed already.");
    assert_eq!(height(&village, CONNECTICUT), before);
}

/// What is wrong with something that the form has no field for is said before its fields.
#[tokio::test]
async fn what_nobody_filled_in_is_said_at_the_head_of_the_form() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let before = height(&village, COASSEMBLY);
    let address = "/coassembly/proposals/4/open";
    let shown = ana.send(address, &[("request", ONE), ("closes", "2026-04-01T18:00")]).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_as_a_whole(form, "A matter decided in rounds has no closing time.");
    for request in [&[][..], &[("request", "seven")][..]] {
        let address = "/coassembly/proposals/4/withdraw";
        let shown = ana.send(address, request).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
        is_wrong_as_a_whole(form, "Something that the page itself puts into the form is missing or damaged.");
        let drawn = tag(form, " name=\"request\"").split("value=\"").nth(1).unwrap().trim_end_matches('"');
        assert!(uuid::Uuid::parse_str(drawn).is_ok(), "another id is drawn: {form}");
    }
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn a_commitment_to_a_version_that_is_not_in_force_comes_back_with_the_one_that_is() {
    let village = Village::settle(false).await;
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let before = height(&village, CONNECTICUT);
    let party = village.person("Rosa Vega").to_string();
    let address = "/cooperate-connecticut/today";
    let fields = [("request", ONE), ("party", &party), ("document", "values"), ("version", "7")];
    let shown = rosa.send(address, &fields).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_as_a_whole(form, "Version 7 is not in force; version 1 is.");
    assert!(tag(form, " name=\"version\"").contains("value=\"1\""), "{form}");
    assert!(tag(form, " name=\"document\"").contains("value=\"values\""), "{form}");
    assert_eq!(shown.body.matches("<details class=\"why\" open>").count(), 1, "{}", shown.body);
    assert_eq!(height(&village, CONNECTICUT), before);
    let sent = rosa.send(address, &[fields[0], fields[1], fields[2], ("version", "1")]).await;
    assert_eq!((sent.status, sent.leads_to()), (StatusCode::SEE_OTHER, address), "{}", sent.body);
}

#[tokio::test]
async fn a_token_that_is_not_known_comes_back() {
    let village = Village::settle(false).await;
    let stranger = Browser::stranger(&village);
    let wrong = "0".repeat(64);
    for (token, says) in [
        (wrong.as_str(), "This token is not known here, or is no longer good."),
        ("not even one", "This token is not known here, or is no longer good."),
        (" ", "This must be filled in."),
    ] {
        let shown = stranger.send("/sign-in", &[("token", token)]).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/sign-in");
        is_wrong_at(form, "token", says);
        assert!(tag(form, " name=\"token\"").contains(&format!("value=\"{token}\"")), "{form}");
        assert!(!shown.headers.contains_key("set-cookie"), "nobody is signed in");
        is_sound("/sign-in", "en", &shown);
    }
}

#[tokio::test]
async fn whoever_cannot_be_anybody_chooses_again() {
    let village = Village::settle(true).await;
    let stranger = Browser::stranger(&village);
    for party in ["", "x", "-1"] {
        let shown = stranger.send("/demo", &[("organization", CONNECTICUT), ("party", party)]).await;
        let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, "/demo");
        is_wrong_as_a_whole(form, "Something that the page itself puts into the form is missing or damaged.");
        assert!(tag(form, " name=\"organization\"").contains(CONNECTICUT), "{form}");
        assert_eq!(forms(&shown.body, "/demo").len(), 2, "everybody is still there");
        assert!(!shown.headers.contains_key("set-cookie"));
        is_sound("/demo", "en", &shown);
    }
}

/// A page that somebody goes back to has the id of what was done from it.
#[tokio::test]
async fn only_an_id_that_was_used_up_is_drawn_anew() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let membership = village.membership("Ana Lin").to_string();
    let address = "/coassembly/proposals/3/stance";
    let agree = [("request", ONE), ("membership", &*membership), ("stance", "agree"), ("reason", "")];
    assert_eq!(ana.send(address, &agree).await.status, StatusCode::SEE_OTHER);
    let after = height(&village, COASSEMBLY);
    let object = [("request", ONE), agree[1], ("stance", "object"), ("reason", "Kai lives far away.")];
    let shown = ana.send(address, &object).await;
    let form = came_back(&shown, StatusCode::UNPROCESSABLE_ENTITY, address);
    is_wrong_as_a_whole(form, "This form was sent before with something else in it, and that was done.");
    assert_eq!(lines(form, "reason"), "Kai lives far away.");
    assert!(tag(form, "value=\"object\"").contains(" checked"), "{form}");
    assert_eq!(height(&village, COASSEMBLY), after);
    let drawn = tag(form, " name=\"request\"").split("value=\"").nth(1).unwrap().trim_end_matches('"');
    assert_ne!(drawn, ONE);
    let sent = ana.send(address, &[("request", drawn), object[1], object[2], object[3]]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert_eq!(height(&village, COASSEMBLY), after + 1);
}

/// The round was closed while somebody wrote: no form is left to hold their words, and they are not lost.
#[tokio::test]
async fn words_that_come_too_late_are_given_back() {
    let village = Village::settle(false).await;
    let before = height(&village, COASSEMBLY);
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let membership = village.membership("Bo Chen").to_string();
    let reason = "No meetings at all would be better,\nor <none> on Mondays.";
    let fields = [("request", ONE), ("membership", &*membership), ("stance", "object"), ("reason", reason)];
    let shown = bo.send("/coassembly/proposals/2/stance", &fields).await;
    assert_eq!(shown.status, StatusCode::CONFLICT);
    assert!(shown.body.contains("stage_must_fit"), "{}", shown.body);
    let kept = "<h3>Reason</h3><pre>No meetings at all would be better,\nor &lt;none&gt; on Mondays.</pre>";
    assert!(shown.body.contains(kept), "{}", shown.body);
    assert!(shown.body.contains("<a href=\"/coassembly/proposals/2\">Go back</a>"), "{}", shown.body);
    assert!(forms(&shown.body, "/coassembly/proposals/2/stance").is_empty());
    is_sound("/coassembly/proposals/2/stance", "en", &shown);
    // What is malformed too, and a field of which no words are written.
    let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await;
    let fields = [("request", ONE), ("closes", "at six"), ("summary", "All is said.")];
    let shown = rosa.send("/cooperate-connecticut/proposals/1/call-vote", &fields).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let says =
        "Responses close: This is not a day and a time such as 2026-03-12 18:00. Nothing has been changed.";
    assert!(shown.body.contains(says), "{}", shown.body);
    assert!(shown.body.contains("<pre>All is said.</pre>"), "{}", shown.body);
    assert_eq!(height(&village, COASSEMBLY), before);
}

#[tokio::test]
async fn whoever_may_not_see_the_page_is_not_shown_it_by_a_form() {
    let village = Village::settle(false).await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let fields = [("request", ONE), ("title", "Mine"), ("text", "I take it over.")];
    let shown = bo.send("/coassembly/proposals/4/revise", &fields).await;
    assert_eq!(shown.status, StatusCode::UNPROCESSABLE_ENTITY, "a draft is not there for others");
    assert!(!shown.body.contains("paper samples"), "{}", shown.body);
    assert!(shown.body.contains("<pre>I take it over.</pre>"), "Bo's own words are his: {}", shown.body);
    let stranger = Browser::stranger(&village);
    for address in ["/coassembly/proposals/1/revise", "/coassembly/proposals/new", "/coassembly/today"] {
        let fields = [
            ("request", ONE),
            ("matter", "day-to-day"),
            ("title", "Mine"),
            ("text", "I take it over."),
            ("party", "1"),
            ("document", "values"),
            ("version", "1"),
        ];
        let shown = stranger.send(address, &fields).await;
        assert_eq!(shown.status, StatusCode::UNAUTHORIZED, "{address}");
        // Whose session has ended while they wrote does not lose what they wrote; of the page they see nothing.
        assert!(shown.body.contains("<pre>I take it over.</pre>"), "{address}: {}", shown.body);
        assert!(!shown.body.contains("name=\"request\""), "{address}: {}", shown.body);
    }
}

/// Whoever changes the language of a page that came back is led to the page that the form stands on.
#[tokio::test]
async fn the_choices_of_a_page_that_came_back_lead_to_a_page() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    for (address, fields, page) in [
        ("/coassembly/proposals/4/revise", &[("request", ONE)][..], "/coassembly/proposals/4"),
        ("/coassembly/proposals/2/withdraw", &[("request", ONE)][..], "/coassembly/proposals/2"),
        (
            "/coassembly/proposals/new",
            &[("request", ONE), ("matter", "day-to-day")][..],
            "/coassembly/proposals/new?matter=day-to-day",
        ),
    ] {
        let shown = ana.send(address, fields).await;
        assert!(shown.status.is_client_error(), "{address}");
        let back = format!("<input type=\"hidden\" name=\"return\" value=\"{page}\">");
        assert_eq!(shown.body.matches(&back).count(), 2, "{address}: {}", shown.body);
        assert_eq!(ana.get(page).await.status, StatusCode::OK, "{page}");
    }
}

#[tokio::test]
async fn pages_that_came_back_are_sound_in_every_language() {
    let village = Village::settle(false).await;
    let before = (height(&village, COASSEMBLY), height(&village, CONNECTICUT));
    let anas = village.membership("Ana Lin").to_string();
    let rosas = village.membership("Rosa Vega").to_string();
    for language in ["en", "es", "zh-Hant"] {
        let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading(language);
        let rosa = Browser::of(&village, CONNECTICUT, "Rosa Vega").await.reading(language);
        let script = "<script>alert(1)</script>";
        for (browser, address, fields) in [
            (&ana, "/coassembly/proposals/new", &[("matter", "major-asset"), ("text", script)][..]),
            (&ana, "/coassembly/proposals/4/revise", &[("title", script)]),
            (&ana, "/coassembly/proposals/4/open", &[("closes", "2026-04-01T18:00")]),
            (&ana, "/coassembly/proposals/3/stance", &[("membership", &*anas), ("stance", "object")]),
            (&ana, "/coassembly/proposals/3/stance", &[("membership", &*anas), ("reason", script)]),
            (&ana, "/coassembly/proposals/3/disclose", &[("membership", &*anas)]),
            (&ana, "/coassembly/proposals/1/close-round", &[("mark", "agenda"), ("summary", script)]),
            (&ana, "/coassembly/proposals/1/close-round", &[("mark", script)]),
            (&ana, "/coassembly/proposals/1/call-vote", &[("closes", "2026-04-01T18:00")]),
            (&ana, "/coassembly/proposals/1/call-vote", &[("closes", script)]),
            (&rosa, "/cooperate-connecticut/proposals/1/ballot", &[("membership", &*rosas)]),
        ] {
            let fields: Vec<_> = [("request", ONE)].into_iter().chain(fields.iter().copied()).collect();
            let shown = browser.send(address, &fields).await;
            assert!(shown.body.contains(" autofocus"), "{address}: {}", shown.body);
            is_sound(address, language, &shown);
        }
    }
    assert_eq!((height(&village, COASSEMBLY), height(&village, CONNECTICUT)), before);
    let state = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap().state();
    assert!(state.proposal(ProposalId(5)).is_none());
}
