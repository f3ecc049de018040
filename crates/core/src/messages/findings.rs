//! What a finding says.

use super::{Key, messages};

messages! { FINDINGS:
    /// {membership}: {right}.
    RIGHT = "right"(membership, right);
    /// {membership}: {right}, on {group}.
    RIGHT_ON = "right-on"(membership, right, group);
    /// {party}: {right}.
    RIGHT_OF_PARTY = "right-of-party"(party, right);
    /// {party} is in no membership on {day}.
    IN_NO_MEMBERSHIP = "in-no-membership"(party, day);
    /// The membership of {membership} is not current on {day}.
    NOT_CURRENT = "not-current"(membership, day);
    /// The membership of {membership} is current on {day}.
    CURRENT = "current"(membership, day);
    /// {membership} is in the class {class} since {since}.
    IN_CLASS_SINCE = "in-class-since"(membership, class, since);
    /// In the phase {phase}, from {from}; its months end on {next}.
    IN_PHASE = "in-phase"(phase, from, next);
    /// No rule speaks of {right} for the class {class}.
    TABLE_IS_SILENT = "table-is-silent"(class, right);
    /// {class}: {right} - yes.
    TABLE_GRANTS = "table-grants"(class, right);
    /// {class}: {right} - no.
    TABLE_DENIES = "table-denies"(class, right);
    /// {class}: {right} - only on {group}.
    TABLE_GRANTS_ONLY_ON = "table-grants-only-on"(class, right, group);
    /// {class}: {right} - by invitation.
    TABLE_ASKS_AN_INVITATION = "table-asks-an-invitation"(class, right);
    /// {class}: {right} - as the written agreement says.
    TABLE_ASKS_THE_AGREEMENT = "table-asks-the-agreement"(class, right);
    /// {class}: {right} - as the written contract says.
    TABLE_ASKS_THE_CONTRACT = "table-asks-the-contract"(class, right);
    /// {class}: {right} - in one's own projects.
    TABLE_ASKS_THE_PROJECT = "table-asks-the-project"(class, right);
    /// {class}: {right} - in a quarter that closed with a loss.
    TABLE_ASKS_THE_ACCOUNTS = "table-asks-the-accounts"(class, right);
    /// From {day}, in the phase {phase}, the answer is yes.
    NEXT_PHASE_GRANTS = "next-phase-grants"(phase, day);
    /// It is the right of: {classes}.
    CLASSES_GRANT = "classes-grant"(classes);
    /// Only the co-op's desk records this.
    DESK_RECORDS_THIS = "desk-records-this"();
    /// The desk takes part in no decision.
    DESK_DECIDES_NOTHING = "desk-decides-nothing"();
    /// The class {class} is entered by a decision.
    CLASS_IS_ENTERED_BY_DECISION = "class-is-entered-by-decision"(class);
    /// The class {class} has no kind called {kind}.
    CLASS_HAS_NO_SUCH_KIND = "class-has-no-such-kind"(class, kind);
    /// The class {class} is for people, and {party} is an organization.
    CLASS_IS_FOR_PEOPLE = "class-is-for-people"(class, party);
    /// The class {class} is for organizations, and {party} is a person.
    CLASS_IS_FOR_ORGANIZATIONS = "class-is-for-organizations"(class, party);
    /// {party} is a person.
    IS_A_PERSON = "is-a-person"(party);
    /// {party} is an organization.
    IS_AN_ORGANIZATION = "is-an-organization"(party);
    /// {person} acts for {organization} since {from}.
    REPRESENTS_SINCE = "represents-since"(person, organization, from);
    /// {person} acted for {organization} from {from} to {until}.
    REPRESENTED_UNTIL = "represented-until"(person, organization, from, until);
    /// {person} is an alternate of {organization}.
    IS_ALTERNATE_OF = "is-alternate-of"(person, organization);
    /// The bylaws do not let alternates of {organization} act for it.
    ALTERNATES_DO_NOT_ACT = "alternates-do-not-act"(organization);
    /// The one who asks does not act for {party} on {day}.
    NOBODY_ACTS_FOR = "nobody-acts-for"(party, day);
    /// {party} has not committed to {document}, version {version}.
    NOT_COMMITTED_TO = "not-committed-to"(party, document, version);
    /// Committed to {document}, version {version}, on {day}.
    COMMITTED_TO = "committed-to"(document, version, day);
    /// Commit to {document}, version {version}.
    COMMIT_TO = "commit-to"(document, version);
    /// No {agreement} with {party} is on record.
    NO_AGREEMENT = "no-agreement"(party, agreement);
    /// The capital of {membership} is not recorded as paid.
    CAPITAL_IS_NOT_PAID = "capital-is-not-paid"(membership);
    /// No proposal on it is open: {matter}.
    NOBODY_HAS_PROPOSED_IT = "nobody-has-proposed-it"(matter);
    /// {proposal} is open and decides on it.
    IS_BEING_DECIDED = "is-being-decided"(proposal);
    /// {membership} may apply from {day} on: {matter}.
    MAY_APPLY_FROM = "may-apply-from"(membership, day, matter);
    /// {agreement}: in force since {day}.
    AGREEMENT_HOLDS_SINCE = "agreement-holds-since"(agreement, day);
    /// {agreement}: in force through {day}.
    AGREEMENT_HOLDS_UNTIL = "agreement-holds-until"(agreement, day);
    /// {agreement}: ends on {day}.
    AGREEMENT_ENDS = "agreement-ends"(agreement, day);
    /// {agreement}: ended on {day}.
    AGREEMENT_ENDED = "agreement-ended"(agreement, day);
    /// {agreement} with {party}: ends on {day}.
    AGREEMENT_WITH_ENDS = "agreement-with-ends"(agreement, party, day);
    /// {agreement} with {party}: ended on {day}.
    AGREEMENT_WITH_ENDED = "agreement-with-ended"(agreement, party, day);
    /// {agreement}: withdrawn {at}.
    AGREEMENT_WAS_WITHDRAWN = "agreement-was-withdrawn"(agreement, at);
    /// {agreement}: what it says was erased.
    AGREEMENT_IS_ERASED = "agreement-is-erased"(agreement);
    /// The text was rewritten {at}, and another one was to be signed.
    TEXT_WAS_REWRITTEN = "text-was-rewritten"(at);
    /// {person} signed for this side {at}.
    SIDE_HAS_SIGNED = "side-has-signed"(person, at);
    /// {person} signed for the other side {at}.
    SIGNED_FOR_THE_OTHER_SIDE = "signed-for-the-other-side"(person, at);
    /// The terms of {party} change by a decision, and none was taken on this text: {agreement}.
    TERMS_ARE_NOT_DECIDED = "terms-are-not-decided"(party, agreement);
    /// {proposal} is open and decides on this text.
    TERMS_ARE_BEING_DECIDED = "terms-are-being-decided"(proposal);
    /// {person} acts for {party}.
    ACTS_FOR_THE_PARTY = "acts-for-the-party"(person, party);
    /// These sections are missing: {sections}.
    SECTIONS_ARE_MISSING = "sections-are-missing"(sections);
    /// A training review falls due on {day}.
    REVIEW_FALLS_DUE = "review-falls-due"(day);
    /// The review that fell due on {day}.
    REVIEW_FELL_DUE = "review-fell-due"(day);
    /// {membership} is guided by {guide}.
    IS_GUIDED_BY = "is-guided-by"(membership, guide);
    /// Nobody guides {membership}.
    HAS_NO_GUIDE = "has-no-guide"(membership);
    /// The review is not written.
    REVIEW_IS_NOT_WRITTEN = "review-is-not-written"();
    /// The review was written on {day} and is not confirmed.
    REVIEW_IS_WRITTEN = "review-is-written"(day);
    /// The review was confirmed on {day}, by {proposal}.
    REVIEW_IS_CONFIRMED = "review-is-confirmed"(day, proposal);
    /// {proposal} is open and would confirm it.
    REVIEW_IS_BEING_CONFIRMED = "review-is-being-confirmed"(proposal);
    /// Review {number} opens once the one before it has fallen due; the next falls due on {day}.
    REVIEW_IS_NOT_OPEN = "review-is-not-open"(number, day);
    /// The review says nothing on: {subjects}.
    REVIEW_LACKS = "review-lacks"(subjects);
    /// It is a review of {person}.
    REVIEW_IS_THEIR_OWN = "review-is-their-own"(person);
    /// {person} would guide themselves.
    GUIDES_THEMSELVES = "guides-themselves"(person);
    /// {person} is not in the class {class} on {day}.
    IS_NOT_IN_CLASS = "is-not-in-class"(person, class, day);
    /// The training of {membership} is paused from {from} until {until}.
    TRAINING_IS_PAUSED = "training-is-paused"(membership, from, until);
    /// The pause would begin on {day}, which is over.
    PAUSE_BEGINS_TOO_EARLY = "pause-begins-too-early"(day);
    /// The bylaws leave this open: {question}
    QUESTION_IS_OPEN = "question-is-open"(question);
    /// {author} wrote {proposal}.
    WROTE_IT = "wrote-it"(author, proposal);
    /// {person} is not counted on {proposal}.
    IS_NOT_COUNTED_ON = "is-not-counted-on"(person, proposal);
    /// {proposal} is a draft.
    IS_A_DRAFT = "is-a-draft"(proposal);
    /// {proposal} is in round {round}.
    IS_IN_ROUND = "is-in-round"(proposal, round);
    /// {proposal} is between rounds; {rounds} are complete.
    IS_BETWEEN_ROUNDS = "is-between-rounds"(proposal, rounds);
    /// {proposal} is in a vote.
    IS_IN_A_VOTE = "is-in-a-vote"(proposal);
    /// {proposal} is decided.
    IS_DECIDED = "is-decided"(proposal);
    /// {proposal} is withdrawn.
    IS_WITHDRAWN = "is-withdrawn"(proposal);
    /// The kind of matter {matter} is decided by a vote.
    IS_DECIDED_BY_A_VOTE = "is-decided-by-a-vote"(matter);
    /// A vote has a closing time.
    VOTE_HAS_A_CLOSE = "vote-has-a-close"();
    /// Resolutions on {group} name who sees to them.
    RESOLUTION_HAS_AN_OWNER = "resolution-has-an-owner"(group);
    /// Resolutions on {group} carry a deadline.
    RESOLUTION_HAS_A_DEADLINE = "resolution-has-a-deadline"(group);
    /// From {opened} to {closes} is less than {days} days.
    WINDOW_IS_TOO_SHORT = "window-is-too-short"(opened, closes, days);
    /// The vote of {membership} is held by {person} on {day}.
    VOTE_IS_HELD_BY = "vote-is-held-by"(membership, person, day);
    /// Nobody holds the vote of {membership} on {day}.
    VOTE_IS_HELD_BY_NOBODY = "vote-is-held-by-nobody"(membership, day);
    /// The vote of {membership} is {person}'s own.
    VOTE_IS_THEIR_OWN = "vote-is-their-own"(membership, person);
    /// {membership} is recused.
    IS_RECUSED = "is-recused"(membership);
    /// {proposal} would end or suspend the membership of {membership}.
    IS_ABOUT_THEMSELVES = "is-about-themselves"(proposal, membership);
    /// {membership} was not in membership when the roll of {proposal} was fixed.
    JOINED_AFTER_THE_ROLL = "joined-after-the-roll"(membership, proposal);
    /// The objection has no reason.
    OBJECTION_HAS_NO_REASON = "objection-has-no-reason"();
    /// This does not hold yet: {marks}.
    MARKS_ARE_MISSING = "marks-are-missing"(marks);
    /// {done} rounds of {proposal} are complete; {needed} are needed.
    ROUNDS_ARE_COMPLETE = "rounds-are-complete"(proposal, done, needed);
    /// Round {round} closed, complete, at {at}.
    ROUND_CLOSED = "round-closed"(round, at);
    /// Round {round} is open since {at}.
    ROUND_IS_OPEN = "round-is-open"(round, at);
    /// {rounds} more rounds.
    MORE_ROUNDS = "more-rounds"(rounds);
    /// On {matter}, no vote replaces consensus.
    NO_VOTE_REPLACES_CONSENSUS = "no-vote-replaces-consensus"(matter);
    /// The vote closed at {at}.
    VOTE_CLOSED_AT = "vote-closed-at"(at);
    /// The vote closes at {at}, and not before.
    VOTE_CLOSES_AT = "vote-closes-at"(at);
    /// The proposal does not say what the kind of matter {matter} does.
    EFFECT_DOES_NOT_FIT = "effect-does-not-fit"(matter);
    /// {months} months have not passed; they will have on {day}.
    MONTHS_HAVE_NOT_PASSED = "months-have-not-passed"(months, day);
    /// The edition is of another co-op, {id}.
    EDITION_IS_OF_ANOTHER_CO_OP = "edition-is-of-another-co-op"(id);
    /// The edition says that it is number {number}; the next is {next}.
    EDITION_NUMBER_IS_NOT_NEXT = "edition-number-is-not-next"(number, next);
    /// The edition would be in force from {day}, which is not after today.
    EDITION_IN_FORCE_TOO_EARLY = "edition-in-force-too-early"(day);
    /// The edition would be in force from {day}, and one already adopted is from {other}.
    EDITION_IN_FORCE_BEFORE_ANOTHER = "edition-in-force-before-another"(day, other);
    /// The edition would be in force from {day}, and the vote on it closes only at {closes}.
    EDITION_IN_FORCE_BEFORE_THE_CLOSE = "edition-in-force-before-the-close"(day, closes);
    /// {proposal} is not open yet.
    NOT_OPENED = "not-opened"(proposal);
    /// {proposal} carries: {got} of {base} in favour, {needed} needed.
    CARRIES_BY_VOTE = "carries-by-vote"(proposal, got, base, needed);
    /// {proposal} does not carry: {got} of {base} in favour, {needed} needed.
    FAILS_BY_VOTE = "fails-by-vote"(proposal, got, base, needed);
    /// As it stands, {proposal} would carry: {got} of {base} in favour, {needed} needed.
    WOULD_CARRY_BY_VOTE = "would-carry-by-vote"(proposal, got, base, needed);
    /// As it stands, {proposal} would not carry: {got} of {base} in favour, {needed} needed.
    WOULD_FAIL_BY_VOTE = "would-fail-by-vote"(proposal, got, base, needed);
    /// {proposal} carries by consensus.
    CARRIES_BY_CONSENSUS = "carries-by-consensus"(proposal);
    /// {proposal} does not find consensus.
    FAILS_BY_CONSENSUS = "fails-by-consensus"(proposal);
    /// As it stands, {proposal} would carry by consensus.
    WOULD_CARRY_BY_CONSENSUS = "would-carry-by-consensus"(proposal);
    /// As it stands, {proposal} does not find consensus.
    WOULD_FAIL_BY_CONSENSUS = "would-fail-by-consensus"(proposal);
    /// On the roll and counted: {count}.
    ON_THE_ROLL = "on-the-roll"(count);
    /// Recused: {count}.
    RECUSED = "recused"(count);
    /// The base: {count}.
    BASE = "base"(count);
    /// In favour: {count}.
    IN_FAVOUR = "in-favour"(count);
    /// Against: {count}.
    AGAINST = "against"(count);
    /// Abstaining: {count}.
    ABSTAINED = "abstained"(count);
    /// No response: {count}.
    ABSENT = "absent"(count);
    /// Needed in favour: {count}.
    NEEDED = "needed"(count);
    /// In agreement: {count}.
    AGREED = "agreed"(count);
    /// Objecting: {count}.
    OBJECTED = "objected"(count);
    /// Objecting, of those not counted in the base: {count}.
    OBJECTED_APART = "objected-apart"(count);
    /// Standing aside: {count}.
    STOOD_ASIDE = "stood-aside"(count);
    /// Agreements needed: {count}.
    AGREEMENTS_NEEDED = "agreements-needed"(count);
    /// {count} more in favour would carry it.
    MORE_IN_FAVOUR = "more-in-favour"(count);
    /// {count} objections stand; it carries when they are taken back.
    OBJECTIONS_STAND = "objections-stand"(count);
    /// The one who looks is not signed in.
    NOT_SIGNED_IN = "not-signed-in"();
    /// The phase {phase} of {membership} begins on {day}.
    PHASE_BEGINS = "phase-begins"(membership, phase, day);
    /// {proposal}: the responses close at {at}.
    VOTE_CLOSES = "vote-closes"(proposal, at);
    /// {proposal}, of which you are the owner, is to be done by {day}.
    RESOLUTION_IS_DUE = "resolution-is-due"(proposal, day);
    /// {count} more must agree.
    AGREEMENTS_MISSING = "agreements-missing"(count);
    /// This takes the power to {power}.
    TAKES_THE_POWER = "takes-the-power"(power);
    /// {office}: held by {people}.
    OFFICE_IS_HELD_BY = "office-is-held-by"(office, people);
    /// {office}: nobody holds it.
    NOBODY_HOLDS = "nobody-holds"(office);
    /// {office} is only for these classes: {classes}. {person} is in none of them on that day.
    OFFICE_IS_FOR = "office-is-for"(office, classes, person);
    /// {person} would give themselves the office {office}.
    GIVES_TO_THEMSELVES = "gives-to-themselves"(person, office);
    /// It is given for {months} months at the most: through {last}.
    TERM_IS_AT_MOST = "term-is-at-most"(months, last);
    /// {person} has vouched for {party}, and a second office-holder is needed.
    VOUCHED_FIRST_FOR = "vouched-first-for"(person, party);
    /// {person} would vouch for themselves.
    VOUCHES_FOR_THEMSELVES = "vouches-for-themselves"(person);
    /// {person} has the office from {giver}.
    HAS_THE_OFFICE_FROM = "has-the-office-from"(person, giver);
    /// {person} does not answer applicants.
    MAY_NOT_ANSWER = "may-not-answer"(person);
    /// Applicant {applicant} was admitted on {at}.
    APPLICANT_IS_ADMITTED = "applicant-is-admitted"(applicant, at);
    /// Applicant {applicant} was declined, or withdrew, on {at}.
    APPLICANT_IS_CLOSED = "applicant-is-closed"(applicant, at);
    /// The case {case} is {person}'s own, or about them.
    CASE_IS_THEIR_OWN = "case-is-their-own"(person, case);
    /// The case {case} was closed on {at}.
    CASE_IS_CLOSED = "case-is-closed"(case, at);
    /// {step}: not yet; due by {due}.
    STEP_WAS_NOT_TAKEN = "step-was-not-taken"(step, due);
    /// {day} would be the last day; the earliest is {earliest}.
    NOTICE_IS_TOO_SHORT = "notice-is-too-short"(day, earliest);
    /// Notice for {membership} is given by {person}.
    NOTICE_IS_GIVEN_BY = "notice-is-given-by"(membership, person);
    /// The bylaws let nobody take a notice back.
    NOTICE_STANDS = "notice-stands"();
    /// Something was paid already in exit {exit}.
    SOMETHING_IS_PAID = "something-is-paid"(exit);
    /// The exit {exit} is {person}'s own.
    EXIT_IS_THEIR_OWN = "exit-is-their-own"(person, exit);
    /// The exit {exit} came to its end at {at}.
    EXIT_IS_OVER = "exit-is-over"(exit, at);
    /// {line} is paid at once.
    IS_PAID_AT_ONCE = "is-paid-at-once"(line);
    /// {paid} was paid in, and {owed} would be given back.
    PAID_IN_IS_NOT_OWED = "paid-in-is-not-owed"(paid, owed);
    /// The last day of {membership} is {day}.
    LAST_DAY_IS = "last-day-is"(membership, day);
    /// Not everything in exit {exit} is settled.
    IS_NOT_SETTLED = "is-not-settled"(exit);
    /// Not recorded yet: {lines}.
    IS_NOT_RECORDED = "is-not-recorded"(lines);
    /// Not paid yet: {amount}, due by {day}.
    IS_NOT_PAID = "is-not-paid"(amount, day);
    /// Not handed over yet: {items}.
    IS_NOT_HANDED_OVER = "is-not-handed-over"(items);
    /// No decision lets whoever leaves in exit {exit} keep a copy.
    BACKUP_IS_NOT_ALLOWED = "backup-is-not-allowed"(exit);
    /// A decision lets {membership} keep a copy already.
    BACKUP_IS_ALLOWED = "backup-is-allowed"(membership);
    /// The copy would name people.
    BACKUP_NAMES_PEOPLE = "backup-names-people"();
    /// No exit of {membership} is open.
    NO_EXIT_IS_OPEN = "no-exit-is-open"(membership);
    /// {membership} is suspended from {from} until {until}.
    IS_SUSPENDED = "is-suspended"(membership, from, until);
    /// The suspension would begin on {day}, which is over.
    SUSPENSION_BEGINS_TOO_EARLY = "suspension-begins-too-early"(day);
    /// {sanction} takes a decision, and none of these kinds has carried about anybody in this case: {matters}.
    SANCTION_IS_NOT_DECIDED = "sanction-is-not-decided"(sanction, matters);
}
