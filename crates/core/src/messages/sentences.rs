//! What a rule makes the program do.

use super::{Key, messages};

messages! { SENTENCES:
    /// {name} is {count}.
    RULE_COUNT = "rule-count"(name, count);
    /// {name} is {months} calendar months.
    RULE_MONTHS = "rule-months"(name, months);
    /// {name} is {days} days.
    RULE_DAYS = "rule-days"(name, days);
    /// {name} is {percent} %.
    RULE_PERCENT = "rule-percent"(name, percent);
    /// {name} is {share}.
    RULE_SHARE = "rule-share"(name, share);
    /// People can be in the class {class}.
    RULE_CLASS_FOR_PEOPLE = "rule-class-for-people"(class);
    /// Organizations can be in the class {class}.
    RULE_CLASS_FOR_ORGANIZATIONS = "rule-class-for-organizations"(class);
    /// People and organizations can be in the class {class}.
    RULE_CLASS_FOR_EITHER = "rule-class-for-either"(class);
    /// Those in it are members.
    RULE_CLASS_IS_MEMBER = "rule-class-is-member"();
    /// Those in it are not members.
    RULE_CLASS_IS_NOT_MEMBER = "rule-class-is-not-member"();
    /// The co-op's desk admits to it.
    RULE_ADMITTED_BY_OFFICE = "rule-admitted-by-office"();
    /// Only a carried proposal admits to it.
    RULE_ADMITTED_BY_DECISION = "rule-admitted-by-decision"();
    /// Joining is complete only when the capital is paid in full.
    RULE_NEEDS_CAPITAL = "rule-needs-capital"();
    /// Within it these kinds are told apart: {kinds}.
    RULE_CLASS_KINDS = "rule-class-kinds"(kinds);
    /// A membership in {class} goes through phases, by calendar months from its first day.
    RULE_PHASES = "rule-phases"(class);
    /// {phase} lasts {months} calendar months.
    RULE_PHASE = "rule-phase"(phase, months);
    /// After its months, {phase} goes on until the class changes or the membership ends.
    RULE_PHASES_CONTINUE = "rule-phases-continue"(phase);
    /// After the months of {phase} the membership is in no phase.
    RULE_PHASES_END = "rule-phases-end"(phase);
    /// Who may do what is read from this table.
    RULE_RIGHTS = "rule-rights"();
    /// This table sums up other clauses; where a clause says otherwise, the clause holds.
    RULE_RIGHTS_SUMMARY = "rule-rights-summary"();
    /// {class}: {right}, on {group} - yes.
    RULE_GRANTS_ON = "rule-grants-on"(class, right, group);
    /// {class}: {right}, on {group} - no.
    RULE_DENIES_ON = "rule-denies-on"(class, right, group);
    /// This holds for {groups}.
    RULE_HOLDS_FOR = "rule-holds-for"(groups);
    /// {matter} is among {group}, and is decided by: {decision}.
    RULE_MATTER = "rule-matter"(matter, group, decision);
    /// When it carries, whom it is about is admitted to {class}.
    RULE_ADMITS = "rule-admits"(class);
    /// When it carries, a membership in {from} becomes one in {to}.
    RULE_CHANGES_CLASS = "rule-changes-class"(from, to);
    /// When it carries, a membership in {from} becomes one in {to}; not before {months} months in the first.
    RULE_CHANGES_CLASS_AFTER = "rule-changes-class-after"(from, to, months);
    /// When it carries, a further kind of matter is named among {group}.
    RULE_NAMES_MATTER = "rule-names-matter"(group);
    /// When it carries, the new edition of the bylaws takes force on the day that it names.
    RULE_ADOPTS_EDITION = "rule-adopts-edition"();
    /// When it carries, the membership that it is about ends.
    RULE_ENDS_MEMBERSHIP = "rule-ends-membership"();
    /// When it carries, the membership that it is about ends; it can be one in {classes}.
    RULE_ENDS_MEMBERSHIP_IN = "rule-ends-membership-in"(classes);
    /// By resolution, further kinds of matter can be named among {group}, decided by: {decision}.
    RULE_OTHERS = "rule-others"(group, decision);
    /// {decision}: a proposal carries when at least {share} of everybody counted is in favour.
    RULE_VOTE_OF_ALL = "rule-vote-of-all"(decision, share);
    /// {decision}: a proposal carries when more than {share} of everybody counted is in favour.
    RULE_VOTE_OF_ALL_MORE = "rule-vote-of-all-more"(decision, share);
    /// {decision}: a proposal carries when at least {share} of the votes for and against is in favour.
    RULE_VOTE_CAST = "rule-vote-cast"(decision, share);
    /// {decision}: a proposal carries when more than {share} of the votes for and against is in favour.
    RULE_VOTE_CAST_MORE = "rule-vote-cast-more"(decision, share);
    /// {decision}: a proposal carries when everybody counted says that they agree.
    RULE_EVERYBODY_AGREES = "rule-everybody-agrees"(decision);
    /// {decision}: a proposal carries when nobody objects.
    RULE_NOBODY_OBJECTS = "rule-nobody-objects"(decision);
    /// A round is complete when: {marks}.
    RULE_ROUND_IS_COMPLETE = "rule-round-is-complete"(marks);
    /// When it fails, a vote can be called after {rounds} complete rounds, decided by: {decision}.
    RULE_FALLBACK = "rule-fallback"(rounds, decision);
    /// When it fails, no vote can replace it.
    RULE_NO_FALLBACK = "rule-no-fallback"();
    /// An objection must give its reason; one without is refused.
    RULE_OBJECTION_GIVES_REASON = "rule-objection-gives-reason"();
    /// An objection may stand without a reason.
    RULE_OBJECTION_NEEDS_NO_REASON = "rule-objection-needs-no-reason"();
    /// Whoever is recused leaves the base.
    RULE_RECUSED_LEAVES_BASE = "rule-recused-leaves-base"();
    /// Whoever is recused stays in the base and cannot be in favour.
    RULE_RECUSED_STAYS_IN_BASE = "rule-recused-stays-in-base"();
    /// A member decides on a proposal that would end or suspend their own membership.
    RULE_CONCERNED_DECIDES = "rule-concerned-decides"();
    /// A member is left off the roll of a proposal that would end or suspend their own membership.
    RULE_CONCERNED_IS_LEFT_OFF = "rule-concerned-is-left-off"();
    /// A vote stays open for at least {days} full days in the co-op's time zone.
    RULE_WINDOW = "rule-window"(days);
    /// The count is seen while the vote is open.
    RULE_COUNT_IS_LIVE = "rule-count-is-live"();
    /// Nobody sees the count before the close.
    RULE_COUNT_IS_SEALED = "rule-count-is-sealed"();
    /// Each membership has one vote, whatever its class and size.
    RULE_ONE_VOTE = "rule-one-vote"();
    /// A membership in {classes} acts through representatives, {count} at least.
    RULE_REPRESENTATIVES = "rule-representatives"(classes, count);
    /// An alternate of a member in {classes} acts for it as its representative does; of two ballots the later counts.
    RULE_ALTERNATES = "rule-alternates"(classes);
    /// Whoever is in {classes} is asked to commit to {documents}, and again to each new version.
    RULE_COMMITMENT = "rule-commitment"(classes, documents);
    /// Whoever is to be in {class} signs {agreement} first, with all its sections: {sections}.
    RULE_AGREEMENT = "rule-agreement"(class, agreement, sections);
    /// Carried, it lets the co-op sign another agreement with somebody in {class}.
    RULE_CHANGES_TERMS = "rule-changes-terms"(class);
    /// Members of {classes} draft it too, besides whoever signs agreements for the co-op.
    RULE_AGREEMENT_IS_DRAFTED_BY = "rule-agreement-is-drafted-by"(classes);
    /// Both sides are reminded from {days} days before its end.
    RULE_AGREEMENT_REMINDER = "rule-agreement-reminder"(days);
    /// For {class} a review falls due every {months} calendar months; it speaks of {subjects}.
    RULE_REVIEW = "rule-review"(class, months, subjects);
    /// Whoever guides the reviewed, of the class {class}, writes it.
    RULE_REVIEW_IS_LED_BY = "rule-review-is-led-by"(class);
    /// Carried, it confirms a review of somebody in {class}.
    RULE_CONFIRMS_REVIEW = "rule-confirms-review"(class);
    /// Carried, it pauses the months of somebody in {class}.
    RULE_PAUSES_TRAINING = "rule-pauses-training"(class);
    /// A proposal on {groups} is opened only when it names who will see to it.
    RULE_RESOLUTION_OWNER = "rule-resolution-owner"(groups);
    /// A proposal on {groups} is opened only when it has a deadline.
    RULE_RESOLUTION_DEADLINE = "rule-resolution-deadline"(groups);
    /// {office}: whoever holds it may {powers}.
    RULE_OFFICE = "rule-office"(office, powers);
    /// {office} is held only by {classes}.
    RULE_OFFICE_IS_FOR = "rule-office-is-for"(office, classes);
    /// At the most {seats} hold it at a time.
    RULE_OFFICE_SEATS = "rule-office-seats"(seats);
    /// It is given for {months} months at the most.
    RULE_OFFICE_MONTHS = "rule-office-months"(months);
    /// Whoever wants to be in {classes} can say so with a public form, without an account.
    RULE_INTEREST = "rule-interest"(classes);
    /// Besides who they are and how to reach them, it asks: {asks}
    RULE_INTEREST_ASKS = "rule-interest-asks"(asks);
    /// {case}: whoever is in some class may bring one.
    RULE_CASE = "rule-case"(case);
    /// {case}: whoever may {right} may bring one.
    RULE_CASE_BY_RIGHT = "rule-case-by-right"(case, right);
    /// {step}: within {days} days; a case that has waited longer shows as late.
    RULE_CASE_CLOCK = "rule-case-clock"(step, days);
    /// Only those read it who bring it, whom it is about and who handle it.
    RULE_CASE_RESTRICTED = "rule-case-restricted"();
    /// Whoever is in {classes} leaves by written notice, at any time.
    RULE_NOTICE = "rule-notice"(classes);
    /// Whoever is in {classes} leaves by written notice, {days} days before the last day at the latest.
    RULE_NOTICE_DAYS = "rule-notice-days"(classes, days);
    /// A notice can be taken back until the last day is over.
    RULE_NOTICE_CAN_BE_WITHDRAWN = "rule-notice-can-be-withdrawn"();
    /// A notice cannot be taken back.
    RULE_NOTICE_STANDS = "rule-notice-stands"();
    /// With whoever leaves this is settled: {lines}.
    RULE_SETTLEMENT = "rule-settlement"(lines);
    /// Whoever leaves gets back what was paid in, no less and no more: {lines}.
    RULE_SETTLEMENT_AT_PAID_IN = "rule-settlement-at-paid-in"(lines);
    /// It can be paid in instalments.
    RULE_IN_INSTALMENTS = "rule-in-instalments"();
    /// It is paid at once.
    RULE_AT_ONCE = "rule-at-once"();
    /// Whoever leaves hands over: {items}.
    RULE_HANDOVER = "rule-handover"(items);
    /// Whoever leaves keeps a copy of their own work only by a decision.
    RULE_BACKUP = "rule-backup"();
    /// What could name people is taken out of it first.
    RULE_BACKUP_IS_DE_IDENTIFIED = "rule-backup-is-de-identified"();
    /// For whoever is suspended this is off on the days of the suspension: {rights}.
    RULE_SUSPENSION = "rule-suspension"(rights);
    /// The powers of their offices rest on these days.
    RULE_OFFICES_REST = "rule-offices-rest"();
    /// Whoever handles a case may find alone: {sanctions}.
    RULE_SANCTION_ALONE = "rule-sanction-alone"(sanctions);
    /// {sanction}: only once a proposal on {matter} has carried.
    RULE_SANCTION_DECIDED = "rule-sanction-decided"(sanction, matter);
    /// When it carries, the membership that it is about is suspended for the days that it names.
    RULE_SUSPENDS = "rule-suspends"();
    /// When it carries, the membership that it is about is suspended for the days that it names; it can be one in {classes}.
    RULE_SUSPENDS_IN = "rule-suspends-in"(classes);
    /// When it carries, whoever leaves may keep a copy of their own work.
    RULE_ALLOWS_BACKUP = "rule-allows-backup"();
}
