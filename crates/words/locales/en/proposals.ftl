### Proposals: rounds, votes, verdicts.

stance-agree = agrees
stance-stand-aside = stands aside
stance-object = objects
stance-abstain = abstains
choice-for = for
choice-against = against
choice-abstain = abstains
mark-agenda = the agenda was sent in advance
mark-everyone = everybody could take part
mark-pros-cons = pros and cons are summed up
mark-minutes = there are minutes
