//! Who may act for an organization at any time, and its one vote whoever of them casts it.

use jiff::civil::Date;
use rochdale_core::{
    command::Command,
    fact::Fact,
    membership::{ActsAs, held_by, who_acts_for},
    messages as say,
    proposals::Choice,
    refusal::Code,
    rulebook::Bundle,
    values::{PartyId, ProposalId, Slug},
};
use rochdale_testkit::{CoOp, Organization, Person, small};

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

struct Begun {
    co_op: CoOp,
    ana: Person,
    oak: Organization,
    gus: Person,
    cleo: Person,
    purchase: ProposalId,
}

/// Gus is the official representative of the Oak Circle and Cleo its alternate, on 1 February.
fn begun(bylaws: &Bundle) -> Begun {
    let co_op = CoOp::founded(bylaws);
    let [ana] = co_op.members("owner", ["Ana"]);
    let (oak, gus, cleo) = (co_op.organization("Oak Circle"), co_op.person("Gus"), co_op.person("Cleo"));
    oak.is_represented_by(&gus).done();
    oak.has_alternate(&cleo).done();
    oak.is_admitted("circle").done();
    co_op.on("2024-02-01");
    let purchase = ana.puts_to_the_vote("A kettle", "purchase", "2024-02-20T12:00");
    Begun { co_op, ana, oak, gus, cleo, purchase }
}

fn small_bylaws() -> Bundle {
    small::rulebook(&small::Terms::default())
}

/// The same bylaws without a word on alternates.
fn silent_bylaws() -> Bundle {
    let mut bylaws = small_bylaws();
    let who = bylaws.0.get_mut("01-who.md").unwrap();
    let begins = who.find("```toml rule\nkind = \"alternates\"").unwrap();
    let ends = begins + 3 + who[begins + 3..].find("```").unwrap() + 3;
    who.replace_range(begins..ends, "");
    bylaws
}

fn acting(begun: &Begun, on: &str) -> Vec<(PartyId, ActsAs)> {
    let state = begun.co_op.state();
    who_acts_for(&state, state.party(begun.oak.party).unwrap(), day(on))
}

#[test]
fn two_who_act_have_one_vote_and_the_later_ballot_counts() {
    let begun = begun(&small_bylaws());
    let membership = begun.oak.membership();
    begun.cleo.votes_for_membership(begun.purchase, membership, Choice::For).done();
    begun.gus.votes_for_membership(begun.purchase, membership, Choice::Against).done();
    begun.ana.votes(begun.purchase, Choice::For).done();
    begun.cleo.votes_for_membership(begun.purchase, membership, Choice::For).done();
    let state = begun.co_op.state();
    let vote = state.proposal(begun.purchase).unwrap().vote.clone().unwrap();
    assert_eq!(vote.ballots.len(), 2, "one of Ana's and one of the circle's");
    assert_eq!(
        (vote.ballots[&membership].person, vote.ballots[&membership].choice),
        (begun.cleo.party, Choice::For)
    );
    begun.co_op.on("2024-02-21");
    let (_, tally) = begun.co_op.state().proposal(begun.purchase).unwrap().decided.unwrap();
    assert_eq!((tally.base, tally.in_favour, tally.against), (2, 2, 0));
}

#[test]
fn where_the_bylaws_are_silent_an_alternate_waits() {
    let begun = begun(&silent_bylaws());
    let answer = begun.cleo.votes_for_membership(begun.purchase, begun.oak.membership(), Choice::For);
    let refusal = answer.refused();
    assert_eq!(refusal.code, Code::VoteMustBeHeld);
    let why: Vec<_> = refusal.because[0].of.iter().map(|finding| finding.says.key.id).collect();
    assert_eq!(why, [say::IS_ALTERNATE_OF.id, say::ALTERNATES_DO_NOT_ACT.id]);
    assert_eq!(acting(&begun, "2024-02-01"), [(begun.gus.party, ActsAs::Representative)]);
    assert_eq!(held_by(&begun.co_op.state(), begun.cleo.party, day("2024-02-01")).count(), 0);
}

#[test]
fn a_hand_over_leaves_no_day_without_and_none_with_two() {
    let begun = begun(&small_bylaws());
    let ben = begun.co_op.person("Ben");
    let facts = begun.oak.is_handed_over_to(&ben, day("2024-02-10")).done();
    let (organization, person) = (begun.oak.party, begun.gus.party);
    let ended = Fact::RepresentationEnded { organization, person, on: day("2024-02-09") };
    let named = Fact::RepresentativeNamed { organization, person: ben.party, from: day("2024-02-10") };
    assert_eq!(facts, [ended, named]);
    let state = begun.co_op.state();
    let oak = state.party(begun.oak.party).unwrap();
    for (on, who) in [("2024-02-09", begun.gus.party), ("2024-02-10", ben.party)] {
        assert_eq!(oak.representative_on(day(on)), Some(who), "{on}");
        let expected = [(who, ActsAs::Representative), (begun.cleo.party, ActsAs::Alternate)];
        assert_eq!(acting(&begun, on), expected, "{on}");
    }
    // A second one for the same days is a third person, and nobody is handed over to twice.
    let again = begun.oak.is_handed_over_to(&begun.cleo, day("2024-02-05")).refused();
    assert_eq!(again.code, Code::RepresentativeMustBeSingle);
    assert_eq!(begun.oak.is_handed_over_to(&ben, day("2024-02-20")).malformed().field, "person");
}

#[test]
fn an_alternate_who_takes_over_is_not_both() {
    let begun = begun(&small_bylaws());
    begun.co_op.on("2024-02-05");
    begun.oak.is_handed_over_to(&begun.cleo, day("2024-02-06")).done();
    assert_eq!(acting(&begun, "2024-02-06"), [(begun.cleo.party, ActsAs::Representative)]);
    assert_eq!(acting(&begun, "2024-02-05").len(), 2);
    assert_eq!(begun.oak.has_alternate(&begun.cleo).malformed().field, "person");
    begun.oak.has_alternate(&begun.gus).malformed();
    begun.co_op.on("2024-02-06");
    begun.oak.has_alternate(&begun.gus).done();
    assert_eq!(acting(&begun, "2024-02-06").len(), 2);
}

/// Recorded on the 15th for days on which somebody acted: the book contradicts itself nowhere.
#[test]
fn a_hand_over_is_not_for_days_on_which_the_one_before_acted() {
    let begun = begun(&small_bylaws());
    let ben = begun.co_op.person("Ben");
    begun.co_op.on("2024-02-10");
    begun.gus.votes_for_membership(begun.purchase, begun.oak.membership(), Choice::For).done();
    begun.co_op.on("2024-02-15");
    let before = begun.co_op.state();
    let malformed = begun.oak.is_handed_over_to(&ben, day("2024-02-10")).malformed();
    assert_eq!((malformed.field, malformed.says.key.id), ("from", say::DAY_CONTRADICTS_BALLOT.id));
    assert_eq!(begun.co_op.state(), before);
    begun.oak.is_handed_over_to(&ben, day("2024-02-11")).done();
}

/// What an alternate did stands, whoever was the official representative on that day; what only the official
/// representative does would not.
#[test]
fn what_an_alternate_did_stands_beside_a_late_naming() {
    let begun = begun(&small_bylaws());
    let ben = begun.co_op.person("Ben");
    begun.oak.is_represented_until(&begun.gus, day("2024-02-05")).done();
    begun.co_op.on("2024-02-10");
    begun.cleo.votes_for_membership(begun.purchase, begun.oak.membership(), Choice::For).done();
    begun.co_op.on("2024-02-15");
    let until = begun.oak.is_represented_until(&begun.cleo, day("2024-02-09")).malformed();
    assert_eq!(until.says.key.id, say::DAY_CONTRADICTS_BALLOT.id);
    begun.oak.is_represented_from(&ben, day("2024-02-06")).done();
}

#[test]
fn only_the_official_representative_commits_the_organization_or_hands_over() {
    let begun = begun(&small_bylaws());
    let (document, text) = (Slug::new("values"), "What we hold dear.".to_owned());
    let in_force_from = begun.co_op.today();
    begun.co_op.desk(Command::PublishDocument { document, text, in_force_from }).done();
    let (party, document) = (begun.oak.party, Slug::new("values"));
    let commits = || Command::AcknowledgeDocument { party, document: document.clone(), version: 1 };
    assert_eq!(begun.cleo.asks(commits()).refused().code, Code::VoteMustBeHeld);
    begun.gus.asks(commits()).done();
    let ben = begun.co_op.person("Ben");
    let (organization, person, from) = (party, ben.party, day("2024-02-10"));
    for command in [
        Command::HandOverRepresentation { organization, person, from },
        Command::NameAlternate { organization, person, from },
        Command::EndRepresentation { organization, person: begun.gus.party, on: from },
        Command::NameRepresentative { organization, person, from },
    ] {
        let refusal = begun.cleo.asks(command.clone()).refused();
        assert!([Code::PowerMustBeHeld, Code::DeskMustRecord].contains(&refusal.code), "{command:?}");
        assert_ne!(begun.ana.asks(command).refused().code, Code::RepresentativeMustBeSingle);
    }
    begun.gus.asks(Command::HandOverRepresentation { organization, person, from }).done();
}

/// A person may hold their own vote and those of two organizations: three ballots.
#[test]
fn one_person_holds_several_votes_apart() {
    let begun = begun(&small_bylaws());
    let elm = begun.co_op.organization("Elm Circle");
    elm.is_represented_by(&begun.ana).done();
    elm.is_admitted("circle").done();
    begun.oak.has_alternate(&begun.ana).done();
    let tea = begun.ana.puts_to_the_vote("Tea", "purchase", "2024-02-20T12:00");
    let held: Vec<_> = held_by(&begun.co_op.state(), begun.ana.party, begun.co_op.today()).collect();
    assert_eq!(held.len(), 3);
    for (membership, choice) in held.iter().zip([Choice::For, Choice::Against, Choice::Abstain]) {
        begun.ana.votes_for_membership(tea, *membership, choice).done();
    }
    let state = begun.co_op.state();
    assert_eq!(state.proposal(tea).unwrap().vote.as_ref().unwrap().ballots.len(), 3);
}

/// What has ended is not to be ended: who acted then is told with their last day.
#[test]
fn nobody_is_named_for_days_on_which_another_acted() {
    let begun = begun(&small_bylaws());
    begun.co_op.on("2024-03-01");
    begun.oak.is_represented_until(&begun.gus, day("2024-02-10")).done();
    let refusal = begun.oak.is_represented_from(&begun.ana, day("2024-02-10")).refused();
    assert_eq!(refusal.code, Code::RepresentativeMustBeSingle);
    assert_eq!(refusal.remedy, say::NAME_FROM_A_LATER_DAY.with([day("2024-02-10").into()]));
    begun.oak.is_represented_from(&begun.ana, day("2024-02-11")).done();
    let refusal = begun.oak.is_represented_from(&begun.gus, day("2024-03-01")).refused();
    assert_eq!(refusal.remedy, say::END_THE_REPRESENTATION_FIRST.with([begun.ana.party.into()]));
}
