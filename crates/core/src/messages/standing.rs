//! What is said of standing: duties, waivers, channels, reminders.

use super::{Key, messages};

messages! { STANDING:
    /// {duty}.
    DUTY_NAMED = "duty-named"(duty);
    /// Dues are not kept in this book yet.
    DUES_ARE_NOT_KEPT = "dues-are-not-kept"();
    /// Shares of costs and losses are not kept in this book yet.
    COSTS_ARE_NOT_KEPT = "costs-are-not-kept"();
    /// Who attends which meeting is not kept in this book yet.
    ATTENDANCE_IS_NOT_KEPT = "attendance-is-not-kept"();
    /// Elections are not held in this book yet.
    ELECTIONS_ARE_NOT_KEPT = "elections-are-not-kept"();
    /// Committees and working groups are not kept in this book yet.
    GROUPS_ARE_NOT_KEPT = "groups-are-not-kept"();
    /// No entry of a book can show this.
    CONDUCT_IS_NOT_KEPT = "conduct-is-not-kept"();
    /// {party} has {count} representatives, and needs {needed}, one of them official.
    REPRESENTATIVES_ARE_MISSING = "representatives-are-missing"(party, count, needed);
    /// Join {channel}.
    JOIN_CHANNEL = "join-channel"(channel);
    /// Joined {channel}, on {day}.
    JOINED_CHANNEL = "joined-channel"(channel, day);
    /// Write the review of {membership} that falls due on {day}.
    WRITE_REVIEW_OF = "write-review-of"(membership, day);
    /// Wrote the review of {membership} that fell due on {day}.
    WROTE_REVIEW_OF = "wrote-review-of"(membership, day);
    /// Waived through {day}.
    WAIVED_THROUGH = "waived-through"(day);
    /// {membership} is in good standing on {day}.
    IN_GOOD_STANDING = "in-good-standing"(membership, day);
    /// {membership} is not in good standing on {day}.
    NOT_IN_GOOD_STANDING = "not-in-good-standing"(membership, day);
    /// The bylaws do not speak of good standing.
    NO_GOOD_STANDING = "no-good-standing"();
    /// Do what is late.
    DO_WHAT_IS_LATE = "do-what-is-late"();
    /// Do what is late or due.
    DO_WHAT_IS_ASKED = "do-what-is-asked"();
    /// {membership} may see the invitation links of the channels.
    LINKS_ARE_SHOWN = "links-are-shown"(membership);
    /// {membership} may not see the invitation links of the channels.
    LINKS_ARE_KEPT = "links-are-kept"(membership);
    /// Those in the class {class} have no channels.
    CLASS_HAS_NO_CHANNELS = "class-has-no-channels"(class);
    /// {person} would waive a duty of their own.
    WAIVES_THEIR_OWN = "waives-their-own"(person);
    /// {person} would waive a duty of {member}, for whom they act.
    WAIVES_FOR_WHOM_THEY_ACT = "waives-for-whom-they-act"(person, member);
    /// The bylaws let nobody waive this: {duty}.
    NOBODY_MAY_WAIVE = "nobody-may-waive"(duty);
    /// This takes one of these offices: {offices}.
    TAKES_AN_OFFICE = "takes-an-office"(offices);
    /// This is not asked of {membership}: {duty}.
    DUTY_IS_NOT_ASKED = "duty-is-not-asked"(membership, duty);
    /// {membership} has done it: {duty}.
    DUTY_IS_DONE = "duty-is-done"(membership, duty);
    /// Nothing that is asked of {membership} is late or due.
    NOTHING_IS_BEHIND = "nothing-is-behind"(membership);
    /// Nobody who can be written to is behind.
    NOBODY_IS_BEHIND = "nobody-is-behind"();
    /// It would be waived through {day}; the membership year ends on {last}.
    WAIVER_IS_TOO_LONG = "waiver-is-too-long"(day, last);
    /// {membership} was reminded on {day}; between two reminders {days} days pass.
    WAS_REMINDED = "was-reminded"(membership, day, days);
    /// Everybody who is behind was reminded less than {days} days ago.
    ALL_WERE_REMINDED = "all-were-reminded"(days);
    /// Nobody who acts for {membership} has an e-mail address.
    NOBODY_TO_WRITE_TO = "nobody-to-write-to"(membership);
    /// Let somebody else who may waive it decide.
    LET_ANOTHER_WAIVE = "let-another-waive"();
    /// Waive it through {day}, or through an earlier day.
    WAIVE_IT_THROUGH = "waive-it-through"(day);
    /// Remind them from {day} on.
    REMIND_FROM = "remind-from"(day);
    /// Reach {membership} another way, or record an address.
    REACH_THEM_OTHERWISE = "reach-them-otherwise"(membership);
    /// The bylaws know no duty {duty}; these are known: {duties}.
    NO_SUCH_DUTY = "no-such-duty"(duty, duties);
    /// The bylaws know no channel {channel}; these are known: {channels}.
    NO_SUCH_CHANNEL = "no-such-channel"(channel, channels);
    /// An invitation link begins with https:// and has no spaces.
    LINK_IS_NOT_HTTPS = "link-is-not-https"();
    /// People set links, each as themselves.
    PEOPLE_SET_LINKS = "people-set-links"();
    /// It is waived for {membership} through {day} already: {duty}.
    DUTY_IS_WAIVED = "duty-is-waived"(membership, duty, day);
    /// No waiver stands for {membership}: {duty}.
    NO_WAIVER_STANDS = "no-waiver-stands"(membership, duty);
    /// The bylaws do not say what good standing is, nor how often members are reminded.
    NO_STANDING_RULE = "no-standing-rule"();
    /// {membership} has joined {channel} already.
    CHANNEL_IS_JOINED = "channel-is-joined"(membership, channel);
    /// {membership} has not joined {channel}.
    CHANNEL_IS_NOT_JOINED = "channel-is-not-joined"(membership, channel);
    /// On {day} something was recorded about the duties of {membership}; give a day that leaves this standing.
    DAY_CONTRADICTS_STANDING = "day-contradicts-standing"(day, membership);
    /// {duty}: asked of {classes}.
    RULE_DUTY = "rule-duty"(duty, classes);
    /// {duty}: encouraged of {classes}, and never late.
    RULE_DUTY_ENCOURAGED = "rule-duty-encouraged"(duty, classes);
    /// It is to be done within {days} days of being asked.
    RULE_DUTY_DAYS = "rule-duty-days"(days);
    /// It is to be done by the end of the membership year.
    RULE_DUTY_YEAR_END = "rule-duty-year-end"();
    /// The channels of {classes} are: {channels}.
    RULE_CHANNELS = "rule-channels"(classes, channels);
    /// Their links are shown to those of them who may use channels.
    RULE_LINKS = "rule-links"();
    /// Their links are shown to those of them who are in good standing; joining the channels may itself be late.
    RULE_LINKS_IN_GOOD_STANDING = "rule-links-in-good-standing"();
    /// The membership year runs from January to December.
    RULE_YEAR_IS_THE_CALENDARS = "rule-year-is-the-calendars"();
    /// The membership year begins with the day of joining and each anniversary of it.
    RULE_YEAR_BEGINS_WITH_JOINING = "rule-year-begins-with-joining"();
    /// A member is in good standing as long as nothing that is required and theirs to do is late.
    RULE_GOOD_IF_NONE_LATE = "rule-good-if-none-late"();
    /// A member is in good standing as long as nothing that is required and theirs to do is late or due.
    RULE_GOOD_IF_NONE_DUE = "rule-good-if-none-due"();
    /// Standing takes no right away.
    RULE_STANDING_TAKES_NOTHING = "rule-standing-takes-nothing"();
    /// A member is reminded at the most once in {days} days.
    RULE_REMINDER_DAYS = "rule-reminder-days"(days);
    /// Whoever holds the office {offices} may waive every duty of others, with a reason, for a membership year at the most.
    RULE_WAIVER = "rule-waiver"(offices);
    /// Whoever holds the office {offices} may waive these duties of others, with a reason, for a membership year at the most: {duties}.
    RULE_WAIVER_OF = "rule-waiver-of"(offices, duties);
}
