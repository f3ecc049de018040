//! Cooperate Connecticut: organizations and people, one vote each.

use rochdale_core::{
    command::{By, Command},
    personal::Words,
    proposals::Choice,
    rulebook::Bundle,
    values::{MembershipId, PartyId, ProposalId, Slug},
};
use rochdale_testkit::cooperate_connecticut;

use super::{Book, day, draft};
use crate::application::Application;

/// Who and what there is in a book under Connecticut's bylaws.
pub struct Connecticut {
    /// A cooperator and the network's steward, who also acts for the bakery.
    pub rosa: PartyId,
    /// Rosa's own membership.
    pub rosas: MembershipId,
    /// A cooperator.
    pub sam: PartyId,
    /// Sam's membership.
    pub sams: MembershipId,
    /// A coop.
    pub bakery: PartyId,
    /// The bakery's membership.
    pub bakerys: MembershipId,
    /// Open until 30 March; Sam has voted for it.
    pub stall: ProposalId,
    /// Closed, and carried.
    pub picnic: ProposalId,
    /// Sam's draft.
    pub secret_plan: ProposalId,
}

/// Writes the book of Cooperate Connecticut; the clock then stands at 16 March 2026.
pub async fn connecticut(application: &Application) -> Connecticut {
    write(application, "cooperate-connecticut", cooperate_connecticut()).await
}

/// A co-op called `mill` under the same bylaws, except that its members chose to seal the count of
/// an open vote.
pub async fn sealed_mill(application: &Application) -> Connecticut {
    let mut bylaws = cooperate_connecticut();
    let mut sealed = 0;
    for text in bylaws.0.values_mut() {
        sealed += text.matches("count = \"live\"").count();
        *text = text.replace("count = \"live\"", "count = \"sealed\"");
    }
    assert!(sealed > 0, "the bylaws have no live count to seal");
    write(application, "mill", bylaws).await
}

async fn write(application: &Application, handle: &str, bylaws: Bundle) -> Connecticut {
    application.set_time("2026-01-05T15:00:00Z".parse().expect("an instant")).await;
    let book = Book::found(application, handle, bylaws).await;
    let rosa = book.person("Rosa Delgado").await;
    let sam = book.person("Sam Whitfield").await;
    let tess = book.person("Tess Moreau").await;
    let bakery = book.organization("Elm City Bread", "New Haven").await;
    let union = book.organization("Harbor Workers Union", "New London").await;
    for (document, text) in [
        ("values", "We **cooperate**, and we say how."),
        ("code-of-conduct", "Be kind, and be on time."),
        ("conflict-resolution", "Talk first; then ask a third person."),
    ] {
        let in_force_from = day("2026-01-05");
        let document = Slug::new(document);
        book.submit(By::Desk, Command::PublishDocument { document, text: text.to_owned(), in_force_from })
            .await;
    }
    for (organization, person) in [(bakery, rosa), (union, tess)] {
        let command = Command::NameRepresentative { organization, person, from: day("2026-01-05") };
        book.submit(By::Desk, command).await;
    }
    for (person, party) in [(rosa, rosa), (sam, sam), (tess, tess), (rosa, bakery), (tess, union)] {
        for document in ["values", "code-of-conduct", "conflict-resolution"] {
            let document = Slug::new(document);
            book.submit(By::Party(person), Command::AcknowledgeDocument { party, document, version: 1 })
                .await;
        }
    }
    let rosas = book.admit(rosa, "cooperator", None, "2026-01-05").await;
    let sams = book.admit(sam, "cooperator", None, "2026-01-05").await;
    book.admit(tess, "cooperator", None, "2026-01-05").await;
    let bakerys = book.admit(bakery, "coop", Some("worker"), "2026-01-05").await;
    book.admit(union, "partner", Some("union"), "2026-01-05").await;

    book.at("2026-02-02T15:00:00Z").await;
    let text = "At the mill pond, with the children.";
    let picnic =
        book.open(sam, Some("2026-02-09T22:00:00Z"), draft("A picnic in May", text, "proposal")).await;
    for (person, membership) in [(sam, sams), (rosa, rosas)] {
        book.submit(
            By::Party(person),
            Command::CastBallot { proposal: picnic, membership, choice: Choice::For },
        )
        .await;
    }
    let office = Command::GiveOffice {
        office: Slug::new("steward"),
        person: rosa,
        from: day("2026-02-10"),
        until: None,
    };
    book.submit(By::Desk, office).await;
    book.at("2026-03-05T14:00:00Z").await;
    let texts =
        [("name", "Wen Castillo"), ("reach", "At the library, on Tuesdays"), ("take-part", "Repairing.")];
    let texts = texts.into_iter().map(|(asked, answer)| (Slug::new(asked), answer.to_owned())).collect();
    let words = Words { texts, salt: "0123456789abcdef".to_owned() };
    let asks = Command::SendInterest { class: Slug::new("cooperator"), kind: None, words };
    book.submit(By::Visitor, asks).await;
    // A new version, which members are asked for again.
    book.at("2026-03-09T14:00:00Z").await;
    let again = Command::PublishDocument {
        document: Slug::new("code-of-conduct"),
        text: "Be kind, be on time, and say when you cannot come.".to_owned(),
        in_force_from: day("2026-03-10"),
    };
    book.submit(By::Desk, again).await;
    book.at("2026-03-16T14:00:00Z").await;
    let text = "A stall that all of us share, at the farmers' market.\n\n1. a tent\n2. a sign\n";
    let stall =
        book.open(sam, Some("2026-03-30T22:00:00Z"), draft("A stall at the market", text, "proposal")).await;
    book.submit(
        By::Party(sam),
        Command::CastBallot { proposal: stall, membership: sams, choice: Choice::For },
    )
    .await;
    let text = "Nobody has read this yet.";
    let secret_plan = book.draft(sam, draft("A plan for later", text, "proposal")).await;
    Connecticut { rosa, rosas, sam, sams, bakery, bakerys, stall, picnic, secret_plan }
}
