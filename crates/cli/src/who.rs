//! Parties as people name them on a command line: by number or by name.

use rochdale_core::{command::By, state::State, values::PartyId};

use crate::failure::Failure;

/// The party that `text` names: its number, its name, or a part of its name that no other has.
/// `place` is the option or argument that it came from.
pub fn party(state: &State, text: &str, place: &str) -> Result<PartyId, Failure> {
    if let Ok(number) = text.parse() {
        let id = PartyId(number);
        return state.party(id).map(|party| party.id).ok_or_else(|| {
            Failure::not_understood(
                format!("there is no party number {number}"),
                place,
                "look for the number with `rochdale show members`",
            )
        });
    }
    let wanted = text.to_lowercase();
    let named = |matches: &dyn Fn(&str) -> bool| {
        let parties = state.parties();
        parties
            .filter(|party| party.name().is_some_and(|name| matches(&name.to_lowercase())))
            .collect::<Vec<_>>()
    };
    let mut found = named(&|name| name == wanted);
    if found.is_empty() {
        found = named(&|name| name.contains(&wanted));
    }
    match found.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Failure::not_understood(
            format!("nobody here is called \"{text}\""),
            place,
            "give a part of the name, or the number from `rochdale show members`",
        )),
        several => {
            let names: Vec<String> = several
                .iter()
                .take(5)
                .map(|party| format!("{} ({})", party.name().unwrap_or_default(), party.id))
                .collect();
            Err(Failure::not_understood(
                format!("{} parties are called \"{text}\"", several.len()),
                place,
                format!("give the number of the one that is meant: {}", names.join(", ")),
            ))
        }
    }
}

/// The one who asks: `desk`, or a party.
pub fn by(state: &State, text: &str, place: &str) -> Result<By, Failure> {
    if text == "desk" { Ok(By::Desk) } else { party(state, text, place).map(By::Party) }
}
