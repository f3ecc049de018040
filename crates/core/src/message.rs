//! Sentences as data: a key and its arguments, said in the reader's language at the edge.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use crate::{
    membership::Right,
    offices::Power,
    proposals::{Choice, Mark, StanceKind},
    rulebook::Citation,
    values::{
        ApplicantId, CaseId, ExitId, MembershipId, Minor, Names, PartyId, ProposalId, Ratio,
        ResolutionNumber, Slug,
    },
};

/// A sentence of the message catalogue and the names of its arguments.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// The name of the sentence in the catalogue.
    pub id: &'static str,
    /// The names of its arguments, in the order in which [`Key::with`] takes them.
    pub arguments: &'static [&'static str],
}

impl Key {
    /// The sentence with its arguments filled in.
    pub fn with<const N: usize>(&'static self, arguments: [Argument; N]) -> Message {
        debug_assert_eq!(self.arguments.len(), N, "arguments of {}", self.id);
        Message { key: self, arguments: arguments.into() }
    }
}

/// A sentence to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which sentence.
    pub key: &'static Key,
    /// Its arguments, in the order of the key.
    pub arguments: Vec<Argument>,
}

impl Message {
    /// The arguments with their names.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &Argument)> + Clone {
        self.key.arguments.iter().copied().zip(&self.arguments)
    }
}

impl Serialize for Message {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Message", 2)?;
        out.serialize_field("key", self.key.id)?;
        out.serialize_field("arguments", &self.named().collect::<std::collections::BTreeMap<_, _>>())?;
        out.end()
    }
}

/// What a sentence speaks of. Names are looked up when it is said, so that an erased person's name
/// stands in no finding, and a class is called what the reader's language calls it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Argument {
    /// Words as they are.
    Text(smol_str::SmolStr),
    /// A count.
    Number(i64),
    /// A share.
    Ratio(Ratio),
    /// A day.
    Date(Date),
    /// An instant, said in the co-op's time zone.
    Instant(Timestamp),
    /// A person or organization.
    Party(PartyId),
    /// A membership.
    Membership(MembershipId),
    /// A proposal.
    Proposal(ProposalId),
    /// A case, by its number.
    Case(CaseId),
    /// An exit, by its number.
    Exit(ExitId),
    /// An amount, in this currency.
    Money(Minor, smol_str::SmolStr),
    /// An applicant, by their number.
    Applicant(ApplicantId),
    /// A resolution.
    Resolution(ResolutionNumber),
    /// A membership class.
    Class(Slug),
    /// A phase of a class.
    Phase(Slug),
    /// A kind of matter.
    Matter(Slug),
    /// A group of matters, such as `major`.
    Group(Slug),
    /// A document to commit to, a section of an agreement or an office, by its name in the rulebook.
    Named(Slug),
    /// A right.
    Right(Right),
    /// A power of an office.
    Power(Power),
    /// A stance in a round.
    Stance(StanceKind),
    /// A choice in a vote.
    Choice(Choice),
    /// A mark of a complete round.
    Mark(Mark),
    /// A name as the bylaws give it, in each of their languages.
    Name(Names),
    /// A clause.
    Clause(std::sync::Arc<Citation>),
    /// Several things, said with "and" between the last two.
    List(Vec<Argument>),
}

macro_rules! from {
    ($($from:ty => $variant:ident),* $(,)?) => {
        $(impl From<$from> for Argument {
            fn from(value: $from) -> Self { Self::$variant(value.into()) }
        })*
    };
}

from! {
    &str => Text, String => Text, i64 => Number, u32 => Number, Ratio => Ratio, Date => Date,
    Timestamp => Instant, PartyId => Party, MembershipId => Membership, ProposalId => Proposal,
    ResolutionNumber => Resolution, CaseId => Case, ExitId => Exit, ApplicantId => Applicant,
    Right => Right, Power => Power, StanceKind => Stance, Choice => Choice,
    Mark => Mark, Names => Name, std::sync::Arc<Citation> => Clause, Vec<Argument> => List,
}

impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
