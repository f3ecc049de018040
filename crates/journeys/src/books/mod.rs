//! Small co-ops to walk through, made by real commands under their shipped bylaws.

mod coassembly;
mod connecticut;

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    command::{By, Command, Draft},
    fact::Fact,
    personal::{Personal, Words},
    rulebook::Bundle,
    values::{MembershipId, PartyId, ProposalId, RequestId, Slug},
};
use rochdale_register::{Answer, Done, Registrar};
use uuid::Uuid;

use crate::application::Application;

pub use coassembly::{CoAssembly, coassembly};
pub use connecticut::{Connecticut, connecticut, sealed_mill};

/// The pen with which a book is written.
pub struct Book<'a> {
    application: &'a Application,
    registrar: Registrar,
}

impl<'a> Book<'a> {
    /// Founds a co-op.
    pub async fn found(application: &'a Application, handle: &str, rulebook: Bundle) -> Self {
        let handle = Slug::new(handle);
        done(application.registers().found(RequestId(Uuid::now_v7()), handle.clone(), rulebook).await);
        let registrar = application.registers().registrar(&handle).expect("just founded");
        Self { application, registrar }
    }

    /// The book of a co-op that is founded already.
    pub fn of(application: &'a Application, handle: &str) -> Self {
        let registrar = application.registers().registrar(&Slug::new(handle)).expect("a founded co-op");
        Self { application, registrar }
    }

    /// Sets the time for what follows.
    pub async fn at(&self, instant: &str) {
        self.application.set_time(instant.parse().expect("an instant")).await;
    }

    /// Submits a command that must be done.
    pub async fn submit(&self, by: By, command: Command) -> Done {
        done(self.registrar.submit(by, RequestId(Uuid::now_v7()), command).await)
    }

    /// Enters a person.
    pub async fn person(&self, name: &str) -> PartyId {
        let salt = Uuid::now_v7().to_string();
        let email = name.split(' ').next().map(|first| format!("{}@example.org", first.to_lowercase()));
        let details = Personal { name: name.to_owned(), email, place: None, salt };
        entered(&self.submit(By::Desk, Command::EnterPerson { details }).await)
    }

    /// Enters an organization.
    pub async fn organization(&self, name: &str, place: &str) -> PartyId {
        let command = Command::EnterOrganization { name: name.to_owned(), place: Some(place.to_owned()) };
        entered(&self.submit(By::Desk, command).await)
    }

    /// Admits a party.
    pub async fn admit(&self, party: PartyId, class: &str, kind: Option<&str>, since: &str) -> MembershipId {
        let command = Command::AdmitMember {
            party,
            class: Slug::new(class),
            kind: kind.map(Slug::new),
            since: day(since),
            basis: "The opening roll".to_owned(),
        };
        let admitted = self.submit(By::Desk, command).await;
        let membership = admitted.facts.iter().find_map(|fact| match fact {
            Fact::MemberAdmitted { membership, .. } => Some(*membership),
            _ => None,
        });
        membership.expect("somebody was admitted")
    }

    /// Records an agreement in which every section says something.
    pub async fn agree(&self, party: PartyId, agreement: &str, sections: &[&str]) {
        let texts = sections.iter().map(|section| (Slug::new(section), "As we agreed.".to_owned())).collect();
        let words = Words { texts, salt: "salt of what was agreed".to_owned() };
        let kind = Slug::new(agreement);
        self.submit(
            By::Desk,
            Command::RecordAgreement { party, kind, signed: None, until: None, words, paper: None },
        )
        .await;
    }

    /// Writes a draft.
    pub async fn draft(&self, author: PartyId, draft: Draft) -> ProposalId {
        let drafted = self.submit(By::Party(author), Command::DraftProposal(draft)).await;
        let proposal = drafted.facts.iter().find_map(|fact| match fact {
            Fact::ProposalDrafted { proposal, .. } => Some(*proposal),
            _ => None,
        });
        proposal.expect("a draft")
    }

    /// Writes a draft and opens it.
    pub async fn open(&self, author: PartyId, closes: Option<&str>, draft: Draft) -> ProposalId {
        let proposal = self.draft(author, draft).await;
        let closes = closes.map(|closes| closes.parse::<Timestamp>().expect("an instant"));
        self.submit(By::Party(author), Command::OpenProposal { proposal, closes }).await;
        proposal
    }
}

/// A draft on which nothing follows by itself.
pub fn draft(title: &str, text: &str, matter: &str) -> Draft {
    Draft {
        title: title.to_owned(),
        text: text.to_owned(),
        matter: Slug::new(matter),
        effect: rochdale_core::command::Effect::Nothing,
        owner: None,
        deadline: None,
    }
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn entered(done: &Done) -> PartyId {
    let party = done.facts.iter().find_map(|fact| match fact {
        Fact::PersonEntered { party } | Fact::OrganizationEntered { party, .. } => Some(*party),
        _ => None,
    });
    party.expect("somebody was entered")
}

fn done(answer: Answer) -> Done {
    match answer {
        Answer::Done(done) => done,
        other => panic!("not done: {other:?}"),
    }
}
