//! Whom a mail group of the members should have, and what has changed since somebody last brought it up to
//! date.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rochdale_core::{
    offices::Power,
    refusal::Refusal,
    sight::{Viewer, details_for, must_have_power},
    state::State,
    values::{IdSet, PartyId},
};

use super::Csv;

/// Everybody who should be in the group on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// People with their addresses, in the order of entering.
    pub addresses: BTreeMap<PartyId, String>,
    /// People who should be in it and have no address here.
    pub without: Vec<PartyId>,
}

/// What has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Who is to be added, with their addresses.
    pub joined: Vec<(PartyId, String)>,
    /// Who is to be taken out, with their addresses.
    pub left: Vec<(PartyId, String)>,
    /// How many are to be taken out whose address nobody here knows any more, because it was erased.
    pub left_unknown: usize,
}

/// Everybody who should be in the group of the members on `day`: the people who are members themselves, and
/// who acts for the organizations that are. Refused to whoever may not know how members can be reached.
pub fn group(state: &State, viewer: Viewer, day: Date) -> Result<Reached, Box<Refusal>> {
    must_have_power(state, viewer, Power::KeepMembers, day)?;
    let rulebook = state.rulebook_on(day);
    let is_member = |class| {
        rulebook.as_ref().and_then(|rulebook| rulebook.class(class)).is_some_and(|class| class.rule.is_member)
    };
    let mut reached = Reached { addresses: BTreeMap::new(), without: Vec::new() };
    for held in state.memberships_on(day) {
        let Some(party) = state.party(held.party) else { continue };
        if !held.class_on(day).is_some_and(|(_, class)| is_member(class)) {
            continue;
        }
        let person = if party.is_person() { Some(party.id) } else { party.representative_on(day) };
        let Some(person) = person else { continue };
        match address(state, viewer, day, person) {
            Some(address) => {
                reached.addresses.insert(person, address);
            }
            None if reached.without.contains(&person) => {}
            None => reached.without.push(person),
        }
    }
    Ok(reached)
}

impl Reached {
    /// The people of it.
    pub fn people(&self) -> IdSet<PartyId> {
        self.addresses.keys().copied().collect()
    }
}

impl Changes {
    /// What has changed from `before` to `after`, as `viewer` may see it on `day`.
    pub fn between(
        state: &State,
        viewer: Viewer,
        day: Date,
        before: &IdSet<PartyId>,
        after: &IdSet<PartyId>,
    ) -> Self {
        let known = |person: PartyId| address(state, viewer, day, person).map(|address| (person, address));
        let joined = after.iter().filter(|person| !before.contains(*person)).filter_map(known).collect();
        let gone: Vec<PartyId> = before.iter().filter(|person| !after.contains(*person)).collect();
        let left: Vec<(PartyId, String)> = gone.iter().copied().filter_map(known).collect();
        let left_unknown = gone.len() - left.len();
        Self { joined, left, left_unknown }
    }
}

fn address(state: &State, viewer: Viewer, day: Date, person: PartyId) -> Option<String> {
    details_for(state, viewer, state.party(person)?, day)?.email.clone()
}

/// The file by which Google Groups adds many members at once.
pub fn group_csv<'a>(group: &str, addresses: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut table = Csv::plain();
    table.row(["Group Email [Required]", "Member Email", "Member Type", "Member Role"]);
    for address in addresses {
        table.row([group, address, "USER", "MEMBER"]);
    }
    table.bytes()
}

/// The addresses of who is to be taken out of a group.
pub fn left_csv<'a>(addresses: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut table = Csv::plain();
    table.row(["Member Email"]);
    for address in addresses {
        table.row([address]);
    }
    table.bytes()
}
