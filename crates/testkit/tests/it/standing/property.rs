//! Whatever is tried, in whatever order.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use proptest::{collection::vec, prelude::*};
use rochdale_core::{
    apply::apply,
    command::Command,
    fact::{Fact, Happened},
    standing::{DutyStatus, duties, standing},
    state::State,
    values::{MembershipId, Slug},
};
use rochdale_testkit::terms;

use super::{CHANNELS, Network, link_words, network};

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
