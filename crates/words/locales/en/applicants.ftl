### How people come in: the public form, the inbox of whoever answers, the invitation, and who committed to what.

interest-title = Become a part of it
interest-lead = Say that you are interested. You need no account, and nobody is a member by sending a form: somebody answers you and talks with you first.
interest-none = The bylaws open no form here. Talk with somebody who is in already.
interest-open = Ask to join: { $class }
interest-of-class = Interest form: { $class }
interest-form-lead = Only your name and a way to reach you are needed. Somebody reads it and answers you.
interest-organization = The name of the organization
interest-acts = You fill this in as its official representative, or name whoever is.
interest-organization-hint = Leave empty if you ask for yourself.
interest-kind = What kind
interest-name = Your name
interest-representative = The name of its official representative
interest-email = E-mail address
interest-email-hint = The answer goes there, and later the way in. Without one, say below how else to reach you.
interest-reach = Another way to reach you
interest-reach-hint = A telephone number, or whom to ask for you.
interest-place = Town or city
interest-text = Anything else
interest-trap = Leave this field empty
interest-send = Send the form
interest-kept = What you send is read only by those who answer applicants. It is kept apart from the register, and is erased if you ask for it.
interest-arrived = Your form has arrived
interest-arrived-what = Somebody reads it and answers you. If you gave an address, a mail confirms it; if none comes, look among the unwanted mail.
interest-trap-is-filled = A field that people do not see was filled in, perhaps by your browser. Please send the form again.
interest-sent-too-soon = The form came faster than anybody writes. Please look it over, and send it again.
interest-shown-long-ago = The form was open for a long time. Everything you wrote is still here; please send it again.
interest-too-many = { $minutes ->
    [one] Many forms came from where you are. Please send it again in a minute.
   *[other] Many forms came from where you are. Please send it again in { $minutes } minutes.
}
applicants = Applicants
applicants-lead = Who asked to come in, how far they have come, and since when they wait.
applicants-none = Nobody waits here.
applicants-open = All who wait
applicants-count = { $count ->
    [one] One applicant
   *[other] { $count } applicants
}
applicant = Applicant
applicant-asks-for = Asks for
applicant-stage = Stage
applicant-age = Age
applicant-owner = Answered by
applicant-nobody = nobody yet
applicant-erased = Applicant { $number } (erased)
applicant-form-erased = What they sent was erased.
applicant-days = { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
}
applicant-at-stage = { $days ->
    [0] since today
    [one] for { $days } day
   *[other] for { $days } days
}
applicant-sent = { $days ->
    [0] sent today
    [one] sent { $days } day ago
   *[other] sent { $days } days ago
}
applicant-form = What they sent
applicant-commits = What they are asked to commit to
applicant-happened = What happened
applicant-moved = Stage: { $stage }
applicant-assigned = Answered by { $person } from now on
applicant-noted = A note
applicant-note = Write a note
applicant-note-text = The note
applicant-note-hint = Read only by those who answer applicants. It is erased with the applicant.
applicant-note-button = Keep the note
applicant-assign = Say who answers
applicant-assign-button = Leave it to them
applicant-move = Move to another stage
applicant-move-button = Move
applicant-declined-what = Where they gave an address, a mail tells them.
applicant-invite = Invite to commit
applicant-invite-what = They are entered in the book, can sign in, and are asked to commit to what members commit to. A mail with a link goes to the address they gave; where there is none, you are shown a link to hand over, once.
applicant-invite-button = Invite them
applicant-person = The person, if they are in the book already
applicant-organization = The organization, if it is in the book already
applicant-person-hint = Leave empty for somebody new.
applicant-admit = Admission
applicant-admit-what = Once everything they commit to is there, admit them from today on.
applicant-admit-button = Admit them
applicant-basis = Interest form { $number }
applicant-erase = Erase what they sent
applicant-erase-what = The form, the notes and, if they are in the book, their details are erased for good. That there was a form stays.
applicant-erase-button = Erase it
applicant-stage-new = New
applicant-stage-talking = Talking
applicant-stage-invited = Invited to commit
applicant-stage-admitted = Admitted
applicant-stage-declined = Declined
applicant-stage-withdrawn = Withdrawn
today-applicants = Applicants who wait for an answer
joining-title = You are invited: { $class }
joining-what = Read each document, and say that you commit to it. Then you can be admitted.
joining-done = Everything is there. Whoever answers you takes the next step.
joining-nothing-asked = Nothing has to be committed to.
joining-withdraw-title = I do not want to join after all
joining-withdraw = Withdraw
commitments = Commitments
commitments-lead = Who has committed to which version of which document, who has not, and since when each is asked.
commitments-none = No document has been published yet.
commitments-version = Version { $version }
commitments-since = in force from { $day }
commitments-count = { $done } of { $all }
commitments-coming = not in force yet
commitments-of = { $document }, version { $version }
commitments-past = A later version is in force. These are those whom this one was last asked of.
commitments-nobody = Nobody is asked for it.
commitments-text = Read the text
commitments-who = Who
commitments-asked-since = Asked since
commitments-committed = Committed
commitments-not-yet = not yet
the-visitor = A visitor
power-answer-applicants = read what applicants sent, answer and invite them
refusal-applicant_must_be_open = They do not ask to come in any more
may-not-answer = { $person } does not answer applicants.
applicant-is-admitted = Applicant { $applicant } was admitted on { $at }.
applicant-is-closed = Applicant { $applicant } was declined, or withdrew, on { $at }.
take-them-up-again = Move them back to talking first.
form-does-not-ask = The form does not ask for { $asked }.
answer-is-too-long = This has { $most } characters at the most, and a short answer stands on one line.
form-is-for-people = This form is for people; leave the organization empty.
organization-is-empty = Say what the organization is called.
nobody-can-answer = Leave an e-mail address, or say how else you can be reached.
class-has-no-form = { $class } is not asked for with a form.
people-send-forms = People send the form, each as themselves.
visitors-send-forms = Somebody without an account sends the interest form and nothing else.
no-such-applicant = There is no applicant { $applicant }.
stage-comes-otherwise = Inviting and admitting bring an applicant to those stages; move them to talking, declined or withdrawn.
form-is-erased = What applicant { $applicant } sent was erased.
details-are-erased = The details of this person were erased.
person-has-no-details = The book has no details of { $party }: enter them as a person, or invite them, and admit them then.
rule-interest = Whoever wants to be in { $classes } can say so with a public form, without an account.
rule-interest-asks = Besides who they are and how to reach them, it asks: { $asks }
fact-interest-sent = Somebody sent the interest form: { $class }.
fact-applicant-noted = A note was written on applicant { $applicant }.
fact-applicant-assigned = { $party } answers applicant { $applicant } from now on.
fact-applicant-moved = Applicant { $applicant }: { $stage }.
fact-applicant-invited = Applicant { $applicant } is { $party }, and was invited to commit.
letter-arrival-subject = Your form has arrived at { $organization }
letter-arrival-body = Hello,

    Somebody filled in the interest form of { $organization } and gave this address. If it was you: it has arrived, and somebody will answer you.

    If it was not you, do nothing. Nothing follows from it.

    { $organization }
letter-invitation-subject = You are invited to join { $organization }
letter-invitation-body = Hello,

    { $organization } invites you to join: { $class }. Sign in to read what those who take part commit to, and to say that you do:

    { $link }

    This link is good for 15 minutes and works once. Afterwards, get another at { $address } with this e-mail address, whenever you like.

    { $organization }
letter-admission-subject = Welcome to { $organization }
letter-admission-body = Hello,

    You have been admitted to { $organization }: { $class }. What is open and what is asked of you stands on your page of today:

    { $address }

    { $organization }
letter-declined-subject = Your form at { $organization }
letter-declined-body = Hello,

    Thank you for your interest in { $organization }. At this time it does not lead to an admission. Whoever talked with you can tell you more, and you may ask again.

    { $organization }
