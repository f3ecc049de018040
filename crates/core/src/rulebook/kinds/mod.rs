//! The closed set of rule kinds, one file each: its page of the manual, how it is read from a block
//! and how it is written into one.

mod agreement;
mod alternates;
mod assets;
mod backup;
mod case;
mod channels;
mod class;
mod commitment;
mod concerned;
mod confidentiality;
mod decision;
mod declaration;
mod duty;
mod handover;
mod interest;
mod matters;
mod notice;
mod objection;
mod office;
mod phases;
mod recusal;
mod representatives;
mod resolution;
mod retention;
mod review;
mod rights;
mod sanctions;
mod settlement;
mod standing;
mod suspension;
mod term;
mod voting_unit;
mod waiver;
mod window;
pub(super) mod written;

pub(super) use rights::{RightsTable, column_of, row_of};
use serde::Serialize;

use self::written::Lines;
use super::{Check, Key, RuleKind, read::Fields};

/// A page of the manual: what a kind of rule is for, and what its block says.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct KindPage {
    /// The value of `kind`.
    pub kind: &'static str,
    /// What it is for, in a sentence or two.
    pub purpose: &'static str,
    /// Its keys, besides `kind` and `quote` or `reading`.
    pub keys: &'static [Key],
    /// The keys of the tables in its lists: under which key they stand, and what they are.
    pub entries: &'static [(&'static str, &'static [Key])],
    /// The checks that speak of it, besides those of every rule.
    pub checks: &'static [Check],
    /// A clause that has such a rule.
    pub example: &'static str,
}

/// The keys that every rule has.
pub(super) const EVERY_RULE: &[Key] = &[
    Key::needed("kind", "one of the kinds", "what kind of rule it is"),
    Key::optional("quote", "text", "words of this clause, exactly: what the rule implements"),
    Key::optional(
        "reading",
        "name of a question",
        "instead of a quote: the open question whose reading it takes",
    ),
];

/// The page of every kind, in the order of the manual.
pub const KINDS: &[KindPage] = &[
    term::PAGE,
    class::PAGE,
    phases::PAGE,
    rights::PAGE,
    matters::PAGE,
    decision::PAGE,
    objection::PAGE,
    recusal::PAGE,
    concerned::PAGE,
    window::PAGE,
    voting_unit::PAGE,
    representatives::PAGE,
    alternates::PAGE,
    commitment::PAGE,
    interest::PAGE,
    agreement::PAGE,
    review::PAGE,
    resolution::PAGE,
    office::PAGE,
    case::PAGE,
    notice::PAGE,
    settlement::PAGE,
    handover::PAGE,
    backup::PAGE,
    suspension::PAGE,
    sanctions::PAGE,
    declaration::PAGE,
    assets::PAGE,
    confidentiality::PAGE,
    duty::PAGE,
    channels::PAGE,
    standing::PAGE,
    waiver::PAGE,
    retention::PAGE,
];

/// The rule that these keys say, unless one of them is missing or wrong, which is reported. `None` also
/// where there is no such kind.
pub(super) fn read(kind: &str, fields: &Fields<'_>, table: &RightsTable<'_>) -> Option<RuleKind> {
    Some(match kind {
        "term" => RuleKind::Term(term::read(fields)?),
        "class" => RuleKind::Class(class::read(fields)?),
        "phases" => RuleKind::Phases(phases::read(fields)?),
        "rights" => RuleKind::Rights(rights::read(fields, table)?),
        "matters" => RuleKind::Matters(matters::read(fields)?),
        "decision" => RuleKind::Decision(decision::read(fields)?),
        "objection" => RuleKind::Objection(objection::read(fields)?),
        "recusal" => RuleKind::Recusal(recusal::read(fields)?),
        "concerned" => RuleKind::Concerned(concerned::read(fields)?),
        "window" => RuleKind::Window(window::read(fields)?),
        "voting-unit" => RuleKind::VotingUnit(voting_unit::read(fields)?),
        "representatives" => RuleKind::Representatives(representatives::read(fields)?),
        "alternates" => RuleKind::Alternates(alternates::read(fields)?),
        "commitment" => RuleKind::Commitment(commitment::read(fields)?),
        "interest" => RuleKind::Interest(interest::read(fields)?),
        "agreement" => RuleKind::Agreement(agreement::read(fields)?),
        "review" => RuleKind::Review(review::read(fields)?),
        "resolution" => RuleKind::Resolution(resolution::read(fields)?),
        "office" => RuleKind::Office(office::read(fields)?),
        "case" => RuleKind::Case(case::read(fields)?),
        "notice" => RuleKind::Notice(notice::read(fields)?),
        "settlement" => RuleKind::Settlement(settlement::read(fields)?),
        "handover" => RuleKind::Handover(handover::read(fields)?),
        "backup" => RuleKind::Backup(backup::read(fields)?),
        "suspension" => RuleKind::Suspension(suspension::read(fields)?),
        "sanctions" => RuleKind::Sanctions(sanctions::read(fields)?),
        "declaration" => RuleKind::Declaration(declaration::read(fields)?),
        "assets" => RuleKind::Assets(assets::read(fields)?),
        "confidentiality" => RuleKind::Confidentiality(confidentiality::read(fields)?),
        "duty" => RuleKind::Duty(duty::read(fields)?),
        "channels" => RuleKind::Channels(channels::read(fields)?),
        "standing" => RuleKind::Standing(standing::read(fields)?),
        "waiver" => RuleKind::Waiver(waiver::read(fields)?),
        "retention" => RuleKind::Retention(retention::read(fields)?),
        _ => return None,
    })
}

/// The lines of a rule, without its quote; `cells` are those of the table in its clause.
pub(super) fn write(kind: &RuleKind, cells: &[String]) -> Lines {
    let mut lines = Lines::default();
    lines.put("kind", written::text(kind.id()));
    match kind {
        RuleKind::Term(rule) => term::write(rule, &mut lines),
        RuleKind::Class(rule) => class::write(rule, &mut lines),
        RuleKind::Phases(rule) => phases::write(rule, &mut lines),
        RuleKind::Rights(rule) => rights::write(rule, cells, &mut lines),
        RuleKind::Matters(rule) => matters::write(rule, &mut lines),
        RuleKind::Decision(rule) => decision::write(rule, &mut lines),
        RuleKind::Objection(rule) => objection::write(rule, &mut lines),
        RuleKind::Recusal(rule) => recusal::write(rule, &mut lines),
        RuleKind::Concerned(rule) => concerned::write(rule, &mut lines),
        RuleKind::Window(rule) => window::write(rule, &mut lines),
        RuleKind::VotingUnit(_) => voting_unit::write(&mut lines),
        RuleKind::Representatives(rule) => representatives::write(rule, &mut lines),
        RuleKind::Alternates(rule) => alternates::write(rule, &mut lines),
        RuleKind::Commitment(rule) => commitment::write(rule, &mut lines),
        RuleKind::Interest(rule) => interest::write(rule, &mut lines),
        RuleKind::Agreement(rule) => agreement::write(rule, &mut lines),
        RuleKind::Review(rule) => review::write(rule, &mut lines),
        RuleKind::Resolution(rule) => resolution::write(rule, &mut lines),
        RuleKind::Office(rule) => office::write(rule, &mut lines),
        RuleKind::Case(rule) => case::write(rule, &mut lines),
        RuleKind::Notice(rule) => notice::write(rule, &mut lines),
        RuleKind::Settlement(rule) => settlement::write(rule, &mut lines),
        RuleKind::Handover(rule) => handover::write(rule, &mut lines),
        RuleKind::Backup(rule) => backup::write(rule, &mut lines),
        RuleKind::Suspension(rule) => suspension::write(rule, &mut lines),
        RuleKind::Sanctions(rule) => sanctions::write(rule, &mut lines),
        RuleKind::Declaration(rule) => declaration::write(rule, &mut lines),
        RuleKind::Assets(rule) => assets::write(rule, &mut lines),
        RuleKind::Confidentiality(rule) => confidentiality::write(rule, &mut lines),
        RuleKind::Duty(rule) => duty::write(rule, &mut lines),
        RuleKind::Channels(rule) => channels::write(rule, &mut lines),
        RuleKind::Standing(rule) => standing::write(rule, &mut lines),
        RuleKind::Waiver(rule) => waiver::write(rule, &mut lines),
        RuleKind::Retention(rule) => retention::write(rule, &mut lines),
    }
    lines
}

impl RuleKind {
    /// The value of `kind` in its block.
    pub fn id(&self) -> &'static str {
        match self {
            RuleKind::Term(_) => term::PAGE.kind,
            RuleKind::Class(_) => class::PAGE.kind,
            RuleKind::Phases(_) => phases::PAGE.kind,
            RuleKind::Rights(_) => rights::PAGE.kind,
            RuleKind::Matters(_) => matters::PAGE.kind,
            RuleKind::Decision(_) => decision::PAGE.kind,
            RuleKind::Objection(_) => objection::PAGE.kind,
            RuleKind::Recusal(_) => recusal::PAGE.kind,
            RuleKind::Concerned(_) => concerned::PAGE.kind,
            RuleKind::Window(_) => window::PAGE.kind,
            RuleKind::VotingUnit(_) => voting_unit::PAGE.kind,
            RuleKind::Representatives(_) => representatives::PAGE.kind,
            RuleKind::Alternates(_) => alternates::PAGE.kind,
            RuleKind::Commitment(_) => commitment::PAGE.kind,
            RuleKind::Interest(_) => interest::PAGE.kind,
            RuleKind::Agreement(_) => agreement::PAGE.kind,
            RuleKind::Review(_) => review::PAGE.kind,
            RuleKind::Resolution(_) => resolution::PAGE.kind,
            RuleKind::Office(_) => office::PAGE.kind,
            RuleKind::Case(_) => case::PAGE.kind,
            RuleKind::Notice(_) => notice::PAGE.kind,
            RuleKind::Settlement(_) => settlement::PAGE.kind,
            RuleKind::Handover(_) => handover::PAGE.kind,
            RuleKind::Backup(_) => backup::PAGE.kind,
            RuleKind::Suspension(_) => suspension::PAGE.kind,
            RuleKind::Sanctions(_) => sanctions::PAGE.kind,
            RuleKind::Declaration(_) => declaration::PAGE.kind,
            RuleKind::Assets(_) => assets::PAGE.kind,
            RuleKind::Confidentiality(_) => confidentiality::PAGE.kind,
            RuleKind::Duty(_) => duty::PAGE.kind,
            RuleKind::Channels(_) => channels::PAGE.kind,
            RuleKind::Standing(_) => standing::PAGE.kind,
            RuleKind::Waiver(_) => waiver::PAGE.kind,
            RuleKind::Retention(_) => retention::PAGE.kind,
        }
    }
}
