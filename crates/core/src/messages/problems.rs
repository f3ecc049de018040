//! What is wrong with a request that does not make sense to the book, and what would be right.

use super::{Key, messages};

messages! { PROBLEMS:
    /// The register has not begun; found the co-op first.
    BOOK_IS_NOT_FOUNDED = "book-is-not-founded"();
    /// The register has begun already.
    BOOK_IS_FOUNDED = "book-is-founded"();
    /// Only the desk founds.
    ONLY_THE_DESK_FOUNDS = "only-the-desk-founds"();
    /// A short name is made of lower-case letters, digits and inner hyphens.
    HANDLE_IS_NOT_A_SHORT_NAME = "handle-is-not-a-short-name"();
    /// The rulebook has an error in {file}, line {line}: {says}
    RULEBOOK_HAS_AN_ERROR = "rulebook-has-an-error"(file, line, says);
    /// This id was used for another request; choose a new one.
    REQUEST_ID_IS_TAKEN = "request-id-is-taken"();
    /// There is no party number {party}.
    NO_SUCH_PARTY = "no-such-party"(party);
    /// {party} is an organization; the person who acts for it asks in their own name.
    ONLY_PEOPLE_ASK = "only-people-ask"(party);
    /// There is no membership number {membership}.
    NO_SUCH_MEMBERSHIP = "no-such-membership"(membership);
    /// There is no proposal number {proposal}.
    NO_SUCH_PROPOSAL = "no-such-proposal"(proposal);
    /// The bylaws know no class called {class}.
    NO_SUCH_CLASS = "no-such-class"(class);
    /// The bylaws know no kind of matter called {matter}.
    NO_SUCH_MATTER = "no-such-matter"(matter);
    /// The bylaws know no decision rule called {decision}.
    NO_SUCH_DECISION_RULE = "no-such-decision-rule"(decision);
    /// The bylaws know no document called {document}.
    NO_SUCH_DOCUMENT = "no-such-document"(document);
    /// The bylaws know no agreement called {agreement}.
    NO_SUCH_AGREEMENT = "no-such-agreement"(agreement);
    /// The agreement has no section called {section}.
    NO_SUCH_SECTION = "no-such-section"(section);
    /// There is no agreement number {agreement}.
    NO_AGREEMENT_NUMBERED = "no-agreement-numbered"(agreement);
    /// Agreement {agreement} of this kind with {party} waits for signatures; rewrite or withdraw that one.
    AGREEMENT_IS_DRAFTED = "agreement-is-drafted"(party, agreement);
    /// People sign, each as themselves.
    PEOPLE_SIGN = "people-sign"();
    /// {day} is still to come.
    DAY_IS_TO_COME = "day-is-to-come"(day);
    /// The paper is empty.
    PAPER_IS_EMPTY = "paper-is-empty"();
    /// The salt is that of the text before; choose another one at random.
    SALT_WAS_USED = "salt-was-used"();
    /// The name is empty.
    NAME_IS_EMPTY = "name-is-empty"();
    /// A name, a town or a title stands on one line of {most} characters at the most, all of which are seen
    NO_LINE = "no-line"(most);
    /// That is no address of mail
    NO_ADDRESS_OF_MAIL = "no-address-of-mail"();
    /// A text has {most} characters at the most
    TEXT_IS_TOO_LONG = "text-is-too-long"(most);
    /// The salt has fewer than 16 characters; choose it at random.
    SALT_IS_TOO_SHORT = "salt-is-too-short"();
    /// Say on the strength of what.
    BASIS_IS_EMPTY = "basis-is-empty"();
    /// {party} has no details to erase.
    NOTHING_TO_ERASE = "nothing-to-erase"(party);
    /// The membership of {membership} has ended already.
    MEMBERSHIP_HAS_ENDED = "membership-has-ended"(membership);
    /// {day} is before {first}.
    DAY_IS_BEFORE = "day-is-before"(day, first);
    /// {day} is not after {last}.
    DAY_IS_NOT_AFTER = "day-is-not-after"(day, last);
    /// {person} represents {organization} already, since {from}; end that first.
    REPRESENTS_ALREADY = "represents-already"(person, organization, from);
    /// {organization} has no official representative on {day} who could hand over; name one.
    NOBODY_HANDS_OVER = "nobody-hands-over"(organization, day);
    /// On {day} {person} took a stance for {membership} on {proposal}; give a day that leaves this standing.
    DAY_CONTRADICTS_STANCE = "day-contradicts-stance"(day, person, membership, proposal);
    /// On {day} {person} cast the ballot of {membership} on {proposal}; give a day that leaves this standing.
    DAY_CONTRADICTS_BALLOT = "day-contradicts-ballot"(day, person, membership, proposal);
    /// On {day} {person} disclosed an interest of {membership} in {proposal}; give a day that leaves this standing.
    DAY_CONTRADICTS_DISCLOSURE = "day-contradicts-disclosure"(day, person, membership, proposal);
    /// On {day} {person} opened {proposal} by the right of {membership}; give a day that leaves this standing.
    DAY_CONTRADICTS_OPENING = "day-contradicts-opening"(day, person, membership, proposal);
    /// On {day} {person} committed to {document} for {party}; give a day that leaves this standing.
    DAY_CONTRADICTS_ACKNOWLEDGEMENT = "day-contradicts-acknowledgement"(day, person, party, document);
    /// On {day} an agreement with {party} was recorded: {agreement}; give a day that leaves this standing.
    DAY_CONTRADICTS_AGREEMENT = "day-contradicts-agreement"(day, party, agreement);
    /// On {day} {membership} changed to the class {class}; give a day that leaves this standing.
    DAY_CONTRADICTS_CLASS = "day-contradicts-class"(day, membership, class);
    /// On {day} the capital of {membership} was recorded as paid; give a day that leaves this standing.
    DAY_CONTRADICTS_CAPITAL = "day-contradicts-capital"(day, membership);
    /// {person} does not act for {organization}.
    DOES_NOT_REPRESENT = "does-not-represent"(person, organization);
    /// No class of this co-op asks for capital.
    NO_CLASS_NEEDS_CAPITAL = "no-class-needs-capital"();
    /// The capital of {membership} is recorded already.
    CAPITAL_IS_RECORDED = "capital-is-recorded"(membership);
    /// The text is empty.
    TEXT_IS_EMPTY = "text-is-empty"();
    /// Version {version} is not in force; version {current} is.
    VERSION_IS_NOT_IN_FORCE = "version-is-not-in-force"(version, current);
    /// The title is empty.
    TITLE_IS_EMPTY = "title-is-empty"();
    /// The title has {length} characters; {most} fit.
    TITLE_IS_TOO_LONG = "title-is-too-long"(length, most);
    /// A matter decided in rounds has no closing time.
    ROUNDS_HAVE_NO_CLOSE = "rounds-have-no-close"();
    /// The closing time {at} has passed already.
    CLOSE_IS_PAST = "close-is-past"(at);
    /// There is a kind of matter called {matter} already.
    MATTER_EXISTS = "matter-exists"(matter);
    /// Sum up the pros and cons.
    SUMMARY_IS_EMPTY = "summary-is-empty"();
    /// Say what the interest is.
    INTEREST_IS_EMPTY = "interest-is-empty"();
    /// The bylaws know no office {office}.
    NO_SUCH_OFFICE = "no-such-office"(office);
    /// {person} holds the office {office} on some of these days already, from {day} on.
    HOLDS_IT_ALREADY = "holds-it-already"(person, office, day);
    /// {person} does not hold the office {office}, or not beyond that day.
    DOES_NOT_HOLD = "does-not-hold"(person, office);
    /// Office-holders vouch for people, each as themselves.
    OFFICE_HOLDERS_VOUCH = "office-holders-vouch"();
    /// Nobody writes reviews of {membership}.
    IS_NOT_REVIEWED = "is-not-reviewed"(membership);
    /// People write reviews and feedback, each as themselves.
    PEOPLE_WRITE_REVIEWS = "people-write-reviews"();
    /// A review speaks of no subject {subject}.
    NO_SUCH_SUBJECT = "no-such-subject"(subject);
    /// People bring cases and write in them, each as themselves.
    PEOPLE_BRING_CASES = "people-bring-cases"();
    /// The bylaws know no kind of case {kind}.
    NO_SUCH_CASE_KIND = "no-such-case-kind"(kind);
    /// There is no case {case} that you may read.
    NO_SUCH_CASE = "no-such-case"(case);
    /// A case is about others than the one who brings it.
    CASE_IS_ABOUT_OTHERS = "case-is-about-others"();
    /// It was recorded already, on {at}: {step}.
    STEP_WAS_TAKEN = "step-was-taken"(step, at);
    /// No case of this kind comes out as {outcome}; these are known: {outcomes}.
    NO_SUCH_OUTCOME = "no-such-outcome"(outcome, outcomes);
    /// On {day} {person} gave notice for {membership}; give a day that leaves this standing.
    DAY_CONTRADICTS_NOTICE = "day-contradicts-notice"(day, person, membership);
    /// On {day} the suspension of {membership} was decided; give a day that leaves this standing.
    DAY_CONTRADICTS_SUSPENSION = "day-contradicts-suspension"(day, membership);
    /// On {day} a pause in the training of {membership} was decided; give a day that leaves this standing.
    DAY_CONTRADICTS_PAUSE = "day-contradicts-pause"(day, membership);
    /// On {day} a review of {membership} was written or confirmed; give a day that leaves this standing.
    DAY_CONTRADICTS_REVIEW = "day-contradicts-review"(day, membership);
    /// On {day} something was said towards a review of {membership}; give a day that leaves this standing.
    DAY_CONTRADICTS_FEEDBACK = "day-contradicts-feedback"(day, membership);
    /// On {day} {person} wrote a review of {membership}; give a day that leaves this standing.
    DAY_CONTRADICTS_GUIDING = "day-contradicts-guiding"(day, person, membership);
    /// On {day} {person} said something towards a review of another; give a day that leaves this standing.
    DAY_CONTRADICTS_SPEAKING = "day-contradicts-speaking"(day, person);
    /// {day} is the last day of {membership} already.
    LAST_DAY_IS_KNOWN = "last-day-is-known"(membership, day);
    /// The last day of {membership} is not known; record the end first.
    LAST_DAY_IS_NOT_KNOWN = "last-day-is-not-known"(membership);
    /// No notice for {membership} stands.
    NO_NOTICE_STANDS = "no-notice-stands"(membership);
    /// The bylaws do not say how {membership} gives notice.
    NO_NOTICE_RULE = "no-notice-rule"(membership);
    /// People give notice, each as themselves; the desk records the end of a membership instead.
    PEOPLE_GIVE_NOTICE = "people-give-notice"();
    /// Exit {exit} of {membership} is there already.
    EXIT_IS_THERE = "exit-is-there"(exit, membership);
    /// There is no exit {exit} that you may read.
    NO_SUCH_EXIT = "no-such-exit"(exit);
    /// Nothing called {line} is settled here; these are: {lines}.
    NO_SUCH_SETTLEMENT = "no-such-settlement"(line, lines);
    /// There is no line {line} that stands.
    NO_SUCH_LINE = "no-such-line"(line);
    /// {line} is recorded already; strike that line first, if it is wrong.
    LINE_IS_RECORDED = "line-is-recorded"(line);
    /// {amount} of it is paid, so that it cannot be struck.
    LINE_IS_PAID = "line-is-paid"(amount);
    /// No instalment {instalment} waits to be paid.
    NO_SUCH_INSTALMENT = "no-such-instalment"(instalment);
    /// Between 1 and {most} instalments can be recorded.
    INSTALMENTS_ARE_AT_MOST = "instalments-are-at-most"(most);
    /// An amount is not below nothing.
    AMOUNT_IS_NEGATIVE = "amount-is-negative"();
    /// Nothing is paid in for this, and {amount} would be.
    NOTHING_IS_PAID_IN = "nothing-is-paid-in"(amount);
    /// Say what was paid in.
    SAY_WHAT_WAS_PAID_IN = "say-what-was-paid-in"();
    /// {day} is still to come.
    DAY_IS_AHEAD = "day-is-ahead"(day);
    /// Nothing called {item} is handed over here; these are: {items}.
    NO_SUCH_ITEM = "no-such-item"(item, items);
    /// {item} is ticked off already.
    ITEM_IS_TICKED = "item-is-ticked"(item);
    /// {item} is not ticked off.
    ITEM_IS_NOT_TICKED = "item-is-not-ticked"(item);
    /// The bylaws say nothing of copies.
    NO_BACKUP_RULE = "no-backup-rule"();
    /// That the copy was taken is recorded already.
    BACKUP_IS_TAKEN = "backup-is-taken"();
    /// The form does not ask for {asked}.
    FORM_DOES_NOT_ASK = "form-does-not-ask"(asked);
    /// This has {most} characters at the most; a short answer stands on one line.
    ANSWER_IS_TOO_LONG = "answer-is-too-long"(most);
    /// This form is for people; leave the organization empty.
    FORM_IS_FOR_PEOPLE = "form-is-for-people"();
    /// Say what the organization is called.
    ORGANIZATION_IS_EMPTY = "organization-is-empty"();
    /// Leave an address of mail, or say how else you can be reached.
    NOBODY_CAN_ANSWER = "nobody-can-answer"();
    /// The class {class} is not asked for with a form.
    CLASS_HAS_NO_FORM = "class-has-no-form"(class);
    /// People send the form, each as themselves.
    PEOPLE_SEND_FORMS = "people-send-forms"();
    /// Somebody without an account sends the interest form and nothing else.
    VISITORS_SEND_FORMS = "visitors-send-forms"();
    /// There is no applicant {applicant}.
    NO_SUCH_APPLICANT = "no-such-applicant"(applicant);
    /// Inviting and admitting bring an applicant to those stages; move them to talking, declined or withdrawn.
    STAGE_COMES_OTHERWISE = "stage-comes-otherwise"();
    /// What applicant {applicant} sent was erased.
    FORM_IS_ERASED = "form-is-erased"(applicant);
    /// The details of this person were erased.
    DETAILS_ARE_ERASED = "details-are-erased"();
    /// The book has no details of {party}: enter them as a person, or invite them, and admit them then.
    PERSON_HAS_NO_DETAILS = "person-has-no-details"(party);
}
