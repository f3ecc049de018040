//! Whatever is asked, in whatever order: the state that people saw is the one that the book gives.

use std::sync::Arc;

use proptest::prelude::*;
use rochdale_core::{
    command::{By, Command, Stance},
    values::{MembershipId, PartyId, ProposalId},
};
use rochdale_register::{Answer, Registrar, SetClock, verify};

use crate::{
    export::exported,
    support::{Scratch, admit, clock, draft, enter, enter_person, instant, request, slug, workshop},
};

fn command() -> impl Strategy<Value = Command> {
    let proposal = (1..4_u32).prop_map(ProposalId);
    prop_oneof![
        Just(enter_person("Bo")),
        Just(enter("Bakery")),
        (1..6_u32, prop_oneof!["worker-owner", "flying-member", "external-collaborator"])
            .prop_map(|(party, class)| admit(party, &class)),
        (2..6_u32).prop_map(|party| Command::ErasePerson { party: PartyId(party) }),
        Just(draft("pool-policy")),
        proposal.clone().prop_map(|proposal| Command::OpenProposal { proposal, closes: None }),
        (proposal.clone(), 1..4_u32).prop_map(|(proposal, membership)| Command::TakeStance {
            proposal,
            membership: MembershipId(membership),
            stance: Stance::Agree,
        }),
        proposal.prop_map(|proposal| Command::WithdrawProposal { proposal }),
    ]
}

/// Who asks, with which id (some come twice), how many seconds later, what.
fn asked() -> impl Strategy<Value = (By, u128, i64, Command)> {
    let by = prop_oneof![Just(By::Desk), (1..4_u32).prop_map(|party| By::Party(PartyId(party)))];
    (by, 10..60_u128, -5..50_i64, command())
}

/// The answers to a stream of requests, and the book that came of it.
async fn played(scratch: &Scratch, stream: &[(By, u128, i64, Command)]) -> (Vec<Answer>, Vec<u8>) {
    let clock: Arc<SetClock> = clock();
    let workshop = workshop(&scratch.database, &clock).await;
    let (mut answers, mut second) = (Vec::new(), 0);
    for (by, id, later, command) in stream {
        second += later;
        clock.set(instant(second));
        answers.push(workshop.submit(*by, request(*id), command.clone()).await);
    }
    let again = Registrar::open(scratch.database.clone(), &slug("workshop"), clock).await.unwrap();
    let shown = |registrar: &Registrar| format!("{:?} {:?}", registrar.head(), registrar.state());
    assert_eq!(shown(&workshop), shown(&again), "the state is the fold of the book");
    assert_eq!(verify(&scratch.database, &slug("workshop")).await.unwrap().head, workshop.head());
    (answers, exported(&scratch.database, "workshop", true).await)
}

proptest! {
    // Long streams rather than many: each begins by reading the bylaws.
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn the_state_is_the_fold_of_the_book(stream in proptest::collection::vec(asked(), 40..120)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let in_memory = played(&Scratch::memory().await, &stream).await;
            let in_file = played(&Scratch::sqlite().await, &stream).await;
            prop_assert_eq!(&in_memory.0, &in_file.0);
            prop_assert_eq!(in_memory.1, in_file.1);
            prop_assert!(in_file.0.iter().all(|answer| !matches!(answer, Answer::Fault(_))));
            Ok(())
        })?;
    }
}
