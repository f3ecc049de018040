### Members: what they are, may and must.

right-be-member = be a member
right-observe = follow proposals and results
right-speak = speak in discussions
right-suggest = make suggestions
right-propose = make proposals
right-vote = vote and take a stance
right-be-counted = be counted in the base of a decision
right-elect = vote in elections
right-see-members = see who the members are
right-see-register = see the register
right-see-finances = see the finances
right-share-surplus = receive a share of the surplus
right-share-fixed-costs = bear a share of the fixed costs
right-share-loss = bear a share of a loss beyond the fixed costs
right-use-assets = use the shared assets
right-use-channels = join the members’ channels
right-be-promoted = be promoted in the directory
right-exchange = give and receive discounts and priority
right-reach-resources = reach outside resources

name-erased = somebody whose details were erased
