//! A flying member leaves by MEM-14, which asks for the consent of all, and not by MEM-08.

mod shipped;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rochdale_core::{
    apply::apply,
    command::{By, Command, Draft, Effect, Request},
    decide::{Decided, Denied, decide},
    fact::Happened,
    personal::Personal,
    refusal::Code,
    state::State,
    values::{MembershipId, PartyId, ProposalId, RequestId, Slug},
};
use shipped::shipped;

const ANA: PartyId = PartyId(1);
const FAY: PartyId = PartyId(2);
const FAYS_MEMBERSHIP: MembershipId = MembershipId(2);

/// A book in which every request is made at the same instant.
struct Book {
    state: State,
    requests: u128,
}

impl Book {
    fn ask(&mut self, by: By, command: Command) -> Decided {
        self.requests += 1;
        let at: Timestamp = "2024-01-01T04:00:00Z".parse().expect("an instant");
        let id = RequestId(uuid::Uuid::from_u128(self.requests));
        let facts = decide(&self.state, &Request { id, by, at, command })?;
        for recorded in facts.clone() {
            apply(&mut self.state, &Happened { at, by, recorded });
        }
        Ok(facts)
    }

    fn done(&mut self, by: By, command: Command) {
        if let Err(denied) = self.ask(by, command) {
            panic!("{denied:?}");
        }
    }
}

/// CoAssembly with the worker-owner Ana and the flying member Fay.
fn ana_and_fay() -> Book {
    let mut book = Book { state: State::default(), requests: 0 };
    book.done(By::Desk, Command::Found { handle: Slug::new("coassembly"), rulebook: shipped("coassembly") });
    for name in ["Ana", "Fay"] {
        let salt = "sixteen characters".to_owned();
        let details = Personal { name: name.to_owned(), email: None, place: None, salt };
        book.done(By::Desk, Command::EnterPerson { details });
    }
    let sections: BTreeMap<Slug, String> =
        ["participation", "information", "returns", "confidentiality", "exit"]
            .map(|section| (Slug::new(section), "As agreed.".to_owned()))
            .into();
    let agreement = Slug::new("flying-agreement");
    book.done(By::Desk, Command::RecordAgreement { party: FAY, agreement, sections });
    for (party, class) in [(ANA, "worker-owner"), (FAY, "flying-member")] {
        let (class, basis) = (Slug::new(class), "opening roll".to_owned());
        let since = "2024-01-01".parse().expect("a day");
        book.done(By::Desk, Command::AdmitMember { party, class, kind: None, since, basis });
    }
    book
}

/// Ana drafts and opens the removal of Fay as a matter of this kind.
fn open(book: &mut Book, matter: &str) -> Decided {
    let ana = By::Party(ANA);
    let drafted = book.ask(
        ana,
        Command::DraftProposal(Draft {
            title: "Fay leaves".to_owned(),
            text: "For a serious breach of confidentiality.".to_owned(),
            matter: Slug::new(matter),
            effect: Effect::EndMembership { membership: FAYS_MEMBERSHIP },
            owner: Some(ANA),
            deadline: Some("2024-06-30".parse().expect("a day")),
        }),
    )?;
    assert_eq!(drafted.len(), 1);
    book.ask(ana, Command::OpenProposal { proposal: ProposalId(1), closes: None })
}

#[test]
fn a_flying_member_is_not_removed_like_others() {
    let mut book = ana_and_fay();
    match open(&mut book, "removal") {
        Err(Denied::Refused(refusal)) => {
            assert_eq!(
                (refusal.code, refusal.cites.to_string()),
                (Code::ClassMustMatch, "MEM-08(2)".to_owned())
            );
        }
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_flying_member_is_removed_by_the_consent_of_all() {
    let mut book = ana_and_fay();
    open(&mut book, "flying-removal").expect("MEM-14 allows it");
}
