//! Entries about days in the past: the desk records late, and the book contradicts itself nowhere
//! (docs/adr/0010).

mod leaving;
mod property;

use jiff::civil::Date;
use rochdale_core::{
    command::{By, Command, Effect, Request, Stance},
    decide::{Denied, decide},
    fact::{Fact, Happened},
    message::{Argument, Key},
    messages as say,
    proposals::Choice,
    refusal::{Code, Malformed},
    values::{ProposalId, RequestId, Slug},
};
use rochdale_testkit::{CoOp, Organization, Person, agreed, history::fold, small};

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

/// A small co-op on 1 February, with a habit in its first round and a purchase in a vote until the 20th.
struct Begun {
    co_op: CoOp,
    ana: Person,
    bo: Person,
    oak: Organization,
    gus: Person,
    habit: ProposalId,
    purchase: ProposalId,
}

/// Gus is in no membership and acts for the Oak Circle.
fn begun() -> Begun {
    let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
    let [ana, bo] = co_op.members("owner", ["Ana", "Bo"]);
    let (oak, gus) = (co_op.organization("Oak Circle"), co_op.person("Gus"));
    oak.is_represented_by(&gus).done();
    oak.is_admitted("circle").done();
    let (document, text) = (Slug::new("values"), "What we hold dear.".to_owned());
    let in_force_from = co_op.today();
    co_op.desk(Command::PublishDocument { document, text, in_force_from }).done();
    co_op.on("2024-02-01");
    let habit = ana.proposes("Tea at four", "habit");
    let purchase = ana.puts_to_the_vote("A kettle", "purchase", "2024-02-20T12:00");
    Begun { co_op, ana, bo, oak, gus, habit, purchase }
}

/// It is turned away because of what was done on a day.
#[track_caller]
fn is_against(malformed: &Malformed, field: &str, key: &'static Key, on: &str) {
    assert_eq!((malformed.field, malformed.says.key.id), (field, key.id));
    assert_eq!(malformed.says.arguments[0], Argument::from(day(on)));
}

/// What somebody does, on 10 February, and what the book then says about it.
type Done = (&'static Key, fn(&Begun));

/// What Bo does for herself.
const OF_BO: &[Done] = &[
    (&say::DAY_CONTRADICTS_STANCE, |begun| {
        begun.bo.agrees(begun.habit).done();
    }),
    (&say::DAY_CONTRADICTS_BALLOT, |begun| {
        begun.bo.votes(begun.purchase, Choice::For).done();
    }),
    (&say::DAY_CONTRADICTS_DISCLOSURE, |begun| {
        begun.bo.recuses(begun.habit, "I sell tea.").done();
    }),
    (&say::DAY_CONTRADICTS_OPENING, |begun| {
        begun.bo.proposes("Coffee at five", "habit");
    }),
    (&say::DAY_CONTRADICTS_ACKNOWLEDGEMENT, |begun| {
        let (party, document) = (begun.bo.party, Slug::new("values"));
        begun.bo.asks(Command::AcknowledgeDocument { party, document, version: 1 }).done();
    }),
    (&say::DAY_CONTRADICTS_AGREEMENT, |begun| {
        begun.co_op.desk(agreed(begun.bo.party, "friendship", &["help", "leave"])).done();
    }),
    (&say::DAY_CONTRADICTS_CAPITAL, |begun| {
        let membership = begun.bo.membership();
        begun.co_op.desk(Command::RecordCapital { membership }).done();
    }),
];

/// What Gus does for the Oak Circle.
const OF_GUS: &[Done] = &[
    (&say::DAY_CONTRADICTS_STANCE, |begun| {
        let (proposal, membership) = (begun.habit, begun.oak.membership());
        begun.gus.asks(Command::TakeStance { proposal, membership, stance: Stance::Agree }).done();
    }),
    (&say::DAY_CONTRADICTS_BALLOT, |begun| {
        begun.gus.votes_for_membership(begun.purchase, begun.oak.membership(), Choice::For).done();
    }),
    (&say::DAY_CONTRADICTS_DISCLOSURE, |begun| {
        let (proposal, membership) = (begun.habit, begun.oak.membership());
        let interest = "Oak sells tea.".to_owned();
        let command = Command::DiscloseInterest { proposal, membership, interest, recuse: false };
        begun.gus.asks(command).done();
    }),
    (&say::DAY_CONTRADICTS_OPENING, |begun| {
        begun.gus.proposes("Coffee at five", "habit");
    }),
    (&say::DAY_CONTRADICTS_ACKNOWLEDGEMENT, |begun| {
        let (party, document) = (begun.oak.party, Slug::new("values"));
        begun.gus.asks(Command::AcknowledgeDocument { party, document, version: 1 }).done();
    }),
];

#[test]
fn a_membership_does_not_end_before_what_was_done_for_it() {
    for (key, act) in OF_BO {
        let begun = begun();
        begun.co_op.on("2024-02-10");
        act(&begun);
        begun.co_op.on("2024-02-15");
        let before = begun.co_op.state();
        is_against(&begun.bo.leaves_on(day("2024-02-09")).malformed(), "on", key, "2024-02-10");
        assert_eq!(begun.co_op.state(), before);
        begun.bo.leaves_on(day("2024-02-10")).done();
        assert_eq!(last_day(&begun.co_op, &begun.bo), Some(day("2024-02-10")));
    }
    for (key, act) in OF_GUS {
        let begun = begun();
        begun.co_op.on("2024-02-10");
        act(&begun);
        begun.co_op.on("2024-02-15");
        is_against(&begun.oak.leaves_on(day("2024-02-09")).malformed(), "on", key, "2024-02-10");
        begun.oak.leaves_on(day("2024-02-10")).done();
    }
}

fn last_day(co_op: &CoOp, person: &Person) -> Option<Date> {
    co_op.state().membership(person.membership()).unwrap().last_day()
}

#[test]
fn a_membership_does_not_end_before_it_changed_its_class() {
    let begun = begun();
    let eli = begun.co_op.person("Eli");
    let (class, basis) = (Slug::new("trainee"), "opening roll".to_owned());
    let (party, since) = (eli.party, day("2023-01-01"));
    begun.co_op.desk(Command::AdmitMember { party, class, kind: None, since, basis }).done();
    let membership = eli.membership();
    begun.co_op.desk(Command::RecordCapital { membership }).done();
    let effect = Effect::ChangeClass { membership };
    let promotion = begun.ana.puts_to_the_vote_that("Eli", "promotion", effect, "2024-02-10T12:00");
    for voter in [&begun.ana, &begun.bo] {
        voter.votes(promotion, Choice::For).done();
    }
    begun.gus.votes_for_membership(promotion, begun.oak.membership(), Choice::For).done();
    begun.co_op.on("2024-02-10");
    assert_eq!(begun.co_op.state().membership(membership).unwrap().classes.len(), 2);
    begun.co_op.on("2024-02-15");
    let malformed = eli.leaves_on(day("2024-02-09")).malformed();
    is_against(&malformed, "on", &say::DAY_CONTRADICTS_CLASS, "2024-02-10");
    eli.leaves_on(day("2024-02-10")).done();
}

/// The last of several acts is named: the day from which an end can be.
#[test]
fn the_last_act_is_the_one_that_is_named() {
    let begun = begun();
    for (on, act) in [("2024-02-05", OF_BO[0].1), ("2024-02-12", OF_BO[1].1), ("2024-02-08", OF_BO[6].1)] {
        if on != "2024-02-08" {
            begun.co_op.on(on);
        }
        act(&begun);
    }
    begun.co_op.on("2024-02-15");
    let malformed = begun.bo.leaves_on(day("2024-02-02")).malformed();
    assert_eq!(malformed.says.arguments[0], Argument::from(day("2024-02-12")));
}

#[test]
fn a_representation_does_not_end_before_what_the_person_did() {
    for (key, act) in OF_GUS {
        let begun = begun();
        begun.co_op.on("2024-02-10");
        act(&begun);
        begun.co_op.on("2024-02-15");
        let before = begun.co_op.state();
        let malformed = begun.oak.is_represented_until(&begun.gus, day("2024-02-09")).malformed();
        is_against(&malformed, "on", key, "2024-02-10");
        assert_eq!(begun.co_op.state(), before);
        begun.oak.is_represented_until(&begun.gus, day("2024-02-10")).done();
    }
}

/// An owner who also acts for a circle may have opened a proposal by either right.
#[test]
fn a_proposal_that_was_opened_by_another_right_too_stands_against_nothing() {
    let begun = begun();
    begun.oak.is_represented_until(&begun.gus, day("2024-01-31")).done();
    begun.oak.is_represented_from(&begun.bo, day("2024-02-01")).done();
    begun.co_op.on("2024-02-10");
    begun.bo.proposes("Coffee at five", "habit");
    begun.co_op.on("2024-02-15");
    begun.oak.is_represented_until(&begun.bo, day("2024-02-09")).done();
    // Now that right is gone, and her own is the only one.
    let malformed = begun.bo.leaves_on(day("2024-02-09")).malformed();
    is_against(&malformed, "on", &say::DAY_CONTRADICTS_OPENING, "2024-02-10");
}

#[test]
fn a_representative_is_not_named_for_days_on_which_somebody_else_acted() {
    let begun = begun();
    begun.co_op.on("2024-02-10");
    OF_GUS[1].1(&begun);
    begun.co_op.on("2024-02-15");
    begun.oak.is_represented_until(&begun.gus, day("2024-02-10")).done();
    let refusal = begun.oak.is_represented_from(&begun.bo, day("2024-02-10")).refused();
    assert_eq!(refusal.code, Code::RepresentativeMustBeSingle);
    begun.oak.is_represented_from(&begun.bo, day("2024-02-11")).done();
    let state = begun.co_op.state();
    assert_eq!(
        state.party(begun.oak.party).unwrap().representative_on(day("2024-02-11")),
        Some(begun.bo.party)
    );
}

/// A book that was kept before this was asked may hold such an end; it gets no worse.
#[test]
fn nor_in_a_book_in_which_a_representation_ended_too_early() {
    let begun = begun();
    begun.co_op.on("2024-02-10");
    OF_GUS[1].1(&begun);
    begun.co_op.on("2024-02-15");
    let (organization, person, at) = (begun.oak.party, begun.gus.party, begun.co_op.now());
    let too_early = Fact::RepresentationEnded { organization, person, on: day("2024-02-05") };
    let state = fold(&begun.co_op.state(), &[Happened { at, by: By::Desk, recorded: too_early.into() }]);
    let named = |from| {
        let command = Command::NameRepresentative { organization, person: begun.bo.party, from: day(from) };
        decide(&state, &Request { id: RequestId(uuid::Uuid::nil()), by: By::Desk, at, command })
    };
    for from in ["2024-02-06", "2024-02-10"] {
        let Err(Denied::Malformed(malformed)) = named(from) else { panic!("{from} is taken") };
        is_against(&malformed, "from", &say::DAY_CONTRADICTS_BALLOT, "2024-02-10");
    }
    assert!(named("2024-02-11").is_ok());
}

/// What nobody did anything against is recorded late, and the book says when.
#[test]
fn a_letter_that_was_found_on_monday_is_recorded_for_friday() {
    let begun = begun();
    let (co_op, bo, oak) = (&begun.co_op, &begun.bo, &begun.oak);
    co_op.on("2024-02-12");
    bo.leaves_on(day("2024-02-09")).done();
    oak.is_represented_until(&begun.gus, day("2024-02-09")).done();
    oak.is_represented_from(&begun.ana, day("2024-02-10")).done();
    let elm = co_op.organization("Elm Circle");
    elm.is_represented_from(bo, day("2024-02-05")).done();
    bo.asks(Command::AcknowledgeDocument { party: elm.party, document: Slug::new("values"), version: 1 })
        .done();
    let (class, basis) = (Slug::new("circle"), "minutes of the 6th".to_owned());
    let (party, since) = (elm.party, day("2024-02-06"));
    co_op.desk(Command::AdmitMember { party, class, kind: None, since, basis }).done();

    let state = co_op.state();
    let (monday, bos) = (Some(day("2024-02-12")), state.membership(bo.membership()).unwrap());
    assert!(bos.is_current_on(day("2024-02-09")) && !bos.is_current_on(day("2024-02-10")));
    assert_eq!(state.recorded_late(day("2024-02-09"), bos.end_recorded.unwrap()), monday);
    assert_eq!(state.recorded_late(bos.since(), bos.recorded), None);
    let elms = state.membership(elm.membership()).unwrap();
    assert!(elms.is_current_on(since) && !elms.is_current_on(day("2024-02-05")));
    assert_eq!(state.recorded_late(since, elms.recorded), monday);
    let [gus, ana] = state.party(oak.party).unwrap().representations() else { panic!("two of them") };
    assert_eq!(state.recorded_late(day("2024-02-09"), gus.end_recorded.unwrap()), monday);
    assert_eq!(state.recorded_late(ana.from, ana.recorded), monday);
    // The rolls were fixed before, and nothing leaves them or comes to them.
    for proposal in [begun.habit, begun.purchase] {
        let roll = &state.proposal(proposal).unwrap().roll;
        assert!(roll.counted.contains(bo.membership()) && !roll.includes(elm.membership()));
    }
}
