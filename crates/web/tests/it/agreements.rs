//! Written agreements on the pages: drafted from the bylaws, signed by both sides, recorded on paper; and who finds
//! nothing of them.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use rochdale_core::{
    command::{By, Command, Stance},
    personal::Words,
    proposals::Mark,
    values::{AgreementId, Digest, ProposalId, Slug},
};
use rochdale_register::{Answer, PAPER_BYTES_MAX};

use crate::{
    api::{get, token},
    browse::{Browser, Shown},
    village::{COASSEMBLY, Village},
};

const SECRET: &str = "She may read what we pay the printers in Hsinchu.";
const SECTIONS: [&str; 5] = ["participation", "information", "returns", "confidentiality", "exit"];
const PDF: &str = "%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";

fn id(number: u32) -> String {
    format!("018f0000-0000-7000-8000-{number:012}")
}

/// The village in which Chi signs for the co-op.
async fn with_a_secretary() -> Village {
    let village = Village::settle(false).await;
    let (person, from) = (village.person("Chi Wang"), "2026-03-20".parse().unwrap());
    let command = Command::GiveOffice { office: Slug::new("secretary"), person, from, until: None };
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, command).await, Answer::Done(_)));
    village
}

fn fields(village: &Village, number: u32, without: &str) -> Vec<(String, String)> {
    let mut fields = vec![
        ("request".to_owned(), id(number)),
        ("kind".to_owned(), "flying-agreement".to_owned()),
        ("with".to_owned(), village.person("Kai Yeh").to_string()),
        ("until".to_owned(), "2027-03-31".to_owned()),
    ];
    let sections = SECTIONS.iter().filter(|section| **section != without);
    fields.extend(sections.map(|section| (format!("section-{section}"), SECRET.to_owned())));
    fields
}

async fn send(browser: &Browser<'_>, to: &str, fields: &[(String, String)]) -> Shown {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.send(to, &fields).await
}

/// Ana's draft with Kai, and its address.
async fn drafted(village: &Village) -> String {
    let ana = Browser::of(village, COASSEMBLY, "Ana Lin").await;
    let drafted = send(&ana, "/coassembly/agreements/new", &fields(village, 1, "")).await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.body);
    drafted.leads_to().to_owned()
}

fn hash(village: &Village, address: &str) -> String {
    let number = address.rsplit('/').next().unwrap().parse().unwrap();
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let state = registrar.state();
    state.agreement(AgreementId(number)).unwrap().hash().unwrap().to_string()
}

async fn sign(browser: &Browser<'_>, address: &str, number: u32, hash: &str, name: &str) -> Shown {
    let fields = [("request", &*id(number)), ("hash", hash), ("signs", name)];
    browser.send(&format!("{address}/sign"), &fields).await
}

#[tokio::test]
async fn an_agreement_is_drafted_from_the_bylaws_and_signed_by_both_sides() {
    let village = with_a_secretary().await;
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let kai = village.person("Kai Yeh");
    let form = ana.get(&format!("/coassembly/agreements/new?kind=flying-agreement&party={kai}")).await.body;
    assert!(form.contains("They may leave at any time by written notice."), "{form}");
    assert!(form.contains(&format!("<option value=\"{kai}\" selected>")), "{form}");
    let chinese = Browser::of(&village, COASSEMBLY, "Ana Lin").await.reading("zh-Hant");
    let in_chinese = chinese.get("/coassembly/agreements/new?kind=flying-agreement").await.body;
    assert!(
        in_chinese.contains("可以隨時以書面通知退社。") && in_chinese.contains("退社條件"),
        "{in_chinese}"
    );

    let lacking = send(&ana, "/coassembly/agreements/new", &fields(&village, 2, "returns")).await;
    assert_eq!(lacking.status, StatusCode::CONFLICT);
    assert!(lacking.body.contains("agreement_must_be_complete") && lacking.body.contains("MEM-11"));
    assert!(lacking.body.contains(SECRET), "what was written is there still");

    let address = drafted(&village).await;
    let hash = hash(&village, &address);
    let reader = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    let today = reader.get("/coassembly/today").await.body;
    assert!(today.contains("waits for your signature"), "{today}");
    let page = reader.get(&address).await.body;
    assert!(page.contains(SECRET) && page.contains(&hash), "{page}");
    assert!(!page.contains("Rewrite it"), "Kai signs it, and does not write it");
    let nameless = sign(&reader, &address, 3, &hash, " ").await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let signed = sign(&reader, &address, 4, &hash, "Yeh Kai").await;
    assert_eq!((signed.status, signed.leads_to()), (StatusCode::SEE_OTHER, &*address));
    let again = sign(&reader, &address, 5, &hash, "Yeh Kai").await;
    assert!(again.status == StatusCode::CONFLICT, "{}", again.body);

    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert!(chi.get("/coassembly/today").await.body.contains("waits for your signature"));
    assert!(!ana.get(&address).await.body.contains("I sign this agreement"), "Ana signs for nobody");
    let by_ana = sign(&ana, &address, 6, &hash, "Ana").await;
    assert_eq!(by_ana.status, StatusCode::CONFLICT);
    assert!(chi.get(&address).await.body.contains("waits for your signature"), "nothing was signed by that");
    let both = sign(&chi, &address, 7, &hash, "王琪").await;
    assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.body);
    let page = reader.get(&address).await.body;
    assert!(page.contains("in force") && page.contains("王琪") && page.contains("Yeh Kai"), "{page}");
    assert!(!page.contains("I sign this agreement"), "{page}");
}

#[tokio::test]
async fn whoever_signed_signs_anew_once_the_text_is_another() {
    let village = with_a_secretary().await;
    let address = drafted(&village).await;
    let first = hash(&village, &address);
    let kai = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    assert_eq!(sign(&kai, &address, 3, &first, "Kai").await.status, StatusCode::SEE_OTHER);
    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let mut other = fields(&village, 4, "exit");
    other.push(("section-exit".to_owned(), "She stays for ten years.".to_owned()));
    let written = send(&ana, &format!("{address}/redraft"), &other).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.body);
    let page = kai.get(&address).await.body;
    assert!(page.contains("waits for your signature") && page.contains("ten years"), "{page}");

    // Chi had the first text before her eyes.
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let stale = sign(&chi, &address, 5, &first, "Chi").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale.body.contains("text_must_be_the_last") && stale.body.contains("ten years"),
        "{}",
        stale.body
    );
    assert!(stale.body.contains(&hash(&village, &address)), "the form is for the text as it stands");
    let forged = sign(&chi, &address, 6, &Digest::of(b"another").to_string(), "Chi").await;
    assert_eq!(forged.status, StatusCode::CONFLICT);
    assert!(
        kai.get(&address).await.body.contains("waits for your signature"),
        "nobody has signed the new text"
    );
}

#[tokio::test]
async fn nobody_else_finds_an_agreement_or_signs_it() {
    let village = with_a_secretary().await;
    let address = drafted(&village).await;
    let hash = hash(&village, &address);
    for name in ["Bo Chen", "Joy Pan", "Hana Kuo", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        for path in [&*address, "/coassembly/agreements", "/coassembly/today", "/coassembly/register"] {
            let body = other.get(path).await.body;
            assert!(!body.contains(SECRET) && !body.contains(&hash), "{name} at {path}");
        }
        let kai = format!("/coassembly/members/{}", village.person("Kai Yeh"));
        assert!(!other.get(&kai).await.body.contains(&address), "{name}");
        let theirs = token(&village, COASSEMBLY, name).await;
        for path in [&*address, "/coassembly/agreements", "/coassembly/register/entries"] {
            let said = get(&village, path, Some(&theirs)).await.text;
            assert!(!said.contains(SECRET) && !said.contains(&hash), "{name} at {path} of the API");
        }
        assert!(!other.get(&address).await.status.is_success(), "{name}");
        for step in ["sign", "redraft", "withdraw"] {
            let mut sent = fields(&village, 3, "");
            sent.extend([("hash".to_owned(), hash.clone()), ("signs".to_owned(), "Kai".to_owned())]);
            let tried = send(&other, &format!("{address}/{step}"), &sent).await;
            assert!(!tried.status.is_redirection() && !tried.status.is_success(), "{name} {step}");
        }
    }
    assert_eq!(Browser::stranger(&village).get(&address).await.status, StatusCode::UNAUTHORIZED);
    let kai = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    assert!(kai.get(&address).await.body.contains("waits for your signature"), "it stands as it stood");
    let kais = token(&village, COASSEMBLY, "Kai Yeh").await;
    let said = get(&village, &address, Some(&kais)).await.text;
    assert!(said.contains(SECRET) && said.contains(&hash), "{said}");
    // Either side can withdraw it.
    let withdrawn = kai.send(&format!("{address}/withdraw"), &[("request", &id(4))]).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER);
    let late = sign(&kai, &address, 5, &hash, "Kai").await;
    assert!(late.body.contains("agreement_must_be_open"), "{}", late.body);
}

/// What they agreed is not in the register, and goes with them; that they agreed stays.
#[tokio::test]
async fn an_agreement_is_erased_with_its_party() {
    let village = with_a_secretary().await;
    let address = drafted(&village).await;
    let hash = hash(&village, &address);
    let kai = Browser::of(&village, COASSEMBLY, "Kai Yeh").await;
    assert_eq!(sign(&kai, &address, 3, &hash, "Yeh Kai").await.status, StatusCode::SEE_OTHER);
    let registrar = village.site.registers.registrar(&Slug::new(COASSEMBLY)).unwrap();
    let database = village.site.registers.database();
    let entries = database.stretch(&Slug::new(COASSEMBLY), 1, registrar.head().height).await.unwrap();
    let has = |text: &str| entries.iter().any(|entry| entry.payload.contains(text));
    assert!(!has(SECRET) && !has("Yeh Kai") && has(&hash));
    let with_text = entries.iter().find(|entry| entry.payload.contains("agreement_drafted")).unwrap();
    assert_eq!(
        with_text.personal.as_ref().unwrap().hash.to_string(),
        hash,
        "the book has the hash that was signed"
    );
    let erase = Command::ErasePerson { party: village.person("Kai Yeh") };
    // As long as it waits for a signature, it is needed.
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase.clone()).await, Answer::Refused(_)));
    let withdraw = Command::WithdrawAgreement {
        agreement: AgreementId(address.rsplit('/').next().unwrap().parse().unwrap()),
    };
    let kai = By::Party(village.person("Kai Yeh"));
    assert!(matches!(village.ask(COASSEMBLY, kai, withdraw).await, Answer::Done(_)));
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));

    let ana = Browser::of(&village, COASSEMBLY, "Ana Lin").await;
    let page = ana.get(&address).await.body;
    assert!(page.contains("What it says was erased.") && !page.contains(SECRET), "{page}");
    assert!(page.contains("name erased") && !page.contains("Yeh Kai"), "{page}");
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    assert_eq!(sign(&chi, &address, 4, &hash, "Chi").await.status, StatusCode::CONFLICT, "there is no text");
    rochdale_register::verify(database, &Slug::new(COASSEMBLY)).await.unwrap();
}

/// Sends the form that records a paper, with a file of this name.
async fn upload(browser: &Browser<'_>, fields: &[(String, String)], file: (&str, &str)) -> Shown {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    let (name, bytes) = file;
    body.push_str(&format!(
        "--edge\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n{bytes}\r\n--edge--\r\n"
    ));
    let request = Request::post("/coassembly/agreements/record")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    browser.ask(request, Body::from(body)).await
}

#[tokio::test]
async fn a_paper_is_handed_out_to_both_sides_alone() {
    let village = with_a_secretary().await;
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let form = chi.get("/coassembly/agreements/record?kind=flying-agreement").await.body;
    assert!(form.contains("multipart/form-data") && form.contains("type=\"file\""), "{form}");
    let mut sent = fields(&village, 3, "");
    sent.push(("signed".to_owned(), "2026-03-19".to_owned()));
    let recorded = upload(&chi, &sent, ("signed.pdf", PDF)).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.body);
    let address = recorded.leads_to().to_owned();
    let hash = Digest::of(PDF.as_bytes()).to_string();
    for name in ["Chi Wang", "Kai Yeh"] {
        let side = Browser::of(&village, COASSEMBLY, name).await;
        let page = side.get(&address).await.body;
        assert!(page.contains("Download the signed paper") && page.contains(&hash), "{name}: {page}");
        let paper = side.get(&format!("{address}/paper")).await;
        assert_eq!((paper.status, &*paper.body), (StatusCode::OK, PDF), "{name}");
        assert_eq!(paper.headers[header::CONTENT_TYPE], "application/pdf");
        let disposition = paper.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(disposition.starts_with("attachment"), "{disposition}");
    }
    for name in ["Ana Lin", "Bo Chen", "Joy Pan", "desk"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        let paper = other.get(&format!("{address}/paper")).await;
        assert!(!paper.status.is_success() && !paper.body.contains("%PDF"), "{name}");
    }
    assert_eq!(
        Browser::stranger(&village).get(&format!("{address}/paper")).await.status,
        StatusCode::UNAUTHORIZED
    );

    let erase = Command::ErasePerson { party: village.person("Kai Yeh") };
    assert!(
        matches!(village.ask(COASSEMBLY, By::Desk, erase.clone()).await, Answer::Refused(_)),
        "it is in force"
    );
    village.at("2029-03-20T02:00:00Z");
    assert!(matches!(village.ask(COASSEMBLY, By::Desk, erase).await, Answer::Done(_)));
    assert_eq!(chi.get(&format!("{address}/paper")).await.status, StatusCode::NOT_FOUND, "it went with Kai");
}

#[tokio::test]
async fn what_is_no_paper_or_comes_from_nobody_who_may_is_not_kept() {
    let village = with_a_secretary().await;
    let (database, coassembly) = (village.site.registers.database(), Slug::new(COASSEMBLY));
    let kai = village.person("Kai Yeh");
    let is_kept = async |bytes: &str| {
        database.paper(&coassembly, kai, Digest::of(bytes.as_bytes())).await.unwrap().is_some()
    };
    let chi = Browser::of(&village, COASSEMBLY, "Chi Wang").await;
    let page = "<script>alert(1)</script>";
    let other = upload(&chi, &fields(&village, 3, ""), ("signed.pdf", page)).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.body.contains("This file is no PDF") && other.body.contains(SECRET), "{}", other.body);
    assert!(!is_kept(page).await);

    let large = format!("%PDF-1.7\n{}%%EOF", " ".repeat(PAPER_BYTES_MAX));
    let too_large = upload(&chi, &fields(&village, 4, ""), ("signed.pdf", &large)).await;
    assert_eq!(too_large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_large.body.contains("larger than 10 MB"), "{}", too_large.body);
    assert!(!is_kept(&large).await);
    let far = " ".repeat(2 * PAPER_BYTES_MAX);
    let turned = upload(&chi, &fields(&village, 5, ""), ("signed.pdf", &far)).await;
    assert_eq!(turned.status, StatusCode::PAYLOAD_TOO_LARGE);

    let lacking = upload(&chi, &fields(&village, 6, "exit"), ("signed.pdf", PDF)).await;
    assert_eq!(lacking.status, StatusCode::CONFLICT);
    assert!(lacking.body.contains("agreement_must_be_complete"), "{}", lacking.body);
    assert!(!is_kept(PDF).await, "what was not recorded leaves nothing behind");
    for name in ["Ana Lin", "Kai Yeh", "desk"] {
        let nobody = Browser::of(&village, COASSEMBLY, name).await;
        let tried = upload(&nobody, &fields(&village, 7, ""), ("signed.pdf", PDF)).await;
        assert!(!tried.status.is_redirection() && !tried.status.is_success(), "{name}: {}", tried.status);
    }
    assert!(!is_kept(PDF).await);
}

/// Any worker-owner nominates, also somebody whom the register does not know yet.
#[tokio::test]
async fn a_worker_owner_nominates_somebody_new() {
    let village = with_a_secretary().await;
    let bo = Browser::of(&village, COASSEMBLY, "Bo Chen").await;
    let form = "/coassembly/proposals/new?matter=flying-admission";
    assert!(bo.get(form).await.body.contains("Enter them"));
    let fields = |number| {
        [
            ("request", id(number)),
            ("matter", "flying-admission".to_owned()),
            ("nominee", "Lulu Ong".to_owned()),
            ("nominee-email", "lulu@example.org".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
    };
    let entered = send(&bo, "/coassembly/proposals/new/nominee", &fields(3)).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
    let page = bo.get(entered.leads_to()).await.body;
    assert!(page.contains("selected>Lulu Ong"), "{page}");
    assert!(!page.contains("lulu@example.org"), "Bo does not keep the list of members");
    for name in ["Hana Kuo", "Joy Pan"] {
        let other = Browser::of(&village, COASSEMBLY, name).await;
        assert!(!other.get(form).await.body.contains("Enter them"), "{name}");
        let tried = send(&other, "/coassembly/proposals/new/nominee", &fields(4)).await;
        assert!(!tried.status.is_redirection() && !tried.status.is_success(), "{name}");
    }
}

/// A decision made Kai a flying member, and flying members follow proposals by invitation only.
#[tokio::test]
async fn a_members_page_tells_of_the_decision_whoever_may_see_the_proposal() {
    let village = Village::settle(false).await;
    let (kai, proposal) = (village.person("Kai Yeh"), ProposalId(3));
    let texts = SECTIONS.map(|one| (Slug::new(one), format!("As agreed about {one}."))).into();
    let words = Words { texts, salt: "0123456789abcdef".to_owned() };
    let (kind, signed, until) = (Slug::new("flying-agreement"), None, None);
    let recorded = Command::RecordAgreement { party: kai, kind, signed, until, words, paper: None };
    let mut asked = vec![(By::Desk, recorded)];
    for name in ["Ana Lin", "Bo Chen", "Chi Wang", "Dee Huang", "Eli Tsai", "Fay Wu", "Gus Liao"] {
        let membership = village.membership(name);
        let stance = Command::TakeStance { proposal, membership, stance: Stance::Agree };
        asked.push((By::Party(village.person(name)), stance));
    }
    let dee = By::Party(village.person("Dee Huang"));
    let marks = Mark::ALL.iter().copied().collect();
    asked.push((dee, Command::CloseRound { proposal, marks, summary: "Everybody knows Kai.".to_owned() }));
    asked.push((dee, Command::Conclude { proposal }));
    for (by, command) in asked {
        let answer = village.ask(COASSEMBLY, by, command).await;
        assert!(matches!(answer, Answer::Done(_)), "{answer:?}");
    }
    let address = format!("/coassembly/members/{kai}");
    for (name, sees) in [("Ana Lin", true), ("Kai Yeh", false)] {
        let page = Browser::of(&village, COASSEMBLY, name).await.get(&address).await.body;
        assert!(page.contains("Flying member"), "{name}: {page}");
        assert_eq!(page.contains("/coassembly/proposals/3\""), sees, "{name}: {page}");
        assert_eq!(page.contains("proposal 3"), sees, "{name}: {page}");
    }
}
