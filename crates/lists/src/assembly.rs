//! From the rows of a list to who is entered, admitted and named.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rochdale_core::{personal::Personal, state::State, values::PartyId};
use serde_json::{Value, json};

use crate::{
    Acting, ListKey, Matching, OnTwin, Wanted, WantedMembership,
    fold::folded,
    known::Known,
    messages as say,
    plan::{
        Admission, End, Entry, Newcomer, Note, Outcome, Plan, ReadRow, Ref, Representing, Sameness, Twin,
        TwinOf, What, Wrong,
    },
};

/// Rows that are left out because what they ask for is denied.
pub(crate) type Denials = BTreeMap<u32, Vec<Wrong>>;

/// What a list is put together from.
pub(crate) struct Parts<'a> {
    pub rows: &'a [ReadRow],
    pub matching: &'a Matching,
    pub state: &'a State,
    pub known: &'a Known<'a>,
    pub today: Date,
    pub key: ListKey,
    pub denials: &'a Denials,
}

/// Somebody of an earlier row.
struct Earlier {
    row: u32,
    is: Ref,
    place: Option<String>,
}

struct Assembly<'a> {
    parts: &'a Parts<'a>,
    plan: Plan,
    /// People of the list by address.
    by_email: BTreeMap<String, (u32, Ref)>,
    /// Everybody of the list by sort and name.
    by_name: BTreeMap<(bool, String), Vec<Earlier>>,
    /// How many of the list are just so.
    occurrences: BTreeMap<String, u32>,
}

/// Puts a plan together. All rows are looked at for people and organizations before any representative
/// is, so that one who stands further down is found. With it the rows that something turned out to be wrong
/// with on the way: it must be put together again without them.
pub(crate) fn assemble(parts: &Parts<'_>) -> (Plan, Denials) {
    let plan = Plan {
        questions: Vec::new(),
        outcomes: Vec::with_capacity(parts.rows.len()),
        unknown_classes: BTreeMap::new(),
        key: parts.key,
        newcomers: Vec::new(),
        admissions: Vec::new(),
        representing: Vec::new(),
        ends: Vec::new(),
    };
    let mut assembly = Assembly {
        parts,
        plan,
        by_email: BTreeMap::new(),
        by_name: BTreeMap::new(),
        occurrences: BTreeMap::new(),
    };
    let (mut acting, mut failures) = (Vec::new(), Denials::new());
    for (row, read) in parts.rows {
        let outcome = match (read, parts.denials.get(row)) {
            (Err(wrongs), _) => {
                Outcome { row: *row, what: What::Wrong(wrongs.clone()), twin: None, notes: Vec::new() }
            }
            (Ok(_), Some(denied)) => {
                Outcome { row: *row, what: What::Wrong(denied.clone()), twin: None, notes: Vec::new() }
            }
            (Ok((wanted, notes)), None) => {
                let (outcome, is) = assembly.party(*row, wanted, notes.clone());
                if let Some((is, represented)) = is.zip(wanted.acting.as_ref()) {
                    acting.push((
                        assembly.plan.outcomes.len(),
                        *row,
                        is,
                        represented,
                        wanted.membership.as_ref(),
                    ));
                }
                outcome
            }
        };
        assembly.plan.outcomes.push(outcome);
    }
    for (place, row, organization, represented, membership) in acting {
        let from = represented
            .from
            .or(membership.map(|one| one.since))
            .or(parts.matching.since)
            .unwrap_or(parts.today);
        match assembly.person(row, represented, place) {
            Ok(person) if assembly.acts_already(organization, person) => {}
            Ok(person) => assembly.plan.representing.push(Representing { row, organization, person, from }),
            Err(wrong) => failures.entry(row).or_default().push(wrong),
        }
    }
    (assembly.plan, failures)
}

impl Assembly<'_> {
    /// What comes of a row, and who it is where they are entered or known.
    fn party(&mut self, row: u32, wanted: &Wanted, mut notes: Vec<Note>) -> (Outcome, Option<Ref>) {
        let twin = self.twin(wanted);
        let is = match (twin, self.parts.matching.on_twin(row)) {
            (Some((twin, _)), OnTwin::LeaveOut) => {
                self.newcomer_id(wanted);
                let what = What::LeftOut(wanted.clone());
                return (Outcome { row, what, twin: Some(twin), notes }, None);
            }
            (Some((_, is)), OnTwin::Same) => is,
            (Some(_), OnTwin::Another) | (None, _) => self.enter(row, wanted),
        };
        if let Some(membership) = &wanted.membership {
            match self.held_since(is, membership) {
                Some(since) => notes.push(Note::at(None, say::IS_MEMBER.with([since.into()]))),
                None => self.admit(row, is, membership),
            }
        }
        let what = What::Entered(wanted.clone());
        (Outcome { row, what, twin: twin.map(|(twin, _)| twin), notes }, Some(is))
    }

    /// Who is likely the same, in the register or in an earlier row.
    fn twin(&self, wanted: &Wanted) -> Option<(Twin, Ref)> {
        let (email, place) = (wanted.email.as_deref(), wanted.place.as_deref());
        if let Some((party, by)) = self.parts.known.twin(wanted.is_person, &wanted.name, email, place) {
            return Some((Twin { of: TwinOf::Party(party), by }, Ref::Known(party)));
        }
        if let Some((row, is)) = email.and_then(|email| self.by_email.get(&folded(email))) {
            return Some((Twin { of: TwinOf::Row(*row), by: Sameness::Email }, *is));
        }
        let earlier = self.by_name.get(&(wanted.is_person, folded(&wanted.name)))?;
        let is_there = |one: &&Earlier| {
            one.place.as_ref().zip(place).is_none_or(|(one, other)| folded(one) == folded(other))
        };
        let found = earlier.iter().find(is_there)?;
        Some((Twin { of: TwinOf::Row(found.row), by: Sameness::NameAndPlace }, found.is))
    }

    /// The id of the request for the next in the list who is just so, and which of them it is.
    fn newcomer_id(&mut self, wanted: &Wanted) -> (Value, u32) {
        let asks = json!([wanted.is_person, wanted.name, wanted.email, wanted.place]);
        let count = self.occurrences.entry(asks.to_string()).or_insert(0);
        *count += 1;
        (asks, *count)
    }

    fn enter(&mut self, row: u32, wanted: &Wanted) -> Ref {
        let (asks, occurrence) = self.newcomer_id(wanted);
        let id = self.parts.key.request(&asks, occurrence);
        let (name, email, place) = (wanted.name.clone(), wanted.email.clone(), wanted.place.clone());
        let entry = if wanted.is_person {
            let salt = self.parts.key.salt(&asks, occurrence);
            Entry::Person(Personal { name, email, place, salt })
        } else {
            Entry::Organization { name, place }
        };
        let is = Ref::New(self.plan.newcomers.len());
        self.plan.newcomers.push(Newcomer { row, id, entry });
        if let Some(email) = &wanted.email {
            self.by_email.entry(folded(email)).or_insert((row, is));
        }
        let named = self.by_name.entry((wanted.is_person, folded(&wanted.name))).or_default();
        named.push(Earlier { row, is, place: wanted.place.clone() });
        is
    }

    fn admit(&mut self, row: u32, of: Ref, wanted: &WantedMembership) {
        let WantedMembership { class, kind, since, until, basis } = wanted.clone();
        if let Some(on) = until {
            let admission = self.plan.admissions.len();
            self.plan.ends.push(End { row, admission, on, basis: basis.clone() });
        }
        self.plan.admissions.push(Admission { row, of, class, kind, since, basis });
    }

    /// Since when somebody of the register is a member on the first day that is wanted, or will be.
    fn held_since(&self, is: Ref, wanted: &WantedMembership) -> Option<Date> {
        let Ref::Known(party) = is else { return None };
        let memberships = &self.parts.state.party(party)?.memberships;
        let held = memberships.iter().filter_map(|id| self.parts.state.membership(*id));
        held.filter(|held| held.last_day().is_none_or(|last| wanted.since <= last))
            .map(|held| held.since())
            .next()
    }

    /// Who acts for an organization: by address, else by name.
    fn person(&mut self, row: u32, acting: &Acting, place: usize) -> Result<Ref, Wrong> {
        if let Some(email) = &acting.email {
            if let Some(party) = self.by_the_address(email, &acting.name)? {
                return Ok(Ref::Known(party));
            }
            if let Some((_, is)) = self.by_email.get(&folded(email)) {
                return Ok(*is);
            }
        }
        if acting.name.is_empty() {
            let column = self.parts.matching.column(crate::Field::Representative);
            return Err(Wrong::cell(column, say::NAME_IS_MISSING.with([]), say::WRITE_A_NAME.with([])));
        }
        if acting.email.is_none()
            && let Some(found) = self.by_the_name(&acting.name, place)?
        {
            return Ok(found);
        }
        let (name, email) = (acting.name.clone(), acting.email.clone());
        Ok(self.enter(
            row,
            &Wanted { is_person: true, name, email, place: None, membership: None, acting: None },
        ))
    }

    /// The only one with an address in the register, if the name fits; `None` where nobody has it. Whoever is in the
    /// book writes their address as they like, so that by it alone nobody comes to act for an organization.
    fn by_the_address(&self, email: &str, name: &str) -> Result<Option<PartyId>, Wrong> {
        let called = |party: &PartyId| self.parts.state.party(*party).and_then(|party| party.name());
        let fits = |party: &PartyId| called(party).is_some_and(|known| folded(known) == folded(name));
        match self.parts.known.with_email(email) {
            [] => Ok(None),
            [party] if name.is_empty() || fits(party) => Ok(Some(*party)),
            parties => {
                let column = self.parts.matching.column(crate::Field::RepresentativeEmail);
                let says = say::ADDRESS_IS_ANOTHERS.with([email.into(), (parties.len() as u64).into()]);
                Err(Wrong::cell(column, says, say::WRITE_WHOSE_ADDRESS.with([])))
            }
        }
    }

    /// The only one of a name, in the list or in the register; `None` where nobody is called so.
    fn by_the_name(&mut self, name: &str, place: usize) -> Result<Option<Ref>, Wrong> {
        let column = self.parts.matching.column(crate::Field::Representative);
        let of_list = self.by_name.get(&(true, folded(name))).map_or(&[][..], Vec::as_slice);
        let of_register = self.parts.known.named(true, name);
        match (of_list, of_register) {
            ([], []) => Ok(None),
            ([one], []) => Ok(Some(one.is)),
            ([], [party]) => {
                let says = say::TAKEN_FOR.with([name.into(), (*party).into()]);
                self.plan.outcomes[place].notes.push(Note::at(column, says));
                Ok(Some(Ref::Known(*party)))
            }
            (list, register) => {
                let count = (list.len() + register.len()) as u64;
                let says = say::SEVERAL_ARE_CALLED.with([count.into(), name.into()]);
                Err(Wrong::cell(column, says, say::WRITE_WHOSE_ADDRESS.with([])))
            }
        }
    }

    fn acts_already(&self, organization: Ref, person: Ref) -> bool {
        let party = |of: Ref| -> Option<PartyId> {
            match of {
                Ref::Known(party) => Some(party),
                Ref::New(_) => None,
            }
        };
        party(organization).and_then(|id| self.parts.state.party(id)).zip(party(person)).is_some_and(
            |(organization, person)| organization.representative_on(self.parts.today) == Some(person),
        )
    }
}
