//! Adopting an edition: what can come next, and what cannot any more.

use jiff::civil::Date;
use rochdale_core::{
    command::{Command, Effect},
    message::Message,
    messages as say,
    proposals::{Choice, Stage},
    refusal::Code,
    rulebook::Bundle,
    values::ProposalId,
};
use rochdale_testkit::{CoOp, Person, small};

/// The small rulebook as an edition of this number, in force from this day.
fn edition(number: u32, from: &str) -> Bundle {
    small::edition(&small::Terms::default(), number, from)
}

fn begun() -> (CoOp, [Person; 3]) {
    let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
    let people = co_op.members("owner", ["Ana", "Bo", "Chi"]);
    (co_op, people)
}

fn draft(co_op: &CoOp, by: &Person, rulebook: Bundle) -> ProposalId {
    by.drafts("New words", "amendment", Effect::AdoptEdition { rulebook }).done();
    co_op.state().proposals().next_back().unwrap().id
}

/// Why an amendment that adopts this edition cannot be opened for a vote until this day.
fn refused(co_op: &CoOp, by: &Person, rulebook: Bundle, closes: &str) -> Message {
    let proposal = draft(co_op, by, rulebook);
    let closes = Some(co_op.instant(&format!("{closes}T12:00")));
    let refusal = by.asks(Command::OpenProposal { proposal, closes }).refused();
    assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::EditionMustBeSound, "HOW-6(4)"));
    assert_eq!(co_op.state().proposal(proposal).unwrap().stage, Stage::Draft);
    refusal.because[0].says.clone()
}

/// Has an amendment carry whose vote closes on this day.
fn carried(co_op: &CoOp, by: &[Person], rulebook: Bundle, closes: &str) {
    let effect = Effect::AdoptEdition { rulebook };
    let proposal = by[0].puts_to_the_vote_that("New words", "amendment", effect, &format!("{closes}T12:00"));
    for voter in by {
        voter.votes(proposal, Choice::For).done();
    }
    co_op.on(closes);
    assert!(co_op.state().proposal(proposal).unwrap().decided.unwrap().1.carried);
}

#[test]
fn an_edition_comes_next_or_is_refused_with_the_reason() {
    let (co_op, people) = begun();
    let [ana, ..] = &people;
    co_op.on("2024-02-01");
    let mut another = edition(2, "2024-06-01");
    let front = another.0.get_mut("00-front.md").unwrap();
    *front = front.replace("id = \"small\"", "id = \"tiny\"");
    assert_eq!(
        refused(&co_op, ana, another, "2024-03-01"),
        say::EDITION_IS_OF_ANOTHER_CO_OP.with(["tiny".into()])
    );
    for number in [1, 3] {
        assert_eq!(
            refused(&co_op, ana, edition(number, "2024-06-01"), "2024-03-01"),
            say::EDITION_NUMBER_IS_NOT_NEXT.with([number.into(), 2u32.into()])
        );
    }
    for from in ["2023-01-01", "2024-01-01", "2024-02-01"] {
        assert_eq!(
            refused(&co_op, ana, edition(2, from), "2024-03-01"),
            say::EDITION_IN_FORCE_TOO_EARLY.with([from.parse::<Date>().unwrap().into()])
        );
    }
    carried(&co_op, &people, edition(2, "2024-06-01"), "2024-03-01");
    for from in ["2024-05-01", "2024-06-01"] {
        let days = [from, "2024-06-01"].map(|day| day.parse::<Date>().unwrap().into());
        assert_eq!(
            refused(&co_op, ana, edition(3, from), "2024-04-01"),
            say::EDITION_IN_FORCE_BEFORE_ANOTHER.with(days)
        );
    }
    carried(&co_op, &people, edition(3, "2024-06-02"), "2024-04-01");
    let adopted: Vec<u32> = co_op.state().editions().map(|(_, edition)| edition.front.edition).collect();
    assert_eq!(adopted, [1, 2, 3]);
}

#[test]
fn no_vote_ends_after_the_edition_takes_force() {
    let (co_op, people) = begun();
    let [ana, ..] = &people;
    co_op.on("2024-02-01");
    let from: Date = "2024-03-01".parse().unwrap();
    let closes = co_op.instant("2024-03-01T12:00");
    assert_eq!(
        refused(&co_op, ana, edition(2, "2024-03-01"), "2024-03-01"),
        say::EDITION_IN_FORCE_BEFORE_THE_CLOSE.with([from.into(), closes.into()])
    );
    carried(&co_op, &people, edition(2, "2024-03-01"), "2024-02-29");
    assert_eq!(co_op.state().rulebook_on(from).unwrap().front.edition, 2);
}

#[test]
fn nor_does_a_vote_that_replaces_consensus() {
    let mut files = small::rulebook(&small::Terms::default());
    let how = files.0.get_mut("02-how.md").unwrap();
    *how = how.replace(
        "decision = \"ballot\", effect = \"adopt-edition\"",
        "decision = \"consensus\", effect = \"adopt-edition\"",
    );
    let co_op = CoOp::founded(&files);
    let [ana, bo] = co_op.members("owner", ["Ana", "Bo"]);
    co_op.on("2024-02-01");
    let effect = Effect::AdoptEdition { rulebook: edition(2, "2024-03-01") };
    let proposal = ana.proposes_that("New words", "amendment", effect);
    bo.objects(proposal, "The old ones will do.").done();
    for _ in 1..3 {
        ana.closes_the_round(proposal).done();
        ana.opens_a_round(proposal).done();
    }
    ana.closes_the_round(proposal).done();
    let refusal = ana.calls_a_vote(proposal, "2024-03-01T12:00").refused();
    assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::EditionMustBeSound, "HOW-6(4)"));
    assert_eq!(co_op.state().proposal(proposal).unwrap().stage, Stage::BetweenRounds);
    ana.calls_a_vote(proposal, "2024-02-28T12:00").done();
}

/// Two amendments that are both meant to be the next edition: the one that carries first is, and the
/// other resolution stands without taking its place.
#[test]
fn of_two_next_editions_the_first_to_carry_is_adopted() {
    let (co_op, people) = begun();
    let [ana, bo, chi] = &people;
    co_op.on("2024-02-01");
    let both =
        [("2024-06-01", "2024-03-02T12:00"), ("2024-05-01", "2024-03-01T12:00")].map(|(from, closes)| {
            let effect = Effect::AdoptEdition { rulebook: edition(2, from) };
            ana.puts_to_the_vote_that("New words", "amendment", effect, closes)
        });
    for proposal in both {
        for voter in [ana, bo, chi] {
            voter.votes(proposal, Choice::For).done();
        }
    }
    co_op.at("2024-03-01T12:00");
    co_op.at("2024-03-02T12:00");
    let state = co_op.state();
    for proposal in both {
        assert!(state.proposal(proposal).unwrap().resolution.is_some());
    }
    let adopted: Vec<(String, u32)> =
        state.editions().map(|(day, edition)| (day.to_string(), edition.front.edition)).collect();
    assert_eq!(adopted, [("2024-01-01".to_owned(), 1), ("2024-05-01".to_owned(), 2)]);
}
