-- Mail on its way, and what became of it. `name` is chosen by whoever queues it, so that the same mail
-- is queued once. The secret of a sign-in link stands in no body: it is drawn when the mail is sent.
CREATE TABLE mail (
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    party BIGINT,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    has_link BOOLEAN NOT NULL,
    queued BIGINT NOT NULL,
    until BIGINT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next BIGINT NOT NULL,
    PRIMARY KEY (organization, name)
);

CREATE INDEX mail_next ON mail (status, next);
CREATE INDEX mail_queued ON mail (organization, queued);

-- Every attempt to send it, with the words of the server that took or refused it.
CREATE TABLE mail_attempt (
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    at BIGINT NOT NULL,
    status TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (organization, name, attempt)
);
