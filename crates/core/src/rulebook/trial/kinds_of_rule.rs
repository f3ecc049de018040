//! Rules of every kind, as the property test makes them up.

use std::sync::Arc;

use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::{
    membership::Right,
    offices::Power,
    proposals::Mark,
    rulebook::{
        Admission, AgreementRule, Alternates, Asks, AssetRegister, Backup, Base, CaseRule, Cell,
        ChannelsRule, Citation, Class, ClassOf, Commitment, Concerned, Condition, Confidentiality,
        ConfidentialityClass, Consensus, Count, Deadline, Decision, DeclarationRule, DutyRule, EffectKind,
        GoodStanding, Grant, Handover, Interest, Matter, Matters, MembershipYear, Method, Named, NoticeRule,
        Objection, Office, Phase, Phases, Quantity, Readers, Recusal, Representatives, Resolution, Retained,
        Retention, Review, RuleKind, Sanction, Sanctions, Settlement, StandingRule, Suspension, Term, Vote,
        VotingUnit, WaiverRule, Window,
    },
    values::{Language, Names, Ratio, Slug},
};

/// A text in English and Spanish.
pub(super) fn names(english: &str, spanish: &str) -> Names {
    Names([(Language::new("en"), english.to_owned()), (Language::new("es"), spanish.to_owned())].into())
}

/// A text of any letters and signs that is not blank and has no space at its ends.
pub(super) fn a_name() -> impl Strategy<Value = String> {
    "\\PC{1,10}".prop_filter("blank", |text| !text.is_empty() && text.trim() == text)
}

pub(super) fn some_names() -> impl Strategy<Value = Names> {
    (a_name(), a_name()).prop_map(|(english, spanish)| names(&english, &spanish))
}

pub(super) fn a_slug() -> impl Strategy<Value = Slug> {
    "[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?".prop_map(|text| Slug::new(&text))
}

fn a_thing() -> impl Strategy<Value = Named> {
    (a_slug(), some_names()).prop_map(|(id, name)| Named { id, name })
}

fn a_ratio() -> impl Strategy<Value = Ratio> {
    (0u32..9, 1u32..9).prop_filter_map("more than 1", |(part, whole)| Ratio::new(part, whole))
}

fn a_quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        any::<u32>().prop_map(Quantity::Count),
        (0u32..99).prop_map(Quantity::Months),
        (0u32..99).prop_map(Quantity::Days),
        (0u32..101).prop_map(Quantity::Percent),
        a_ratio().prop_map(Quantity::Share),
    ]
}

fn a_class() -> impl Strategy<Value = Class> {
    let of = select(vec![ClassOf::People, ClassOf::Organizations, ClassOf::Either]);
    let admission = select(vec![Admission::Office, Admission::Decision]);
    (a_thing(), of, any::<(bool, bool)>(), admission, vec(a_thing(), 0..3)).prop_map(
        |(Named { id, name }, of, (is_member, needs_capital), admission, kinds)| Class {
            id,
            name,
            of,
            is_member,
            kinds,
            admission,
            needs_capital,
        },
    )
}

fn an_effect(group: Slug) -> impl Strategy<Value = EffectKind> {
    prop_oneof![
        Just(EffectKind::None),
        a_slug().prop_map(|class| EffectKind::Admit { class }),
        (a_slug(), a_slug(), 0u32..99).prop_map(|(from, to, after_months)| EffectKind::ChangeClass {
            from,
            to,
            after_months
        }),
        Just(EffectKind::NameMatter { group }),
        Just(EffectKind::AdoptEdition),
        a_slug().prop_map(|class| EffectKind::ConfirmReview { class }),
        a_slug().prop_map(|class| EffectKind::PauseTraining { class }),
        a_slug().prop_map(|class| EffectKind::ChangeTerms { class }),
        a_slug().prop_map(|declaration| EffectKind::DecideDeclaration { declaration }),
        vec(a_slug(), 0..3).prop_map(|classes| EffectKind::EndMembership { classes }),
        vec(a_slug(), 0..3).prop_map(|classes| EffectKind::Suspend { classes }),
        Just(EffectKind::AllowBackup),
    ]
}

/// Matters of one of three groups, each of which has the same name everywhere.
fn some_matters() -> impl Strategy<Value = Matters> {
    select(vec!["daily", "major", "rare"]).prop_flat_map(|group| {
        let group = Named { id: Slug::new(group), name: names(group, group) };
        let of = group.id.clone();
        let matter = (a_thing(), a_slug(), an_effect(of.clone())).prop_map(
            move |(Named { id, name }, decision, effect)| Matter {
                id,
                name,
                group: of.clone(),
                decision,
                effect,
            },
        );
        (Just(group), vec(matter, 0..3), option::of(a_slug())).prop_map(|(group, matters, others)| Matters {
            group,
            matters,
            others,
        })
    })
}

fn a_method() -> impl Strategy<Value = Method> {
    let marks = vec(select(Mark::ALL.to_vec()), 0..4);
    prop_oneof![
        (any::<bool>(), 0u32..5, marks, option::of(a_slug())).prop_map(
            |(everyone_must_agree, rounds, marks, fallback)| Method::Consensus(Consensus {
                everyone_must_agree,
                rounds,
                marks,
                fallback
            })
        ),
        (a_ratio(), any::<bool>(), select(vec![Base::All, Base::Cast]))
            .prop_map(|(threshold, more_than, base)| Method::Vote(Vote { threshold, more_than, base })),
    ]
}

fn some_phases() -> impl Strategy<Value = Phases> {
    let phase = (a_thing(), 0u32..99).prop_map(|(Named { id, name }, months)| Phase { id, name, months });
    (a_slug(), vec(phase, 1..3), any::<bool>()).prop_map(|(class, phases, continues)| Phases {
        class,
        phases,
        continues,
    })
}

fn an_agreement() -> impl Strategy<Value = AgreementRule> {
    let sections = vec((a_thing(), option::of(some_names())), 0..3);
    (a_thing(), a_slug(), sections, vec(a_slug(), 0..3), option::of(a_slug())).prop_map(
        |(Named { id, name }, class, sections, drafted_by, reminder)| AgreementRule {
            id,
            name,
            class,
            texts: sections
                .iter()
                .filter_map(|(section, text)| Some((section.id.clone(), text.clone()?)))
                .collect(),
            sections: sections.into_iter().map(|(section, _)| section).collect(),
            drafted_by,
            reminder,
        },
    )
}

/// A rule of any kind but `rights`, which needs a table.
pub(super) fn a_rule() -> impl Strategy<Value = RuleKind> {
    let slugs = || vec(a_slug(), 0..3);
    let things = || vec(a_thing(), 0..3);
    prop_oneof![
        (a_thing(), a_quantity()).prop_map(|(Named { id, name }, value)| RuleKind::Term(Term {
            id,
            name,
            value
        })),
        a_class().prop_map(RuleKind::Class),
        some_phases().prop_map(RuleKind::Phases),
        some_matters().prop_map(RuleKind::Matters),
        (a_thing(), a_method()).prop_map(|(Named { id, name }, method)| RuleKind::Decision(Decision {
            id,
            name,
            method
        })),
        any::<bool>().prop_map(|needs_reason| RuleKind::Objection(Objection { needs_reason })),
        any::<bool>().prop_map(|leaves_base| RuleKind::Recusal(Recusal { leaves_base })),
        any::<bool>().prop_map(|decides| RuleKind::Concerned(Concerned { decides })),
        (slugs(), 0u32..30, select(vec![Count::Live, Count::Sealed]))
            .prop_map(|(groups, days_min, count)| RuleKind::Window(Window { groups, days_min, count })),
        Just(RuleKind::VotingUnit(VotingUnit {})),
        (slugs(), 0u32..4)
            .prop_map(|(classes, at_least)| RuleKind::Representatives(Representatives { classes, at_least })),
        slugs().prop_map(|classes| RuleKind::Alternates(Alternates { classes })),
        (things(), slugs())
            .prop_map(|(documents, classes)| RuleKind::Commitment(Commitment { documents, classes })),
        an_agreement().prop_map(RuleKind::Agreement),
        (slugs(), things()).prop_map(|(classes, asks)| RuleKind::Interest(Interest { classes, asks })),
        (a_slug(), 1u32..13, things(), option::of(a_slug())).prop_map(
            |(class, every_months, subjects, led_by)| RuleKind::Review(Review {
                class,
                every_months,
                subjects,
                led_by,
            })
        ),
        (slugs(), any::<bool>(), any::<bool>()).prop_map(|(groups, owner, deadline)| RuleKind::Resolution(
            Resolution { groups, owner, deadline }
        )),
        (a_thing(), 0u32..99, a_thing(), things(), option::of(select(Right::ALL.to_vec())), any::<bool>())
            .prop_map(|(Named { id, name }, days, first, outcomes, right, restricted)| RuleKind::Case(
                CaseRule { id, name, days, first, outcomes, right, restricted }
            )),
        a_rule_of_leaving(),
        a_rule_of_standing(),
        (a_thing(), slugs(), things(), any::<(bool, bool)>()).prop_map(
            |(Named { id, name }, classes, subjects, (late, recused))| RuleKind::Declaration(
                DeclarationRule { id, name, classes, subjects, late, recused }
            )
        ),
        (things(), select(Right::ALL.to_vec()), select(Right::ALL.to_vec()))
            .prop_map(|(kinds, borrow, see)| RuleKind::Assets(AssetRegister { kinds, borrow, see })),
        a_confidentiality().prop_map(RuleKind::Confidentiality),
        (select(Retained::ALL.to_vec()), 0u32..99, 0u32..99).prop_map(|(what, more, months_min)| {
            let months_min = if what == Retained::Details { months_min } else { 0 };
            RuleKind::Retention(Retention { what, months: months_min + more, months_min })
        }),
        (a_thing(), vec(select(Power::ALL.to_vec()), 0..3), slugs(), 0u32..9, 0u32..99).prop_map(
            |(Named { id, name }, powers, classes, seats, months)| RuleKind::Office(Office {
                id,
                name,
                powers,
                classes,
                seats,
                months
            })
        ),
    ]
}

fn some_readers() -> impl Strategy<Value = Vec<Readers>> {
    let readers = (a_slug(), option::of(a_slug())).prop_map(|(class, phase)| Readers { class, phase });
    vec(readers, 0..3)
}

fn a_confidentiality() -> impl Strategy<Value = Confidentiality> {
    let class = (a_thing(), any::<(bool, bool)>(), some_readers(), vec(a_slug(), 0..3)).prop_map(
        |(named, (is_public, is_for_named), read_by, offices)| ConfidentialityClass {
            named,
            is_public,
            read_by,
            offices,
            is_for_named,
        },
    );
    (vec(class, 1..4), some_readers(), vec(a_slug(), 0..3)).prop_map(|(classes, filed_by, kept_by)| {
        let default = classes[0].named.id.clone();
        Confidentiality { classes, default, filed_by, kept_by }
    })
}

fn a_sanction() -> impl Strategy<Value = Sanction> {
    (a_thing(), vec(a_slug(), 0..3)).prop_map(|(named, matters)| Sanction { named, matters })
}

fn a_rule_of_leaving() -> impl Strategy<Value = RuleKind> {
    let slugs = || vec(a_slug(), 0..3);
    let things = || vec(a_thing(), 0..3);
    prop_oneof![
        (slugs(), 0u32..99, any::<bool>()).prop_map(
            |(classes, days_min, can_be_withdrawn)| RuleKind::Notice(NoticeRule {
                classes,
                days_min,
                can_be_withdrawn
            })
        ),
        (things(), slugs(), any::<bool>(), any::<bool>()).prop_map(
            |(lines, classes, at_what_was_paid_in, instalments)| RuleKind::Settlement(Settlement {
                lines,
                classes,
                at_what_was_paid_in,
                instalments,
            })
        ),
        (things(), slugs()).prop_map(|(items, classes)| RuleKind::Handover(Handover { items, classes })),
        any::<bool>().prop_map(|de_identified| RuleKind::Backup(Backup { de_identified })),
        (vec(select(Right::ALL.to_vec()), 0..3), any::<bool>())
            .prop_map(|(rights, offices_rest)| RuleKind::Suspension(Suspension { rights, offices_rest })),
        (things(), vec(a_sanction(), 0..3)).prop_map(|(without_decision, by_decision)| {
            RuleKind::Sanctions(Sanctions { without_decision, by_decision })
        }),
    ]
}

fn a_rule_of_standing() -> impl Strategy<Value = RuleKind> {
    let slugs = || vec(a_slug(), 0..3);
    let deadline = prop_oneof![
        Just(None),
        (1u32..99).prop_map(|days| Some(Deadline::Days(days))),
        Just(Some(Deadline::YearEnd))
    ];
    prop_oneof![
        (a_thing(), slugs(), select(Asks::ALL.to_vec()), deadline, any::<bool>()).prop_map(
            |(Named { id, name }, classes, asks, deadline, encouraged)| RuleKind::Duty(DutyRule {
                id,
                name,
                classes,
                asks,
                deadline,
                encouraged,
            })
        ),
        (vec(a_thing(), 0..3), slugs(), any::<bool>()).prop_map(|(channels, classes, good_standing)| {
            RuleKind::Channels(ChannelsRule { channels, classes, good_standing })
        }),
        (select(MembershipYear::ALL.to_vec()), select(GoodStanding::ALL.to_vec()), 0u32..99).prop_map(
            |(year, good, reminder_days)| RuleKind::Standing(StandingRule { year, good, reminder_days })
        ),
        (slugs(), slugs()).prop_map(|(offices, duties)| RuleKind::Waiver(WaiverRule { offices, duties })),
    ]
}

/// What a rights table is made from.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    columns: Vec<(Slug, Option<Slug>)>,
    rows: Vec<(Right, Option<Slug>)>,
    grants: Vec<(Grant, bool)>,
    pub is_summary: bool,
}

/// A table of up to two columns and rows.
pub(super) fn a_grid() -> impl Strategy<Value = Grid> {
    let columns = vec((a_slug(), option::of(a_slug())), 1..3);
    let rows = vec((select(Right::ALL.to_vec()), option::of(a_slug())), 1..3);
    let conditions = vec![
        Condition::Invitation,
        Condition::Agreement,
        Condition::Contract,
        Condition::OwnProjects,
        Condition::Loss,
    ];
    let grant = prop_oneof![
        Just(Grant::Yes),
        Just(Grant::No),
        a_slug().prop_map(Grant::OnlyOn),
        select(conditions).prop_map(Grant::Depends),
    ];
    (columns, rows, vec((grant, any::<bool>()), 4), any::<bool>()).prop_map(
        |(mut columns, mut rows, grants, is_summary)| {
            columns.sort();
            columns.dedup();
            rows.sort();
            rows.dedup();
            Grid { columns, rows, grants, is_summary }
        },
    )
}

impl Grid {
    /// The table in Markdown and its cells. Some cells have a link, if there is a clause to cite.
    pub(super) fn table(&self, cite: &Arc<Citation>, cited: Option<&Citation>) -> (String, Vec<Cell>) {
        let mut table = format!(
            "|{}\n|{}\n",
            " x |".repeat(self.columns.len() + 1),
            "--|".repeat(self.columns.len() + 1)
        );
        let mut cells = Vec::new();
        let mut grants = self.grants.iter();
        for (right, group) in &self.rows {
            table.push_str("| x |");
            for ((class, phase), (grant, has_link)) in self.columns.iter().zip(&mut grants) {
                let linked = cited.filter(|_| *has_link);
                let link = linked.map(|cited| format!(" ([it](#{}))", cited.clause)).unwrap_or_default();
                table.push_str(&format!(" {}{link} |", said(grant)));
                cells.push(Cell {
                    class: class.clone(),
                    phase: phase.clone(),
                    right: *right,
                    group: group.clone(),
                    grant: grant.clone(),
                    cite: linked.map_or_else(|| Arc::clone(cite), |cited| Arc::new(cited.clone())),
                });
            }
            table.push('\n');
        }
        (table, cells)
    }
}

/// What a cell says of this grant.
fn said(grant: &Grant) -> String {
    match grant {
        Grant::Yes => "yes".to_owned(),
        Grant::No => "no".to_owned(),
        Grant::OnlyOn(group) => format!("matters of {group}"),
        Grant::Depends(condition) => format!("it depends on {condition:?}"),
    }
}
