//! Who is behind, and who is reminded of what.

use jiff::{ToSpan, civil::Date};
use rochdale_core::{
    command::Command,
    personal::Personal,
    refusal::Code,
    standing::{DutyStatus, behind, duties, last_reminded},
    values::Slug,
};
use rochdale_testkit::Person;

use super::{Network, link_words, network};

/// The desk reminds too; one who has nothing left to do is not reminded by a button for all.
#[test]
fn reminders_go_to_those_who_are_behind() {
    let Network { co_op, bo, ana, dora, elm } = network();
    let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
    co_op.desk(Command::PublishDocument { document, text, in_force_from: co_op.today() }).done();
    // Nobody in this network has an address of mail.
    let refusal = bo.asks(Command::Remind { membership: None, duty: None }).refused();
    assert_eq!(refusal.code, Code::DutyMustBeAsked);
    assert!([&ana, &dora].into_iter().all(|one| last_reminded(&co_op.state(), one.membership()).is_none()));
    assert!(last_reminded(&co_op.state(), elm.membership()).is_none());
    let no_duty = Command::Remind { membership: None, duty: Some(Slug::new("dance")) };
    assert_eq!(bo.asks(no_duty).malformed().field, "duty");
}

/// They leave an address of mail.
fn can_be_written_to(person: &Person, name: &str) {
    let details = Personal {
        name: name.to_owned(),
        email: Some(format!("{}@example.org", name.to_lowercase())),
        place: None,
        salt: "0123456789abcdef".to_owned(),
    };
    person.asks(Command::CorrectDetails { party: person.party, details }).done();
}

/// A network in which everybody can be written to and has 60 days, to 2024-03-01, to join a channel; and Dora has not
/// committed to the values, which has no last day.
fn asked_to_join() -> Network {
    let network = network();
    for (person, name) in [(&network.bo, "Bo"), (&network.ana, "Ana"), (&network.dora, "Dora")] {
        can_be_written_to(person, name);
    }
    let channel = Slug::new("whatsapp");
    network.bo.asks(Command::SetChannelLink { channel, words: link_words() }).done();
    let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
    let in_force_from = network.co_op.today();
    network.co_op.desk(Command::PublishDocument { document: document.clone(), text, in_force_from }).done();
    for person in [&network.bo, &network.ana] {
        let (party, document) = (person.party, document.clone());
        person.asks(Command::AcknowledgeDocument { party, document, version: 1 }).done();
    }
    network
}

#[test]
fn nobody_is_behind_with_what_has_a_day_ahead() {
    let Network { co_op, bo, ana, dora, .. } = asked_to_join();
    let (join, last) = (Slug::new("join-channels"), co_op.today().saturating_add(60.days()));
    let of = |day: Date| {
        let all = behind(&co_op.state(), Some(&join), day);
        all.into_iter().map(|one| one.membership).collect::<Vec<_>>()
    };
    let is_due = |one: &Person, day| {
        let all = duties(&co_op.state(), one.membership(), day);
        all.iter().any(|duty| duty.id == join && duty.status == DutyStatus::Due)
    };
    assert!(is_due(&ana, last) && of(last).is_empty(), "it is asked, and nobody is behind");
    let refusal = bo.asks(Command::Remind { membership: Some(ana.membership()), duty: None }).refused();
    assert_eq!(refusal.code, Code::DutyMustBeAsked);
    let with_commitments = behind(&co_op.state(), None, co_op.today());
    assert!(with_commitments.iter().any(|one| one.membership == dora.membership()), "no last day is now");
    bo.asks(Command::Remind { membership: None, duty: None }).done();
    let state = co_op.state();
    let reminded = last_reminded(&state, dora.membership()).expect("a reminder");
    assert_eq!(reminded.duties, [Slug::new("commit")]);
    assert!(last_reminded(&state, ana.membership()).is_none());
    assert!(of(last.tomorrow().expect("a day")).contains(&ana.membership()));
}

#[test]
fn a_duty_chooses_who_is_reminded_and_not_of_what() {
    let Network { co_op, bo, ana, dora, .. } = asked_to_join();
    let (commit, join) = (Slug::new("commit"), Slug::new("join-channels"));
    co_op.on(&co_op.today().saturating_add(61.days()).to_string());
    let of_commit = |membership| Command::Remind { membership, duty: Some(commit.clone()) };
    let refusal = bo.asks(of_commit(Some(ana.membership()))).refused();
    assert_eq!(refusal.code, Code::DutyMustBeAsked, "Ana has committed");
    bo.asks(of_commit(None)).done();
    let state = co_op.state();
    let reminded = last_reminded(&state, dora.membership()).expect("a reminder");
    assert_eq!(reminded.duties, [join.clone(), commit], "what is late, and then what is due");
    assert!(last_reminded(&state, ana.membership()).is_none());
    let one = Command::Remind { membership: Some(ana.membership()), duty: Some(join.clone()) };
    bo.asks(one).done();
    assert_eq!(last_reminded(&co_op.state(), ana.membership()).expect("a reminder").duties, [join]);
}
