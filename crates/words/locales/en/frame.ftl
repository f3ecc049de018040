### The frame of every page: navigation, choices, errors, and words that every page shares.

language-name = English
skip-link = Skip to the page
nav-label = Pages of the co-op
nav-today = Today
nav-members = Members
nav-proposals = Proposals
nav-bylaws = Bylaws
nav-register = Register
language-label = Language
theme-label = Light or dark
theme-auto = As the device
theme-light = Light
theme-dark = Dark
you-are = You are { $name }
sign-in = Sign in
sign-out = Sign out
switch-person = Be somebody else
footer-times = Times are in the time zone { $zone }.
footer-edition = Edition { $edition } of the bylaws, in force since { $since }.
footer-rochdale = Run with Rochdale, free software for co-ops.

list-between = {", "}
colon = {": "}
list-and = { $before } and { $last }
list-and-e = { $before } and { $last }

clause-note = The bylaws say
clause-reading = The bylaws leave this open; this reading is in use
why = Why?
as-of = As of
as-of-show = Show
because = Because
you-can = You can
would-change = What would change it
answer-yes = Yes
answer-no = No
answer-does-not-apply = Does not apply
answer-not-yet-known = Not yet known
refused = Not possible as things stand
refused-code = Code
refused-short = refused
previous = Earlier
next = Later
page-of = Page { $page } of { $pages }
choose = Choose …
nothing-here = Nothing here yet

not-found-title = There is no such page
not-found-what = The address { $address } leads nowhere here. It may be mistyped, or what it named is gone.
not-found-now = Go to the list of co-ops, or back to the page you came from.
not-found-home = All co-ops here
not-yours-title = This page is for members
not-yours-what = You are not signed in, or what you are in this co-op does not let you see it.
not-yours-now = Sign in, or ask the co-op.
malformed-title = The form was not accepted
malformed-what = Nothing has been changed.
malformed-now = Go back, mend it and send it again.
malformed-field = { $field }: { $problem }
fault-title = Something went wrong here, not with you
fault-what = The program could not finish. Nothing was half done: either all of what you asked for stands in the register, or nothing of it.
fault-now = Look at the page again to see which, and try once more. If it happens again, tell whoever runs this program for your co-op.
too-large-what = What was sent is larger than anything this program accepts.
not-allowed-what = The page does not take that kind of request.
cross-site-what = The request came from another site, so it was not carried out.
took-too-long-what = The answer took too long and was given up.
the-desk = the desk
turned-title = That could not be taken
not-the-desks-what = You are signed in as the desk, and this page is for people: for what waits for them, for their own cases, agreements and reviews.
not-understood-what = The request to { $address } was not understood: there is a mistake in its address, or in what was sent with it. Nothing has been changed.
field-is-missing = This must be filled in.
field-is-no-date = This is not a day such as 2026-03-12.
field-is-no-time = This is not a day and a time such as 2026-03-12 18:00.
field-is-no-choice = This is not one of the choices.
form-is-damaged = Something that the page itself puts into the form is missing or damaged.
form-was-sent = This form was sent before with something else in it, and that was done. Send it again if this is to be done as well.
what-you-wrote = What you wrote
what-you-wrote-now = None of this was kept. Copy what you still need.
go-back = Go back
too-many-title = Too often in a short time
too-many-what = This was asked for so often that it has to wait: for everybody's safety, whoever it was.
too-many-now = Try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 }.
