//! What those are written who were named to act for an organization. Whoever names them writes nothing of it: neither the
//! organization nor anybody is named.

use jiff::SignedDuration;
use rochdale_core::{state::State, values::PartyId};
use rochdale_register::{Fault, Registrar};

use super::applicants::own_address;
use crate::{entrance::Deed, site::Site};

/// How long it is tried to send it.
const TRIED_FOR: SignedDuration = SignedDuration::from_hours(48);

impl Site {
    /// Writes to somebody who was named.
    pub(super) async fn tell_representative(
        &self,
        registrar: &Registrar,
        state: &State,
        person: PartyId,
        height: u64,
    ) -> Result<(), Fault> {
        let Some(recipient) = own_address(state, person) else { return Ok(()) };
        let (database, now) = (self.registers.database(), self.clock.now());
        if self.entrance.limits.take(Deed::FillMailbox, &recipient.to_lowercase(), now).is_err() {
            return Ok(());
        }
        let organization = registrar.organization();
        let chosen = database.language_of(organization, person).await?;
        let address = format!("{}/{organization}/today", self.entrance.origin);
        let written = self.written(state, organization, chosen, |words, co_op| {
            words.letter_to_a_representative(co_op, &address)
        });
        let name = format!("representative/{height}");
        self.queue_letter(organization, name, (person, recipient), written, TRIED_FOR).await
    }
}
