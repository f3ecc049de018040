//! The page of an amendment: which clauses the next edition changes, adds and leaves out.

use axum::http::StatusCode;
use rochdale_core::{
    command::{By, Command, Draft, Effect},
    rulebook::Bundle,
    values::{ProposalId, Slug},
};
use rochdale_register::Answer;

use crate::{
    browse::Browser,
    pages::is_sound,
    village::{COASSEMBLY, Village},
};

/// The next edition, with these files otherwise, each as what is said now and what instead.
fn next(changes: &[(&str, &str, &str)]) -> Bundle {
    let mut files = rochdale_testkit::coassembly();
    let front = [
        ("00-front.md", "edition = 1\n", "edition = 2\n"),
        ("00-front.md", "in_force_from = 2024-01-01", "in_force_from = 2026-06-01"),
    ];
    for (file, from, to) in front.iter().chain(changes) {
        let text = files.0.get_mut(*file).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        *text = text.replace(from, to);
    }
    files
}

/// Ana drafts an amendment, as whoever runs the program does for her.
async fn drafted(village: &Village, rulebook: Bundle) {
    let draft = Draft {
        title: "A second edition".into(),
        text: "As agreed.".into(),
        matter: Slug::new("amendment"),
        effect: Effect::AdoptEdition { rulebook },
        owner: Some(village.person("Ana Lin")),
        deadline: Some("2026-09-30".parse().unwrap()),
    };
    let ana = By::Party(village.person("Ana Lin"));
    let answer = village.ask(COASSEMBLY, ana, Command::DraftProposal(draft)).await;
    assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
}

const PAGE: &str = "/coassembly/proposals/5";

#[tokio::test]
async fn an_open_amendment_names_the_clauses_that_it_changes() {
    let village = Village::settle(false).await;
    let changes = [
        (
            "03-governance.md",
            "The minutes are out within 14 days of the meeting",
            "The minutes are out within 10 days of the meeting",
        ),
        (
            "03-governance.md",
            "zh-Hant = \"會議紀錄期限\" }\ndays = 14",
            "zh-Hant = \"會議紀錄期限\" }\ndays = 10",
        ),
        ("zh-Hant/03-governance.md", "會後 14 天內完成", "會後 10 天內完成"),
    ];
    let mut files = next(&changes);
    for (file, clause) in [
        ("09-disputes.md", "\n## Talking first {#DISC-99}\n\nWe talk first.\n"),
        ("zh-Hant/09-disputes.md", "\n## 先談 {#DISC-99}\n\n我們先談。\n"),
    ] {
        files.0.get_mut(file).unwrap().push_str(clause);
    }
    drafted(&village, files).await;
    let ana = By::Party(village.person("Ana Lin"));
    let closes = Some("2026-04-20T10:00:00Z".parse().unwrap());
    let open = Command::OpenProposal { proposal: ProposalId(5), closes };
    let opened = village.ask(COASSEMBLY, ana, open).await;
    assert!(matches!(opened, Answer::Done(_)), "{opened:?}");
    for (language, heading, added) in [
        ("en", "What the new edition changes", "Talking first"),
        ("es", "Qué cambia la nueva edición", "Talking first"),
        ("zh-Hant", "新版本改了什麼", "先談"),
    ] {
        let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await.reading(language);
        let page = bo.get(PAGE).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        is_sound(PAGE, language, &page);
        let told = page.body.split(heading).nth(1).unwrap_or_else(|| panic!("no {heading} in {}", page.body));
        let told = told.split("</section>").next().unwrap();
        let links: Vec<&str> =
            told.split("<a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        // What is not a clause yet leads nowhere.
        assert_eq!(links.len(), 1, "{told}");
        assert_eq!(bo.get(links[0]).await.status, StatusCode::OK, "{}", links[0]);
        assert!(told.contains("DISC-99") && told.contains(added), "{told}");
        // The new words stand beside the old ones, each in the reader's language or else as they bind.
        let days = |count: u32| match language {
            "zh-Hant" => format!("會後 {count} 天內完成"),
            _ => format!("within {count} days of the meeting"),
        };
        let (old, new) = (told.find(&days(14)), told.find(&days(10)));
        assert!(old.zip(new).is_some_and(|(old, new)| old < new), "{told}");
        assert_eq!(told.matches("<h3>").count(), 2, "nothing is left out: {told}");
    }
}

#[tokio::test]
async fn an_amendment_that_leaves_a_clause_out_says_so_and_one_of_nothing_too() {
    let village = Village::settle(false).await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    drafted(&village, next(&[])).await;
    let page = ana.get(PAGE).await.body;
    assert!(page.contains("No clause reads otherwise."), "{page}");

    let mut files = next(&[]);
    let text = files.0.get_mut("09-disputes.md").unwrap();
    let (_, rest) = text.split_once("{#").unwrap();
    let first = rest.split('}').next().unwrap().to_owned();
    *text = text.replace(&format!("{{#{first}}}"), "{#DISC-98}");
    drafted(&village, files).await;
    let page = ana.get("/coassembly/proposals/6").await.body;
    let (_, left_out) = page.split_once("<h3>Leaves out</h3>").unwrap();
    assert!(left_out.contains(&format!("href=\"/coassembly/bylaws/{first}\"")), "{left_out}");
    assert!(page.contains("<h3>Adds</h3>") && page.contains("DISC-98"), "{page}");
    let page = ana.get("/coassembly/proposals/4").await.body;
    assert!(!page.contains("What the new edition changes"), "{page}");
}
