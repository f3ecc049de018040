//! CoAssembly: three worker-owners, two associates, a flying member, a collaborator.

use std::sync::Arc;

use rochdale_core::{
    archive::File,
    command::{By, Command, Stance},
    fact::Fact,
    personal::Words,
    proposals::{Choice, Mark},
    values::{AgreementId, AssetId, DocumentId, MembershipId, PartyId, ProposalId, Slug},
};
use rochdale_lists::{ListKey, Matching, Plan, Sheet};
use rochdale_web::lists::{Brought, Reading};
use uuid::Uuid;

use super::{Book, day, draft};
use crate::application::Application;

/// Who and what there is in CoAssembly.
pub struct CoAssembly {
    /// A worker-owner, who made the proposals.
    pub ana: PartyId,
    /// A worker-owner.
    pub bo: PartyId,
    /// Bo's membership.
    pub bos: MembershipId,
    /// A worker-owner.
    pub chi: PartyId,
    /// An associate in internship.
    pub dee: PartyId,
    /// Dee's membership, which Ana guides.
    pub dees: MembershipId,
    /// An associate in participation, who has given notice.
    pub eli: PartyId,
    /// A flying member.
    pub fay: PartyId,
    /// An external collaborator.
    pub gus: PartyId,
    /// Another contract with Gus, drafted by Ana; nobody has signed it.
    pub renewal: AgreementId,
    /// Open, in round 1; nobody has said anything.
    pub van: ProposalId,
    /// Open, in round 2; Chi objected in round 1.
    pub riverside: ProposalId,
    /// In the vote that replaced consensus.
    pub bakery: ProposalId,
    /// Carried, with a resolution.
    pub repair_day: ProposalId,
    /// Ana's draft.
    pub secret_plan: ProposalId,
    /// A list that the desk has brought and not confirmed.
    pub list: Uuid,
    /// Another, of which it is asked how its days are read.
    pub list_with_questions: Uuid,
}

const MARKS: [Mark; 4] = [Mark::Agenda, Mark::Everyone, Mark::ProsCons, Mark::Minutes];

/// Writes the book of CoAssembly; the clock then stands at 10 in the morning of 16 March 2026.
pub async fn coassembly(application: &Application) -> CoAssembly {
    application.set_time("2026-01-05T02:00:00Z".parse().expect("an instant")).await;
    let book = Book::found(application, "coassembly", rochdale_testkit::coassembly()).await;
    let ana = book.person("Ana Kalani").await;
    let bo = book.person("Bo Lindqvist").await;
    let chi = book.person("林怡君").await;
    let dee = book.person("Dee Okafor").await;
    let eli = book.person("Eli Ruiz").await;
    let fay = book.person("Fay Haddad").await;
    let gus = book.person("Gus Petrov").await;
    let mut owners = Vec::new();
    for owner in [ana, bo, chi] {
        owners.push(book.admit(owner, "worker-owner", None, "2024-01-01").await);
    }
    let dees = book.admit(dee, "associate", None, "2025-12-01").await;
    let elis = book.admit(eli, "associate", None, "2025-07-01").await;
    let of_fay = ["participation", "information", "returns", "confidentiality", "exit"];
    book.agree(fay, "flying-agreement", &of_fay).await;
    book.admit(fay, "flying-member", None, "2025-02-01").await;
    let of_gus = ["scope", "timeline", "payment", "data", "attribution", "termination"];
    book.agree(gus, "collaborator-contract", &of_gus).await;
    book.admit(gus, "external-collaborator", None, "2025-03-01").await;

    for (person, office) in [(ana, "facilitator"), (bo, "treasurer"), (chi, "secretary")] {
        let from = "2026-01-05".parse().expect("a day");
        let office = Slug::new(office);
        book.submit(By::Desk, Command::GiveOffice { office, person, from, until: None }).await;
    }
    let on = "2026-04-15".parse().expect("a day");
    book.submit(By::Party(eli), Command::GiveNotice { membership: elis, on }).await;
    let from = "2026-01-05".parse().expect("a day");
    let guided = Command::NameGuide { membership: dees, person: ana, from };
    book.submit(By::Desk, guided).await;
    let texts = [(Slug::new("text"), "The kitchen is left as it is, week after week.".to_owned())].into();
    let words = Words { texts, salt: "0123456789abcdef".to_owned() };
    let command = Command::OpenCase { kind: Slug::new("complaint"), about: vec![bo], words };
    book.submit(By::Party(chi), command).await;
    lend_and_declare(&book, ana, bo).await;
    file_documents(&book, ana, bo, chi).await;
    let repair_day = decided(&book, ana).await;
    let bakery = at_vote(&book, ana, &owners).await;
    let riverside = objected(&book, ana, chi, owners[2]).await;
    book.at("2026-03-16T02:00:00Z").await;
    let text = "We print for **eleven** members now, and two of them carry paper by bus.\n\n- a used van, electric\n- shared with the market\n";
    let van = book.open(ana, None, draft("Buy a van", text, "day-to-day")).await;
    let text = "Nobody has read this yet.";
    let texts = of_gus.map(|section| (Slug::new(section), "Half at the start, half at the end.".to_owned()));
    let words = Words { texts: texts.into(), salt: "salt of the renewal".to_owned() };
    let (kind, until) = (Slug::new("collaborator-contract"), Some(day("2026-12-31")));
    let command = Command::DraftAgreement { party: gus, kind, until, words };
    let drafted = book.submit(By::Party(ana), command).await;
    let renewal = drafted.facts.iter().find_map(|fact| match fact {
        Fact::AgreementDrafted { agreement, .. } => Some(*agreement),
        _ => None,
    });
    let renewal = renewal.expect("a draft");
    let secret_plan = book.draft(ana, draft("A plan for later", text, "day-to-day")).await;
    CoAssembly {
        ana,
        bo,
        bos: owners[1],
        chi,
        dee,
        dees,
        eli,
        fay,
        gus,
        renewal,
        van,
        riverside,
        bakery,
        repair_day,
        secret_plan,
        list: brought(application, LIST),
        list_with_questions: brought(application, &LIST.replace("31/12", "3/4")),
    }
}

/// A document that was given another class, and one that is restricted.
async fn file_documents(book: &Book<'_>, ana: PartyId, bo: PartyId, secretary: PartyId) {
    let words = |subject: &str, text: &str| {
        let texts = [(Slug::new(subject), text.to_owned())].into();
        Words { texts, salt: "0123456789abcdef".to_owned() }
    };
    let restricted = Some(Slug::new("restricted"));
    for (title, class, named) in
        [("Minutes of the review", None, Vec::new()), ("Contract with the zoo", restricted, vec![bo])]
    {
        let file = File::of(title.as_bytes()).expect("a text");
        let words = words("title", title);
        let filed = Command::FileDocument { class, dated: day("2026-01-05"), file, named, words };
        book.submit(By::Party(ana), filed).await;
    }
    let (class, named) = (Slug::new("for-members"), Vec::new());
    let (document, words) = (DocumentId(1), words("text", "Flying members asked for it."));
    book.submit(By::Party(secretary), Command::ReclassifyDocument { document, class, named, words }).await;
}

/// An asset that is lent and damaged, and a declaration.
async fn lend_and_declare(book: &Book<'_>, ana: PartyId, bo: PartyId) {
    let (office, from) = (Slug::new("asset-keeper"), day("2026-01-05"));
    book.submit(By::Desk, Command::GiveOffice { office, person: ana, from, until: None }).await;
    let words = |texts: &[(&str, &str)]| {
        let texts = texts.iter().map(|(subject, text)| (Slug::new(subject), (*text).to_owned())).collect();
        Words { texts, salt: "0123456789abcdef".to_owned() }
    };
    let since = day("2025-06-01");
    for (name, place) in [("The field camera", "Studio, shelf 3"), ("The long ladder", "Back room")] {
        let (name, place) = (name.to_owned(), place.to_owned());
        let entered =
            Command::EnterAsset { kind: Slug::new("device"), name, label: String::new(), place, since };
        book.submit(By::Party(ana), entered).await;
    }
    let (asset, on) = (AssetId(1), from);
    let lent = Command::LendAsset { asset, to: bo, on, due: day("2026-02-01") };
    book.submit(By::Party(bo), lent).await;
    let words_of = words(&[("text", "The lens is scratched.")]);
    book.submit(By::Party(bo), Command::ReportDamage { asset, on, words: words_of }).await;
    let texts = [("client", "The zoo."), ("own-work", "A map."), ("conflict", "None.")];
    let declared = Command::Declare {
        kind: Slug::new("personal-contract"),
        begins: day("2026-04-01"),
        words: words(&texts),
    };
    book.submit(By::Party(bo), declared).await;
}

/// One row is sound, one is of somebody who is there, one is wrong.
const LIST: &str = "Name,Email,Email,Class,Since\n\
    Hana Kuo,hana@example.org,,Worker-owner,31/12/2020\n\
    Bo Lindqvist,bo@example.org,,,\n\
    Ida Moss,ida at example.org,,Friend,31/12/2021\n";

/// Brings a list in the name of the desk, as the page does.
fn brought(application: &Application, list: &str) -> Uuid {
    let now = "2026-03-16T02:00:00Z".parse().expect("an instant");
    let sheet = Sheet::read(list.as_bytes(), None, None).expect("a list");
    let matching = Matching::guessed(&sheet, "the list of 2021");
    let state = application.state("coassembly");
    let plan = Plan::rehearsed(&sheet, &matching, &state, By::Desk, now, ListKey([7; 32]));
    let reading = Reading { sheet: Arc::new(sheet), matching: Arc::new(matching), plan: Arc::new(plan) };
    let (organization, bytes) = (Slug::new("coassembly"), list.as_bytes().to_vec());
    let name = "members.csv".to_owned();
    application.lists().keep(Brought::new(organization, By::Desk, name, bytes, reading, now))
}

/// A round that is complete.
async fn close_round(book: &Book<'_>, author: PartyId, proposal: ProposalId, summary: &str) {
    let command = Command::CloseRound { proposal, marks: MARKS.into(), summary: summary.to_owned() };
    book.submit(By::Party(author), command).await;
}

async fn decided(book: &Book<'_>, ana: PartyId) -> ProposalId {
    book.at("2026-01-12T02:00:00Z").await;
    let text = "On Fridays the workshop is open to neighbours who mend things.";
    let proposal = book.open(ana, None, draft("A repair day on Fridays", text, "day-to-day")).await;
    book.at("2026-01-14T02:00:00Z").await;
    close_round(book, ana, proposal, "Everybody likes it; the keys stay with Bo.").await;
    book.submit(By::Party(ana), Command::Conclude { proposal }).await;
    proposal
}

async fn at_vote(book: &Book<'_>, ana: PartyId, owners: &[MembershipId]) -> ProposalId {
    book.at("2026-02-02T02:00:00Z").await;
    let text = "Their bread is good and their rent is not paid. We lend them two mornings a week.";
    let mut of = draft("Lend a hand to the bakery", text, "pool-policy");
    (of.owner, of.deadline) = (Some(ana), Some(day("2026-06-30")));
    let proposal = book.open(ana, None, of).await;
    for round in 1..=3 {
        book.at(&format!("2026-02-0{}T02:00:00Z", 2 + round)).await;
        let stance = Stance::Object { reason: "Two mornings are too many in spring.".to_owned() };
        let takes = Command::TakeStance { proposal, membership: owners[1], stance };
        book.submit(By::Party(PartyId(2)), takes).await;
        close_round(book, ana, proposal, "For: they helped us in 2024. Against: spring is busy.").await;
        if round < 3 {
            book.submit(By::Party(ana), Command::OpenRound { proposal }).await;
        }
    }
    let closes = "2026-04-01T10:00:00Z".parse().expect("an instant");
    book.submit(By::Party(ana), Command::CallVote { proposal, closes }).await;
    let casts = Command::CastBallot { proposal, membership: owners[0], choice: Choice::For };
    book.submit(By::Party(ana), casts).await;
    proposal
}

async fn objected(book: &Book<'_>, ana: PartyId, chi: PartyId, chis: MembershipId) -> ProposalId {
    book.at("2026-03-02T02:00:00Z").await;
    let text = "The hall by the river has *daylight* and a lift.";
    let mut of = draft("Move to the riverside", text, "major-asset");
    (of.owner, of.deadline) = (Some(ana), Some(day("2026-09-30")));
    let proposal = book.open(ana, None, of).await;
    book.at("2026-03-04T02:00:00Z").await;
    let stance = Stance::Object { reason: "The river floods every other autumn.".to_owned() };
    book.submit(By::Party(chi), Command::TakeStance { proposal, membership: chis, stance }).await;
    close_round(book, ana, proposal, "For: daylight, a lift. Against: the river.").await;
    book.submit(By::Party(ana), Command::OpenRound { proposal }).await;
    proposal
}
