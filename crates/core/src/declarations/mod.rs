//! Declarations: what a member means to do in their own name and lays before the assembly in advance, and what
//! the assembly decided. What is written stands beside the register, for its readers only.

mod apply;
pub(crate) mod decide;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub(crate) use apply::apply;

use crate::{
    command::Effect,
    membership::{Membership, Right, has_right},
    rulebook::{DeclarationRule, EffectKind, Matter, Rulebook, Ruled},
    state::State,
    values::{DeclarationId, MembershipId, PartyId, ProposalId, Slug, WordsId},
};

/// A declaration with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// Its number.
    pub id: DeclarationId,
    /// Which kind, as the rulebook calls it.
    pub kind: Slug,
    /// The edition under which it was made.
    pub edition: u32,
    /// The membership of whoever declared.
    pub membership: MembershipId,
    /// When it was made.
    pub declared: Timestamp,
    /// The day on which what is declared begins.
    pub begins: Date,
    /// Whether it came after that day.
    pub late: bool,
    /// What it says; gone once whoever declared is erased.
    pub words: WordsId,
    /// What the assembly decided.
    pub decided: Option<Decided>,
    /// The day on which whoever declared took it back.
    pub withdrawn: Option<Date>,
}

/// What the assembly decided on a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// On which day.
    pub on: Date,
    /// By which proposal.
    pub proposal: ProposalId,
    /// Whether it allows what was declared.
    pub allowed: bool,
}

/// How a declaration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has put it to the assembly yet.
    Open,
    /// A proposal on it is open.
    BeforeTheAssembly(ProposalId),
    /// The assembly allows it.
    Allowed(Decided),
    /// The assembly does not allow it.
    NotAllowed(Decided),
    /// Whoever declared took it back.
    Withdrawn(Date),
}

impl Standing {
    /// Its name in the interface.
    pub fn id(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::BeforeTheAssembly(_) => "before_the_assembly",
            Standing::Allowed(_) => "allowed",
            Standing::NotAllowed(_) => "not_allowed",
            Standing::Withdrawn(_) => "withdrawn",
        }
    }

    /// Whether it waits for the assembly.
    pub fn is_open(self) -> bool {
        matches!(self, Standing::Open | Standing::BeforeTheAssembly(_))
    }
}

/// How a declaration stands now.
pub fn standing(state: &State, declaration: &Declaration) -> Standing {
    if let Some(on) = declaration.withdrawn {
        return Standing::Withdrawn(on);
    }
    match declaration.decided {
        Some(decided) if decided.allowed => Standing::Allowed(decided),
        Some(decided) => Standing::NotAllowed(decided),
        None => {
            let deciding = Effect::DecideDeclaration { declaration: declaration.id };
            let open = state.open_proposals().find(|known| known.draft.effect == deciding);
            open.map_or(Standing::Open, |proposal| Standing::BeforeTheAssembly(proposal.id))
        }
    }
}

/// The rule of a declaration, by the edition under which it was made.
pub fn rule_of<'a>(state: &'a State, declaration: &Declaration) -> Option<Ruled<'a, DeclarationRule>> {
    state.edition(declaration.edition)?.declaration(&declaration.kind)
}

/// The kind of matter by which the assembly decides on declarations of a kind; `None` where it does not.
pub fn decided_by<'a>(rulebook: &'a Rulebook, kind: &Slug) -> Option<Ruled<'a, Matter>> {
    let decides = |matter: &Ruled<'_, Matter>| matches!(&matter.rule.effect, EffectKind::DecideDeclaration { declaration } if declaration == kind);
    rulebook.matters().find(decides)
}

/// Who declared.
pub fn declarer(state: &State, declaration: &Declaration) -> Option<PartyId> {
    state.membership(declaration.membership).map(|held| held.party)
}

/// Whether a person is among those who decide on declarations of a kind on a day.
pub fn decides(state: &State, rulebook: &Rulebook, kind: &Slug, person: PartyId, day: Date) -> bool {
    decided_by(rulebook, kind)
        .is_some_and(|matter| has_right(state, person, Right::Vote, Some(&matter.rule.group), day))
}

/// Whether a person may see a declaration and read it on a day: whoever declared, and those who decide on it.
pub fn reads(state: &State, declaration: &Declaration, person: PartyId, day: Date) -> bool {
    let Some(rulebook) = state.rulebook_on(day) else { return false };
    declarer(state, declaration) == Some(person) || decides(state, &rulebook, &declaration.kind, person, day)
}

/// The declarations that a person may see on a day, the newest first.
pub fn declarations_for(state: &State, person: PartyId, day: Date) -> impl Iterator<Item = &Declaration> {
    let seen = move |declaration: &&Declaration| reads(state, declaration, person, day);
    state.declarations().rev().map(|declaration| &**declaration).filter(seen)
}

/// The membership by which a person makes declarations of a kind on a day: their own, of a class that makes
/// them.
pub fn declares_by<'a>(
    state: &'a State,
    rule: &DeclarationRule,
    person: PartyId,
    day: Date,
) -> Option<&'a Membership> {
    let own = state.party(person).filter(|party| party.is_person())?.memberships.iter();
    let current = own.filter_map(|id| state.membership(*id)).filter(|held| held.is_current_on(day));
    let of_class =
        |held: &&Membership| held.class_on(day).is_some_and(|(_, class)| rule.classes.contains(class));
    current.map(|held| &**held).find(of_class)
}

/// The kinds of declaration that a person may make on a day.
pub fn kinds_for<'a>(
    state: &'a State,
    rulebook: &'a Rulebook,
    person: PartyId,
    day: Date,
) -> impl Iterator<Item = Ruled<'a, DeclarationRule>> {
    rulebook.declarations().filter(move |rule| declares_by(state, rule.rule, person, day).is_some())
}
