//! What a rule makes the program do, in plain words.

mod confidentiality;

pub(super) mod standing;

use super::{
    Admission, AgreementRule, AssetRegister, Base, CaseRule, Cell, Class, ClassOf, Condition, Consensus,
    Count, Decision, DeclarationRule, EffectKind, Grant, Matter, Matters, Method, Named, NoticeRule, Office,
    Phases, Quantity, Resolution, Retained, Retention, Rights, Rule, RuleKind, Rulebook, Sanctions,
    Settlement, Suspension, Term, Vote, Window,
};
use crate::{
    message::{Argument, Message},
    messages as say,
    values::Slug,
};

impl Rulebook {
    /// What a rule of this rulebook makes the program do: one sentence or several, if the rulebook was
    /// read without an error. The cells of a rights table have sentences of their own; see
    /// [`Cell::sentences`].
    pub fn sentences(&self, rule: &Rule) -> Vec<Message> {
        match &rule.kind {
            RuleKind::Term(term) => vec![of_term(term)],
            RuleKind::Class(class) => of_class(class),
            RuleKind::Phases(phases) => of_phases(phases),
            RuleKind::Rights(rights) => vec![of_rights(rights)],
            RuleKind::Matters(matters) => self.of_matters(matters),
            RuleKind::Decision(decision) => self.of_decision(decision),
            RuleKind::Concerned(rule) if rule.decides => vec![say::RULE_CONCERNED_DECIDES.with([])],
            RuleKind::Concerned(_) => vec![say::RULE_CONCERNED_IS_LEFT_OFF.with([])],
            RuleKind::Objection(rule) if rule.needs_reason => vec![say::RULE_OBJECTION_GIVES_REASON.with([])],
            RuleKind::Objection(_) => vec![say::RULE_OBJECTION_NEEDS_NO_REASON.with([])],
            RuleKind::Recusal(recusal) if recusal.leaves_base => vec![say::RULE_RECUSED_LEAVES_BASE.with([])],
            RuleKind::Recusal(_) => vec![say::RULE_RECUSED_STAYS_IN_BASE.with([])],
            RuleKind::Window(window) => of_window(window),
            RuleKind::VotingUnit(_) => vec![say::RULE_ONE_VOTE.with([])],
            RuleKind::Representatives(rule) => {
                vec![say::RULE_REPRESENTATIVES.with([classes(&rule.classes), rule.at_least.into()])]
            }
            RuleKind::Alternates(rule) => vec![say::RULE_ALTERNATES.with([classes(&rule.classes)])],
            RuleKind::Commitment(rule) => {
                vec![say::RULE_COMMITMENT.with([classes(&rule.classes), named(&rule.documents)])]
            }
            RuleKind::Agreement(rule) => self.of_agreement(rule),
            RuleKind::Interest(rule) => {
                let asks = (!rule.asks.is_empty()).then(|| say::RULE_INTEREST_ASKS.with([named(&rule.asks)]));
                [Some(say::RULE_INTEREST.with([classes(&rule.classes)])), asks]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            RuleKind::Review(rule) => {
                let class = Argument::Class(rule.class.clone());
                let led_by =
                    rule.led_by.clone().map(|by| say::RULE_REVIEW_IS_LED_BY.with([Argument::Class(by)]));
                let falls = say::RULE_REVIEW.with([class, rule.every_months.into(), named(&rule.subjects)]);
                [Some(falls), led_by].into_iter().flatten().collect()
            }
            RuleKind::Resolution(rule) => of_resolution(rule),
            RuleKind::Office(office) => of_office(office),
            RuleKind::Case(case) => of_case(case),
            RuleKind::Notice(notice) => of_notice(notice),
            RuleKind::Settlement(settlement) => of_settlement(settlement),
            RuleKind::Handover(handover) => vec![say::RULE_HANDOVER.with([named(&handover.items)])]
                .into_iter()
                .chain(holds_for_classes(&handover.classes))
                .collect(),
            RuleKind::Backup(backup) => {
                let named = backup.de_identified.then(|| say::RULE_BACKUP_IS_DE_IDENTIFIED.with([]));
                [Some(say::RULE_BACKUP.with([])), named].into_iter().flatten().collect()
            }
            RuleKind::Suspension(suspension) => of_suspension(suspension),
            RuleKind::Sanctions(sanctions) => of_sanctions(sanctions),
            RuleKind::Declaration(declaration) => of_declaration(declaration),
            RuleKind::Assets(register) => of_assets(register),
            RuleKind::Confidentiality(rule) => confidentiality::sentences(rule),
            RuleKind::Duty(duty) => standing::of_duty(duty),
            RuleKind::Channels(channels) => standing::of_channels(channels),
            RuleKind::Standing(rule) => standing::of_standing(rule),
            RuleKind::Waiver(waiver) => self.of_waiver(waiver),
            RuleKind::Retention(retention) => of_retention(retention),
        }
    }

    fn of_agreement(&self, rule: &AgreementRule) -> Vec<Message> {
        let (class, name) = (Argument::Class(rule.class.clone()), rule.name.clone().into());
        let needed = say::RULE_AGREEMENT.with([class, name, named(&rule.sections)]);
        let drafted = (!rule.drafted_by.is_empty())
            .then(|| say::RULE_AGREEMENT_IS_DRAFTED_BY.with([classes(&rule.drafted_by)]));
        let reminder = self.reminder_of(rule);
        let reminder = reminder.map(|(days, _)| say::RULE_AGREEMENT_REMINDER.with([days.into()]));
        [Some(needed), drafted, reminder].into_iter().flatten().collect()
    }

    fn of_matters(&self, matters: &Matters) -> Vec<Message> {
        let mut sentences = Vec::new();
        for matter in &matters.matters {
            let (name, group) = (matter.name.clone().into(), matters.group.name.clone().into());
            sentences.push(say::RULE_MATTER.with([name, group, self.decision_name(&matter.decision)]));
            sentences.extend(of_effect(self, matter));
        }
        if let Some(others) = &matters.others {
            let group = matters.group.name.clone().into();
            sentences.push(say::RULE_OTHERS.with([group, self.decision_name(others)]));
        }
        sentences
    }

    fn of_decision(&self, decision: &Decision) -> Vec<Message> {
        let name = Argument::from(decision.name.clone());
        match &decision.method {
            Method::Vote(vote) => vec![of_vote(name, vote)],
            Method::Consensus(consensus) => self.of_consensus(name, consensus),
        }
    }

    fn of_consensus(&self, name: Argument, consensus: &Consensus) -> Vec<Message> {
        let key = if consensus.everyone_must_agree {
            &say::RULE_EVERYBODY_AGREES
        } else {
            &say::RULE_NOBODY_OBJECTS
        };
        let mut sentences = vec![key.with([name])];
        if !consensus.marks.is_empty() {
            let marks = consensus.marks.iter().map(|mark| Argument::from(*mark)).collect();
            sentences.push(say::RULE_ROUND_IS_COMPLETE.with([Argument::List(marks)]));
        }
        sentences.push(match &consensus.fallback {
            Some(fallback) => {
                say::RULE_FALLBACK.with([consensus.rounds.into(), self.decision_name(fallback)])
            }
            None => say::RULE_NO_FALLBACK.with([]),
        });
        sentences
    }

    /// What people call a decision rule; its short name where there is none, which the checker reports.
    fn decision_name(&self, id: &Slug) -> Argument {
        self.decision(id).map_or_else(|| id.as_str().into(), |decision| decision.name.clone().into())
    }
}

impl Cell {
    /// What a cell of a rights table says, in one sentence or two.
    pub fn sentences(&self) -> Vec<Message> {
        let who = match &self.phase {
            Some(phase) => Argument::Phase(phase.clone()),
            None => Argument::Class(self.class.clone()),
        };
        let (right, group) = (Argument::from(self.right), self.group.clone().map(Argument::Group));
        let conditional = |key: &'static crate::message::Key, who, right, group: Option<Argument>| {
            let holds_for = group.map(|group| say::RULE_HOLDS_FOR.with([group]));
            [Some(key.with([who, right])), holds_for].into_iter().flatten().collect()
        };
        match (&self.grant, group) {
            (Grant::Yes, None) => vec![say::TABLE_GRANTS.with([who, right])],
            (Grant::No, None) => vec![say::TABLE_DENIES.with([who, right])],
            (Grant::Yes, Some(group)) => vec![say::RULE_GRANTS_ON.with([who, right, group])],
            (Grant::No, Some(group)) => vec![say::RULE_DENIES_ON.with([who, right, group])],
            (Grant::OnlyOn(only), _) => {
                vec![say::TABLE_GRANTS_ONLY_ON.with([who, right, Argument::Group(only.clone())])]
            }
            (Grant::Depends(on), group) => {
                let key = match on {
                    Condition::Invitation => &say::TABLE_ASKS_AN_INVITATION,
                    Condition::Agreement => &say::TABLE_ASKS_THE_AGREEMENT,
                    Condition::Contract => &say::TABLE_ASKS_THE_CONTRACT,
                    Condition::OwnProjects => &say::TABLE_ASKS_THE_PROJECT,
                    Condition::Loss => &say::TABLE_ASKS_THE_ACCOUNTS,
                };
                conditional(key, who, right, group)
            }
        }
    }
}

fn of_term(term: &Term) -> Message {
    let name = Argument::from(term.name.clone());
    match term.value {
        Quantity::Count(count) => say::RULE_COUNT.with([name, count.into()]),
        Quantity::Months(months) => say::RULE_MONTHS.with([name, months.into()]),
        Quantity::Days(days) => say::RULE_DAYS.with([name, days.into()]),
        Quantity::Percent(percent) => say::RULE_PERCENT.with([name, percent.into()]),
        Quantity::Share(share) => say::RULE_SHARE.with([name, share.into()]),
    }
}

fn of_class(class: &Class) -> Vec<Message> {
    let for_whom = match class.of {
        ClassOf::People => &say::RULE_CLASS_FOR_PEOPLE,
        ClassOf::Organizations => &say::RULE_CLASS_FOR_ORGANIZATIONS,
        ClassOf::Either => &say::RULE_CLASS_FOR_EITHER,
    };
    let is_member = if class.is_member { &say::RULE_CLASS_IS_MEMBER } else { &say::RULE_CLASS_IS_NOT_MEMBER };
    let admission = match class.admission {
        Admission::Office => &say::RULE_ADMITTED_BY_OFFICE,
        Admission::Decision => &say::RULE_ADMITTED_BY_DECISION,
    };
    let mut sentences =
        vec![for_whom.with([class.name.clone().into()]), is_member.with([]), admission.with([])];
    if class.needs_capital {
        sentences.push(say::RULE_NEEDS_CAPITAL.with([]));
    }
    if !class.kinds.is_empty() {
        sentences.push(say::RULE_CLASS_KINDS.with([named(&class.kinds)]));
    }
    sentences
}

fn of_phases(phases: &Phases) -> Vec<Message> {
    let mut sentences = vec![say::RULE_PHASES.with([Argument::Class(phases.class.clone())])];
    for phase in &phases.phases {
        sentences.push(say::RULE_PHASE.with([phase.name.clone().into(), phase.months.into()]));
    }
    if let Some(last) = phases.phases.last() {
        let key = if phases.continues { &say::RULE_PHASES_CONTINUE } else { &say::RULE_PHASES_END };
        sentences.push(key.with([last.name.clone().into()]));
    }
    sentences
}

fn of_rights(rights: &Rights) -> Message {
    if rights.is_summary { say::RULE_RIGHTS_SUMMARY.with([]) } else { say::RULE_RIGHTS.with([]) }
}

fn of_effect(rulebook: &Rulebook, matter: &Matter) -> Option<Message> {
    Some(match &matter.effect {
        EffectKind::None => return None,
        EffectKind::Admit { class } => say::RULE_ADMITS.with([Argument::Class(class.clone())]),
        EffectKind::ChangeClass { from, to, after_months: 0 } => {
            say::RULE_CHANGES_CLASS.with([Argument::Class(from.clone()), Argument::Class(to.clone())])
        }
        EffectKind::ChangeClass { from, to, after_months } => {
            let (from, to) = (Argument::Class(from.clone()), Argument::Class(to.clone()));
            say::RULE_CHANGES_CLASS_AFTER.with([from, to, (*after_months).into()])
        }
        EffectKind::NameMatter { group } => say::RULE_NAMES_MATTER.with([Argument::Group(group.clone())]),
        EffectKind::AdoptEdition => say::RULE_ADOPTS_EDITION.with([]),
        EffectKind::ConfirmReview { class } => {
            say::RULE_CONFIRMS_REVIEW.with([Argument::Class(class.clone())])
        }
        EffectKind::PauseTraining { class } => {
            say::RULE_PAUSES_TRAINING.with([Argument::Class(class.clone())])
        }
        EffectKind::ChangeTerms { class } => say::RULE_CHANGES_TERMS.with([Argument::Class(class.clone())]),
        EffectKind::Suspend { classes: of } if of.is_empty() => say::RULE_SUSPENDS.with([]),
        EffectKind::Suspend { classes: of } => say::RULE_SUSPENDS_IN.with([classes(of)]),
        EffectKind::AllowBackup => say::RULE_ALLOWS_BACKUP.with([]),
        EffectKind::DecideDeclaration { declaration } => {
            let name = rulebook.declaration(declaration).map(|known| known.rule.name.clone().into());
            say::RULE_DECIDES_DECLARATION.with([name.unwrap_or_else(|| declaration.as_str().into())])
        }
        EffectKind::EndMembership { classes: of } if of.is_empty() => say::RULE_ENDS_MEMBERSHIP.with([]),
        EffectKind::EndMembership { classes: of } => say::RULE_ENDS_MEMBERSHIP_IN.with([classes(of)]),
    })
}

fn of_vote(name: Argument, vote: &Vote) -> Message {
    let key = match (vote.base, vote.more_than) {
        (Base::All, false) => &say::RULE_VOTE_OF_ALL,
        (Base::All, true) => &say::RULE_VOTE_OF_ALL_MORE,
        (Base::Cast, false) => &say::RULE_VOTE_CAST,
        (Base::Cast, true) => &say::RULE_VOTE_CAST_MORE,
    };
    key.with([name, vote.threshold.into()])
}

fn of_window(window: &Window) -> Vec<Message> {
    let days = (window.days_min > 0).then(|| say::RULE_WINDOW.with([window.days_min.into()]));
    let count = match window.count {
        Count::Live => say::RULE_COUNT_IS_LIVE.with([]),
        Count::Sealed => say::RULE_COUNT_IS_SEALED.with([]),
    };
    let holds_for = (!window.groups.is_empty()).then(|| say::RULE_HOLDS_FOR.with([groups(&window.groups)]));
    [days, Some(count), holds_for].into_iter().flatten().collect()
}

fn of_resolution(rule: &Resolution) -> Vec<Message> {
    let owner = rule.owner.then(|| say::RULE_RESOLUTION_OWNER.with([groups(&rule.groups)]));
    let deadline = rule.deadline.then(|| say::RULE_RESOLUTION_DEADLINE.with([groups(&rule.groups)]));
    [owner, deadline].into_iter().flatten().collect()
}

pub(super) fn classes(classes: &[Slug]) -> Argument {
    Argument::List(classes.iter().cloned().map(Argument::Class).collect())
}

fn groups(groups: &[Slug]) -> Argument {
    Argument::List(groups.iter().cloned().map(Argument::Group).collect())
}

pub(super) fn named(things: &[Named]) -> Argument {
    Argument::List(things.iter().map(|thing| thing.name.clone().into()).collect())
}

fn of_office(office: &Office) -> Vec<Message> {
    let name = || Argument::from(office.name.clone());
    let powers = office.powers.iter().map(|power| Argument::from(*power)).collect();
    let mut sentences = vec![say::RULE_OFFICE.with([name(), Argument::List(powers)])];
    if !office.classes.is_empty() {
        sentences.push(say::RULE_OFFICE_IS_FOR.with([name(), classes(&office.classes)]));
    }
    if office.seats > 0 {
        sentences.push(say::RULE_OFFICE_SEATS.with([office.seats.into()]));
    }
    if office.months > 0 {
        sentences.push(say::RULE_OFFICE_MONTHS.with([office.months.into()]));
    }
    sentences
}

fn holds_for_classes(of: &[Slug]) -> Option<Message> {
    (!of.is_empty()).then(|| say::RULE_HOLDS_FOR.with([classes(of)]))
}

fn of_notice(notice: &NoticeRule) -> Vec<Message> {
    let of = classes(&notice.classes);
    let given = match notice.days_min {
        0 => say::RULE_NOTICE.with([of]),
        days => say::RULE_NOTICE_DAYS.with([of, days.into()]),
    };
    let key =
        if notice.can_be_withdrawn { &say::RULE_NOTICE_CAN_BE_WITHDRAWN } else { &say::RULE_NOTICE_STANDS };
    vec![given, key.with([])]
}

fn of_settlement(settlement: &Settlement) -> Vec<Message> {
    let key =
        if settlement.at_what_was_paid_in { &say::RULE_SETTLEMENT_AT_PAID_IN } else { &say::RULE_SETTLEMENT };
    let paid = if settlement.instalments { &say::RULE_IN_INSTALMENTS } else { &say::RULE_AT_ONCE };
    [Some(key.with([named(&settlement.lines)])), Some(paid.with([])), holds_for_classes(&settlement.classes)]
        .into_iter()
        .flatten()
        .collect()
}

fn of_suspension(suspension: &Suspension) -> Vec<Message> {
    let rights = suspension.rights.iter().map(|right| Argument::from(*right)).collect();
    let offices = suspension.offices_rest.then(|| say::RULE_OFFICES_REST.with([]));
    [Some(say::RULE_SUSPENSION.with([Argument::List(rights)])), offices].into_iter().flatten().collect()
}

fn of_sanctions(sanctions: &Sanctions) -> Vec<Message> {
    let alone = &sanctions.without_decision;
    let alone = (!alone.is_empty()).then(|| say::RULE_SANCTION_ALONE.with([named(alone)]));
    let decided = sanctions.by_decision.iter().map(|sanction| {
        let matters = sanction.matters.iter().cloned().map(Argument::Matter).collect();
        say::RULE_SANCTION_DECIDED.with([sanction.named.name.clone().into(), Argument::List(matters)])
    });
    alone.into_iter().chain(decided).collect()
}

fn of_case(case: &CaseRule) -> Vec<Message> {
    let name = || Argument::from(case.name.clone());
    let first = Argument::from(case.first.name.clone());
    let mut sentences = vec![match case.right {
        Some(right) => say::RULE_CASE_BY_RIGHT.with([name(), right.into()]),
        None => say::RULE_CASE.with([name()]),
    }];
    sentences.push(say::RULE_CASE_CLOCK.with([first, case.days.into()]));
    if case.restricted {
        sentences.push(say::RULE_CASE_RESTRICTED.with([]));
    }
    sentences
}

fn of_declaration(rule: &DeclarationRule) -> Vec<Message> {
    let name = Argument::from(rule.name.clone());
    let late = if rule.late { &say::RULE_DECLARATION_LATE } else { &say::RULE_DECLARATION_IN_ADVANCE };
    let recused = rule.recused.then(|| say::RULE_DECLARER_IS_LEFT_OFF.with([]));
    let declared = say::RULE_DECLARATION.with([name, classes(&rule.classes), named(&rule.subjects)]);
    [Some(declared), Some(late.with([])), recused].into_iter().flatten().collect()
}

fn of_assets(rule: &AssetRegister) -> Vec<Message> {
    vec![
        say::RULE_ASSETS.with([named(&rule.kinds)]),
        say::RULE_ASSETS_BORROW.with([rule.borrow.into()]),
        say::RULE_ASSETS_SEE.with([rule.see.into()]),
    ]
}

fn of_retention(rule: &Retention) -> Vec<Message> {
    let erased = match rule.what {
        Retained::Details => say::RULE_RETENTION_DETAILS.with([rule.months.into()]),
        Retained::Applicants => say::RULE_RETENTION_APPLICANTS.with([rule.months.into()]),
        Retained::Cases => say::RULE_RETENTION_CASES.with([rule.months.into()]),
        Retained::Reviews => say::RULE_RETENTION_REVIEWS.with([rule.months.into()]),
        Retained::Mail => say::RULE_RETENTION_MAIL.with([rule.months.into()]),
    };
    let at_least =
        (rule.months_min != 0).then(|| say::RULE_RETENTION_AT_LEAST.with([rule.months_min.into()]));
    [Some(erased), at_least].into_iter().flatten().collect()
}
