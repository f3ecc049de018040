//! A form that was not accepted comes back with what was written in it, and opens at what is wrong.

mod drafts;
mod responses;
mod steps;

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
