//! What follows from a request, and what time alone brings about.

use futures_util::future::join;
use jiff::ToSpan;
use rochdale_core::{
    command::{By, Command},
    fact::Fact,
    values::{PartyId, ProposalId},
};
use rochdale_register::{Answer, Registrar, verify};

use crate::support::{
    Scratch, clock, done, draft, instant, network, on_every_database, request, slug, workshop,
};

const ME: By = By::Party(PartyId(1));
const FIRST: ProposalId = ProposalId(1);

on_every_database! {
    async fn what_follows_from_a_request_stands_beside_it(scratch: &Scratch) {
        let clock = clock();
        let workshop = workshop(&scratch.database, &clock).await;
        done(workshop.submit(ME, request(4), draft("pool-policy")).await);
        let open = Command::OpenProposal { proposal: FIRST, closes: None };

        let opened = done(workshop.submit(ME, request(5), open.clone()).await);

        assert_eq!(opened.heights, 5..7);
        assert!(matches!(opened.facts[0], Fact::ProposalOpened { proposal: FIRST, .. }));
        assert_eq!(opened.facts[1], Fact::RoundOpened { proposal: FIRST, round: 1 });
        let entries = scratch.database.stretch(&slug("workshop"), 5, 6).await.unwrap();
        assert!(entries.iter().all(|entry| entry.request == request(5) && entry.at == opened.at));
        let again = Registrar::open(scratch.database.clone(), &slug("workshop"), clock).await.unwrap();
        assert_eq!(done(again.submit(ME, request(5), open).await), opened);
    }

    async fn a_vote_closes_when_its_time_has_come(scratch: &Scratch) {
        let clock = clock();
        let here = network(&scratch.database, &clock).await;
        done(here.submit(ME, request(4), draft("proposal")).await);
        let closes = instant(0) + (24 * 10).hours();
        done(here.submit(ME, request(5), Command::OpenProposal { proposal: FIRST, closes: Some(closes) }).await);
        let there = Registrar::open(scratch.database.clone(), &slug("network"), clock.clone()).await.unwrap();

        clock.set(closes - 1.microsecond());
        assert_eq!(here.tick().await.unwrap(), []);
        assert_eq!(here.head().height, 5);

        clock.set(closes + 1.hour());
        let (one, other) = join(here.tick(), there.tick()).await;
        let answers: Vec<Answer> = [one.unwrap(), other.unwrap()].concat();
        assert!(answers.iter().all(|answer| *answer == answers[0]), "both programs get the same answer: {answers:?}");
        let decided = done(answers[0].clone());
        assert_eq!((decided.heights.clone(), decided.at), (6..7, closes + 1.hour()));
        assert!(matches!(decided.facts[..], [Fact::ProposalDecided { proposal: FIRST, .. }]));

        assert_eq!(here.tick().await.unwrap(), []);
        let entry = scratch.database.stretch(&slug("network"), 6, 6).await.unwrap().remove(0);
        assert_eq!(entry.by, By::Clock);
        assert_eq!(verify(&scratch.database, &slug("network")).await.unwrap().head.height, 6);
    }
}
