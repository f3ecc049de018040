### The public page of a co-op and the list of co-ops.

co-ops-title = Co-ops that run here
co-ops-lead = Each is run by its own bylaws: what members read and amend is what the program does.
home-kicker = A co-op and its bylaws
home-classes = Ways to take part
home-bylaws = The bylaws
home-bylaws-lead = Edition { $edition }, in force since { $since }. Anybody may read them; every right, refusal and count in this program names its clause.
class-of-people = For people.
class-of-organizations = For organizations.
class-of-either = For people and for organizations.
admission-office = The co-op’s desk admits, once what is asked for is in place.
admission-decision = Members decide on each admission by a proposal.
class-no-member = not a membership
class-count = { $count } now
class-phase = { $phase }, { $months } months
class-phases = In stages: { $phases }.
class-commits = Commits to: { $documents }.
class-agreement = Signs the { $agreement }.
class-representatives = Acts through its representatives; at least { $count }.
class-capital = Complete once the share capital is paid.
