# Who represents an organization: pages, rule, findings, problems.

represents-as-alternate = alternate
alternates = Its alternates
alternates-act = An alternate acts for it as well. It stays one vote: the later ballot takes the place of the earlier one.
alternates-wait = An alternate does not act for it; the bylaws leave that to the official representative.
representative-needed = { $organization } has no official representative. Until it has one, nobody binds it.
representative-name = Name the official representative
representative-name-button = Name them
representative-hand-over = Hand over to somebody else
representative-hand-over-hint = The last day of { $person } is the day before.
representative-hand-over-button = Hand over
alternate-name = Name an alternate
alternate-name-button = Name them
representation-end = End it: { $person }
representation-end-button = End it on this day
representative-who = Who
letter-representative-subject = You act for a member of { $organization }
letter-representative-body = Hello,

    You were named to act for an organization that is a member of { $organization }. For which one, from which day on, and what waits for its answer stands on your page of today. Sign in there with this address; you need no password:

    { $address }

    If you know nothing of it, answer to the desk of { $organization }.

    { $organization }
rule-alternates = { $classes }: an alternate acts for a member beside its official representative; of two ballots for one membership the later one counts.
fact-alternate-named = { $party } is an alternate of { $organization } from { $from } on.
is-alternate-of = { $person } is an alternate of { $organization }.
alternates-do-not-act = No rule of the bylaws lets the alternates of { $organization } act for it.
represents-already = { $person } represents { $organization } already, since { $from }; end that first.
nobody-hands-over = { $organization } has no official representative on { $day } who could hand over; name one.
