### Offices: who may do what for the co-op.

offices = Offices
offices-lead = Who may do what for the co-op, under which clause, and until when.
offices-none = These bylaws open no offices; the co-op’s desk does what has to be done.
office-holders = Held by
office-nobody = Nobody holds it.
office-powers = May { $powers }.
office-since = since { $from }
office-through = since { $from }, through { $until }
office-end-short = End it
office-lay-down = Lay it down
office-give = Give this office
office-give-button = Give it
office-person = To whom
office-from = First day
office-until = Last day
office-until-hint = May be left empty; where the bylaws set a term, it ends with the term at the latest.
access-title = Cannot sign in any more
access-hint = Two office-holders who know this person, and do not have their office from each other, vouch for them. Then a new link can be handed over.
access-vouch = Vouch for { $person }
access-waiting = { $person } has vouched. A second office-holder is needed within three days.
power-keep-members = keep the list of members
power-admit = admit members
power-protect-data = erase the details of people who have left
power-publish = publish the documents that members commit to
power-sign-agreements = sign written agreements for the co-op
power-record-payments = record what was paid
power-appoint = give and end offices
power-restore-access = vouch, with another, for somebody who can no longer sign in
refusal-power_must_be_held = This takes an office
refusal-office_must_be_given_by_another = Nobody gives an office to themselves
refusal-holder_must_fit = This office is not for this person
refusal-term_must_fit = The term is too long
refusal-seat_must_be_free = No seat is free
refusal-second_signature_must_be_anothers = The second signature must be somebody else’s, who is independent
takes-the-power = This takes the power to { $power }.
office-is-held-by = { $office }: held by { $people }.
nobody-holds = { $office }: nobody holds it.
office-is-for = { $office } is only for these classes: { $classes }. { $person } is in none of them on that day.
gives-to-themselves = { $person } would give themselves the office { $office }.
term-is-at-most = { $months ->
    [one] It is given for { $months } month at the most: through { $last }.
   *[other] It is given for { $months } months at the most: through { $last }.
}
vouched-first-for = { $person } has vouched for { $party }, and a second office-holder is needed.
vouches-for-themselves = { $person } would vouch for themselves.
has-the-office-from = { $person } has the office from { $giver }.
let-somebody-else-give-it = Let somebody else who may appoint give it.
let-another-holder-sign = Let another office-holder sign, who has their office from somebody else.
end-it-by = End it on { $last } or earlier.
end-an-office-first = End the office { $office } of one of them first.
no-such-office = The bylaws know no office called { $office }.
holds-it-already = { $person } holds the office { $office } on some of these days already, from { $day } on.
does-not-hold = { $person } does not hold the office { $office }, or not beyond that day.
office-holders-vouch = Office-holders vouch for people, each as themselves.
rule-office = { $office }: whoever holds it may { $powers }.
rule-office-is-for = { $office } is held only by { $classes }.
rule-office-seats = { $seats ->
    [one] One person holds it at a time.
   *[other] At the most { $seats } hold it at a time.
}
rule-office-months = { $months ->
    [one] It is given for { $months } month at the most.
   *[other] It is given for { $months } months at the most.
}
fact-office-given = { $party } holds the office { $office } from { $from } on.
fact-office-ended = { $party } laid down the office { $office }, or it was ended; the last day is { $on }.
fact-access-vouched = An office-holder vouched for { $party }, who can no longer sign in.
fact-access-restored = A second office-holder vouched for { $party }; a new link may be handed over.
