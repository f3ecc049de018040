//! What applicants write in examples, and how they are invited.

use std::collections::BTreeMap;

use super::world::World;
use crate::{
    applicants::{EMAIL, NAME, ORGANIZATION},
    command::Command,
    personal::Words,
    values::Slug,
};

const SALT: &str = "salt of the example's form";

/// The form of a person, or of an organization that names its representative.
pub(super) fn form(name: &str, representative: Option<&str>) -> Words {
    let mut texts = BTreeMap::from([(Slug::new(EMAIL), "somebody@example.org".to_owned())]);
    texts.insert(Slug::new(NAME), representative.unwrap_or(name).to_owned());
    if representative.is_some() {
        texts.insert(Slug::new(ORGANIZATION), name.to_owned());
    }
    Words { texts, salt: SALT.to_owned() }
}

/// The invitation of whoever sent a form under this name. Whom the example spoke of before is in the book.
pub(super) fn invitation(world: &World, name: &str) -> Result<Command, String> {
    let applicant = world.applicant(name)?;
    let said = world.state.applicant(applicant).and_then(|known| known.said(&world.state));
    let (person, organization) =
        said.map(|said| (world.party(said.on(NAME)), world.party(said.on(ORGANIZATION)))).unwrap_or_default();
    Ok(Command::InviteApplicant { applicant, person, organization, salt: SALT.to_owned() })
}
