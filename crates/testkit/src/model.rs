//! A slow model that is obviously right: it answers every question by reading the facts from the first
//! to the last, and keeps nothing.

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};
use rochdale_core::{
    command::Stance,
    fact::{Fact, Happened},
    membership::Right,
    proposals::Choice,
    rulebook::{Base, Consensus, Grant, RuleKind, Rulebook, Vote},
    values::{MembershipId, PartyId, ProposalId, Slug},
};

/// The facts of a co-op, read by these rules.
#[derive(Debug, Clone, Copy)]
pub struct Model<'a> {
    /// What happened, in order.
    pub facts: &'a [Happened],
    /// The rules.
    pub rulebook: &'a Rulebook,
}

/// How a proposal comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Whether it carries.
    pub carries: bool,
    /// Of whom the share is taken.
    pub base: usize,
    /// In favour, or in agreement.
    pub in_favour: usize,
    /// Against, or objecting.
    pub against: usize,
}

impl<'a> Model<'a> {
    fn all(&self) -> impl Iterator<Item = &'a Fact> + use<'a> {
        self.facts.iter().map(|happened| &happened.recorded.fact)
    }

    /// Every membership there ever was, with its party.
    pub fn memberships(&self) -> Vec<(MembershipId, PartyId)> {
        let admitted = |fact: &Fact| match fact {
            Fact::MemberAdmitted { membership, party, .. } => Some((*membership, *party)),
            _ => None,
        };
        self.all().filter_map(admitted).collect()
    }

    /// The class that a membership is in on a day and since when; `None` where it is not current.
    pub fn class_on(&self, wanted: MembershipId, day: Date) -> Option<(Date, Slug)> {
        let mut class = None;
        for fact in self.all() {
            match fact {
                Fact::MemberAdmitted { membership, class: entered, since, .. }
                | Fact::ClassChanged { membership, class: entered, since, .. }
                    if *membership == wanted && *since <= day =>
                {
                    class = Some((*since, entered.clone()));
                }
                Fact::MembershipEnded { membership, on, .. } if *membership == wanted && *on < day => {
                    class = None
                }
                _ => {}
            }
        }
        class
    }

    /// Everybody who may cast the vote of a membership on a day: its holder, and the alternates of an organization
    /// whose class the bylaws let act by alternates.
    pub fn acting_on(&self, membership: MembershipId, day: Date) -> BTreeSet<PartyId> {
        let mut acting: BTreeSet<PartyId> = self.holder_on(membership, day).into_iter().collect();
        let owner = self.memberships().into_iter().find(|(id, _)| *id == membership).map(|(_, owner)| owner);
        let class = self.class_on(membership, day).map(|(_, class)| class);
        let lets_alternates = class.is_some_and(|class| {
            self.rulebook
                .rules()
                .any(|rule| matches!(&rule.kind, RuleKind::Alternates(rule) if rule.classes.contains(&class)))
        });
        let mut alternates = BTreeSet::new();
        for fact in self.all() {
            match fact {
                Fact::AlternateNamed { organization, person, from }
                    if Some(*organization) == owner && *from <= day =>
                {
                    alternates.insert(*person);
                }
                Fact::RepresentationEnded { organization, person, on }
                    if Some(*organization) == owner && *on < day =>
                {
                    alternates.remove(person);
                }
                _ => {}
            }
        }
        if lets_alternates {
            acting.extend(alternates);
        }
        acting
    }

    /// Who holds the vote of a membership on a day: themselves, or the official representative.
    pub fn holder_on(&self, membership: MembershipId, day: Date) -> Option<PartyId> {
        let (_, owner) = self.memberships().into_iter().find(|(id, _)| *id == membership)?;
        let is_organization =
            self.all().any(|fact| matches!(fact, Fact::OrganizationEntered { party, .. } if *party == owner));
        if !is_organization {
            return Some(owner);
        }
        let mut holder = None;
        for fact in self.all() {
            match fact {
                Fact::RepresentativeNamed { organization, person, from }
                    if *organization == owner && *from <= day =>
                {
                    holder = Some(*person);
                }
                Fact::RepresentationEnded { organization, person, on }
                    if *organization == owner && *on < day && holder == Some(*person) =>
                {
                    holder = None;
                }
                _ => {}
            }
        }
        holder
    }

    /// The phase of a class in which somebody is on a day who entered it on `since`.
    pub fn phase_on(&self, class: &Slug, since: Date, day: Date) -> Option<Slug> {
        let phases = self.rulebook.phases(class)?.rule;
        let mut months = 0u32;
        while since.checked_add(Span::new().months(i64::from(months) + 1)).ok()? <= day {
            months += 1;
        }
        let mut names = phases.phases.iter().flat_map(|phase| vec![&phase.id; phase.months as usize]);
        let last = phases.phases.last().filter(|_| phases.continues).map(|phase| &phase.id);
        names.nth(months as usize).or(last).cloned()
    }

    /// Whether the tables grant a right on matters of a group: the nearest cell answers, a clause before
    /// a summary, a phase before a class, a group before all matters.
    pub fn grants(&self, class: &Slug, phase: Option<&Slug>, right: Right, group: &Slug) -> Option<bool> {
        let mut cells = Vec::new();
        for rule in self.rulebook.rules() {
            let RuleKind::Rights(rights) = &rule.kind else { continue };
            for cell in rights.cells.iter().filter(|cell| cell.class == *class && cell.right == right) {
                let fits = cell.phase.as_ref().is_none_or(|own| Some(own) == phase)
                    && cell.group.as_ref().is_none_or(|own| own == group);
                if fits {
                    cells.push((rights.is_summary, cell.phase.is_none(), cell.group.is_none(), &cell.grant));
                }
            }
        }
        let nearest = cells.iter().min_by_key(|(summary, class, all, _)| (*summary, *class, *all))?;
        Some(match nearest.3 {
            Grant::Yes => true,
            Grant::OnlyOn(only) => only == group,
            Grant::No | Grant::Depends(_) => false,
        })
    }

    /// Who is counted and who has a voice apart, on matters of a group that open on a day.
    pub fn roll(&self, group: &Slug, day: Date) -> (BTreeSet<MembershipId>, BTreeSet<MembershipId>) {
        let (mut counted, mut apart) = (BTreeSet::new(), BTreeSet::new());
        for (membership, _) in self.memberships() {
            let Some((since, class)) = self.class_on(membership, day) else { continue };
            let phase = self.phase_on(&class, since, day);
            if self.grants(&class, phase.as_ref(), Right::Vote, group) != Some(true) {
                continue;
            }
            let is_counted = self.grants(&class, phase.as_ref(), Right::BeCounted, group) != Some(false);
            if is_counted {
                counted.insert(membership)
            } else {
                apart.insert(membership)
            };
        }
        (counted, apart)
    }

    fn is_recused(&self, proposal: ProposalId, voter: MembershipId) -> bool {
        self.all().any(|fact| {
            matches!(fact, Fact::InterestDisclosed { proposal: on, membership, recused: true, .. }
                if *on == proposal && *membership == voter)
        })
    }

    fn base(&self, proposal: ProposalId, counted: &BTreeSet<MembershipId>) -> usize {
        let leaves = self.rulebook.recusal().is_some_and(|rule| rule.rule.leaves_base);
        counted.iter().filter(|voter| !(leaves && self.is_recused(proposal, **voter))).count()
    }

    /// The last ballot of a membership.
    fn ballot(&self, proposal: ProposalId, voter: MembershipId) -> Option<Choice> {
        let cast = |fact: &Fact| match fact {
            Fact::BallotCast { proposal: on, membership, choice, .. }
                if *on == proposal && *membership == voter =>
            {
                Some(*choice)
            }
            _ => None,
        };
        self.all().filter_map(cast).last().filter(|_| !self.is_recused(proposal, voter))
    }

    /// The stance that a membership stands by: its last, unless the words changed since and it is no objection.
    fn stance(&self, proposal: ProposalId, voter: MembershipId) -> Option<Stance> {
        let mut last = None;
        for fact in self.all() {
            match fact {
                Fact::StanceTaken { proposal: on, membership, stance, .. }
                    if *on == proposal && *membership == voter =>
                {
                    last = Some(stance.clone());
                }
                Fact::ProposalRevised { proposal: on, .. } if *on == proposal => {
                    last = last.filter(|stance| matches!(stance, Stance::Object { .. }));
                }
                _ => {}
            }
        }
        last.filter(|_| !self.is_recused(proposal, voter))
    }

    /// How a vote comes out.
    pub fn count_vote(&self, rule: &Vote, proposal: ProposalId, counted: &BTreeSet<MembershipId>) -> Count {
        let with =
            |choice| counted.iter().filter(|voter| self.ballot(proposal, **voter) == Some(choice)).count();
        let (in_favour, against) = (with(Choice::For), with(Choice::Against));
        let base = match rule.base {
            Base::All => self.base(proposal, counted),
            Base::Cast => in_favour + against,
        };
        // in_favour / base compared with part / whole, without dividing.
        let got = in_favour * rule.threshold.whole() as usize;
        let wanted = base * rule.threshold.part() as usize;
        let is_enough = if rule.more_than { got > wanted } else { got >= wanted };
        Count { carries: base > 0 && is_enough, base, in_favour, against }
    }

    /// How rounds come out.
    pub fn count_consensus(
        &self,
        rule: &Consensus,
        proposal: ProposalId,
        (counted, apart): (&BTreeSet<MembershipId>, &BTreeSet<MembershipId>),
    ) -> Count {
        let agrees = |voter: &&MembershipId| self.stance(proposal, **voter) == Some(Stance::Agree);
        let objects =
            |voter: &&MembershipId| matches!(self.stance(proposal, **voter), Some(Stance::Object { .. }));
        let (in_favour, against) =
            (counted.iter().filter(agrees).count(), counted.iter().filter(objects).count());
        let base = self.base(proposal, counted);
        let nobody_objects = against == 0 && !apart.iter().any(|voter| objects(&voter));
        let carries = base > 0 && nobody_objects && (!rule.everyone_must_agree || in_favour == base);
        Count { carries, base, in_favour, against }
    }
}
