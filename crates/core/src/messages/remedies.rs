//! What somebody who is refused can do.

use super::{Key, messages};

messages! { REMEDIES:
    /// Sign in.
    SIGN_IN = "sign-in"();
    /// Ask the co-op's desk.
    ASK_THE_DESK = "ask-the-desk"();
    /// Ask a member who has this right to do it.
    ASK_A_MEMBER = "ask-a-member"();
    /// Ask somebody of one of these classes to do it: {classes}.
    ASK_SOMEBODY_OF = "ask-somebody-of"(classes);
    /// Wait for the phase {phase}, from {day} on.
    WAIT_FOR_THE_PHASE = "wait-for-the-phase"(phase, day);
    /// Ask {author}, who wrote it.
    ASK_THE_AUTHOR = "ask-the-author"(author);
    /// Ask {person}.
    ASK_THEM = "ask-them"(person);
    /// Ask the one who acts for {party}.
    ASK_THE_REPRESENTATIVE = "ask-the-representative"(party);
    /// Open a proposal on the matter {matter}.
    OPEN_A_PROPOSAL_ON = "open-a-proposal-on"(matter);
    /// Open a proposal on one of these kinds of matter: {matters}.
    OPEN_A_PROPOSAL_ON_ONE_OF = "open-a-proposal-on-one-of"(matters);
    /// Let the assembly settle how the class {class} is entered.
    SETTLE_HOW_TO_ENTER = "settle-how-to-enter"(class);
    /// Let those whom the bylaws name settle the question; then this can be done.
    SETTLE_THE_QUESTION = "settle-the-question"();
    /// Choose one of: {choices}.
    CHOOSE_ONE_OF = "choose-one-of"(choices);
    /// Choose somebody of one of these classes: {classes}.
    CHOOSE_SOMEBODY_OF = "choose-somebody-of"(classes);
    /// Admit the organization, and name this person as the one who acts for it.
    ADMIT_THE_ORGANIZATION = "admit-the-organization"();
    /// Admit the people, each in their own name.
    ADMIT_THE_PEOPLE = "admit-the-people"();
    /// Record the end of the present membership first.
    END_THE_MEMBERSHIP_FIRST = "end-the-membership-first"();
    /// Choose a membership that is current.
    ADMIT_FIRST = "admit-first"();
    /// Let {party} commit to the documents in force first.
    COMMIT_FIRST = "commit-first"(party);
    /// Record the {agreement} first, with its sections: {sections}.
    RECORD_THE_AGREEMENT = "record-the-agreement"(agreement, sections);
    /// Somebody who may propose such matters opens a proposal on it.
    ASK_SOMEBODY_TO_PROPOSE_IT = "ask-somebody-to-propose-it"();
    /// Pay it, and have whoever records payments record that.
    LET_THE_PAYMENT_BE_RECORDED = "let-the-payment-be-recorded"();
    /// Draft it here, and open a proposal on the draft: {matter}.
    DECIDE_ON_A_DRAFT = "decide-on-a-draft"(matter);
    /// Draft another.
    DRAFT_ANOTHER = "draft-another"();
    /// Rewrite it with a later last day, or with none.
    REDRAFT_WITH_ANOTHER_DAY = "redraft-with-another-day"();
    /// Read it anew, and sign what it says now.
    READ_IT_ANEW = "read-it-anew"();
    /// Wait for the other side.
    WAIT_FOR_THE_OTHER_SIDE = "wait-for-the-other-side"();
    /// Let somebody else sign for this side.
    LET_ANOTHER_SIGN = "let-another-sign"();
    /// Write all the sections: {sections}.
    WRITE_ALL_SECTIONS = "write-all-sections"(sections);
    /// People act for themselves.
    PEOPLE_ACT_FOR_THEMSELVES = "people-act-for-themselves"();
    /// Name a person.
    NAME_A_PERSON = "name-a-person"();
    /// Name somebody who acts for {party}.
    NAME_A_REPRESENTATIVE = "name-a-representative"(party);
    /// Name them from a day after {until} on.
    NAME_FROM_A_LATER_DAY = "name-from-a-later-day"(until);
    /// End the representation by {person} first, with its last day.
    END_THE_REPRESENTATION_FIRST = "end-the-representation-first"(person);
    /// Rewrite it while it is a draft, or between rounds.
    REVISE_BETWEEN_ROUNDS = "revise-between-rounds"();
    /// Let the vote end.
    LET_THE_VOTE_END = "let-the-vote-end"();
    /// Write a new proposal.
    WRITE_A_NEW_ONE = "write-a-new-one"();
    /// Say when the responses close.
    NAME_THE_CLOSE = "name-the-close"();
    /// Say who will see to it.
    NAME_AN_OWNER = "name-an-owner"();
    /// Set a deadline after {day}.
    SET_A_DEADLINE_AFTER = "set-a-deadline-after"(day);
    /// Close at {earliest} or later.
    CLOSE_NOT_BEFORE = "close-not-before"(earliest);
    /// Say in the proposal what the matter {matter} does.
    WRITE_WHAT_THE_MATTER_DOES = "write-what-the-matter-does"(matter);
    /// Name somebody of one of these classes: {class}. This kind of matter is about them: {matter}.
    MATTER_IS_FOR_CLASS = "matter-is-for-class"(matter, class);
    /// Apply on {day} or later.
    APPLY_FROM = "apply-from"(day);
    /// Mend the edition, and open the proposal again.
    MEND_THE_EDITION = "mend-the-edition"();
    /// Nothing is left to do: responses given before the last day stand.
    EARLIER_RESPONSES_STAND = "earlier-responses-stand"();
    /// State facts: whoever is recused may do that, and does not decide.
    STATE_FACTS_ONLY = "state-facts-only"();
    /// Follow the discussion; the next roll is fixed when the next proposal opens.
    SPEAK_AND_WATCH = "speak-and-watch"();
    /// Give a reason, so that others can answer it.
    GIVE_A_REASON = "give-a-reason"();
    /// Cast a ballot.
    CAST_A_BALLOT = "cast-a-ballot"();
    /// Take a stance in the open round.
    TAKE_A_STANCE = "take-a-stance"();
    /// Wait for the next round to open.
    WAIT_FOR_A_ROUND = "wait-for-a-round"();
    /// Wait for a vote to open.
    WAIT_FOR_A_VOTE = "wait-for-a-vote"();
    /// Wait until {at}.
    WAIT_UNTIL = "wait-until"(at);
    /// See the verdict.
    SEE_THE_VERDICT = "see-the-verdict"();
    /// Open a round first.
    OPEN_A_ROUND = "open-a-round"();
    /// Open the next round.
    OPEN_THE_NEXT_ROUND = "open-the-next-round"();
    /// Close the open round first.
    CLOSE_THE_ROUND_FIRST = "close-the-round-first"();
    /// Close the round once this holds: {marks}.
    COMPLETE_THE_ROUND = "complete-the-round"(marks);
    /// Close round {round}, or record consensus if nobody objects.
    CLOSE_ROUND_OR_RECORD = "close-round-or-record"(round);
    /// Open the next round, or record consensus if nobody objects.
    OPEN_NEXT_ROUND_OR_RECORD = "open-next-round-or-record"();
    /// Record consensus.
    RECORD_CONSENSUS = "record-consensus"();
    /// Go on with another round, or record that consensus was not found.
    GO_ON_OR_RECORD = "go-on-or-record"();
    /// Call a vote.
    CALL_A_VOTE = "call-a-vote"();
    /// Disclose it while the proposal is open.
    DISCLOSE_WHILE_OPEN = "disclose-while-open"();
    /// Let somebody else who may appoint give it.
    LET_SOMEBODY_ELSE_GIVE_IT = "let-somebody-else-give-it"();
    /// Let another office-holder sign, who has their office from somebody else.
    LET_ANOTHER_HOLDER_SIGN = "let-another-holder-sign"();
    /// End it on {last} or earlier.
    END_IT_BY = "end-it-by"(last);
    /// End the office {office} of one of them first.
    END_AN_OFFICE_FIRST = "end-an-office-first"(office);
    /// Name somebody else.
    NAME_ANOTHER = "name-another"();
    /// Ask {guide}, who guides them.
    ASK_THE_GUIDE = "ask-the-guide"(guide);
    /// Let whoever keeps the list of members name a guide.
    NAME_A_GUIDE = "name-a-guide"();
    /// Write it from {day} on.
    WRITE_IT_FROM = "write-it-from"(day);
    /// Write the next review when its time comes.
    WRITE_THE_NEXT_REVIEW = "write-the-next-review"();
    /// Wait until it is decided.
    WAIT_FOR_THE_DECISION = "wait-for-the-decision"();
    /// Leave it to the others to speak.
    LET_OTHERS_SPEAK = "let-others-speak"();
    /// Write something on {subjects}.
    WRITE_ON = "write-on"(subjects);
    /// Let the guide write it first.
    WRITE_THE_REVIEW_FIRST = "write-the-review-first"();
    /// Choose other days.
    CHOOSE_OTHER_DAYS = "choose-other-days"();
    /// Let it begin on {day} or later.
    BEGIN_IT_FROM = "begin-it-from"(day);
    /// Move them back to talking first.
    TAKE_THEM_UP_AGAIN = "take-them-up-again"();
    /// Let another office-holder handle it.
    LET_ANOTHER_HANDLE_IT = "let-another-handle-it"();
    /// Open another case.
    OPEN_ANOTHER_CASE = "open-another-case"();
    /// Record it first: {step}.
    TAKE_THE_STEP_FIRST = "take-the-step-first"(step);
    /// Name {day} or a later day.
    LEAVE_FROM = "leave-from"(day);
    /// Ask to be admitted anew.
    ASK_TO_BE_ADMITTED = "ask-to-be-admitted"();
    /// Nothing is left to do here.
    NOTHING_IS_LEFT_TO_DO = "nothing-is-left-to-do"();
    /// {membership} gives notice first.
    GIVE_NOTICE_FIRST = "give-notice-first"(membership);
    /// Record that it is paid at once.
    PAY_IT_AT_ONCE = "pay-it-at-once"();
    /// Record {amount}, what was paid in.
    GIVE_BACK_WHAT_WAS_PAID_IN = "give-back-what-was-paid-in"(amount);
    /// Wait until {day} is over.
    WAIT_UNTIL_IT_IS_OVER = "wait-until-it-is-over"(day);
    /// Record what is owed, if only that it is nothing, and what is paid.
    SETTLE_IT_FIRST = "settle-it-first"();
    /// Tick it off first: {items}.
    TICK_IT_OFF_FIRST = "tick-it-off-first"(items);
    /// Put it to the assembly.
    ASK_THE_ASSEMBLY = "ask-the-assembly"();
    /// Take out what names people first.
    TAKE_THE_NAMES_OUT = "take-the-names-out"();
    /// Wait until {day} is over; then this can be done again.
    WHEN_THE_SUSPENSION_IS_OVER = "when-the-suspension-is-over"(day);
}
