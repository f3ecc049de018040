//! An end that is recorded late, and what was written, decided or asked for since.

use rochdale_core::{
    command::{Command, Effect},
    message::{Argument, Key},
    messages as say,
    personal::Words,
    values::Slug,
};
use rochdale_testkit::{CoOp, Person, agreed, coassembly};

use super::{day, is_against, last_day};

/// CoAssembly on 1 February 2024: three worker-owners, and an associate whom Bo guides.
struct Begun {
    co_op: CoOp,
    ana: Person,
    bo: Person,
    chi: Person,
    hana: Person,
}

fn begun() -> Begun {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, chi] = co_op.members("worker-owner", ["Ana", "Bo", "Chi"]);
    let [hana] = co_op.members("associate", ["Hana"]);
    co_op.on("2024-02-01");
    let (membership, person, from) = (hana.membership(), bo.party, co_op.today());
    co_op.desk(Command::NameGuide { membership, person, from }).done();
    Begun { co_op, ana, bo, chi, hana }
}

fn words(subjects: &[&str]) -> Words {
    let texts = subjects.iter().map(|subject| (Slug::new(subject), "As we have seen it.".to_owned()));
    Words { texts: texts.collect(), salt: "salt of the example".to_owned() }
}

/// Bo writes the first review of Hana.
fn writes(begun: &Begun) {
    let subjects = ["collaboration", "work", "openness", "policies", "recommendation"];
    let (membership, words) = (begun.hana.membership(), words(&subjects));
    begun.bo.asks(Command::WriteReview { membership, review: 1, words }).done();
}

/// Something that is decided by consensus in one round.
fn decides(by: &Person, title: &str, matter: &str, effect: Effect) {
    let proposal = by.proposes_that(title, matter, effect);
    by.closes_the_round(proposal).done();
    by.asks(Command::Conclude { proposal }).done();
}

/// Whose membership cannot have ended before 10 February, because of what was done on that day, and what the
/// book then says.
type Done = (&'static Key, fn(&Begun) -> &Person, fn(&Begun));

const DONE: &[Done] = &[
    (&say::DAY_CONTRADICTS_REVIEW, |begun| &begun.hana, writes),
    (&say::DAY_CONTRADICTS_GUIDING, |begun| &begun.bo, writes),
    (
        &say::DAY_CONTRADICTS_FEEDBACK,
        |begun| &begun.hana,
        |begun| {
            let (membership, words) = (begun.hana.membership(), words(&["text"]));
            begun.chi.asks(Command::GiveFeedback { membership, review: 1, words }).done();
        },
    ),
    (
        &say::DAY_CONTRADICTS_SPEAKING,
        |begun| &begun.chi,
        |begun| {
            let (membership, words) = (begun.hana.membership(), words(&["text"]));
            begun.chi.asks(Command::GiveFeedback { membership, review: 1, words }).done();
        },
    ),
    (
        &say::DAY_CONTRADICTS_PAUSE,
        |begun| &begun.hana,
        |begun| {
            let (from, until) = (day("2024-02-12"), day("2024-02-20"));
            let effect = Effect::PauseTraining { membership: begun.hana.membership(), from, until };
            decides(&begun.ana, "A pause", "pause", effect);
        },
    ),
    (
        &say::DAY_CONTRADICTS_SUSPENSION,
        |begun| &begun.chi,
        |begun| {
            let (from, until) = (day("2024-02-12"), day("2024-02-20"));
            let effect = Effect::Suspend { membership: begun.chi.membership(), from, until };
            decides(&begun.ana, "A while", "suspension", effect);
        },
    ),
    (
        &say::DAY_CONTRADICTS_NOTICE,
        |begun| &begun.chi,
        |begun| {
            let (membership, on) = (begun.chi.membership(), day("2024-06-30"));
            begun.chi.asks(Command::GiveNotice { membership, on }).done();
        },
    ),
];

#[test]
fn a_membership_does_not_end_before_what_was_written_or_decided_about_it() {
    for (key, whose, act) in DONE {
        let begun = begun();
        begun.co_op.on("2024-02-10");
        act(&begun);
        begun.co_op.on("2024-02-15");
        let (before, whose) = (begun.co_op.state(), whose(&begun));
        is_against(&whose.leaves_on(day("2024-02-09")).malformed(), "on", key, "2024-02-10");
        assert_eq!(begun.co_op.state(), before, "{}", key.id);
        whose.leaves_on(day("2024-02-10")).done();
        assert_eq!(last_day(&begun.co_op, whose), Some(day("2024-02-10")), "{}", key.id);
    }
}

/// A review by somebody else stands against nothing of Ana's, and one of before the end neither.
#[test]
fn what_others_wrote_stands_against_nothing() {
    let begun = begun();
    begun.co_op.on("2024-02-10");
    writes(&begun);
    begun.co_op.on("2024-02-15");
    begun.ana.leaves_on(day("2024-02-03")).done();
    begun.bo.leaves_on(day("2024-02-12")).done();
}

/// The desk's word about an end prevails over a notice that names a later day; what was true before stays.
#[test]
fn an_end_that_comes_before_the_day_of_the_notice() {
    let begun = begun();
    let chi = &begun.chi;
    let (membership, on) = (chi.membership(), day("2024-06-30"));
    chi.asks(Command::GiveNotice { membership, on }).done();
    assert_eq!(last_day(&begun.co_op, chi), Some(on));
    begun.co_op.on("2024-03-01");
    chi.leaves_on(day("2024-02-20")).done();
    assert_eq!(last_day(&begun.co_op, chi), Some(day("2024-02-20")));
    let held = |on| begun.co_op.state().membership(membership).unwrap().is_current_on(day(on));
    assert!(held("2024-02-20") && !held("2024-02-21"));
    // The clock finds nothing to end on the day of the notice, and there is one exit.
    begun.co_op.on("2024-07-02");
    assert_eq!(last_day(&begun.co_op, chi), Some(day("2024-02-20")));
    assert_eq!(begun.co_op.state().exits().count(), 1);
    let late = chi.asks(Command::WithdrawNotice { membership }).malformed();
    assert_eq!(late.field, "membership");
}

/// Whoever was admitted anew for the days after their notice cannot take it back as well.
#[test]
fn a_notice_is_not_taken_back_into_a_second_membership() {
    let begun = begun();
    let (membership, on) = (begun.hana.membership(), day("2024-02-20"));
    begun.hana.asks(Command::GiveNotice { membership, on }).done();
    let sections = ["scope", "timeline", "payment", "data", "attribution", "termination"];
    let party = begun.hana.party;
    begun.co_op.desk(agreed(party, "collaborator-contract", &sections)).done();
    let (class, since, basis) =
        (Slug::new("external-collaborator"), day("2024-02-21"), "contract".to_owned());
    begun.co_op.desk(Command::AdmitMember { party, class, kind: None, since, basis }).done();
    let refusal = begun.hana.asks(Command::WithdrawNotice { membership }).refused();
    assert_eq!(refusal.code.id(), "notice_must_be_withdrawable");
    assert_eq!(refusal.because[0].says.arguments[1], Argument::from(since));
}
