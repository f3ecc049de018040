//! Tests whose actors are people.

use jiff::civil::Date;
use rochdale_core::{
    command::{Command, Draft, Effect},
    membership::{Right, may},
    message::Argument,
    proposals::{Choice, Stage},
    refusal::Code,
    today::today,
    values::{PartyId, Slug},
};
use rochdale_testkit::{CoOp, agreed, coassembly, cooperate_connecticut, small};

#[test]
fn ana_proposes_a_van_and_bo_blocks_it() {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, chi] = co_op.members("worker-owner", ["Ana", "Bo", "Chi"]);
    co_op.on("2026-03-02");
    let van = ana.proposes("Buy a van", "major-asset");
    ana.agrees(van).done();
    bo.objects(van, "The old one still runs.").done();
    for day in ["2026-03-04", "2026-03-11", "2026-03-18"] {
        co_op.on(day);
        ana.closes_the_round(van).done();
        if day != "2026-03-18" {
            let refusal = ana.calls_a_vote(van, "2026-03-30T18:00").refused();
            assert_eq!(
                (refusal.code, refusal.cites.to_string().as_str()),
                (Code::RoundsMustBeComplete, "GOV-06(2)")
            );
            ana.opens_a_round(van).done();
        }
    }
    assert_eq!(ana.concludes(van).refused().code, Code::ConsensusMustHold);
    ana.calls_a_vote(van, "2026-03-26T18:00").done();
    ana.votes(van, Choice::For).done();
    chi.votes(van, Choice::For).done();
    bo.votes(van, Choice::Against).done();
    co_op.on("2026-03-27");
    let state = co_op.state();
    let (_, tally) = state.proposal(van).unwrap().decided.unwrap();
    assert_eq!((tally.carried, tally.in_favour, tally.base, tally.needed), (true, 2, 3, 2));
}

/// Whether an objection must give its reason is for the bylaws to say, and what they do not say nobody asks.
#[test]
fn an_objection_gives_its_reason_where_the_bylaws_ask_for_one() {
    let asked = small::Terms::default();
    let not_asked = small::Terms { reasons: false, ..asked };
    let mut silent = small::rulebook(&asked);
    let how = silent.0.get_mut("02-how.md").unwrap();
    how.truncate(how.find("## Objections").unwrap());
    for (bylaws, clause) in
        [(small::rulebook(&asked), Some("HOW-8")), (small::rulebook(&not_asked), None), (silent, None)]
    {
        let co_op = CoOp::founded(&bylaws);
        let [ana, bo] = co_op.members("owner", ["Ana", "Bo"]);
        let habit = ana.proposes("Tea at four", "habit");
        let answer = bo.objects(habit, " ");
        let Some(clause) = clause else {
            answer.done();
            ana.closes_the_round(habit).done();
            assert_eq!(ana.concludes(habit).refused().code, Code::ConsensusMustHold);
            continue;
        };
        let refusal = answer.refused();
        assert_eq!(
            (refusal.code, refusal.cites.to_string().as_str()),
            (Code::ObjectionMustHaveAReason, clause)
        );
        assert!(co_op.state().proposal(habit).unwrap().open_round().unwrap().stances.is_empty());
        bo.objects(habit, "I drink coffee.").done();
    }
}

#[test]
fn a_member_whose_removal_carries_is_out() {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, chi] = co_op.members("worker-owner", ["Ana", "Bo", "Chi"]);
    co_op.on("2026-03-02");
    let removal =
        ana.proposes_that("Chi leaves", "removal", Effect::EndMembership { membership: chi.membership() });
    // GOV-07: the one concerned does not decide, and need not be recused.
    assert_eq!(chi.agrees(removal).refused().code, Code::MembershipMustBeOnTheRoll);
    bo.agrees(removal).done();
    ana.closes_the_round(removal).done();
    ana.concludes(removal).done();
    let state = co_op.state();
    assert_eq!(state.proposal(removal).unwrap().stage, Stage::Decided);
    assert_eq!(state.membership(chi.membership()).unwrap().last_day(), Some(co_op.today()));
}

/// MEM-14 asks for the consent of all, where MEM-08 would let 2/3 decide.
#[test]
fn a_flying_member_is_removed_by_the_consent_of_all_and_not_like_others() {
    let co_op = CoOp::founded(&coassembly());
    let [ana] = co_op.members("worker-owner", ["Ana"]);
    let fay = co_op.person("Fay");
    let sections = ["participation", "information", "returns", "confidentiality", "exit"];
    co_op.desk(agreed(fay.party, "flying-agreement", &sections)).done();
    fay.is_admitted("flying-member").done();
    let effect = || Effect::EndMembership { membership: fay.membership() };
    ana.drafts("Fay leaves", "removal", effect()).done();
    let proposal = co_op.state().proposals().next_back().unwrap().id;
    let refusal = ana.asks(Command::OpenProposal { proposal, closes: None }).refused();
    assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::ClassMustMatch, "DISC-05"));
    let removal = ana.proposes_that("Fay leaves", "flying-removal", effect());
    assert_eq!(co_op.state().proposal(removal).unwrap().stage, Stage::InRound);
    assert_eq!(co_op.state().membership(fay.membership()).unwrap().last_day(), None);
}

#[test]
fn one_person_casts_two_ballots() {
    let co_op = CoOp::founded(&cooperate_connecticut());
    let [ana, dora] = co_op.members("cooperator", ["Ana", "Dora"]);
    let elm = co_op.organization("Elm City Co-op");
    elm.is_represented_by(&ana).done();
    elm.is_admitted("coop").done();
    co_op.at("2026-06-25T09:00");
    let library = dora.puts_to_the_vote("A tool library", "proposal", "2026-06-30T09:00");
    ana.votes(library, Choice::Against).done();
    ana.votes_for_membership(library, elm.membership(), Choice::For).done();
    co_op.at("2026-06-30T09:00");
    let (_, tally) = co_op.state().proposal(library).unwrap().decided.unwrap();
    assert_eq!((tally.carried, tally.in_favour, tally.against), (false, 1, 1));
}

/// An amendment that takes force while a vote is open changes the next votes and not this one.
#[test]
fn a_vote_keeps_the_edition_under_which_it_opened() {
    let two_thirds = small::Terms::default();
    let everybody = small::Terms { threshold: (1, 1), ..two_thirds };
    let next = small::edition(&everybody, 2, "2024-03-01");
    let co_op = CoOp::founded(&small::rulebook(&two_thirds));
    let [ana, bo, _chi] = co_op.members("owner", ["Ana", "Bo", "Chi"]);
    let carries =
        |proposal| co_op.state().proposal(proposal).unwrap().decided.map(|(_, tally)| tally.carried);
    let both_vote_for = |proposal| {
        ana.votes(proposal, Choice::For).done();
        bo.votes(proposal, Choice::For).done();
    };
    let effect = Effect::AdoptEdition { rulebook: next };
    let amendment = ana.puts_to_the_vote_that("All or nothing", "amendment", effect, "2024-01-20T12:00");
    both_vote_for(amendment);
    co_op.on("2024-02-27");
    assert_eq!(carries(amendment), Some(true));

    let before = ana.puts_to_the_vote("Buy a van", "purchase", "2024-03-05T12:00");
    both_vote_for(before);
    co_op.on("2024-03-02");
    let after = ana.puts_to_the_vote("Buy a trailer", "purchase", "2024-03-08T12:00");
    both_vote_for(after);
    co_op.on("2024-03-09");
    assert_eq!((carries(before), carries(after)), (Some(true), Some(false)));
}

#[test]
#[should_panic(expected = "refused: GOV-06(2) rounds_must_be_complete")]
fn what_is_refused_is_not_done() {
    let co_op = CoOp::founded(&coassembly());
    let [ana] = co_op.members("worker-owner", ["Ana"]);
    let van = ana.proposes("Buy a van", "major-asset");
    ana.calls_a_vote(van, "2026-03-26T18:00").done();
}

/// An associate votes on day-to-day matters in one of the two phases: who has the right names them too.
#[test]
fn a_right_of_a_phase_is_named_with_those_of_a_class() {
    let co_op = CoOp::founded(&coassembly());
    let fei = co_op.person("Fei");
    let sections = ["participation", "information", "returns", "confidentiality", "exit"];
    co_op.desk(agreed(fei.party, "flying-agreement", &sections)).done();
    fei.is_admitted("flying-member").done();
    let holders = |right, group: Option<&str>| {
        let (state, group) = (co_op.state(), group.map(Slug::new));
        let missing = may(&state, fei.membership(), right, group.as_ref(), co_op.today()).missing;
        let missing = missing.expect("a remedy");
        assert_eq!(missing.key.id, "classes-grant");
        missing.arguments
    };
    let class = |id: &str| Argument::Class(Slug::new(id));
    let both: Argument = vec![class("worker-owner"), class("associate")].into();
    assert_eq!(holders(Right::Vote, Some("day-to-day")), [both]);
    let one: Argument = vec![class("worker-owner")].into();
    assert_eq!(holders(Right::Vote, Some("major")), [one]);
}

#[test]
fn a_draft_whose_deadline_is_past_is_given_another() {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, _] = co_op.members("worker-owner", ["Ana", "Bo", "Chi"]);
    co_op.on("2026-03-02");
    let (title, text) = ("Buy a van".to_owned(), "A small one.".to_owned());
    let draft = Draft {
        title: title.clone(),
        text: text.clone(),
        matter: Slug::new("major-asset"),
        effect: Effect::Nothing,
        owner: Some(ana.party),
        deadline: Some(co_op.today()),
    };
    let past = Draft { deadline: Some(co_op.today().yesterday().unwrap()), ..draft.clone() };
    assert_eq!(ana.asks(Command::DraftProposal(past)).malformed().field, "deadline");
    ana.asks(Command::DraftProposal(draft)).done();
    let proposal = co_op.state().proposals().next_back().unwrap().id;
    let open = || ana.asks(Command::OpenProposal { proposal, closes: None });
    assert_eq!(open().refused().code, Code::DeadlineMustBeSet);
    let revise = |owner: Option<PartyId>, deadline: Option<&str>| {
        let deadline = deadline.map(|day| day.parse().unwrap());
        let (title, text) = (title.clone(), text.clone());
        ana.asks(Command::ReviseProposal { proposal, title, text, owner, deadline })
    };
    let carries = || {
        let draft = co_op.state().proposal(proposal).unwrap().draft.clone();
        (draft.owner, draft.deadline.map(|day| day.to_string()))
    };
    assert_eq!(revise(Some(PartyId(99)), None).malformed().field, "owner");
    assert_eq!(revise(None, Some("2020-01-01")).malformed().field, "deadline");
    revise(None, None).done();
    assert_eq!((carries(), open().refused().code), ((None, None), Code::OwnerMustBeNamed));
    revise(Some(bo.party), Some("2026-06-01")).done();
    assert_eq!(carries(), (Some(bo.party), Some("2026-06-01".to_owned())));
    open().done();
    // Between rounds both change too, and stay on record.
    bo.objects(proposal, "The old one still runs.").done();
    ana.closes_the_round(proposal).done();
    assert_eq!(revise(None, Some("2026-06-01")).refused().code, Code::OwnerMustBeNamed);
    assert_eq!(revise(Some(bo.party), Some("2026-03-02")).refused().code, Code::DeadlineMustBeSet);
    revise(Some(ana.party), Some("2026-07-01")).done();
    assert_eq!(carries(), (Some(ana.party), Some("2026-07-01".to_owned())));
    // What is as it was is not asked anew, though its day is over by now.
    co_op.on("2026-07-02");
    revise(Some(ana.party), Some("2026-07-01")).done();
}

/// Where no office has a power, the clause on the offices leaves it to none; where the bylaws say how long data are kept,
/// that one speaks of erasing.
#[test]
fn what_no_office_may_do_is_refused_by_the_clause_that_leaves_it_out() {
    let refused = |power: &str, command: fn(PartyId) -> Command| {
        let mut files = coassembly();
        let chapter = files.0.get_mut("03-governance.md").expect("the chapter on governance");
        *chapter = chapter.replace(&format!("\"{power}\", "), "");
        let co_op = CoOp::founded(&files);
        let [ana, bo] = co_op.members("worker-owner", ["Ana", "Bo"]);
        let refusal = ana.asks(command(bo.party)).refused();
        (refusal.code, refusal.cites.to_string())
    };
    let enter = |_| Command::EnterOrganization { name: "Elm City".to_owned(), place: None };
    assert_eq!(refused("keep-members", enter), (Code::DeskMustRecord, "GOV-03".to_owned()));
    let erase = |party| Command::ErasePerson { party };
    assert_eq!(refused("protect-data", erase), (Code::DeskMustRecord, "FIN-05".to_owned()));
}

/// A phase and an application that would come after somebody's last day do not come.
#[test]
fn nothing_is_promised_for_days_after_the_last() {
    let co_op = CoOp::founded(&coassembly());
    let [hana] = co_op.members("associate", ["Hana"]);
    let days =
        || today(&co_op.state(), hana.party, co_op.now()).next.iter().map(|one| one.day).collect::<Vec<_>>();
    let last: Date = "2024-04-30".parse().unwrap();
    assert!(days().iter().filter(|day| **day > last).count() >= 2, "{:?}", days());
    hana.asks(Command::GiveNotice { membership: hana.membership(), on: last }).done();
    assert_eq!(days(), [last]);
}
