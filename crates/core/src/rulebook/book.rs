//! The rulebook as a value, and the questions that the rest of the program asks it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Deref,
    sync::Arc,
};

use super::{
    AgreementRule, Alternates, AssetRegister, Backup, CaseRule, Cell, ChannelsRule, Chapter, Citation, Class,
    Clause, ClauseId, Commitment, Concerned, Confidentiality, Decision, DeclarationRule, DutyRule, Front,
    Handover, Interest, Matter, Matters, Named, NoticeRule, Objection, Office, Phases, Quantity, Recusal,
    Representatives, Resolution, Retained, Retention, Review, Rule, RuleKind, Sanctions, Settlement,
    StandingRule, Suspension, Term, Unsettled, VotingUnit, WaiverRule, Window, index::Index,
};
use crate::{
    membership::Right,
    values::{Language, Names, Slug},
};

/// A rule, or a part of one, with the words that it implements.
#[derive(Debug, PartialEq, Eq)]
pub struct Ruled<'a, T> {
    /// What the rule says.
    pub rule: &'a T,
    /// Where it stands.
    pub cite: &'a Arc<Citation>,
}

impl<T> Clone for Ruled<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ruled<'_, T> {}

impl<T> Deref for Ruled<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.rule
    }
}

/// One edition of a co-op's bylaws, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook {
    /// The front matter.
    pub front: Front,
    /// What the public page says of the co-op, in each language.
    pub preface: BTreeMap<Language, String>,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
    /// The clauses, in the order of reading.
    clauses: Vec<Clause>,
    index: Index,
}

impl Rulebook {
    /// The rulebook of these parts; `clauses` stand in the order of reading.
    pub fn new(
        front: Front,
        preface: BTreeMap<Language, String>,
        chapters: Vec<Chapter>,
        clauses: Vec<Clause>,
    ) -> Self {
        let index = Index::of(&clauses);
        Self { front, preface, chapters, clauses, index }
    }

    /// The clause with this id.
    pub fn clause(&self, id: &ClauseId) -> Option<&Clause> {
        self.clauses.get(*self.index.clauses.get(id)?)
    }

    /// All clauses, in the order of reading.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter()
    }

    /// All rules, in the order of reading.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.clauses.iter().flat_map(|clause| &clause.rules)
    }

    /// The class of this name.
    pub fn class(&self, id: &Slug) -> Option<Ruled<'_, Class>> {
        self.at(self.index.classes.get(id)?, as_class)
    }

    /// The classes, in the order of reading.
    pub fn classes(&self) -> impl Iterator<Item = Ruled<'_, Class>> {
        self.each(as_class)
    }

    /// The stages of this class; `None` where it has none.
    pub fn phases(&self, class: &Slug) -> Option<Ruled<'_, Phases>> {
        self.at(self.index.phases.get(class)?, |kind| match kind {
            RuleKind::Phases(phases) => Some(phases),
            _ => None,
        })
    }

    /// What the rights tables say of this class, in this phase, on matters of this group. A clause's own
    /// table prevails over a summary; then a cell of the phase over one of the whole class, then a cell
    /// of the group over one of all matters. `None` where no table speaks of it.
    pub fn cell(
        &self,
        class: &Slug,
        phase: Option<&Slug>,
        right: Right,
        group: Option<&Slug>,
    ) -> Option<&Cell> {
        self.index.cells.find(class, phase, right, group)
    }

    /// The kind of matter of this name.
    pub fn matter(&self, id: &Slug) -> Option<Ruled<'_, Matter>> {
        let (at, place) = self.index.matters.get(id)?;
        let Ruled { rule, cite } = self.at(at, as_matters)?;
        Some(Ruled { rule: rule.matters.get(*place)?, cite })
    }

    /// The kinds of matter, in the order of reading.
    pub fn matters(&self) -> impl Iterator<Item = Ruled<'_, Matter>> {
        self.each(as_matters)
            .flat_map(|Ruled { rule, cite }| rule.matters.iter().map(move |rule| Ruled { rule, cite }))
    }

    /// The groups of matters, each once, in the order of reading.
    pub fn groups(&self) -> impl Iterator<Item = &Named> {
        let mut seen = BTreeSet::new();
        self.each(as_matters).map(|matters| &matters.rule.group).filter(move |group| seen.insert(&group.id))
    }

    /// The decision rule of the further matters that the assembly may name in this group by resolution;
    /// `None` where it may name none.
    pub fn others(&self, group: &Slug) -> Option<Ruled<'_, Slug>> {
        self.each(as_matters)
            .filter(|matters| matters.group.id == *group)
            .find_map(|Ruled { rule, cite }| Some(Ruled { rule: rule.others.as_ref()?, cite }))
    }

    /// The decision rule of this name.
    pub fn decision(&self, id: &Slug) -> Option<Ruled<'_, Decision>> {
        self.at(self.index.decisions.get(id)?, |kind| match kind {
            RuleKind::Decision(decision) => Some(decision),
            _ => None,
        })
    }

    /// Whether a member decides on the end of their own membership; `None` where the bylaws do not say.
    pub fn concerned(&self) -> Option<Ruled<'_, Concerned>> {
        self.each(|kind| if let RuleKind::Concerned(rule) = kind { Some(rule) } else { None }).next()
    }

    /// Whether an objection gives its reason; `None` where the bylaws do not say.
    pub fn objection(&self) -> Option<Ruled<'_, Objection>> {
        self.each(|kind| if let RuleKind::Objection(rule) = kind { Some(rule) } else { None }).next()
    }

    /// What recusal does to the base; `None` where the bylaws do not say.
    pub fn recusal(&self) -> Option<Ruled<'_, Recusal>> {
        self.each(|kind| if let RuleKind::Recusal(rule) = kind { Some(rule) } else { None }).next()
    }

    /// How long members have to respond on matters of this group: the window of the group, else the one
    /// of all groups.
    pub fn window(&self, group: &Slug) -> Option<Ruled<'_, Window>> {
        let windows = || self.each(|kind| if let RuleKind::Window(rule) = kind { Some(rule) } else { None });
        windows()
            .find(|window| window.groups.contains(group))
            .or_else(|| windows().find(|window| window.groups.is_empty()))
    }

    /// What has one vote; `None` where the bylaws do not say.
    pub fn voting_unit(&self) -> Option<Ruled<'_, VotingUnit>> {
        self.each(|kind| if let RuleKind::VotingUnit(rule) = kind { Some(rule) } else { None }).next()
    }

    /// Who acts for the members of this class; `None` where they act for themselves.
    pub fn representatives(&self, class: &Slug) -> Option<Ruled<'_, Representatives>> {
        self.each(|kind| if let RuleKind::Representatives(rule) = kind { Some(rule) } else { None })
            .find(|rule| rule.classes.contains(class))
    }

    /// Whether alternates of the members of this class act for them; `None` where they do not.
    pub fn alternates(&self, class: &Slug) -> Option<Ruled<'_, Alternates>> {
        self.each(|kind| if let RuleKind::Alternates(rule) = kind { Some(rule) } else { None })
            .find(|rule| rule.classes.contains(class))
    }

    /// What members commit to, in the order of reading.
    pub fn commitments(&self) -> impl Iterator<Item = Ruled<'_, Commitment>> {
        self.each(|kind| if let RuleKind::Commitment(rule) = kind { Some(rule) } else { None })
    }

    /// The written agreements, in the order of reading.
    pub fn agreements(&self) -> impl Iterator<Item = Ruled<'_, AgreementRule>> {
        self.each(as_agreement)
    }

    /// The public form of a class; `None` where nobody asks for it that way.
    pub fn interest(&self, class: &Slug) -> Option<Ruled<'_, Interest>> {
        self.interests().find(|rule| rule.classes.contains(class))
    }

    /// The public forms, in the order of reading.
    pub fn interests(&self) -> impl Iterator<Item = Ruled<'_, Interest>> {
        self.each(|kind| if let RuleKind::Interest(rule) = kind { Some(rule) } else { None })
    }

    /// The written agreement of this name.
    pub fn agreement(&self, id: &Slug) -> Option<Ruled<'_, AgreementRule>> {
        self.agreements().find(|agreement| agreement.id == *id)
    }

    /// The written agreement that this class needs.
    pub fn agreement_for(&self, class: &Slug) -> Option<Ruled<'_, AgreementRule>> {
        self.agreements().find(|agreement| agreement.class == *class)
    }

    /// From how many days before the end of an agreement both sides are reminded, and where that stands.
    pub fn reminder_of(&self, rule: &AgreementRule) -> Option<(u32, &Arc<Citation>)> {
        let term = self.term(rule.reminder.as_ref()?)?;
        if let Quantity::Days(days) = term.rule.value { Some((days, term.cite)) } else { None }
    }

    /// The review of this class; `None` where it is not reviewed.
    pub fn review(&self, class: &Slug) -> Option<Ruled<'_, Review>> {
        self.each(|kind| if let RuleKind::Review(rule) = kind { Some(rule) } else { None })
            .find(|review| review.rule.class == *class)
    }

    /// What a resolution on matters of this group must carry; `None` where nothing is asked.
    pub fn resolution(&self, group: &Slug) -> Option<Ruled<'_, Resolution>> {
        self.each(|kind| if let RuleKind::Resolution(rule) = kind { Some(rule) } else { None })
            .find(|rule| rule.groups.contains(group))
    }

    /// The office of this name.
    pub fn office(&self, id: &Slug) -> Option<Ruled<'_, Office>> {
        self.offices().find(|office| office.id == *id)
    }

    /// The offices, in the order of reading.
    pub fn offices(&self) -> impl Iterator<Item = Ruled<'_, Office>> {
        self.each(|kind| if let RuleKind::Office(rule) = kind { Some(rule) } else { None })
    }

    /// The kind of case of this name.
    pub fn case(&self, id: &Slug) -> Option<Ruled<'_, CaseRule>> {
        self.cases().find(|case| case.id == *id)
    }

    /// The kinds of case, in the order of reading.
    pub fn cases(&self) -> impl Iterator<Item = Ruled<'_, CaseRule>> {
        self.each(|kind| if let RuleKind::Case(rule) = kind { Some(rule) } else { None })
    }

    /// How those of this class give notice; `None` where the bylaws do not say.
    pub fn notice(&self, class: &Slug) -> Option<Ruled<'_, NoticeRule>> {
        self.each(|kind| if let RuleKind::Notice(rule) = kind { Some(rule) } else { None })
            .find(|notice| notice.classes.contains(class))
    }

    /// What is settled with those who leave, in the order of reading.
    pub fn settlements(&self) -> impl Iterator<Item = Ruled<'_, Settlement>> {
        self.each(|kind| if let RuleKind::Settlement(rule) = kind { Some(rule) } else { None })
    }

    /// What those who leave hand over, in the order of reading.
    pub fn handovers(&self) -> impl Iterator<Item = Ruled<'_, Handover>> {
        self.each(|kind| if let RuleKind::Handover(rule) = kind { Some(rule) } else { None })
    }

    /// What copies whoever leaves may keep; `None` where the bylaws do not say.
    pub fn backup(&self) -> Option<Ruled<'_, Backup>> {
        self.each(|kind| if let RuleKind::Backup(rule) = kind { Some(rule) } else { None }).next()
    }

    /// What a suspended member does not do; `None` where the bylaws do not say.
    pub fn suspension(&self) -> Option<Ruled<'_, Suspension>> {
        self.each(|kind| if let RuleKind::Suspension(rule) = kind { Some(rule) } else { None }).next()
    }

    /// Which sanctions need a decision; `None` where the bylaws do not say.
    pub fn sanctions(&self) -> Option<Ruled<'_, Sanctions>> {
        self.each(|kind| if let RuleKind::Sanctions(rule) = kind { Some(rule) } else { None }).next()
    }

    /// The kind of declaration of this name.
    pub fn declaration(&self, id: &Slug) -> Option<Ruled<'_, DeclarationRule>> {
        self.declarations().find(|declaration| declaration.id == *id)
    }

    /// The kinds of declaration, in the order of reading.
    pub fn declarations(&self) -> impl Iterator<Item = Ruled<'_, DeclarationRule>> {
        self.each(|kind| if let RuleKind::Declaration(rule) = kind { Some(rule) } else { None })
    }

    /// The asset register; `None` where the bylaws open none.
    pub fn assets(&self) -> Option<Ruled<'_, AssetRegister>> {
        self.each(|kind| if let RuleKind::Assets(rule) = kind { Some(rule) } else { None }).next()
    }

    /// The confidentiality classes of documents; `None` where the bylaws open no archive.
    pub fn confidentiality(&self) -> Option<Ruled<'_, Confidentiality>> {
        self.each(|kind| if let RuleKind::Confidentiality(rule) = kind { Some(rule) } else { None }).next()
    }

    /// The duty of this name.
    pub fn duty(&self, id: &Slug) -> Option<Ruled<'_, DutyRule>> {
        self.duties().find(|duty| duty.id == *id)
    }

    /// What is asked of members, in the order of reading.
    pub fn duties(&self) -> impl Iterator<Item = Ruled<'_, DutyRule>> {
        self.index.duties.iter().filter_map(|place| {
            self.at(place, |kind| if let RuleKind::Duty(rule) = kind { Some(rule) } else { None })
        })
    }

    /// The channels of the members of this class; `None` where they have none.
    pub fn channels(&self, class: &Slug) -> Option<Ruled<'_, ChannelsRule>> {
        self.channels_of_all().find(|rule| rule.classes.contains(class))
    }

    /// The channels of all members, in the order of reading.
    pub fn channels_of_all(&self) -> impl Iterator<Item = Ruled<'_, ChannelsRule>> {
        self.each(|kind| if let RuleKind::Channels(rule) = kind { Some(rule) } else { None })
    }

    /// What good standing is; `None` where the bylaws do not say.
    pub fn standing(&self) -> Option<Ruled<'_, StandingRule>> {
        self.at(self.index.standing.as_ref()?, |kind| match kind {
            RuleKind::Standing(rule) => Some(rule),
            _ => None,
        })
    }

    /// Who may waive duties, in the order of reading.
    pub fn waivers(&self) -> impl Iterator<Item = Ruled<'_, WaiverRule>> {
        self.each(|kind| if let RuleKind::Waiver(rule) = kind { Some(rule) } else { None })
    }

    /// How long something is kept about people; `None` where the bylaws do not say.
    pub fn retention(&self, what: Retained) -> Option<Ruled<'_, Retention>> {
        self.each(|kind| if let RuleKind::Retention(rule) = kind { Some(rule) } else { None })
            .find(|rule| rule.what == what)
    }

    /// The number that the bylaws define under this name.
    pub fn term(&self, id: &Slug) -> Option<Ruled<'_, Term>> {
        self.each(|kind| if let RuleKind::Term(rule) = kind { Some(rule) } else { None })
            .find(|term| term.id == *id)
    }

    /// The open question of this name, settled for now by a reading or not.
    pub fn unsettled(&self, id: &Slug) -> Option<&Unsettled> {
        self.open_questions().find(|question| question.id == *id)
    }

    /// All that the bylaws leave open, in the order of reading.
    pub fn open_questions(&self) -> impl Iterator<Item = &Unsettled> {
        self.clauses.iter().flat_map(|clause| &clause.unsettled)
    }

    /// The question without a reading that must be settled before there can be the rule that it `asks`
    /// for, such as `decision:simple`.
    pub fn open_question(&self, asks: &str) -> Option<&Unsettled> {
        self.open_questions()
            .find(|question| question.reading.is_none() && question.asks.iter().any(|asked| asked == asks))
    }

    /// The clauses whose words name this one, in the order of reading.
    pub fn cited_by(&self, id: &ClauseId) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(move |clause| clause.cites.contains(id))
    }

    /// What people call a document, a section, a subject, a question or a kind within a class.
    pub fn name_of(&self, id: &Slug) -> Option<&Names> {
        self.index.names.get(id)
    }

    fn each<'a, T: 'a>(
        &'a self,
        pick: impl Fn(&'a RuleKind) -> Option<&'a T>,
    ) -> impl Iterator<Item = Ruled<'a, T>> {
        self.rules().filter_map(move |rule| Some(Ruled { rule: pick(&rule.kind)?, cite: &rule.cite }))
    }

    fn at<'a, T>(
        &'a self,
        (clause, rule): &(usize, usize),
        pick: impl Fn(&'a RuleKind) -> Option<&'a T>,
    ) -> Option<Ruled<'a, T>> {
        let rule = self.clauses.get(*clause)?.rules.get(*rule)?;
        Some(Ruled { rule: pick(&rule.kind)?, cite: &rule.cite })
    }
}

fn as_class(kind: &RuleKind) -> Option<&Class> {
    if let RuleKind::Class(class) = kind { Some(class) } else { None }
}

fn as_matters(kind: &RuleKind) -> Option<&Matters> {
    if let RuleKind::Matters(matters) = kind { Some(matters) } else { None }
}

fn as_agreement(kind: &RuleKind) -> Option<&AgreementRule> {
    if let RuleKind::Agreement(agreement) = kind { Some(agreement) } else { None }
}
