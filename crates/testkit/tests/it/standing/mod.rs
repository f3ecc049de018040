//! Standing: what nothing can tell is never met, a past day stays as it was, and the order of facts does not matter.

mod channels;
mod property;
mod reminders;

use rochdale_core::{
    command::Command,
    fact::Fact,
    personal::Words,
    refusal::Code,
    rulebook::Bundle,
    sight::{Viewer, fact_is_seen},
    standing::{DutyStatus, duties, reads_reason, standing},
    values::Slug,
};
use rochdale_testkit::{CoOp, Organization, Person, cooperate_connecticut, terms};

const CHANNELS: [&str; 2] = ["whatsapp", "google-group"];
const LINK: &str = "https://chat.example.org/a-link-that-is-not-for-everybody";

fn link_words() -> Words {
    Words { texts: [(Slug::new("link"), LINK.to_owned())].into(), salt: "0123456789abcdef".to_owned() }
}

/// A network with a steward, two cooperators and a coop; the book begins on the first day of the edition.
struct Network {
    co_op: CoOp,
    bo: Person,
    ana: Person,
    dora: Person,
    elm: Organization,
}

fn network() -> Network {
    let co_op = CoOp::founded(&cooperate_connecticut());
    let [bo, ana, dora] = co_op.members("cooperator", ["Bo", "Ana", "Dora"]);
    let elm = co_op.organization("Elm City");
    elm.is_admitted("coop").done();
    let (office, from) = (Slug::new("steward"), co_op.today());
    co_op.desk(Command::GiveOffice { office, person: bo.party, from, until: None }).done();
    Network { co_op, bo, ana, dora, elm }
}

#[test]
fn why_a_duty_was_waived_is_for_the_member_and_the_office() {
    let Network { co_op, bo, ana, dora, .. } = network();
    let (membership, duty) = (dora.membership(), Slug::new("pay-dues"));
    let waive = |words| Command::WaiveDuty { membership, duty: duty.clone(), until: None, words };
    assert_eq!(bo.asks(waive(Words::default())).malformed().field, "words.salt");
    bo.asks(waive(terms(&["text"], "0123456789abcdef"))).done();
    let state = co_op.state();
    let held = state.membership(membership).unwrap();
    let reads = |viewer| reads_reason(&state, viewer, held, co_op.today());
    assert!(reads(Viewer::Party(dora.party)) && reads(Viewer::Party(bo.party)));
    assert!(!reads(Viewer::Party(ana.party)) && !reads(Viewer::Desk) && !reads(Viewer::Public));
    let waived = co_op.facts().into_iter().find(|one| matches!(one.recorded.fact, Fact::DutyWaived { .. }));
    let fact = waived.expect("it was waived").recorded.fact;
    assert!(!fact_is_seen(&state, Viewer::Party(ana.party), &fact, co_op.now()));
    assert!(fact_is_seen(&state, Viewer::Party(dora.party), &fact, co_op.now()));
    // It ends with the membership year, and can be given anew.
    assert_eq!(bo.asks(waive(terms(&["text"], "0123456789abcdef"))).malformed().field, "duty");
    let on = |day: &str| {
        let duties = duties(&state, membership, day.parse().unwrap());
        duties.into_iter().find(|one| one.id == duty).unwrap().status
    };
    assert_eq!((on("2024-12-31"), on("2025-01-01")), (DutyStatus::Waived, DutyStatus::NotYetKnown));
}

/// Whoever holds the office does not let themselves off, nor an organization for which they act.
#[test]
fn nobody_waives_a_duty_of_their_own() {
    let Network { co_op, bo, elm, .. } = network();
    elm.is_represented_by(&bo).done();
    for membership in [bo.membership(), elm.membership()] {
        let (duty, words) = (Slug::new("pay-dues"), terms(&["text"], "0123456789abcdef"));
        let refusal = bo.asks(Command::WaiveDuty { membership, duty, until: None, words }).refused();
        assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::WaiverMustBeAnothers, "CT-20"));
        assert!(co_op.state().kept(membership).is_none());
    }
}

#[test]
fn the_membership_year_can_begin_with_joining_and_good_standing_can_ask_for_more() {
    let mut files = cooperate_connecticut();
    let chapter = files.0.get_mut("05-standing.md").unwrap();
    *chapter =
        chapter.replace("year = \"calendar\"", "year = \"joining\"").replace("\"none-late\"", "\"none-due\"");
    let co_op = CoOp::founded(&files);
    co_op.on("2024-02-29");
    let [dora] = co_op.members("cooperator", ["Dora"]);
    let due_by = |day: &str| {
        let duties = duties(&co_op.state(), dora.membership(), day.parse().unwrap());
        duties.into_iter().find(|one| one.id.as_str() == "pay-dues").unwrap().day.unwrap().to_string()
    };
    assert_eq!(due_by("2024-02-29"), "2025-02-27");
    assert_eq!(due_by("2025-02-27"), "2025-02-27");
    assert_eq!(due_by("2025-02-28"), "2026-02-27");
    assert_eq!(due_by("2028-02-28"), "2028-02-28");
    let is_good = || standing(&co_op.state(), dora.membership(), co_op.today()).unwrap().good.is_yes();
    assert!(is_good());
    let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
    co_op.desk(Command::PublishDocument { document, text, in_force_from: co_op.today() }).done();
    assert!(!is_good(), "what is due stands against them here");
}

#[test]
fn a_membership_does_not_end_before_what_was_recorded_of_its_duties() {
    let Network { co_op, bo, ana, dora, .. } = network();
    co_op.on("2024-02-10");
    let channel = Slug::new("whatsapp");
    ana.asks(Command::TickChannel { membership: ana.membership(), channel, joined: true }).done();
    let (duty, words) = (Slug::new("pay-dues"), terms(&["text"], "0123456789abcdef"));
    bo.asks(Command::WaiveDuty { membership: dora.membership(), duty, until: None, words }).done();
    co_op.on("2024-02-15");
    for person in [&ana, &dora] {
        let malformed = person.leaves_on("2024-02-09".parse().unwrap()).malformed();
        assert_eq!((malformed.field, malformed.says.key.id), ("on", "day-contradicts-standing"));
        person.leaves_on("2024-02-10".parse().unwrap()).done();
    }
}

/// How somebody is guided is asked of whoever guides them, and of nobody before the register began.
#[test]
fn whoever_guides_writes_by_the_day() {
    let co_op = CoOp::founded(&rochdale_testkit::coassembly());
    let [ana, bo] = co_op.members("worker-owner", ["Ana", "Bo"]);
    let [hana] = co_op.members("associate", ["Hana"]);
    let (membership, from) = (hana.membership(), co_op.today());
    co_op.desk(Command::NameGuide { membership, person: bo.party, from }).done();
    let on = |person: &Person, day: &str| {
        let duties = duties(&co_op.state(), person.membership(), day.parse().unwrap());
        duties
            .into_iter()
            .filter(|duty| duty.id.as_str() == "write-reviews")
            .map(|duty| duty.status)
            .collect::<Vec<_>>()
    };
    assert_eq!(on(&bo, "2024-03-31"), [DutyStatus::Coming]);
    assert_eq!(on(&bo, "2024-04-01"), [DutyStatus::Due]);
    assert_eq!(on(&bo, "2024-04-02"), [DutyStatus::Late, DutyStatus::Coming]);
    assert!(on(&ana, "2024-04-02").is_empty() && on(&hana, "2024-04-02").is_empty());
}

/// A review is written by the guide and confirmed by the assembly: nothing that whoever waits for it could do.
#[test]
fn a_late_review_stands_against_the_guide_alone() {
    let mut files = rochdale_testkit::coassembly();
    let is_good = |files: &Bundle, day: &str| {
        let co_op = CoOp::founded(files);
        let [bo] = co_op.members("worker-owner", ["Bo"]);
        let [hana] = co_op.members("associate", ["Hana"]);
        let (membership, from) = (hana.membership(), co_op.today());
        co_op.desk(Command::NameGuide { membership, person: bo.party, from }).done();
        let day = day.parse().unwrap();
        let reviewed = duties(&co_op.state(), membership, day);
        let stands = reviewed.iter().find(|duty| duty.id.as_str() == "be-reviewed").unwrap().status;
        let good = |one: &Person| standing(&co_op.state(), one.membership(), day).unwrap().good.is_yes();
        (stands, good(&hana), good(&bo))
    };
    assert_eq!(is_good(&files, "2024-04-02"), (DutyStatus::Late, true, false));
    let chapter = files.0.get_mut("02-membership.md").unwrap();
    *chapter = chapter.replace("\"none-late\"", "\"none-due\"");
    assert_eq!(is_good(&files, "2024-04-01"), (DutyStatus::Due, true, false));
}
