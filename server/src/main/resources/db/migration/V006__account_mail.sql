-- A mail about somebody's account (a forgotten password, an invitation) as it will leave, fixed before the first attempt: whatever
-- happens in between, every attempt sends these bytes under this Message-ID. It is about a person and belongs to no store.
CREATE TABLE account_mail (
    mail_id    uuid        NOT NULL,
    message_id text        NOT NULL,  -- RFC 5322, 3.6.4, with the angle brackets
    sender     text        NOT NULL,  -- of the envelope
    recipient  text        NOT NULL,
    content    text,                  -- RFC 5322, in ASCII; forgotten with the end, since it may carry a link that opens something
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    refused_at timestamptz,           -- for good: by the mail server, or because it was not reachable for too long
    refusal    text,                  -- the server's status: '550', or 'unreachable'

    CONSTRAINT account_mail_has_one_id         PRIMARY KEY (mail_id),
    CONSTRAINT account_mail_has_one_message_id UNIQUE (message_id),
    CONSTRAINT account_mail_ends_one_way       CHECK (sent_at IS NULL OR refused_at IS NULL),
    CONSTRAINT account_mail_refusal_has_reason CHECK ((refused_at IS NULL) = (refusal IS NULL)),
    CONSTRAINT account_mail_content_until_end  CHECK ((content IS NULL) = (sent_at IS NOT NULL OR refused_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON account_mail TO shopbell_server;
