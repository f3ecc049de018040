//! Mail that pages send: written in the language of whoever gets it, and queued.

mod applicants;
mod members;
mod representatives;

pub use members::reminder;

use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    fact::{Basis, Fact},
    membership::PartyKind,
    personal::Personal,
    state::State,
    values::{Language, PartyId, Slug},
};
use rochdale_register::{Done, Fault, LINK_GOOD_FOR, LINK_HERE, Mail, Registrar};
use rochdale_words::{Letter, NoNames, Words};
use uuid::Uuid;

use crate::{entrance::Deed, site::Site};

/// How long it is tried to tell an old address that it is no longer the one.
const CORRECTION_TRIED_FOR: SignedDuration = SignedDuration::from_hours(72);

/// How long it is tried to send the mail that shows whether mail arrives.
const TEST_TRIED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// Whether two addresses are one mailbox: case makes no difference to people, nor to the servers they use.
fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl Site {
    /// Queues a mail with a link for everybody, in any co-op, who has this address. Several people may
    /// share it, and each gets their own.
    pub async fn send_links(&self, address: &str) -> Result<(), Fault> {
        for registrar in self.registers.all() {
            let state = registrar.state();
            for (party, details) in people_at(&state, address) {
                self.send_link(&registrar, &state, party, details).await?;
            }
        }
        Ok(())
    }

    async fn send_link(
        &self,
        registrar: &Registrar,
        state: &State,
        party: PartyId,
        details: &Personal,
    ) -> Result<(), Fault> {
        let organization = registrar.organization();
        let chosen = self.registers.database().language_of(organization, party).await?;
        let (sender, letter) = self
            .written(state, organization, chosen, |words, co_op| words.letter_with_link(co_op, LINK_HERE));
        let Some(recipient) = details.email.clone() else { return Ok(()) };
        let now = self.clock.now();
        let mail = Mail {
            organization: organization.clone(),
            name: format!("sign-in/{}", Uuid::now_v7()),
            party: Some(party),
            sender,
            recipient,
            subject: letter.subject,
            body: letter.body,
            has_link: true,
            until: now.checked_add(LINK_GOOD_FOR).unwrap_or(Timestamp::MAX),
        };
        self.registers.database().queue(&mail, now).await.map(drop)
    }

    /// Sees to what is outside the book after something was done: those who should know are written to, and lists
    /// that are being brought in are forgotten where somebody was erased, for they may stand in one.
    pub async fn was_done(&self, registrar: &Registrar, before: &State, done: &Done) {
        let state = registrar.state();
        for (fact, height) in done.facts.iter().zip(done.heights.clone()) {
            // What was done is done: a letter that cannot be queued is said in the log.
            if let Err(fault) = self.tell_of(registrar, (before, &state), fact, height).await {
                tracing::error!(%fault, height, "the letter about an entry could not be queued");
            }
        }
        if done.facts.iter().any(|fact| matches!(fact, Fact::PersonErased { .. })) {
            self.lists.forget_of(registrar.organization());
        }
    }

    /// Writes to those who should know of an entry; of most there is nobody.
    async fn tell_of(
        &self,
        registrar: &Registrar,
        (before, state): (&State, &State),
        fact: &Fact,
        height: u64,
    ) -> Result<(), Fault> {
        match fact {
            Fact::ApplicantInvited { .. } | Fact::ApplicantMoved { .. } => {
                self.tell_applicant(registrar, state, fact, height).await
            }
            Fact::DetailsCorrected { party } => {
                self.tell_old_address(registrar, (before, state), *party, height).await
            }
            Fact::MemberReminded { membership, duties } => {
                self.remind(registrar, state, (*membership, duties), height).await
            }
            // Whoever gave notice knows.
            Fact::MembershipEnded { membership, on, basis: Basis::Office(_) | Basis::Proposal(_) } => {
                self.tell_end(registrar, state, (*membership, *on), height).await
            }
            // What is recorded of an earlier day they know.
            Fact::RepresentativeNamed { person, from, .. } | Fact::AlternateNamed { person, from, .. }
                if state.date_of(self.clock.now()) <= *from =>
            {
                self.tell_representative(registrar, state, *person, height).await
            }
            _ => Ok(()),
        }
    }

    /// Writes to the address that somebody had before it was corrected: whoever reads mail there should know.
    async fn tell_old_address(
        &self,
        registrar: &Registrar,
        (before, state): (&State, &State),
        party: PartyId,
        height: u64,
    ) -> Result<(), Fault> {
        let address = |state: &State| state.party(party)?.details()?.email.clone();
        let Some(old) = address(before) else { return Ok(()) };
        if address(state).is_some_and(|new| is_same(&new, &old)) {
            return Ok(());
        }
        let organization = registrar.organization();
        let (database, now) = (self.registers.database(), self.clock.now());
        // Somebody who writes one address after another fills nobody's mailbox.
        if self.entrance.limits.take(Deed::FillMailbox, &old.to_lowercase(), now).is_err() {
            return Ok(());
        }
        let chosen = database.language_of(organization, party).await?;
        let written =
            self.written(state, organization, chosen, |words, co_op| words.letter_of_correction(co_op, now));
        let name = format!("corrected/{height}");
        self.queue_letter(organization, name, (party, &old), written, CORRECTION_TRIED_FOR).await
    }

    /// Queues a mail to `address` that says nothing but that it arrived.
    pub async fn send_test(
        &self,
        registrar: &Registrar,
        address: &str,
        language: &Language,
    ) -> Result<(), Fault> {
        let organization = registrar.organization();
        let state = registrar.state();
        let (sender, letter) = self
            .written(&state, organization, Some(language.clone()), |words, co_op| words.test_letter(co_op));
        let now = self.clock.now();
        let mail = Mail {
            organization: organization.clone(),
            name: format!("test/{}", Uuid::now_v7()),
            party: None,
            sender,
            recipient: address.to_owned(),
            subject: letter.subject,
            body: letter.body,
            has_link: false,
            until: now.checked_add(TEST_TRIED_FOR).unwrap_or(Timestamp::MAX),
        };
        self.registers.database().queue(&mail, now).await.map(drop)
    }

    /// Queues a letter without a link. `name` tells it from all others of the co-op: of one name, one is sent.
    async fn queue_letter(
        &self,
        organization: &Slug,
        name: String,
        (party, recipient): (PartyId, &str),
        (sender, letter): (String, Letter),
        tried_for: SignedDuration,
    ) -> Result<(), Fault> {
        let now = self.clock.now();
        let mail = Mail {
            organization: organization.clone(),
            name,
            party: Some(party),
            sender,
            recipient: recipient.to_owned(),
            subject: letter.subject,
            body: letter.body,
            has_link: false,
            until: now.checked_add(tried_for).unwrap_or(Timestamp::MAX),
        };
        self.registers.database().queue(&mail, now).await.map(drop)
    }

    /// A letter of a co-op in a language, or else in that of its bylaws; with the co-op's name in it.
    fn written(
        &self,
        state: &State,
        organization: &Slug,
        language: Option<Language>,
        write: impl FnOnce(&Words<'_>, &str) -> Letter,
    ) -> (String, Letter) {
        let rulebook = state.rulebook_at(self.clock.now());
        let front = rulebook.as_ref().map(|rulebook| &rulebook.front);
        let language = language.or_else(|| front.map(|front| front.binding().clone()));
        let language = language.unwrap_or_else(|| Language::new("en"));
        let co_op = front.map_or(organization.as_str(), |front| front.name.in_language(&language));
        let zone = state.time_zone();
        let words = Words::new(self.catalogue.tongue(&language), &zone, &NoNames);
        (co_op.to_owned(), write(&words, co_op))
    }
}

/// The people with this address. All are looked at, whether there are any or not.
fn people_at<'a>(state: &'a State, address: &'a str) -> impl Iterator<Item = (PartyId, &'a Personal)> {
    state.parties().filter_map(move |party| match &party.kind {
        PartyKind::Person(Some(details)) => {
            let is_theirs = details.email.as_deref().is_some_and(|email| is_same(email, address));
            is_theirs.then_some((party.id, &**details))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_tell_no_mailboxes_apart() {
        assert!(is_same(" Ana@Example.org", "ana@example.ORG"));
        assert!(!is_same("ana@example.org", "ana@example.com"));
    }
}
