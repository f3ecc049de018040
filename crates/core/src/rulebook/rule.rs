//! The closed set of rule kinds. A kind is a struct here, a file in `kinds/` with its page of the manual,
//! its reader and its writer, a sentence in `sentence.rs` and tests, or it does not exist.

mod assets;
mod confidentiality;
mod declaration;
mod leaving;
mod retention;
mod standing;

use std::{collections::BTreeMap, sync::Arc};

pub use assets::AssetRegister;
pub use confidentiality::{Confidentiality, ConfidentialityClass, Readers};
pub use declaration::DeclarationRule;
pub use leaving::{Backup, Handover, NoticeRule, Sanction, Sanctions, Settlement, Suspension};
pub use retention::{Retained, Retention};
pub use standing::{
    Asks, ChannelsRule, Deadline, DutyRule, GoodStanding, MembershipYear, StandingRule, WaiverRule,
};

use super::Citation;
use crate::{
    membership::Right,
    offices::Power,
    proposals::Mark,
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

/// Whether people or organizations are of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassOf {
    /// People only.
    People,
    /// Organizations only.
    Organizations,
    /// Both.
    Either,
}

/// Who admits to a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// An office-holder, once what the class asks is in place.
    Office,
    /// A carried proposal and nothing else.
    Decision,
}

/// A way of taking part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// `worker-owner`
    pub id: Slug,
    /// The class's name.
    pub name: Names,
    /// Who is of this class.
    pub of: ClassOf,
    /// Whether those of this class are members; an external collaborator is not.
    pub is_member: bool,
    /// The kinds within the class, where the bylaws tell any apart.
    pub kinds: Vec<Named>,
    /// Who admits to it.
    pub admission: Admission,
    /// Whether joining the class is complete only when the capital is paid.
    pub needs_capital: bool,
}

/// A stage of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// `internship`
    pub id: Slug,
    /// The phase's name.
    pub name: Names,
    /// How many calendar months it lasts.
    pub months: u32,
}

/// The stages of a class, in order; the rights of the last go on after its months until the class
/// changes, where `continues` says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phases {
    /// The class.
    pub class: Slug,
    /// The stages.
    pub phases: Vec<Phase>,
    /// Whether the last phase goes on until the class changes. If not, a membership past its last
    /// month is in no phase, and what asks for one is refused.
    pub continues: bool,
}

/// Whether a cell of the rights table grants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Only on matters of this group.
    OnlyOn(Slug),
    /// As something outside the rulebook says; the words of the cell in each language.
    Depends(Condition),
}

/// What a conditional right depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// An invitation to the occasion.
    Invitation,
    /// What the member's written agreement says.
    Agreement,
    /// What the collaborator's written contract says.
    Contract,
    /// Whether it concerns a project that they work in.
    OwnProjects,
    /// Whether the quarter closed with a loss.
    Loss,
}

/// One cell: a class, in a phase or in all of them, a right, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The class of the column.
    pub class: Slug,
    /// The phase of the column; `None` speaks of the whole class.
    pub phase: Option<Slug>,
    /// The right of the row.
    pub right: Right,
    /// The group of matters of the row, where a row speaks of one; `None` speaks of all.
    pub group: Option<Slug>,
    /// The answer.
    pub grant: Grant,
    /// The clause that the cell names, else the one in which the table stands.
    pub cite: Arc<Citation>,
}

/// Who may do what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rights {
    /// The cells, in the order of reading.
    pub cells: Vec<Cell>,
    /// Whether the table sums up what other clauses say; where it contradicts a clause, the clause
    /// prevails and the rulebook says so.
    pub is_summary: bool,
}

/// Kinds of matter that are decided alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matters {
    /// The group, such as `major`.
    pub group: Named,
    /// The kinds.
    pub matters: Vec<Matter>,
    /// Whether the assembly may name further kinds of this group by resolution, and under which
    /// decision rule they are then decided.
    pub others: Option<Slug>,
}

/// A kind of matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// `amendment`
    pub id: Slug,
    /// The kind's name.
    pub name: Names,
    /// The group it is in.
    pub group: Slug,
    /// The decision rule by which it is decided.
    pub decision: Slug,
    /// What the decision does.
    pub effect: EffectKind,
}

/// What a carried proposal of a kind does by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EffectKind {
    /// Nothing beyond the resolution.
    None,
    /// Admits the party it is about to a class.
    Admit {
        /// The class.
        class: Slug,
    },
    /// Moves a membership of one class to another.
    ChangeClass {
        /// From this class,
        from: Slug,
        /// to this one,
        to: Slug,
        /// not before so many calendar months in the first.
        after_months: u32,
    },
    /// Names a further kind of matter in a group.
    NameMatter {
        /// The group.
        group: Slug,
    },
    /// Adopts an edition of the bylaws.
    AdoptEdition,
    /// Confirms a review that was written of a membership of this class.
    ConfirmReview {
        /// The class.
        class: Slug,
    },
    /// Pauses the months of a membership of this class.
    PauseTraining {
        /// The class.
        class: Slug,
    },
    /// Lets the co-op sign another agreement with somebody in this class.
    ChangeTerms {
        /// The class.
        class: Slug,
    },
    /// Suspends the membership it is about for some days.
    Suspend {
        /// Of one of these classes; empty for any.
        classes: Vec<Slug>,
    },
    /// Lets whoever leaves keep a copy of their own work.
    AllowBackup,
    /// Allows what was declared, or does not.
    DecideDeclaration {
        /// The kind of declaration.
        declaration: Slug,
    },
    /// Ends the membership it is about.
    EndMembership {
        /// Of one of these classes; empty for any.
        classes: Vec<Slug>,
    },
}

/// How a matter is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// `consensus`
    pub id: Slug,
    /// The rule's name.
    pub name: Names,
    /// The method.
    pub method: Method,
}

/// The two ways of deciding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// By consensus, in rounds.
    Consensus(Consensus),
    /// By a vote.
    Vote(Vote),
}

/// Consensus: everybody agrees or does not object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consensus {
    /// Whether everybody in the base must say that they agree; else nobody may object.
    pub everyone_must_agree: bool,
    /// How many complete rounds must come before the fallback vote; 1 where there is none.
    pub rounds: u32,
    /// What makes a round complete.
    pub marks: Vec<Mark>,
    /// The decision rule of the vote that replaces consensus when it fails; `None` where nothing does.
    pub fallback: Option<Slug>,
}

/// Of whom the share is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Of everybody on the roll who is counted, absent or not.
    All,
    /// Of those who voted in favour or against.
    Cast,
}

/// A vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The share needed.
    pub threshold: Ratio,
    /// Whether exactly the share is not enough.
    pub more_than: bool,
    /// Of whom.
    pub base: Base,
}

/// Whether an objection gives its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Whether it must; if not, it stands without.
    pub needs_reason: bool,
}

/// What recusal does to the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// Whether somebody recused leaves the base; if not, they count in it and cannot be in favour.
    pub leaves_base: bool,
}

/// Whether a member decides on the end of their own membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    /// Whether they do; if not, they are left off the roll.
    pub decides: bool,
}

/// Whether members see how the count stands while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Everybody who may see the proposal sees the count as it grows.
    Live,
    /// Nobody sees it before the close.
    Sealed,
}

/// How long members have to respond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The groups of matters it holds for; empty for all.
    pub groups: Vec<Slug>,
    /// The least number of calendar days between opening and closing; 0 where none is set.
    pub days_min: u32,
    /// Whether the count is seen while it is open.
    pub count: Count,
}

/// What has one vote. One membership, one vote, whatever its class and size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotingUnit {}

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
