-- Who writes, and the one thread between them and a store.

CREATE TABLE customer (
    store_id          uuid        NOT NULL REFERENCES store,
    customer_id       uuid        NOT NULL,
    name              text,
    email             text,         -- as typed; proves nothing until verified
    email_verified_at timestamptz,
    language          text,         -- BCP 47
    time_zone         text,         -- IANA
    created_at        timestamptz NOT NULL,

    CONSTRAINT customer_has_one_id   PRIMARY KEY (store_id, customer_id),
    CONSTRAINT customer_name_length  CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT customer_email_length CHECK (char_length(email) BETWEEN 3 AND 254)
);
CALL keep_stores_apart('customer');
GRANT SELECT, INSERT, UPDATE ON customer TO shopbell_server;

-- A browser that wrote: known by the hash of the secret it drew.
CREATE TABLE visitor (
    store_id    uuid        NOT NULL,
    secret_hash bytea       NOT NULL,
    customer_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,

    CONSTRAINT visitor_has_one_secret      PRIMARY KEY (store_id, secret_hash),
    CONSTRAINT visitor_is_a_known_customer FOREIGN KEY (store_id, customer_id) REFERENCES customer
);
CREATE INDEX visitor_of_customer ON visitor (store_id, customer_id);
CALL keep_stores_apart('visitor');
GRANT SELECT, INSERT ON visitor TO shopbell_server;

CREATE TABLE conversation (
    store_id               uuid        NOT NULL,
    conversation_id        uuid        NOT NULL,  -- drawn by the customer's browser
    customer_id            uuid        NOT NULL,
    status                 text        NOT NULL DEFAULT 'unresolved',
    assignee_id            uuid,
    last_seq               bigint      NOT NULL DEFAULT 0,
    last_public_seq        bigint      NOT NULL DEFAULT 0,
    customer_messages      bigint      NOT NULL DEFAULT 0,  -- how many the customer has written so far
    cleared_messages       bigint      NOT NULL DEFAULT 0,  -- how many of those count as read for everyone: resolving clears
    delivered_public_seq   bigint      NOT NULL DEFAULT 0,  -- arrived in the customer's chat window up to here
    seen_public_seq        bigint      NOT NULL DEFAULT 0,  -- on the customer's screen up to here
    staff_seen_public_seq  bigint      NOT NULL DEFAULT 0,  -- opened by some staff member up to here
    preview_kind           text,
    preview_author_id      uuid,
    preview_text           text,
    last_activity_at       timestamptz NOT NULL,
    created_at             timestamptz NOT NULL,
    version                bigint      NOT NULL DEFAULT 1,
    feed_seq               bigint      NOT NULL DEFAULT 0,
    access_feed_seq        bigint      NOT NULL DEFAULT 0,  -- when its assignee last changed

    CONSTRAINT conversation_has_one_id         PRIMARY KEY (store_id, conversation_id),
    CONSTRAINT conversation_is_a_customers     FOREIGN KEY (store_id, customer_id) REFERENCES customer,
    CONSTRAINT conversation_one_per_customer   UNIQUE (store_id, customer_id),
    CONSTRAINT conversation_assignee_is_member FOREIGN KEY (store_id, assignee_id) REFERENCES membership (store_id, staff_id),
    CONSTRAINT conversation_status_known       CHECK (status IN ('unresolved', 'resolved')),
    CONSTRAINT conversation_preview_length     CHECK (char_length(preview_text) <= 200),
    CONSTRAINT conversation_watermarks_within  CHECK (
        seen_public_seq <= delivered_public_seq
        AND delivered_public_seq <= last_public_seq
        AND staff_seen_public_seq <= last_public_seq
        AND last_public_seq <= last_seq
        AND cleared_messages <= customer_messages)
) WITH (fillfactor = 80);
CREATE INDEX conversation_by_activity ON conversation (store_id, last_activity_at DESC, conversation_id DESC);
CREATE INDEX conversation_unresolved_by_activity ON conversation (store_id, last_activity_at DESC, conversation_id DESC)
    WHERE status = 'unresolved';
CREATE INDEX conversation_by_feed ON conversation (store_id, feed_seq);
CALL keep_stores_apart('conversation');
GRANT SELECT, INSERT, UPDATE ON conversation TO shopbell_server;

-- How far one staff member has read one conversation.
CREATE TABLE conversation_member (
    store_id        uuid    NOT NULL,
    conversation_id uuid    NOT NULL,
    staff_id        uuid    NOT NULL,
    read_seq        bigint  NOT NULL DEFAULT 0,
    read_messages   bigint  NOT NULL DEFAULT 0,  -- how many of the customer's messages are at or before read_seq
    marked_unread   boolean NOT NULL DEFAULT false,

    CONSTRAINT conversation_member_is_one_row     PRIMARY KEY (store_id, conversation_id, staff_id),
    CONSTRAINT conversation_member_conversation   FOREIGN KEY (store_id, conversation_id) REFERENCES conversation,
    CONSTRAINT conversation_member_is_of_the_team FOREIGN KEY (store_id, staff_id) REFERENCES membership
);
CALL keep_stores_apart('conversation_member');
GRANT SELECT, INSERT, UPDATE ON conversation_member TO shopbell_server;

-- The access rule in SQL; ConversationAccess holds the same rule in Java, and a test compares the two.
CREATE FUNCTION may_see(assignee uuid, viewer uuid, reads_assigned boolean) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN assignee IS NULL OR assignee = viewer OR reads_assigned;

-- A conversation with the names that belong to it, as lists and frames show it. As whoever asks: the policies hold.
CREATE VIEW conversation_with_people WITH (security_invoker = true) AS
    SELECT c.store_id, c.conversation_id, c.customer_id, c.status, c.assignee_id,
           c.last_seq, c.last_public_seq, c.customer_messages, c.cleared_messages,
           c.delivered_public_seq, c.seen_public_seq, c.staff_seen_public_seq,
           c.preview_kind, c.preview_author_id, c.preview_text,
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
