### The bylaws as members read them.

bylaws-lead = These words are the program. Where a clause has rules, this program does what they say and names the clause.
edition = Edition { $edition }
edition-since = In force since
edition-reviewed = Rules read against the words on
clauses-executable = Clauses that the program acts on
clauses-words-only = Clauses of words only
clauses-unsettled = Of all, clauses that leave something open
rules-count = { $count ->
    [one] { $count } rule
   *[other] { $count } rules
}
open-count = { $count ->
    [one] { $count } open question
   *[other] { $count } open questions
}
words-only = words only
binding-words = The binding words
rules-title = What the program does
rules-lead = Each rule quotes the exact words it implements. Amend the words, and the checker asks for the rule; amend the rule, and it asks for the words.
rule-quotes = It implements:
rule-reads = It takes this reading:
terms-title = Numbers that these words define
terms-lead = Each number quotes the exact words that say it. Amend one and not the other, and the checker says so. The program does not act on these numbers yet.
asked-title = What these words ask
asked-lead = Each rule quotes the exact words. Amend one and not the other, and the checker says so. Nothing in the book can tell yet whether it is done, and the program does not act on it.
term-quotes = It is held to:
examples-title = Worked examples
examples-lead = These run as tests of the rules.
clause-cites = It names
clause-cited-by = Named by
unsettled-title = The bylaws leave this open
unsettled-decides = Who decides
unsettled-reading = Until then
unsettled-no-reading = Nobody has decided; what needs the answer is refused
cells = Cell by cell
