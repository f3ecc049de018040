//! Standing: what nothing can tell is never met, a past day stays as it was, and the order of facts does not matter.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use proptest::{collection::vec, prelude::*};
use rochdale_core::{
    apply::apply,
    command::Command,
    fact::{Fact, Happened},
    personal::{Personal, Words},
    refusal::Code,
    rulebook::Bundle,
    sight::{Viewer, fact_is_seen},
    standing::{DutyStatus, behind, channels_for, duties, last_reminded, link_for, reads_reason, standing},
    state::State,
    values::{MembershipId, Slug, WordsId},
};
use rochdale_testkit::{CoOp, Organization, Person, cooperate_connecticut, terms};

/// What nothing in the book can tell, as Connecticut's bylaws call it.
const UNKNOWN: [&str; 6] = [
    "pay-dues",
    "attend-assemblies",
    "attend-meet-ups",
    "attend-annual-meeting",
    "vote-for-the-board",
    "join-a-group",
];
const DUTIES: [&str; 9] = [
    "commit",
    "name-representative",
    "join-channels",
    "pay-dues",
    "attend-assemblies",
    "attend-meet-ups",
    "attend-annual-meeting",
    "vote-for-the-board",
    "join-a-group",
];
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

impl Network {
    fn memberships(&self) -> [MembershipId; 4] {
        [self.bo.membership(), self.ana.membership(), self.dora.membership(), self.elm.membership()]
    }
}

/// One thing that somebody tries; what is refused changes nothing.
#[derive(Debug, Clone)]
enum Try {
    Wait(u16),
    Publish,
    Commit(usize),
    Represent,
    StopRepresenting,
    SetLink(usize),
    Tick(usize, usize, bool),
    Waive(usize, usize, u16),
    EndWaiver(usize, usize),
    Remind(Option<usize>),
}

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        4 => (1u16..80).prop_map(Try::Wait),
        1 => Just(Try::Publish),
        2 => (0usize..4).prop_map(Try::Commit),
        1 => Just(Try::Represent),
        1 => Just(Try::StopRepresenting),
        1 => (0usize..2).prop_map(Try::SetLink),
        2 => (0usize..4, 0usize..2, any::<bool>()).prop_map(|(who, what, joined)| Try::Tick(who, what, joined)),
        2 => (0usize..4, 0usize..DUTIES.len(), 0u16..90).prop_map(|(who, what, days)| Try::Waive(who, what, days)),
        1 => (0usize..4, 0usize..DUTIES.len()).prop_map(|(who, what)| Try::EndWaiver(who, what)),
        1 => proptest::option::of(0usize..4).prop_map(Try::Remind),
    ]
}

fn attempt(network: &Network, one: &Try) {
    let Network { co_op, bo, ana, .. } = network;
    let (state, today) = (co_op.state(), co_op.today());
    let memberships = network.memberships();
    let command = match *one {
        Try::Wait(days) => {
            co_op.on(&today.saturating_add(i64::from(days).days()).to_string());
            return;
        }
        Try::Publish => {
            let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
            let _ = co_op.desk(Command::PublishDocument { document, text, in_force_from: today });
            return;
        }
        Try::Commit(who) => {
            let document = Slug::new("values");
            let version = state.document(&document).and_then(|known| known.version_on(today));
            let version = version.map_or(1, |version| version.number);
            let party = state.membership(memberships[who]).unwrap().party;
            let by = [bo, ana, &network.dora, ana][who];
            let _ = by.asks(Command::AcknowledgeDocument { party, document, version });
            return;
        }
        Try::Represent => {
            let _ = network.elm.is_represented_by(ana);
            return;
        }
        Try::StopRepresenting => {
            let _ = network.elm.is_represented_until(ana, today);
            return;
        }
        Try::SetLink(which) => {
            Command::SetChannelLink { channel: Slug::new(CHANNELS[which]), words: link_words() }
        }
        Try::Tick(who, which, joined) => {
            let channel = Slug::new(CHANNELS[which]);
            Command::TickChannel { membership: memberships[who], channel, joined }
        }
        Try::Waive(who, which, days) => Command::WaiveDuty {
            membership: memberships[who],
            duty: Slug::new(DUTIES[which]),
            until: Some(today.saturating_add(i64::from(days).days())),
            words: terms(&["text"], "0123456789abcdef"),
        },
        Try::EndWaiver(who, which) => {
            Command::EndWaiver { membership: memberships[who], duty: Slug::new(DUTIES[which]) }
        }
        Try::Remind(who) => Command::Remind { membership: who.map(|who| memberships[who]), duty: None },
    };
    let _ = bo.asks(command);
}

/// How everything stands on a day, as far as people see it.
fn told(state: &State, memberships: &[MembershipId], day: Date) -> Vec<(MembershipId, String)> {
    let one = |id: &MembershipId| {
        let found = standing(state, *id, day);
        let duties = found.iter().flat_map(|found| &found.duties);
        let mut lines: Vec<String> = duties
            .map(|duty| {
                format!("{} {:?} {:?} {:?}", duty.id, duty.status, duty.day, duty.finding.says.arguments)
            })
            .collect();
        lines.sort();
        (*id, format!("{:?} {lines:?}", found.as_ref().map(|found| found.good.value)))
    };
    memberships.iter().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn what_nothing_can_tell_is_never_met_and_a_past_day_stays_as_it_was(all in vec(tries(), 4..28)) {
        let network = network();
        let memberships = network.memberships();
        let mut seen = BTreeMap::new();
        for one in &all {
            attempt(&network, one);
            let (state, today) = (network.co_op.state(), network.co_op.today());
            for duty in memberships.iter().flat_map(|id| duties(&state, *id, today)) {
                let is_unknown = UNKNOWN.contains(&duty.id.as_str());
                let is_open = matches!(duty.status, DutyStatus::NotYetKnown | DutyStatus::Waived);
                prop_assert!(!is_unknown || is_open, "{duty:?}");
                prop_assert!(is_unknown || duty.status != DutyStatus::NotYetKnown, "{duty:?}");
                prop_assert_eq!(duty.status == DutyStatus::Waived, duty.waiver.is_some());
                prop_assert!(duty.finding.cites.is_some());
            }
            seen.insert(today, told(&state, &memberships, today));
        }
        let state = network.co_op.state();
        for (day, was) in seen {
            prop_assert_eq!(told(&state, &memberships, day), was, "{}", day);
        }
    }

    /// Facts of one instant, about different duties and channels, in any order.
    #[test]
    fn the_order_of_facts_does_not_matter(
        ticks in proptest::collection::btree_map((0usize..4, 0usize..2), any::<bool>(), 0..8),
        waived in proptest::collection::btree_map((0usize..4, 0usize..DUTIES.len()), 0i64..90, 0..8),
        seed in any::<u64>(),
    ) {
        let network = network();
        network.bo.asks(Command::SetChannelLink { channel: Slug::new(CHANNELS[0]), words: link_words() }).done();
        network.co_op.on("2024-03-20");
        let (state, at, today) = (network.co_op.state(), network.co_op.now(), network.co_op.today());
        let memberships = network.memberships();
        let ticks = ticks.into_iter().map(|((who, which), joined)| Fact::ChannelTicked {
            membership: memberships[who],
            channel: Slug::new(CHANNELS[which]),
            joined,
            person: None,
        });
        let waived = waived.into_iter().map(|((who, which), days)| Fact::DutyWaived {
            membership: memberships[who],
            duty: Slug::new(DUTIES[which]),
            until: today.saturating_add(days.days()),
            words: rochdale_core::values::WordsId(9),
        });
        let facts: Vec<Fact> = ticks.chain(waived).collect();
        let mut others = facts.clone();
        let mut random = seed;
        for place in (1..others.len()).rev() {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            others.swap(place, usize::try_from(random >> 33).unwrap_or(0) % (place + 1));
        }
        let after = |facts: Vec<Fact>| {
            let mut state = state.clone();
            for fact in facts {
                apply(&mut state, &Happened { at, by: rochdale_core::command::By::Desk, recorded: fact.into() });
            }
            told(&state, &memberships, today)
        };
        prop_assert_eq!(after(facts), after(others));
    }
}

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
