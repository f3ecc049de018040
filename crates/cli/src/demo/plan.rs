//! A year as a list of steps: what happens when, written in any order, told in the order of time.

mod cases;
mod reviews;
mod standing;

use std::collections::BTreeSet;
mod archive;
mod assets;

pub use archive::Filed;

use jiff::{Timestamp, ToSpan, Zoned, civil::Date, tz::TimeZone};
use rochdale_core::{
    command::{By, Command, Draft, Effect, Stance},
    personal::Personal,
    proposals::{Choice, Mark},
    rulebook::Bundle,
    values::{MembershipId, Slug},
};

use super::{
    agreeing::{Sections, terms},
    teller::{Teller, Told, Untold},
};

/// So many days before today, at this hour and minute in the co-op's time zone; below zero for days
/// to come.
#[derive(Debug, Clone, Copy)]
pub struct When(pub i32, pub i8, pub i8);

type Step = Box<dyn FnOnce(&mut Teller) -> Told>;

/// The steps of one co-op's year.
pub struct Plan {
    today: Zoned,
    steps: Vec<(Timestamp, Step)>,
}

/// A proposal as a story has it.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// Its title, by which the rest of the story calls it.
    pub title: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Its kind of matter.
    pub matter: &'static str,
    /// Who makes it.
    pub by: &'static str,
    /// What it does when it carries.
    pub does: Does,
    /// Who sees to it, and by which day: so many days before today.
    pub owner: Option<(&'static str, i32)>,
}

/// What a proposal does, with the names of the story.
#[derive(Debug, Clone)]
pub enum Does {
    /// Nothing by itself.
    Nothing,
    /// Admits the person called this.
    Admit(&'static str),
    /// Changes the class of the person called this.
    ChangeClass(&'static str),
    /// Names a kind of matter: its short name, its name.
    NameMatter(&'static str, &'static str),
    /// Adopts this edition.
    Adopt(Bundle),
    /// Confirms the review with this number of the person called this.
    ConfirmReview(&'static str, u32),
}

impl Plan {
    /// A year that ends at `now` in the co-op's time zone.
    pub fn until(now: Timestamp, zone: TimeZone) -> Self {
        Self { today: now.to_zoned(zone), steps: Vec::new() }
    }

    /// The day so many days before today.
    pub fn day(&self, days_ago: i32) -> Date {
        self.today.date().checked_sub(days_ago.days()).unwrap_or(Date::MIN)
    }

    /// The instant of `when`.
    pub fn instant(&self, When(days_ago, hour, minute): When) -> Timestamp {
        let zoned = self.day(days_ago).at(hour, minute, 0, 0).to_zoned(self.today.time_zone().clone());
        zoned.map_or(Timestamp::MIN, |zoned| zoned.timestamp())
    }

    /// Adds a step.
    pub fn at(&mut self, when: When, step: impl FnOnce(&mut Teller) -> Told + 'static) {
        self.steps.push((self.instant(when), Box::new(step)));
    }

    /// Tells the year, step by step in the order of time, up to now.
    pub fn tell(mut self) -> Result<Teller, Untold> {
        let now = self.today.timestamp();
        // What is planned for later has not happened yet.
        self.steps.retain(|(at, _)| *at <= now);
        self.steps.sort_by_key(|(at, _)| *at);
        let start = self.steps.first().map_or(Timestamp::MIN, |(at, _)| *at);
        let mut teller = Teller::at(start);
        for (at, step) in self.steps {
            teller.wait_until(at)?;
            step(&mut teller)?;
        }
        teller.wait_until(now)?;
        Ok(teller)
    }

    /// The co-op begins its book with this rulebook.
    pub fn founds(&mut self, when: When, handle: &str, rulebook: Bundle) {
        let handle = Slug::new(handle);
        self.at(when, move |teller| teller.ask(By::Desk, Command::Found { handle, rulebook }));
    }

    /// The desk enters a person.
    pub fn enters(&mut self, when: When, name: &'static str, place: Option<&'static str>) {
        self.at(when, move |teller| {
            let details = Personal {
                name: name.to_owned(),
                email: Some(address_of(name)),
                place: place.map(str::to_owned),
                salt: teller.salt(),
            };
            teller.ask(By::Desk, Command::EnterPerson { details })?;
            teller.remember_party(name);
            Ok(())
        });
    }

    /// The desk enters an organization.
    pub fn enters_organization(&mut self, when: When, name: &'static str, place: &'static str) {
        self.at(when, move |teller| {
            let place = Some(place.to_owned());
            teller.ask(By::Desk, Command::EnterOrganization { name: name.to_owned(), place })?;
            teller.remember_party(name);
            Ok(())
        });
    }

    /// The desk admits somebody to a class from the day of `since` on.
    pub fn admits(
        &mut self,
        when: When,
        name: &'static str,
        class: &'static str,
        kind: Option<&'static str>,
        since: i32,
        basis: &'static str,
    ) {
        let since = self.day(since);
        self.at(when, move |teller| {
            let party = teller.party(name)?;
            let (class, kind, basis) = (Slug::new(class), kind.map(Slug::new), basis.to_owned());
            teller.ask(By::Desk, Command::AdmitMember { party, class, kind, since, basis })
        });
    }

    /// The desk records that a membership ends on the day of `when`.
    pub fn leaves(&mut self, when: When, name: &'static str, basis: &'static str) {
        let on = self.day(when.0);
        self.at(when, move |teller| {
            let membership = teller.membership(name)?;
            teller.ask(By::Desk, Command::EndMembership { membership, on, basis: basis.to_owned() })
        });
    }

    /// Somebody asks for what the year so far makes of it.
    pub fn asks(
        &mut self,
        when: When,
        by: &'static str,
        command: impl FnOnce(&Teller) -> Result<Command, Untold> + 'static,
    ) {
        self.at(when, move |teller| {
            let command = command(teller)?;
            teller.ask_as(by, command)
        });
    }

    /// The desk records a person as the representative of an organization from the day of `when` on.
    pub fn represents(&mut self, when: When, person: &'static str, organization: &'static str) {
        let from = self.day(when.0);
        self.at(when, move |teller| {
            let (organization, person) = (teller.party(organization)?, teller.party(person)?);
            teller.ask(By::Desk, Command::NameRepresentative { organization, person, from })
        });
    }

    /// The desk records the day of `when` as the last on which a person represents an organization.
    pub fn stops_representing(&mut self, when: When, person: &'static str, organization: &'static str) {
        let on = self.day(when.0);
        self.at(when, move |teller| {
            let (organization, person) = (teller.party(organization)?, teller.party(person)?);
            teller.ask(By::Desk, Command::EndRepresentation { organization, person, on })
        });
    }

    /// The desk publishes a version of a document, in force from the day of `when` on.
    pub fn publishes(&mut self, when: When, document: &'static str, text: &'static str) {
        let in_force_from = self.day(when.0);
        self.at(when, move |teller| {
            let document = Slug::new(document);
            teller.ask(By::Desk, Command::PublishDocument { document, text: text.to_owned(), in_force_from })
        });
    }

    /// Somebody commits to a version of a document: `person` for `party`, which may be themselves.
    pub fn commits(
        &mut self,
        when: When,
        person: &'static str,
        party: &'static str,
        document: &'static str,
        version: u32,
    ) {
        self.at(when, move |teller| {
            let party = teller.party(party)?;
            let command = Command::AcknowledgeDocument { party, document: Slug::new(document), version };
            teller.ask_as(person, command)
        });
    }

    /// The desk records an agreement that was signed on paper, with what its sections say; `until` is how many days
    /// ago its last day was, where it has one.
    pub fn signs(
        &mut self,
        when: When,
        name: &'static str,
        agreement: &'static str,
        sections: Sections,
        until: Option<i32>,
    ) {
        let until = until.map(|days_ago| self.day(days_ago));
        self.at(when, move |teller| {
            let party = teller.party(name)?;
            let words = terms(teller, sections);
            let kind = Slug::new(agreement);
            teller.ask(
                By::Desk,
                Command::RecordAgreement { party, kind, signed: None, until, words, paper: None },
            )
        });
    }

    /// The desk records that somebody paid their capital in full.
    pub fn pays_capital(&mut self, when: When, name: &'static str) {
        self.at(when, move |teller| {
            let membership = teller.membership(name)?;
            teller.ask(By::Desk, Command::RecordCapital { membership })
        });
    }

    /// The desk gives somebody an office, from that day on.
    pub fn gives_office(&mut self, when: When, name: &'static str, office: &'static str) {
        self.at(when, move |teller| {
            let (person, from) = (teller.party(name)?, teller.today());
            teller.ask(By::Desk, Command::GiveOffice { office: Slug::new(office), person, from, until: None })
        });
    }

    /// Somebody writes a proposal.
    pub fn drafts(&mut self, when: When, proposed: Proposed) {
        let owner = proposed.owner.map(|(owner, deadline)| (owner, self.day(deadline)));
        self.at(when, move |teller| {
            let effect = match proposed.does {
                Does::Nothing => Effect::Nothing,
                Does::Admit(name) => Effect::Admit { party: teller.party(name)? },
                Does::ChangeClass(name) => Effect::ChangeClass { membership: teller.membership(name)? },
                Does::NameMatter(matter, name) => {
                    Effect::NameMatter { matter: Slug::new(matter), name: name.to_owned() }
                }
                Does::Adopt(rulebook) => Effect::AdoptEdition { rulebook },
                Does::ConfirmReview(name, review) => {
                    Effect::ConfirmReview { membership: teller.membership(name)?, review }
                }
            };
            let draft = Draft {
                title: proposed.title.to_owned(),
                text: proposed.text.to_owned(),
                matter: Slug::new(proposed.matter),
                effect,
                owner: owner.map(|(owner, _)| teller.party(owner)).transpose()?,
                deadline: owner.map(|(_, deadline)| deadline),
            };
            teller.ask_as(proposed.by, Command::DraftProposal(draft))?;
            teller.remember_proposal(proposed.title);
            Ok(())
        });
    }

    /// Its author opens a proposal; one that is decided by a vote closes at `closes`.
    pub fn opens(&mut self, when: When, by: &'static str, title: &'static str, closes: Option<When>) {
        let closes = closes.map(|closes| self.instant(closes));
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            teller.ask_as(by, Command::OpenProposal { proposal, closes })
        });
    }

    /// Somebody writes a proposal and opens it at once.
    pub fn proposes(&mut self, when: When, proposed: Proposed, closes: Option<When>) {
        let (by, title) = (proposed.by, proposed.title);
        self.drafts(when, proposed);
        self.opens(when, by, title, closes);
    }

    /// Its author rewrites a proposal.
    pub fn revises(&mut self, when: When, by: &'static str, title: &'static str, text: &'static str) {
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            let (title, text) = (title.to_owned(), text.to_owned());
            let draft = teller.state.proposal(proposal).map(|known| known.draft.clone());
            let (owner, deadline) = draft.map(|draft| (draft.owner, draft.deadline)).unwrap_or_default();
            teller.ask_as(by, Command::ReviseProposal { proposal, title, text, owner, deadline })
        });
    }

    /// Its author withdraws a proposal.
    pub fn withdraws(&mut self, when: When, by: &'static str, title: &'static str) {
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            teller.ask_as(by, Command::WithdrawProposal { proposal })
        });
    }

    /// Several people take the same stance, a few minutes apart.
    pub fn take(&mut self, when: When, title: &'static str, names: &[&'static str], stance: &Stance) {
        let When(days_ago, hour, minute) = when;
        for (place, name) in names.iter().copied().enumerate() {
            let later = minute.saturating_add(i8::try_from(place * 7).unwrap_or(0));
            let when = When(days_ago, hour + later / 60, later % 60);
            let stance = stance.clone();
            self.at(when, move |teller| {
                let (proposal, membership) = (teller.proposal(title)?, teller.membership(name)?);
                teller.ask_as(name, Command::TakeStance { proposal, membership, stance })
            });
        }
    }

    /// Somebody closes the open round with all its marks.
    pub fn closes_round(&mut self, when: When, by: &'static str, title: &'static str, summary: &'static str) {
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            let marks: BTreeSet<Mark> = Mark::ALL.iter().copied().collect();
            teller.ask_as(by, Command::CloseRound { proposal, marks, summary: summary.to_owned() })
        });
    }

    /// Somebody opens the next round.
    pub fn opens_round(&mut self, when: When, by: &'static str, title: &'static str) {
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            teller.ask_as(by, Command::OpenRound { proposal })
        });
    }

    /// Somebody records that the last round found consensus.
    pub fn concludes(&mut self, when: When, by: &'static str, title: &'static str) {
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            teller.ask_as(by, Command::Conclude { proposal })
        });
    }

    /// Somebody discloses an interest, and withdraws from deciding.
    pub fn recuses(&mut self, when: When, name: &'static str, title: &'static str, interest: &'static str) {
        self.at(when, move |teller| {
            let (proposal, membership) = (teller.proposal(title)?, teller.membership(name)?);
            let interest = interest.to_owned();
            teller.ask_as(name, Command::DiscloseInterest { proposal, membership, interest, recuse: true })
        });
    }

    /// Somebody calls the vote that replaces consensus.
    pub fn calls_vote(&mut self, when: When, by: &'static str, title: &'static str, closes: When) {
        let closes = self.instant(closes);
        self.at(when, move |teller| {
            let proposal = teller.proposal(title)?;
            teller.ask_as(by, Command::CallVote { proposal, closes })
        });
    }

    /// Several people cast the same ballot, a few minutes apart.
    pub fn vote(&mut self, when: When, title: &'static str, names: &[&'static str], choice: Choice) {
        for (place, name) in names.iter().copied().enumerate() {
            let When(days_ago, hour, minute) = when;
            let minute = minute.saturating_add(i8::try_from(place * 5).unwrap_or(0));
            self.at(When(days_ago, hour + minute / 60, minute % 60), move |teller| {
                let (proposal, membership) = (teller.proposal(title)?, teller.membership(name)?);
                teller.ask_as(name, Command::CastBallot { proposal, membership, choice })
            });
        }
    }

    /// Whoever holds the vote of each membership on the roll is asked for their answer at `when`;
    /// nobody answers for a membership whose vote nobody holds.
    pub fn answers(
        &mut self,
        when: When,
        title: &'static str,
        answer: impl Fn(MembershipId) -> Option<Choice> + 'static,
    ) {
        self.at(when, move |teller| {
            let id = teller.proposal(title)?;
            let today = teller.today();
            let Some(proposal) = teller.state.proposal(id).cloned() else { return Ok(()) };
            for membership in
                proposal.roll.counted.iter().filter(|membership| !proposal.is_recused(*membership))
            {
                let Some(choice) = answer(membership) else { continue };
                let held = teller.state.membership(membership).filter(|held| held.is_current_on(today));
                let party = held.and_then(|held| teller.state.party(held.party));
                let holder = party.and_then(|party| {
                    if party.is_person() { Some(party.id) } else { party.representative_on(today) }
                });
                let Some(holder) = holder else { continue };
                teller.ask(By::Party(holder), Command::CastBallot { proposal: id, membership, choice })?;
            }
            Ok(())
        });
    }
}

/// Where a made-up person gets mail: a mailbox by the Latin part of their name, at a place where there is
/// none (RFC 2606).
fn address_of(name: &str) -> String {
    let is_latin = |word: &&str| word.chars().any(|one| one.is_ascii_alphabetic());
    let words: Vec<String> = name
        .split_whitespace()
        .filter(is_latin)
        .map(|word| word.chars().filter(|one| one.is_ascii_alphabetic() || *one == '-').collect())
        .collect();
    format!("{}@example.org", words.join(".").to_lowercase())
}
