//! The closed set of rule kinds. A kind is a struct here or below, a file in `kinds/` with its page of the manual,
//! its reader and its writer, a sentence in `sentence.rs` and tests, or it does not exist.

mod assets;
mod classes;
mod confidentiality;
mod decision;
mod declaration;
mod leaving;
mod matters;
mod retention;
mod rights;
mod standing;

use std::{collections::BTreeMap, sync::Arc};

pub use assets::AssetRegister;
pub use classes::{Admission, Class, ClassOf, Phase, Phases};
pub use confidentiality::{Confidentiality, ConfidentialityClass, Readers};
pub use decision::{
    Base, Concerned, Consensus, Count, Decision, Method, Objection, Recusal, Vote, VotingUnit, Window,
};
pub use declaration::DeclarationRule;
pub use leaving::{Backup, Handover, NoticeRule, Sanction, Sanctions, Settlement, Suspension};
pub use matters::{EffectKind, Matter, Matters};
pub use retention::{Retained, Retention};
pub use rights::{Cell, Condition, Grant, Rights};
pub use standing::{
    Asks, ChannelsRule, Deadline, DutyRule, GoodStanding, MembershipYear, StandingRule, WaiverRule,
};

use super::Citation;
use crate::{
    membership::Right,
    offices::Power,
    values::{Names, Ratio, Slug},
};

/// A thing that the bylaws name: a document, a section, a kind of organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What rules and facts call it.
    pub id: Slug,
    /// What people call it.
    pub name: Names,
}

/// One rule and the words that it implements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The words and where they stand.
    pub cite: Arc<Citation>,
    /// What the rule says.
    pub kind: RuleKind,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleKind {
    /// A number that the bylaws define once, with the name it is used by.
    Term(Term),
    /// A way of taking part.
    Class(Class),
    /// The stages of a class, by calendar months from the start.
    Phases(Phases),
    /// Who may do what: the table above the rule.
    Rights(Rights),
    /// Kinds of matter that are decided alike.
    Matters(Matters),
    /// How a matter is decided.
    Decision(Decision),
    /// Whether an objection gives its reason.
    Objection(Objection),
    /// What recusal does to the base.
    Recusal(Recusal),
    /// Whether a member decides on the end of their own membership.
    Concerned(Concerned),
    /// How long members have to respond.
    Window(Window),
    /// What has one vote.
    VotingUnit(VotingUnit),
    /// Who acts for an organization.
    Representatives(Representatives),
    /// Whose alternates act beside the representative.
    Alternates(Alternates),
    /// Documents that every member commits to.
    Commitment(Commitment),
    /// Which classes can be asked for with a public form.
    Interest(Interest),
    /// A written agreement and the sections it must have.
    Agreement(AgreementRule),
    /// A review that falls due by itself.
    Review(Review),
    /// What a resolution must carry.
    Resolution(Resolution),
    /// An office and its powers.
    Office(Office),
    /// A kind of case and its clock.
    Case(CaseRule),
    /// How members leave by notice.
    Notice(NoticeRule),
    /// What is settled with whoever leaves.
    Settlement(Settlement),
    /// What whoever leaves hands over.
    Handover(Handover),
    /// A copy that whoever leaves may keep.
    Backup(Backup),
    /// What a suspended member does not do.
    Suspension(Suspension),
    /// Which sanctions need a decision.
    Sanctions(Sanctions),
    /// Something that members declare in advance.
    Declaration(DeclarationRule),
    /// The asset register.
    Assets(AssetRegister),
    /// The confidentiality classes of documents.
    Confidentiality(Confidentiality),
    /// Something that is asked of members.
    Duty(DutyRule),
    /// The channels on which members talk.
    Channels(ChannelsRule),
    /// What good standing is.
    Standing(StandingRule),
    /// Who may waive duties.
    Waiver(WaiverRule),
    /// How long something is kept about people.
    Retention(Retention),
}

impl RuleKind {
    /// The documents, sections, subjects, questions and kinds that the rule names.
    pub fn things(&self) -> &[Named] {
        match self {
            RuleKind::Class(class) => &class.kinds,
            RuleKind::Commitment(commitment) => &commitment.documents,
            RuleKind::Agreement(agreement) => &agreement.sections,
            RuleKind::Interest(interest) => &interest.asks,
            RuleKind::Review(review) => &review.subjects,
            RuleKind::Case(case) => &case.outcomes,
            RuleKind::Settlement(settlement) => &settlement.lines,
            RuleKind::Handover(handover) => &handover.items,
            RuleKind::Sanctions(sanctions) => &sanctions.without_decision,
            RuleKind::Declaration(declaration) => &declaration.subjects,
            RuleKind::Assets(register) => &register.kinds,
            RuleKind::Channels(rule) => &rule.channels,
            _ => &[],
        }
    }
}

/// A number that the bylaws define: `training`, 12 months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What other rules and the words call it.
    pub id: Slug,
    /// What people call it.
    pub name: Names,
    /// The number.
    pub value: Quantity,
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A count of things.
    Count(u32),
    /// Calendar months.
    Months(u32),
    /// Calendar days.
    Days(u32),
    /// Hundredths.
    Percent(u32),
    /// A share.
    Share(Ratio),
}

/// Who acts for an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representatives {
    /// The classes whose members need one.
    pub classes: Vec<Slug>,
    /// How many at least.
    pub at_least: u32,
}

/// Whose alternates act beside the representative. Where no rule says so, they wait to be named in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternates {
    /// The classes.
    pub classes: Vec<Slug>,
}

/// Documents that every member commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The documents.
    pub documents: Vec<Named>,
    /// The classes that commit to them.
    pub classes: Vec<Slug>,
}

/// The public form by which somebody says that they want to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    /// The classes that it is for.
    pub classes: Vec<Slug>,
    /// What it asks, besides who they are and how to reach them.
    pub asks: Vec<Named>,
}

/// A written agreement and the sections it must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRule {
    /// `flying-agreement`
    pub id: Slug,
    /// The agreement's name.
    pub name: Names,
    /// The class that needs it before membership takes effect.
    pub class: Slug,
    /// The sections.
    pub sections: Vec<Named>,
    /// What a section says to begin with, where the bylaws give anything.
    pub texts: BTreeMap<Slug, Names>,
    /// Members of these classes draft it, besides whoever signs it for the co-op.
    pub drafted_by: Vec<Slug>,
    /// The term of so many days before its end from which both sides are reminded; nobody is where there is none.
    pub reminder: Option<Slug>,
}

/// A review that falls due by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The class that is reviewed.
    pub class: Slug,
    /// Every so many calendar months from the start.
    pub every_months: u32,
    /// What it must speak of.
    pub subjects: Vec<Named>,
    /// Of which class whoever guides the reviewed is, who writes it; nobody writes one where it names none.
    pub led_by: Option<Slug>,
}

/// What a resolution must carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// The groups of matters it holds for.
    pub groups: Vec<Slug>,
    /// Whether somebody owns it.
    pub owner: bool,
    /// Whether it has a deadline.
    pub deadline: bool,
}

/// An office: what whoever holds it may do for the co-op.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// `steward`
    pub id: Slug,
    /// The office's name.
    pub name: Names,
    /// What it lets its holder do.
    pub powers: Vec<Power>,
    /// Only people of these classes hold it; empty for anybody.
    pub classes: Vec<Slug>,
    /// How many hold it at a time at the most; 0 for any number.
    pub seats: u32,
    /// For how many calendar months it is given at the most; 0 for no end.
    pub months: u32,
}

/// A kind of case: a complaint, an audit request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRule {
    /// `complaint`
    pub id: Slug,
    /// The kind's name.
    pub name: Names,
    /// Within how many calendar days the first step is taken.
    pub days: u32,
    /// The first step, which stops the clock.
    pub first: Named,
    /// How it can come out.
    pub outcomes: Vec<Named>,
    /// What whoever brings it must have a right to; being in some class is enough where it names none.
    pub right: Option<Right>,
    /// Whether only those read it who bring it, whom it is about and who handle it.
    pub restricted: bool,
}

/// What the bylaws do not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// What the rulebook calls the question; a rule that takes the reading names it.
    pub id: Slug,
    /// The clause that leaves it open; its quote is the reading, or the question where there is none.
    pub cite: Arc<Citation>,
    /// The question.
    pub question: Names,
    /// Who decides it.
    pub decides: Names,
    /// The reading in use until then, with its reason.
    pub reading: Option<Reading>,
    /// What is missing until it is settled: rules as `kind:id`, or cells of a summary as
    /// `cell:class/phase:right`.
    pub asks: Vec<String>,
}

/// The reading of an open question that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What is done.
    pub says: Names,
    /// Why.
    pub because: Names,
}
