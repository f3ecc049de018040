//! The members of a day as a table.

use jiff::civil::Date;
use rochdale_core::{
    membership::{Membership, Right},
    refusal::Refusal,
    sight::{Viewer, details_for, must_see, reaches_members},
    state::State,
};
use rochdale_words::Words;

use super::Csv;
use crate::Field;

/// The members of `day` as CSV, as `viewer` may see them on `today`: one row a membership, in the order of
/// admission, days as ISO 8601 has them. Whoever may know how members can be reached gets their addresses;
/// for everybody else there is no such column. Refused to whoever may not see the members. The headings are
/// those by which a list is read.
pub fn members_csv(
    state: &State,
    viewer: Viewer,
    today: Date,
    day: Date,
    words: &Words<'_>,
) -> Result<Vec<u8>, Box<Refusal>> {
    must_see(state, viewer, Right::SeeMembers, today)?;
    let with_addresses = reaches_members(state, viewer, today);
    let of_everybody = [
        Field::Name,
        Field::What,
        Field::Place,
        Field::Class,
        Field::Kind,
        Field::Since,
        Field::Until,
        Field::Representative,
    ];
    let of_addresses = [Field::Email, Field::RepresentativeEmail];
    let fields: Vec<Field> =
        of_everybody.into_iter().chain(of_addresses.into_iter().filter(|_| with_addresses)).collect();
    let mut table = Csv::new();
    let number = words.text("list-membership-number");
    table.row(std::iter::once(number).chain(fields.iter().map(|field| words.text(field.label()))));
    for held in state.memberships_on(day) {
        let of_field = |field: &Field| cell(state, viewer, today, day, words, held, *field);
        table.row(std::iter::once(held.id.to_string()).chain(fields.iter().map(of_field)));
    }
    Ok(table.bytes())
}

fn cell(
    state: &State,
    viewer: Viewer,
    today: Date,
    day: Date,
    words: &Words<'_>,
    held: &Membership,
    field: Field,
) -> String {
    let Some(party) = state.party(held.party) else { return String::new() };
    let representative = party.representative_on(day).and_then(|person| state.party(person));
    let address = |party| details_for(state, viewer, party, today).and_then(|details| details.email.clone());
    match field {
        Field::Name => words.party(party.id),
        Field::What => words.text(if party.is_person() { "person" } else { "organization" }).to_owned(),
        Field::Place => party.place().unwrap_or_default().to_owned(),
        Field::Class => held.class_on(day).map(|(_, class)| words.class(class)).unwrap_or_default(),
        Field::Kind => held.kind.as_ref().map(|kind| words.named(kind)).unwrap_or_default(),
        Field::Since => held.since().to_string(),
        Field::Until => held.last_day().map(|day| day.to_string()).unwrap_or_default(),
        Field::Representative => representative.map(|person| words.party(person.id)).unwrap_or_default(),
        Field::Email => address(party).unwrap_or_default(),
        Field::RepresentativeEmail => representative.and_then(|person| address(person)).unwrap_or_default(),
        _ => String::new(),
    }
}
