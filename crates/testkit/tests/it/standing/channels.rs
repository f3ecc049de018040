//! The invitations of channels: who sees them, and with whom they go.

use rochdale_core::{
    command::Command,
    fact::Fact,
    personal::Words,
    refusal::Code,
    sight::{Viewer, fact_is_seen},
    standing::{channels_for, link_for, standing},
    state::State,
    values::{Slug, WordsId},
};

use super::{LINK, Network, link_words, network};

#[test]
fn a_link_is_nobodys_who_may_not_see_it() {
    let Network { co_op, bo, ana, dora, elm } = network();
    let channel = Slug::new("whatsapp");
    let set = Command::SetChannelLink { channel: channel.clone(), words: link_words() };
    assert_eq!(ana.asks(set.clone()).refused().code, Code::PowerMustBeHeld);
    assert_eq!(co_op.desk(set.clone()).malformed().field, "by");
    bo.asks(set.clone()).done();
    let today = co_op.today();
    let state = co_op.state();
    let sees = |state: &State, viewer| link_for(state, viewer, &channel, today).is_some();
    assert!(sees(&state, Viewer::Party(dora.party)) && sees(&state, Viewer::Party(bo.party)));
    for viewer in [Viewer::Public, Viewer::Desk, Viewer::Party(co_op.person("Eve").party)] {
        assert!(!sees(&state, viewer), "{viewer:?}");
    }
    // What the register chains, and what every reader of an entry finds, has no link in it.
    let set = co_op.facts().into_iter().find(|one| matches!(one.recorded.fact, Fact::ChannelLinkSet { .. }));
    let fact = set.expect("the link was set").recorded.fact;
    assert!(!serde_json::to_string(&fact).unwrap().contains("example.org"));
    assert!(fact_is_seen(&co_op.state(), Viewer::Party(dora.party), &fact, co_op.now()));
    assert!(!fact_is_seen(&co_op.state(), Viewer::Public, &fact, co_op.now()));
    // Whoever acts for a member that is late with something else does not see it.
    co_op.on("2024-02-15");
    let (state, today) = (co_op.state(), co_op.today());
    elm.is_represented_by(&ana).done();
    elm.is_represented_until(&ana, today).done();
    co_op.on("2024-03-17");
    let late = standing(&co_op.state(), elm.membership(), co_op.today()).unwrap();
    assert!(!late.good.is_yes());
    assert!(
        state.membership(dora.membership()).is_some_and(|held| channels_for(
            &state,
            &state.rulebook_on(today).unwrap(),
            held,
            today
        )
        .len()
            == 2)
    );
}

#[test]
fn a_link_is_https_and_nothing_else() {
    let Network { bo, .. } = network();
    let channel = Slug::new("whatsapp");
    for link in [
        "http://chat.example.org/x",
        "javascript:alert(1)",
        "https://",
        "https://a.example/ x",
        "https://a.example/\"onclick=",
        "HTTPS://a.example/x",
        "",
    ] {
        let texts = [(Slug::new("link"), link.to_owned())].into();
        let words = Words { texts, salt: "0123456789abcdef".to_owned() };
        let answer = bo.asks(Command::SetChannelLink { channel: channel.clone(), words });
        assert_eq!(answer.malformed().field, "words.texts", "{link}");
    }
    let texts = [(Slug::new("link"), LINK.to_owned()), (Slug::new("also"), "x".to_owned())].into();
    let words = Words { texts, salt: "0123456789abcdef".to_owned() };
    assert_eq!(bo.asks(Command::SetChannelLink { channel, words }).malformed().field, "words.texts");
}

/// The link goes with whoever set it, when their details are erased; somebody else sets it anew.
#[test]
fn a_link_goes_with_whoever_set_it() {
    let Network { co_op, bo, ana, .. } = network();
    let channel = Slug::new("whatsapp");
    bo.asks(Command::SetChannelLink { channel: channel.clone(), words: link_words() }).done();
    let sees = || link_for(&co_op.state(), Viewer::Party(ana.party), &channel, co_op.today()).is_some();
    assert!(sees());
    let (office, last) = (Slug::new("steward"), "2024-02-10".parse().unwrap());
    co_op.desk(Command::EndOffice { office: office.clone(), person: bo.party, on: last }).done();
    bo.leaves_on(last).done();
    co_op.on("2024-06-01");
    let is_kept = || co_op.state().words(WordsId(1)).is_some();
    assert!(is_kept());
    co_op.desk(Command::ErasePerson { party: bo.party }).done();
    assert!(!is_kept());
    let from = co_op.today();
    co_op.desk(Command::GiveOffice { office, person: ana.party, from, until: None }).done();
    ana.asks(Command::SetChannelLink { channel: channel.clone(), words: link_words() }).done();
    assert_eq!(co_op.state().words(WordsId(2)), Some(&link_words()));
}
