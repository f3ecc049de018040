### What a rule makes the program do.

rule-count = { $name }: { $count }.
rule-months = { $name }: { $months ->
    [one] { $months } calendar month
   *[other] { $months } calendar months
    }.
rule-days = { $name }: { $days ->
    [one] { $days } day
   *[other] { $days } days
    }.
rule-percent = { $name }: { $percent } %.
rule-share = { $name }: { $share }.
rule-class-for-people = People can join as: { $class }.
rule-class-for-organizations = Organizations can join as: { $class }.
rule-class-for-either = People and organizations can join as: { $class }.
rule-class-is-member = Whoever is in this class is a member.
rule-class-is-not-member = Whoever is in this class is not a member.
rule-admitted-by-office = The co-op’s desk admits, once everything is in place that the bylaws ask for.
rule-admitted-by-decision = Only a carried proposal admits.
rule-needs-capital = Joining is complete only when the capital is paid in full.
rule-class-kinds = These kinds are told apart: { $kinds }.
rule-phases = { $class }: membership goes through phases, counted in calendar months from its first day.
rule-phase = { $phase } lasts { $months ->
    [one] { $months } calendar month
   *[other] { $months } calendar months
    }.
rule-phases-continue = After its months, { $phase } goes on until the class changes or the membership ends.
rule-phases-end = After the months of { $phase } the membership is in no phase, and what depends on a phase is refused.
rule-rights = Who may do what is read from this table.
rule-rights-summary = This table sums up other clauses. Where a clause says otherwise, the clause holds.
rule-grants-on = { $class }: { $right }, on { $group }. The table says yes.
rule-denies-on = { $class }: { $right }, on { $group }. The table says no.
rule-holds-for = This holds for { $groups }.
rule-matter = A proposal can be about “{ $matter }” ({ $group }). It is decided by: { $decision }.
rule-admits = When it carries, whoever it is about is admitted as: { $class }.
rule-changes-class = When it carries, a membership changes from { $from } to { $to }.
rule-changes-class-after = When it carries, a membership changes from { $from } to { $to }. It can be asked for after { $months ->
    [one] { $months } calendar month
   *[other] { $months } calendar months
    }, not before.
rule-names-matter = When it carries, a further kind of matter is named ({ $group }).
rule-adopts-edition = When it carries, the new edition of the bylaws takes force on the day it names.
rule-ends-membership = When it carries, the membership it is about ends.
rule-ends-membership-in = When it carries, the membership it is about ends. It can be a membership as { $classes }.
rule-others = Further kinds of matter can be named by resolution ({ $group }). They are decided by: { $decision }.
rule-vote-of-all = { $decision }: a proposal carries when at least { $share } of everybody on the roll who counts is in favour. Who is absent counts in the base.
rule-vote-of-all-more = { $decision }: a proposal carries when more than { $share } of everybody on the roll who counts is in favour. Who is absent counts in the base.
rule-vote-cast = { $decision }: a proposal carries when at least { $share } of those who voted for or against is in favour.
rule-vote-cast-more = { $decision }: a proposal carries when more than { $share } of those who voted for or against is in favour.
rule-everybody-agrees = { $decision }: a proposal carries when everybody who counts says that they agree.
rule-nobody-objects = { $decision }: a proposal carries when nobody objects.
rule-round-is-complete = A round is complete with these marks: { $marks }.
rule-fallback = When consensus fails, a vote can be called after { $rounds ->
    [one] { $rounds } complete round
   *[other] { $rounds } complete rounds
    }; earlier it is refused. It is decided by: { $decision }.
rule-no-fallback = When consensus fails, no vote can replace it.
rule-objection-gives-reason = An objection must give its reason; one without is refused.
rule-objection-needs-no-reason = An objection may stand without a reason.
rule-recused-leaves-base = Whoever is recused may state facts, does not decide, and is not counted in the base.
rule-recused-stays-in-base = Whoever is recused may state facts, does not decide, and still counts in the base.
rule-concerned-decides = A member decides on a proposal that would end or suspend their own membership, like everybody else.
rule-concerned-is-left-off = A member whose own membership a proposal would end or suspend does not decide on it, and is left off its roll.
rule-window = A vote stays open for at least { $days ->
    [one] { $days } full day
   *[other] { $days } full days
    } in the co-op’s time zone; a shorter time is refused.
rule-count-is-live = The count is seen while the vote is open.
rule-count-is-sealed = Nobody sees the count before the vote closes.
rule-one-vote = Each membership has one vote, whatever its class and size.
rule-representatives = { $classes }: each member acts through representatives and needs at least { $count }. A member without one is shown as needing one.
rule-commitment = { $classes }: every member is asked to commit to the version in force of { $documents }. A new version asks everybody again.
rule-agreement = { $class }: “{ $agreement }” must be signed before it takes effect, with all its sections: { $sections }.
rule-review = { $class }: a review falls due every { $months ->
    [one] calendar month
   *[other] { $months } calendar months
    } from the first day. It speaks of { $subjects }.
rule-resolution-owner = A proposal on { $groups } is opened only when it names who will see to it.
rule-resolution-deadline = A proposal on { $groups } is opened only when it has a deadline.
