-- A mail that belongs to a store, as it will leave: fixed before the first attempt, like an account_mail, so that every attempt sends
-- these bytes under this Message-ID. A reply is in exactly one: whoever fixes one holds the conversation's lock.
CREATE TABLE mail (
    store_id         uuid        NOT NULL REFERENCES store,
    mail_id          uuid        NOT NULL,
    kind             text        NOT NULL,
    conversation_id  uuid,                  -- which one it is about
    staff_id         uuid,                  -- whom of the team it is for
    first_public_seq bigint,                -- of a reply: the answers it carries
    last_public_seq  bigint,
    message_id       text        NOT NULL,  -- RFC 5322, 3.6.4, with the angle brackets
    sender           text        NOT NULL,
    recipient        text        NOT NULL,
    bounce_to        text        NOT NULL,  -- the sender of the envelope
    content          text,                  -- RFC 5322, in ASCII; forgotten with the end
    created_at       timestamptz NOT NULL,
    sent_at          timestamptz,
    withdrawn_at     timestamptz,           -- seen in the chat window before it left
    refused_at       timestamptz,           -- for good: by the mail server, or because it was not reachable for too long
    refusal          text,                  -- the server's status: '550', or 'unreachable'
    bounced_at       timestamptz,
    bounce_reason    text,

    CONSTRAINT mail_has_one_id            PRIMARY KEY (store_id, mail_id),
    CONSTRAINT mail_has_one_message_id    UNIQUE (message_id),
    CONSTRAINT mail_reply_carries_once    UNIQUE (store_id, conversation_id, last_public_seq),
    CONSTRAINT mail_is_about_conversation FOREIGN KEY (store_id, conversation_id) REFERENCES conversation ON DELETE CASCADE,
    CONSTRAINT mail_is_for_a_member       FOREIGN KEY (store_id, staff_id) REFERENCES membership (store_id, staff_id),
    CONSTRAINT mail_kind_known            CHECK (kind IN ('reply', 'notification', 'explanation', 'test')),
    CONSTRAINT mail_reply_has_range       CHECK (CASE kind WHEN 'reply'
                                                 THEN conversation_id IS NOT NULL AND first_public_seq <= last_public_seq
                                                 ELSE first_public_seq IS NULL AND last_public_seq IS NULL END),
    CONSTRAINT mail_ends_one_way          CHECK (num_nonnulls(sent_at, withdrawn_at, refused_at) <= 1),
    CONSTRAINT mail_refusal_has_reason    CHECK ((refused_at IS NULL) = (refusal IS NULL)),
    CONSTRAINT mail_bounce_has_reason     CHECK ((bounced_at IS NULL) = (bounce_reason IS NULL)),
    CONSTRAINT mail_content_until_end     CHECK ((content IS NULL) = (num_nonnulls(sent_at, withdrawn_at, refused_at) = 1))
);
CREATE INDEX mail_waiting ON mail (store_id, created_at) WHERE content IS NOT NULL;
CREATE INDEX mail_to_recipient ON mail (store_id, recipient, created_at);
CALL keep_stores_apart('mail');
GRANT SELECT, INSERT, UPDATE ON mail TO shopbell_server;

-- Left for the customer by e-mail up to here.
ALTER TABLE conversation
    ADD COLUMN emailed_public_seq bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT conversation_emailed_within CHECK (emailed_public_seq <= last_public_seq);

DROP VIEW conversation_with_people;
CREATE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id, c.blocked_at, c.block_changes, c.labels,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq, c.emailed_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_text, c.preview_images, c.preview_videos,
           c.last_activity_at, c.created_at, c.version, c.feed_seq, c.access_feed_seq,
           cu.name AS customer_name, cu.email AS customer_email,
           cu.email_verified_at IS NOT NULL AS customer_email_verified,
           cu.language AS customer_language, cu.time_zone AS customer_time_zone,
           a.name AS assignee_name, p.name AS preview_author_name
      FROM conversation c
      JOIN customer cu USING (store_id, customer_id)
      LEFT JOIN staff a ON a.staff_id = c.assignee_id
      LEFT JOIN staff p ON p.staff_id = c.preview_author_id;
GRANT SELECT ON conversation_with_people TO shopbell_server;
