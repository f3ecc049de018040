//! What is said of what is kept about people, who sees it, and until when.

use super::{Key, messages};

messages! { KEPT:
    /// Name: {name}
    KEPT_NAME = "kept-name"(name);
    /// E-mail address: {address}
    KEPT_ADDRESS = "kept-address"(address);
    /// Town or city: {place}
    KEPT_PLACE = "kept-place"(place);
    /// In the book since {at}
    KEPT_ENTERED = "kept-entered"(at);
    /// {class}, from {since}
    KEPT_CLASS = "kept-class"(class, since);
    /// {class}, from {since}, decided by {proposal}
    KEPT_CLASS_DECIDED = "kept-class-decided"(class, since, proposal);
    /// {class}, from {since}, on the strength of: {basis}
    KEPT_CLASS_RECORDED = "kept-class-recorded"(class, since, basis);
    /// Kind of member: {kind}
    KEPT_KIND = "kept-kind"(kind);
    /// Capital paid in full, recorded {at}
    KEPT_CAPITAL = "kept-capital"(at);
    /// Training paused from {from} until {until}
    KEPT_PAUSE = "kept-pause"(from, until);
    /// Suspended from {from} until {until}
    KEPT_SUSPENSION = "kept-suspension"(from, until);
    /// Last day of membership: {day}
    KEPT_LAST_DAY = "kept-last-day"(day);
    /// Last day of membership: {day}, on the strength of: {basis}
    KEPT_LAST_DAY_RECORDED = "kept-last-day-recorded"(day, basis);
    /// On the rolls of so many proposals: {count}
    KEPT_ROLLS = "kept-rolls"(count);
    /// Acts for {organization} from {from}
    KEPT_REPRESENTS = "kept-represents"(organization, from);
    /// Acted for {organization} from {from} until {until}
    KEPT_REPRESENTED = "kept-represented"(organization, from, until);
    /// {office}, from {from}
    KEPT_OFFICE = "kept-office"(office, from);
    /// {office}, from {from} until {until}
    KEPT_OFFICE_ENDED = "kept-office-ended"(office, from, until);
    /// Gave {person} the office: {office}
    KEPT_GAVE_OFFICE = "kept-gave-office"(person, office);
    /// {person} vouched, {at}, for whoever could not sign in
    KEPT_VOUCHED_BY = "kept-vouched-by"(person, at);
    /// Vouched for {person}, {at}
    KEPT_VOUCHED_FOR = "kept-vouched-for"(person, at);
    /// Two office-holders vouched, {at}, so that you could sign in again
    KEPT_RESTORED = "kept-restored"(at);
    /// Committed to {document}, version {version}, {at}
    KEPT_COMMITMENT = "kept-commitment"(document, version, at);
    /// Committed {party} to {document}, version {version}, {at}
    KEPT_COMMITMENT_FOR = "kept-commitment-for"(party, document, version, at);
    /// {agreement} with you, written {at}
    KEPT_AGREEMENT = "kept-agreement"(agreement, at);
    /// The signed paper, {bytes} bytes
    KEPT_PAPER = "kept-paper"(bytes);
    /// Signed {agreement} {at}, by the name {name}
    KEPT_SIGNATURE = "kept-signature"(agreement, at, name);
    /// Wrote {agreement} with {party}, {at}
    KEPT_DRAFTED = "kept-drafted"(agreement, party, at);
    /// Wrote the proposal {proposal}, {at}
    KEPT_PROPOSAL = "kept-proposal"(proposal, at);
    /// {proposal} is about you
    KEPT_CONCERNED = "kept-concerned"(proposal);
    /// {proposal} names you as the one who sees to it
    KEPT_OWNER = "kept-owner"(proposal);
    /// {proposal}: {stance}, {at}
    KEPT_STANCE = "kept-stance"(proposal, stance, at);
    /// {proposal}: {stance}, for {membership}, {at}
    KEPT_STANCE_FOR = "kept-stance-for"(proposal, stance, at, membership);
    /// {proposal}: {choice}, {at}
    KEPT_BALLOT = "kept-ballot"(proposal, choice, at);
    /// {proposal}: {choice}, for {membership}, {at}
    KEPT_BALLOT_FOR = "kept-ballot-for"(proposal, choice, at, membership);
    /// {proposal}: disclosed an interest, {at}
    KEPT_DISCLOSURE = "kept-disclosure"(proposal, at);
    /// Guided by {person} from {from}
    KEPT_GUIDED_BY = "kept-guided-by"(person, from);
    /// Guides {membership} from {from}
    KEPT_GUIDES = "kept-guides"(membership, from);
    /// Review {review} of you, by {person}, {day}
    KEPT_REVIEW = "kept-review"(review, person, day);
    /// Towards review {review} of you, by {person}, {at}
    KEPT_FEEDBACK = "kept-feedback"(review, person, at);
    /// Wrote review {review} of {membership}, {day}
    KEPT_WROTE_REVIEW = "kept-wrote-review"(review, membership, day);
    /// Wrote towards review {review} of {membership}, {at}
    KEPT_WROTE_FEEDBACK = "kept-wrote-feedback"(review, membership, at);
    /// Brought case {case}, {at}
    KEPT_CASE = "kept-case"(case, at);
    /// Case {case}, brought {at}, is about you
    KEPT_CASE_ABOUT = "kept-case-about"(case, at);
    /// Case {case}: written by {person}, {at}
    KEPT_CASE_WORDS = "kept-case-words"(case, person, at);
    /// Wrote in case {case}, {at}
    KEPT_WROTE_IN_CASE = "kept-wrote-in-case"(case, at);
    /// Asked to come in as {class}, {at}
    KEPT_FORM = "kept-form"(class, at);
    /// A note about you was written {at}
    KEPT_NOTE = "kept-note"(at);
    /// How far you had come as an applicant was noted {at}
    KEPT_STAGE = "kept-stage"(at);
    /// Answered applicant {applicant}, {at}
    KEPT_ANSWERED = "kept-answered"(applicant, at);
    /// Gave notice {at}, for {day}
    KEPT_NOTICE = "kept-notice"(at, day);
    /// Exit {exit}, opened {at}
    KEPT_EXIT = "kept-exit"(exit, at);
    /// {line}: {owed} owed to you, recorded {at}
    KEPT_OWED = "kept-owed"(line, owed, at);
    /// {line}: {amount}, due {due}
    KEPT_INSTALMENT = "kept-instalment"(line, amount, due);
    /// {line}: {amount}, paid {day}
    KEPT_PAID = "kept-paid"(line, amount, day);
    /// Handed over: {item}, {at}
    KEPT_HANDED_OVER = "kept-handed-over"(item, at);
    /// You may keep a copy of your own work, by {proposal}
    KEPT_COPY = "kept-copy"(proposal);
    /// Settled or ticked off things in exit {exit}
    KEPT_SETTLED = "kept-settled"(exit);
    /// {declaration} declared {at}, beginning {begins}
    KEPT_DECLARATION = "kept-declaration"(declaration, at, begins);
    /// Borrowed {asset} {from}, due {due}
    KEPT_LOAN = "kept-loan"(asset, from, due);
    /// Borrowed {asset} from {from} until {until}
    KEPT_LOAN_ENDED = "kept-loan-ended"(asset, from, until);
    /// Damage to {asset}, {day}
    KEPT_DAMAGE = "kept-damage"(asset, day);
    /// Loss of {asset}, {day}
    KEPT_LOSS = "kept-loss"(asset, day);
    /// {duty} waived from {from} until {until}
    KEPT_WAIVER = "kept-waiver"(duty, from, until);
    /// {membership} has joined {channel}, {day}
    KEPT_JOINED = "kept-joined"(membership, channel, day);
    /// {membership} has left {channel}, {day}
    KEPT_LEFT_CHANNEL = "kept-left-channel"(membership, channel, day);
    /// Reminded {at}
    KEPT_REMINDED = "kept-reminded"(at);
    /// Set the invitation of {channel}, {day}
    KEPT_LINK = "kept-link"(channel, day);
    /// Filed document {number}, {at}
    KEPT_FILED = "kept-filed"(number, at);
    /// Named on document {number}, {at}
    KEPT_NAMED_ON = "kept-named-on"(number, at);
    /// Gave document {number} another class, {at}
    KEPT_CLASSED = "kept-classed"(number, at);
    /// Erased document {number}, {at}
    KEPT_ERASED_DOCUMENT = "kept-erased-document"(number, at);
    /// Whoever may {right}, and you
    SEEN_BY_RIGHT = "seen-by-right"(right);
    /// Whoever may {right}, once the vote has closed, and you
    SEEN_BY_RIGHT_LATER = "seen-by-right-later"(right);
    /// Whoever takes part in the co-op, and you
    SEEN_BY_MEMBERS = "seen-by-members"();
    /// You, whoever keeps the list of members, and the desk
    SEEN_BY_KEEPERS = "seen-by-keepers"();
    /// Only you
    SEEN_BY_YOU = "seen-by-you"();
    /// Both sides, whoever wrote it, and those who decide on it
    SEEN_BY_SIDES = "seen-by-sides"();
    /// You, whoever guides you, and those who confirm reviews
    SEEN_BY_CONFIRMERS = "seen-by-confirmers"();
    /// Whoever is reviewed, whoever guides them, and those who confirm reviews
    SEEN_BY_REVIEWED = "seen-by-reviewed"();
    /// Whoever brought the case, those whom it is about, and those who handle it
    SEEN_BY_CASE_READERS = "seen-by-case-readers"();
    /// Those who answer applicants, and the desk
    SEEN_BY_ANSWERERS = "seen-by-answerers"();
    /// You, those who keep the list of members or record payments, and the desk
    SEEN_BY_SETTLERS = "seen-by-settlers"();
    /// You, and those who decide on it
    SEEN_BY_DECIDERS = "seen-by-deciders"();
    /// You, whoever reported it, and those who keep the asset register
    SEEN_BY_ASSET_KEEPERS = "seen-by-asset-keepers"();
    /// Whoever acts for the membership, those who keep the list of members or may waive, and the desk
    SEEN_BY_STANDING = "seen-by-standing"();
    /// You, and those who may waive
    SEEN_BY_WAIVERS = "seen-by-waivers"();
    /// Members whose channel it is, in good standing where the bylaws ask it, and those who keep the list
    SEEN_BY_CHANNEL = "seen-by-channel"();
    /// Those who may read the document
    SEEN_BY_ARCHIVE = "seen-by-archive"();
    /// For good: it stands in the book
    KEPT_FOR_GOOD = "kept-for-good"();
    /// Until you are erased, for which you may ask once you have left
    KEPT_UNTIL_ERASED = "kept-until-erased"();
    /// Until you are erased, at the latest {months} months after you have left
    KEPT_UNTIL_MONTHS_AFTER = "kept-until-months-after"(months);
    /// Until {day}, or until you are erased before
    KEPT_UNTIL_DAY = "kept-until-day"(day);
    /// Until {months} months after the case is closed, or until whoever brought it is erased
    KEPT_UNTIL_CASE = "kept-until-case"(months);
    /// Until {months} months after the application has come to nothing, or until you are erased
    KEPT_UNTIL_APPLICATION = "kept-until-application"(months);
    /// Until whoever it is about is erased
    KEPT_WITH_ANOTHER = "kept-with-another"();
    /// The address by which {person} signs in is theirs to change
    ADDRESS_LETS_THEM_IN = "address-lets-them-in"(person);
    /// Let them change it themselves, or ask the desk
    LET_THEM_CHANGE_IT = "let-them-change-it"();
    /// {person} acts for {organization}
    STILL_ACTS_FOR = "still-acts-for"(person, organization);
    /// {person} holds an office: {office}
    STILL_HOLDS_OFFICE = "still-holds-office"(person, office);
    /// Exit {exit} is open
    EXIT_IS_STILL_OPEN = "exit-is-still-open"(exit);
    /// Case {case} is open
    CASE_IS_STILL_OPEN = "case-is-still-open"(case);
    /// Something is open that not everybody may see
    SOMETHING_IS_STILL_OPEN = "something-is-still-open"();
    /// {agreement} is in force until {until}
    AGREEMENT_IS_STILL_IN_FORCE = "agreement-is-still-in-force"(agreement, until);
    /// {agreement} waits for a signature
    AGREEMENT_STILL_WAITS = "agreement-still-waits"(agreement);
    /// {asset} is with {person}
    ASSET_IS_STILL_OUT = "asset-is-still-out"(asset, person);
    /// An instalment of {amount} falls due on {due}
    INSTALMENT_IS_STILL_OWED = "instalment-is-still-owed"(amount, due);
    /// Ask again on {day} or later
    IT_CAN_BE_DONE_FROM = "it-can-be-done-from"(day);
    /// Bring this to an end first
    BRING_IT_TO_AN_END = "bring-it-to-an-end"();
    /// They left on {left}, and details are kept for at least {months} months after
    DETAILS_ARE_KEPT_AT_LEAST = "details-are-kept-at-least"(left, months);
    /// The details of whoever has left are erased {months} months after
    RULE_RETENTION_DETAILS = "rule-retention-details"(months);
    /// What applicants sent who were declined or withdrew is erased {months} months after
    RULE_RETENTION_APPLICANTS = "rule-retention-applicants"(months);
    /// What was written in a case is erased {months} months after the case was closed
    RULE_RETENTION_CASES = "rule-retention-cases"(months);
    /// What was written in reviews is erased {months} months after
    RULE_RETENTION_REVIEWS = "rule-retention-reviews"(months);
    /// Mail that was sent is forgotten {months} months after
    RULE_RETENTION_MAIL = "rule-retention-mail"(months);
    /// They are kept for at least {months} months, also if somebody asks to be erased
    RULE_RETENTION_AT_LEAST = "rule-retention-at-least"(months);
}
