### Mail: what it says, and the page on which the desk sees what became of it.

letter-sign-in-subject = Sign in to { $organization }
letter-sign-in-body = Hello,

    Somebody, we hope you, asked for a link to sign in to { $organization }:

    { $link }

    It is good for 15 minutes and works once. If you did not ask for it, do nothing: without this mail nobody gets in.

    { $organization }
letter-test-subject = A test from { $organization }
letter-test-body = This mail was sent to see whether mail from { $organization } arrives.

    It did. There is nothing for you to do.

    { $organization }
mail-title = Mail
mail-lead = What was sent in the name of the co-op, and what became of it.
mail-none-sent = This site sends no mail: what is queued waits and is given up in the end. Hand links over from a person's page.
mail-into-folder = Mail from this site goes into a folder on the machine and reaches nobody by itself.
mail-nothing = No mail has been queued yet.
mail-count = { $count ->
    [one] One mail
   *[other] { $count } mails
 }
mail-when = Queued
mail-whom = To
mail-what = About
mail-how = What became of it
mail-status-queued = waiting
mail-status-sent = sent
mail-status-failed = refused
mail-status-given-up = given up
mail-next = Next try { $at }
mail-test-title = Does mail arrive?
mail-test-address = Send a test to
mail-test-send = Send a test
